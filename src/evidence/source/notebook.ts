import { isObject, parseJson } from "../files/json.ts";

/** The Python of a notebook, its shell lines, and where each line stands in the notebook's file. */
export interface NotebookCode {
  readonly python: string;
  readonly shell: string;
  /** Line in the file of each line of `python`, from 0. */
  readonly lines: readonly number[];
  readonly shellLines: readonly number[];
}

const MOST_LINES = 8_000;

/**
 * Takes the code cells of a Jupyter notebook (nbformat 4); Markdown cells and outputs are left out, `!command` lines
 * become shell, magics are dropped. Undefined when the text is no notebook.
 */
export function readNotebook(text: string): NotebookCode | undefined {
  const value = parseJson(text);
  if (!isObject(value) || !Array.isArray(value.cells)) return undefined;
  const finder = new LineFinder(text);
  const python: string[] = [];
  const lines: number[] = [];
  const shell: string[] = [];
  const shellLines: number[] = [];
  for (const cell of value.cells) {
    if (!isObject(cell) || cell.cell_type !== "code") continue;
    for (const line of sourceLines(cell.source)) {
      if (python.length >= MOST_LINES) return { python: python.join("\n"), shell: shell.join("\n"), lines, shellLines };
      const at = finder.find(line);
      const bang = /^(\s{0,40})[!%]/.exec(line);
      if (bang && line.trim().startsWith("!")) {
        shell.push(line.trim().slice(1));
        shellLines.push(at);
      }
      python.push(bang ? `${bang[1]}pass` : line);
      lines.push(at);
    }
  }
  return { python: python.join("\n"), shell: shell.join("\n"), lines, shellLines };
}

function sourceLines(source: unknown): string[] {
  const text = Array.isArray(source)
    ? source.filter((part) => typeof part === "string").join("")
    : typeof source === "string"
      ? source
      : "";
  return text
    .slice(0, 200_000)
    .split("\n")
    .map((line) => line.slice(0, 2_000));
}

/** Finds source lines in the raw file in order; gives up after some misses, so that a hostile file stays cheap. */
class LineFinder {
  private offset = 0;
  private line = 1;
  private misses = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  find(source: string): number {
    const needle = JSON.stringify(source).slice(1, -1);
    if (needle.trim().length < 3 || this.misses > 20) return this.line;
    const at = this.text.indexOf(needle, this.offset);
    if (at < 0) {
      this.misses += 1;
      return this.line;
    }
    for (
      let next = this.text.indexOf("\n", this.offset);
      next >= 0 && next < at;
      next = this.text.indexOf("\n", next + 1)
    )
      this.line += 1;
    this.offset = at;
    return this.line;
  }
}
