/** Which of the four words of TRUE a release shows, from what the rules on each of them found. */
import { say } from "../../messages/said.ts";
import type { Material, Outcome } from "../framework.ts";
import { outcome } from "../looking.ts";

type Check = (material: Material) => Outcome;
/** The words, each with the checks that stand for it. */
export type Letters = readonly (readonly [
  letter: "transparent" | "reproducible" | "understandable" | "executable",
  checks: readonly Check[],
])[];

type State = "shown" | "partly" | "missing" | "unseen" | "none";

/**
 * The source names four words and no threshold, so that each is told by itself: shown where all that applies is there,
 * in part where some is, not shown where none is. What could not be looked at is no lack.
 */
export const checkLetters =
  (letters: Letters): Check =>
  (material) => {
    const states = letters.map(
      ([letter, checks]) => [letter, stateOf(checks.map((check) => check(material)))] as const,
    );
    const named = (state: State) =>
      states.filter(([, one]) => one === state).map(([letter]) => say(`trueLetter.${letter}`));
    const [shown, partly, missing, unseen] = [named("shown"), named("partly"), named("missing"), named("unseen")];
    const said = say("true.letters", shown, partly, missing, unseen);
    if (missing.length + partly.length === 0 && unseen.length > 0) return outcome("undetermined", said);
    if (missing.length + partly.length === 0) return outcome("pass", said);
    return outcome(shown.length + partly.length > 0 || unseen.length > 0 ? "warn" : "fail", said);
  };

function stateOf(outcomes: readonly Outcome[]): State {
  const verdicts = outcomes.map(({ verdict }) => verdict).filter((verdict) => verdict !== "not-applicable");
  if (verdicts.length === 0) return "none";
  if (verdicts.every((verdict) => verdict === "pass")) return "shown";
  if (verdicts.includes("pass")) return "partly";
  if (verdicts.includes("undetermined")) return "unseen";
  return "missing";
}

/** A check whose outcome is kept, since the four words ask for it again. */
export function once(check: Check): Check {
  const kept = new WeakMap<Material, Outcome>();
  return (material) => {
    const known = kept.get(material) ?? check(material);
    kept.set(material, known);
    return known;
  };
}
