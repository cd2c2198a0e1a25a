import type { Entry } from "../../snapshot/snapshot.ts";
import { areaOf } from "./area.ts";
import { type Contents, type Pointer, pointerOf, sizeOf } from "./content.ts";
import type { Area, WeightFile } from "./files.ts";
import { partsOf, wordsOf } from "./path.ts";
import { shardSet } from "./shards.ts";
import { readWeightMetadata, type WeightMetadata } from "./weight-metadata.ts";

/** Extensions that are weights wherever they stand, with the name of the format. */
const WEIGHT_EXTENSIONS: Readonly<Record<string, string>> = {
  safetensors: "safetensors",
  gguf: "gguf",
  ggml: "ggml",
  pt: "pytorch",
  pth: "pytorch",
  ckpt: "checkpoint",
  onnx: "onnx",
  onnx_data: "onnx",
  tflite: "tflite",
  keras: "keras",
  h5: "hdf5",
  hdf5: "hdf5",
  msgpack: "flax",
  pdparams: "paddle",
  mindspore: "mindspore",
  mlmodel: "coreml",
  nemo: "nemo",
  engine: "tensorrt",
  mnn: "mnn",
  jit: "torchscript",
  torchscript: "torchscript",
  ptl: "torchscript",
  pte: "executorch",
  caffemodel: "caffe",
  distcp: "pytorch",
  orbax: "orbax",
  joblib: "scikit-learn",
};

/** Names that make a file of a general extension (`.bin`, `.npz`, `.pkl`, `.pb`) weights. */
const WEIGHT_NAMES: readonly { readonly format: string; readonly name: RegExp }[] = [
  {
    format: "pytorch",
    name: /^(?:pytorch_model|adapter_model|diffusion_pytorch_model|model|consolidated|open_clip_pytorch_model)(?:[-_.][\w.-]{0,60})?\.bin$/,
  },
  { format: "pytorch", name: /^[\w.-]{0,80}(?:weights|checkpoint|ckpt)[\w.-]{0,60}\.(?:bin|pkl|npz|npy|dat)$/ },
  { format: "ggml", name: /^ggml-[\w.-]{1,80}\.bin$/ },
  { format: "numpy", name: /^(?:model|params|parameters|variables)(?:[-_.]\w{0,40})?\.(?:npz|npy|pkl)$/ },
  { format: "tensorflow", name: /^(?:saved_model|frozen_inference_graph|frozen_graph|frozen_model)\.pb$/ },
  { format: "tensorflow", name: /^[\w.-]{1,100}\.data-\d{5}-of-\d{5}$/ },
  { format: "openvino", name: /^openvino_model\.bin$/ },
  { format: "fasttext", name: /^[\w.-]{0,80}(?:fasttext|lid\.?176)[\w.-]{0,40}\.(?:bin|ftz)$/ },
];

/**
 * Tensors that are no model: tokenizers, optimizer and scheduler state, arguments (those are metadata), filter banks
 * and other constants of the front end, cached statistics, embeddings of documents.
 */
const NOT_WEIGHTS =
  /^(?:tokenizer|vocab|spiece|sentencepiece|merges|optimizer|optim|scheduler|rng_state|training_args|trainer_state|scaler|mel_filters?|mel_basis|filter_?banks?|stft|statistics|stats|mean_std|norm_stats|fid_stats|cache|embeddings?|dataset|data|train|val|valid|test|pos_embed|index|faiss)(?:[-_.]|\d|$)/;

const OPTIMIZER_STATE =
  /(?:optim_states|optimizer_states?|zero_pp_rank_\d{1,5}_mp_rank_\d{1,5}_optim|scheduler_state|distrib_optim)/;

/** Pointers tell the true size; below this even an adapter or a front end cannot be held. */
const SMALLEST_OBJECT = 10_000;
/** Committed files below this are toys of an experiment, headers or stubs (survey: every in-tree hit below it was false). */
export const SMALLEST_FILE = 1_000_000;
/** Formats for phones and microcontrollers hold whole networks in far less. */
const SMALLEST_EMBEDDED = 20_000;
const EMBEDDED = new Set(["tflite", "onnx", "coreml", "mnn", "torchscript", "executorch", "scikit-learn", "keras"]);
/** Above this, weights beside the script of an experiment are more than its toy. */
const LARGEST_TOY = 16_000_000;

/** Real names of intermediate checkpoints (Pythia, OLMo, Amber, FineWeb ablations, DeepSpeed, Megatron, HF Trainer). */
const STEP =
  /(?:^|[-_./])((?:stage\d{1,2}-)?(?:ingredient\d{1,3}-)?(?:global[-_]?step|step|steps|ckpt|checkpoint|iter|iteration|epoch)s?[-_= ]?\d{1,12}(?:[-_](?:tokens)?\d{1,8}[BM]T?)?)(?=$|[-_./=])/i;

/**
 * The weight files of a tree: by container format, with pointers resolved to the size of their object. Files under
 * tests and examples are fixtures, and so are the small ones of an experiment beside its script; empty and tiny ones
 * are placeholders, which prove nothing. Where the head of a file was read, what it says of the model comes with it.
 */
