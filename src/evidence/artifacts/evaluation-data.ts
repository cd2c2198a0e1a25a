import { say } from "../../messages/said.ts";
import { benchmarkNames } from "../documents/benchmarks.ts";
import type { Facts } from "../facts.ts";
import { areaOf } from "../files/area.ts";
import { weightFormat } from "../files/weights.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { leave, quietly } from "./shared/considered.ts";
import { evaluationSetsOfCommands } from "./shared/evaluation-flags.ts";
import { fetchedByReaders } from "./shared/fetched.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import {
  isAboutEvaluation,
  isUnder,
  type PlacedLink,
  releaseDocuments,
  releaseLinks,
  wordsBefore,
} from "./shared/links.ts";
import { doing } from "./shared/sources.ts";

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
    "Evaluation data files are in the tree, or the documents link the benchmarks' data or pages from the evaluation or give the command that downloads them, or the evaluation's own code or settings name the data sets of a hub that they load. A benchmark that is only named does not count; test data of the code does not either.",
  remedy: "Link each benchmark's data set (name, version, split) beside its result, or commit the evaluation set.",
  effort: "minutes",
  references: ["Model Openness Framework, component Evaluation data (Class II, data)"],
  find(facts) {
    const files = facts.data
      .filter((file) => file.role === "evaluation")
      .filter((file) => {
        const { path, sha } = file;
        if (file.form === "placeholder") return leave(facts, { path, sha }, say("leftOut.empty"));
        return file.area !== "test" || leave(facts, { path, sha }, say("leftOut.ofTests"));
      })
      .map((file) => inTree("evaluation-data-in-tree", file));
    const linked = releaseLinks(facts)
      .filter(
        (placed) =>
          isBenchmarkLink(placed) || (isDataset(placed) && leave(facts, placed, say("leftOut.notAmongEvaluation"))),
      )
      .map((placed) => atLink("evaluation-data-linked", placed));
    const fetched = fetchedByReaders(releaseDocuments(facts))
      .filter((placed) => isFetchedForEvaluation(placed))
      .map((placed) => atLink("evaluation-data-fetched", placed));
    const told = releaseDocuments(facts)
      .flatMap(evaluationSetsOfCommands)
      .map(({ id, path, line }) => ofHub(id, path, line, "evaluation-data-in-command"));
    return decide(facts, files, [
      ...linked,
      ...fetched,
      ...told,
      ...inSettings(facts),
      ...inCode(facts),
      ...testFilesInCode(facts),
    ]);
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
  if (isCalledEvaluationData(placed) || isTestFile(placed) || isDownloadOfSplits(placed)) return true;
  const inHeading = placed.headings.some(
    (section) => section.lines[0] === link.line && benchmarkNames(section.title).length > 0,
  );
  if (isWhereSetsAreFetched(placed)) return true;
  if (!isUnder(placed, "evaluation") && !inHeading) return false;
  if (isUnder(placed, "training-data", "speed", "citation")) return false;
  const { target } = link;
  if (target.kind === "hf-dataset" || target.kind === "hub-dataset" || target.kind === "modelscope-dataset")
    return !NAMED_RESULTS.test(target.id);
  const named = benchmarkNames(link.text).length > 0;
  if (target.kind === "github") return named && target.page !== "issue" && !HARNESS_REPOSITORY.test(target.repo);
  return named && (target.kind === "web" || target.kind === "download" || target.kind === "zenodo");
}

/** A page of a hub that keeps what came out of evaluations, by its name. */
const NAMED_RESULTS = /[-_/](?:results?|scores|predictions|generations|leaderboard|logs)$/i;

/** "The evaluation data for FLEURS can be found [here](…)": what is linked is called so in the sentence before it. */
const CALLED_EVALUATION_DATA =
  /\b(evaluation|benchmark(ing)?|test(ing)?) (data ?sets?|data|sets?)\b(?![^.]{0,80}\b(exclud|remov|overlap|contaminat|filter))[^.]{0,100}$/i;

