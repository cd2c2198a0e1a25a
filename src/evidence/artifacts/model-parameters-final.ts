import { type Said, say } from "../../messages/said.ts";
import type { Facts } from "../facts.ts";
import { areaOf } from "../files/area.ts";
import type { WeightFile } from "../files/files.ts";
import { incompleteShards } from "../files/shards.ts";
import { RELEASE_FOLDER } from "../source/references.ts";
import type { RoleMark } from "../source/source.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { leave, othersWork } from "./shared/considered.ts";
import { fetchedByReaders } from "./shared/fetched.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import { isThisRepository } from "./shared/linked-code.ts";
import { frontPages, isUnder, type PlacedLink, releaseDocuments, releaseLinks, wordsAround } from "./shared/links.ts";
import { isOwnHubId, namesModel, squash } from "./shared/names.ts";
import { isIntermediate } from "./shared/steps.ts";

const RELEASE =
  /\b(download|weights?|checkpoints?|pre-?trained|released?|models?|available|hosted|hugging ?face|🤗)\b|权重|下载|模型|モデル|重み|ダウンロード/i;
const WEIGHT_FILE =
  /\.(safetensors|gguf|ggml|bin|pt|pth|ckpt|onnx|h5|msgpack|tflite|npz|pdparams|nemo|keras|tar|tar\.gz|tgz|zip|7z)$/i;
const WEIGHT_WORDS = /\b(weights?|checkpoints?|models?|ckpts?|parameters)\b|权重|模型|重み|モデル/i;

export const modelParametersFinal: ArtifactRule = {
  id: "model-parameters-final",
  name: "Model parameters (Final)",
  mofClass: 3,
  type: "data",
  required: true,
  asks: "Are the final weights released?",
  why: "The weights are the model: without them nobody can run, test or build on it.",
  decides:
    "A weight file or a pointer to one of plausible size is in the tree (empty placeholders, incomplete sets of shards, test fixtures and adapters' base models do not count), or the documents or the package's own download code say where the release's own weights are. A link to another model, such as the base model, does not count.",
  remedy:
    "Upload the weights to a model hub without a gate and link the model page in the README, or commit them through Git LFS.",
  effort: "hours",
  references: ["Model Openness Framework, component Model parameters (Final) (Class III, data)"],
  find(facts) {
    const incomplete = incompleteShards(facts.weights);
    const inRepo = facts.weights
      .filter((file) => isWeights(file, incomplete, facts))
      .map((file) => inTree("weights-in-tree", file));
    const links = releaseLinks(facts).filter((placed) => isOwnWeights(placed, facts));
    const strong = links.filter(({ link }) => link.target.kind !== "hf-organisation");
    const linked = (strong.length > 0 ? strong : links).map((placed) => atLink("weights-linked", placed));
    const fetched = strong.length > 0 ? [] : clonedModels(facts).map((placed) => atLink("weights-linked", placed));
    return decide(facts, inRepo, [...fetched, ...linked, ...weightsInCode(facts)]);
  },
};

function isWeights(file: WeightFile, incomplete: ReadonlySet<string>, facts: Facts): boolean {
  const no = (because: Said): false => leave(facts, { path: file.path, sha: file.sha }, because);
  if (file.form === "placeholder" && !isSmallByDesign(file, facts)) return no(say("leftOut.tooSmallForModel"));
  if (file.form === "fixture") return no(say("leftOut.notReleased"));
  if (incomplete.has(file.path)) return no(say("leftOut.shardsMissing"));
  return file.step === undefined || no(say("leftOut.isIntermediate"));
}

const LINEAR = /\blinear (model|estimator|probe|head|layer|classifier)s?\b|\b(nn\.)?Linear\(\d{1,6}, ?\d{1,4}\)/;
/** Bytes below which not even a linear layer on top of another network's features is held. */
const SMALLEST_LINEAR = 1_000;

