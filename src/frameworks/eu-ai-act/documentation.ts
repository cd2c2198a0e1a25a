/** Which items of Annexes XI (section 1) and XII of the AI Act a repository documents. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Topic } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import { type Said, say } from "../../messages/said.ts";
import type { Material } from "../framework.ts";
import { isThere } from "../looking.ts";
import { ACCELERATOR_HOURS, statedCompute } from "./compute.ts";

export const ITEMS = [
  "tasks",
  "acceptableUse",
  "release",
  "architecture",
  "parameters",
  "modality",
  "license",
  "integration",
  "software",
  "inputSize",
  "training",
  "data",
  "evaluation",
  "compute",
  "energy",
] as const;
export type Item = (typeof ITEMS)[number];

/** What the items are called. */
export const ITEM_NAMES: Readonly<Record<Item, Said>> = {
  tasks: say("euAiAct.tasks"),
  acceptableUse: say("euAiAct.acceptableUse"),
  release: say("euAiAct.release"),
  architecture: say("euAiAct.architecture"),
  parameters: say("euAiAct.parameters"),
  modality: say("euAiAct.modality"),
  license: say("euAiAct.license"),
  integration: say("euAiAct.integration"),
  software: say("euAiAct.software"),
  inputSize: say("euAiAct.inputSize"),
  training: say("euAiAct.training"),
  data: say("euAiAct.data"),
  evaluation: say("euAiAct.evaluation"),
  compute: say("euAiAct.compute"),
  energy: say("euAiAct.energy"),
};

/** Annex XI, section 1, with the results of evaluation that Article 53(1)(a) names. */
export const ANNEX_XI: readonly Item[] = [
  "tasks",
  "acceptableUse",
  "release",
  "architecture",
  "parameters",
  "modality",
  "license",
  "integration",
  "training",
  "data",
  "evaluation",
  "compute",
  "energy",
];
/** Annex XII. */
export const ANNEX_XII: readonly Item[] = [
  "tasks",
  "acceptableUse",
  "release",
  "architecture",
  "parameters",
  "modality",
  "license",
  "integration",
  "software",
  "inputSize",
  "data",
];

const PARAMETERS =
  /(?<![\w.])\d{1,4}(?:\.\d{1,3})?\s?-?(?:[BM](?![\w/])|billion\b|million\b|trillion\b)|\bparameter count\b|参数量|パラメータ数/;
const MODALITY =
  /\b(?:modalit(?:y|ies)|multi-?modal|text-to-(?:text|image|video|speech)|text[- ]generation|text-only|vision-language|input (?:format|text|image)|outputs? (?:format|text|images?))\b|模态|多模态|モダリティ|マルチモーダル/i;
const RELEASED =
  /\breleas(?:ed?|ing)\b.{0,80}\b20[12]\d\b|\b20[12]\d[-./年]\s?\d{1,2}\b.{0,120}\breleas|\brelease date\b|发布|公開|リリース/i;
const ACCEPTABLE_USE =
  /\b(?:acceptable|prohibited|responsible) use\b|\busage polic(?:y|ies)\b|\buse (?:restrictions|policy)\b|使用政策|利用規約/i;
const INPUT_SIZE =
  /\b(?:context (?:length|window|size)|max(?:imum)?[_ -](?:sequence|input|position|model|context)[_ -]?(?:length|size|len|embeddings)?|sequence length|\d{1,4}[kK][- ](?:context|tokens?))\b|上下文(?:长度|窗口)|コンテキスト長/i;
const HARDWARE =
  /\b\d{1,6}\s?[x×*]?\s?(?:NVIDIA\s)?(?:A100|H100|H800|H200|V100|A800|B200|TPU\s?v\d[a-z]?|MI\d{3}X?)\b/i;
const ENERGY =
  /\b(?:[kMG]Wh|CO2|CO₂|carbon (?:emissions?|footprint)|energy (?:consumption|use|usage))\b|碳排放|能耗|消費電力|炭素排出/i;

const kept = new WeakMap<Material, ReadonlySet<Item>>();

/** The items of which something was found; whether it is enough is for people to judge. */
export function documentedItems(material: Material): ReadonlySet<Item> {
  const known = kept.get(material) ?? itemsIn(material);
  kept.set(material, known);
  return known;
}

function itemsIn({ facts, components, licenseFiles }: Material): ReadonlySet<Item> {
  const documents = releaseDocuments(facts);
  const topics = new Set(
    documents.flatMap(({ sections }) => sections.flatMap((section) => (section.filled ? section.topics : []))),
  );
  const says = (pattern: RegExp): boolean => documents.some((document) => saysIn(document, pattern));
  const under = (...wanted: readonly Topic[]): boolean => wanted.some((topic) => topics.has(topic));
  const has = (id: keyof Material["components"]): boolean => isThere(components[id]);
  const isTagged = documents.some(({ frontMatter }) => typeof frontMatter?.data.pipeline_tag === "string");
  const found: Readonly<Record<Item, boolean>> = {
    tasks: isTagged || under("intended-use"),
    acceptableUse:
      under("out-of-scope-use") ||
      says(ACCEPTABLE_USE) ||
      licenseFiles.some(({ restrictions }) => restrictions.some(({ category }) => category === "use-policy")),
    release: says(RELEASED),
    architecture: has("model-architecture") || under("architecture"),
    parameters: says(PARAMETERS),
    modality: isTagged || says(MODALITY),
    license: components["model-parameters-final"].license !== null,
    integration: has("inference-code") || under("usage", "inference", "installation"),
    software: has("supporting-libraries-and-tools") || under("requirements"),
    inputSize: says(INPUT_SIZE),
    training: has("training-code") || under("training", "fine-tuning", "hyperparameters"),
    data: has("data-card") || under("training-data"),
    evaluation: has("evaluation-results"),
    compute: statedCompute(facts).length > 0 || says(ACCELERATOR_HOURS) || says(HARDWARE),
    energy: under("environmental-impact") || says(ENERGY),
  };
  return new Set(ITEMS.filter((item) => found[item]));
}

type Page = Facts["documents"][number];

const saysIn = ({ passages, tables }: Page, pattern: RegExp): boolean =>
  passages.some(({ text }) => pattern.test(text.slice(0, 4_000))) ||
  tables.some(({ headers, rows }) =>
    [headers, ...rows.slice(0, 100)].some((cells) => pattern.test(cells.join(" | ").slice(0, 2_000))),
  );
