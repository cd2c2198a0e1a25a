import type { Said } from "../../messages/said.ts";
import type { Facts } from "../facts.ts";

/** The 17 components of the Model Openness Framework, by our ids (MOF paper, section 4; names: Model Openness Tool). */
export const ARTIFACT_IDS = [
  "model-architecture",
  "model-parameters-final",
  "technical-report",
  "evaluation-results",
  "model-card",
  "data-card",
  "sample-model-outputs",
  "training-code",
  "inference-code",
  "evaluation-code",
  "evaluation-data",
  "supporting-libraries-and-tools",
  "research-paper",
  "datasets",
  "data-preprocessing-code",
  "model-parameters-intermediate",
  "model-metadata",
] as const;

export type ArtifactId = (typeof ARTIFACT_IDS)[number];
export type ArtifactType = "code" | "data" | "document";
export type MofClass = 1 | 2 | 3;
export type Presence = "in-repo" | "linked" | "absent" | "undetermined";
export type Lines = readonly [first: number, last: number];

/** Where something was found. A URL always says where it is written. */
export type Evidence =
  | { readonly path: string; readonly lines?: Lines; readonly sha?: string; readonly rule: string }
  | {
      readonly url: string;
      readonly writtenAt: { readonly path: string; readonly lines: Lines };
      readonly rule: string;
    };

/** What the tree and its documents show about one artifact. */
export interface ArtifactFinding {
  readonly presence: Presence;
  readonly evidence: readonly Evidence[];
  /** One sentence where the outcome needs a reason (why undetermined, what stands in for it). */
  readonly note?: string;
  /** The same with code and values. */
  readonly noteSaid?: Said;
}

export type Effort = "minutes" | "hours" | "days";

/** An artifact: its identity, why it matters, how it is recognised and how to add it, beside the one function that looks. */
export interface ArtifactRule {
  readonly id: ArtifactId;
  /** The exact name in the Model Openness Tool's files. */
  readonly name: string;
  /** The class in which it is first listed; classes are cumulative. */
  readonly mofClass: MofClass;
  readonly type: ArtifactType;
  readonly required: boolean;
  /** What the rule asks, as a question. */
  readonly asks: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** How the rule decides. */
  readonly decides: string;
  /** How to add it, in one or two sentences. */
  readonly remedy: string;
  readonly effort: Effort;
  readonly references: readonly string[];
  find(facts: Facts): ArtifactFinding;
}