/** A linear layer of a few kilobytes, at the root, in a release whose front page says that it is one and loads it. */
function isSmallByDesign({ path, bytes }: WeightFile, facts: Facts): boolean {
  if (path.includes("/") || bytes < SMALLEST_LINEAR || !/\.(pth?|bin|safetensors|onnx|joblib|npz)$/i.test(path))
    return false;
  const extension = path.slice(path.lastIndexOf("."));
  return frontPages(facts).some(({ passages, codeBlocks }) => {
    const code = codeBlocks.map(({ text }) => text.slice(0, 20_000)).join("\n");
    const loads = /load_state_dict|\bload\(/.test(code) && code.includes(extension) && sharesName(path, code);
    return loads && (LINEAR.test(code) || passages.slice(0, 12).some(({ text }) => LINEAR.test(text.slice(0, 2_000))));
  });
}

/** The first part of the name, before what differs from size to size, is written in the code. */
const sharesName = (path: string, code: string): boolean => code.includes(path.split(/[-_.]/).slice(0, 2).join("_"));

/** Pages of a hub that hold what a run wrote down, or data, by their names. */
const NAMED_RECORDS =
  /[-_](logs?|tensorboard|wandb|codecarbon|results?|metrics|data|datasets?|corpus|optimi[sz]er[-_]states?)$/i;

/** A page of a hub that holds a tokenizer alone. */
const NAMED_TOKENIZER = /[-_./]tokeni[sz]ers?(?=$|[-_.])/i;

/** Tokenizers of images and sound are networks: where the release is called one, that is its model. */
function isTokenizer(id: string, facts: Facts): boolean {
  return NAMED_TOKENIZER.test(id) && !facts.modelNames.some((name) => /tokeni[sz]er/.test(name));
}

/** Models of the release's own on a hub that the documents' commands clone; the last of all checkpoints comes with them. */
function clonedModels(facts: Facts): PlacedLink[] {
  return fetchedByReaders(releaseDocuments(facts)).filter(({ link }) => {
    const { target } = link;
    if (target.kind !== "hf-model" || target.revision !== undefined) return false;
    return isOwnHubId(target.id, facts) && !isTokenizer(target.id, facts) && !NAMED_RECORDS.test(target.id);
  });
}

/** Kinds of links that may lead to weights at all. */
const MAY_HOLD_WEIGHTS = /^(hf-(model|collection|organisation)|modelscope-model|hub-model|download|zenodo|form)$/;

function isOwnWeights(placed: PlacedLink, facts: Facts): boolean {
  if (leadsToWeights(placed, facts)) return true;
  const { target } = placed.link;
  if (!MAY_HOLD_WEIGHTS.test(target.kind)) return false;
  if (isIntermediate(placed)) return leave(facts, placed, say("leftOut.intermediateStep"));
  const isHub = target.kind === "hf-model" || target.kind === "modelscope-model" || target.kind === "hub-model";
  if (isHub && !isOwnHubId(target.id, facts)) return leave(facts, placed, say("leftOut.othersModel"));
  if (isHub && isTokenizer(target.id, facts)) return leave(facts, placed, say("leftOut.tokenizer"));
  return leave(
    facts,
    placed,
    isHub ? (othersWork(placed) ?? say("leftOut.notOffered")) : say("leftOut.notSaidWeights"),
  );
}

function leadsToWeights(placed: PlacedLink, facts: Facts): boolean {
  const { link } = placed;
  const { target } = link;
  if (isIntermediate(placed)) return false;
  switch (target.kind) {
    case "hf-model":
    case "modelscope-model":
    case "hub-model":
      return (
        isOwnHubId(target.id, facts) &&
        !isTokenizer(target.id, facts) &&
        !NAMED_RECORDS.test(target.id) &&
        !isUnder(placed, "acknowledgements", "related-work")
      );
    case "hf-collection":
      return !/dataset/i.test(target.id) && (isOwnHubId(target.id, facts) || WEIGHT_WORDS.test(link.text));
    case "hf-organisation":
      return (
        isOwnOrganisation(target.id, facts) &&
        (frontPages(facts).includes(placed.document) ? RELEASE : OFFERS_MODELS).test(wordsAround(placed))
      );
    case "download":
      return (
        ((WEIGHT_WORDS.test(wordsAround(placed)) &&
          (WEIGHT_FILE.test(target.file ?? "") || isUnder(placed, "download", "checkpoints"))) ||
          isNamedWeights(target.file ?? "", placed, facts)) &&
        !/data ?set|corpus|数据|データ/i.test(link.text)
      );
    case "github":
      return target.page === "release" && WEIGHT_WORDS.test(link.context) && isUnder(placed, "download", "checkpoints");
    case "zenodo":
      return WEIGHT_WORDS.test(link.context) && !/data ?set/i.test(link.text);
    case "form":
      return WEIGHT_WORDS.test(link.context) && /\b(request|access|download|apply)\b|申请|下载/i.test(link.context);
    case "web":
      return (
        (/\bdownloads?\b/i.test(target.url) && WEIGHT_WORDS.test(link.context) && namesModel(target.url, facts)) ||
        isFolderOfWeights(placed, facts)
      );
    default:
      return false;
  }
}

/** A file that holds nothing but weights by its kind, and the model's by its name. */
const isNamedWeights = (file: string, placed: PlacedLink, facts: Facts): boolean =>
  /\.(?:pth?|ckpt|safetensors|gguf|msgpack|nemo|pdparams)$/i.test(file) &&
  namesModel(file, facts) &&
  !isUnder(placed, "acknowledgements", "related-work");

/** In a page deep in the tree an organisation is named for many reasons. */
const OFFERS_MODELS =
  /\b(models?|weights|checkpoints?)\b[^.]{0,120}\b(available|released|published|hosted|downloads?)\b|\b(available|released|published|hosted|downloads?)\b[^.]{0,120}\b(models?|weights|checkpoints?)\b/i;

/** An organisation that publishes for this repository, or is called as its front page is. */
const isOwnOrganisation = (id: string, facts: Facts): boolean =>
  facts.ownOrganisations.includes(id.toLowerCase()) ||
  (squash(id).length >= 6 && frontPages(facts).some(({ sections }) => squash(sections[0]?.title ?? "") === squash(id)));

/** Where a house keeps its files itself: a folder that is called so, named for the model, under a heading about checkpoints. */
function isFolderOfWeights(placed: PlacedLink, facts: Facts): boolean {
  const { url } = placed.link;
  return (
    /\/(pre-?trained|checkpoints?|ckpts?|weights|params)(\/[\w.-]{1,60}){0,2}\/?$/i.test(url.slice(0, 1_000)) &&
    namesModel(url.replace(/^https?:\/\/[^/]{1,200}/i, ""), facts) &&
    isUnder(placed, "checkpoints", "download") &&
    !isUnder(placed, "acknowledgements", "related-work")
  );
}

/** A folder of a bucket that is called parameters, weights or checkpoints. */
const WEIGHT_FOLDER = /^(?:s3|gs):\/\/[^?#]{1,300}[/_-](?:params|parameters|weights|checkpoints?|ckpts?)\/?$/i;
/** The bucket may be the house's, and hold other models as well. */
const BUCKET = /^(?:s3|gs):\/\/[^/]{1,100}\//i;

/** The name of a file of weights, in quotation marks. */
const QUOTED_WEIGHTS = /["'][\w.{}-]{1,80}\.(?:bin|pth?|ckpt|safetensors|onnx|msgpack|h5)["']/;

/** The folder of this repository's own releases, in code that names a file of weights to fetch from it. */
function isReleaseOfWeights(url: string, path: string, facts: Facts): boolean {
  const [, , , owner = "", repo = ""] = url.split("/");
  if (!RELEASE_FOLDER.test(url) || !isThisRepository({ owner, repo }, facts)) return false;
  const content = facts.snapshot.contents.get(path);
  return content?.kind === "text" && QUOTED_WEIGHTS.test(content.text);
}

/** Download tables and hub ids in the release's own code, where that is how users get the weights. */
function weightsInCode(facts: Facts): Evidence[] {
  return facts.sources.flatMap((file) => {
    if (areaOf(file.path) !== "own") return [];
    return file.references.flatMap((reference): Evidence[] => {
      const own =
        reference.kind === "hf-model"
          ? isOwnHubId(reference.id, facts) &&
            !namesBase(reference.id, facts) &&
            !isTokenizer(reference.id, facts) &&
            !NAMED_RECORDS.test(reference.id) &&
            !/repo$/i.test(reference.via)
          : reference.kind === "url" &&
            (!isHelper(reference.id, file.roles, facts) || isDownloader(file.path)) &&
            (!isArchiveOfElse(reference.id, facts) || isDownloader(file.path)) &&
            (WEIGHT_FILE.test(reference.id.split(/[?#]/)[0]!) ||
              isReleaseOfWeights(reference.id, file.path, facts) ||
              (WEIGHT_FOLDER.test(reference.id) && namesModel(reference.id.replace(BUCKET, ""), facts)) ||
              (isDownloader(file.path) && reference.id.endsWith("/") && namesModel(reference.id, facts)));
      if (!own) return [];
      return [
        {
          url: reference.kind === "url" ? reference.id : `https://huggingface.co/${reference.id}`,
          writtenAt: { path: file.path, lines: [reference.line, reference.line] },
          rule: "weights-in-code",
        },
      ];
    });
  });
}

const ARCHIVE = /\.(tar|tar\.gz|tgz|zip|7z)$/i;
/** An archive may hold anything: it is weights where its address speaks of them or names the model, and no data. */
function isArchiveOfElse(url: string, facts: Facts): boolean {
  const address = (url.split(/[?#]/)[0] ?? "").replace(/^https?:\/\/[^/]{1,200}/i, "");
  if (!ARCHIVE.test(address)) return false;
  const file = address.slice(address.lastIndexOf("/") + 1);
  return !namesModel(file, facts) && !WEIGHT_WORDS.test(address.replace(/[_/-]/g, " "));
}

/** A script that is called a download of the model. */
function isDownloader(path: string): boolean {
  return /(^|[-_])(download|fetch|get)[-_](\w{1,30}[-_])?(models?|weights|checkpoints?|ckpts?|params|pretrained)\.(py|sh)$/i.test(
    path.slice(path.lastIndexOf("/") + 1),
  );
}

/** Classifiers of languages and quality that sort data, by where they come from: tools, not the release. */
const CLASSIFIER = /fast-?text|\blid\.176|\blid218|toxic|nsfw|jigsaw|quality|langid|classifier/i;

function isHelper(url: string, roles: readonly RoleMark[], facts: Facts): boolean {
  const prepares = roles.some(({ role }) => role === "prepares-data");
  return CLASSIFIER.test(url) && (prepares || !namesModel(url.replace(/^https?:\/\/[^/]{1,200}/i, ""), facts));
}

/** A hub id without an organisation is a library's stock model (`gpt2`), which the release did not make. */
function namesBase(id: string, facts: Facts): boolean {
  return !id.includes("/") || !namesModel(id, facts);
}
