/**
 * From a verdict to a conclusion. Nothing fails by default: a check is `neutral` while artifacts are missing and
 * `success` when the target is met. Only what the owner lists under `fail` fails, and then what could not be determined
 * fails too, because GitHub lets a neutral check pass where it is required.
 */
import type { ArtifactId, MofClass } from "../evidence/artifacts/artifact.ts";
import { COMPONENTS, type MofLevel, rankOf } from "../frameworks/mof/catalogue.ts";
import { type MissingArtifact, type MofComponents, missingFor, stateOf } from "../frameworks/mof/state.ts";
import { en } from "../messages/en.ts";
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
}

/** Concludes by the owner's policy. */
export function conclude(policy: Policy, outcome: Outcome): Conclusion {
  if (!outcome.isModelRepository && policy.model !== true) return concludeWithoutModel(policy, outcome);
  const target = policy.target ?? 3;
  const missing = missingFor(outcome.components, target);
  const isMet = outcome.class !== 0 && outcome.class <= target;
  const failures = failuresOf(policy, outcome, target, missing);
  if (failures.length > 0) return { conclusion: "failure", met: false, reasons: failures };
  if (isMet) return { conclusion: "success", met: true, reasons: [en.policy.targetMet(outcome.class || target)] };
  return { conclusion: "neutral", met: true, reasons: [missedReason(target, missing)] };
}

/** No model, nothing to ask for; but under enforcement a repository that cannot be seen, or stopped being one, fails. */
function concludeWithoutModel(policy: Policy, { complete, base }: Outcome): Conclusion {
  const failures: string[] = [];
  if (policy.fail.includes("class-dropped") && base !== undefined && base !== 0) {
    failures.push(base === "undetermined" ? en.policy.baseUndetermined : en.policy.classDropped(base, 0));
  }
  if (policy.fail.length > 0 && !complete) failures.push(en.policy.notAModelUncertain);
  if (failures.length > 0) return { conclusion: "failure", met: false, reasons: failures };
  return { conclusion: "neutral", met: true, reasons: [en.policy.notAModel] };
}

function failuresOf(
  policy: Policy,
  outcome: Outcome,
  target: MofClass,
  missing: readonly MissingArtifact[],
): readonly string[] {
  const { components, base } = outcome;
  const undetermined = missing.filter(({ why }) => why === "undetermined").map(({ id }) => id);
  const inState = (state: string): readonly ArtifactId[] =>
    COMPONENTS.map(({ id }) => id).filter((id) => stateOf(components[id]) === state);
  const failures: string[] = [];
  const say = (sentence: (names: readonly string[]) => string, ids: readonly ArtifactId[]): void => {
    if (ids.length > 0) failures.push(sentence(ids.map((id) => en.artifact[id])));
  };

  if (policy.fail.includes("target-missed") && missing.length > 0) failures.push(missedReason(target, missing));
  if (policy.fail.includes("class-dropped") && base !== undefined) {
    if (base === "undetermined") failures.push(en.policy.baseUndetermined);
    else if (rankOf(outcome.class) < rankOf(base)) failures.push(en.policy.classDropped(base, outcome.class));
  }
  if (policy.fail.includes("restricted-license")) {
    say(en.policy.restricted, inState("restricted"));
    say(en.policy.unknown, inState("unknown"));
  }
  if (policy.fail.includes("unlicensed")) say(en.policy.unlicensed, inState("unlicensed"));
  if (policy.fail.includes("undetermined")) {
    say(en.policy.undetermined, inState("undetermined"));
    if (!outcome.complete) failures.push(en.policy.blind);
  } else if (policy.fail.some((rule) => rule === "restricted-license" || rule === "unlicensed")) {
    // What might be there under any license at all was demanded not to be restricted or unlicensed.
    say(en.policy.undetermined, undetermined);
  }
  return failures;
}

function missedReason(target: MofClass, missing: readonly MissingArtifact[]): string {
  const described = missing.map(({ id, why }) => `${en.artifact[id]} ${en.state[why]}`);
  const isOpenQuestion = missing.every(({ why }) => why === "undetermined");
  return (isOpenQuestion ? en.policy.targetUndetermined : en.policy.targetMissed)(target, described);
}
