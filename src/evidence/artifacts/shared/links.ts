import type { Document, Link, Section, Topic } from "../../documents/document.ts";
import { enclosingSections } from "../../documents/sections.ts";
import type { Facts } from "../../facts.ts";
import { areaOf } from "../../files/area.ts";
import { fromHome, isWithin } from "../../home.ts";

/** A link with the document and the headings that it stands under, innermost first. */
export interface PlacedLink {
  readonly document: Document;
  readonly link: Link;
  readonly headings: readonly Section[];
}

const HOUSEKEEPING =
  /(^|\/)(changelog|changes|history|contributing|code_of_conduct|security|governance|maintainers|authors|awesome[^/]{0,40}|releases?)(\.[a-z]{2,8}){0,2}$/i;

/** Deepest folder in which a document still speaks for the release. */
const MAX_DEPTH = 3;

/** Documents that speak for the release: READMEs, cards and guides of the project itself, not of vendored code or tests. */
export function releaseDocuments(facts: Facts): readonly Document[] {
  const { model } = facts.snapshot;
  return facts.documents.filter(({ path }) => speaksForRelease(path, fromHome(path, model)));
}

function speaksForRelease(path: string, fromHome: string): boolean {
  const area = areaOf(path);
  const isNear = fromHome.split("/").length <= MAX_DEPTH + 1;
  return area !== "vendored" && area !== "test" && isNear && !HOUSEKEEPING.test(path);
}

/** The repository's first page, or that of the model that is meant, in each language it is written in. */
export function frontPages(facts: Facts): readonly Document[] {
  const { model } = facts.snapshot;
  const isPage = (path: string): boolean => /^(\.github\/)?readme[^/]{0,40}$/i.test(path);
  const pages = facts.documents.filter(({ path }) => isPage(fromHome(path, model)));
  const own = pages.filter(({ path }) => isWithin(path, model?.path ?? ""));
  return own.length > 0 ? own : pages;
}

const placedByFacts = new WeakMap<Facts, readonly PlacedLink[]>();

/** Every link of the documents that speak for the release, in reading order. */
export function releaseLinks(facts: Facts): readonly PlacedLink[] {
  const known = placedByFacts.get(facts);
  if (known !== undefined) return known;
  const placed = releaseDocuments(facts).flatMap((document) =>
    document.links.map((link) => ({ document, link, headings: enclosingSections(document, link.section) })),
  );
  placedByFacts.set(facts, placed);
  return placed;
}

/** Does the place stand under a heading about one of the topics? */
export function isUnder(placed: PlacedLink, ...topics: readonly Topic[]): boolean {
  return placed.headings.some((section) => section.topics.some((topic) => topics.includes(topic)));
}

/** The words of a link, its surroundings and its headings, for cue words; bounded by the parser. */
export function wordsAround({ link, headings }: PlacedLink): string {
  return `${link.text} ${link.context} ${headings
    .slice(0, 2)
    .map((section) => section.title)
    .join(" ")}`;
}

/** The words that stand before a link in its sentence, at most so many characters; empty where the sentence does not tell. */
export function wordsBefore({ context, text }: Link, most = 40): string {
  const at = text === "" ? -1 : context.indexOf(text);
  return at < 0 ? "" : context.slice(Math.max(0, at - most), at);
}

/** Words that mark another project's work rather than the release's own. */
export const OTHERS_WORK =
  /\b(base[d]? on|built (on|upon)|inspired by|thanks? to|acknowledge|introduced in|proposed (in|by)|following(?! (papers?|articles?|links?|models?|checkpoints?|files?|commands?)\b)|similar to|compared (to|with)|fine-?tuned from|initiali[sz]ed from|related work|baseline|original)\b|基于|参考|感谢|致谢|借鉴|ベース|参考|謝辞/i;

/** A page that speaks of evaluation from its first words, and not of training, speaks for the evaluation. */
export function isAboutEvaluation({ sections, passages }: Document): boolean {
  const opening = [sections[0]?.title ?? "", ...passages.slice(0, 6).map(({ text }) => text)].join(" ");
  return /\bevaluat\w{1,5}\b|评测|評価/i.test(opening) && !/\b(pre-?)?train(ed|ing)?\b|训练|学習/i.test(opening);
}
