/**
 * The model card of CycloneDX 1.7 (`modelCard`): what the repository's own card and configuration say, in the places that
 * the standard has for it, with the place of each statement beside it. Nothing is guessed: what is not stated is left out.
 */
import type { DescribedTopic } from "../../../evidence/model-description.ts";
import { visible } from "../../markdown/escape.ts";
import { linesLabel } from "../../markdown/links.ts";
import type { Report } from "../../schema.ts";
import type { ArtifactRow } from "../artifact-rows.ts";

/** What a report or one of its models holds of it. */
export type Described = Pick<Report, "modelDescription" | "mof">;
type Description = NonNullable<Report["modelDescription"]>;
type Property = { readonly name: string; readonly value: string };

const LONGEST = 700;

/** The card; `datasets` are references to the data sets of the document. */
export function modelCardOf(described: Described, datasets: readonly string[], ref: string): object {
  const { modelDescription = {} } = described;
  return {
    "bom-ref": ref,
    ...filled("modelParameters", parametersOf(modelDescription, datasets)),
    ...filled("quantitativeAnalysis", analysisOf(modelDescription)),
    ...filled("considerations", considerationsOf(modelDescription)),
    properties: [...classProperties(described), ...statedProperties(modelDescription)],
  };
}

/** Data sets that the model was trained and evaluated with, where they are there. */
export const datasetRefs = (
  rows: readonly ArtifactRow[],
  refOf: (id: ArtifactRow["id"]) => string,
): readonly string[] =>
  rows
    .filter(({ id, isPresent }) => isPresent && (id === "datasets" || id === "evaluation-data"))
    .map(({ id }) => refOf(id));

/** What the model is, in the words of its card. */
export function descriptionOf({ modelDescription }: Described): { readonly description?: string } {
  const said = wordsOn(modelDescription ?? {}, "model-description")[0];
  return said === undefined ? {} : { description: said };
}

/** The models that it was made from, as its card says (CycloneDX 1.7, `pedigree.ancestors`). */
export function pedigreeOf({ modelDescription }: Described): object {
  const bases = (modelDescription?.baseModels ?? []).slice(0, 20).flatMap((name) => {
    const shown = visible(name, 200);
    const purl = hubPurl(name);
    if (shown === "") return [];
    return [{ type: "machine-learning-model", name: shown, ...(purl === undefined ? {} : { purl }) }];
  });
  return bases.length === 0 ? {} : { pedigree: { ancestors: bases } };
}

/** The package URL of a model on Hugging Face (package-url specification, type huggingface); undefined for what is no id. */
export const hubPurl = (id: string): string | undefined =>
  /^[\w.-]{1,96}\/[\w.-]{1,96}$/.test(id) ? `pkg:huggingface/${id}` : undefined;

const filled = (key: string, value: object): object => (Object.keys(value).length === 0 ? {} : { [key]: value });

function parametersOf({ task, architecture, architectureFamily }: Description, datasets: readonly string[]): object {
  return {
    ...text("task", task),
    ...text("architectureFamily", architectureFamily),
    ...text("modelArchitecture", architecture),
    ...(datasets.length === 0 ? {} : { datasets: datasets.map((ref) => ({ ref })) }),
  };
}

function analysisOf({ metrics = [] }: Description): object {
  const performanceMetrics = metrics.slice(0, 200).flatMap(({ metric, value, dataset }) => {
    const [type, number] = [visible(metric, 200), visible(value, 200)];
    return type === "" || number === "" ? [] : [{ type, value: number, ...text("slice", dataset) }];
  });
  return performanceMetrics.length === 0 ? {} : { performanceMetrics };
}

function considerationsOf(description: Description): object {
  const limits = [
    ...wordsOn(description, "limitations"),
    ...wordsOn(description, "out-of-scope-use").map((words) => `Out of scope: ${words}`),
  ];
  const risks = wordsOn(description, "ethics").map((name) => ({ name }));
  const uses = wordsOn(description, "intended-use");
  return {
    ...(uses.length === 0 ? {} : { useCases: uses }),
    ...(limits.length === 0 ? {} : { technicalLimitations: limits }),
    ...(risks.length === 0 ? {} : { ethicalConsiderations: risks }),
    ...filled("environmentalConsiderations", environmentOf(description)),
  };
}

/** Cards state grams of CO2 without energy or its provider, which `energyConsumptions` would need; so they are properties. */
function environmentOf({ emissions }: Description): object {
  if (emissions === undefined) return {};
  const { grams, activity, hardware, place } = emissions;
  return {
    properties: properties([
      ["openness:co2eq-tonnes", String(grams / 1_000_000)],
      ["openness:activity", activity],
      ["openness:hardware", hardware],
      ["openness:place", place],
    ]),
  };
}

export const classProperties = ({ mof }: Pick<Report, "mof">): readonly Property[] => [
  { name: "mof:class", value: String(mof.class) },
  { name: "mof:label", value: mof.label },
  { name: "mof:tool-class", value: String(mof.mot.class) },
];

function statedProperties({ library, languages = [], statements = [] }: Description): readonly Property[] {
  return properties([
    ["openness:library", library],
    ...languages.slice(0, 100).map((language) => ["openness:language", language] as const),
    ...statements
      .slice(0, 50)
      .map(({ topic, path, lines }) => ["openness:stated-in", `${topic}: ${path}${linesLabel(lines)}`] as const),
  ]);
}

const properties = (entries: readonly (readonly [string, string | undefined])[]): readonly Property[] =>
  entries.flatMap(([name, value]) => {
    const shown = visible(value ?? "", LONGEST);
    return shown === "" ? [] : [{ name, value: shown }];
  });

/** What the card says on a topic. */
export const wordsOn = ({ statements = [] }: Description, topic: DescribedTopic): readonly string[] =>
  statements
    .slice(0, 50)
    .filter((one) => one.topic === topic)
    .map((one) => visible(one.text, LONGEST))
    .filter((words) => words !== "");

function text(key: string, value: string | undefined): object {
  const shown = visible(value ?? "", 200);
  return shown === "" ? {} : { [key]: shown };
}
