/**
 * The 17 components of the Model Openness Framework. Identifiers, names, classes, types and what is required are those of
 * the Model Openness Tool's settings, in its order of display within a class (MOF paper, section 4, names the same list).
 */
import { ARTIFACT_IDS, type ArtifactId, type ArtifactType, type MofClass } from "../../evidence/artifacts/artifact.ts";

export interface MofComponentKind {
  readonly id: ArtifactId;
  /** Number of the component in the Model Openness Tool. */
  readonly motId: number;
  /** Exact name in MOF files; the tool resolves no other. */
  readonly name: string;
  /** The class that lists it first; classes are cumulative. */
  readonly mofClass: MofClass;
  readonly type: ArtifactType;
  readonly required: boolean;
  /** Other spellings seen in files and in the framework's documents, lower case. */
  readonly aliases: readonly string[];
}

const kind = (
  id: ArtifactId,
  motId: number,
  name: string,
  mofClass: MofClass,
  type: ArtifactType,
  required: boolean,
  aliases: readonly string[],
): MofComponentKind => ({ id, motId, name, mofClass, type, required, aliases });

/** Class III first, then II, then I. */
export const COMPONENTS: readonly MofComponentKind[] = [
  kind("model-architecture", 9, "Model architecture", 3, "code", true, ["architecture"]),
  kind("model-parameters-final", 10, "Model parameters (Final)", 3, "data", true, [
    "final model parameters",
    "model parameters",
    "model parameters final",
    "model weights",
  ]),
  kind("model-card", 13, "Model card", 3, "document", true, []),
  kind("data-card", 14, "Data card", 3, "document", true, []),
  kind("technical-report", 11, "Technical report", 3, "document", true, ["tech report"]),
  kind("evaluation-results", 12, "Evaluation results", 3, "document", true, ["evaluation result"]),
  kind("sample-model-outputs", 20, "Sample model outputs", 3, "document", false, [
    "model outputs",
    "sample model output",
    "sample outputs",
  ]),
  kind("training-code", 7, "Training code", 2, "code", true, ["training, validation, and testing code"]),
  kind("inference-code", 8, "Inference code", 2, "code", true, []),
  kind("evaluation-code", 18, "Evaluation code", 2, "code", true, []),
  kind("evaluation-data", 19, "Evaluation data", 2, "data", true, []),
  kind("supporting-libraries-and-tools", 22, "Supporting libraries and tools", 2, "code", false, [
    "supporting libraries & tools",
    "supporting libraries",
  ]),
  kind("data-preprocessing-code", 16, "Data preprocessing code", 1, "code", true, ["data pre-processing code"]),
  kind("model-parameters-intermediate", 24, "Model parameters (Intermediate)", 1, "data", true, [
    "intermediate model parameters",
    "model parameters intermediate",
    "intermediate checkpoints",
  ]),
  kind("datasets", 15, "Datasets", 1, "data", true, ["dataset", "training dataset", "training datasets"]),
  kind("research-paper", 21, "Research paper", 1, "document", true, ["paper"]),
  kind("model-metadata", 17, "Model metadata", 1, "data", false, ["metadata"]),
];

const byId = new Map(COMPONENTS.map((component) => [component.id, component]));
const byName = new Map(
  COMPONENTS.flatMap((component) =>
    [component.name.toLowerCase(), component.id, ...component.aliases].map((name) => [name, component] as const),
  ),
);

/** What the framework says about one artifact. */
export function componentKind(id: ArtifactId): MofComponentKind {
  const found = byId.get(id);
  if (found === undefined)
    throw new Error(`No MOF component is called ${id}; the known ones: ${ARTIFACT_IDS.join(", ")}`);
  return found;
}

/** The component that a file means by a name: exact, then without regard to case, spacing, `-` and `_`, then by alias. */
export function componentNamed(name: string): MofComponentKind | undefined {
  if (name.length > 100) return undefined;
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ");
  return byName.get(plain) ?? byName.get(plain.replaceAll(" ", "-")) ?? byName.get(plain.replaceAll("-", " "));
}

/** Required components of a class and of those below it (class 1 holds all): 6, 10 and 14 of them. */
export const requiredUpTo = (mofClass: MofClass): readonly MofComponentKind[] =>
  COMPONENTS.filter((component) => component.required && component.mofClass >= mofClass);

/** Optional components of a class and of those below it. */
export const optionalUpTo = (mofClass: MofClass): readonly MofComponentKind[] =>
  COMPONENTS.filter((component) => !component.required && component.mofClass >= mofClass);

export type MofLevel = 0 | MofClass;

/** From the least demanding class to the most. */
export const CLASSES_UPWARD: readonly MofClass[] = [3, 2, 1];

/** Names of the classes as the Model Openness Tool prints them; 0 is unclassified. */
export const CLASS_LABELS: Readonly<Record<MofLevel, string>> = {
  0: "Unclassified",
  1: "Class I - Open Science Model",
  2: "Class II - Open Tooling Model",
  3: "Class III - Open Model",
};

export type Progress = { readonly 1: number; readonly 2: number; readonly 3: number };

/** How open a level is, for comparing: 0 for unclassified, 1 for Class III, 3 for Class I. */
export const rankOf = (level: MofLevel): number => (level === 0 ? 0 : 4 - level);
