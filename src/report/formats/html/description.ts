/** What card and configuration say of the model, told as their words and not as the audit's. */
import type { Messages } from "../../../messages/en.ts";
import type { Report } from "../../schema.ts";
import { xml } from "../xml.ts";
import { fileLink, type Html, type Sheet } from "./parts.ts";

type Description = NonNullable<Report["modelDescription"]>;

const MOST = 20;

/** Draws the section's content; empty where nothing is said. */
export function descriptionSection(sheet: Sheet): Html {
  const { modelDescription } = sheet.report;
  if (modelDescription === undefined) return "";
  const { statements = [] } = modelDescription;
  const { messages } = sheet;
  const facts = factsOf(modelDescription, messages).filter(([, value]) => value !== "");
  const quotes = statements
    .slice(0, MOST)
    .map(
      ({ topic, text, path, lines }) =>
        `<h3>${messages.cardTopic[topic]}</h3>\n<blockquote>${xml(text, 700)}</blockquote>\n<p class="dim">${fileLink(sheet, path, lines)}</p>`,
    );
  return `<p class="dim">${messages.page.cardWords}</p>
${facts.length === 0 ? "" : `<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("\n")}</dl>`}
${quotes.join("\n")}`;
}

function factsOf(description: Description, { cardFact, page }: Messages): readonly (readonly [string, Html])[] {
  const { task, library, languages = [], baseModels = [], metrics = [], emissions } = description;
  const architecture = [description.architectureFamily, description.architecture].filter((one) => one !== undefined);
  const results = metrics
    .slice(0, MOST)
    .map(({ metric, value, dataset }) => `${dataset === undefined ? "" : `${dataset}, `}${metric}: ${value}`);
  return [
    [cardFact.task, xml(task ?? "", 200)],
    [cardFact.library, xml(library ?? "", 200)],
    [cardFact.languages, words(languages)],
    [cardFact.baseModels, words(baseModels)],
    [cardFact.architecture, words(architecture)],
    [cardFact.metrics, words(results, "; ")],
    [cardFact.emissions, emissions === undefined ? "" : xml(emissionWords(emissions, page), 600)],
  ];
}

const words = (items: readonly string[], between = ", "): Html =>
  items
    .slice(0, MOST)
    .map((item) => xml(item, 300))
    .join(between);

const emissionWords = (
  { grams, activity, hardware, place }: NonNullable<Description["emissions"]>,
  page: Messages["page"],
): string => [page.emissions(grams / 1000), activity, hardware, place].filter((one) => one !== undefined).join(", ");
