import type { PathParts } from "./path.ts";
import { wordsOf } from "./path.ts";
import type { Reason } from "./wants.ts";

interface SourceWant {
  readonly reason: Extract<Reason, "network" | "training" | "inference" | "evaluation" | "preparation" | "source">;
  readonly worth: number;
}

/** Words of names and folders that make a purpose likely; only a reason to read the file, never a finding. */
const PURPOSES: readonly { readonly reason: SourceWant["reason"]; readonly words: ReadonlySet<string> }[] = [
  {
    reason: "preparation",
    words: new Set(
      `prepare preparation preprocess preprocessing preprocessor preprocessors process processing tokenize tokenization tokenizing data dataset datasets dedup
      deduplicate deduplication minhash filter filters filtering clean cleaning cleanup corpus shard shards pack packing binarize
      make webdata extract parse decontaminate mix mixture curate curation crawl convert indexed memmap mmap`.split(
        /\s+/,
      ),
    ),
  },
  {
    reason: "evaluation",
    words: new Set(
      `eval evals evaluate evaluation evaluator benchmark benchmarks bench metrics metric score scores scoring harness lm_eval lighteval mmlu
      gsm8k humaneval mbpp hellaswag lambada wer bleu tasks task judge grader ablation validate verify test perplexity ppl aime gpqa ceval`.split(
        /\s+/,
      ),
    ),
  },
  {
    reason: "training",
    words: new Set(
      `train training trainer pretrain pretraining finetune finetuning tune tuning sft dpo rlhf ppo grpo lora qlora distill distillation fit
      learner optimizer optim launch run main submit job slurm solver engine`.split(/\s+/),
    ),
  },
  {
    reason: "inference",
    words: new Set(
      `infer inference generate generation generator sample sampling chat demo app serve server predict prediction transcribe translate decode decoding
      pipeline cli interactive run api example completion complete web gradio streamlit dialog conversation synthesize tts txt2img img2img`.split(
        /\s+/,
      ),
    ),
  },
  {
    reason: "network",
    words: new Set(
      `model models modeling modelling network networks net nets arch architecture architectures transformer attention layers layer modules module block
      blocks backbone encoder decoder nn unet vae gpt bert llama mamba rwkv mixer moe head embedding`.split(/\s+/),
    ),
  },
];

const SOURCE_EXTENSION: Readonly<Record<string, number>> = {
  py: 0,
  ipynb: -4,
  sh: -4,
  slurm: -2,
  sbatch: -2,
  bash: -4,
  cu: -25,
  cpp: -22,
  cc: -22,
  c: -16,
  cuh: -40,
  h: -40,
  hpp: -40,
  js: -30,
  ts: -34,
  mjs: -30,
};

const HOUSEKEEPING =
  /^(?:__init__|setup|conftest|version|_version|__version__|constants?|types?|typing|exceptions?|errors?|logging|log|logger|conf|noxfile|tasks_build|conda|release|gulpfile|webpack\.config|vite\.config|jest\.config|eslint\.config|babel\.config)$/;

/** What a source file is worth reading for; undefined when its extension is no source that is analysed. */
export function sourceWant(parts: PathParts): SourceWant | undefined {
  const { extension, stem, folders } = parts;
  const base = Object.hasOwn(SOURCE_EXTENSION, extension) ? SOURCE_EXTENSION[extension] : undefined;
  if (base === undefined) return undefined;
  if (/\.min$|\.d$|_pb2(?:_grpc)?$/.test(stem)) return undefined;
  const house = HOUSEKEEPING.test(stem) ? -30 : 0;
  const name = wordsOf(parts.name.slice(0, Math.max(0, parts.name.length - extension.length - 1)));
  const near = folders.slice(-3).flatMap((folder) => wordsOf(folder));
  let best: SourceWant | undefined;
  for (const { reason, words } of PURPOSES) {
    const inName = name.filter((word) => words.has(word.replace(/\d{1,4}$/, ""))).length;
    const inFolder = near.some((word) => words.has(word));
    if (inName === 0 && !inFolder) continue;
    const worth = base + house + (inName > 0 ? 24 : 0) + (inFolder ? 10 : 0);
    if (best === undefined || worth > best.worth) best = { reason, worth };
  }
  return best ?? { reason: "source", worth: base + house };
}
