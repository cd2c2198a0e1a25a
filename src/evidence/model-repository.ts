import type { ArtifactFinding, ArtifactId } from "./artifacts/artifact.ts";
import type { Facts } from "./facts.ts";

export interface ModelRepository {
  readonly is: boolean;
  /** Why, in one sentence. */
  readonly because: string;
}

const COMPANIONS: readonly (readonly [ArtifactId, number, string])[] = [
  ["model-card", 2, "a description of it"],
  ["evaluation-results", 1, "results of its evaluation"],
  ["technical-report", 1, "a report on it"],
  ["model-architecture", 1, "the code of its network"],
  ["training-code", 1, "training code"],
  ["inference-code", 1, "inference code"],
];

/** Points beside the weights that make a repository the home of a model rather than a page that mentions one. */
const ENOUGH = 1;
/** Points that a model card needs beside it where no weights are shown. */
const ENOUGH_WITH_CARD = 4;

/** A data set's home may link a classifier that filtered it; its title says what it is, and no model page is linked. */
function isDataRelease(findings: Readonly<Record<ArtifactId, ArtifactFinding>>, facts: Facts): boolean {
  const page = facts.documents[0];
  const title = page !== undefined && /^readme/i.test(page.path) ? (page.sections[0]?.title ?? "") : "";
  const weights = findings["model-parameters-final"];
  const onModelPage = weights.evidence.some(
    (evidence) => !("url" in evidence) || /huggingface\.co|hf\.co|modelscope/i.test(evidence.url),
  );
  const data = title.search(/\b(data ?sets?|data|corpus|corpora)\b/i);
  const model = title.search(/\bmodels?\b/i);
  // "… an open dataset for training language models" is a data set; "… a model trained on open data" is not.
  const isTitledData = data >= 0 && (model < 0 || data < model);
  return isTitledData && weights.presence === "linked" && !onModelPage;
}

/**
 * Does the repository release or document a specific trained model? A library, a tutorial or an application that loads
 * somebody's model is not one: its documents name no weights of their own and describe no model.
 */
export function isModelRepository(
  findings: Readonly<Record<ArtifactId, ArtifactFinding>>,
  facts: Facts,
): ModelRepository {
  const there = (id: ArtifactId): boolean => findings[id].presence === "in-repo" || findings[id].presence === "linked";
  const companions = COMPANIONS.filter(([id]) => there(id));
  const points = companions.reduce((sum, [, weight]) => sum + weight, 0);
  const listed = companions.map(([, , words]) => words);
  if (isDataRelease(findings, facts)) {
    return {
      is: false,
      because: "It releases data: the only weights it links belong to the tools that made the data.",
    };
  }
  if (there("model-parameters-final") && points >= ENOUGH) {
    return {
      is: true,
      because: `It has or links the weights of a model of its own, with ${listed.slice(0, 3).join(", ")}.`,
    };
  }
  const card = findings["model-card"].evidence.some((evidence) => evidence.rule === "model-card-file");
  if (card && facts.sources.length > 0 && points >= ENOUGH_WITH_CARD) {
    return { is: true, because: `It holds a model card, with ${listed.slice(1, 3).join(", ")}.` };
  }
  return {
    is: false,
    because: there("model-parameters-final")
      ? "Weights are named, but nothing describes a model of its own: no card, no results, no report, no network code."
      : "Neither the tree nor the documents show weights of a model of its own.",
  };
}