export function findWeights(entries: readonly Entry[], contents: Contents): WeightFile[] {
  const adapters = adapterFolders(entries);
  const scripts = scriptsBesideWeights(entries);
  const found: WeightFile[] = [];
  for (const entry of entries) {
    if (entry.kind === "submodule") continue;
    const format = weightFormat(entry.path);
    if (format === undefined) continue;
    const area = areaOf(entry.path);
    if (area === "vendored") continue;
    const pointer = pointerOf(entry, contents);
    if (entry.kind === "symlink" && pointer === undefined) continue;
    const bytes = pointer ? (pointer.bytes ?? 0) : sizeOf(entry);
    const metadata = area === "own" ? metadataOf(entry.path, format, contents) : undefined;
    const file = {
      path: entry.path,
      sha: entry.sha,
      format,
      bytes,
      step: stepOf(entry.path),
      adapter:
        /(?:^|\/)(?:adapter_model|[\w.-]{0,60}lora[\w.-]{0,60})\.\w{1,12}$/i.test(entry.path) ||
        adapters.has(folder(entry.path)) ||
        metadata?.isAdapter === true,
      ...(metadata === undefined ? {} : { metadata }),
    };
    found.push({ ...file, form: formOf(file, pointer, area, scripts.has(kinship(entry.path))) });
  }
  return shared(found);
}

function metadataOf(path: string, format: string, contents: Contents): WeightMetadata | undefined {
  const content = contents.get(path);
  return content?.kind === "binary" && content.head !== undefined
    ? readWeightMetadata(format, content.head, content.size)
    : undefined;
}

/** A set of shards is one model: where one shard describes it, as the first of a split GGUF does, it does so for all. */
function shared(weights: readonly WeightFile[]): WeightFile[] {
  const sets = new Map<string, WeightMetadata>();
  for (const { path, metadata } of weights) {
    const set = shardSet(path);
    if (set !== undefined && metadata !== undefined && sets.get(set)?.license === undefined) sets.set(set, metadata);
  }
  return weights.map((file) => {
    const metadata = file.metadata ?? sets.get(shardSet(file.path) ?? "");
    return metadata === undefined ? file : { ...file, metadata };
  });
}

/** The container format that a path has by its name, or undefined when it is not weights. */
export function weightFormat(path: string): string | undefined {
  const { lower, extension, stem } = partsOf(path);
  if (NOT_WEIGHTS.test(stem) && extension !== "gguf" && extension !== "safetensors") return undefined;
  if (
    NOT_WEIGHTS.test(stem) &&
    !/^(?:test|train|data|cache)/.test(stem) &&
    /^(?:optimizer|scheduler|rng_state|scaler)/.test(stem)
  )
    return undefined;
  if (OPTIMIZER_STATE.test(lower)) return undefined;
  const byExtension = WEIGHT_EXTENSIONS[extension];
  if (byExtension !== undefined && Object.hasOwn(WEIGHT_EXTENSIONS, extension)) {
    // HDF5 is as often a dataset as a network: it must be called a model.
    if (byExtension === "hdf5" && !/model|weight|net|ckpt|checkpoint/.test(stem)) return undefined;
    if (byExtension === "scikit-learn" && !/model|classif|regress/.test(stem)) return undefined;
    return byExtension;
  }
  return WEIGHT_NAMES.find(({ name }) => name.test(lower))?.format;
}

/** The step that a path names, as it is written (`global_step1000`), or undefined. */
export function stepOf(path: string): string | undefined {
  return STEP.exec(path)?.[1];
}

function formOf(
  found: Omit<WeightFile, "form">,
  pointer: Pointer | undefined,
  area: Area,
  toy: boolean,
): WeightFile["form"] {
  if (area === "test" || area === "example" || area === "documentation") return "fixture";
  if (pointer) return pointer.bytes === undefined || pointer.bytes >= SMALLEST_OBJECT ? "pointer" : "placeholder";
  if (found.bytes < (EMBEDDED.has(found.format) ? SMALLEST_EMBEDDED : SMALLEST_FILE)) return "placeholder";
  return toy && found.bytes < LARGEST_TOY ? "fixture" : "file";
}

/** For each folder, the first two words of its scripts' names: `exp12_copy_run.py` stands beside `exp12_copy_L2.pth`. */
function scriptsBesideWeights(entries: readonly Entry[]): Set<string> {
  const scripts = new Set<string>();
  for (const { path } of entries) if (/\.(?:py|ipynb)$/.test(path)) scripts.add(kinship(path));
  return scripts;
}

function kinship(path: string): string {
  const words = wordsOf(partsOf(path).stem);
  return words.length < 3 ? path : `${folder(path)}/${words[0]} ${words[1]}`;
}

function adapterFolders(entries: readonly Entry[]): Set<string> {
  const folders = new Set<string>();
  for (const { path } of entries) if (path.endsWith("adapter_config.json")) folders.add(folder(path));
  return folders;
}

function folder(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
