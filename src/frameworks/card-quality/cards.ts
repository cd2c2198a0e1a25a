/** The pages that serve as a release's model card and data card, and the parts of templates that are written in them. */

import type { ArtifactId, Lines } from "../../evidence/artifacts/artifact.ts";
import { frontPages } from "../../evidence/artifacts/shared/links.ts";
import type { Document, Passage, Section, Topic } from "../../evidence/documents/document.ts";
import { ownWords } from "../../evidence/documents/placeholders.ts";
import { enclosingSections } from "../../evidence/documents/sections.ts";
import type { Material, RuleEvidence } from "../framework.ts";
import { placesOf } from "../looking.ts";

/** A document, or the lines of it that are the card. */
export interface Page {
  readonly document: Document;
  readonly lines: Lines | undefined;
}

/** `elsewhere`: only on another host, or in a file that cannot be read as text. */
export type Card =
  | { readonly state: "absent" | "elsewhere" | "unknown" }
  | { readonly state: "here"; readonly pages: readonly Page[] };

/** The model card: its files, and the front pages beside them, which often say what a card leaves out. */
export function modelCardOf({ facts, components }: Material): Card {
  const card = components["model-card"];
  if (card.presence === "absent") return { state: "absent" };
  if (card.presence === "undetermined") return { state: "unknown" };
  const paths = new Set(card.evidence.flatMap(({ path }) => (path === undefined ? [] : [path])));
  const cards = facts.documents.filter(({ path }) => paths.has(path));
  if (cards.length === 0) return { state: "elsewhere" };
  const documents = [...new Set([...cards, ...frontPages(facts)])];
  return { state: "here", pages: documents.map((document) => ({ document, lines: undefined })) };
}

/** The data card: its files, or the sections that document the data. */
export function dataCardOf({ facts, components }: Material): Card {
  const card = components["data-card"];
  if (card.presence === "absent") return { state: "absent" };
  if (card.presence === "undetermined") return { state: "unknown" };
  const pages = card.evidence.flatMap(({ path, lines }): Page[] => {
    const document = facts.documents.find((one) => one.path === path);
    return document === undefined ? [] : [{ document, lines }];
  });
  if (pages.length === 0) return { state: "elsewhere" };
  // What the model card says of the data counts as well.
  const cards = new Set(components["model-card"].evidence.flatMap(({ path }) => path ?? []));
  const sections = facts.documents
    .filter(({ path }) => cards.has(path))
    .flatMap((document) =>
      document.sections
        .filter(({ topics, filled }) => filled && topics.includes("training-data"))
        .map(({ lines }): Page => ({ document, lines })),
    );
  return { state: "here", pages: [...pages, ...sections] };
}

/** How a part of a template is recognised: by a heading with something below, by plain words, by a key of the front matter. */
export interface Part {
  readonly topics?: readonly Topic[];
  readonly title?: RegExp;
  readonly says?: RegExp;
  /** One of these words stands in whatever `says` finds, where that is slow to look for. */
  readonly hint?: RegExp;
  readonly keys?: readonly string[];
  /** Artifacts that count for the part where they were found in the card's own pages. */
  readonly artifacts?: readonly ArtifactId[];
  /** Words of links. */
  readonly links?: RegExp;
  /** An entry of a bibliography, which names authors. */
  readonly bibliography?: true;
  /** Only what is said of the release itself counts, not of works that are listed, nor what the reader is told to do. */
  readonly stated?: true;
}

/** Where a part is written; what a template left empty does not count. */
export function placesOfPart(pages: readonly Page[], part: Part, { components }: Material): readonly RuleEvidence[] {
  const found = part.artifacts?.flatMap((id) => placesOf(components[id])) ?? [];
  return pages.flatMap((page) => {
    const { path, frontMatter, sections, links, bibliography } = page.document;
    const key = part.keys?.find((one) => isFilled(frontMatter?.data[one]));
    const places = [
      ...sections.filter((section) => isSection(section, part, page.document)),
      ...(part.says === undefined
        ? []
        : (part.stated ? statedOn(page) : wordsOf(page)).filter(
            ({ text }) => part.hint?.test(text) !== false && part.says?.test(text) === true,
          )),
      ...(part.bibliography === undefined ? [] : bibliography),
      ...links.filter(({ text }) => part.links?.test(text)).map(({ line }) => ({ lines: [line, line] as const })),
    ];
    return [
      ...(key === undefined ? [] : [{ path, lines: frontMatter?.lines ?? [1, 1] } satisfies RuleEvidence]),
      ...places.filter(({ lines }) => isWithin(lines, page)).map(({ lines }) => ({ path, lines })),
      ...found.filter((place) => place.path === path && isWithin(place.lines, page)),
    ];
  });
}

