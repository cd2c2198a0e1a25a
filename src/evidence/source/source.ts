/** What a source file does, told from its code (never from its name alone). */
export type SourceRole =
  /** Defines a network: a class on nn.Module, PreTrainedModel, flax.linen.Module, keras.Model… with forward, __call__, call; a functional JAX/C++ model. */
  | "defines-network"
  /** Trains from scratch or goes on training: backward and optimizer step, Trainer, deepspeed.initialize, value_and_grad, launch scripts that do. */
  | "trains"
  /** Trains on top of released weights: LoRA, SFT, DPO, fine-tune by its code or its arguments. */
  | "fine-tunes"
  /** Runs the model to get outputs: generate, pipeline, sampling loops, a server that does. */
  | "infers"
  /** Computes benchmark figures: harness calls, metrics over a benchmark, harness task and run configurations. */
  | "evaluates"
  /** Cleans, filters, deduplicates, tokenises or packs training data. */
  | "prepares-data"
  /** Defines or trains a tokenizer. */
  | "tokenizes"
  /** Computes speed only. */
  | "measures-speed";

export interface RoleMark {
  readonly role: SourceRole;
  /** `strong`: the code does it. `weak`: it helps or only looks like it. */
  readonly strength: "strong" | "weak";
  readonly line: number;
  /** What was seen, in a few words: "class Transformer(nn.Module) with forward". */
  readonly what: string;
}

/** A model, dataset or file that the code names as where to get something. */
export interface SourceReference {
  readonly kind: "hf-model" | "hf-dataset" | "url";
  readonly id: string;
  /** The call or assignment that names it: `from_pretrained`, `load_dataset`, `_MODELS`… */
  readonly via: string;
  readonly line: number;
}

export interface SourceFile {
  readonly path: string;
  readonly sha: string;
  readonly language: "python" | "notebook" | "shell" | "c" | "javascript" | "config" | "other";
  readonly roles: readonly RoleMark[];
  readonly references: readonly SourceReference[];
  /** Lines of the file. */
  readonly lineCount: number;
  /** Line of a notebook's first cell that was saved with what a model gave back, by the order of its cells. */
  readonly outputLine?: number;
}
