import { isOpen } from "../catalogue.ts";
import { readSentence, type Sentence } from "../clauses/find.ts";
import type { LicenseMatch, Restriction } from "../license.ts";
import { RUN } from "../match/runs.ts";
import { templates } from "../match/templates.ts";
import type { Search } from "../match/texts.ts";
import { findLicenseNames, type NamedLicense } from "../names.ts";
import { type Words, written } from "../text/tokens.ts";

/** Words by which a sentence puts something under a license. */
export const PUTS_UNDER =
  /\b(?:licen[cs]ed|released?|distribut(?:ed|e)|available|provided|published|governed|covered|subject|shared|waived|open[- ]?sourced?|use of .{0,80} is)\b.{0,160}\b(?:under|by|to|with|as|via)\b|\bunder (?:the|an?) .{0,80}licen[cs]e\b|\blicen[cs]e\s{0,3}[:：=-]|\b(?:code|weights?|models?|data(?:set)?|software)\s{0,3}[:：]|shields\.io\/badge\/.{0,40}licen[cs]e|licen[cs]ed\b|\bha(?:s|ve) an? .{0,60}licen[cs]e\b|\blicen[cs]e,? (?:called|named)\b|sous (?:la |une )?licence|lizenziert|unter (?:der|einer) .{0,60}lizenz|licenciad|(?:sob|bajo) (?:a |la |uma )?licen|licen[cç][ia]a? ?[:：]|con licenza|sotto licenza|под лиценз|依照|遵循|采用|基于|许可|协议|ライセンス|の下|라이선스|selon les termes .{0,30}licence|términos de la licencia/i;
/** Sentences about somebody else's work. */
const OTHERS =
  /\b(?:text of (?:the|this) .{0,60}licen[cs]es?|third[- ]part(?:y|ies)|borrow(?:s|ed)|adapted from|derived from|based on (?:code|work)|thanks|originally|parts? of|portions? of|includes? (?:code|software)|bundle[sd]?|such as|e\.g\.|dependenc)\b|致谢/i;
const CONTRAST =
  /\b(?:however|but|whereas|while|except|although)\b|则|但|而|ただし|しかし|\b(?:aber|jedoch|mais|cependant|pero|mas|ma|però|но)\b/iu;

/** What sentences outside any known license text say about licenses. */
export interface Notices {
  readonly licenses: readonly LicenseMatch[];
  readonly restrictions: readonly (Restriction & { readonly from: number; readonly ownStatement: boolean })[];
  /** Sentences that bind the reader in a way nobody has explained. */
  readonly binding: readonly Sentence[];
  /** Words that no named license contains: many of them are terms of their own, whatever license they name. */
  readonly unexplained: number;
}

/** Words of licenses that no notice of one has. */
const IN_LICENSE =
  /\bhereby (?:granted|grants?)\b|\bpermitted provided\b|\bpermission to use\b|\bgranted free of charge\b|\bmeans?\b|\bpermission is granted\b/;

/** Sentences read for limits, and those read for names, at most: more than license texts have. */
const MOST_SENTENCES = 2500;
const MOST_NAMED = 500;

/**
 * Reads sentences for licenses they put the file under and for limits. `about` tells whether a sentence is about the
 * license; elsewhere only a sentence that itself puts something under a license counts.
 */
