import type { Document, Passage } from "../../evidence/documents/document.ts";
import type { Scope } from "./statement.ts";
import { subjectsIn } from "./subjects.ts";

/** "The following components are MIT licensed:", and then a list. */
const ANNOUNCES = /\b(?:following|below)\b|以下|如下|下列|次の/i;
const MOST_ITEMS = 20;
/** How far below its announcement a list may begin, in lines. */
const NEAR = 2;
/** Letters that may stand beside the subject in an item that names a whole kind: "The code", "All model weights". */
const BESIDE = 8;

/** What the items of an announced list speak of. */
export interface Announced {
  /** Kinds that an item names as a whole: "Code". */
  readonly whole: readonly Scope[];
  /** Kinds of which an item names one thing or a part: "Text of the Lumo dataset". */
  readonly part: readonly Scope[];
}

/**
 * The list under a passage that announces one, undefined where none is announced. An item that names a thing is about
 * that thing only: what is granted for a part is not granted for the whole (REUSE specification 3.3:
 * licensing information belongs to the files that it is given for).
 */
export function announcedBy(passage: Passage, { passages }: Document): Announced | undefined {
  if (!/[:：]\W{0,3}$/.test(passage.text.slice(-6)) || !ANNOUNCES.test(passage.text.slice(0, 400))) return undefined;
  const from = passages.indexOf(passage) + 1;
  const items: string[] = [];
  let line = passage.lines[1] + NEAR - 1;
  for (const item of passages.slice(from, from + MOST_ITEMS)) {
    if (item.section !== passage.section || item.lines[0] > line + 1 || /[:：]\W{0,3}$/.test(item.text.slice(-6)))
      break;
    items.push(item.text.slice(0, 400));
    line = item.lines[1];
  }
  if (items.length === 0) return undefined;
  const whole = new Set<Scope>();
  const part = new Set<Scope>();
  for (const item of items) {
    const subjects = subjectsIn(item);
    const letters = item.replace(/[^\p{L}]/gu, "").length - subjects.reduce((sum, { length }) => sum + length, 0);
    for (const { scopes } of subjects) for (const scope of scopes) (letters <= BESIDE ? whole : part).add(scope);
  }
  return { whole: [...whole], part: [...part] };
}
