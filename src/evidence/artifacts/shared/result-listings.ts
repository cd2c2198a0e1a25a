import { benchmarkNames } from "../../documents/benchmarks.ts";
import type { Document, Passage } from "../../documents/document.ts";
import { namesMetric } from "../../files/benchmarks.ts";
import type { Lines } from "../artifact.ts";

const LISTS =
  /\b(scores?|results?|accurac(y|ies)|metrics?|figures)\b[^.]{0,100}\b(listed|shown|given|reported|follow\w{0,4}|below)\b|(结果|分数)[^。]{0,40}(如下|以下)/i;
const SPEED = /\b(speed|latency|throughput|seconds|memory|tokens per second|cost|size)\b/i;
/** `name: 0.9061`, one to a line. */
const FIGURE = /^\s{0,20}[\w./+-][\w./+ -]{1,60}\s{0,20}[:=|]\s{0,20}\d{1,4}\.\d{1,6}\s{0,3}%?\s{0,20}$/;
const MIN_FIGURES = 3;
/** Lines from the paragraph to the listing. */
const NEAR = 4;

/**
 * Listings of scores in code blocks, as authors write them who need no table: a paragraph that says that scores of a
 * named metric or benchmark are listed, and then a figure to each line. Settings look alike and have no such paragraph.
 */
export function resultListings(document: Document): Lines[] {
  return document.codeBlocks.flatMap(({ text, lines }): Lines[] => {
    const introduced = document.passages.some(
      (passage) => passage.lines[1] < lines[0] && lines[0] - passage.lines[1] <= NEAR && announcesScores(passage),
    );
    const figures = text.split("\n", 200).filter((line) => FIGURE.test(line.slice(0, 200)));
    return introduced && figures.length >= MIN_FIGURES ? [lines] : [];
  });
}

function announcesScores({ text }: Passage): boolean {
  const words = text.slice(0, 600);
  if (!LISTS.test(words) || SPEED.test(words)) return false;
  return words.split(/[\s,;()]+/).some((word) => namesMetric(word)) || benchmarkNames(words).length > 0;
}
