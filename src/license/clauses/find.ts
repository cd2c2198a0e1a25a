import type { Restriction, RestrictionCategory } from "../license.ts";
import { type Words, written } from "../text/tokens.ts";
import { BINDING, HARMLESS, LOADED, PLAIN_STATEMENT } from "./binding.ts";
import { ENGLISH, permitsBoth } from "./english.ts";
import { BINDING_ELSEWHERE, HARMLESS_ELSEWHERE, OTHER_LANGUAGES } from "./languages.ts";
import { type ClauseRule, FREEDOMS, MAX_CLAUSE } from "./rule.ts";

/** A stretch of words that forms a sentence, list item or heading. */
export interface Sentence {
  readonly from: number;
  /** Past the last word. */
  readonly to: number;
  /** Plain form: lower-case words, one space between them, none between CJK characters. */
  readonly plain: string;
}

/** What a sentence does to the reader. */
export interface Reading {
  readonly restrictions: readonly Restriction[];
  /** It binds the reader in a way no rule names. */
  readonly binding: boolean;
}

/** Words of one sentence; a longer one is read in pieces that overlap, so that no clause falls between two. */
const MOST_WORDS = 120;
const OVERLAP = 24;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const NON_ASCII = /[^\0-\x7f]/;
/** A sentence without any of these stems cannot match an English rule; most sentences of most texts have none. */
const ENGLISH_STEMS =
  /commerc|profit|research|academ|educat|scholar|teach|evaluat|scientif|study|experiment|testing|benchmark|personal|hobby|production|users|visitors|customers|revenue|turnover|income|funding|valuation|employees|individuals|policy|policies|guidelines|ethics|terms|restrict|prohibit|not|harm|evil|weapon|militar|compet|service|territor|union|only|commons clause|noderiv|regist|apply|fill|form|sign|request|submit|permission|consent|approval|authori|licen[cs]e|agreement|reserved|granted|revo|withdraw|built|powered|display|improved|forbid|without|exclud|except|refrain|never|cannot|barred|nor\b|no\b|monetary|business/;
const OTHER_STEMS =
  /kommerz|comerc|commerc|forsch|wissensch|akadem|recherche|acad|investig|pesquisa|ricerca|solo|nur|verbot|untersag|interdi|prohib|proib|vietat|scientif|uniq|unic|exclus|esclus|didatt|weitergabe|redistribu/;

/** Plain form of words: what rules are written for. */
export function plainForm(words: readonly string[], from: number, to: number): string {
  let text = "";
  let lastCjk = true;
  for (let i = from; i < to && text.length < MAX_CLAUSE; i++) {
    const word = words[i] ?? "";
    const cjk = word.length === 1 && NON_ASCII.test(word) && CJK.test(word);
    text += cjk && lastCjk ? word : text === "" ? word : ` ${word}`;
    lastCjk = cjk;
  }
  return text;
}

/** Sentences of the words that `free` lets through; a word that is not free ends a sentence. */
export function sentencesOf(text: Words, free: (at: number) => boolean): Sentence[] {
  const found: Sentence[] = [];
  let from = -1;
  const close = (to: number): void => {
    if (from >= 0 && to > from) found.push({ from, to, plain: plainForm(text.words, from, to) });
    from = -1;
  };
  for (let i = 0; i < text.words.length; i++) {
    if (!free(i)) {
      close(i);
      continue;
    }
    if (from >= 0 && text.startsSentence[i] === 1) close(i);
    if (from >= 0 && i - from >= MOST_WORDS) {
      const back = i - OVERLAP;
      close(i);
      from = back;
      continue;
    }
    if (from < 0) from = i;
  }
  close(text.words.length);
  return found;
}

function firstMatches(plain: string, rules: readonly ClauseRule[], into: Map<RestrictionCategory, ClauseRule>): void {
  for (const rule of rules) {
    const known = into.get(rule.category);
    if (known !== undefined && (known.strength !== "hint" || rule.strength === "hint")) continue;
    if (!rule.pattern.test(plain) || rule.unless?.test(plain)) continue;
    into.set(rule.category, rule);
  }
}

