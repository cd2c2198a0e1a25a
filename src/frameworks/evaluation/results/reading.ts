/** What readers of result files share: the figures that they give, and small ways to take values from parsed JSON. */
import { isObject, type JsonObject } from "../../../evidence/files/json.ts";
import { metricOf, type Score, type Shots } from "../score.ts";

/** A figure before its line is known. */
export interface Found extends Omit<Score, "place"> {
  /** Text by which the line of the figure is found: what stands before it in the file, the outer first. */
  readonly written: readonly string[];
}

/** What all figures of one task in one file have in common. */
export interface Setting {
  readonly model: string;
  readonly task: string;
  readonly subset?: string | undefined;
  readonly shots: Shots;
  readonly split?: string | undefined;
  readonly version?: string | undefined;
  readonly written: readonly string[];
}

/** The known metrics of a task's object, deviations left out; a key may carry its filter (`exact_match,strict-match`). */
export function figures(metrics: JsonObject, setting: Setting): readonly Found[] {
  return Object.entries(metrics)
    .slice(0, 200)
    .flatMap(([key, value]) => {
      const [name = "", filter] = key.split(",");
      const metric = /stderr|(?:^|_)std(?:_|$)/i.test(key) ? undefined : metricOf(name);
      return metric === undefined || typeof value !== "number"
        ? []
        : found(value, { ...setting, metric, filter, written: [...setting.written, key] });
    });
}

/** One figure; none where it is no finite number. */
export function found(value: number, of: Setting & { metric: string; filter?: string | undefined }): readonly Found[] {
  if (!Number.isFinite(value)) return [];
  const { model, task, subset, metric, shots, split, version, filter, written } = of;
  return [{ model, task, subset, metric, shots, split, version, filter, value, written }];
}

export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});
export const objectsOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.slice(0, 5_000).filter(isObject) : [];
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value.slice(0, 300) : undefined;
export const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;
export const countOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;

/** A task's version as text; undefined for none, and for `Yaml` and `-`, which harnesses write where they know none. */
export function versionOf(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && /^[\w.+-]{1,64}$/.test(value) && !/^(?:yaml|n\/?a|none|-+)$/i.test(value)
    ? value
    : undefined;
}

/** A revision that is a commit or the released branch; another is that of other weights. */
export const isReleased = (revision: unknown): boolean =>
  revision === undefined ||
  revision === null ||
  (typeof revision === "string" && /^(?:main|master|[0-9a-f]{40})?$/.test(revision));

/** What makes other weights of the same name: quantised, with an adapter, as a difference to others. */
const ALTERED =
  /^(?:load_in_[48]bit|peft|delta|autogptq|gptqmodel|gguf_file|lora|adapter|quantization|quantization_config)$/;

/** True where arguments of a run load altered weights. */
export const altersWeights = (args: JsonObject): boolean =>
  Object.entries(args).some(
    ([key, set]) => ALTERED.test(key) && set !== false && set !== "False" && set !== null && set !== "None",
  );

/** `key=value,key=value`, as harnesses take the arguments of a model. */
export function argumentsOf(text: string): JsonObject {
  const given: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const part of text.slice(0, 2_000).split(",")) {
    const at = part.indexOf("=");
    if (at > 0) given[part.slice(0, at).trim()] = part.slice(at + 1).trim();
  }
  return { ...given };
}
