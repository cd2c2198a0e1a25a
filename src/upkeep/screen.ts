/**
 * A cheap look at a repository that tells whether it could be a model's home at all. A full audit calls a repository one
 * only where weights are in the tree, or documents or download code say where they are; whoever does that says "model"
 * on the front page, with what is done to a model, or shows it among the files at the root. What shows nothing of the
 * kind need not be read whole. In doubt the answer is "perhaps".
 */
import { weightFormat } from "../evidence/files/weights.ts";

/** A file or folder at the root. */
export interface RootEntry {
  readonly name: string;
  readonly type: string;
  readonly oid: string;
}

/** What a list of repositories and the root of each one's tree show. */
export interface FirstSight {
  readonly root: readonly RootEntry[];
  readonly description: string | undefined;
  readonly topics: readonly string[];
  /** Most of the code, as GitHub tells it. */
  readonly language: string | undefined;
}

export type Screened =
  /** It may be a model repository: worth an audit. */
  | { readonly kind: "perhaps" }
  /** Nothing of a model. */
  | { readonly kind: "other" }
  /** The front page has to say. */
  | { readonly kind: "read"; readonly documents: readonly RootEntry[] };

/** The text of a document, as far as GitHub gave it. */
export interface SeenDocument {
  readonly text: string | undefined;
  readonly isWhole: boolean;
}

/** Documents of one repository that are worth reading here; the README is the first of them. */
const MAX_DOCUMENTS = 4;
/** Characters of a document that are looked at: the front pages of real model repositories speak of the model at once. */
const MAX_CHARACTERS = 200_000;

const README = /^readme(?:[-_.][\w.-]{0,30})?$/i;
const DOCUMENT = /\.(?:md|markdown|mdx|rst|txt|org|adoc)$/i;
const MODEL_DOCUMENT = /model|zoo|card|weight|checkpoint|download/i;
const CARD = /model[-_ ]?cards?|hugging_?face/i;
/** The layout of model hubs, and where code keeps what it trains. */
const MODEL_FILE =
  /^(?:generation_config|tokenizer_config|preprocessor_config|adapter_config|model_index|model\.safetensors\.index)\.json$|^tokenizer\.(?:json|model)$|^modell?ing_\w{1,60}\.py$/i;
const MODEL_FOLDER = /^(?:checkpoints?|ckpts?|weights|pre-?trained(?:[-_]?(?:models?|weights))?|model[-_]?zoo|lora)$/i;
/** Languages in which networks are written; of others a page that says nothing is believed. */
const MODEL_LANGUAGE = /^(?:python|jupyter notebook|cuda|julia|lua|matlab|mojo)$/i;

/** Names that nothing but models and their training bear. */
const MACHINE_LEARNING =
  /\b(?:machine[- ]learning|deep[- ]?learning|llms?|vlms?|language[- ]models?|foundation[- ]models?|diffusion[- ]models?|neural[- ](?:net\w{0,10}|operators?|fields?|codecs?)|transformers?|pytorch|tensorflow|keras|jax|hugging ?face|safetensors|gguf|fine-?tun\w{0,5}|pre-?train\w{0,5}|text-to-(?:image|speech|video|music)|embeddings?)\b|大模型|语言模型|語言模型|预训练|預訓練|深度学习|机器学习|微调|言語モデル|事前学習|学習済み|深層学習|機械学習|언어 ?모델|사전 ?학습|딥러닝/i;
/** Where weights are kept. */
const HUB =
  /\b(?:huggingface\.co|hf\.co|hf-mirror\.com|modelscope\.(?:cn|ai)|wisemodel\.cn|tfhub\.dev|ngc\.nvidia\.com|modelers\.cn|openxlab\.org\.cn)\/(?!docs\b|datasets\/|spaces\/|blog\b|papers\/|join\b|learn\b)|\bkaggle\.com\/models\b|\bhf download\b|\bhuggingface-cli download\b|\bfrom_pretrained\b|\bhf:\/\//i;
const WEIGHT_FILE =
  /[\w})*]\.(?:safetensors|gguf|ggml|pth?|ckpt|onnx|tflite|h5|caffemodel|pdparams|nemo|keras|msgpack|npz|mlmodel)\b/i;
/** A model, in the languages in which front pages are written. */
const MODEL = /\b(?:models?|modelos?|modell[ei]?n?|mod[eè]les?|модел\w{1,3})\b|模型|モデル|모델/i;
/** What is done with weights, or what they are called. */
const RELEASED =
  /\b(?:weights?|checkpoints?|ckpts?|pre-?train\w{0,5}|fine-?tun\w{0,5}|model[- ]?(?:cards?|zoo|parameters?|download\w{0,3})|trained models?|parameters)\b|权重|權重|检查点|预训练|預訓練|重み|チェックポイント|学習済み|가중치|체크포인트|사전 ?학습/i;

/** Looks at names only. */
export function screenRoot({ root, description, topics, language }: FirstSight): Screened {
  const isSign = ({ name, type }: RootEntry): boolean =>
    type === "blob"
      ? weightFormat(name) !== undefined || CARD.test(name) || MODEL_FILE.test(name)
      : type === "tree" && (MODEL_FOLDER.test(name) || CARD.test(name));
  if (root.some(isSign)) return { kind: "perhaps" };
  const documents = documentsOf(root);
  if (documents.length > 0) return { kind: "read", documents };
  // Without a front page there is nothing but the names, and whoever trains networks uses few languages.
  const told = [description ?? "", ...topics].join("\n").slice(0, 5_000);
  const isPossible = MODEL_LANGUAGE.test(language ?? "") || MACHINE_LEARNING.test(told);
  return { kind: isPossible ? "perhaps" : "other" };
}

/** Looks at what the documents say besides. A document that could not be read whole is in doubt. */
export function screenDocuments(sight: FirstSight, documents: readonly SeenDocument[]): "perhaps" | "other" {
  if (documents.some(({ text, isWhole }) => text === undefined || !isWhole)) return "perhaps";
  const told = [sight.description ?? "", ...sight.topics].join("\n").slice(0, 5_000);
  const text = documents.map(({ text: one = "" }) => one.slice(0, MAX_CHARACTERS)).join("\n");
  const all = `${told}\n${text}`;
  const isLearning = MACHINE_LEARNING.test(all);
  if (HUB.test(text) || (WEIGHT_FILE.test(text) && (isLearning || MODEL.test(all)))) return "perhaps";
  return MODEL.test(all) && isLearning && RELEASED.test(all) ? "perhaps" : "other";
}

function documentsOf(root: readonly RootEntry[]): readonly RootEntry[] {
  const files = root.filter(({ type, name }) => type === "blob" && name.length <= 200);
  const pages = files.filter(({ name }) => README.test(name.replace(DOCUMENT, "")));
  const others = files.filter(({ name }) => DOCUMENT.test(name) && MODEL_DOCUMENT.test(name));
  // The shortest name is the front page itself, the others its translations.
  const ordered = [...pages.toSorted((a, b) => a.name.length - b.name.length), ...others];
  return [...new Map(ordered.map((entry) => [entry.oid, entry])).values()].slice(0, MAX_DOCUMENTS);
}
