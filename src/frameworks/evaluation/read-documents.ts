/** The figures that documents state in tables and metadata, where they tell of which model, task and metric. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Document } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import { communityScores, frontMatterScores } from "./read-front-matter.ts";
import { tableScores } from "./read-tables.ts";
import { modelName } from "./score.ts";
import type { Known, Stated } from "./stated.ts";

const MOST_CELLS = 4_000;

/** Every figure of the documents that may be one of these models on one of these tasks. */
export function statedScores(facts: Facts, known: Known): readonly Stated[] {
  const inDocuments = releaseDocuments(facts).flatMap((document) => {
    const own = ownModel(document, facts, known.models);
    return [
      ...frontMatterScores(document, known),
      ...document.tables.flatMap((table) => tableScores(document, table, { ...known, own })),
    ].slice(0, MOST_CELLS);
  });
  const repository = modelName(facts.snapshot.repository?.name ?? "");
  return [...inDocuments, ...communityScores(facts, known.models.has(repository) ? repository : undefined)];
}

/** The model whose name is a document's title, or the repository's, to the letter. */
function ownModel(document: Document, facts: Facts, models: ReadonlySet<string>): string | undefined {
  const isRoot = !document.path.includes("/");
  const titles = [document.sections[0]?.title, isRoot ? facts.snapshot.repository?.name : undefined];
  const named = titles.flatMap((title) =>
    title === undefined ? [] : [modelName(title.replace(/^model card (?:for|of)\s/i, ""))],
  );
  return named.find((name) => models.has(name));
}
