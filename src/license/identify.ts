import type { Lines } from "../evidence/artifacts/artifact.ts";
import { isOpen, licenseFacts } from "./catalogue.ts";
import { plainForm, sentencesOf } from "./clauses/find.ts";
import { FREEDOMS } from "./clauses/rule.ts";
import { distinct, expressionFor, firstOfEach, isCovered, mergeLines, mostTelling } from "./identify/gather.ts";
import { type JudgedText, judgeText } from "./identify/judged.ts";
import { readNotices } from "./identify/notices.ts";
import { licenseLines } from "./identify/sections.ts";
import { readTags, type Tags } from "./identify/tags.ts";
import type { LicenseIdentification, LicenseMatch, Restriction } from "./license.ts";
import { findTexts } from "./match/texts.ts";
import { normalizeLicenseName } from "./names.ts";
import { linesOf as splitLines } from "./text/lines.ts";
import { MAX_BYTES } from "./text/read.ts";
import { splitWords, type Words } from "./text/tokens.ts";
import { findTitledTexts, plainText, termsIn } from "./titles.ts";

const NOTHING: LicenseIdentification = {
  licenses: [],
  expression: undefined,
  open: null,
  restrictions: [],
  review: [],
};

/** A text of this many words is a notice: everything in it is about the license. */
const NOTICE_WORDS = 130;
/** A text of which known licenses explain this share is a license file, however long it is. */
const LICENSE_SHARE = 0.3;
/** Words at the beginning of a text that may be its title. */
const TITLE_WORDS = 14;
const TITLED_TERMS = 4;
const POLICY_TITLE = /\b(?:use|usage) policy\b/;
/** Titles whose terms are not in English and cannot be counted. */
const NON_ENGLISH_TITLE = /lizenz|licença|licencia|licenza|许可|許可|协议|協議|授权|授權|条款|條款|ライセンス|利用規約/;
const LICENSE_TITLE =
  /\b(?:licen[cs]e|lizenz|licença|licencia|licenza|agreement|terms and conditions|terms of use|eula|copying)\b|许可|許可|协议|協議|授权|授權|条款|條款|ライセンス|利用規約/;

/**
 * Says which licenses a text holds or names, and whether all of it is open. Default deny: `open` is true only when
 * every license found is open, each text is whole, and nothing that is left could limit anybody; false when some part
 * is known to limit a freedom, with the clause; null when neither is shown. A degree of likeness never decides.
 * Never throws; reads at most 512 K characters.
 */
export function identifyLicense(text: string): LicenseIdentification {
  const source = text.length > MAX_BYTES ? text.slice(0, MAX_BYTES) : text;
  const words = splitWords(source);
  const lines = splitLines(source);
  const declared = readTags(lines, source);
  if (words.words.length === 0 && declared.licenses.length === 0) return NOTHING;
  const { found, explained, runs } = findTexts(words);
  const plain = plainText(words);
  const titled = findTitledTexts(words, plain);
  const judged = found.map((text) => judgeText(words, text)).filter((text) => keepBeside(text, titled));
  for (const { alignment } of found) {
    if (!judged.some((j) => j.found.alignment === alignment)) explained.fill(0, alignment.from, alignment.to);
  }
  const tags = declaredOutside(declared, words, explained);
  let known = 0;
  for (let i = 0; i < explained.length; i++) known += explained[i]!;
  const share = known / Math.max(1, words.words.length);
  const isLicense =
    titled.length > 0 || share >= LICENSE_SHARE || (tags.frontMatterEnd === 0 && looksLikeLicense(words, plain.text));
  const sections = isLicense ? undefined : licenseLines(lines);
  const inside = sections?.inside;
  const sentences = sentencesOf(words, (at) => explained[at] === 0 && (words.lineOf[at] ?? 0) > tags.frontMatterEnd);
  const notices = readNotices(
    words,
    sentences,
    (sentence) => inside === undefined || inside[(words.lineOf[sentence.from] ?? 1) - 1] === 1,
    {
      named: [...judged.map(({ id }) => id), ...titled.map(({ id }) => id), ...tags.licenses.map(({ id }) => id)],
      inDocument: !isLicense,
      runs,
    },
  );
  return conclude(words, {
    judged,
    titled,
    tags,
    notices,
    isDocument: tags.frontMatterEnd > 0 || (!isLicense && (tags.licenses.length > 0 || (sections?.headings ?? 0) > 0)),
    source,
  });
}

