/** One statement about files by their paths (REUSE specification 3.3, "REUSE.toml"; before it, "DEP5"). */
export interface ReuseAnnotation {
  /** Patterns of paths, relative to the folder of the file that makes the statement. */
  readonly paths: readonly string[];
  readonly license: string;
  /** `closest`: what a file says of itself comes first. `override`: this does. `aggregate`: both hold. */
  readonly precedence: "closest" | "override" | "aggregate";
  readonly line: number;
  /** True where a star also stands for what crosses folders, as in DEP5. */
  readonly starCrosses: boolean;
}

const MOST_ANNOTATIONS = 200;
const MOST_LINES = 4000;
const MOST_PATTERNS = 50;

/** Reads the `[[annotations]]` of a `REUSE.toml`; what is not understood is left out. */
export function readReuseToml(text: string): ReuseAnnotation[] {
  const found: ReuseAnnotation[] = [];
  let fields: Map<string, string[]> | undefined;
  let begun = 0;
  const close = (): void => {
    const license = fields?.get("SPDX-License-Identifier") ?? [];
    const paths = fields?.get("path") ?? [];
    const precedence = fields?.get("precedence")?.[0];
    if (license.length > 0 && paths.length > 0 && found.length < MOST_ANNOTATIONS)
      found.push({
        paths: paths.slice(0, MOST_PATTERNS),
        license: license.slice(0, 5).join(" AND "),
        precedence: precedence === "override" || precedence === "aggregate" ? precedence : "closest",
        line: begun,
        starCrosses: false,
      });
    fields = undefined;
  };
  let open: string | undefined;
  for (const [n, raw] of text.split("\n").slice(0, MOST_LINES).entries()) {
    const line = raw.slice(0, 500).trim();
    if (open !== undefined) {
      fields?.get(open)?.push(...stringsOf(line));
      if (line.includes("]")) open = undefined;
      continue;
    }
    if (line.startsWith("[")) {
      close();
      if (/^\[\[\s{0,4}annotations\s{0,4}\]\]/.test(line)) fields = new Map();
      begun = n + 1;
      continue;
    }
    const [, key, value] = /^["']?([\w-]{1,40})["']?\s{0,10}=\s{0,10}(.{0,500})$/.exec(line) ?? [];
    if (key === undefined || value === undefined || fields === undefined) continue;
    fields.set(key, stringsOf(value));
    if (value.startsWith("[") && !value.includes("]")) open = key;
  }
  close();
  return found;
}

function stringsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]{1,200})"|'([^']{1,200})'/g)].map(([, double, single]) => double ?? single ?? "");
}

/** Reads the paragraphs of a `.reuse/dep5` (Debian machine-readable copyright file 1.0). */
export function readDep5(text: string): ReuseAnnotation[] {
  const found: ReuseAnnotation[] = [];
  let paths: string[] = [];
  let field = "";
  for (const [n, raw] of text.split("\n").slice(0, MOST_LINES).entries()) {
    const line = raw.slice(0, 500).trimEnd();
    const [, name, value] = /^([A-Za-z-]{1,30}):\s{0,10}(.{0,450})$/.exec(line) ?? [];
    if (line === "") {
      paths = [];
      field = "";
    } else if (name !== undefined && value !== undefined) {
      field = name.toLowerCase();
      if (field === "files") paths = value.split(/\s{1,20}/).filter((path) => path !== "");
      if (field === "license" && paths.length > 0 && value !== "" && found.length < MOST_ANNOTATIONS)
        found.push({
          paths: paths.slice(0, MOST_PATTERNS),
          license: value,
          precedence: "aggregate",
          line: n + 1,
          starCrosses: true,
        });
    } else if (field === "files") paths.push(...line.trim().split(/\s{1,20}/));
  }
  return found;
}

const LONGEST_PATTERN = 200;
const LONGEST_PATH = 500;

/**
 * Whether a path is one that a pattern stands for: `*` within a folder, `**` across folders. Each sign of the pattern is
 * compared with each of the path once at most, so that no pattern from a repository can cost more.
 */
export function matchesPattern(path: string, pattern: string, starCrosses: boolean): boolean {
  if (pattern.length > LONGEST_PATTERN || path.length > LONGEST_PATH) return false;
  let reached = new Uint8Array(path.length + 1);
  reached[0] = 1;
  for (let p = 0; p < pattern.length; p++) {
    const sign = pattern[p];
    const next = new Uint8Array(path.length + 1);
    if (sign === "*") {
      const crosses = starCrosses || pattern[p + 1] === "*";
      while (pattern[p + 1] === "*") p++;
      for (let at = 0; at <= path.length; at++)
        if (reached[at] === 1 || (at > 0 && next[at - 1] === 1 && (crosses || path[at - 1] !== "/"))) next[at] = 1;
    } else {
      const escaped = sign === "\\" && p + 1 < pattern.length;
      const wanted = escaped ? pattern[++p] : sign;
      for (let at = 0; at < path.length; at++)
        if (reached[at] === 1 && (path[at] === wanted || (starCrosses && sign === "?"))) next[at + 1] = 1;
    }
    reached = next;
  }
  return reached[path.length] === 1;
}