function isSection({ topics, title, index, filled }: Section, part: Part, { sections }: Document): boolean {
  const isMeant =
    topics.some((topic) => part.topics?.includes(topic)) || part.title?.test(title.slice(0, 200)) === true;
  return isMeant && (filled || hasFilledBelow(index, sections));
}

function hasFilledBelow(index: number, sections: readonly Section[]): boolean {
  const inside = new Set([index]);
  return sections.some(({ index: own, parent, filled }) => {
    if (parent === undefined || !inside.has(parent)) return false;
    inside.add(own);
    return filled;
  });
}

const LONGEST = 4_000;
const LEADS_ON = /^(?:\S{1,60}\s{1,3}){5,60}\S{0,60}[:：]$/;
const LEFT = /information needed|todo|tbd/i;

const wordsByDocument = new WeakMap<Document, readonly Passage[]>();

/** The passages that an author wrote: no headings, and nothing that a template left. */
export function wordsOf(page: Page): readonly Passage[] {
  const { document } = page;
  const known = wordsByDocument.get(document) ?? writtenIn(document);
  wordsByDocument.set(document, known);
  return page.lines === undefined ? known : known.filter(({ lines }) => isWithin(lines, page));
}

function writtenIn({ sections, passages, links }: Document): readonly Passage[] {
  const headings = new Set(sections.map(({ lines, title }) => `${lines[0]} ${title}`));
  // An entry of the table of contents says no more than the heading that it leads to.
  for (const { line, target, text } of links) if (target.kind === "anchor") headings.add(`${line} ${text}`);
  return passages.flatMap((passage) => {
    if (headings.has(`${passage.lines[0]} ${passage.text}`)) return [];
    const written = passage.text.slice(0, LONGEST);
    // A sentence that leads to a list ends as a label does, and is none.
    const text = ownWords(written) || (LEADS_ON.test(written) && !LEFT.test(written) ? written : "");
    return text === "" ? [] : [{ ...passage, text }];
  });
}

/** The passages that speak of the release: no list of works, and nothing that the reader is told to do. */
function statedOn(page: Page): readonly Passage[] {
  return wordsOf(page).filter((passage) => !isOfOthers(page.document, passage) && !INSTRUCTS.test(passage.text));
}

/** Whether a passage stands under works of others, or lists one. */
export function isOfOthers(document: Document, { text, section }: Passage): boolean {
  if (LISTED_WORK.test(text)) return true;
  return enclosingSections(document, section).some(
    ({ index, title, topics }) =>
      index > 0 && (OTHERS_TITLE.test(title.slice(0, 200)) || topics.some((topic) => OF_OTHERS.has(topic))),
  );
}

const OF_OTHERS: ReadonlySet<Topic> = new Set(["related-work", "acknowledgements", "citation"]);
const OTHERS_TITLE =
  /\b(?:publications?|adoption|used (?:by|in)|who (?:uses|is using)|built (?:on|with)|(?:community|downstream|related|third[- ]party|external) (?:models?|projects?|papers?|work|contributions?)|papers? (?:using|that use))\b|相关(?:工作|项目)|関連(?:研究|プロジェクト)/i;
/** "Name and Name. “Title.” _Venue_ (2023).": an entry of a list of works. */
const LISTED_WORK =
  /\bet al\b[^\n]{0,400}\((?:19|20)\d{2}\)|\barxiv preprint\b|_[^_\n]{4,120}_[^\n]{0,20}\((?:19|20)\d{2}\)/i;
const INSTRUCTS =
  /^\W{0,6}(?:\d{1,2}[.)] )?(?:to (?:use|train|run|prepare|download|install|explore|peek|reproduce)|use|run|download|set|place|put|prepare|convert|install|see|clone|create|make|specify|follow|check|open|edit|change|execute|if you)\b|\byour own\b|\b(?:you can|you could|you need to|you will need)\b|\bunlike\b/i;

const isWithin = ([first, last]: Lines, { lines }: Page): boolean =>
  lines === undefined || (first >= lines[0] && last <= lines[1]);

function isFilled(value: unknown): boolean {
  if (typeof value === "string") return ownWords(value) !== "";
  return value !== undefined && value !== null && (!Array.isArray(value) || value.length > 0);
}
