/** Check runs and comments as REST and GraphQL both write them, within GitHub's documented limits. */
import {
  type Annotation,
  type CheckAction,
  type CheckRun,
  now,
  Refusal,
  type Repository,
  type World,
} from "./world.ts";

/** GitHub's documented limits: check runs API, "Create a check run"; characters unless said otherwise. */
const LIMITS = {
  annotations: 50,
  text: 65_535,
  comment: 65_536,
  annotationTitle: 255,
  annotationBytes: 64 * 1024,
  actions: 3,
  label: 20,
  description: 40,
  identifier: 20,
} as const;

/** A check run's fields as REST names them; GraphQL's are renamed to these. */
export interface CheckRunInput {
  readonly name?: string;
  readonly head_sha?: string;
  readonly details_url?: string | null;
  readonly external_id?: string | null;
  readonly status?: string;
  readonly conclusion?: string | null;
  readonly started_at?: string | null;
  readonly completed_at?: string | null;
  readonly output?: {
    readonly title?: string;
    readonly summary: string;
    readonly text?: string | null;
    readonly annotations?: readonly AnnotationInput[];
  };
  readonly actions?: readonly CheckAction[];
}

export type AnnotationInput = Pick<Annotation, "path" | "start_line" | "end_line" | "annotation_level" | "message"> &
  Partial<Annotation>;

/** A refusal that says that the App broke a limit, so that it is recorded. */
export class LimitExceeded extends Refusal {
  constructor(problem: string) {
    super(422, "UNPROCESSABLE", problem);
  }
}

const characters = (text: string): number => [...text].length;

function checkLength(what: string, text: string | null | undefined, most: number): void {
  if (text !== null && text !== undefined && characters(text) > most) {
    throw new LimitExceeded(`${what} is too long (maximum is ${most} characters)`);
  }
}

function checkAnnotation(annotation: AnnotationInput): void {
  const { path, start_line: start, end_line: end } = annotation;
  checkLength("annotation title", annotation.title, LIMITS.annotationTitle);
  for (const text of [annotation.message, annotation.raw_details ?? ""]) {
    if (Buffer.byteLength(text) > LIMITS.annotationBytes) throw new LimitExceeded("annotation is above 64 KB");
  }
  if (path === "" || path.startsWith("/")) throw new LimitExceeded(`annotation path ${path} is not relative`);
  if (start < 1 || end < start) throw new LimitExceeded(`annotation lines ${start} to ${end} are not a range`);
  const columns = (annotation.start_column ?? annotation.end_column ?? null) !== null;
  if (columns && start !== end) throw new LimitExceeded("annotation columns need start and end on the same line");
  if (annotation.message === "") throw new LimitExceeded("annotation message is blank");
}

function check(input: CheckRunInput): void {
  const { output, actions = [] } = input;
  if (input.status === "completed" && (input.conclusion ?? null) === null) {
    throw new LimitExceeded("a completed check run needs a conclusion");
  }
  if (input.conclusion === "stale") throw new LimitExceeded("only GitHub concludes stale");
  if (input.details_url && !/^https?:\/\//.test(input.details_url)) {
    throw new LimitExceeded("details_url must use the http or https scheme");
  }
  checkLength("summary", output?.summary, LIMITS.text);
  checkLength("text", output?.text, LIMITS.text);
  const annotations = output?.annotations ?? [];
  if (annotations.length > LIMITS.annotations) {
    throw new LimitExceeded(`${annotations.length} annotations exceed the maximum of ${LIMITS.annotations}`);
  }
  annotations.forEach(checkAnnotation);
  if (actions.length > LIMITS.actions) throw new LimitExceeded(`${actions.length} actions exceed ${LIMITS.actions}`);
  for (const action of actions) {
    checkLength("action label", action.label, LIMITS.label);
    checkLength("action description", action.description, LIMITS.description);
    checkLength("action identifier", action.identifier, LIMITS.identifier);
  }
}

function apply(run: CheckRun, input: CheckRunInput): void {
  const { output } = input;
  run.name = input.name ?? run.name;
  run.externalId = input.external_id ?? run.externalId;
  run.detailsUrl = input.details_url ?? run.detailsUrl;
  run.startedAt = input.started_at ?? run.startedAt;
  run.actions = input.actions ?? run.actions;
  run.status = input.status ?? run.status;
  if (input.conclusion) {
    run.conclusion = input.conclusion;
    run.status = "completed";
    run.completedAt = input.completed_at ?? now();
  } else if (run.status !== "completed") {
    run.conclusion = null;
    run.completedAt = null;
  }
  if (output === undefined) return;
  run.output = {
    title: output.title ?? run.output.title,
    summary: output.summary,
    text: output.text ?? run.output.text,
  };
  // Annotations are added to those of earlier requests, never replaced.
  for (const annotation of output.annotations ?? []) {
    run.annotations.push({
      ...annotation,
      start_column: annotation.start_column ?? null,
      end_column: annotation.end_column ?? null,
      title: annotation.title ?? null,
      raw_details: annotation.raw_details ?? null,
    });
  }
}

/** @throws {Refusal} when a limit is broken or the commit is not in the repository */
export async function createCheckRun(world: World, repository: Repository, input: CheckRunInput): Promise<CheckRun> {
  check(input);
  const headSha = input.head_sha ?? "";
  const full = /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(headSha);
  if (!full || (await world.commit(repository, headSha)) === undefined) {
    throw new Refusal(422, "UNPROCESSABLE", `No commit found for SHA: ${headSha}`);
  }
  const run: CheckRun = {
    id: world.nextId(),
    suite: world.suiteOf(repository, headSha),
    repository,
    headSha,
    name: input.name ?? "",
    status: "queued",
    conclusion: null,
    externalId: "",
    detailsUrl: null,
    startedAt: now(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  apply(run, input);
  world.checkRuns.push(run);
  world.emit("change");
  return run;
}

/** @throws {Refusal} when a limit is broken */
export function updateCheckRun(world: World, run: CheckRun, input: CheckRunInput): void {
  check(input);
  apply(run, input);
  world.emit("change");
}

/** @throws {Refusal} when the body is blank or too long */
export function checkComment(body: string): void {
  if (body.trim() === "") throw new LimitExceeded("Body cannot be blank");
  checkLength("Body", body, LIMITS.comment);
}
