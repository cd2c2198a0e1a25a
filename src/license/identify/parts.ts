/** License files that hold the license of the whole, and after it those of the files that were taken over. */
import type { Lines } from "../../evidence/artifacts/artifact.ts";
import { identifyLicense } from "../identify.ts";
import type { LicenseIdentification } from "../license.ts";
import { linesOf } from "../text/lines.ts";

/** "------ LICENSE FOR Acorn code ------": a heading between rules, as license files have no other. */
const HEADING =
  /^\s{0,4}[-=*]{4,100}\s{0,4}(?![-=*\s])[^\n]{0,120}\blicen[cs]e\b[^\n]{0,120}?\s{0,4}[-=*]{4,100}\s{0,4}$/i;
/** Words by which the first part keeps the others to the files that say so themselves. */
const KEEPS_TO_NOTED =
  /\bunless otherwise (?:noted|stated|specified|indicated)\b|\bfiles?\b[^.]{0,200}\b(?:have|has|carry|contain)\b[^.]{0,40}\bnotices?\b/i;
const LONGEST = 400;

interface Parts {
  /** The text with the lines of the other parts empty, so that its lines keep their numbers. */
  readonly main: string;
  readonly noted: string;
  readonly lines: Lines;
}

function partsOf(text: string): Parts | undefined {
  const lines = linesOf(text);
  const at = lines.findIndex((line) => line.length <= LONGEST && HEADING.test(line));
  if (at <= 0) return undefined;
  const before = lines.slice(0, at);
  if (!KEEPS_TO_NOTED.test(before.map((line) => line.slice(0, LONGEST)).join(" "))) return undefined;
  const blank = (count: number): string[] => Array.from({ length: count }, () => "");
  return {
    main: [...before, ...blank(lines.length - at)].join("\n"),
    noted: [...blank(at), ...lines.slice(at)].join("\n"),
    lines: [at + 1, lines.length],
  };
}

/**
 * What a license file says of the repository as a whole. Where it keeps further licenses to files that carry a notice of
 * their own, those do not decide over the rest: one of them that is not open is left for a person to read. Never throws.
 */
export function identifyWhole(text: string): LicenseIdentification {
  const all = identifyLicense(text);
  const parts = partsOf(text);
  if (parts === undefined || all.open === true) return all;
  const main = identifyLicense(parts.main);
  if (main.licenses.length === 0 || main.open === false) return all;
  const noted = identifyLicense(parts.noted);
  if (noted.open === true) return { ...all, open: main.open, restrictions: [], review: main.review };
  return { ...main, open: null, review: [...main.review, parts.lines] };
}
