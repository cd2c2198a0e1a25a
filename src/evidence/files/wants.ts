import { hasWantedHead } from "../../snapshot/heads.ts";
import type { Entry } from "../../snapshot/snapshot.ts";
import { areaOf } from "./area.ts";
import { isCitationName } from "./citations.ts";
import { dataFormat, isInDataFolder } from "./data-names.ts";
import { isDependencyName } from "./dependencies.ts";
import type { Area } from "./files.ts";
import { type PathParts, partsOf, shapeOf, wordsOf } from "./path.ts";
import { speaksOfResults } from "./result-formats.ts";
import { shardSet } from "./shards.ts";
import { sourceWant } from "./source-names.ts";
import { SMALLEST_FILE, weightFormat } from "./weights.ts";

/** Why a file is wanted; each reason has its own share of the budget. */
export type Reason =
  | "license"
  | "readme"
  | "card"
  | "openness"
  | "citation"
  | "dependencies"
  | "git"
  | "pointer"
  | "document"
  | "config"
  | "result"
  | "archive"
  | "weights"
  | "data"
  | "network"
  | "training"
  | "inference"
  | "evaluation"
  | "preparation"
  | "source";

/** Reasons to look into a source file for what it does, in order of worth. */
export const CODE_REASONS: readonly Reason[] = [
  "network",
  "training",
  "evaluation",
  "preparation",
  "inference",
  "source",
];

export interface Want {
  readonly entry: Entry;
  readonly reason: Reason;
  /** Higher is read first among those of the same reason. */
  readonly worth: number;
  /** Files of one group are samples of each other: few of them are read. */
  readonly group: string | undefined;
}

const TEXT_CAP = 512_000;
const JSON_CAP = 1_000_000;
/** Pointer files are below 1,024 bytes (Git LFS specification); DVC and annex files hardly above. */
const POINTER_CAP = 1_024;

const LICENSE_NAME =
  /^(?:[\w.-]{0,60}[-_. ])?(?:un)?licen[cs]es?(?:[-_. ][^/]{0,100})?$|^(?:copying|copyright|notice|legal|terms|disclaimer)(?:[-_.][\w.-]{0,60})?$|(?:model|data|code|weights?)[-_ ]?licen[cs]e|licen[cs]e[-_ ]?agreement|(?:use|usage|acceptable[-_]use|prohibited[-_]use)[-_ ]?policy|terms[-_ ]of[-_ ](?:use|service)|许可|許可|协议|協議|使用规定|ライセンス|利用規約/i;
const CARD_NAME =
  /(?:model|data|dataset|system)[-_ ]?cards?|datasheet|data[-_ ]?statement|nutrition[-_ ]?label|responsible[-_ ]?(?:ai|use)/i;
const OPENNESS_NAME =
  /^(?:\.?mof\.(?:ya?ml|json)|[\w.-]{1,80}\.mo[ft]\.ya?ml|\.?mot\.ya?ml|croissant[\w.-]{0,60}\.json|datapackage\.json|[\w.-]{1,60}[-_.]croissant\.json)$/;
const DOCUMENT_EXTENSION = /^(?:md|mdx|markdown|rst|html?)$/;
const CONFIG_FOLDER =
  /^(?:configs?|conf|confs|cfg|cfgs|hparams|hyperparameters|recipes?|params|settings|gin|models?|slurm|experiments?|train(?:ing)?|pretrain(?:ing)?|finetun(?:e|ing)|sft|dpo|experiment_configs)/;

