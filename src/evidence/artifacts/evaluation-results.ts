import { benchmarkNames } from "../documents/benchmarks.ts";
import type { Document } from "../documents/document.ts";
import { enclosingSections } from "../documents/sections.ts";
import { isResultTable } from "../documents/tables.ts";
import type { Facts } from "../facts.ts";
import { fromHome } from "../home.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { atLink, decideResults, inTree } from "./shared/findings.ts";
import { isUnder, type PlacedLink, releaseDocuments, releaseLinks, wordsAround } from "./shared/links.ts";
import { resultListings } from "./shared/result-listings.ts";

const RESULT_IMAGE =
  /\b(evals?|evaluations?|bench(marks?)?|results?|scores?|accuracy|performance|leaderboard|mmlu|arc|wer|bleu|hellaswag|comparison)\b/i;
const RESULT_WORDS =
  /\b(evaluation|benchmark|leaderboard)s?\b[^.]{0,60}\bresults?\b|\bresults?\b[^.]{0,60}\b(evaluation|benchmark)s?\b|\bleaderboard\b|评测结果|评估结果|評価結果/i;

export const evaluationResults: ArtifactRule = {
  id: "evaluation-results",
  name: "Evaluation results",
  mofClass: 3,
  type: "document",
  required: true,
  asks: "Are concrete results of evaluating this model published?",
  why: "Results let users compare and choose; claims without figures cannot be checked.",
  decides:
    "Result files that a known evaluation tool wrote, tables or listings with benchmarks and figures in the documents, figures of results shown there, or front matter with results. Speed and memory tables, tests' expected results and other models' results alone do not count.",
  remedy:
    "Add a table with benchmark, setting and score to the README, and commit the result files that the evaluation tool wrote.",
  effort: "hours",
  references: ["Model Openness Framework, component Evaluation results (Class III, document)"],
  find(facts) {
    const files = facts.results
      .filter((file) => file.area !== "test" && file.area !== "vendored")
      .map((file) => inTree(`results-by-${file.tool}`, file));
    const documents = releaseDocuments(facts);
    const inDocuments = [
      ...documents.flatMap(resultTables),
      ...documents.flatMap(resultFrontMatter),
      ...documents.flatMap(resultSentences),
      ...documents.flatMap((document) =>
        resultListings(document).map((lines) => inTree("results-listed", document, lines)),
      ),
    ];
    const images = releaseLinks(facts)
      .filter((placed) => isResultImage(placed))
      .map(({ document, link }) => inTree("results-figure", document, [link.line, link.line]));
    const linked = releaseLinks(facts)
      .filter((placed) => isResultLink(placed))
      .map((placed) => atLink("results-linked", placed));
    return decideResults(facts, [...inDocuments, ...files, ...images, ...resultMedia(facts)], linked);
  },
};

function resultTables(document: Document): Evidence[] {
  return document.tables.flatMap((table) => {
    const section = enclosingSections(document, table.section);
    return isResultTable(table, section[0]) === undefined ? [] : [inTree("results-table", document, table.lines)];
  });
}

function resultFrontMatter(document: Document): Evidence[] {
  const index = document.frontMatter?.data["model-index"];
  const filled =
    Array.isArray(index) &&
    index.some(
      (model) =>
        typeof model === "object" &&
        model !== null &&
        Array.isArray((model as { results?: unknown }).results) &&
        (model as { results: unknown[] }).results.length > 0,
    );
  return filled ? [inTree("results-front-matter", document, document.frontMatter?.lines)] : [];
}

/** A benchmark, then its figure: "LAMBADA ppl 6.96 acc 63.2%". Under an evaluation heading only. */
function resultSentences(document: Document): Evidence[] {
  return document.passages.flatMap((passage) => {
    const heads = enclosingSections(document, passage.section);
    if (!heads.some((section) => section.topics.includes("evaluation") && !section.topics.includes("speed"))) return [];
    const figures = passage.text.match(/\b\d{1,3}\.\d{1,4}\s?%?|\b\d{1,3}\s?%/g) ?? [];
    return figures.length >= 2 && benchmarkNames(passage.text).length > 0
      ? [inTree("results-sentence", document, passage.lines)]
      : [];
  });
}

function isResultImage(placed: PlacedLink): boolean {
  const { link } = placed;
  if (!link.image) return false;
  const place = link.target.kind === "file" || link.target.kind === "github" ? (link.target.path ?? "") : undefined;
  if (place === undefined) return false;
  if (/\b(speed|throughput|latency|loss|memory|architecture|logo|demo)\b/i.test(`${link.text} ${place}`)) return false;
  return isUnderResults(placed) || RESULT_IMAGE.test(`${link.text} ${place.replace(/[-_/]/g, " ")}`);
}

/** Under a heading that speaks of evaluation by name; "Performance" alone may be about speed. */
function isUnderResults({ headings }: PlacedLink): boolean {
  return headings.some(
    ({ topics, title }) =>
      topics.includes("evaluation") && /eval|bench|result|accuracy|score|评|基准|榜|評|ベンチ|평가/i.test(title),
  );
}

/** Plots of results that lie in the tree, named for what they show. */
function resultMedia(facts: Facts): Evidence[] {
  return facts.media
    .filter(
      (file) =>
        file.kind === "image" &&
        file.area !== "test" &&
        fromHome(file.path, facts.snapshot.model).split("/").length <= 3 &&
        /\b(evals?\d?|benchmarks?|results?|leaderboard)\b/i.test(file.path.replace(/[-_/]/g, " ")),
    )
    .map((file) => inTree("results-figure", file));
}

function isResultLink(placed: PlacedLink): boolean {
  const { link } = placed;
  if (link.image || link.target.kind === "anchor" || link.target.kind === "badge" || isUnder(placed, "speed"))
    return false;
  return (
    RESULT_WORDS.test(link.text) ||
    (isUnder(placed, "evaluation") &&
      /\b(detailed|full|more|complete)\b[^.]{0,40}\bresults?\b/i.test(wordsAround(placed)))
  );
}