/** Categories of limit in a plain sentence, with the rules that say so. */
export function limitsIn(plain: string): Map<RestrictionCategory, ClauseRule> {
  const found = new Map<RestrictionCategory, ClauseRule>();
  if (ENGLISH_STEMS.test(plain)) firstMatches(plain, ENGLISH, found);
  if (NON_ASCII.test(plain) || OTHER_STEMS.test(plain)) firstMatches(plain, OTHER_LANGUAGES, found);
  return found;
}

/** A definition says what a word means; what is done with the word is said elsewhere. */
const DEFINES =
  /^(?:\w{1,20} ){1,6}(?:(?:shall )?means?|refers? to|denotes?)\b|^(?:就此)?(?:本)?定义(?:而言|中)|^.{1,16}(?:是指|系指|意指)/;

/** Categories of limit that a plain sentence surely has. */
export function sureLimitsIn(plain: string): RestrictionCategory[] {
  return sureOf(plain, limitsIn(plain));
}

function sureOf(plain: string, limits: ReadonlyMap<RestrictionCategory, ClauseRule>): RestrictionCategory[] {
  if (limits.size === 0 || DEFINES.test(plain)) return [];
  const sure = new Map([...limits].filter(([, { strength }]) => strength !== "hint"));
  return [...sure].filter(([, { yieldsTo }]) => !yieldsTo?.some((one) => sure.has(one))).map(([category]) => category);
}

/**
 * Reads one sentence of text that no known license explains. `strict` for a license file, where a sentence has to be
 * known to be harmless; a document says much beside its license.
 */
export function readSentence(text: Words, sentence: Sentence, strict: boolean): Reading {
  const limits = limitsIn(sentence.plain);
  const sure = sureOf(sentence.plain, limits);
  const restrictions = sure.map((category) => restrictionAt(text, sentence.from, sentence.to, category));
  const binding = sure.length === 0 && (limits.size > 0 || (strict ? !isPlain(sentence) : isLoaded(sentence)));
  return { restrictions, binding };
}

/** In the prose of a document only sentences with words that bind or limit are shown. */
function isLoaded({ plain }: Sentence): boolean {
  if (permitsBoth(plain)) return false;
  if (LOADED.test(plain)) return true;
  return (!HARMLESS.test(plain) && BINDING.test(plain)) || (NON_ASCII.test(plain) && BINDING_ELSEWHERE.test(plain));
}

/** Words of a heading or a name; whoever limits something needs more. */
const HEADING_WORDS = 3;
/** Letters of a sentence in another script that is more than a heading or a name. */
const FOREIGN_HEADING = 9;
const FOREIGN_LETTERS = /[\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g;

/** Default deny: a sentence that is not known to be harmless may limit, whatever its language. */
function isPlain({ plain, from, to }: Sentence): boolean {
  if (permitsBoth(plain)) return true;
  if (NON_ASCII.test(plain)) {
    const letters = plain.match(FOREIGN_LETTERS)?.length ?? 0;
    if (letters > 0)
      return !BINDING_ELSEWHERE.test(plain) && (letters <= FOREIGN_HEADING || HARMLESS_ELSEWHERE.test(plain));
  }
  if (LOADED.test(plain)) return false;
  if (HARMLESS.test(plain)) return true;
  if (BINDING.test(plain)) return PERMITTING.test(plain);
  return to - from <= HEADING_WORDS || PLAIN_STATEMENT.test(plain) || LABEL.test(plain) || isAddress(plain);
}

/** Permissions and scopes in words that also bind elsewhere. */
const PERMITTING =
  /^you are free to use\b.{0,60}\b(?:any purpose|commercially)\b|^unless otherwise (?:noted|stated|specified)\b|^commercial use is (?:permitted|allowed)$|\bsubject to the following (?:copyright|license|notices?)\b/;
/** "License for the tokenizer", between two licenses. */
const LABEL = /^(?:license )?for (?:\w{1,20} ){0,4}\w{1,20}$/;

function isAddress(plain: string): boolean {
  return /\b(?:org|com|net|io|dev)\b/.test(plain) && plain.split(" ").length <= 8;
}

/** A restriction with the words that make it, at most 200 characters of them. */
export function restrictionAt(text: Words, from: number, to: number, category: RestrictionCategory): Restriction {
  const first = text.lineOf[from] ?? 1;
  return {
    category,
    freedoms: FREEDOMS[category],
    quote: written(text, from, to, 200),
    lines: [first, text.lineOf[Math.max(from, to - 1)] ?? first],
  };
}