/** What an entry is wanted for, from its path, kind and size alone; undefined when nothing reads it. */
export function wantOf(entry: Entry): Want | undefined {
  if (entry.kind === "submodule") return undefined;
  const parts = partsOf(entry.path);
  const area = areaOf(entry.path);
  const size = entry.size ?? 0;
  const want = (reason: Reason, worth: number, group?: string): Want => ({ entry, reason, worth, group });
  const near = nearness(parts, area);

  if (isLicense(parts)) return size <= TEXT_CAP ? want("license", near + (area === "vendored" ? -60 : 0)) : undefined;
  if (/^readme(?:[-_. ]|$)/.test(parts.lower) && !/\.(?:png|jpe?g|gif|svg|pdf)$/.test(parts.lower))
    return area !== "vendored" && size <= TEXT_CAP && parts.folders.length <= 4 ? want("readme", near) : undefined;
  if (entry.kind === "symlink") return isBigFormat(entry.path) ? want("pointer", near) : undefined;
  if (parts.lower === ".gitmodules" || parts.lower === ".gitattributes" || entry.path === ".dvc/config")
    return want("git", near);
  if (OPENNESS_NAME.test(parts.lower) || parts.folders.includes(".eval_results"))
    return size <= JSON_CAP ? want("openness", near) : undefined;
  if (isCitationName(parts.lower)) return want("citation", near);
  if (area === "vendored") return undefined;
  if (parts.extension === "dvc" || parts.lower === "dvc.yaml" || parts.lower === "dvc.lock")
    return size <= TEXT_CAP ? want("pointer", near + 5) : undefined;
  if (hasWantedHead(entry)) return binaryWant(entry, area, near, want);
  if (
    size > 0 &&
    size < POINTER_CAP &&
    isBigFormat(entry.path) &&
    parts.extension !== "json" &&
    parts.extension !== "txt"
  )
    return want("pointer", near, `${parts.folders.join("/")}/*.${parts.extension}`);
  if (size > JSON_CAP || size === 0) return undefined;
  return textWant(entry, parts, area, near, size, want);
}

/** Binary files that are looked into: logs of evaluations, and weights that are large enough to be some. */
function binaryWant(
  { path, size = 0 }: Entry,
  area: Area,
  near: number,
  want: (reason: Reason, worth: number, group?: string) => Want,
): Want | undefined {
  if (/\.eval$/i.test(path))
    return area === "test" ? undefined : want("archive", near - size / 100_000, groupOf(partsOf(path)));
  return area === "own" && size >= SMALLEST_FILE && weightFormat(path) !== undefined
    ? want("weights", near, shardSet(path))
    : undefined;
}

function textWant(
  entry: Entry,
  parts: PathParts,
  area: Area,
  near: number,
  size: number,
  want: (reason: Reason, worth: number, group?: string) => Want,
): Want | undefined {
  const { extension, lower, folders, stem } = parts;
  if (DOCUMENT_EXTENSION.test(extension)) {
    if (size > TEXT_CAP || area === "test") return undefined;
    if (CARD_NAME.test(lower) || folders.some((folder) => CARD_NAME.test(folder))) return want("card", near);
    if (extension.startsWith("htm") || folders.length > 3) return undefined;
    return want(
      "document",
      near + (/(?:eval|result|train|data|report|model|checkpoint|benchmark)/.test(stem) ? 15 : 0),
    );
  }
  if (isDependencyName(lower))
    return size <= TEXT_CAP || lower.endsWith(".lock")
      ? want("dependencies", near + (/dev|test|docs|lint/.test(stem) ? -15 : 0))
      : undefined;
  const source = size <= TEXT_CAP || extension === "ipynb" ? sourceWant(parts) : undefined;
  const config = size <= TEXT_CAP ? configWorth(parts) : undefined;
  if (
    config !== undefined &&
    (source === undefined || extension !== "py" || folders.some((folder) => /^configs?$/.test(folder)))
  )
    if (!/^(?:sh|slurm|sbatch)$/.test(extension))
      return want(
        resultLike(entry.path, extension) ? "result" : "config",
        near + config - size / 20_000,
        groupOf(parts),
      );
  if (source !== undefined)
    return area === "test" ? undefined : want(source.reason, near + source.worth - Math.max(0, size - 60_000) / 10_000);
  if (area === "test") return undefined;
  if (resultLike(entry.path, extension)) return want("result", near + 10 - size / 20_000, groupOf(parts));
  if (
    extension === "json" &&
    size <= JSON_CAP &&
    (isInDataFolder(entry.path) || size > 100_000) &&
    dataFormat(entry.path) !== undefined
  )
    return want("data", near - size / 50_000, groupOf(parts));
  if (extension === "csv" || extension === "tsv")
    return size <= TEXT_CAP ? want("result", near - 10 - size / 20_000, groupOf(parts)) : undefined;
  if (extension === "json" && size <= 200_000) return want("config", near - 20, groupOf(parts));
  if (extension === "txt" && folders.length <= 1 && size <= 60_000) return want("document", near - 10);
  return undefined;
}

