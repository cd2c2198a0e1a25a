/**
 * A sentence that a pure room puts into the report: its code and what it is about. The report carries it beside the
 * English sentence, and a face speaks it in the language that the owner asked for.
 */
import { en, type Messages } from "./en.ts";

/** Words from the repository, numbers, ids, lists of them, or another sentence. */
export type SaidValue = string | number | Said | readonly SaidValue[];

export interface Said {
  /** `group.key` of the sentence in the messages. */
  readonly code: string;
  /** What the sentence takes, in its order. */
  readonly values: readonly SaidValue[];
}

/** A sentence in English, with its code and values where it has them. */
export interface Told {
  readonly message: string;
  readonly code?: string | undefined;
  readonly values?: readonly SaidValue[] | undefined;
}

/** The groups whose sentences and names may be said. */
const GROUPS = [
  "artifact",
  "because",
  "blind",
  "card",
  "cardPart",
  "claims",
  "companion",
  "component",
  "dataAspect",
  "dataKind",
  "euAiAct",
  "evaluation",
  "expectation",
  "freedom",
  "freedoms",
  "kind",
  "leftOut",
  "license",
  "model",
  "models",
  "mofFile",
  "mot",
  "note",
  "openmdw",
  "openwashing",
  "osaid",
  "policy",
  "remote",
  "remoteReason",
  "restriction",
  "softwareHeritage",
  "source",
  "state",
  "subject",
  "taken",
  "true",
  "trueLetter",
  "trueStep",
  "unavailable",
  "unread",
  "waiver",
  "whom",
  "yaml",
] as const satisfies readonly (keyof Messages)[];

type Group = (typeof GROUPS)[number];
export type Code = { [G in Group]: `${G}.${keyof Messages[G] & string}` }[Group];

type SentenceOf<C> = C extends `${infer G extends Group}.${infer K}`
  ? K extends keyof Messages[G]
    ? Messages[G][K]
    : never
  : never;

/** Where a sentence takes any text, a sentence may be given that is spoken in the same language. */
type Given<V> = V extends string
  ? string extends V
    ? string | Said
    : V
  : V extends readonly (infer Item)[]
    ? readonly Given<Item>[]
    : V;

type ValuesOf<C> = SentenceOf<C> extends (...values: infer V) => string ? { [I in keyof V]: Given<V[I]> } : [];

/** A sentence by its code; code and values must fit the English record. */
export const say = <C extends Code>(code: C, ...values: ValuesOf<C>): Said => ({
  code,
  values: values as readonly SaidValue[],
});

/** A sentence as reports carry it: in English, with code and values beside. */
export function told<C extends Code>(code: C, ...values: ValuesOf<C>): Required<Told> & Said {
  const said = say(code, ...values);
  return { message: inEnglish(said), ...said };
}

/** The sentence in English. */
export const inEnglish = (said: Said): string => speak(en, said) ?? said.code;

/** The sentence in a language; undefined where the language has no such sentence, as for a report of another version. */
export function speak(messages: Messages, { code, values }: Said): string | undefined {
  const dot = code.indexOf(".");
  const group = GROUPS.find((name) => name === code.slice(0, dot));
  if (group === undefined) return undefined;
  const sentences: object = messages[group];
  const sentence: unknown = Object.getOwnPropertyDescriptor(sentences, code.slice(dot + 1))?.value;
  if (typeof sentence === "string") return values.length === 0 ? sentence : undefined;
  if (typeof sentence !== "function" || sentence.length !== values.length) return undefined;
  return String(sentence(...values.map((value) => valueIn(messages, value))));
}

function valueIn(messages: Messages, value: SaidValue): unknown {
  if (typeof value === "string" || typeof value === "number") return value;
  if ("code" in value) return speak(messages, value) ?? inEnglish(value);
  return value.map((item) => valueIn(messages, item));
}

/** What was told, in a language; in English as it stands where it has no code that the language knows. */
export const spoken = (messages: Messages, { message, code, values }: Told): string =>
  (code === undefined ? undefined : speak(messages, { code, values: values ?? [] })) ?? message;

/** As `spoken`, for a sentence and its code that are kept apart. */
export const spokenAs = (messages: Messages, message: string, said: Said | undefined): string =>
  spoken(messages, { message, ...said });