/** Tags that are part of a license's own text say how to use it, not what this file is under. */
function declaredOutside(tags: Tags, words: Words, explained: Uint8Array): Tags {
  if (tags.licenses.length === 0) return tags;
  const quoted = new Set<number>();
  for (let i = 0; i < explained.length; i++) if (explained[i] === 1) quoted.add(words.lineOf[i] ?? 0);
  if (!tags.licenses.some(({ lines }) => quoted.has(lines[0]))) return tags;
  return { ...tags, licenses: tags.licenses.filter(({ lines }) => !quoted.has(lines[0])), expressions: [] };
}

/** An open text that is changed, or that only part of is there, beside the title of an AI license is that license's own wording. */
function keepBeside(text: JudgedText, titled: readonly { readonly from: number }[]): boolean {
  return titled.length === 0 || (text.found.complete && text.edits.every(({ effect }) => effect === "harmless"));
}

function looksLikeLicense(words: Words, plain: string): boolean {
  const title = plainForm(words.words, 0, TITLE_WORDS);
  return (
    words.words.length <= NOTICE_WORDS ||
    POLICY_TITLE.test(title) ||
    (LICENSE_TITLE.test(title) && (termsIn(plain) >= TITLED_TERMS || NON_ENGLISH_TITLE.test(title)))
  );
}

interface Gathered {
  readonly judged: readonly JudgedText[];
  readonly titled: ReturnType<typeof findTitledTexts>;
  readonly tags: Tags;
  readonly notices: ReturnType<typeof readNotices>;
  /** A document with headings, or source with a tag: only its parts about the license count. */
  readonly isDocument: boolean;
  readonly source: string;
}

function conclude(words: Words, all: Gathered): LicenseIdentification {
  const { judged, titled, tags, notices } = all;
  const restrictions: Restriction[] = [];
  const review: Lines[] = [];
  const changed = new Set<JudgedText>();
  for (const text of judged) {
    for (const edit of text.edits) {
      if (edit.effect === "harmless") continue;
      const lines = linesOf(words, edit.from, edit.to);
      if (edit.restriction && text.verbatim) restrictions.push(edit.restriction);
      else review.push(lines);
      if (edit.effect !== "unclear") changed.add(text);
    }
    if (!text.found.complete) review.push(text.lines);
  }
  if (judged.length === 0 && titled.length === 0 && notices.unexplained > NOTICE_WORDS && !all.isDocument) {
    review.push([1, words.lineCount]);
  }
  const own: LicenseMatch[] = [];
  for (const { from, ownStatement, ...restriction } of notices.restrictions) {
    restrictions.push(restriction);
    const base = baseOf(judged, from, titled);
    if (base !== undefined) changed.add(base);
    else if (ownStatement && titled.length === 0) {
      const id =
        restriction.category === "noncommercial"
          ? "LicenseRef-noncommercial"
          : restriction.category === "research-only"
            ? "LicenseRef-research-only"
            : "LicenseRef-custom";
      own.push({ id, coverage: 1, lines: restriction.lines, how: "notice" });
    }
  }
  for (const sentence of notices.binding) {
    if (titled.length === 0) review.push(linesOf(words, sentence.from, sentence.to));
  }
  const texts: LicenseMatch[] = judged.map((text) => ({
    id:
      changed.has(text) && (isOpen(text.id, "mof") !== false || text.edits.some(({ lifts }) => lifts === true))
        ? `LicenseRef-modified-${text.id}`
        : text.id,
    coverage: text.found.coverage,
    lines: text.lines,
    how: "text",
  }));
  const named: LicenseMatch[] = titled.map(({ id, from }) => {
    const line = words.lineOf[from] ?? 1;
    return { id, coverage: 1, lines: [line, words.lineOf.at(-1) ?? line], how: "text" };
  });
  const whole = wholeName(words, all);
  const licenses = distinct([
    ...tags.licenses,
    ...texts,
    ...named,
    ...(whole ? [whole] : titled.length > 0 ? [] : notices.licenses),
    ...mostTelling(own.filter((one) => !isCovered(one, [...tags.licenses, ...texts, ...notices.licenses]))),
  ]);
  const choice = isChoice(licenses, tags);
  for (const { id, lines } of choice ? [] : licenses) {
    for (const category of licenseFacts(id).limits) {
      if (!restrictions.some((known) => known.category === category)) {
        restrictions.push({ category, freedoms: FREEDOMS[category], quote: id, lines });
      }
    }
  }
  return {
    licenses,
    expression: expressionFor(licenses, tags),
    open: verdict(licenses, restrictions, review, choice, words),
    restrictions: firstOfEach(restrictions),
    review: mergeLines(review),
  };
}