/** Nearer to the root is worth more; tests, documentation and examples less than the release's own. */
function nearness(parts: PathParts, area: Area): number {
  const deprecated = parts.folders.some((folder) => /^(?:deprecated|legacy|archive[ds]?|old|attic)$/.test(folder))
    ? 30
    : 0;
  const penalty = area === "own" ? 0 : area === "example" ? 8 : area === "documentation" ? 14 : 60;
  return 100 - 6 * Math.min(parts.folders.length, 10) - penalty - deprecated;
}

function isLicense(parts: PathParts): boolean {
  // REUSE's own lists of which file is under which license (REUSE specification 3.3).
  if (parts.lower === "reuse.toml" || (parts.lower === "dep5" && parts.folders.includes(".reuse"))) return true;
  if (
    /^(?:py|json|jsonl|ya?ml|sh|png|svg|jpe?g|gif|js|ts|tsx|css|c|cc|cpp|h|ipynb|toml|xml|csv|parquet)$/.test(
      parts.extension,
    )
  )
    return false;
  if (parts.folders.some((folder) => /^(?:licen[cs]es|model_licen[cs]es)$/.test(folder)))
    return parts.folders.length <= 4;
  return LICENSE_NAME.test(parts.lower);
}

function isBigFormat(path: string): boolean {
  return (
    weightFormat(path) !== undefined ||
    dataFormat(path) !== undefined ||
    /\.(?:pdf|png|wav|mp4|model|safetensors|bin)$/i.test(path)
  );
}

function resultLike(path: string, extension: string): boolean {
  if (!/^(?:json|csv|tsv|txt|log|out)$/.test(extension)) return false;
  return (
    speaksOfResults(path) ||
    (extension !== "txt" &&
      /(?:^|[/_.-])(?:mmlu|gsm8k|humaneval|hellaswag|lambada|lm_?eval|harness|helm|wer|bleu|accuracy)(?=$|[/_.-])/i.test(
        path,
      ))
  );
}

/** How likely a file is a setting of the model or its training; undefined when it is no configuration by its format. */
function configWorth(parts: PathParts): number | undefined {
  const { extension, lower, folders, stem } = parts;
  if (
    /^(?:trainer_state|training_args|wandb-summary|model_index|generation_config|params|hparams|adapter_config)\.json$/.test(
      lower,
    )
  )
    return 20;
  if (/^config[\w.-]{0,60}\.json$/.test(lower)) return 15;
  const format = /^(?:ya?ml|json|toml|gin|cfg|ini|conf|py|hcl)$/.test(extension);
  if (!format || lower.startsWith(".")) return undefined;
  const words = wordsOf(stem);
  const training = words.some((word) =>
    /^(?:train|training|pretrain|pretraining|finetune|sft|dpo|lora|hparams|hyperparameters|optimizer|deepspeed|ds|zero[123]?|stage\d?)$/.test(
      word,
    ),
  );
  const placed = folders.some((folder) => CONFIG_FOLDER.test(folder));
  if (extension === "py")
    return folders.some((folder) => /^(?:configs?|recipes?)$/.test(folder)) ? (training ? 18 : 4) : undefined;
  if (extension === "json") return placed || training ? (training ? 15 : 0) : undefined;
  return training ? 22 : placed ? 12 : extension === "gin" ? 10 : -5;
}

function groupOf(parts: PathParts): string {
  return `${shapeOf(parts.folders.join("/"))}/*.${parts.extension}`;
}
