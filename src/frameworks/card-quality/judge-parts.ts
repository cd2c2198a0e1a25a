/** Judges a card by the parts of a template that one rule asks for. */
import { say } from "../../messages/said.ts";
import type { Material, Outcome } from "../framework.ts";
import { outcome } from "../looking.ts";
import { type Card, dataCardOf, modelCardOf, type Page, type Part, placesOfPart } from "./cards.ts";

/** Parts of cards, by the names that the messages have for them. */
export type PartName =
  | "developer"
  | "kind"
  | "purpose"
  | "outOfScope"
  | "limits"
  | "trainingData"
  | "trainingProcedure"
  | "results"
  | "tested"
  | "compute"
  | "energy"
  | "citation"
  | "contact"
  | "motivation"
  | "amounts"
  | "sources"
  | "collection"
  | "processing"
  | "personalData"
  | "bias"
  | "license"
  | "maintenance";

export type Parts = Readonly<Partial<Record<PartName, Part>>>;

/** All parts are there: pass; else a warning that names those that are not. */
export const judgeModelCard =
  (parts: Parts) =>
  (material: Material): Outcome =>
    judge(material, modelCardOf(material), parts);

export const judgeDataCard =
  (parts: Parts) =>
  (material: Material): Outcome =>
    judge(material, dataCardOf(material), parts);

function judge(material: Material, card: Card, parts: Parts): Outcome {
  const pages = pagesOf(card);
  if ("verdict" in pages) return pages;
  const found = (Object.entries(parts) as [PartName, Part][]).map(([name, part]) => ({
    name,
    places: placesOfPart(pages, part, material),
  }));
  const names = (isThere: boolean) =>
    found.filter(({ places }) => places.length > 0 === isThere).map(({ name }) => say(`cardPart.${name}`));
  const places = found.flatMap(({ places: all }) => all.slice(0, 2));
  if (names(false).length === 0) return outcome("pass", say("card.written", names(true)), places);
  if (isCut(pages)) return outcome("undetermined", say("card.cut"), places);
  return outcome("warn", say("card.missing", names(false)), places);
}

/** Languages whose words the parts are known by. */
const READ: ReadonlySet<string> = new Set(["en", "zh", "ja"]);

/** The card's pages, or what is to be said where there are none. */
export function pagesOf(card: Card): readonly Page[] | Outcome {
  if (card.state === "here")
    return card.pages.some(({ document }) => READ.has(document.language))
      ? card.pages
      : outcome("undetermined", say("card.otherLanguage"));
  if (card.state === "absent") return outcome("not-applicable", say("card.absent"));
  return outcome("undetermined", say(card.state === "elsewhere" ? "card.elsewhere" : "card.unknown"));
}

export const isCut = (pages: readonly Page[]): boolean => pages.some(({ document }) => document.truncated === true);
