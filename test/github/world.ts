/** What the local GitHub remembers: users, repositories, pull requests, check runs, comments, reactions. */
import { EventEmitter } from "node:events";
import { type Commit, type GitObject, GitReader, parseCommit } from "./git.ts";
import {
  type Association,
  type CheckRun,
  type Comment,
  type Installation,
  type Issue,
  notFound,
  now,
  type Pull,
  type PullRequestOptions,
  type Reaction,
  type Repository,
  type RepositoryOptions,
  type User,
} from "./things.ts";

export * from "./things.ts";

export class World extends EventEmitter<{ change: [] }> {
  readonly repositories = new Map<string, Repository>();
  readonly installations = new Map<number, Installation>();
  readonly checkRuns: CheckRun[] = [];
  readonly comments: Comment[] = [];
  readonly #byId = new Map<number, Repository>();
  /** Names that repositories had before. */
  readonly #formerly = new Map<string, Repository>();
  readonly #users = new Map<string, User>();
  readonly #suites = new Map<string, number>();
  readonly bot: User;
  #id = 1000;

  constructor(slug: string) {
    super();
    this.setMaxListeners(0);
    this.bot = this.user(`${slug}[bot]`, "Bot");
  }

  nextId(): number {
    this.#id += 1;
    return this.#id;
  }

  user(login: string, type: User["type"] = "User"): User {
    let user = this.#users.get(login.toLowerCase());
    if (user === undefined) {
      user = { login, id: this.nextId(), type };
      this.#users.set(login.toLowerCase(), user);
    }
    return user;
  }

  async addRepository(options: RepositoryOptions): Promise<Repository> {
    const { like } = options;
    const reader = like?.readers[0] ?? new GitReader(options.gitDir);
    const { refs, head } =
      like === undefined
        ? await reader.references()
        : { refs: new Map(like.refs), head: `refs/heads/${like.defaultBranch}` };
    const owner = this.user(options.owner, "Organization");
    const repository: Repository = {
      id: this.nextId(),
      owner,
      name: options.name,
      fullName: `${options.owner}/${options.name}`,
      isDeleted: false,
      private: options.private ?? false,
      archived: options.archived ?? false,
      defaultBranch: options.defaultBranch ?? head?.replace("refs/heads/", "") ?? "main",
      fork: options.fork ?? false,
      description: options.description ?? null,
      topics: options.topics ?? [],
      language: options.language ?? null,
      pushedAt: now(),
      installation: options.installed === false ? undefined : this.installationOf(owner),
      readers: [reader],
      refs,
      issues: new Map(),
      collaborators: new Map(),
    };
    this.repositories.set(repository.fullName.toLowerCase(), repository);
    this.#byId.set(repository.id, repository);
    return repository;
  }

  repositoryById(id: number): Repository | undefined {
    return this.#byId.get(id);
  }

  /** Deletes a repository; nobody sees it any more. */
  removeRepository(repository: Repository): void {
    this.repositories.delete(repository.fullName.toLowerCase());
    this.#byId.delete(repository.id);
    repository.isDeleted = true;
    this.emit("change");
  }

  /** Renames a repository, or transfers it to another owner; its former name leads to it. */
  moveRepository(repository: Repository, owner: string, name: string): void {
    const former = repository.fullName.toLowerCase();
    this.repositories.delete(former);
    this.#formerly.set(former, repository);
    repository.owner = this.user(owner, "Organization");
    repository.name = name;
    repository.fullName = `${owner}/${name}`;
    if (repository.installation !== undefined) repository.installation = this.installationOf(repository.owner);
    this.repositories.set(repository.fullName.toLowerCase(), repository);
    this.emit("change");
  }

  /** The repository that had this name before and is called otherwise now. */
  movedFrom(owner: string, name: string): Repository | undefined {
    return this.#formerly.get(`${owner}/${name}`.toLowerCase());
  }

  installationOf(account: User): Installation {
    for (const installation of this.installations.values()) {
      if (installation.account === account) return installation;
    }
    const installation = { id: this.nextId(), account, suspended: false };
    this.installations.set(installation.id, installation);
    return installation;
  }

  repository(owner: string, name: string): Repository | undefined {
    return this.repositories.get(`${owner}/${name}`.toLowerCase());
  }

  /** The commit that a SHA, a branch, a tag or `HEAD` names; refs/ prefixes may be left out. */
  revision(repository: Repository, name: string): string | undefined {
    const { refs } = repository;
    if (name === "HEAD") return refs.get(`refs/heads/${repository.defaultBranch}`);
    const pull = /^(?:refs\/)?pull\/(\d+)\/head$/.exec(name);
    if (pull !== null) return repository.issues.get(Number(pull[1]))?.pull?.headSha;
    const known =
      refs.get(name) ?? refs.get(`refs/${name}`) ?? refs.get(`refs/heads/${name}`) ?? refs.get(`refs/tags/${name}`);
    if (known !== undefined) return known;
    return /^[0-9a-f]{4,64}$/i.test(name) ? name : undefined;
  }

  /** The object that `REVISION`, `REVISION:path` or `REVISION^{tree}` names; undefined when there is none. */
  async object(repository: Repository, expression: string): Promise<GitObject | undefined> {
    const end = /[:^~]/.exec(expression)?.index ?? expression.length;
    const sha = this.revision(repository, expression.slice(0, end));
    if (sha === undefined) return undefined;
    for (const reader of repository.readers) {
      const object = await reader.object(sha + expression.slice(end));
      if (object !== undefined) return object;
    }
    return undefined;
  }

