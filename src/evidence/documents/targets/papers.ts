import type { Target } from "../document.ts";
import { type Address, isHost } from "./address.ts";

/** Publishers, proceedings and preprint servers; a page of theirs below the home page is a paper's. */
const PUBLISHERS = [
  "aclanthology.org",
  "aclanthology.info",
  "openaccess.thecvf.com",
  "papers.nips.cc",
  "papers.neurips.cc",
  "proceedings.neurips.cc",
  "proceedings.mlr.press",
  "proceedings.iclr.cc",
  "proceedings.mlsys.org",
  "jmlr.org",
  "dl.acm.org",
  "ieeexplore.ieee.org",
  "computer.org",
  "nature.com",
  "science.org",
  "cell.com",
  "pnas.org",
  "link.springer.com",
  "sciencedirect.com",
  "academic.oup.com",
  "onlinelibrary.wiley.com",
  "tandfonline.com",
  "journals.plos.org",
  "mdpi.com",
  "frontiersin.org",
  "biorxiv.org",
  "medrxiv.org",
  "chemrxiv.org",
  "techrxiv.org",
  "preprints.org",
  "ssrn.com",
  "isca-archive.org",
  "isca-speech.org",
  "ojs.aaai.org",
  "ecva.net",
  "usenix.org",
  "pubmed.ncbi.nlm.nih.gov",
  "pmc.ncbi.nlm.nih.gov",
  "europepmc.org",
  "jstage.jst.go.jp",
  "lrec-conf.org",
  "eprint.iacr.org",
];
const PAPER_WORD =
  /paper|report|preprint|publication|proceedings|whitepaper|arxiv|thesis|技术报告|技術報告|论文|論文|レポート/i;
const NOT_PAPER = /licen[cs]e|agreement|terms|policy|notice|协议|許可|许可|規約|協議|slides?|poster|invoice/i;

/** An arXiv number, new (`2304.01373`) or old (`cs.CL/0703001`), without version; undefined when it is none. */
export function arxivId(text: string): string | undefined {
  const found = /^(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?(?:\.pdf)?$/.exec(text.trim());
  return found?.[1];
}

/** A DOI's target: arXiv and Zenodo name their records in it. */
export function doiTarget(text: string): Target | undefined {
  const doi = /^10\.\d{4,9}\/[^\s<>"]{1,200}$/.exec(text.trim())?.[0];
  if (doi === undefined) return undefined;
  const arxiv = /^10\.48550\/arxiv\.(.{1,60})$/i.exec(doi)?.[1];
  const id = arxiv === undefined ? undefined : arxivId(arxiv);
  if (id !== undefined) return { kind: "arxiv", id };
  const zenodo = /^10\.5281\/zenodo\.(\d{1,12})$/i.exec(doi)?.[1];
  return zenodo === undefined ? { kind: "doi", doi } : { kind: "zenodo", id: zenodo };
}

/** What an address of a preprint server, registry of DOIs or publisher names. */
export function paperTarget(address: Address): Target | undefined {
  const { host, segments, url } = address;
  if (isHost(host, "arxiv.org", "alphaxiv.org", "ar5iv.org")) {
    const id = /^(?:abs|pdf|html|format|ps|src|e-print|overview)$/.test(segments[0] ?? "")
      ? (arxivId(segments[1] ?? "") ?? arxivId(segments.slice(1, 3).join("/")))
      : undefined;
    return id === undefined ? { kind: "web", url } : { kind: "arxiv", id };
  }
  if (isHost(host, "doi.org")) return doiTarget(segments.join("/")) ?? { kind: "web", url };
  if (host === "zenodo.org" && segments[0] !== "badge") {
    const id = /^records?$/.test(segments[0] ?? "") ? /^\d{1,12}$/.exec(segments[1] ?? "")?.[0] : undefined;
    if (id !== undefined) return { kind: "zenodo", id };
    return (segments[0] === "doi" ? doiTarget(segments.slice(1).join("/")) : undefined) ?? { kind: "web", url };
  }
  if (host === "openreview.net")
    return /^(?:forum|pdf|attachment|references)$/.test(segments[0] ?? "")
      ? { kind: "paper", url }
      : { kind: "web", url };
  if (isHost(host, "semanticscholar.org"))
    return segments[0] === "paper" || host.startsWith("api.") || segments[0]?.startsWith("arXiv:")
      ? { kind: "paper", url }
      : { kind: "web", url };
  if (isHost(host, "aclweb.org")) return segments[0] === "anthology" ? { kind: "paper", url } : { kind: "web", url };
  if (isHost(host, "hal.science", "anlp.jp", "researchgate.net", "osf.io") && PAPER_WORD.test(segments.join("/")))
    return { kind: "paper", url };
  if (host === "ncbi.nlm.nih.gov" && segments[0] === "pmc") return { kind: "paper", url };
  if (segments.length > 0 && isHost(host, ...PUBLISHERS)) return { kind: "paper", url };
  if (isPublicationPage(segments)) return { kind: "paper", url };
  return undefined;
}

/**
 * A page of a house's own list of publications: `/publications/` or `/pubs/`, and then a title in words. The list itself,
 * and a year or a topic of it, are no paper.
 */
function isPublicationPage(segments: readonly string[]): boolean {
  const at = segments.findIndex((segment) => /^(?:publications?|pubs)$/i.test(segment));
  const title = at < 0 ? "" : (segments.at(-1) ?? "");
  return at < segments.length - 1 && title.length <= 300 && title.split("-").filter((word) => word !== "").length >= 4;
}

/** Whether a path looks like a paper: a PDF that is named, or lies in a folder named, as one. */
export function namesPaper(segments: readonly string[]): boolean {
  const file = segments.at(-1) ?? "";
  return /\.pdf$/i.test(file) && PAPER_WORD.test(segments.join("/")) && !NOT_PAPER.test(file);
}
