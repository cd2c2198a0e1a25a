import { wordsOf } from "../files/path.ts";

/** What a path's words suggest. A hint alone never gives a strong mark. */
export interface PathHints {
  readonly trains: boolean;
  readonly tunes: boolean;
  readonly infers: boolean;
  readonly evaluates: boolean;
  readonly data: boolean;
  readonly speed: boolean;
  readonly classifies: boolean;
  /** Plots, tables, uploads and counts: work about data or results, which makes neither. */
  readonly about: boolean;
  /** Designs, candidates and predictions: what a model made, which is sorted after it ran. */
  readonly outcomes: boolean;
  /** What the file's own name says, without its folders. */
  readonly named: {
    readonly trains: boolean;
    readonly infers: boolean;
    readonly evaluates: boolean;
    readonly speed: boolean;
  };
}

const WORDS = {
  trains: /^(?:train|training|trainer|pretrain|pretraining)$/,
  tunes:
    /^(?:finetune|finetuning|finetuned|tune|tuning|ft|sft|dpo|rlhf|ppo|grpo|orpo|kto|lora|qlora|peft|alignment|instruct|dreambooth|posttraining)$/,
  infers:
    /^(?:infer|inference|generate|generation|sample|sampling|chat|demo|predict|prediction|transcribe|translate|serve|server|cli|app|gradio|txt2img|img2img|tts|synthesize|completion|dialog)$/,
  evaluates:
    /^(?:evals?|bench|\w{0,12}evalharness|evaluate|evaluation|evaluator|evaluating|benchmarks?|metrics?|harness|mmlu|gsm8k|humaneval|mbpp|leaderboard|scoring|fid|psnr|ssim|lpips|judge|judges|judging|judge?ments?|lighteval|wer|bleu|tests?set)$/,
  data: /^(?:data|datas|dataset|datasets|corpus|corpora|preprocess|preprocessing|preprocessor|preprocessors|prepare|preparation|tokenize|tokenization|tokenized|dedup|deduplication|deduplicate|minhash|filter|filtering|clean|cleaning|webdata|memmap|binarize|pack|packing|decontamination|decontaminate|curation|crawl|extract|shard)$/,
  speed:
    /^(?:bench|benchmark|benchmarks|speed|latency|throughput|efficiency|perf|performance|profile|profiling|profiler)$/,
  about:
    /^(?:plots?|uploads?|stats?|statistics|count|counts|visuali[sz]e|viewer|report|inspect|compare|download|browse|checksum|release|changelog)$/,
  outcomes: /^(?:designs?|designed|backbones?|binders?|candidates?|generations|predictions?|hypotheses|postprocess)$/,
  classifies: /^(?:classif|classifier|classify|edu|quality|scorer|annotator|filter|fasttext|langid|toxicity)$/,
  converts: /^(?:merge|convert|conversion|export)$/,
} as const;

/** Reads the hints of a path: its name and its last four folders. */
export function pathHints(path: string): PathHints {
  const pieces = path
    .replace(/\bfine[-_]tun/gi, "finetun")
    .replace(/\bpre[-_](?=train|process|token)/gi, "pre")
    .replace(/\.\w{1,6}$/, "")
    .split("/")
    .slice(-5)
    .map(wordsOf);
  const words = pieces.flat();
  const name = pieces.at(-1) ?? [];
  const any = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const inName = (pattern: RegExp) => name.some((word) => pattern.test(word));
  return {
    trains: any(WORDS.trains),
    tunes: any(WORDS.tunes),
    infers: any(WORDS.infers),
    evaluates: any(WORDS.evaluates),
    data: any(WORDS.data),
    speed: any(WORDS.speed),
    classifies: any(WORDS.classifies),
    // Converting and merging is preparation when data is what the name says, else it is about weights.
    about: inName(WORDS.about) || name.at(-1) === "table" || (inName(WORDS.converts) && !inName(WORDS.data)),
    outcomes: inName(WORDS.outcomes),
    named: {
      trains: inName(WORDS.trains) || inName(WORDS.tunes),
      infers: inName(WORDS.infers),
      evaluates: inName(WORDS.evaluates),
      speed: inName(WORDS.speed),
    },
  };
}
