interface Spelling {
  readonly name: string;
  readonly parts: readonly string[];
  /** The exact letters, where other letters would be an ordinary word. */
  readonly exact: string | undefined;
}

export interface NameFinder {
  /** Names in the order of their first appearance. */
  find(text: string): string[];
}

const MAX_TEXT = 200_000;
const PART = /[\p{L}\p{N}]+|[@+]+/gu;
const ASCII_CAP = 40;

/**
 * Finds known names in text as whole tokens, the longest first: `MMLU-Pro` is not `MMLU`, `GSM8K` is found in
 * `gsm8k_cot`, and `race` is not `RACE`.
 * @param list names in the notation of `benchmark-names.ts`
 */
export function nameFinder(list: string): NameFinder {
  const byFirst = new Map<string, Spelling[]>();
  for (const entry of list.trim().split(/,\s+/)) {
    const exactAll = entry.startsWith("!");
    const spellings = entry.split("=");
    const name = (spellings[0] ?? "").replace(/^!/, "").replace(/-(?:benchmark|bench?mark|score)$/, "");
    for (const written of spellings) {
      const exact = exactAll || written.startsWith("!");
      const bare = written.replace(/^!/, "");
      const spelled = partsOf(bare).map((part) => part.text.toLowerCase());
      const first = spelled[0];
      if (first === undefined) continue;
      const spelling = { name, parts: spelled, exact: exact ? squeezed(bare) : undefined };
      const others = byFirst.get(first);
      if (others === undefined) byFirst.set(first, [spelling]);
      else others.push(spelling);
    }
  }
  for (const spellings of byFirst.values()) spellings.sort((a, b) => b.parts.length - a.parts.length);
  return { find: (text) => findNames(text, byFirst) };
}

interface Part {
  readonly text: string;
  readonly at: number;
}

function findNames(text: string, byFirst: ReadonlyMap<string, readonly Spelling[]>): string[] {
  const sample = text.slice(0, MAX_TEXT);
  const parts = partsOf(sample);
  const found = new Set<string>();
  for (let n = 0; n < parts.length; n += 1) {
    const spellings = byFirst.get((parts[n]?.text ?? "").toLowerCase());
    const hit = spellings?.find((spelling) => fits(spelling, parts, n));
    if (hit === undefined) continue;
    found.add(hit.name);
    n += hit.parts.length - 1;
  }
  return [...found];
}

function fits(spelling: Spelling, parts: readonly Part[], from: number): boolean {
  let written = "";
  let end = -1;
  for (let n = 0; n < spelling.parts.length; n += 1) {
    const part = parts[from + n];
    if (part === undefined || part.text.toLowerCase() !== spelling.parts[n]) return false;
    // At most one space, dash, underscore, slash or dot between the parts of one name.
    if (end >= 0 && part.at - end > 1) return false;
    end = part.at + part.text.length;
    written += part.text;
  }
  return spelling.exact === undefined || written === spelling.exact;
}

function squeezed(text: string): string {
  return partsOf(text)
    .map((part) => part.text)
    .join("");
}

/** Words of Latin letters and digits; a Han or Kana letter beside them ends them, as it would for a reader. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const match of text.matchAll(PART)) {
    for (const word of match[0].matchAll(/[\p{Script=Latin}\p{Script=Greek}\p{N}]+|[@+]+/gu)) {
      if (word[0].length <= ASCII_CAP) parts.push({ text: word[0], at: match.index + word.index });
    }
  }
  return parts;
}
