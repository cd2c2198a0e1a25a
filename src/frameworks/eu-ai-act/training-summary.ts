/**
 * The public summary of the content used for training (Article 53(1)(d)), section by section of the Commission's template
 * (C(2025) 8311 of 5 December 2025, first published on 24 July 2025).
 */
import { releaseDocuments, releaseLinks } from "../../evidence/artifacts/shared/links.ts";
import type { Document, Section } from "../../evidence/documents/document.ts";
import { wholeText } from "../../evidence/documents/sections.ts";
import type { Facts } from "../../evidence/facts.ts";
import { type Said, say } from "../../messages/said.ts";
import type { RuleEvidence } from "../framework.ts";

/** The template's sections; 3.3 is optional. */
export const SUMMARY_SECTIONS = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3.1", "3.2"] as const;
export type SummarySection = (typeof SUMMARY_SECTIONS)[number];

/** What the sections are about. */
export const SECTION_NAMES: Readonly<Record<SummarySection, Said>> = {
  "1.1": say("euAiAct.section11"),
  "1.2": say("euAiAct.section12"),
  "1.3": say("euAiAct.section13"),
  "2.1": say("euAiAct.section21"),
  "2.2": say("euAiAct.section22"),
  "2.3": say("euAiAct.section23"),
  "2.4": say("euAiAct.section24"),
  "2.5": say("euAiAct.section25"),
  "2.6": say("euAiAct.section26"),
  "3.1": say("euAiAct.section31"),
  "3.2": say("euAiAct.section32"),
};

/** How each section's heading is told, whatever its number. */
const HEADINGS: Readonly<Record<SummarySection, RegExp>> = {
  "1.1": /\bprovider (?:identification|information|name)/i,
  "1.2": /\bmodel (?:identification|information|name)/i,
  "1.3": /\bmodalit(?:y|ies)\b|\btraining data size\b/i,
  "2.1": /\b(?:publicly available|public) data ?sets?\b/i,
  "2.2": /\b(?:private|licensed|non-public\w{0,3})\b.{0,60}\bdata/i,
  "2.3": /\b(?:crawled|scraped|web crawl)/i,
  "2.4": /\buser (?:data|interactions?)\b/i,
  "2.5": /\bsynthetic\b/i,
  "2.6": /\bother (?:sources|data)\b/i,
  "3.1": /\breservations? of rights\b|\brights? reservations?\b|\btext and data mining\b|\bTDM\b|\bopt[- ]?outs?\b/i,
  "3.2": /\billegal content\b/i,
};

const NAMED =
  /\b(?:public )?summary of (?:the )?(?:training (?:content|data)|content used for (?:the )?training)\b|\btraining[- ]content summary\b|\bpublic training data summary\b|\bpublic summary\b.{0,40}\btraining\b|训练内容(?:公开)?摘要|学習コンテンツの(?:公開)?(?:概要|要約)/i;
const ARTICLE = /\bArticle 53 ?\(1\) ?(?:\(d\)|,? point \(?d\)?)/i;
const FILE =
  /(?:^|[/_-])(?:(?:public|eu|gpai)[-_ ])?(?:training[-_ ](?:content|data)[-_ ](?:public[-_ ])?summary|summary[-_ ]of[-_ ]training[-_ ](?:content|data)|public[-_ ]summary)[^/]{0,40}$/i;
/** Answers that are still to come. */
const UNFILLED =
  /^[\s:*_[\]().…-]{0,20}(?:tbd|todo|to be (?:provided|completed|determined|filled)|xxx+|n\.?d\.?)?[\s:*_[\]().…-]{0,20}$/i;

export interface TrainingSummary {
  readonly found: readonly RuleEvidence[];
  /** Sections that have no heading, or nothing under it; empty where none of it could be read. */
  readonly lacking: readonly SummarySection[];
  /** True where it is linked, or not in a form that is read. */
  readonly unread: boolean;
}

/** The summary that the repository holds or links; undefined where there is none. */
export function trainingSummary(facts: Facts): TrainingSummary | undefined {
  for (const document of releaseDocuments(facts)) {
    const part = summaryIn(document);
    if (part === undefined) continue;
    const lacking = SUMMARY_SECTIONS.filter(
      (id) => !part.sections.some((one) => isAnswered(document, one, HEADINGS[id])),
    );
    return { found: [{ path: document.path, lines: part.lines }], lacking, unread: document.truncated === true };
  }
  const files = facts.entries
    .filter(({ path, kind, size }) => kind === "file" && size !== 0 && FILE.test(path.replace(/\.[a-z]{2,5}$/i, "")))
    .map(({ path }) => ({ path, lines: [1, 1] as const }));
  const links = releaseLinks(facts)
    .filter(({ link }) => NAMED.test(link.text) || FILE.test(link.url.slice(0, 500).replace(/[?#].{0,500}$/, "")))
    .map(({ document, link }) => ({ path: document.path, lines: [link.line, link.line] as const }));
  const found = [...files, ...links];
  return found.length === 0 ? undefined : { found, lacking: [], unread: true };
}

/** The whole document where its name or first heading says what it is, else the section that does. */
function summaryIn(document: Document): { sections: readonly Section[]; lines: RuleEvidence["lines"] } | undefined {
  const { path, sections } = document;
  const isNamed = (title: string): boolean => NAMED.test(title) || (ARTICLE.test(title) && /summary/i.test(title));
  const [first] = sections;
  if (FILE.test(path.replace(/\.[a-z]{2,5}$/i, "")) || (first !== undefined && isNamed(first.title)))
    return { sections, lines: [1, 1] };
  const own = sections.find(({ title, filled, lines }) => isNamed(title) && (filled || lines[1] > lines[0] + 1));
  if (own === undefined) return undefined;
  const within = sections.filter(({ lines }) => lines[0] > own.lines[0] && lines[1] <= own.lines[1]);
  // A heading over a link alone names the summary and is none.
  return within.length === 0 ? undefined : { sections: within, lines: [own.lines[0], own.lines[0]] };
}

function isAnswered(document: Document, section: Section, heading: RegExp): boolean {
  if (!heading.test(section.title.slice(0, 300))) return false;
  if (section.filled) return true;
  return !UNFILLED.test(wholeText(document, section).trim().slice(0, 200));
}