  async commit(repository: Repository, revision: string): Promise<Commit | undefined> {
    const object = await this.object(repository, `${revision}^{commit}`);
    return object?.type === "commit" ? parseCommit(object) : undefined;
  }

  /** The reader that holds an object, so that a fork's tree can be listed. */
  async readerOf(repository: Repository, sha: string): Promise<GitReader> {
    for (const reader of repository.readers) if ((await reader.object(sha)) !== undefined) return reader;
    throw notFound();
  }

  /** Moves a reference, as a push does, and the pull requests whose head it is. Undefined deletes it. */
  updateRef(repository: Repository, ref: string, sha: string | undefined): void {
    const name = ref.startsWith("refs/") ? ref : `refs/heads/${ref}`;
    if (sha === undefined) repository.refs.delete(name);
    else repository.refs.set(name, sha);
    repository.pushedAt = now();
    if (sha === undefined || !name.startsWith("refs/heads/")) return;
    for (const { issues } of this.repositories.values()) {
      for (const issue of issues.values()) {
        const { pull } = issue;
        if (pull?.headRepository !== repository || `refs/heads/${pull.headRef}` !== name || issue.state !== "open")
          continue;
        pull.headSha = sha;
        issue.updatedAt = now();
      }
    }
    this.emit("change");
  }

  openIssue(options: Omit<PullRequestOptions, "head" | "base" | "headRepository" | "draft">): Issue {
    return this.#open(options, undefined);
  }

  /** @throws {Error} when a branch does not exist */
  openPullRequest(options: PullRequestOptions): Issue & { readonly pull: Pull } {
    const { repository } = options;
    const headRepository = options.headRepository ?? repository;
    const baseRef = options.base ?? repository.defaultBranch;
    const branch = (of: Repository, name: string): string => {
      const sha = of.refs.get(`refs/heads/${name}`);
      if (sha === undefined) throw new Error(`${of.fullName} has no branch ${name}`);
      return sha;
    };
    if (headRepository !== repository) {
      const [reader] = headRepository.readers as [GitReader];
      if (!repository.readers.includes(reader)) repository.readers.push(reader);
    }
    const pull: Pull = {
      baseRef,
      baseSha: branch(repository, baseRef),
      headRepository,
      headRef: options.head,
      headSha: branch(headRepository, options.head),
      draft: options.draft ?? false,
      merged: false,
    };
    return this.#open(options, pull) as Issue & { readonly pull: Pull };
  }

  #open(options: Omit<PullRequestOptions, "head">, pull: Pull | undefined): Issue {
    const { repository } = options;
    const author = this.user(options.author ?? "contributor");
    const issue: Issue = {
      id: this.nextId(),
      number: repository.issues.size + 1,
      repository,
      title: options.title ?? "A change",
      body: options.body ?? "",
      author,
      authorAssociation: options.authorAssociation ?? "CONTRIBUTOR",
      state: "open",
      createdAt: now(),
      updatedAt: now(),
      pull,
    };
    repository.issues.set(issue.number, issue);
    this.emit("change");
    return issue;
  }

  pullRequestsOf(repository: Repository, commit: string): (Issue & { readonly pull: Pull })[] {
    return [...repository.issues.values()].filter(
      (issue): issue is Issue & { readonly pull: Pull } => issue.pull?.headSha === commit,
    );
  }

  /** The check suite that the App's runs on a commit belong to. */
  suiteOf(repository: Repository, headSha: string): number {
    const key = `${repository.id}:${headSha}`;
    const suite = this.#suites.get(key) ?? this.nextId();
    this.#suites.set(key, suite);
    return suite;
  }

  checkRunsOf(repository: Repository, headSha: string): CheckRun[] {
    return this.checkRuns.filter((run) => run.repository === repository && run.headSha === headSha);
  }

  commentsOf(issue: Issue): Comment[] {
    return this.comments.filter((comment) => comment.issue === issue && comment.kind === "comment");
  }

  addComment(
    issue: Issue,
    author: User,
    body: string,
    authorAssociation: Association,
    kind: Comment["kind"] = "comment",
  ): Comment {
    const comment: Comment = {
      id: this.nextId(),
      kind,
      issue,
      author,
      authorAssociation,
      body,
      minimized: false,
      createdAt: now(),
      updatedAt: now(),
      reactions: [],
    };
    this.comments.push(comment);
    this.emit("change");
    return comment;
  }

  editComment(comment: Comment, body: string): void {
    comment.body = body;
    comment.updatedAt = now();
    this.emit("change");
  }

  deleteComment(comment: Comment): void {
    this.comments.splice(this.comments.indexOf(comment), 1);
    this.emit("change");
  }

  /** Adds a reaction; the second of the same kind by the same user changes nothing. */
  react(comment: Comment, user: User, content: string): { reaction: Reaction; created: boolean } {
    const existing = comment.reactions.find((reaction) => reaction.user === user && reaction.content === content);
    if (existing !== undefined) return { reaction: existing, created: false };
    const reaction = { id: this.nextId(), user, content, createdAt: now() };
    comment.reactions.push(reaction);
    this.emit("change");
    return { reaction, created: true };
  }

  close(): void {
    for (const repository of this.repositories.values()) for (const reader of repository.readers) reader.close();
  }
}
