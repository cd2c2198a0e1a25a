/**
 * From a verdict to a conclusion. Nothing fails by default: a check is `neutral` while artifacts are missing and
 * `success` when the target is met. Only what the owner lists under `fail` fails, and then what could not be determined
 * fails too, because GitHub lets a neutral check pass where it is required.
 */
import type { ArtifactId, MofClass } from "../evidence/artifacts/artifact.ts";
import { COMPONENTS, type MofLevel, rankOf } from "../frameworks/mof/catalogue.ts";
import { type MissingArtifact, type MofComponents, missingFor, stateOf } from "../frameworks/mof/state.ts";
import { type Code, inEnglish, type Said, say } from "../messages/said.ts";
import type { Policy } from "./policy.ts";

export interface Outcome {
  readonly isModelRepository: boolean;
  readonly components: MofComponents;
  readonly class: MofLevel;
  /** False when some of the tree could not be seen. */
  readonly complete: boolean;
  /** The class at the base of the comparison; left out where there is none, `undetermined` where it could not be evaluated. */
  readonly base?: MofLevel | "undetermined";
}

export interface Conclusion {
  readonly conclusion: "success" | "neutral" | "failure";
  /** False only where the owner's `fail` list demands more than was found: exactly when the conclusion is `failure`. */
  readonly met: boolean;
  /** Why, in sentences; the failing ones first. */
  readonly reasons: readonly string[];
  /** The same sentences with code and values. */
  readonly reasonsSaid: readonly Said[];
}

/** Concludes by the owner's policy. */
export function conclude(policy: Policy, outcome: Outcome): Conclusion {
  if (!outcome.isModelRepository && policy.model !== true) return concludeWithoutModel(policy, outcome);
  const target = policy.target ?? 3;
  const missing = missingFor(outcome.components, target);
  const isMet = outcome.class !== 0 && outcome.class <= target;
  const failures = failuresOf(policy, outcome, target, missing);
  if (failures.length > 0) return because("failure", failures);
  if (isMet) return because("success", [say("policy.targetMet", outcome.class || target)]);
  return because("neutral", [missedReason(target, missing)]);
}

const because = (conclusion: Conclusion["conclusion"], said: readonly Said[]): Conclusion => ({
  conclusion,
  met: conclusion !== "failure",
  reasons: said.map(inEnglish),
  reasonsSaid: said,
});

/** No model, nothing to ask for; but under enforcement a repository that cannot be seen, or stopped being one, fails. */
function concludeWithoutModel(policy: Policy, { complete, base }: Outcome): Conclusion {
  const failures: Said[] = [];
  if (policy.fail.includes("class-dropped") && base !== undefined && base !== 0) {
    failures.push(base === "undetermined" ? say("policy.baseUndetermined") : say("policy.classDropped", base, 0));
  }
  if (policy.fail.length > 0 && !complete) failures.push(say("policy.notAModelUncertain"));
  return failures.length > 0 ? because("failure", failures) : because("neutral", [say("policy.notAModel")]);
}

type OfNames = Extract<Code, `policy.${"restricted" | "unknown" | "unlicensed" | "undetermined"}`>;

function failuresOf(
  policy: Policy,
  outcome: Outcome,
  target: MofClass,
  missing: readonly MissingArtifact[],
): readonly Said[] {
  const { components, base } = outcome;
  const undetermined = missing.filter(({ why }) => why === "undetermined").map(({ id }) => id);
  const inState = (state: string): readonly ArtifactId[] =>
    COMPONENTS.map(({ id }) => id).filter((id) => stateOf(components[id]) === state);
  const failures: Said[] = [];
  const fail = (code: OfNames, ids: readonly ArtifactId[]): void => {
    const names = ids.map((id) => say(`artifact.${id}`));
    if (names.length > 0) failures.push(say(code, names));
  };

  if (policy.fail.includes("target-missed") && missing.length > 0) failures.push(missedReason(target, missing));
  if (policy.fail.includes("class-dropped") && base !== undefined) {
    if (base === "undetermined") failures.push(say("policy.baseUndetermined"));
    else if (rankOf(outcome.class) < rankOf(base)) failures.push(say("policy.classDropped", base, outcome.class));
  }
  if (policy.fail.includes("restricted-license")) {
    fail("policy.restricted", inState("restricted"));
    fail("policy.unknown", inState("unknown"));
  }
  if (policy.fail.includes("unlicensed")) fail("policy.unlicensed", inState("unlicensed"));
  if (policy.fail.includes("undetermined")) {
    fail("policy.undetermined", inState("undetermined"));
    if (!outcome.complete) failures.push(say("policy.blind"));
  } else if (policy.fail.some((rule) => rule === "restricted-license" || rule === "unlicensed")) {
    // What might be there under any license at all was demanded not to be restricted or unlicensed.
    fail("policy.undetermined", undetermined);
  }
  return failures;
}

function missedReason(target: MofClass, missing: readonly MissingArtifact[]): Said {
  const described = missing.map(({ id, why }) => say("policy.missing", say(`artifact.${id}`), say(`state.${why}`)));
  const isOpenQuestion = missing.every(({ why }) => why === "undetermined");
  return say(isOpenQuestion ? "policy.targetUndetermined" : "policy.targetMissed", target, described);
}
