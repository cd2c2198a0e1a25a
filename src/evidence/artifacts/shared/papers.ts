import { say } from "../../../messages/said.ts";
import type { BibEntry, Document } from "../../documents/document.ts";
import type { Facts } from "../../facts.ts";
import { fromHome } from "../../home.ts";
import type { Evidence } from "../artifact.ts";
import { leave, othersWork } from "./considered.ts";
import { atLink, inTree } from "./findings.ts";
import {
  frontPages,
  isUnder,
  OTHERS_WORK,
  type PlacedLink,
  releaseDocuments,
  releaseLinks,
  wordsBefore,
} from "./links.ts";
import { namesModel } from "./names.ts";

/** A paper or report of the release itself, with whether it reads as a paper (arXiv, proceedings) or as a report only. */
export interface Publication {
  readonly evidence: Evidence;
  readonly inRepo: boolean;
  readonly paper: boolean;
  readonly report: boolean;
}

const PAPER_WORDS = /\b(papers?|preprint|pre-print|arxiv|publication|manuscript)\b|论文|論文/i;
const REPORT_WORDS =
  /\b(technical report|tech report|model report|report|white ?paper)\b|技术报告|技术备忘录|技術報告|技術レポート|テクニカルレポート/i;
const BLOG_REPORT =
  /\b(technical report|tech report|release (blog|post)|(announcement|introducing|launch) (blog|post))\b|\bblog\b/i;
const PDF_REPORT = /(tech(nical)?[-_ ]?report|white[-_ ]?paper|model[-_ ]?report)/i;
const PDF_PAPER = /(^|[-_/ ])paper[^/]{0,60}\.pdf$/i;
const NOT_A_PAPER = /responsible[-_ ]?use|licen[cs]e|agreement|policy|poster|slides|许可|协议|figure|plot|chart|curve/i;

/** Trackers call the page of a run a report. */
const RUN_LOG = /^https?:\/\/([\w-]{1,60}\.){0,3}(wandb\.(ai|io)|comet\.(com|ml)|neptune\.ai|tensorboard\.dev)\//i;

const publicationsByFacts = new WeakMap<Facts, readonly Publication[]>();

/** Papers and reports about this release: told from related work by title, place and the words around the link. */
export function ownPublications(facts: Facts): readonly Publication[] {
  const known = publicationsByFacts.get(facts);
  if (known !== undefined) return known;
  const found = [...inTreePdfs(facts), ...linked(facts), ...cited(facts), ...fromCitationFiles(facts)];
  publicationsByFacts.set(facts, found);
  return found;
}

function inTreePdfs(facts: Facts): Publication[] {
  return facts.media.flatMap((file) => {
    if (file.kind !== "pdf" || file.area === "test" || file.area === "vendored" || NOT_A_PAPER.test(file.path)) {
      leave(facts, file, say("leftOut.notPaper"));
      return [];
    }
    const report = PDF_REPORT.test(file.path);
    const atRoot = !fromHome(file.path, facts.snapshot.model).includes("/") && namesModel(file.path, facts);
    const paper = PDF_PAPER.test(file.path) || report || atRoot;
    return paper ? [{ evidence: inTree("report-in-tree", file), inRepo: true, paper, report: true }] : [];
  });
}

function linked(facts: Facts): Publication[] {
  return releaseLinks(facts).flatMap((placed): Publication[] => {
    const { target } = placed.link;
    const scholarly =
      target.kind === "arxiv" || target.kind === "paper" || target.kind === "doi" || isPdfCalledPaper(placed);
    if (scholarly && isOwnPaper(placed, facts)) {
      return [{ evidence: atLink("paper-linked", placed), inRepo: false, paper: true, report: true }];
    }
    const post = target.kind === "web" && BLOG_REPORT.test(`${placed.link.text} ${target.url}`);
    const report =
      REPORT_WORDS.test(placed.link.text) &&
      !RUN_LOG.test(placed.link.url) &&
      !/\b(bug|issue|security|problem)s?\b/i.test(placed.link.context) &&
      (target.kind === "web" || target.kind === "github" || target.kind === "download");
    if (
      (report && !isUnder(placed, "related-work", "acknowledgements")) ||
      (post && /technical report/i.test(placed.link.text))
    ) {
      return [{ evidence: atLink("report-linked", placed), inRepo: false, paper: target.kind !== "web", report: true }];
    }
    return [];
  });
}