export function readNotices(
  text: Words,
  sentences: readonly Sentence[],
  about: (sentence: Sentence) => boolean,
  options: { readonly named: readonly string[]; readonly inDocument: boolean; readonly runs: Search["runs"] },
): Notices {
  const licenses: LicenseMatch[] = [];
  const restrictions: (Restriction & { from: number; ownStatement: boolean })[] = [];
  const binding: Sentence[] = [];
  const read: { sentence: Sentence; names: NamedLicense[] }[] = [];
  const quoted = ownWords(options.named, options.runs);
  let looked = 0;
  for (const sentence of sentences.slice(0, MOST_SENTENCES)) {
    // Words of a license that is here anyway name the licenses they name inside it, not for the file.
    if (quoted(sentence)) continue;
    const inPart = about(sentence);
    if (
      options.inDocument &&
      !inPart &&
      !/licen[cs]|许可|協議|协议|ライセンス|лиценз|shields\.io/i.test(sentence.plain)
    )
      continue;
    const raw = written(text, Math.max(0, sentence.from), sentence.to, 1500);
    const puts = PUTS_UNDER.test(raw);
    const worth = inPart || puts || sentence.to - sentence.from <= ENTRY_WORDS;
    const names = worth && ++looked <= MOST_NAMED ? namesIn(text, sentence, raw) : [];
    const applies = names.filter((name) => !name.negated);
    const entry = isEntry(sentence, applies);
    const stands = puts || inPart || entry;
    if (stands) {
      for (const name of applies) {
        if ((options.inDocument || options.named.length > 0) && OTHERS.test(raw.slice(0, name.index))) continue;
        const line = text.lineOf[sentence.from] ?? 1;
        licenses.push({ id: name.id, coverage: 1, lines: [line, text.lineOf[sentence.to - 1] ?? line], how: "notice" });
      }
    }
    if (options.inDocument && !inPart && !(stands && applies.length > 0)) continue;
    read.push({ sentence, names });
  }
  const known = [...new Set([...options.named, ...licenses.map(({ id }) => id)])];
  const own = ownWords(known, options.runs);
  for (const { sentence, names } of read) {
    if (own(sentence)) continue;
    const reading = readSentence(text, sentence, !options.inDocument);
    const nameLimits = names.some((name) => isOpen(name.id, "mof") === false);
    for (const restriction of reading.restrictions) {
      if (nameLimits && names.length > 0) continue;
      const ownStatement = !names.some((name) => !name.negated) || CONTRAST.test(sentence.plain);
      restrictions.push({ ...restriction, from: sentence.from, ownStatement });
    }
    if (reading.binding && names.length === 0) binding.push(sentence);
  }
  let unexplained = 0;
  for (const sentence of sentences) {
    if (!own(sentence)) unexplained += sentence.to - sentence.from;
    // Words that grant or define belong to a license's own text, and that text is not whole here.
    else if (options.named.length === 0 && IN_LICENSE.test(sentence.plain)) binding.push(sentence);
  }
  // What was not read may limit.
  const unread = sentences[looked > MOST_NAMED ? MOST_NAMED : MOST_SENTENCES];
  if (unread !== undefined) binding.push(unread);
  return { licenses, restrictions, binding, unexplained };
}

/** Words after a sentence in which the version of the license it names may follow ("…; either version 3 of …"). */
const VERSION_WORDS = 30;

function namesIn(text: Words, sentence: Sentence, raw: string): NamedLicense[] {
  const after = written(text, sentence.to, Math.min(text.words.length, sentence.to + VERSION_WORDS), 240);
  return findLicenseNames(`${raw} ; ${after}`).filter(({ index }) => index < raw.length);
}

/** Words of a table cell or list item that is a license name with its link. */
const ENTRY_WORDS = 14;

/** A short entry that is a license and the file that holds it, as in a table of models and their licenses. */
function isEntry(sentence: Sentence, names: readonly NamedLicense[]): boolean {
  return names.length > 0 && sentence.to - sentence.from <= ENTRY_WORDS && /licen[cs]e/.test(sentence.plain);
}

/** Share of a sentence's runs of words that the license's own text must hold for the sentence to be its words. */
const OWN_SHARE = 0.7;

/** Licenses whose own words are known in one text at most. */
const MOST_OWN = 40;

/** Tells sentences that a named license itself contains: its notice, or how its text says it should be applied. */
function ownWords(ids: readonly string[], runs: Int32Array): (sentence: Sentence) => boolean {
  const { all, index } = templates();
  const numbers = new Uint8Array(all.length);
  const holds = all.filter((template) => template.ids.some((id) => ids.some((name) => sameFamily(id, name))));
  if (holds.length === 0) return () => false;
  for (const { number } of holds.slice(0, MOST_OWN)) numbers[number] = 1;
  return ({ from, to }) => {
    if (to - from < RUN) return false;
    let held = 0;
    for (let at = from; at <= to - RUN; at++) {
      const run = runs[at]!;
      if (run < 0) continue;
      for (let p = index.starts[run]!; p < index.starts[run + 1]!; p++) {
        if (numbers[index.holders[p]!] === 1) {
          held++;
          break;
        }
      }
    }
    return held / (to - from - RUN + 1) >= OWN_SHARE;
  };
}

function sameFamily(id: string, name: string): boolean {
  if (id === name) return true;
  const family = /^LicenseRef-([A-Za-z-]{2,20})-family$/.exec(name)?.[1];
  return family !== undefined && id.startsWith(`${family}-`);
}
