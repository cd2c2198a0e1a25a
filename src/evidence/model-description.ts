/**
 * What card and configuration say of the model in fields and sections, for bills of materials that have places for it.
 * Statements of the repository: nobody has checked them, and no verdict rests on them.
 */
import type { ArtifactFinding, Lines } from "./artifacts/artifact.ts";
import type { Document, Topic } from "./documents/document.ts";
import type { Facts } from "./facts.ts";
import { isObject, parseJson } from "./files/json.ts";

/** Topics of sections that bills of materials have a place for. */
export const DESCRIBED_TOPICS = [
  "model-description",
  "intended-use",
  "out-of-scope-use",
  "limitations",
  "ethics",
  "training",
  "training-data",
] as const satisfies readonly Topic[];
export type DescribedTopic = (typeof DESCRIBED_TOPICS)[number];

/** The words of a section, cut at `MOST_CHARACTERS`. */
export interface Statement {
  readonly topic: DescribedTopic;
  readonly text: string;
  readonly path: string;
  readonly lines: Lines;
}

/** One result of the card's `model-index`, as it is written there. */
export interface StatedMetric {
  readonly metric: string;
  readonly value: string;
  readonly dataset?: string;
}

/** The card's `co2_eq_emissions`. */
export interface StatedEmissions {
  /** Grams of CO2 equivalent, as the Hub counts them (Hub documentation, "Displaying carbon emissions for your model"). */
  readonly grams: number;
  readonly activity?: "training" | "fine-tuning";
  readonly hardware?: string;
  readonly place?: string;
}

export interface ModelDescription {
  readonly task?: string;
  readonly library?: string;
  readonly languages?: readonly string[];
  readonly baseModels?: readonly string[];
  /** `model_type` of the configuration. */
  readonly architectureFamily?: string;
  /** First of the configuration's `architectures`. */
  readonly architecture?: string;
  readonly metrics?: readonly StatedMetric[];
  readonly emissions?: StatedEmissions;
  readonly statements?: readonly Statement[];
}

const MOST_CHARACTERS = 600;
const MOST_METRICS = 100;
const MOST_LISTED = 100;
const MOST_STATEMENTS = 3;

/**
 * Reads it from the documents that are the model's card and from the configuration beside its weights.
 * @returns undefined where neither says anything
 */
export function describeModel(facts: Facts, card: Pick<ArtifactFinding, "evidence">): ModelDescription | undefined {
  const paths = card.evidence.flatMap((one) => ("path" in one ? [one.path] : []));
  const documents = facts.documents.filter(({ path }) => paths.includes(path));
  const front = documents.map(({ frontMatter }) => frontMatter?.data ?? {});
  const field = <T>(read: (data: Readonly<Record<string, unknown>>) => T | undefined): T | undefined =>
    front.map(read).find((found) => found !== undefined);
  const statements = statementsOf(documents);
  const description = {
    ...named(
      "task",
      field(({ pipeline_tag }) => line(pipeline_tag)),
    ),
    ...named(
      "library",
      field(({ library_name }) => line(library_name)),
    ),
    ...named(
      "languages",
      field(({ language }) => lines(language)),
    ),
    ...named(
      "baseModels",
      field(({ base_model }) => lines(base_model)),
    ),
    ...architectureOf(facts),
    ...named("metrics", field(metricsOf)),
    ...named("emissions", field(emissionsOf)),
    ...named("statements", statements.length === 0 ? undefined : statements),
  };
  return Object.keys(description).length === 0 ? undefined : description;
}

const named = <Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: T });

/** One line of text, or undefined for what is none. */
function line(value: unknown, most = 200): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value)
    .slice(0, 4 * most)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, most)
    .trim();
  return text === "" ? undefined : text;
}

function lines(value: unknown): readonly string[] | undefined {
  const all = (Array.isArray(value) ? value.slice(0, MOST_LISTED) : [value]).map((one) => line(one));
  const found = all.filter((one) => one !== undefined);
  return found.length === 0 ? undefined : found;
}

function architectureOf({ snapshot }: Facts): Pick<ModelDescription, "architecture" | "architectureFamily"> {
  const folder = snapshot.model?.path ?? "";
  const content = snapshot.contents.get(folder === "" ? "config.json" : `${folder}/config.json`);
  if (content?.kind !== "text") return {};
  const config = parseJson(content.text);
  if (!isObject(config)) return {};
  return {
    ...named("architectureFamily", line(config.model_type)),
    ...named("architecture", lines(config.architectures)?.[0]),
  };
}

/** Results of the model card's metadata (Hub documentation, "Model Cards", `model-index`). */
function metricsOf(data: Readonly<Record<string, unknown>>): readonly StatedMetric[] | undefined {
  const found = listed(data["model-index"])
    .flatMap(({ results }) => listed(results))
    .flatMap(({ dataset, metrics }) => {
      const on = isObject(dataset) ? (line(dataset.name) ?? line(dataset.type)) : undefined;
      return listed(metrics).flatMap((one): StatedMetric[] => {
        const [metric, value] = [line(one.name) ?? line(one.type), line(one.value)];
        return metric === undefined || value === undefined ? [] : [{ metric, value, ...named("dataset", on) }];
      });
    })
    .slice(0, MOST_METRICS);
  return found.length === 0 ? undefined : found;
}

const listed = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.slice(0, MOST_LISTED).filter(isObject) : [];

function emissionsOf({ co2_eq_emissions: stated }: Readonly<Record<string, unknown>>): StatedEmissions | undefined {
  const detail = isObject(stated) ? stated : { emissions: stated };
  const grams = typeof detail.emissions === "string" ? Number(detail.emissions) : detail.emissions;
  if (typeof grams !== "number" || !Number.isFinite(grams) || grams < 0 || detail.emissions === "") return undefined;
  const kind = line(detail.training_type)?.toLowerCase();
  const activity: StatedEmissions["activity"] =
    kind === undefined ? undefined : /fine-?\s?tun/.test(kind) ? "fine-tuning" : "training";
  return {
    grams,
    ...(activity === undefined ? {} : { activity }),
    ...named("hardware", line(detail.hardware_used)),
    ...named("place", line(detail.geographical_location)),
  };
}

/** Of each topic, what the first document with such a section says. */
function statementsOf(documents: readonly Document[]): readonly Statement[] {
  return DESCRIBED_TOPICS.flatMap((topic) => {
    for (const document of documents) {
      const found = document.sections
        .filter(({ filled, topics }) => filled && topics.includes(topic))
        .flatMap(({ text, lines: at }): Statement[] => {
          const words = line(text, MOST_CHARACTERS);
          return words === undefined ? [] : [{ topic, text: words, path: document.path, lines: at }];
        })
        .slice(0, MOST_STATEMENTS);
      if (found.length > 0) return found;
    }
    return [];
  });
}