/**
 * A scholarly link is the release's own when it is called paper or report and stands at the head of the front page or
 * under a paper or citation heading, or when the words around it name the model; never in acknowledgements or beside
 * words that give credit.
 */
function isOwnPaper(placed: PlacedLink, facts: Facts): boolean {
  if (speaksForRelease(placed, facts)) return true;
  if (isUnder(placed, "evaluation", "training-data", "license"))
    return leave(facts, placed, say("leftOut.amongOtherTopics"));
  return leave(facts, placed, othersWork(placed) ?? say("leftOut.notSaidPaper"));
}

/** "Paper: [A decoder-only model …](…)": what a link is called just before it. */
const CALLED_BEFORE = /\b(paper|report|preprint|technical report)\W{0,6}$|(论文|技术报告|論文)\W{0,4}$/i;
/** A link that is called nothing but paper. */
const JUST_PAPER = /^\W{0,6}(paper|preprint|technical report|tech report|论文|論文|技术报告)\W{0,6}$/i;
/** A PDF on any host that the words of the link, or those just before it, call a paper. */
function isPdfCalledPaper({ link }: PlacedLink): boolean {
  const { target, url } = link;
  return (
    (target.kind === "web" || target.kind === "download") &&
    (/\.pdf$/i.test(url.split(/[?#]/)[0] ?? "") || (target.kind === "download" && JUST_PAPER.test(link.text))) &&
    !NOT_A_PAPER.test(`${link.text} ${url}`) &&
    (PAPER_WORDS.test(link.text) || CALLED_BEFORE.test(wordsBefore(link)))
  );
}

/** "… results using [low-rank adaptation](…)": a method that was used. */
const METHOD_BEFORE = /\b(using|via|uses?|adopt(s|ed)?|apply(ing)?|implements?|from)\W{0,4}$/i;

/** "… codes for Japanese [CLIP](…) variants": what is linked is what the release is a variant of. */
const VARIANT_BEHIND =
  /^[\s)\]"'*_]{0,4}(variants?|derivatives?|re-?implementations?|ports?|clones?|replications?|reproductions?)\b/i;

/** The words right behind a link call it the original of which this is a variant. */
function isOriginal({ context, text }: PlacedLink["link"]): boolean {
  const at = text === "" ? -1 : context.indexOf(text);
  return at >= 0 && VARIANT_BEHIND.test(context.slice(at + text.length, at + text.length + 40));
}

function speaksForRelease(placed: PlacedLink, facts: Facts): boolean {
  const { link, document, headings } = placed;
  if (isUnder(placed, "acknowledgements", "related-work", "evaluation", "training-data", "license")) return false;
  // A bare address has no words of its own: those before it speak for it.
  const text = /^(https?:|arxiv)/i.test(link.text) ? link.context : link.text;
  const lead = wordsBefore(link);
  if ((METHOD_BEFORE.test(lead) || isOriginal(link)) && !PAPER_WORDS.test(text)) return false;
  const called =
    PAPER_WORDS.test(text) || CALLED_BEFORE.test(lead) || REPORT_WORDS.test(text) || /model card/i.test(text);
  const front = frontPages(facts).includes(document);
  const atHead =
    front &&
    (headings.length === 0 || headings.every(({ level, index }) => level === 1 || index === 0)) &&
    link.line <= 60;
  const badge = link.image || /img\.shields\.io/.test(link.context) || standsOnBadge(placed);
  if (badge && isCitedForAnother(placed, facts)) return false;
  if (atHead && (called || badge || namesModel(text, facts))) return !OTHERS_WORK.test(link.context) || called;
  if (OTHERS_WORK.test(link.context)) return false;
  if (REPORT_WORDS.test(text) && /\b(we|our)\b|我们/i.test(link.context)) return true;
  if (called && (namesModel(text, facts) || /\b(our|this|the) (paper|report|preprint)\b|我们的/i.test(link.context)))
    return true;
  if (isUnder(placed, "paper") && (called || namesModel(link.context, facts))) return true;
  return namesModel(text, facts) && (called || PAPER_WORDS.test(link.context) || REPORT_WORDS.test(link.context));
}

/** An image link without words, with a badge of papers on its line. */
function standsOnBadge({ document, link }: PlacedLink): boolean {
  return (
    link.text === "" &&
    document.links.some(
      ({ target, line }) =>
        line === link.line && target.kind === "badge" && PAPER_WORDS.test(`${target.label} ${target.message}`),
    )
  );
}

/** The page itself cites the paper under a title without the model's name, and another entry as the model's. */
function isCitedForAnother({ document, link }: PlacedLink, facts: Facts): boolean {
  const { target } = link;
  if (target.kind !== "arxiv") return false;
  const names = ({ fields }: BibEntry): boolean => namesModel(fields.title ?? "", facts);
  return (
    document.bibliography.some((entry) => address(entry).includes(target.id) && !names(entry)) &&
    document.bibliography.some(names)
  );
}

/**
 * BibTeX entries that a reader is asked to cite: the model's name in the title, or the only entry of the front page. One
 * that gives no address of its own is found at the project's page, where the front page links one.
 */
function cited(facts: Facts): Publication[] {
  return releaseDocuments(facts).flatMap((document) => {
    const home = projectPage(document);
    const papers = document.bibliography
      .filter(({ type }) => !/^(software|online)$/i.test(type))
      .map((entry) => ({ entry, url: address(entry) || (isPublished(entry) ? home : "") }))
      .filter(({ url }) => url !== "");
    const named = papers.filter(({ entry }) => namesModel(entry.fields.title ?? "", facts));
    const only =
      document.bibliography.length === 1 && papers.length === 1 && frontPages(facts).includes(document) ? papers : [];
    return [...new Set([...named, ...only])].map(({ entry, url }) => ({
      evidence: { url, writtenAt: { path: document.path, lines: entry.lines }, rule: "paper-cited" },
      inRepo: false,
      paper: true,
      report: true,
    }));
  });
}

function isPublished({ type, fields }: BibEntry): boolean {
  return /^(inproceedings|article|conference)$/i.test(type) && (fields.booktitle ?? fields.journal ?? "") !== "";
}

/** The page of the project, linked at the head of a document. */
function projectPage(document: Document): string {
  return (
    document.links.find(
      ({ target, line }) =>
        line <= 60 && target.kind === "web" && /^https?:\/\/[\w-]{1,60}\.github\.io\//i.test(target.url),
    )?.url ?? ""
  );
}

const ARXIV_ID = /\b(\d{4}\.\d{4,5})(v\d{1,2})?\b/;

function address(entry: BibEntry): string {
  const { eprint = "", doi = "", url = "", journal = "", note = "" } = entry.fields;
  const arxiv =
    ARXIV_ID.exec(`${eprint} ${journal} ${note}`)?.[1] ??
    (/arxiv\.org/i.test(url) ? ARXIV_ID.exec(url)?.[1] : undefined);
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`;
  if (doi !== "") return `https://doi.org/${doi.replace(/^https?:\/\/(dx\.)?doi\.org\//i, "")}`;
  return /aclanthology|openreview|openaccess\.thecvf|proceedings|neurips|nature\.com|acm\.org|ieee/i.test(url)
    ? url
    : "";
}

function fromCitationFiles(facts: Facts): Publication[] {
  return facts.citations.flatMap((file) =>
    file.urls
      .filter(({ url }) => /arxiv\.org|aclanthology|openreview|doi\.org\/10\.(?!5281\/zenodo)/i.test(url))
      .map(({ url, line }) => ({
        evidence: { url, writtenAt: { path: file.path, lines: [line, line] as const }, rule: "paper-in-citation-file" },
        inRepo: false,
        paper: true,
        report: true,
      })),
  );
}