function isCalledEvaluationData(placed: PlacedLink): boolean {
  const { link } = placed;
  return (
    /^(download|(hf|hub|modelscope)-dataset|zenodo)$/.test(link.target.kind) &&
    CALLED_EVALUATION_DATA.test(
      `${wordsBefore(link, 200)} ${/^https?:/i.test(link.text) ? "" : link.text.slice(0, 100)}`,
    ) &&
    !isUnder(placed, "training-data", "training", "fine-tuning", "citation") &&
    weightFormat(link.url.split(/[?#]/)[0] ?? "") === undefined
  );
}

/** A download whose file is named for the split that it is: `dev-v1.1.json`, `deeploc_test.csv`. */
const TEST_FILE =
  /(?:^|[-_.])(?:test|dev|val|valid|validation|eval|heldout)(?:[-_.]?(?:sets?|split|data|v\d{1,3}(?:\.\d{1,3})?))?\.(?:jsonl?|csv|tsv|txt|parquet|fasta|xlsx|npz|h5|pkl|zip|tar|tgz)(?:\.(?:gz|bz2|xz|zst))?$/i;

function isTestFile(placed: PlacedLink): boolean {
  const { target, url } = placed.link;
  return (
    (target.kind === "download" || target.kind === "web" || target.kind === "zenodo") &&
    TEST_FILE.test(fileName(url)) &&
    !isUnder(placed, "citation", "acknowledgements", "related-work")
  );
}

/** "Visit [here](…) to download X including the training, val and test sets": one place for all the splits. */
const DOWNLOADS_SPLITS =
  /\bdownload\b[^.]{1,100}\b(?:including|includes|contains?|with) (?:the |its |both )?[^.]{0,40}\b(?:test|evaluation|val(?:idation)?) (?:data ?)?(?:sets?|splits?)\b/i;

function isDownloadOfSplits(placed: PlacedLink): boolean {
  const { link } = placed;
  return (
    /^(web|download|zenodo|(hf|hub|modelscope)-dataset)$/.test(link.target.kind) &&
    DOWNLOADS_SPLITS.test(link.context) &&
    !isUnder(placed, "citation", "acknowledgements", "related-work")
  );
}

/** "Download and preprocess 3 retrieval datasets following this [repo](…)": a repository that says where the sets of an evaluation are. */
const FETCHES_SETS = /\bdownload\b[^.]{0,60}\b(?:data ?sets?|benchmarks?|test (?:data|sets?))\b[^.]{0,200}$/i;

function isWhereSetsAreFetched(placed: PlacedLink): boolean {
  const { target } = placed.link;
  return (
    target.kind === "github" &&
    target.page !== "issue" &&
    FETCHES_SETS.test(wordsBefore(placed.link, 260)) &&
    isUnder(placed, "evaluation", "reproduction") &&
    !isUnder(placed, "training-data", "training", "fine-tuning", "citation")
  );
}

/** "… a dataset called X, to evaluate the model's …": what data is for, said of the data. */
const DATA_TO_EVALUATE =
  /\b(data ?sets?|benchmarks?|test sets?|suites?)\b[^.]{0,120}\bto (evaluate|test|measure|assess|benchmark)\b|评测(集|数据)|評価(用)?データ/i;

/** What a command downloads is evaluation data where its section says so; weights to be evaluated are not. */
function isFetchedForEvaluation(placed: PlacedLink): boolean {
  const { document, link } = placed;
  if (weightFormat(link.url.split(/[?#]/)[0] ?? "") !== undefined) return false;
  if (isBenchmarkLink(placed)) return true;
  const data = link.target.kind === "hf-dataset" || link.target.kind === "download";
  const said = document.passages.some(
    ({ text, section, lines }) => section === link.section && lines[1] < link.line && DATA_TO_EVALUATE.test(text),
  );
  return data && said && !isUnder(placed, "training-data", "training", "fine-tuning");
}

/** Data sets of a hub that the settings of an evaluation name. */
function inSettings(facts: Facts): Evidence[] {
  return facts.configs
    .filter(({ area }) => area === "own" || area === "example")
    .flatMap(({ path, evaluationData }) =>
      (evaluationData ?? []).map(({ id, line }) => ofHub(id, path, line, "evaluation-data-in-settings")),
    );
}

/** Test splits that the release's own code downloads, by the names of the files. */
function testFilesInCode(facts: Facts): Evidence[] {
  return facts.sources.flatMap(({ path, references }) => {
    if (areaOf(path) !== "own") return [];
    return references
      .filter(
        ({ kind, id }) => kind === "url" && TEST_FILE.test(fileName(id)) && weightFormat(fileName(id)) === undefined,
      )
      .map(({ id, line }) => ({
        url: id,
        writtenAt: { path, lines: [line, line] as const },
        rule: "evaluation-data-in-code",
      }));
  });
}

const fileName = (url: string): string => (url.split(/[?#]/, 1)[0] ?? "").split("/").at(-1) ?? "";

/**
 * Data sets of a hub that the release's own evaluation code loads. Where the same file trains or prepares data, what it
 * loads may be for that.
 */
function inCode(facts: Facts): Evidence[] {
  return doing(quietly(facts), ["evaluates"]).flatMap(({ file }) => {
    const other = file.roles.some(
      ({ role, strength }) => strength === "strong" && /^(trains|fine-tunes|prepares-data)$/.test(role),
    );
    if (other || areaOf(file.path) !== "own") return [];
    return file.references
      .filter(({ kind }) => kind === "hf-dataset")
      .map(({ id, line }) => ofHub(id, file.path, line, "evaluation-data-in-code"));
  });
}

function ofHub(id: string, path: string, line: number, rule: string): Evidence {
  return { url: `https://huggingface.co/datasets/${id}`, writtenAt: { path, lines: [line, line] }, rule };
}
