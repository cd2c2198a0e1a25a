/** Whether a tree that is audited as one model plainly holds several, so that the owner can be told how to declare them. */
import { cardParts } from "../evidence/artifacts/shared/cards.ts";
import type { Document } from "../evidence/documents/document.ts";
import type { Facts } from "../evidence/facts.ts";
import { areaOf } from "../evidence/files/area.ts";
import { folderOf } from "../evidence/files/path.ts";
import { isWithin } from "../evidence/home.ts";
import { told } from "../messages/said.ts";
import type { ReportFinding } from "../report/schema.ts";

const CARD = /^(?:readme|model[-_ ]?card)[^/]{0,60}\.(?:md|markdown|rst|txt)$/i;
/** Front matter that a model's card has (Hugging Face Hub, model cards) and other pages have not. */
const CARD_KEYS = ["pipeline_tag", "library_name", "model-index", "base_model", "license_name"];

/** A notice where at least two folders hold a card and weights of their own, and no weights lie outside such a folder. */
export function undeclaredModels(facts: Facts): ReportFinding[] {
  const folders = modelFolders(facts);
  if (folders.length < 2) return [];
  return [{ rule: "models-undeclared", level: "notice", ...told("models.undeclared", folders.slice(0, 5)) }];
}

function modelFolders({ documents, weights }: Facts): readonly string[] {
  const own = weights.filter(
    ({ path, form, step, adapter }) =>
      (form === "file" || form === "pointer") && step === undefined && !adapter && areaOf(path) === "own",
  );
  const carded = new Set(documents.filter(isCard).map(({ path }) => folderOf(path)));
  const holding = [...carded].filter((folder) => folder !== "" && own.some(({ path }) => isWithin(path, folder)));
  // A folder that holds others is a shelf of models, not one of them.
  const folders = holding.filter((folder) => !holding.some((other) => other !== folder && isWithin(other, folder)));
  return own.every(({ path }) => folders.some((folder) => isWithin(path, folder))) ? folders.toSorted() : [];
}

function isCard(document: Document): boolean {
  const { path, frontMatter } = document;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (!CARD.test(name) || areaOf(path) !== "own") return false;
  return CARD_KEYS.some((key) => key in (frontMatter?.data ?? {})) || cardParts(document).size >= 2;
}
