import { surelyNamesBenchmark } from "./benchmarks.ts";
import type { DataFile } from "./files.ts";
import { partsOf, wordsOf } from "./path.ts";

const FORMATS: Readonly<Record<string, string>> = {
  parquet: "parquet",
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "json",
  arrow: "arrow",
  feather: "arrow",
  tfrecord: "tfrecord",
  tfrecords: "tfrecord",
  csv: "csv",
  tsv: "csv",
  xlsx: "excel",
  xls: "excel",
  txt: "text",
  tar: "archive",
  zip: "archive",
  tgz: "archive",
  zst: "archive",
  gz: "archive",
  bz2: "archive",
  xz: "archive",
  lmdb: "lmdb",
  mdb: "lmdb",
  bin: "binary",
  idx: "binary",
  npy: "binary",
  conllu: "conll",
  tmx: "tmx",
  fasta: "sequences",
  fa: "sequences",
  faa: "sequences",
  fna: "sequences",
  pdb: "structure",
  cif: "structure",
  xyz: "structure",
  sdf: "structure",
  mid: "music",
  midi: "music",
};

/** Names that are never data: settings, packaging, tokenizers and their like. */
const NOT_DATA =
  /^(?:package|package-lock|tsconfig|jsconfig|manifest|composer|config|configs|settings?|tokenizer|tokenizer_config|vocab|merges|special_tokens_map|added_tokens|generation_config|preprocessor_config|processor_config|model_index|adapter_config|trainer_state|state|dataset_infos?|dataset_dict|cmakelists|requirements|constraints|license|licence|notice|readme|authors|contributors|changelog|robots|sources|top_level|entry_points)(?:[-_.]|$)/;
const TOKENIZER_WORDS = new Set([
  "vocab",
  "vocabulary",
  "tokenizer",
  "tiktoken",
  "bpe",
  "merges",
  "dict",
  "dicts",
  "tokenizers",
]);

const DATA_FOLDERS = new Set(
  `data datas dataset datasets corpus corpora benchmark benchmarks benchmark_data eval_data evaldata evaluation_data train_data
  training_data pretrain_data sft_data raw_data processed_data testset testsets hf_datasets`.split(/\s+/),
);

const OUTPUT_FOLDERS =
  /^(?:outputs?|generations?|generated|samples?|predictions?|preds?|completions|responses|transcripts|model_outputs?|gen|generated[-_]\w{1,30}|outputs?[-_]\w{1,40}|\w{1,40}[-_]outputs?|\w{1,40}[-_](?:generations|predictions|samples))$/;
const OUTPUT_NAMES =
  /(?:^|[-_.])(?:outputs?|generations?|predictions?|preds|completions|responses|samples_[\w-]{1,80}|hypotheses|hypothesis|transcriptions?)(?=$|[-_.])/;
/** A name that tells how the model was sampled: `…_T0.2_N200.jsonl`, `…-temp0.8.jsonl`. */
const SAMPLED_AT = /[-_.](?:t|temp|temperature)[-_=]?[012]\.\d{1,2}(?=$|[-_.])/;
const SPOKEN_LOG = /^(?:dialog(?:ue)?s?|chats?|conversations?)(?:[-_]\w{1,40})?\.log(?:\.\w{1,40})?$/;
const EVALUATION_FOLDERS =
  /^(?:evals?|evaluations?|benchmarks?|bench|eval[-_]data|evaldata|evaluation[-_]data|testsets?|test[-_]sets?|test|dev|valid|validation|(?:\w{1,20}[-_])?eval[-_]tasks|[\w-]{1,60}[-_](?:test|dev|valid|validation)[-_](?:data|dataset|set))$/;
const EVALUATION_NAMES =
  /(?:^|[-_.])(?:test|tests|testset|dev|devset|val|valid|validation|evals?|evaluation|heldout|benchmark|bench)(?=$|[-_.\d])/;
const SAMPLE_NAMES = /(?:^|[-_.])(?:samples?|examples?|demo|toy|mini|tiny|small|dummy|mock|sanity|debug)(?=$|[-_.\d])/;
const TRAINING_NAMES =
  /(?:^|[-_.])(?:train|training|pretrain|pretraining|sft|finetune|fine[-_]tune|instruct(?:ions?)?|corpus|corpora)(?=$|[-_.\d])/;

/** What a model wrote in the forms of a science, by its name: `all_generated_phages.fasta`. */
const GENERATED_NAMES = /(?:^|[-_.])(?:generated|sampled|designed)(?=$|[-_.\d])/;
const GENERATED_FOLDERS = /^(?:generated|sampled|designed|designs)$/;

