/**
 * GitHub's limits: 65,535 characters for a check run's summary and text, 65,536 for a comment, 50 annotations a request
 * (REST reference, "Create a check run" and "Create an issue comment"). What is longer is refused as a whole, so it is
 * cut here, on a line, and says so.
 */
export const MAX_CHECK_TEXT = 65_535;
export const MAX_COMMENT = 65_536;
export const MAX_ANNOTATIONS = 50;
/** Characters of an annotation's title, and bytes of its message (REST reference, "Create a check run"). */
export const MAX_ANNOTATION_TITLE = 255;
export const MAX_ANNOTATION_BYTES = 64 * 1024;
export const MAX_TITLE = 60;

/**
 * Cuts Markdown to at most `max` UTF-16 units, after the last whole line that fits, closes what is left open and appends
 * a note.
 * @param note says what was cut, given the number of lines that were
 */
export function limitLines(markdown: string, max: number, note: (lines: number) => string): string {
  if (markdown.length <= max) return markdown;
  const lines = markdown.split("\n");
  const room = max - note(lines.length).length - CLOSING.length - 2;
  let length = 0;
  let kept = 0;
  while (kept < lines.length && length + lines[kept]!.length + 1 <= room) {
    length += lines[kept]!.length + 1;
    kept++;
  }
  const whole = lines.slice(0, kept).join("\n");
  return `${whole}${closingOf(lines.slice(0, kept))}\n\n${note(lines.length - kept)}`;
}

/** The longest fence that faces write, and a fold: they are never nested in their own kind, so one of each is enough. */
const CLOSING = `\n${"`".repeat(20)}\n\n</details>`;

/** Ends a fence and a fold that the lines leave open, in this order: a fence may stand in a fold. */
function closingOf(lines: readonly string[]): string {
  let fence: string | undefined;
  let isFold = false;
  for (const line of lines) {
    const [marks] = /^`{3,20}/.exec(line) ?? [];
    if (fence !== undefined) fence = marks !== undefined && line.trim() === fence ? undefined : fence;
    else if (marks !== undefined) fence = marks;
    else if (line === "<details>") isFold = true;
    else if (line === "</details>") isFold = false;
  }
  return `${fence === undefined ? "" : `\n${fence}`}${isFold ? "\n\n</details>" : ""}`;
}

/** Cuts plain text to at most `max` UTF-16 units with an ellipsis; never inside a surrogate pair. */
export function limitText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const last = cut.charCodeAt(cut.length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return `${(isHalf ? cut.slice(0, -1) : cut).trimEnd()}…`;
}

/** Cuts plain text to at most `max` bytes of UTF-8 with an ellipsis; never inside a character. */
export function limitBytes(text: string, max: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= max) return text;
  // An ellipsis takes three bytes. A byte that begins with the bits 10 goes on with the character before it.
  let end = max - 3;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return `${new TextDecoder().decode(bytes.subarray(0, end)).trimEnd()}…`;
}
