/**
 * What the model's card states, as properties of an AI package (SPDX 3.0.1, AI, AIPackage), and what hosts said of data
 * sets (Dataset, DatasetAvailabilityType). Nothing is guessed: what is not stated is left out.
 */
import { visible } from "../../markdown/escape.ts";
import type { ComponentReport, Report } from "../../schema.ts";
import { wordsOn } from "../cyclonedx/model-card.ts";

type Description = NonNullable<Report["modelDescription"]>;

const LONGEST = 2000;

/** Properties of the package. */
export function modelFacts(description: Description = {}): Readonly<Record<string, unknown>> {
  const { task, architecture, architectureFamily, metrics = [] } = description;
  const entries = metrics.slice(0, 200).flatMap(({ metric, value, dataset }) => {
    const key = visible(dataset === undefined ? metric : `${dataset}: ${metric}`, 300);
    const shown = visible(value, 200);
    return key === "" || shown === "" ? [] : [{ type: "DictionaryEntry", key, value: shown }];
  });
  const application = [
    ...wordsOn(description, "intended-use"),
    ...wordsOn(description, "out-of-scope-use").map((words) => `Out of scope: ${words}`),
  ];
  const training = [...wordsOn(description, "training"), ...wordsOn(description, "training-data")];
  const limits = [...wordsOn(description, "limitations"), ...wordsOn(description, "ethics")];
  return {
    ...all("ai_domain", [task]),
    ...all("ai_typeOfModel", [architectureFamily, architecture]),
    ...whole("description", wordsOn(description, "model-description").slice(0, 1)),
    ...whole("ai_informationAboutApplication", application),
    ...whole("ai_informationAboutTraining", training),
    ...whole("ai_limitation", limits),
    ...(entries.length === 0 ? {} : { ai_metric: entries }),
  };
}

/** Each word of a kind once. */
function all(key: string, words: readonly (string | undefined)[]): object {
  const shown = [...new Set(words.map((word) => visible(word ?? "", 200)))].filter((word) => word !== "");
  return shown.length === 0 ? {} : { [key]: shown };
}

function whole(key: string, words: readonly string[]): object {
  return words.length === 0 ? {} : { [key]: visible(words.join(" "), LONGEST) };
}

/**
 * How the data can be had: a gate that opens by itself is a click, one that a person opens a registration. Where several
 * places differ, or nobody was asked, nothing is said.
 */
export function availabilityOf({ presence, evidence }: ComponentReport): {
  readonly dataset_datasetAvailability?: "directDownload" | "clickthrough" | "registration";
} {
  const found = new Set(
    evidence.flatMap(({ url, remote }) => {
      if (url === undefined) return presence === "in-repo" ? [] : ["unknown" as const];
      if (remote?.state === "verified") return ["directDownload" as const];
      if (remote?.reason === "gate-automatic") return ["clickthrough" as const];
      return remote?.reason === "gate-manual" ? ["registration" as const] : ["unknown" as const];
    }),
  );
  const [only, ...others] = found;
  return only === undefined || only === "unknown" || others.length > 0 ? {} : { dataset_datasetAvailability: only };
}
