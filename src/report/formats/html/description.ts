/** What card and configuration say of the model, told as their words and not as the audit's. */
import type { Report } from "../../schema.ts";
import { xml } from "../xml.ts";
import { fileLink, type Html, type Sheet } from "./parts.ts";

type Description = NonNullable<Report["modelDescription"]>;

const MOST = 20;
const TOPICS: Readonly<Record<NonNullable<Description["statements"]>[number]["topic"], string>> = {
  "model-description": "Description",
  "intended-use": "Intended use",
  "out-of-scope-use": "Out of scope",
  limitations: "Limitations",
  ethics: "Ethics",
  training: "Training",
  "training-data": "Training data",
};

/** Draws the section's content; empty where nothing is said. */
export function descriptionSection(sheet: Sheet): Html {
  const { modelDescription } = sheet.report;
  if (modelDescription === undefined) return "";
  const { statements = [] } = modelDescription;
  const facts = factsOf(modelDescription).filter(([, value]) => value !== "");
  const quotes = statements
    .slice(0, MOST)
    .map(
      ({ topic, text, path, lines }) =>
        `<h3>${TOPICS[topic]}</h3>\n<blockquote>${xml(text, 700)}</blockquote>\n<p class="dim">${fileLink(sheet, path, lines)}</p>`,
    );
  return `<p class="dim">In the words of card and configuration; the audit did not check them.</p>
${facts.length === 0 ? "" : `<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("\n")}</dl>`}
${quotes.join("\n")}`;
}

function factsOf(description: Description): readonly (readonly [string, Html])[] {
  const { task, library, languages = [], baseModels = [], metrics = [], emissions } = description;
  const architecture = [description.architectureFamily, description.architecture].filter((one) => one !== undefined);
  const results = metrics
    .slice(0, MOST)
    .map(({ metric, value, dataset }) => `${dataset === undefined ? "" : `${dataset}, `}${metric}: ${value}`);
  return [
    ["Task", xml(task ?? "", 200)],
    ["Library", xml(library ?? "", 200)],
    ["Languages", words(languages)],
    ["Made from", words(baseModels)],
    ["Architecture", words(architecture)],
    ["Results", words(results, "; ")],
    ["Emissions", emissions === undefined ? "" : xml(emissionWords(emissions), 600)],
  ];
}

const words = (items: readonly string[], between = ", "): Html =>
  items
    .slice(0, MOST)
    .map((item) => xml(item, 300))
    .join(between);

const emissionWords = ({ grams, activity, hardware, place }: NonNullable<Description["emissions"]>): string =>
  [`${grams / 1000} kg CO2 equivalent`, activity, hardware, place].filter((one) => one !== undefined).join(", ");
