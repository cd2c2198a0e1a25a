/** A JSON object as parsed. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a plain JSON object (not a list, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Parses JSON, and once more with bare `NaN` and `Infinity` read as null, because Python's json module writes them.
 * @returns undefined when it is not JSON even so
 */
export function parseJson(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(body);
  } catch {
    if (!/\b(?:NaN|Infinity)\b/.test(body)) return undefined;
  }
  try {
    return JSON.parse(withoutNonNumbers(body));
  } catch {
    return undefined;
  }
}

/** Strings are stepped over whole, in one pass, so that a word inside one is left alone. */
function withoutNonNumbers(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const quote = text.indexOf('"', from);
    const plain = text.slice(from, quote < 0 ? text.length : quote);
    pieces.push(plain.replace(/-?\b(?:NaN|Infinity)\b/g, "null"));
    if (quote < 0) break;
    let end = quote + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    pieces.push(text.slice(quote, end + 1));
    from = end + 1;
  }
  return pieces.join("");
}
