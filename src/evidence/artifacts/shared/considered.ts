import { type Said, say } from "../../../messages/said.ts";
import type { Facts } from "../../facts.ts";
import type { Evidence, Lines } from "../artifact.ts";
import { isUnder, OTHERS_WORK, type PlacedLink } from "./links.ts";

/** A file or link that a rule looked at, whether it counts, and why or why not in one sentence. */
export interface Considered {
  readonly evidence: Evidence;
  readonly taken: boolean;
  readonly because: Said;
}

/** What may be considered: a link in its place, or a file with the lines that were looked at. */
export type Candidate = PlacedLink | { readonly path: string; readonly sha?: string; readonly lines?: Lines };

/** Tells whoever asked that a candidate does not count. Always false, so that a predicate can end with it. */
export function leave(facts: Facts, candidate: Candidate, because: Said): false {
  facts.onConsidered?.({ evidence: evidenceOf(candidate), taken: false, because });
  return false;
}

/** The same facts, when one rule asks another: what the other considers is its own matter. */
export function quietly(facts: Facts): Facts {
  return facts.onConsidered === undefined ? facts : { ...facts, onConsidered: undefined };
}

/** Why the place of a link, or the words around it, mark it as other people's work; undefined where they do not. */
export function othersWork(placed: PlacedLink): Said | undefined {
  if (isUnder(placed, "acknowledgements")) return say("leftOut.underAcknowledgements");
  if (isUnder(placed, "related-work")) return say("leftOut.underRelatedWork");
  const credit = OTHERS_WORK.exec(placed.link.context)?.[0];
  return credit === undefined ? undefined : say("leftOut.othersWork", credit);
}

function evidenceOf(candidate: Candidate): Evidence {
  if (!("link" in candidate)) return { ...candidate, rule: "considered" };
  const { document, link } = candidate;
  return { url: link.url, writtenAt: { path: document.path, lines: [link.line, link.line] }, rule: "considered" };
}
