import { type Said, say } from "../../messages/said.ts";
import type { Document } from "../documents/document.ts";
import { topicsAround } from "../documents/sections.ts";
import type { Facts } from "../facts.ts";
import { areaOf } from "../files/area.ts";
import type { DataFile } from "../files/files.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { leave, othersWork, quietly } from "./shared/considered.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import {
  frontPages,
  isAboutEvaluation,
  isUnder,
  type PlacedLink,
  releaseLinks,
  wordsAround,
  wordsBefore,
} from "./shared/links.ts";
import { isOwnHubId, namesModel } from "./shared/names.ts";
import { doing } from "./shared/sources.ts";

const TRAINED_ON =
  /\b((pre-?)?train(ed|s|ing)?|fine-?tun(ed|e|ing)|instruction[- ]tun\w{1,3}|mixture|corpus|corpora)\b[^.]{0,160}\b(on|data|datasets?|with|of|corpus|corpora)\b|\b((pre-?)?training|fine-?tuning|instruction) (data|datasets?|sets?|corpus|corpora|mixtures?)\b|训练(数据|语料)|数据集|学習データ|訓練データ|データセット/i;
const DENIED =
  /\b(not|never|cannot|won't|will not) (be )?(release|released|publish|published|share|shared|available|public)\b|\bproprietary data\b|coming soon|不公开|敬请期待|非公開|公開しません/i;
const DATA_WORDS = /\bdata ?sets?\b|\bcorpus\b|\bcorpora\b|\btraining data\b|数据集|语料|データセット|コーパス/i;

/** A page of a data set, not one of documentation on data set formats. */
const DATA_PAGE = /^(?!https?:\/\/docs\.)[^#?]{0,200}\bdata ?sets?\b(?![-_ ]?(format|prepar|guide|load))/i;
/** Pages from which well-known corpora are fetched. */
const KNOWN_SOURCE =
  /tensorflow\.org\/datasets\/catalog|commoncrawl\.org|skylion007|openwebtext|pile\.eleuther\.ai|opus\.nlpl\.eu|statmt\.org|kaggle\.com\/(datasets|c)\//i;

export const datasets: ArtifactRule = {
  id: "datasets",
  name: "Datasets",
  mofClass: 1,
  type: "data",
  required: true,
  asks: "Is the training data itself released?",
  why: "Only with the data can others reproduce the model and examine what it learned from.",
  decides:
    "Training data is in the tree, or the documents or the preparation scripts link where it can be downloaded (third-party public sets included). A data set that is only named, denied or promised, sample rows of a format, or data for evaluation only does not count.",
  remedy:
    "Publish the training data or a manifest of it on a data hub with a license, and link it; link each public data set used with version and split.",
  effort: "days",
  references: ["Model Openness Framework, component Datasets (Class I, data)"],
  find(facts) {
    const files = facts.data
      .filter((file) => isTrainingFile(file, facts))
      .map((file) => inTree("training-data-in-tree", file));
    const linked = releaseLinks(facts)
      .filter((placed) => isTrainingData(placed, facts))
      .map((placed) => atLink("training-data-linked", placed));
    return decide(facts, files, [...linked, ...frontMatterDatasets(facts), ...dataInCode(facts)]);
  },
};

/** Folders whose data is there to try fine-tuning or calibration with, not what the released model learned from. */
const FOR_USERS = /(^|\/)[^/]{0,40}(fine[-_]?tun(e|ing)|quanti[sz]\w{0,6}|calibration|sft|lora)[^/]{0,40}\//i;

function isTrainingFile(file: DataFile, facts: Facts): boolean {
  const no = (because: Said): false => leave(facts, { path: file.path, sha: file.sha }, because);
  if (file.role !== "training")
    return file.role === "unknown"
      ? no(say("leftOut.notTrainedByName"))
      : no(say(file.role === "outputs" ? "leftOut.holdsOutputs" : "leftOut.holdsEvaluationData"));
  if (file.form === "placeholder") return no(say("leftOut.empty"));
  if (file.area !== "own" && file.area !== "example") return no(say("leftOut.underTestsOrDocs"));
  if (FOR_USERS.test(file.path)) return no(say("leftOut.usersTuning"));
  return file.bytes >= 100_000 || no(say("leftOut.onlySample"));
}

/** Kinds of links that may lead to data at all. */
const MAY_HOLD_DATA = /^(hf-dataset|modelscope-dataset|hub-dataset|download|zenodo)$/;

function isTrainingData(placed: PlacedLink, facts: Facts): boolean {
  if (leadsToTrainingData(placed, facts)) return true;
  const { document, link } = placed;
  if (!MAY_HOLD_DATA.test(link.target.kind)) return false;
  const no = (because: Said): false => leave(facts, placed, because);
  if (isForUsers(document)) return no(say("leftOut.usersGuide"));
  const denied = DENIED.exec(link.context)?.[0];
  if (denied !== undefined) return no(say("leftOut.notThere", denied));
  const others = othersWork(placed);
  if (isUnder(placed, "acknowledgements", "related-work") && others !== undefined) return no(others);
  if (isUnder(placed, "evaluation") || isAboutEvaluation(document)) return no(say("leftOut.amongEvaluation"));
  return no(say("leftOut.notSaidTrained"));
}

/** "Pre-training datasets, models and tasks can be found in our collection". */
const LISTS_TRAINING_DATA =
  /\b(pre-?)?training data(sets?)?\b[^.]{0,80}\b(can be found|available|released|are in|hosted|download(ed)?)\b/i;

/** Data to show how it is done, by its own words: "the sample data was drawn from …". */
const SAMPLE =
  /\b(sample|example|demo(nstration)?|toy|dummy) (data(set)?|file)s?\b|(样例|示例|样本|演示)数据|サンプルデータ/i;
/** "You can find data for fine-tuning on hubs, with sets like …": advice to the reader. */
const ADVISES =
  /\byou can (find|use|try|choose)\b[^.]{0,120}\b(like|such as|e\.g\.|for example)\b|可以[^。]{0,60}例如/i;
const SAYS_LEARNED = /\b(we|our)\b|\b(fine-?)?tuned on\b|\btrained on\b|我们(使用|采用)|を用いて学習/i;

/** "… the same filtering rules as [X](…)": X is the measure of a method, not what was learned from. */
const AS_A_MEASURE =
  /\b(same|similar|identical)\b[^.]{0,60}\b(as|to|with)\W{0,4}(the |in |for |that of )?$|\b(recipe|pipeline|procedure|rules?|format|method)s? (of|from|in)\W{0,4}(the )?$/i;

/** The front page says that the training data stays closed: then a list of data sets is about others. */
function deniesData(facts: Facts): boolean {
  return frontPages(facts).some(({ passages }) =>
    passages.some(({ text }) => DENIED.test(text) && DATA_WORDS.test(text) && !/coming soon|敬请期待/i.test(text)),
  );
}

function leadsToTrainingData(placed: PlacedLink, facts: Facts): boolean {
  const { link } = placed;
  const { target } = link;
  if (isForUsers(placed.document) || (placed.document.path.includes("/") && isAboutEvaluation(placed.document)))
    return false;
  if (
    isUnder(placed, "evaluation", "acknowledgements", "related-work", "citation", "license") ||
    DENIED.test(link.context) ||
    AS_A_MEASURE.test(wordsBefore(link, 100))
  )
    return false;
  // In a guide to fine-tuning somebody else's data is an example, unless the release says that it learned from it.
  const forTuning =
    topicsAround(placed.document, link.section).includes("fine-tuning") ||
    (isUnder(placed, "fine-tuning") && SAMPLE.test(link.context));
  const offered = (forTuning && !SAYS_LEARNED.test(link.context)) || ADVISES.test(link.context);
  if (offered && target.kind === "hf-dataset" && !isOwnHubId(target.id, facts)) return false;
  const placedForTraining = isUnder(placed, "training-data", "training") && !deniesData(facts);
  const trained = TRAINED_ON.test(link.context) || placedForTraining;
  switch (target.kind) {
    case "hf-dataset":
    case "modelscope-dataset":
    case "hub-dataset":
      return (
        (trained ||
          namesModel(target.id, facts) ||
          isUnder(placed, "download", "data-processing") ||
          isShownWithModel(placed, target.id, facts)) &&
        !/\b(eval(uation)?|benchmark|test set)s?\b/i.test(`${link.text} ${target.id}`)
      );
    case "hf-collection":
      if (LISTS_TRAINING_DATA.test(link.context) && isOwnHubId(target.id, facts)) return true;
      return /data/i.test(`${target.id} ${link.text}`) && (trained || isOwnHubId(target.id, facts));
    case "download":
    case "zenodo":
      return (
        DATA_WORDS.test(wordsAround(placed)) && !/\b(models?|weights?|checkpoints?)\b|模型|モデル/i.test(link.text)
      );
    case "web":
      return (
        trained &&
        (KNOWN_SOURCE.test(target.url) || (DATA_PAGE.test(target.url) && DATA_WORDS.test(wordsAround(placed))))
      );
    case "github":
      return (
        target.page === "repository" &&
        (trained || isUnder(placed, "data-processing")) &&
        DATA_WORDS.test(`${link.text} ${target.repo.replace(/[-_]/g, " ")}`) &&
        !/\b(code|process\w{0,6}|pipeline|tool(kit)?)\b/i.test(link.text) &&
        // A program that makes or loads data is not the data.
        !(target.owner.toLowerCase() === "huggingface" && /^data(sets|trove)$/i.test(target.repo)) &&
        !/(builder|generator|crawler|scraper|toolkit)$/i.test(target.repo)
      );
    default:
      return false;
  }
}

/** A badge or link at the head of the front page, beside the model's, to a data set of the model's own organisation. */
function isShownWithModel({ document, link, headings }: PlacedLink, id: string, facts: Facts): boolean {
  return (
    frontPages(facts).includes(document) &&
    link.line <= 40 &&
    headings.every(({ level, index }) => level === 1 || index === 0) &&
    isOwnHubId(id, facts)
  );
}

/** A guide for users' own fine-tuning, in a demo or example, links data to try it with, not what the model learned from. */
function isForUsers({ path }: Document): boolean {
  return (
    areaOf(path) === "example" ||
    /(^|[/_-])(demos?|examples?|tutorials?|cookbooks?|ecosystem|integrations?|community)([/_-]|$)/i.test(
      path.slice(0, path.lastIndexOf("/") + 1),
    )
  );
}

/** `datasets:` in a model card's front matter names hub ids; the text must not deny the release. */
function frontMatterDatasets(facts: Facts): Evidence[] {
  return facts.documents.flatMap((document) => {
    const front = document.frontMatter;
    const value = front?.data.datasets;
    const ids = (Array.isArray(value) ? value : [value]).filter(
      (id): id is string => typeof id === "string" && /^[\w.-]{1,96}\/[\w.-]{1,96}$/.test(id),
    );
    if (
      front === undefined ||
      ids.length === 0 ||
      document.passages.some((passage) => DATA_WORDS.test(passage.text) && DENIED.test(passage.text))
    )
      return [];
    return ids.map((id) => ({
      url: `https://huggingface.co/datasets/${id}`,
      writtenAt: { path: document.path, lines: front.lines },
      rule: "training-data-front-matter",
    }));
  });
}

/** The test split of a benchmark, by the name of the file. */
function isTestSet(url: string): boolean {
  const name = ((url.split(/[?#]/)[0] ?? "").split("/").at(-1) ?? "").toLowerCase();
  return /(^|[-_.])(test|dev|val|valid|validation|eval)(?=[-_.])/.test(name) && !/(^|[-_.])train/.test(name);
}

/** Data that the release's own preparation scripts download. */
function dataInCode(facts: Facts): Evidence[] {
  const preparing = new Set(doing(quietly(facts), ["prepares-data"]).map(({ file }) => file.path));
  return facts.sources.flatMap((file) => {
    if (areaOf(file.path) !== "own" || !preparing.has(file.path)) return [];
    return file.references.flatMap((reference): Evidence[] => {
      const isData =
        reference.kind === "hf-dataset" ||
        (reference.kind === "url" &&
          /\.(txt|zip|tar|gz|xz|zst|jsonl?|csv|parquet|bin)(\.(gz|xz|zst))?$/i.test(reference.id.split(/[?#]/)[0]!) &&
          !isTestSet(reference.id) &&
          !namesModel(reference.id, facts));
      if (!isData) return [];
      return [
        {
          url: reference.kind === "url" ? reference.id : `https://huggingface.co/datasets/${reference.id}`,
          writtenAt: { path: file.path, lines: [reference.line, reference.line] },
          rule: "training-data-in-code",
        },
      ];
    });
  });
}
