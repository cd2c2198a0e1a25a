/**
 * The Model Openness Tool's evaluation, reproduced so that the number equals what its site shows. The rule is that of
 * its `ModelEvaluator` (commit 8b5d30e): a class is reached when every required component of it and of the classes below
 * is listed with an open license; a class has no progress until the one below is complete.
 */
import type { ArtifactId, MofClass } from "../../evidence/artifacts/artifact.ts";
import { isOpen, isTypeAppropriate } from "../../license/catalogue.ts";
import {
  CLASS_LABELS,
  CLASSES_UPWARD,
  componentKind,
  type MofComponentKind,
  type MofLevel,
  optionalUpTo,
  type Progress,
  requiredUpTo,
} from "./catalogue.ts";
import type { MofFile } from "./file.ts";

export interface MotBuckets {
  readonly missing: ArtifactId[];
  readonly included: ArtifactId[];
  readonly invalid: ArtifactId[];
  readonly unlicensed: ArtifactId[];
  readonly optional: ArtifactId[];
}

export interface MotEvaluation {
  readonly class: MofLevel;
  readonly label: string;
  /** Per cent of each class, not rounded. */
  readonly progress: Progress;
  readonly evaluation: Readonly<Record<MofClass, MotBuckets>>;
  /** Open, but under a license that the tool finds unfitting for code, data or a document. */
  readonly notTypeAppropriate: readonly ArtifactId[];
}

/** Which components are listed, and under which license each stands; no license is `undefined`. */
export type MotInput = ReadonlyMap<ArtifactId, string | undefined>;

const REPORT: ArtifactId = "technical-report";
const PAPER: ArtifactId = "research-paper";

/** Evaluates a MOF file as the Model Openness Tool does. */
export function evaluateMot(file: MofFile): MotEvaluation {
  return evaluateListed(new Map(file.components.map(({ id }) => [id, resolveLicense(file, id)])));
}

/**
 * The license of a listed component: its own, else its type's, else the distribution's. An explicit `unlicensed` or
 * empty string ends the search (Model Openness Tool, README, "Licenses", and its `resolveLicense`).
 */
export function resolveLicense(file: MofFile, id: ArtifactId): string | undefined {
  const own = file.components.findLast((component) => component.id === id)?.license;
  const stated =
    own ?? [file.license[componentKind(id).type]?.name, file.license.distribution?.name].find((name) => !isEmpty(name));
  return stated === undefined || isEmpty(stated) || stated === "unlicensed" ? undefined : stated;
}

/** The tool is written in PHP, where "0" is empty as well. */
const isEmpty = (name: string | undefined): boolean => name === undefined || name === "" || name === "0";

/** Evaluates a list of components with their licenses as the Model Openness Tool does. */
export function evaluateListed(listed: MotInput): MotEvaluation {
  const notTypeAppropriate: ArtifactId[] = [];
  const evaluation = {
    3: bucketsOf(3, listed, notTypeAppropriate),
    2: bucketsOf(2, listed, notTypeAppropriate),
    1: bucketsOf(1, listed, notTypeAppropriate),
  };
  letPaperStandIn(evaluation);
  const progress = {
    1: progressOf(evaluation, 1),
    2: progressOf(evaluation, 2),
    3: progressOf(evaluation, 3),
  };
  const reached = CLASSES_UPWARD.findLast((mofClass) => progress[mofClass] === 100) ?? 0;
  return { class: reached, label: CLASS_LABELS[reached], progress, evaluation, notTypeAppropriate };
}

function bucketsOf(mofClass: MofClass, listed: MotInput, notTypeAppropriate: ArtifactId[]): MotBuckets {
  const buckets: MotBuckets = { missing: [], included: [], invalid: [], unlicensed: [], optional: [] };
  const sort = (component: MofComponentKind, open: ArtifactId[]): void => {
    const { id, type } = component;
    if (!listed.has(id)) {
      if (component.required) buckets.missing.push(id);
      return;
    }
    const license = listed.get(id);
    if (license === undefined) buckets.unlicensed.push(id);
    else if (!isOpen(license, "mot")) buckets.invalid.push(id);
    else {
      open.push(id);
      if (!isTypeAppropriate(license, type, "mot") && !notTypeAppropriate.includes(id)) notTypeAppropriate.push(id);
    }
  };
  for (const component of requiredUpTo(mofClass)) sort(component, buckets.included);
  for (const component of optionalUpTo(mofClass)) sort(component, buckets.optional);
  return buckets;
}

/** A listed research paper takes the technical report's place in Classes III and II, with the paper's own outcome. */
function letPaperStandIn(evaluation: Readonly<Record<MofClass, MotBuckets>>): void {
  if (evaluation[3].included.includes(REPORT)) return;
  const outcome = (["included", "invalid", "unlicensed"] as const).find((key) => evaluation[1][key].includes(PAPER));
  if (outcome === undefined) return;
  for (const mofClass of CLASSES_UPWARD) {
    const { missing } = evaluation[mofClass];
    if (missing.includes(REPORT)) missing.splice(missing.indexOf(REPORT), 1);
  }
  evaluation[3][outcome].push(PAPER);
  evaluation[2][outcome].push(PAPER);
}

function progressOf(evaluation: Readonly<Record<MofClass, MotBuckets>>, mofClass: MofClass): number {
  for (const below of CLASSES_UPWARD.filter((other) => other > mofClass)) {
    if (evaluation[below].included.length < requiredUpTo(below).length) return 0;
  }
  const { included } = evaluation[mofClass];
  // In Class I the paper is required anyway, so one that stands in for the report leaves one component fewer to ask for.
  const standsIn = mofClass === 1 && !included.includes(REPORT) && included.includes(PAPER);
  const asked = requiredUpTo(mofClass).length - (standsIn ? 1 : 0);
  return (included.length / asked) * 100;
}
