/** The type of a model in a Model Openness Tool file (its `schema/mof_schema.json`, `release.type`). */
import type { Report } from "../schema.ts";

/** Tasks of Hugging Face (Hub documentation, "Tasks") whose kind of model leaves no choice between the tool's types. */
const TYPES: Readonly<Record<string, string>> = {
  "text-generation": "language",
  "text2text-generation": "language",
  "fill-mask": "language",
  translation: "language",
  summarization: "language",
  "question-answering": "language",
  "text-classification": "language",
  "token-classification": "language",
  "sentence-similarity": "language",
  "text-ranking": "language",
  "image-classification": "vision",
  "image-segmentation": "vision",
  "object-detection": "vision",
  "depth-estimation": "vision",
  "mask-generation": "vision",
  "image-feature-extraction": "vision",
  "zero-shot-image-classification": "vision",
  "text-to-image": "image",
  "image-to-image": "image",
  "unconditional-image-generation": "image",
  "automatic-speech-recognition": "audio",
  "text-to-speech": "audio",
  "text-to-audio": "audio",
  "audio-to-audio": "audio",
  "audio-classification": "audio",
  "text-to-video": "video",
  "image-to-video": "video",
  "text-to-3d": "3d",
  "image-to-3d": "3d",
  "image-text-to-text": "multimodal",
  "any-to-any": "multimodal",
  "visual-question-answering": "multimodal",
};

/** By the task that the card states; empty, for the owner to fill in, where it states none or another. */
export function mofType({ modelDescription }: Pick<Report, "modelDescription">): string {
  const task = modelDescription?.task ?? "";
  return Object.hasOwn(TYPES, task) ? (TYPES[task] ?? "") : "";
}
