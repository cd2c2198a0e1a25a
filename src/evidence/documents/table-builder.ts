import type { Table } from "./document.ts";

const MAX_COLUMNS = 100;
const MAX_SPAN = 50;
const MAX_ROWS = 5_000;

/** Collects a table's cells row by row; cells that span columns or rows are repeated where they reach. */
export class TableBuilder {
  readonly firstLine: number;
  /** How many tables are open within this one: their cells belong to the outer cell. */
  depth = 1;
  #headers: string[] | undefined;
  readonly #rows: string[][] = [];
  #row: string[] | undefined;
  #rowIsHead = false;
  #inHead = false;
  #spans: { text: string; left: number }[] = [];

  constructor(firstLine: number) {
    this.firstLine = firstLine;
  }

  openHead(): void {
    this.#inHead = true;
  }

  closeHead(): void {
    this.#inHead = false;
  }

  openRow(): void {
    this.#row = [];
    this.#rowIsHead = true;
  }

  cell(text: string, head: boolean, columns: number, rows: number): void {
    if (this.#row === undefined) this.openRow();
    const row = this.#row ?? [];
    if (!head) this.#rowIsHead = false;
    this.#reachDown(row);
    for (let n = 0; n < Math.max(1, Math.min(columns, MAX_SPAN)) && row.length < MAX_COLUMNS; n += 1) {
      if (rows > 1) this.#spans[row.length] = { text, left: Math.min(rows, 1_000) - 1 };
      row.push(text);
    }
  }

  /** Ends the row and gives its cells; undefined for one without any. */
  closeRow(): readonly string[] | undefined {
    const row = this.#row;
    this.#row = undefined;
    if (row === undefined) return undefined;
    this.#reachDown(row);
    if (row.length === 0) return undefined;
    if (this.#headers === undefined && this.#rows.length === 0 && (this.#inHead || this.#rowIsHead)) {
      this.#headers = row;
    } else if (this.#headers !== undefined && this.#inHead && this.#rows.length === 0) {
      this.#headers = joinHeads(this.#headers, row);
    } else if (this.#rows.length < MAX_ROWS) this.#rows.push(row);
    return row;
  }

  /** The table, or undefined when it is only layout: fewer than two cells in all. */
  finish(lastLine: number, section: number | undefined): Table | undefined {
    // An HTML table without `th`: its first row is the head, as it reads to a person.
    const headers = this.#headers ?? this.#rows.shift() ?? [];
    if (headers.length + this.#rows.length < 2) return undefined;
    return { headers, rows: this.#rows, lines: [this.firstLine, lastLine], section };
  }

  #reachDown(row: string[]): void {
    for (;;) {
      const span = this.#spans[row.length];
      if (span === undefined || span.left <= 0 || row.length >= MAX_COLUMNS) return;
      span.left -= 1;
      row.push(span.text);
    }
  }
}

/** Two head rows make one: a group's name stands before each of its columns. */
function joinHeads(upper: readonly string[], lower: readonly string[]): string[] {
  return lower.map((text, column) => {
    const group = upper[column] ?? "";
    return group === "" || group === text ? text : `${group} ${text}`.trim();
  });
}
