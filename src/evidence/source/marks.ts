import type { RoleMark, SourceRole } from "./source.ts";

const MOST_MARKS = 40;

/** Collects role marks, one of each role and wording, strong before weak. */
export class Marks {
  private readonly marks = new Map<string, RoleMark>();

  strong(role: SourceRole, line: number, what: string): void {
    this.add({ role, strength: "strong", line, what });
  }

  weak(role: SourceRole, line: number, what: string): void {
    this.add({ role, strength: "weak", line, what });
  }

  has(role: SourceRole, strength: RoleMark["strength"] = "strong"): boolean {
    return [...this.marks.values()].some((mark) => mark.role === role && mark.strength === strength);
  }

  /** Marks in order of lines, at most 40. */
  list(): RoleMark[] {
    return [...this.marks.values()].sort((a, b) => rank(a) - rank(b) || a.line - b.line).slice(0, MOST_MARKS);
  }

  private add(mark: RoleMark): void {
    const key = `${mark.role} ${mark.strength} ${mark.what}`;
    if (!this.marks.has(key)) this.marks.set(key, { ...mark, what: mark.what.slice(0, 160) });
  }
}

function rank(mark: RoleMark): number {
  return mark.strength === "strong" ? 0 : 1;
}
