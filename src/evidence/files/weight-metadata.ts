import { readGguf } from "./gguf.ts";
import { readSafetensors } from "./safetensors.ts";

/** Texts of a file's header by key. */
export type HeaderPairs = ReadonlyMap<string, string | readonly string[]>;

/** What a weight file says of the model in it. Whoever wrote the file may have filled it in from anywhere. */
export interface WeightMetadata {
  readonly license: HeaderLicense | undefined;
  /** The model's name. */
  readonly title: string | undefined;
  readonly architecture: string | undefined;
  /** Models that it was made from, as `organisation/name` or an address where that is said. */
  readonly baseModels: readonly string[];
  /** Data sets that it was trained on. */
  readonly datasets: readonly string[];
  /** It holds what is added to a base model. */
  readonly isAdapter: boolean;
}

/** A license as a header states it. */
export interface HeaderLicense {
  /** The key that states it, as it is written in the file. */
  readonly key: string;
  /** Identifiers, names or an expression, at least one. */
  readonly stated: readonly string[];
  readonly name: string | undefined;
  readonly link: string | undefined;
}

const MOST_LISTED = 20;
const MOST_CHARACTERS = 300;

/**
 * Reads the header of a weight file: GGUF's `general.*` keys (ggml, "GGUF", section "General metadata"), and in
 * safetensors' `__metadata__` the keys of ModelSpec 1.0 and those of a model card.
 * @param size of the whole file in bytes
 * @returns undefined when the header is not of that format, or says nothing
 */
export function readWeightMetadata(format: string, head: Uint8Array, size: number): WeightMetadata | undefined {
  const pairs = format === "gguf" ? readGguf(head) : format === "safetensors" ? readSafetensors(head, size) : undefined;
  if (pairs === undefined || pairs.size === 0) return undefined;
  return format === "gguf" ? fromGguf(pairs) : fromSafetensors(pairs);
}

function fromGguf(pairs: HeaderPairs): WeightMetadata {
  return {
    license: licenseOf(pairs, ["general.license"], "general.license.name", "general.license.link"),
    title: first(pairs, "general.name"),
    architecture: first(pairs, "general.architecture"),
    baseModels: baseModels(pairs),
    datasets: datasets(pairs),
    isAdapter: first(pairs, "general.type")?.toLowerCase() === "adapter",
  };
}

function fromSafetensors(pairs: HeaderPairs): WeightMetadata {
  const architecture = first(pairs, "modelspec.architecture");
  const base = first(pairs, "base_model") ?? first(pairs, "ss_base_model_version");
  return {
    license: licenseOf(pairs, ["modelspec.license", "license"], "license_name", "license_link"),
    title: first(pairs, "modelspec.title") ?? first(pairs, "ss_output_name"),
    architecture,
    baseModels: base === undefined ? [] : [base],
    datasets: [],
    // ModelSpec writes what is added behind the architecture, as `…/lora`; sd-scripts name the network that they trained.
    isAdapter:
      /\/(?:lora|textual-inversion|controlnet|control-lora)$/i.test(architecture ?? "") ||
      pairs.has("ss_network_module"),
  };
}

function licenseOf(pairs: HeaderPairs, keys: readonly string[], name: string, link: string): HeaderLicense | undefined {
  const key = keys.find((candidate) => texts(pairs, candidate).length > 0);
  const rest = { name: first(pairs, name), link: first(pairs, link) };
  if (key !== undefined) return { key, stated: texts(pairs, key), ...rest };
  // A name or an address alone states a license too.
  const other = rest.name === undefined ? link : name;
  const stated = texts(pairs, other);
  return stated.length === 0 ? undefined : { key: other, stated, ...rest };
}

function baseModels(pairs: HeaderPairs): string[] {
  const found: string[] = [];
  for (let index = 0; index < MOST_LISTED; index++) {
    const part = (key: string) => first(pairs, `general.base_model.${index}.${key}`);
    const name = part("name");
    const said =
      part("repo_url") ?? (name === undefined ? undefined : [part("organization"), name].filter(Boolean).join("/"));
    if (said !== undefined) found.push(said);
  }
  return found;
}

/** `general.datasets` lists ids; newer writers number the data sets as they number base models. */
function datasets(pairs: HeaderPairs): string[] {
  const numbered = Array.from({ length: MOST_LISTED }, (_, index) => {
    const part = (key: string) => first(pairs, `general.dataset.${index}.${key}`);
    return part("repo_url") ?? part("name");
  });
  return [...texts(pairs, "general.datasets"), ...numbered.filter((one) => one !== undefined)].slice(0, MOST_LISTED);
}

function first(pairs: HeaderPairs, key: string): string | undefined {
  return texts(pairs, key)[0];
}

function texts(pairs: HeaderPairs, key: string): string[] {
  const value = pairs.get(key) ?? [];
  const all = typeof value === "string" ? [value] : value;
  return all
    .slice(0, MOST_LISTED)
    .map((text) => text.trim().slice(0, MOST_CHARACTERS))
    .filter((text) => text !== "");
}
