/** Finds the line of an offset by bisection over the starts of lines. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  /** Number of lines. */
  get count(): number {
    return this.starts.length;
  }

  /** The line, from 1, that holds an offset. */
  at(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

const LONGEST_LINE = 4_000;

/** The text with its overlong lines emptied: no code that a person wrote is on them, and patterns stay cheap. */
export function withoutLongLines(text: string): string {
  if (text.length <= LONGEST_LINE) return text;
  let out: string[] | undefined;
  let from = 0;
  let kept = 0;
  for (;;) {
    const found = text.indexOf("\n", from);
    const end = found < 0 ? text.length : found;
    if (end - from > LONGEST_LINE) {
      out ??= [];
      out.push(text.slice(kept, from));
      kept = end;
    }
    if (found < 0) break;
    from = found + 1;
  }
  if (out === undefined) return text;
  out.push(text.slice(kept));
  return out.join("");
}
