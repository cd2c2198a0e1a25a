import { benchmarkNames } from "../documents/benchmarks.ts";
import type { ArtifactRule } from "./artifact.ts";
import { leave } from "./shared/considered.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import { isAboutEvaluation, isUnder, type PlacedLink, releaseLinks } from "./shared/links.ts";

const HARNESS_REPOSITORY = /harness|lighteval|opencompass|simple-evals|evalplus|lmms-eval|evals?$/i;

export const evaluationData: ArtifactRule = {
  id: "evaluation-data",
  name: "Evaluation data",
  mofClass: 2,
  type: "data",
  required: true,
  asks: "Is the data that the model was evaluated on released or linked?",
  why: "Results mean little without the very questions that were asked.",
  decides:
    "Evaluation data files are in the tree, or the documents link the benchmarks' data or pages from the evaluation. A benchmark that is only named does not count; test data of the code does not either.",
  remedy: "Link each benchmark's data set (name, version, split) beside its result, or commit the evaluation set.",
  effort: "minutes",
  references: ["Model Openness Framework, component Evaluation data (Class II, data)"],
  find(facts) {
    const files = facts.data
      .filter((file) => file.role === "evaluation")
      .filter((file) => {
        const { path, sha } = file;
        if (file.form === "placeholder") return leave(facts, { path, sha }, "It is empty.");
        return file.area !== "test" || leave(facts, { path, sha }, "It belongs to tests.");
      })
      .map((file) => inTree("evaluation-data-in-tree", file));
    return decide(
      facts,
      files,
      releaseLinks(facts)
        .filter(
          (placed) =>
            isBenchmarkLink(placed) ||
            (isDataset(placed) && leave(facts, placed, "It does not stand where evaluation is spoken of.")),
        )
        .map((placed) => atLink("evaluation-data-linked", placed)),
    );
  },
};

function isDataset({ link }: PlacedLink): boolean {
  return /^(hf|hub|modelscope)-dataset$/.test(link.target.kind);
}

/** A link whose words are a benchmark's name, in the evaluation, to where the benchmark's data is. */
function isBenchmarkLink(placed: PlacedLink): boolean {
  const { link } = placed;
  // A page of a data folder that is about evaluation documents the sets it links.
  if (/(^|\/)data\//i.test(placed.document.path) && isAboutEvaluation(placed.document)) {
    return /^(download|hf-dataset|hub-dataset|zenodo)$/.test(link.target.kind);
  }
  const inHeading = placed.headings.some(
    (section) => section.lines[0] === link.line && benchmarkNames(section.title).length > 0,
  );
  if (!isUnder(placed, "evaluation") && !inHeading) return false;
  if (isUnder(placed, "training-data", "speed", "citation")) return false;
  const { target } = link;
  if (target.kind === "hf-dataset" || target.kind === "hub-dataset" || target.kind === "modelscope-dataset")
    return true;
  const named = benchmarkNames(link.text).length > 0;
  if (target.kind === "github") return named && target.page !== "issue" && !HARNESS_REPOSITORY.test(target.repo);
  return named && (target.kind === "web" || target.kind === "download" || target.kind === "zenodo");
}
