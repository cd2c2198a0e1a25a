/** One sentence about many things instead of many sentences that differ only in the thing. */
import type { Messages } from "../../messages/en.ts";
import { inEnglish, type Said, type SaidValue, speak, spokenAs } from "../../messages/said.ts";

/**
 * Sentences that differ in their first value alone, which names what they are about, become one that names all of it.
 * A sentence without a code stays as it is.
 */
export function sameOfMany(
  messages: Messages,
  sentences: readonly string[],
  said: readonly Said[] | undefined,
): readonly string[] {
  const groups = new Map<string, number[]>();
  for (const [index] of sentences.entries()) {
    const one = said?.[index];
    const key = one === undefined ? `${index}` : JSON.stringify([one.code, one.values.slice(1)]);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()].map((indexes) => {
    const [first = 0] = indexes;
    const one = said?.[first];
    const alone = spokenAs(messages, sentences[first] ?? "", one);
    if (one === undefined || indexes.length === 1) return alone;
    const names = indexes.map((index) => nameIn(messages, said?.[index]?.values[0]));
    if (names.includes("")) return alone;
    return speak(messages, { ...one, values: [messages.enumerate(names), ...one.values.slice(1)] }) ?? alone;
  });
}

function nameIn(messages: Messages, value: SaidValue | undefined): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && "code" in value ? (speak(messages, value) ?? inEnglish(value)) : "";
}