/** One tag that leaves the choice to the reader ("MIT OR …"), and nothing else. */
function isChoice(licenses: readonly LicenseMatch[], tags: Tags): boolean {
  return (
    tags.expressions.length === 1 && tags.expressions[0]?.choice === true && licenses.every(({ how }) => how === "tag")
  );
}

function verdict(
  licenses: readonly LicenseMatch[],
  restrictions: readonly Restriction[],
  review: readonly Lines[],
  choice: boolean,
  words: Words,
): boolean | null {
  const opens = licenses.map(({ id }) => isOpen(id, "mof"));
  // Of licenses to choose from, one open one is enough: the reader takes that.
  if (choice && opens.includes(true) && restrictions.every(({ category }) => category === "branding")) return true;
  if (opens.includes(false)) return false;
  if (restrictions.some(({ category }) => category !== "branding" && category !== "extra-terms")) return false;
  if (licenses.length === 0 || words.truncated || review.length > 0 || restrictions.length > 0) return null;
  return opens.every((open) => open === true) ? true : null;
}

/** Words of a heading before the title proper. */
const TITLE_LEAD = 12;

/** The license text that a clause belongs to: the one it stands in, else the one before it, else the first. */
function baseOf(
  judged: readonly JudgedText[],
  at: number,
  titled: readonly { readonly from: number }[],
): JudgedText | undefined {
  const inside = judged.find(({ found }) => at >= found.alignment.from && at < found.alignment.to);
  if (inside) return inside;
  // What follows the title of an AI license belongs to that license.
  if (titled.some(({ from }) => from <= at + TITLE_LEAD)) return undefined;
  const before = judged
    .filter(({ found }) => found.alignment.to <= at)
    .sort((a, b) => b.found.alignment.to - a.found.alignment.to);
  return before[0] ?? judged[0];
}

/** A file that is nothing but a name: "Apache 2.0". */
function wholeName(words: Words, all: Gathered): LicenseMatch | undefined {
  if (words.words.length > 8 || all.judged.length > 0 || all.notices.licenses.length > 0) return undefined;
  const name = normalizeLicenseName(
    all.source.replace(/[\s#*_=-]{1,40}/g, (gap) => (/[\n#*_=]/.test(gap) ? " " : gap)).trim(),
  );
  return name === undefined ? undefined : { id: name.id, coverage: 1, lines: [1, words.lineCount], how: "notice" };
}

function linesOf(words: Words, from: number, to: number): Lines {
  const first = words.lineOf[from] ?? 1;
  return [first, words.lineOf[Math.max(from, to - 1)] ?? first];
}
