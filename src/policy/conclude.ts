/**
 * From a verdict to a conclusion. Nothing fails by default: a check is `neutral` while artifacts are missing and
 * `success` when the target is met. Only what the owner lists under `fail` and `frameworks` fails, and then what could not be determined
 * fails too, because GitHub lets a neutral check pass where it is required.
 */
import { ARTIFACT_IDS, type ArtifactId, type MofClass } from "../evidence/artifacts/artifact.ts";
import type { Verdict } from "../frameworks/framework.ts";
import { type MofLevel, rankOf } from "../frameworks/mof/catalogue.ts";
import { type MissingArtifact, type MofComponents, missingFor, stateOf } from "../frameworks/mof/state.ts";
import { type Code, inEnglish, type Said, say } from "../messages/said.ts";
import { type FailOn, isEnforced, type Policy } from "./policy.ts";
import { type WaiverOutcome, Waivers } from "./waivers.ts";

export interface Outcome {
  readonly isModelRepository: boolean;
  readonly components: MofComponents;
  readonly class: MofLevel;
  /** False when some of the tree could not be seen. */
  readonly complete: boolean;
  /** The class at the base of the comparison; left out where there is none, `undetermined` where it could not be evaluated. */
  readonly base?: MofLevel | "undetermined";
  /** What the license of an artifact, or what a license file covers, lost since the base. */
  readonly licenseLosses?: readonly LicenseLoss[];
  readonly findings?: readonly FoundFact[];
  /** What the frameworks came to, by their ids. */
  readonly frameworks?: Readonly<Record<string, JudgedFramework>>;
  /** Paths that an artifact and its license are found at. */
  readonly pathsOf?: (id: ArtifactId) => readonly string[];
  /** The day (UTC, YYYY-MM-DD) on which waivers are held against their expiry. */
  readonly today?: string | undefined;
}

export interface LicenseLoss {
  readonly of: { readonly artifacts: readonly ArtifactId[] } | { readonly file: string };
}

/** A framework as far as a conclusion needs it. */
export interface JudgedFramework {
  readonly verdict: Verdict;
  readonly requirements: readonly { readonly id: string; readonly verdict: Verdict; readonly becauseSaid: Said }[];
}

/** A finding as far as a conclusion needs it. */
export interface FoundFact {
  readonly rule: string;
  readonly level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly path?: string | undefined;
  readonly code?: string | undefined;
  readonly values?: Said["values"] | undefined;
}

export interface Conclusion {
  readonly conclusion: "success" | "neutral" | "failure";
  /** False only where the owner's `fail` list demands more than was found: exactly when the conclusion is `failure`. */
  readonly met: boolean;
  /** Why, in sentences; the failing ones first. */
  readonly reasons: readonly string[];
  /** The same sentences with code and values. */
  readonly reasonsSaid: readonly Said[];
  /** What became of the owner's waivers. */
  readonly waivers: readonly WaiverOutcome[];
}

/** Whether a conclusion depends on what it is compared with. */
export const comparesWithBase = ({ fail }: Pick<Policy, "fail">): boolean =>
  fail.includes("regression") || fail.includes("license-more-restrictive");

/** Concludes by the owner's policy. */
export function conclude(policy: Policy, outcome: Outcome): Conclusion {
  const waivers = new Waivers(policy, outcome.today);
  const because = (conclusion: Conclusion["conclusion"], said: readonly Said[]): Conclusion => ({
    conclusion,
    met: conclusion !== "failure",
    reasons: said.map(inEnglish),
    reasonsSaid: said,
    waivers: waivers.outcomes(),
  });
  if (!outcome.isModelRepository && policy.model !== true) {
    const failures = failuresWithoutModel(policy, outcome, waivers);
    return failures.length > 0 ? because("failure", failures) : because("neutral", [say("policy.notAModel")]);
  }
  const target = policy.target ?? 3;
  const missing = missingFor(outcome.components, target);
  const isMet = outcome.class !== 0 && outcome.class <= target;
  const failures = failuresOf(policy, outcome, target, missing, waivers);
  if (failures.length > 0) return because("failure", failures);
  if (isMet) return because("success", [say("policy.targetMet", outcome.class || target)]);
  return because("neutral", [missedReason(target, missing)]);
}

