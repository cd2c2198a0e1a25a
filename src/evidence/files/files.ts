import type { WeightMetadata } from "./weight-metadata.ts";

/**
 * What a path is to the release. `vendored`: third-party code carried along. `test`: tests and their data.
 * `documentation`: docs sites. `example`: examples and demos. `own`: the rest.
 */
export type Area = "own" | "vendored" | "test" | "documentation" | "example";

export interface WeightFile {
  readonly path: string;
  readonly sha: string;
  readonly format: string;
  /** Bytes of the weights: of the file, or of the object that a pointer stands for. */
  readonly bytes: number;
  /** `pointer`: Git LFS and kin. `placeholder`: empty or far too small. `fixture`: under tests or examples. */
  readonly form: "file" | "pointer" | "placeholder" | "fixture";
  /** A checkpoint of an intermediate step by its path (`step-1000`, `global_step1000/`, `ckpt_12`…). */
  readonly step: string | undefined;
  /** An adapter's weights, which need a base model. */
  readonly adapter: boolean;
  /** What the file's own header says, or that of the shard of its set that says something; absent where none was read. */
  readonly metadata?: WeightMetadata;
}

/** A file of evaluation results, recognised by its structure. */
export interface ResultFile {
  readonly path: string;
  readonly sha: string;
  /** lm-evaluation-harness, lighteval, inspect, helm, opencompass, moonshot, mteb, bigcode, model-index… or `table` for a results CSV/TSV/Markdown. */
  readonly tool: string;
  readonly model: string | undefined;
  readonly area: Area;
}

export interface DataFile {
  readonly path: string;
  readonly sha: string;
  readonly bytes: number;
  readonly format: string;
  readonly form: "file" | "pointer" | "placeholder";
  /** By its path and its neighbours: training data, evaluation data, sample outputs of the model, or not told. */
  readonly role: "training" | "evaluation" | "outputs" | "unknown";
  readonly area: Area;
}

export interface ConfigFile {
  readonly path: string;
  readonly sha: string;
  /**
   * `training`: hyperparameters, optimizer, schedule, launch settings of a training run. `log`: trainer states, curves.
   * `model`: architecture only. `tokenizer`. `dependencies`: requirements, lock files, pyproject with dependencies,
   * environments, containers. `evaluation`: harness task or run.
   */
  readonly kind: "training" | "log" | "model" | "tokenizer" | "dependencies" | "evaluation";
  readonly area: Area;
  /** Line that shows it, 1 where the whole file does. */
  readonly line: number;
  /** Hub ids of the data sets that an evaluation's settings name, with their lines. */
  readonly evaluationData?: readonly { readonly id: string; readonly line: number }[];
}

/** A PDF, image, audio or video file, told from its name and place. */
export interface MediaFile {
  readonly path: string;
  readonly sha: string;
  readonly bytes: number;
  readonly kind: "pdf" | "image" | "audio" | "video";
  readonly area: Area;
}

/** A file that gives citation data: CITATION.cff, CITATION.bib. */
export interface CitationFile {
  readonly path: string;
  readonly sha: string;
  readonly title: string | undefined;
  readonly license: string | undefined;
  readonly doi: string | undefined;
  readonly urls: readonly { readonly url: string; readonly line: number }[];
}
