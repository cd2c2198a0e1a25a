import { say } from "../../messages/said.ts";
import type { Document, Section } from "../documents/document.ts";
import { enclosingSections } from "../documents/sections.ts";
import type { Facts } from "../facts.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { leave } from "./shared/considered.ts";
import { isDataTable } from "./shared/data-tables.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import { isAboutEvaluation, releaseDocuments, releaseLinks, wordsAround } from "./shared/links.ts";

const CARD_NAME =
  /(^|\/)[^/]{0,80}(data(set)?[-_ ]?cards?|datasheets?|data[-_ ]?statements?)[^/]{0,60}\.(md|pdf|html?|rst|txt)$/i;
const CARD_WORDS =
  /\b(data ?sheets?|data ?cards?|dataset ?cards?|data statements?)\b|数据卡|データカード|データシート/i;
const DATASET_KEYS = [
  "dataset_info",
  "size_categories",
  "task_categories",
  "annotations_creators",
  "source_datasets",
  "pretty_name",
  "configs",
];
/** How much: tokens, documents, hours, bytes. */
const SIZE =
  /\b\d[\d.,]{0,12}\s?(\+\s?)?(k|m|b|t|thousand|million|billion|trillion|万|亿|億|兆)?\+?\s?((genomic|unique|raw|parallel|training|text|web|protein|image-text|question-answer) )?(tokens?|words|documents?|examples?|samples?|hours?|images?|pairs?|sentences?|utterances?|conversations?|dialogues?|articles?|posts?|videos?|clips?|sequences?|instructions?|links|web ?pages|pages|urls|genomes|species|structures|nucleotides|base pairs|molecules|cells|time series|rows?|gb|tb|gib|tib|mb|词元|条|小时|件|時間)\b/i;
/** How it was made. */
const PROCESS =
  /\b(filter(ed|ing|s)?|de-?dup\w{0,12}|clean(ed|ing)?|remov(ed|e|ing)|normali[sz]\w{0,6}|pre-?process(ed|ing)?|redact\w{0,4}|pii|anonymi[sz]\w{0,5}|tokeni[sz](ed|ation)|crawl(ed|s)?|collect(ed|s|ing|ion)?|curat(ed|ion)|annotat(ed|ion|ors?)|sampled|language identification|quality|exclud(ed|ing)|not included|block-?lists?|derived from|obtained from)\b|过滤|去重|清洗|采集|収集|フィルタ|重複/gi;

/** What was done with the data, or is to be done by whoever prepares it: it counts only beside an amount. */
const HANDLED =
  /\b(download(ed)? from|select(ed|ion)|extract(ed|ion)|assembled|split(ting)?|built from|generated (a|from))\b/i;

/** Where text, images and speech for training usually come from. */
const SOURCES =
  /\b(wikipedia|common ?crawl|github|books(corpus)?|arxiv|stack ?exchange|stack ?overflow|c4|mc4|the pile|refined-?web|starcoder|redpajama|laion(-?\w{1,8})?|imagenet|librispeech|common ?voice|youtube|reddit|twitter|sharegpt|flickr|uniref\d{0,3}|openwebtext|web ?text|cc-?100|cc-?news|oscar|common ?pile|fineweb|slimpajama|pubmed|ncbi|genbank|ensembl|uniprot|mgnify|gtex|tcga|publicly available (data|datasets?|sources)|publicly[- ]available)\b/i;
/** The names among the sources, each once. */
const EACH_SOURCE = new RegExp(SOURCES.source, "gi");
const LEARNED_FROM = /\b((pre-?)?train(ed|ing)|fine-?tun(ed|ing)|created by)\b|训练|学習/i;

export const dataCard: ArtifactRule = {
  id: "data-card",
  name: "Data card",
  mofClass: 3,
  type: "document",
  required: true,
  asks: "Is the training data documented: where it comes from, what is in it, how it was processed?",
  why: "Who does not know the data cannot judge bias, rights or contamination.",
  decides:
    'A data card, datasheet or dataset card that is filled, or a section that names the sources of the training data together with their sizes or processing. A mere amount ("trained on 2T tokens") is not documentation. Else a link that is called a data card or datasheet.',
  remedy:
    "Add DATA_CARD.md with sources, sizes, collection, filtering and license of each data set, or a filled section on training data in the model card.",
  effort: "hours",
  references: [
    "Model Openness Framework, component Data card (Class III, document)",
    "Gebru et al. 2021, Datasheets for Datasets",
  ],
  find(facts) {
    const documents = releaseDocuments(facts);
    const files = documents
      .filter((document) => isDataCard(document, facts))
      .map((document) => inTree("data-card-file", document));
    // A page on the data of an evaluation documents nothing that the model learned from.
    const pages = documents.filter((document) => !isAboutEvaluation(document));
    const sections = pages.flatMap((document) => [...documentedData(document), ...dataTables(document)]);
    const called = releaseLinks(facts)
      .filter(
        (placed) =>
          CARD_WORDS.test(placed.link.text) ||
          (CARD_WORDS.test(wordsAround(placed)) &&
            (placed.link.target.kind === "hf-dataset" || placed.link.target.kind === "arxiv")),
      )
      .filter(({ link }) => link.target.kind !== "file" && link.target.kind !== "anchor")
      .map((placed) => atLink("data-card-linked", placed));
    // A paragraph documents the data where nothing better is named.
    const passages = called.length > 0 ? [] : pages.flatMap((document) => documentedPassages(document));
    return decide(facts, [...files, ...sections, ...passages], called);
  },
};

