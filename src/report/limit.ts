/**
 * GitHub's limits: 65,535 characters for a check run's summary and text, 65,536 for a comment, 50 annotations a request
 * (REST reference, "Create a check run" and "Create an issue comment"). What is longer is refused as a whole, so it is
 * cut here, on a line, and says so.
 */
export const MAX_CHECK_TEXT = 65_535;
export const MAX_COMMENT = 65_536;
export const MAX_ANNOTATIONS = 50;
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
  const isOpen = whole.lastIndexOf("<details>") > whole.lastIndexOf("</details>");
  return `${whole}${isOpen ? CLOSING : ""}\n\n${note(lines.length - kept)}`;
}

/** Folds are never nested, so one is enough. */
const CLOSING = "\n\n</details>";

/** Cuts plain text to at most `max` UTF-16 units with an ellipsis; never inside a surrogate pair. */
export function limitText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const last = cut.charCodeAt(cut.length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return `${(isHalf ? cut.slice(0, -1) : cut).trimEnd()}…`;
}
