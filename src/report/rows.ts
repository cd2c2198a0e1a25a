/** One row for each artifact: its state in a symbol and a word, its license, and where it is. All faces show these rows. */
import { ARTIFACT_IDS, type ArtifactId, type MofClass } from "../evidence/artifacts/artifact.ts";
import { CLASSES_UPWARD, COMPONENTS, type MofComponentKind } from "../frameworks/mof/catalogue.ts";
import { type MofState, paperStandsIn, stateOf } from "../frameworks/mof/state.ts";
import type { Messages } from "../messages/en.ts";
import { messagesOf } from "./language.ts";
import type { ComponentReport, Report } from "./schema.ts";

export type RowState = MofState | "covered" | "optional";

/** A symbol never stands without its word: colours and shapes are not seen by everybody. */
export const SYMBOLS: Readonly<Record<RowState, string>> = {
  open: "✅",
  covered: "✅",
  restricted: "⛔",
  unlicensed: "⚠️",
  unknown: "⚠️",
  absent: "❌",
  optional: "➖",
  undetermined: "❔",
};

export interface Row {
  readonly id: ArtifactId;
  readonly kind: MofComponentKind;
  /** What the artifact is called. */
  readonly name: string;
  readonly component: ComponentReport;
  readonly state: RowState;
  /** The state in words. */
  readonly word: string;
  /** Whether it counts for its class. */
  readonly counts: boolean;
}

export interface ClassRows {
  readonly mofClass: MofClass;
  readonly title: string;
  /** How many of the artifacts that this class adds count, and how many it asks for. */
  readonly open: number;
  readonly of: number;
  readonly rows: readonly Row[];
}

/** The artifacts of a report, Class III first. */
export function classRows(report: Report, messages: Messages = messagesOf(report)): readonly ClassRows[] {
  return CLASSES_UPWARD.map((mofClass) => {
    const rows = COMPONENTS.filter((kind) => kind.mofClass === mofClass).map((kind) => rowOf(report, kind, messages));
    const required = rows.filter(({ kind }) => kind.required);
    const open = required.filter(({ counts }) => counts).length;
    return { mofClass, title: messages.classTitle(mofClass), open, of: required.length, rows };
  });
}

export const allRows = (report: Report): readonly Row[] => classRows(report).flatMap(({ rows }) => rows);

function rowOf(report: Report, kind: MofComponentKind, messages: Messages): Row {
  const component = report.components[kind.id];
  const state = rowStateOf(report, kind);
  const counts = state === "open" || state === "covered";
  const { component: names, state: words } = messages;
  return { id: kind.id, kind, name: names[kind.id], component, state, word: words[state], counts };
}

function rowStateOf(report: Report, kind: MofComponentKind): RowState {
  const state = stateOf(report.components[kind.id]);
  if (state === "open") return "open";
  if (kind.id === "technical-report" && paperStandsIn(report.components)) return "covered";
  return state === "absent" && !kind.required ? "optional" : state;
}

/** The states of all artifacts, for comparing two reports. */
export const statesOf = (report: Report): Readonly<Record<ArtifactId, MofState>> =>
  Object.fromEntries(ARTIFACT_IDS.map((id) => [id, stateOf(report.components[id])])) as Record<ArtifactId, MofState>;
