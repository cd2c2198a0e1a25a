import { inEnglish, type Said, say } from "../messages/said.ts";
import type { ArtifactFinding, ArtifactId } from "./artifacts/artifact.ts";
import type { Facts } from "./facts.ts";

export interface ModelRepository {
  readonly is: boolean;
  /** Why, in one sentence. */
  readonly because: string;
  /** The same with code and values. */
  readonly said: Said;
}

const COMPANIONS = [
  ["model-card", 2],
  ["evaluation-results", 1],
  ["technical-report", 1],
  ["model-architecture", 1],
  ["training-code", 1],
  ["inference-code", 1],
] as const satisfies readonly (readonly [ArtifactId, number])[];

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
    (evidence) =>
      !("url" in evidence) ||
      // The tools of a data set load tokenizers and classifiers of the same house.
      (evidence.rule !== "weights-in-code" &&
        // A part of the repository may speak of the model that cleaned the data.
        (page === undefined || evidence.writtenAt.path === page.path) &&
        /huggingface\.co|hf\.co|modelscope/i.test(evidence.url)),
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
  const listed = companions.map(([id]) => say(`companion.${id}`));
  if (isDataRelease(findings, facts)) {
    return answer(false, say("model.data"));
  }
  if (there("model-parameters-final") && points >= ENOUGH) {
    return answer(true, say("model.weights", listed.slice(0, 3)));
  }
  const card = findings["model-card"].evidence.some((evidence) => evidence.rule === "model-card-file");
  if (card && facts.sources.length > 0 && points >= ENOUGH_WITH_CARD) {
    return answer(true, say("model.card", listed.slice(1, 3)));
  }
  return answer(false, say(there("model-parameters-final") ? "model.notDescribed" : "model.noWeights"));
}

const answer = (is: boolean, said: Said): ModelRepository => ({ is, because: inEnglish(said), said });