/** No model, nothing to ask for; but under enforcement a repository that cannot be seen, or stopped being one, fails. */
function failuresWithoutModel(policy: Policy, { complete, base }: Outcome, waivers: Waivers): readonly Said[] {
  const failures: Said[] = [];
  const isDropped = policy.fail.includes("regression") && base !== undefined && base !== 0;
  if (isDropped && !waivers.cover({ rules: ["regression"] }))
    failures.push(base === "undetermined" ? say("policy.baseUndetermined") : say("policy.classDropped", base, 0));
  if (isEnforced(policy) && !complete && !waivers.cover({ rules: ["undetermined"] }))
    failures.push(say("policy.notAModelUncertain"));
  return failures;
}

type OfNames = Extract<
  Code,
  `policy.${"restricted" | "unknown" | "unlicensed" | "undetermined" | "weights" | "licenses"}`
>;

const WEIGHTS: readonly ArtifactId[] = ["model-parameters-final", "model-parameters-intermediate"];
/** States in which nobody can say that the weights are free. */
const NOT_FREE: readonly string[] = ["restricted", "unknown", "unlicensed"];
/** Demands on licenses: they fail too where what is required could not be looked at. */
const ON_LICENSES: readonly FailOn[] = [
  "restricted-license",
  "unlicensed",
  "license-more-restrictive",
  "restricted-weights",
];

function failuresOf(
  policy: Policy,
  outcome: Outcome,
  target: MofClass,
  missing: readonly MissingArtifact[],
  waivers: Waivers,
): readonly Said[] {
  const { components, base, pathsOf = () => [] } = outcome;
  const demands = (rule: FailOn): boolean => policy.fail.includes(rule);
  const isFailing = (rule: FailOn, artifact: ArtifactId): boolean =>
    !waivers.cover({ rules: [rule], artifact, paths: pathsOf(artifact) });
  const inState = (...states: readonly string[]): readonly ArtifactId[] =>
    ARTIFACT_IDS.filter((id) => states.includes(stateOf(components[id])));
  const failures: Said[] = [];
  const fail = (rule: FailOn, code: OfNames, ids: readonly ArtifactId[]): void => {
    const names = ids.filter((id) => isFailing(rule, id)).map((id) => say(`artifact.${id}`));
    if (names.length > 0) failures.push(say(code, names));
  };

  if (demands("below-target")) {
    const failing = missing.filter(({ id }) => isFailing("below-target", id));
    if (failing.length > 0) failures.push(missedReason(target, failing));
  }
  if (demands("regression") && base !== undefined) {
    const isLower = base === "undetermined" || rankOf(outcome.class) < rankOf(base);
    if (isLower && !waivers.cover({ rules: ["regression"] }))
      failures.push(
        base === "undetermined" ? say("policy.baseUndetermined") : say("policy.classDropped", base, outcome.class),
      );
  }
  if (demands("license-more-restrictive")) failures.push(...licenseLosses(outcome, waivers, isFailing));
  if (demands("restricted-weights"))
    fail(
      "restricted-weights",
      "policy.weights",
      inState(...NOT_FREE).filter((id) => WEIGHTS.includes(id)),
    );
  if (demands("restricted-license")) {
    fail("restricted-license", "policy.restricted", inState("restricted"));
    fail("restricted-license", "policy.unknown", inState("unknown"));
  }
  if (demands("unlicensed")) fail("unlicensed", "policy.unlicensed", inState("unlicensed"));
  if (demands("openwashing")) {
    const told = (outcome.findings ?? []).filter((found) => isOpenwashing(found) && !isWaived(found, waivers));
    if (told.length > 0) failures.push(say("policy.openwashing", told.slice(0, 5).map(sentenceOf)));
  }
  failures.push(...frameworkFailures(policy, outcome, waivers));
  if (demands("undetermined")) {
    fail("undetermined", "policy.undetermined", inState("undetermined"));
    if (!outcome.complete && !waivers.cover({ rules: ["undetermined"] })) failures.push(say("policy.blind"));
  } else if (policy.fail.some((rule) => ON_LICENSES.includes(rule))) {
    // What might be there under any license at all was demanded not to be restricted or unlicensed.
    const unseen = missing.filter(({ why }) => why === "undetermined").map(({ id }) => id);
    fail("undetermined", "policy.undetermined", unseen);
  }
  return failures;
}

