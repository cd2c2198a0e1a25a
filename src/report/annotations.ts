/** Findings as annotations: the gravest first, one for each line and rule, in the shape of GitHub's REST API. */
import type { Messages } from "../messages/en.ts";
import { spoken } from "../messages/said.ts";
import { wordIn } from "./language.ts";
import { limitBytes, limitText, MAX_ANNOTATION_BYTES, MAX_ANNOTATION_TITLE, MAX_ANNOTATIONS } from "./limit.ts";
import { visible } from "./markdown/escape.ts";
import { fileUrl } from "./markdown/links.ts";
import { findingsByLevel } from "./markdown/sections.ts";
import type { Report, ReportFinding } from "./schema.ts";

/** The shape of the REST API's `output.annotations` (REST reference, "Create a check run"). */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
  /** The command that tells more of the rule; GitHub folds it away. */
  readonly raw_details?: string;
}

export interface Annotations {
  readonly shown: readonly Annotation[];
  /** How many lines got none, for there were too many. */
  readonly left: number;
}

/**
 * Annotates the lines that findings are about. A finding without a place, or with one that is not in the audited tree,
 * stands in the summary alone: GitHub would have nowhere to show it.
 */
export function annotationsOf(report: Report, messages: Messages): Annotations {
  const byPlace = new Map<string, ReportFinding[]>();
  for (const finding of findingsByLevel(report).filter(isInTree)) {
    const key = JSON.stringify([finding.path, linesOf(finding)[0], finding.rule]);
    byPlace.set(key, [...(byPlace.get(key) ?? []), finding]);
  }
  const all = [...byPlace.values()];
  const shown = all.slice(0, MAX_ANNOTATIONS).map((findings) => annotationOf(findings, messages));
  return { shown, left: all.length - shown.length };
}

/** A path that GitHub could not have in a tree is none. */
const isInTree = ({ path, elsewhere }: ReportFinding): boolean =>
  path !== undefined && elsewhere !== true && fileUrl({ owner: "o", repo: "r", head: "h" }, path) !== undefined;

/** Findings of one rule about one line, as one annotation. */
function annotationOf(findings: readonly ReportFinding[], messages: Messages): Annotation {
  const { path = "", rule, level } = findings[0]!;
  const [first, last] = linesOf(findings[0]!);
  const sentences = findings.slice(0, 20).map((finding) => visible(spoken(messages, finding), 2000));
  const message = [...new Set(sentences.filter((sentence) => sentence !== ""))].join("\n");
  const title = limitText(wordIn(messages.rule, rule) ?? visible(rule, 200), MAX_ANNOTATION_TITLE);
  return {
    path: path.toWellFormed(),
    start_line: first,
    end_line: last,
    annotation_level: level,
    title: title || messages.face.problems,
    message: limitBytes(message, MAX_ANNOTATION_BYTES) || title || messages.face.problems,
    ...(/^[a-z][a-z0-9-]{0,60}$/.test(rule) ? { raw_details: `/openness explain ${rule}` } : {}),
  };
}

/** GitHub counts lines from one and takes none before the first. */
function linesOf({ lines = [1, 1] }: ReportFinding): readonly [number, number] {
  const first = Math.max(1, Math.trunc(lines[0]) || 1);
  return [first, Math.max(first, Math.trunc(lines[1]) || first)];
}
