/** Revisions of a hub repository that are checkpoints of its training, by their names (Pythia, OLMo, Amber and others). */
import type { Finding, RemoteFact } from "./fact.ts";

/** A branch or a tag, with the commit that it leads to. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
}

const STEP =
  /^(?:stage[-_]?(\d{1,3})[-_])?(?:ingredient[-_]?(\d{1,3})[-_])?(?:global[-_]?step|step|iteration|iter|ckpt|checkpoint|epoch)[-_ ]?(\d{1,12})(?:$|[-_.])/i;

/** Fewer could be left-overs of a trial, and show nothing of how a training went. */
const FEWEST = 3;

/**
 * Whether revisions show a training: at least three steps, each at a commit of its own. A single branch, or many names for
 * one commit, prove nothing. Without steps nothing is disproven either: checkpoints may lie in folders or elsewhere.
 */
export function proveCheckpoints(revisions: readonly Revision[]): Finding {
  const steps = new Map<string, string>();
  const commits = new Set<string>();
  for (const { name, commit } of revisions) {
    const [, stage = "", ingredient = "", step] = STEP.exec(name.slice(0, 200)) ?? [];
    if (step === undefined) continue;
    const key = `${stage}/${ingredient}/${BigInt(step)}`;
    if (steps.has(key) || commits.has(commit)) continue;
    steps.set(key, commit);
    commits.add(commit);
  }
  const counted = { steps: steps.size };
  return steps.size >= FEWEST
    ? { state: "verified", reason: "steps-found", counted }
    : { state: "unverified", reason: "no-steps", counted };
}

/** Revisions of an open page cannot be closed or gone: such an answer is not believed. */
function readable(revisions: RemoteFact | undefined): Pick<RemoteFact, "state" | "reason"> {
  if (revisions === undefined) return { state: "unknown", reason: "no-time" };
  const isPlain = ["verified", "unverified", "unknown"].includes(revisions.state);
  return isPlain ? revisions : { state: "unknown", reason: "not-understood" };
}

/**
 * What a page and its revisions say of intermediate checkpoints. A page that is closed, gone or not whole is that for all
 * of its revisions; an open one proves the final weights alone, and what its revisions show decides.
 *
 * @param page what was said of the page; its license holds for the checkpoints
 * @param revisions what was said of its branches and tags, where they were asked for
 */
export function checkpointFact(page: RemoteFact, revisions: RemoteFact | undefined): RemoteFact {
  if (page.state !== "verified" && page.state !== "unverified") return page;
  const { state, reason } = readable(revisions);
  const steps = revisions?.counted?.steps;
  return {
    ...page,
    state,
    reason,
    ...(steps === undefined ? {} : { counted: { ...page.counted, steps } }),
  };
}