function isDataCard(document: Document, facts: Facts): boolean {
  const { path, sha } = document;
  if (/template/i.test(path)) return leave(facts, { path, sha }, say("leftOut.template"));
  const keys = Object.keys(document.frontMatter?.data ?? {});
  const titled = document.sections.slice(0, 2).some((section) => CARD_WORDS.test(section.title));
  const marked =
    CARD_NAME.test(document.path) || titled || DATASET_KEYS.filter((key) => keys.includes(key)).length >= 2;
  if (!marked) return false;
  return (
    document.sections.filter((section) => section.filled).length >= 2 ||
    leave(facts, { path, sha }, say("leftOut.unfilledDataCard"))
  );
}

function dataTables(document: Document): Evidence[] {
  return document.tables
    .filter(
      (table) =>
        isDataTable(table) &&
        !enclosingSections(document, table.section).some(({ topics }) => topics.includes("evaluation")),
    )
    .map((table) => inTree("data-table", document, table.lines));
}

/** Sections on training data, or on training with a part on its data, that name sources and give their sizes or how they were processed. */
function documentedData(document: Document): Evidence[] {
  return document.sections.flatMap((section) => {
    const tells = !speaksOfData(document, section) && tellsHowDataWasMade(document, section);
    if (!(tells || speaksOfData(document, section)) || section.topics.includes("evaluation")) return [];
    if (FOR_TUNING.test(section.text.slice(0, 600))) return [];
    const inside = document.sections.filter((child) => enclosingSections(document, child.index).includes(section));
    const text = inside.map((child) => child.text).join("\n");
    const indices = new Set(inside.map((child) => child.index));
    const tables = document.tables.filter((table) => table.section !== undefined && indices.has(table.section));
    const sources = document.links.filter(
      (link) =>
        link.section !== undefined &&
        indices.has(link.section) &&
        /^(hf-dataset|hub-dataset|modelscope-dataset|zenodo|github|web|arxiv|paper|download)$/.test(link.target.kind),
    ).length;
    const rowsWithNumbers = tables.some((table) => table.rows.filter((row) => row.some(isAmount)).length >= 3);
    const processes = processesIn(text);
    if (tells && (processes < 3 || !SOURCES.test(text))) return [];
    const namesSources = sources >= 2 || rowsWithNumbers || SOURCES.test(text);
    const describes =
      rowsWithNumbers ||
      (SIZE.test(text) && (processes >= 1 || HANDLED.test(text) || (sources >= 2 && sourcesIn(text) >= 2))) ||
      processes >= 3 ||
      (sources >= 3 && processes >= 1);
    return namesSources && describes ? [inTree("data-section", document, section.lines)] : [];
  });
}

/** "X can be fine-tuned to …": what follows is for whoever does that. */
const FOR_TUNING = /\bcan be (?:further |easily )?fine-?tuned\b|可以?(?:进一步)?微调/i;

/** A cell that gives an amount (`1.2B tokens`, `~ 40%`, `$10^6$`), not a name with a digit in it (`CASP12`) or the text of a link. */
function isAmount(cell: string): boolean {
  return /^[^\p{L}\d]{0,6}\d/u.test(cell) || /\b\d[\d.,]{2,15}\b|\d\s?%/.test(cell) || SIZE.test(cell);
}

function speaksOfData(document: Document, section: Section): boolean {
  if (section.topics.includes("training-data")) return true;
  if (!section.topics.includes("training")) return false;
  return document.sections.some(({ parent, topics }) => parent === section.index && topics.includes("training-data"));
}

/** A section on how the data was made. Where it holds code it is a guide to preparing one's own. */
function tellsHowDataWasMade({ codeBlocks }: Document, { topics, index, title }: Section): boolean {
  return (
    topics.includes("data-processing") &&
    !/\b(your|custom|own|prepar\w{1,6})\b/i.test(title) &&
    !codeBlocks.some(({ section }) => section === index)
  );
}

/** One paragraph that says what the model learned from, where that came from, how much it is and how it was cleaned. */
function documentedPassages(document: Document): Evidence[] {
  return document.passages
    .filter(
      ({ text }) =>
        !FOR_TUNING.test(text) &&
        LEARNED_FROM.test(text) &&
        SOURCES.test(text) &&
        SIZE.test(text) &&
        processesIn(text) >= 2,
    )
    .map(({ lines }) => inTree("data-passage", document, lines));
}

function sourcesIn(text: string): number {
  return new Set(Array.from(text.matchAll(EACH_SOURCE), ([name]) => name.toLowerCase())).size;
}

function processesIn(text: string): number {
  return new Set((text.match(PROCESS) ?? []).map((word) => word.toLowerCase())).size;
}
