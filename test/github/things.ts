/** The things that the local GitHub knows: users, repositories, pull requests, check runs, comments, reactions. */
import type { GitReader } from "./git.ts";

export type Association = "OWNER" | "MEMBER" | "COLLABORATOR" | "CONTRIBUTOR" | "FIRST_TIME_CONTRIBUTOR" | "NONE";
export type Permission = "admin" | "maintain" | "write" | "triage" | "read" | "none";

export interface User {
  readonly login: string;
  readonly id: number;
  readonly type: "User" | "Organization" | "Bot";
}

export interface Installation {
  readonly id: number;
  readonly account: User;
  suspended: boolean;
  /** What was accepted of the permissions that the App asks for; all of them where left out. */
  accepted?: Readonly<Record<string, string>> | undefined;
}

export interface Repository {
  readonly id: number;
  owner: User;
  name: string;
  fullName: string;
  /** Nobody sees it any more; pull requests that came from it stay. */
  isDeleted: boolean;
  private: boolean;
  archived: boolean;
  defaultBranch: string;
  readonly fork: boolean;
  description: string | null;
  topics: readonly string[];
  /** What most of its code is written in. */
  language: string | null;
  pushedAt: string;
  /** Undefined where the App is not installed on the repository. */
  installation: Installation | undefined;
  /** The repository's own objects first, then those of its forks, as GitHub shares them. */
  readonly readers: GitReader[];
  readonly refs: Map<string, string>;
  readonly issues: Map<number, Issue>;
  readonly collaborators: Map<string, Permission>;
}

/** A pull request, or a plain issue where `pull` is undefined. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly title: string;
  readonly body: string;
  readonly author: User;
  readonly authorAssociation: Association;
  state: "open" | "closed";
  readonly createdAt: string;
  updatedAt: string;
  readonly pull: Pull | undefined;
}

export interface Pull {
  readonly baseRef: string;
  baseSha: string;
  readonly headRepository: Repository;
  readonly headRef: string;
  headSha: string;
  draft: boolean;
  merged: boolean;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title: string | null;
  readonly raw_details: string | null;
}

export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export interface CheckRun {
  readonly id: number;
  /** The App that wrote it; undefined for the one under test. */
  readonly appId?: number;
  readonly suite: number;
  readonly repository: Repository;
  readonly headSha: string;
  name: string;
  status: string;
  conclusion: string | null;
  externalId: string;
  detailsUrl: string | null;
  startedAt: string;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  readonly annotations: Annotation[];
  actions: readonly CheckAction[];
}

export interface Reaction {
  readonly id: number;
  readonly user: User;
  readonly content: string;
  readonly createdAt: string;
}

export interface Comment {
  readonly id: number;
  /** Reviews and comments beside lines are kept apart from the conversation, as GitHub does. */
  readonly kind: "comment" | "review" | "review-comment";
  readonly issue: Issue;
  readonly author: User;
  readonly authorAssociation: Association;
  body: string;
  minimized: boolean;
  readonly createdAt: string;
  updatedAt: string;
  readonly reactions: Reaction[];
}

export interface RepositoryOptions {
  readonly owner: string;
  readonly name: string;
  /** A work tree or a bare repository. It is only read. */
  readonly gitDir: string;
  readonly private?: boolean;
  readonly archived?: boolean;
  readonly defaultBranch?: string;
  /** Default true: the App is installed here. */
  readonly installed?: boolean;
  readonly description?: string;
  readonly topics?: readonly string[];
  readonly language?: string;
  /** Another repository whose objects and references it has as well, instead of a git directory of its own. */
  readonly like?: Repository;
  /** A fork may be the head of a pull request to its parent. */
  readonly fork?: boolean;
}

export interface PullRequestOptions {
  readonly repository: Repository;
  /** Branch that the change goes into; default: the default branch. */
  readonly base?: string;
  /** Branch that holds the change, in `headRepository`. */
  readonly head: string;
  readonly headRepository?: Repository;
  readonly title?: string;
  readonly body?: string;
  readonly author?: string;
  readonly authorAssociation?: Association;
  readonly draft?: boolean;
}

export interface CommentOptions {
  /** Where it is written; the conversation unless told. */
  readonly kind?: Comment["kind"];
  readonly repository: Repository;
  readonly number: number;
  readonly body: string;
  readonly login?: string;
  readonly authorAssociation?: Association;
}

export const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** A request that GitHub would refuse; `type` is the word that GraphQL uses for it. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

export const notFound = (message = "Not Found"): Refusal => new Refusal(404, "NOT_FOUND", message);
