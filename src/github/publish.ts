/** Writes a check run, comments and reactions: all of one audit in one mutation document. */
import { CHECK_NAME, type CheckRunFace } from "../report/checkrun.ts";
import { MAX_ANNOTATIONS } from "../report/limit.ts";
import type { Answer, GitHubClient, GraphQLError } from "./client.ts";
import { type Write, type WriteField, writeDocument } from "./documents.ts";
import type { RepositoryName } from "./tree.ts";

export interface CheckRunWrite {
  readonly face: CheckRunFace;
  readonly repositoryId: string;
  readonly head: string;
  readonly externalId: string;
  readonly startedAt: string;
}

/** A write that was asked for, under the name that its outcome is told by. */
export interface Outcome {
  readonly alias: string;
  readonly field: WriteField;
  readonly isDone: boolean;
  readonly error: GraphQLError | undefined;
  /** Id of what was created. */
  readonly id: string | undefined;
}

/** The write that creates a completed check run. One request, nothing that could be left "in progress". */
export function checkRunWrite(run: CheckRunWrite): Write {
  const { face } = run;
  return {
    alias: "check",
    field: "createCheckRun",
    input: {
      repositoryId: run.repositoryId,
      headSha: run.head,
      name: CHECK_NAME,
      externalId: run.externalId,
      status: "COMPLETED",
      conclusion: face.conclusion.toUpperCase(),
      startedAt: run.startedAt,
      completedAt: run.startedAt,
      ...(face.detailsUrl === undefined ? {} : { detailsUrl: face.detailsUrl }),
      actions: face.actions.map((action) => ({ ...action })),
      output: {
        title: face.title,
        summary: face.summary,
        ...(face.text === "" ? {} : { text: face.text }),
        annotations: face.annotations.slice(0, MAX_ANNOTATIONS).map((annotation) => ({
          path: annotation.path,
          location: { startLine: annotation.start_line, endLine: annotation.end_line },
          annotationLevel: annotation.annotation_level.toUpperCase(),
          title: annotation.title,
          message: annotation.message,
          ...(annotation.raw_details === undefined ? {} : { rawDetails: annotation.raw_details }),
        })),
      },
    },
  };
}

export type Reaction = "THUMBS_UP" | "THUMBS_DOWN" | "EYES" | "CONFUSED";

/** The write that reacts to a comment; GitHub keeps one reaction of a kind, so it may be repeated. */
export function reactionWrite(index: number, subjectId: string, content: Reaction): Write {
  return { alias: `reaction${index}`, field: "addReaction", input: { subjectId, content } };
}

/**
 * Carries out all writes in one request. Each one's outcome is told, since GitHub may carry out some and refuse others.
 * @throws {NoAnswer} when nothing is known: what of it exists has to be looked up before anything is written again
 */
export async function publish(client: GitHubClient, writes: readonly Write[]): Promise<readonly Outcome[]> {
  if (writes.length === 0) return [];
  const { document, variables } = writeDocument(writes);
  const answer: Answer<Record<string, unknown>> = await client.mutate(document, variables);
  return writes.map(({ alias, field }) => {
    const result = answer.data?.[alias];
    const error = answer.errors.find(({ path }) => path === undefined || path[0] === alias);
    const isDone = result !== null && result !== undefined;
    return { alias, field, isDone, error: isDone ? undefined : error, id: idOf(result) };
  });
}

/** True when GitHub refused a write for good: the right is missing, the thing is gone, or the input is wrong. */
export function isFinal(error: GraphQLError | undefined): boolean {
  return ["FORBIDDEN", "NOT_FOUND", "UNPROCESSABLE", "INSUFFICIENT_SCOPES"].includes(error?.type ?? "");
}

/** Tells whether a check run whose creation was not confirmed exists all the same. */
export async function hasCheckRun(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  head: string,
  attempt: { readonly externalId: string; readonly startedAt: string },
): Promise<boolean> {
  const { check_runs } = await client.get<{
    check_runs: readonly { external_id: string | null; started_at: string | null }[];
  }>("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
    owner,
    repo: name,
    ref: head,
    check_name: CHECK_NAME,
    filter: "all",
    per_page: 100,
    // Two installations of this program would write the same content under the same name.
    ...(client.appId === undefined ? {} : { app_id: client.appId }),
  });
  const started = Date.parse(attempt.startedAt);
  return check_runs.some(
    (run) => run.external_id === attempt.externalId && Date.parse(run.started_at ?? "") === started,
  );
}

function idOf(result: unknown): string | undefined {
  const { commentEdge, issueComment } = (result ?? {}) as {
    commentEdge?: { node?: { id?: string } };
    issueComment?: { id?: string };
  };
  return commentEdge?.node?.id ?? issueComment?.id;
}