/** A framework that was not judged is one that could not be. */
function frameworkFailures({ frameworks }: Policy, outcome: Outcome, waivers: Waivers): readonly Said[] {
  return frameworks.flatMap((id): Said[] => {
    const judged = outcome.frameworks?.[id];
    if (judged === undefined) return waivers.cover({ rules: [id] }) ? [] : [say("policy.frameworkUnjudged", id, [])];
    if (!isUnmet(judged)) return [];
    const unmet = judged.requirements.filter((one) => isUnmet(one) && !waivers.cover({ rules: [id, one.id] }));
    if (unmet.length === 0) return [];
    return [
      say(
        unmet.some(({ verdict }) => verdict === "fail") ? "policy.frameworkUnmet" : "policy.frameworkUnjudged",
        id,
        unmet.slice(0, 8).map((one) => say("policy.requirement", one.id, one.becauseSaid)),
      ),
    ];
  });
}

const isUnmet = ({ verdict }: { readonly verdict: Verdict }): boolean =>
  verdict === "fail" || verdict === "undetermined";

function licenseLosses(
  { base, licenseLosses: losses = [] }: Outcome,
  waivers: Waivers,
  isFailing: (rule: FailOn, id: ArtifactId) => boolean,
): readonly Said[] {
  const rule = "license-more-restrictive";
  if (base === "undetermined") return waivers.cover({ rules: [rule] }) ? [] : [say("policy.licensesUndetermined")];
  const names = losses.flatMap(({ of }): (string | Said)[] => {
    if ("file" in of) return waivers.cover({ rules: [rule], paths: [of.file] }) ? [] : [of.file.slice(0, 200)];
    return of.artifacts.filter((id) => isFailing(rule, id)).map((id) => say(`artifact.${id}`));
  });
  return names.length > 0 ? [say("policy.licenses", names)] : [];
}

/** Words that claim more openness than the evidence shows: in documents, and in the claims of MOF files and badges. */
const CLAIMS: readonly string[] = [
  "mof-claim-restricted",
  "mof-claim-unlicensed",
  "mof-claim-class",
  "mof-badge-class",
];
const isOpenwashing = ({ rule, level }: FoundFact): boolean =>
  level !== "notice" && (rule.startsWith("openwashing") || CLAIMS.includes(rule));

const isWaived = ({ rule, path }: FoundFact, waivers: Waivers): boolean =>
  waivers.cover({ rules: ["openwashing", rule], ...(path === undefined ? {} : { paths: [path] }) });

const sentenceOf = ({ message, code, values = [] }: FoundFact): string | Said =>
  code === undefined ? message : { code, values };

function missedReason(target: MofClass, missing: readonly MissingArtifact[]): Said {
  const described = missing.map(({ id, why }) => say("policy.missing", say(`artifact.${id}`), say(`state.${why}`)));
  const isOpenQuestion = missing.every(({ why }) => why === "undetermined");
  return say(isOpenQuestion ? "policy.targetUndetermined" : "policy.targetMissed", target, described);
}