/** True for sequences, structures and scores whose name or folder says that a model made them: others are inputs. */
export function isGenerated(path: string): boolean {
  const { folders, stem } = partsOf(path);
  return (
    GENERATED_NAMES.test(stem) ||
    OUTPUT_NAMES.test(stem) ||
    folders.slice(-2).some((folder) => OUTPUT_FOLDERS.test(folder) || GENERATED_FOLDERS.test(folder))
  );
}

/** The format that a path has as data by its extension and name, or undefined when it is none. */
export function dataFormat(path: string): string | undefined {
  const { lower, extension, stem, folders } = partsOf(path);
  // What was said with the model is kept as logs of dialogues: `chat.log`, `dialog.log.20210917`.
  if (SPOKEN_LOG.test(lower)) return "text";
  if (lower.startsWith(".") || NOT_DATA.test(lower)) return undefined;
  // `x.jsonl.gz` and `x.txt.zst` are what they hold; `x.tfrecord-00001-of-00010` is a shard.
  const inner = /\.(jsonl|json|parquet|csv|tsv|txt|tfrecords?)\.(?:gz|zst|bz2|xz)$/.exec(lower)?.[1];
  if (inner !== undefined) return FORMATS[inner];
  if (/\.tfrecords?-\d{5}-of-\d{5}$/.test(lower)) return "tfrecord";
  if (!Object.hasOwn(FORMATS, extension)) return undefined;
  if (wordsOf(stem).some((word) => TOKENIZER_WORDS.has(word)) || folders.some((folder) => TOKENIZER_WORDS.has(folder)))
    return undefined;
  if (extension === "txt" && /^(?:cmakelists|.{0,40}requirements.{0,40})$/.test(stem)) return undefined;
  return FORMATS[extension];
}

/** Tables and lists about data or training, which are no data: statistics, logs, lists of names, weights of a mixture. */
const ABOUT_DATA =
  /(?:^|[-_. ])(?:stats?|statistics|logs?|results?|summary|summaries|scores?|metrics?|weights|curves?|loss|losses|names|urls?|list|lists|index|ids|classes|labels|label|clsidx|idx|synsets?|classnames|ratios?|proportions?|sources|stopwords|categories|provenance|composition|mapping|map|maps|counts?|freq\w{0,12}|checkpoints?|times?|timing|benchmark_results|leaderboard|baselines|meta|metadata|schema|errors?|todo|notes?)(?=$|[-_. \d])/;

/** True for tables and lists about data, by their names. */
export function isAboutData(path: string): boolean {
  const { stem, folders } = partsOf(path);
  return (
    ABOUT_DATA.test(stem) ||
    folders
      .slice(-2)
      .some((folder) =>
        /^(?:stats?|logs?|configs?|meta[-_]?data|results?|figs?|figures|plots?|csv|eval_res)$/.test(folder),
      )
  );
}

/** True when one of the three nearest folders says that data is kept there. */
export function isInDataFolder(path: string): boolean {
  return partsOf(path)
    .folders.slice(-3)
    .some(
      (folder) =>
        DATA_FOLDERS.has(folder) ||
        OUTPUT_FOLDERS.test(folder) ||
        /(?:^|[-_])(?:data|dataset|datasets|corpus|testset)$/.test(folder),
    );
}

/** True for a sample, toy or demonstration of data, which is neither the data nor what the model said. */
export function isSample(path: string): boolean {
  const { folders, stem } = partsOf(path);
  const inData = folders.some((folder) => /^(?:data|datas|dataset|datasets|corpus|corpora)$/.test(folder));
  return SAMPLE_NAMES.test(stem) || (inData && folders.some((folder) => SAMPLE_NAMES.test(folder)));
}

/**
 * What a data file is for, by its name first and its folders then. A test split beside a training split is that
 * dataset's own; alone it is evaluation data. Outputs stand in folders named so, or carry it in their names.
 */
export function roleOf(path: string, besideTraining: boolean): DataFile["role"] {
  const { folders, stem, lower } = partsOf(path);
  const name = stem.replace(/\.(?:jsonl|json|parquet|csv|tsv|txt)$/, "");
  if (isSample(path)) return "unknown";
  const named = SPOKEN_LOG.test(lower) || OUTPUT_NAMES.test(name) || SAMPLED_AT.test(name);
  if (named || folders.some((folder) => OUTPUT_FOLDERS.test(folder))) return "outputs";
  if (TRAINING_NAMES.test(name)) return "training";
  if (EVALUATION_NAMES.test(name)) return "evaluation";
  const evaluation = folders.some((folder) => EVALUATION_FOLDERS.test(folder) || surelyNamesBenchmark(folder));
  if (evaluation || surelyNamesBenchmark(name)) return "evaluation";
  if (besideTraining || folders.some((folder) => TRAINING_NAMES.test(folder))) return "training";
  return "unknown";
}
