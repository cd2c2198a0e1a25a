import { say } from "../../messages/said.ts";
import type { Document } from "../documents/document.ts";
import type { Facts } from "../facts.ts";
import { fromHome } from "../home.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { modelParametersFinal } from "./model-parameters-final.ts";
import { cardParts } from "./shared/cards.ts";
import { leave, quietly } from "./shared/considered.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import { frontPages, type PlacedLink, releaseDocuments, releaseLinks, wordsAround } from "./shared/links.ts";
import { isOwnHubId, namesModel } from "./shared/names.ts";

const CARD_NAME =
  /(^|\/)[^/]{0,80}model[-_ ]?cards?[^/]{0,60}\.(md|pdf|html?|rst|txt)$|(^|\/)model[-_ ]?cards?\/[^/]{1,120}\.(md|pdf|html?)$/i;
const CARD_TITLE = /\bmodel card\b|模型卡|モデルカード/i;
const CARD_WORDS = /\bmodel ?cards?\b|模型卡|モデルカード/i;
const MODEL_KEYS = ["pipeline_tag", "library_name", "model-index", "base_model", "license_name"];

export const modelCard: ArtifactRule = {
  id: "model-card",
  name: "Model card",
  mofClass: 3,
  type: "document",
  required: true,
  asks: "Is there a card that describes the model, its use, its limits and its results?",
  why: "A card tells users what the model is for and where it fails before they rely on it.",
  decides:
    "A model-card file that is more than its template, front matter of a model card, or a README that describes the model with at least two of intended use, limitations, training data and evaluation. Else a link that the documents call a model card.",
  remedy: "Add MODEL_CARD.md with intended use, limitations, training data, evaluation and license.",
  effort: "hours",
  references: [
    "Model Openness Framework, component Model card (Class III, document)",
    "Mitchell et al. 2019, Model Cards for Model Reporting",
  ],
  find(facts) {
    const documents = releaseDocuments(facts);
    const cards = documents
      .filter((document) => isCard(document, facts))
      .map((document) => inTree("model-card-file", document));
    const pdfs = facts.media
      .filter((file) => file.kind === "pdf" && CARD_NAME.test(file.path) && file.area === "own")
      .map((file) => inTree("model-card-file", file));
    const called = releaseLinks(facts)
      .filter(
        (placed) =>
          CARD_WORDS.test(placed.link.text) ||
          ((CARD_WORDS.test(wordsAround(placed)) || speaksOfCardsBelow(placed)) &&
            placed.link.target.kind === "hf-model" &&
            isOwnHubId(placed.link.target.id, facts)),
      )
      .filter(
        ({ link }) => link.target.kind !== "file" && link.target.kind !== "anchor" && link.target.kind !== "badge",
      )
      .map((placed) => atLink("model-card-linked", placed));
    const readmes = readmeCards(facts);
    // A README beside a page that is called the model card is not the card.
    const pages = called.length > 0 ? [] : readmes;
    return decide(facts, [...cards, ...pdfs, ...pages], called);
  },
};

/** Lines between a list of model pages and the sentence that calls them model cards. */
const NEAR = 8;

/** A list of the models' pages, and right below it "Model cards outline how to use the model". */
function speaksOfCardsBelow({ document, link }: PlacedLink): boolean {
  return document.passages.some(
    ({ text, lines }) =>
      lines[0] > link.line &&
      lines[0] <= link.line + NEAR &&
      /^\W{0,6}(the |these |see the |please refer to )?model cards?\b/i.test(text),
  );
}

function isCard(document: Document, facts: Facts): boolean {
  const { path, sha } = document;
  if (/template/i.test(path)) return leave(facts, { path, sha }, say("leftOut.template"));
  const front = document.frontMatter?.data ?? {};
  const modelFrontMatter = MODEL_KEYS.some((key) => key in front);
  const titled = document.sections.slice(0, 2).some((section) => CARD_TITLE.test(section.title));
  if (!modelFrontMatter && !titled && !CARD_NAME.test(document.path)) return false;
  return (
    cardParts(document).size >= (modelFrontMatter ? 1 : 2) ||
    document.sections.filter((section) => section.filled).length >= 3 ||
    leave(facts, { path, sha }, say("leftOut.unfilledModelCard"))
  );
}

/** Front pages, and notices beside them, that do what a card does without being called one: only where a model is released. */
function readmeCards(facts: Facts): Evidence[] {
  if (modelParametersFinal.find(quietly(facts)).presence === "absent") return [];
  const notices = releaseDocuments(facts).filter(({ path }) =>
    /^notice[^/]{0,100}$/i.test(fromHome(path, facts.snapshot.model)),
  );
  return [...frontPages(facts), ...notices]
    .filter((document) => speaksOfModel(document, facts))
    .filter((document) => cardParts(document).size >= 2)
    .map((document) => inTree("readme-as-card", document));
}

function speaksOfModel(document: Document, facts: Facts): boolean {
  const about =
    document.sections.some((section) => section.topics.includes("model-description")) ||
    document.passages.slice(0, 12).some((passage) => /\bmodels?\b|模型|モデル/i.test(passage.text));
  return (
    about &&
    (namesModel(document.sections[0]?.title ?? "", facts) ||
      document.passages.slice(0, 12).some((passage) => namesModel(passage.text, facts)))
  );
}
