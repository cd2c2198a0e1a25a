/** JSON that was written for people, in the fewest characters; every other text as it is. Ends with a line break. */
export function compactJson(text: string): string {
  if (!text.startsWith("{") && !text.startsWith("[")) return text;
  try {
    return `${JSON.stringify(JSON.parse(text))}\n`;
  } catch {
    return text;
  }
}

/** Writes a value as JSON; halves of surrogate pairs, which strict readers refuse, are replaced. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === "string" ? item.toWellFormed() : item), 2);
