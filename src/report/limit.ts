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
  const longestNote = note(lines.length);
  // Room for the note and for closing every element that is open at the cut.
  const room = max - longestNote.length - 2 - closing(markdown).length;
  let length = 0;
  let kept = 0;
  while (kept < lines.length && length + lines[kept]!.length + 1 <= room) {
    length += lines[kept]!.length + 1;
    kept++;
  }
  const whole = lines.slice(0, kept).join("\n");
  return `${whole}${closing(whole)}\n\n${note(lines.length - kept)}`.slice(0, max);
}

function closing(markdown: string): string {
  const opened = markdown.split("<details>").length - markdown.split("</details>").length;
  return "\n\n</details>".repeat(Math.max(0, opened));
}

/** Cuts plain text to at most `max` UTF-16 units with an ellipsis; never inside a surrogate pair. */
export function limitText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const last = cut.charCodeAt(cut.length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return `${(isHalf ? cut.slice(0, -1) : cut).trimEnd()}…`;
}
