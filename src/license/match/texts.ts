import { isOpen } from "../catalogue.ts";
import type { Words } from "../text/tokens.ts";
import { type Alignment, align } from "./align.ts";
import { bestPossible, Candidates } from "./candidates.ts";
import { PARAGRAPH } from "./edits.ts";
import { type Effort, noEffort } from "./effort.ts";
import { UNKNOWN_WORD } from "./runs.ts";
import { type Template, templates } from "./templates.ts";
import { disclaimerMask } from "./zones.ts";

/** A license text found in a file. */
export interface FoundText {
  readonly alignment: Alignment;
  /** False when the text stops before the license does. */
  readonly complete: boolean;
  /** Share of the license's required words that are there, 0 to 1. */
  readonly coverage: number;
}

/** License texts looked for in one file: files that collect notices rarely hold more different ones. */
const MOST_TEXTS = 8;
/** In a text longer than any license every search costs more, and fewer have to do; what is left is never called open. */
const LONG = 20_000;
const MOST_IN_LONG = 4;
const LEAST_COVERAGE = 0.72;
/** Of a text of a few lines nearly all has to be there: little text is alike by chance. */
const LEAST_COVERAGE_SHORT = 0.85;
const SHORT = 45;
const MOST_ADDED = 0.3;
/** Of unfinished copies that differ in a few words, a license on the approved lists is likelier meant. */
const LIKELIER = 3;
/** Words that may be missing at the very end: a last line, not a clause. */
const MOST_END_MISSING = 6;
/** A start of a license as long as this share of it is that license, cut off. */
const LEAST_START = 0.33;

/** What is known of a text after its license texts were looked for. */
export interface Search {
  readonly found: readonly FoundText[];
  /** 1 for each word that a license text explains. */
  readonly explained: Uint8Array;
  /** Numbers of the words and of their runs among those of the license texts. */
  readonly numbers: Uint16Array;
  readonly runs: Int32Array;
}

/**
 * License texts in a file, the largest first. After each the words it explains are put aside and the rest is searched
 * again, so that a file with three licenses gives three; longer runs of added words go back to the rest.
 * @param effort where the steps taken are counted
 */
export function findTexts(text: Words, effort: Effort = noEffort()): Search {
  const { numberOf, index } = templates();
  const numbers = new Uint16Array(text.words.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = numberOf.get(text.words[i]!) ?? UNKNOWN_WORD;
  const runs = index.runsOf(numbers);
  const explained = new Uint8Array(text.words.length);
  const found: FoundText[] = [];
  const candidates = new Candidates(runs, effort);
  for (let round = 0; round < (numbers.length > LONG ? MOST_IN_LONG : MOST_TEXTS); round++) {
    const best = bestText(numbers, runs, candidates, explained, round === 0, effort);
    if (best === undefined) break;
    found.push(best);
    const { from, to, edits } = best.alignment;
    explained.fill(1, from, to);
    for (const edit of edits) {
      const [a, b] = edit.text;
      if (b - a >= PARAGRAPH && a >= from && b <= to) explained.fill(0, a, b);
    }
    candidates.recount(from, to, explained);
  }
  return { found, explained, numbers, runs };
}

function bestText(
  numbers: Uint16Array,
  runs: Int32Array,
  candidates: Candidates,
  explained: Uint8Array,
  isFirst: boolean,
  effort: Effort,
): FoundText | undefined {
  let best: { found: FoundText; score: number } | undefined;
  for (const candidate of candidates.ranked()) {
    const { template } = candidate;
    if (best !== undefined && template.words.length <= best.score) continue;
    // What is explained already may stand inside another license and breaks runs at no cost, so this holds at first only.
    if (isFirst && best !== undefined && bestPossible(candidate) + LIKELIER < best.score) continue;
    const alignment = align(numbers, runs, template, explained, effort);
    if (alignment === undefined) continue;
    const whole = asWhole(alignment);
    // The text is this license to the letter and nothing else: no other can fit better.
    if (whole !== undefined && alignment.edits.length === 0 && alignment.matched === numbers.length) return whole;
    const found = whole ?? asStart(alignment);
    if (found === undefined) continue;
    const score = whole
      ? alignment.score
      : startScore(alignment) + (isOpen(template.id, "mot") === true ? LIKELIER : 0);
    if (
      best === undefined ||
      score > best.score ||
      (score === best.score && better(template, best.found.alignment.template))
    ) {
      best = { found, score };
    }
  }
  return best?.found;
}

/** Of two texts that fit equally well, the one people mean is the approved one, then the shorter. */
function better(a: Template, b: Template): boolean {
  const rank = (t: Template): number => (isOpen(t.id, "mot") === true ? 0 : 1);
  return rank(a) - rank(b) < 0 || (rank(a) === rank(b) && a.required < b.required);
}

function asWhole(alignment: Alignment): FoundText | undefined {
  const { template, matchedRequired, edits } = alignment;
  const coverage = matchedRequired / Math.max(1, template.required - template.start);
  if (coverage < (template.required < SHORT ? LEAST_COVERAGE_SHORT : LEAST_COVERAGE)) return undefined;
  if (addedShare(alignment) > MOST_ADDED || grantCoverage(alignment) < LEAST_COVERAGE) return undefined;
  const last = edits.at(-1);
  const missingEnd = last ? Math.max(0, template.required - Math.max(last.template[0], 0)) : 0;
  const endsEarly = last !== undefined && last.text[0] >= alignment.to && missingEnd > MOST_END_MISSING;
  return { alignment, complete: !endsEarly, coverage };
}

function addedShare({ edits, matched }: Alignment): number {
  let added = 0;
  for (const { text } of edits) added += Math.min(PARAGRAPH, text[1] - text[0]);
  return added / Math.max(1, matched);
}

/** Share of the words outside disclaimers that are there: a text that shares only its disclaimer is another license. */
function grantCoverage({ template, edits }: Alignment): number {
  const mask = disclaimerMask(template);
  let all = 0;
  for (let at = template.start; at < template.required; at++) if (mask[at] === 0) all++;
  let missing = 0;
  for (const { template: gap } of edits) {
    for (let at = Math.max(gap[0], template.start); at < Math.min(gap[1], template.required); at++)
      if (mask[at] === 0) missing++;
  }
  return all === 0 ? 1 : 1 - missing / all;
}

/** An unfinished copy: an unbroken start of the license and nothing of its end. */
function asStart(alignment: Alignment): FoundText | undefined {
  const { template, edits, matched } = alignment;
  const last = edits.at(-1);
  if (last === undefined || last.text[0] < alignment.to) return undefined;
  const reached = last.template[0];
  if (reached < template.required * LEAST_START || reached < SHORT) return undefined;
  let missing = 0;
  for (const edit of edits.slice(0, -1)) missing += edit.template[1] - edit.template[0];
  if (missing > reached * 0.1 || addedShare(alignment) > 0.1) return undefined;
  return { alignment, complete: false, coverage: Math.min(1, matched / (template.required - template.start)) };
}

function startScore(alignment: Alignment): number {
  const last = alignment.edits.at(-1);
  const end = last ? Math.max(0, Math.min(alignment.template.required, last.template[1]) - last.template[0]) : 0;
  return alignment.score + end - end * 0.01;
}
