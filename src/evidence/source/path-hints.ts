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
}

const WORDS = {
  trains: /^(?:train|training|trainer|pretrain|pretraining)$/,
  tunes:
    /^(?:finetune|finetuning|finetuned|ft|sft|dpo|rlhf|ppo|grpo|orpo|kto|lora|qlora|peft|alignment|instruct|dreambooth|posttraining)$/,
  infers:
    /^(?:infer|inference|generate|generation|sample|sampling|chat|demo|predict|prediction|transcribe|translate|serve|server|cli|app|gradio|txt2img|img2img|tts|synthesize|completion|dialog)$/,
  evaluates:
    /^(?:evals?|evaluate|evaluation|evaluator|evaluating|benchmarks?|metrics?|harness|mmlu|gsm8k|humaneval|mbpp|leaderboard|scoring|lighteval|wer|bleu|tests?set)$/,
  data: /^(?:data|datas|dataset|datasets|corpus|corpora|preprocess|preprocessing|preprocessor|preprocessors|prepare|preparation|tokenize|tokenization|tokenized|dedup|deduplication|deduplicate|minhash|filter|filtering|clean|cleaning|webdata|memmap|binarize|pack|packing|decontamination|decontaminate|curation|crawl|extract|shard)$/,
  speed: /^(?:bench|benchmark|benchmarks|speed|latency|throughput|perf|performance|profile|profiling|profiler)$/,
  classifies: /^(?:classif|classifier|classify|edu|quality|scorer|annotator|filter|fasttext|langid|toxicity)$/,
} as const;

/** Reads the hints of a path: its name and its last three folders. */
export function pathHints(path: string): PathHints {
  const tail = path
    .split("/")
    .slice(-4)
    .join("/")
    .replace(/\bfine[-_]tun/gi, "finetun")
    .replace(/\bpre[-_](?=train|process|token)/gi, "pre")
    .replace(/\.\w{1,6}$/, "");
  const words = wordsOf(tail);
  const any = (pattern: RegExp) => words.some((word) => pattern.test(word));
  return {
    trains: any(WORDS.trains),
    tunes: any(WORDS.tunes),
    infers: any(WORDS.infers),
    evaluates: any(WORDS.evaluates),
    data: any(WORDS.data),
    speed: any(WORDS.speed),
    classifies: any(WORDS.classifies),
  };
}
