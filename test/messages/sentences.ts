/** Every sentence of a language, spoken once, for the tests that read them all. */
import type { Messages } from "../../src/messages/en.ts";

/** Something for each kind of value that a sentence may take; words from a repository hold no letter of any language here. */
const WORDS = "‹1›";
const KINDS: readonly unknown[] = [
  WORDS,
  2,
  [WORDS, WORDS],
  {
    open: 1,
    of: 2,
    id: "datasets",
    why: "absent",
    name: WORDS,
    state: WORDS,
    takes: WORDS,
    remedy: WORDS,
    commit: WORDS,
    branch: WORDS,
    checks: WORDS,
    policyPath: WORDS,
    what: WORDS,
    before: WORDS,
    after: WORDS,
    limits: [WORDS, WORDS],
  },
];

type Speaker = (...values: readonly unknown[]) => unknown;
const isSpeaker = (value: unknown): value is Speaker => typeof value === "function";
const isGroup = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export interface Sentence {
  /** `group.key`. */
  readonly code: string;
  readonly words: string;
  /** How many values it takes. */
  readonly takes: number;
}

/** Names of artifacts are lists of ids and no sentences. */
const NO_SENTENCES = ["besideEnglish"];

export function sentencesOf(record: Messages | object, prefix = ""): readonly Sentence[] {
  return Object.entries(record).flatMap(([key, value]: [string, unknown]): readonly Sentence[] => {
    const code = `${prefix}${key}`;
    if (NO_SENTENCES.includes(code)) return [];
    if (typeof value === "string") return [{ code, words: value, takes: 0 }];
    if (Array.isArray(value)) return [{ code, words: value.join("\n"), takes: 0 }];
    if (isSpeaker(value)) return [{ code, words: spokenOnce(value), takes: value.length }];
    return isGroup(value) ? sentencesOf(value, `${code}.`) : [];
  });
}

/** What a sentence says of values that it can be spoken with. */
function spokenOnce(speak: Speaker): string {
  const tries = (count: number): readonly (readonly unknown[])[] =>
    count === 0 ? [[]] : tries(count - 1).flatMap((rest) => KINDS.map((kind) => [...rest, kind]));
  const said = tries(speak.length).flatMap((values) => {
    try {
      const words = speak(...values);
      return typeof words === "string" && !/undefined|\[object|NaN/.test(words) ? [words] : [];
    } catch {
      // A list where it takes words, or the other way round.
      return [];
    }
  });
  // A value of the wrong kind leaves a gap.
  const [fullest = ""] = said.toSorted((one, other) => other.length - one.length);
  if (fullest === "") throw new Error(`No values were found that ${speak.toString().slice(0, 80)} can be spoken with`);
  return fullest;
}
