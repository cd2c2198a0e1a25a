import type { ArtifactId, ArtifactRule } from "./artifact.ts";
import { dataCard } from "./data-card.ts";
import { dataPreprocessingCode } from "./data-preprocessing-code.ts";
import { datasets } from "./datasets.ts";
import { evaluationCode } from "./evaluation-code.ts";
import { evaluationData } from "./evaluation-data.ts";
import { evaluationResults } from "./evaluation-results.ts";
import { inferenceCode } from "./inference-code.ts";
import { modelArchitecture } from "./model-architecture.ts";
import { modelCard } from "./model-card.ts";
import { modelMetadata } from "./model-metadata.ts";
import { modelParametersFinal } from "./model-parameters-final.ts";
import { modelParametersIntermediate } from "./model-parameters-intermediate.ts";
import { researchPaper } from "./research-paper.ts";
import { sampleModelOutputs } from "./sample-model-outputs.ts";
import { supportingLibrariesAndTools } from "./supporting-libraries-and-tools.ts";
import { technicalReport } from "./technical-report.ts";
import { trainingCode } from "./training-code.ts";

/** The artifacts in the order of the report: Class III, II, I. */
export const ARTIFACTS: readonly ArtifactRule[] = [
  modelArchitecture,
  modelParametersFinal,
  technicalReport,
  evaluationResults,
  modelCard,
  dataCard,
  sampleModelOutputs,
  trainingCode,
  inferenceCode,
  evaluationCode,
  evaluationData,
  supportingLibrariesAndTools,
  researchPaper,
  datasets,
  dataPreprocessingCode,
  modelParametersIntermediate,
  modelMetadata,
];

const byId = new Map<ArtifactId, ArtifactRule>(ARTIFACTS.map((rule) => [rule.id, rule]));

/** The declaration of an artifact. */
export function artifact(id: ArtifactId): ArtifactRule {
  return byId.get(id)!;
}
