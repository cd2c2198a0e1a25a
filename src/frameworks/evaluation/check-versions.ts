/** Judges whether a run of the evaluation is fixed: each requirement is met, not met, or could not be looked up. */
import { type Said, say } from "../../messages/said.ts";
import type { Material, Outcome, RuleEvidence } from "../framework.ts";
import { hasReadAllCode, isThere, outcome, placesOf } from "../looking.ts";
import { environmentOf } from "../true/environment.ts";
import { harnessesUsed } from "./harnesses.ts";
import { resultScores } from "./read-results.ts";
import { pinsOf } from "./versions.ts";

type Judged = Pick<Material, "facts" | "components">;

interface Requirement {
  readonly named: Said;
  /** Where it is met; undefined where that was not found. */
  readonly place: RuleEvidence | undefined;
  /** Shown where it is met: a version, or the place. */
  readonly shown: string | undefined;
}

/** Harness, tasks, seeds and weights, each with where it is fixed. */
export function checkVersions({ facts, components }: Judged): Outcome {
  const { "evaluation-results": results, "evaluation-code": code, "model-parameters-final": weights } = components;
  if (results.presence === "absent" && code.presence === "absent")
    return outcome("not-applicable", say("evaluation.nothing"));
  const pins = pinsOf(facts);
  const harness = harnessVersion({ facts, components });
  const own = weights.presence === "in-repo" ? placesOf(weights)[0] : undefined;
  const requirements: readonly Requirement[] = [
    { named: say("evaluation.pinHarness"), ...harness },
    placed(say("evaluation.pinTasks"), pins.get("tasks")),
    placed(say("evaluation.pinSeeds"), pins.get("seeds")),
    // Weights in the tree are fixed by its own commit.
    placed(say("evaluation.pinModel"), pins.get("model") ?? own),
  ];
  const isUnseen = !hasReadAllCode(facts) || resultScores(facts).unread.length > 0;
  const told = requirements.map(({ named, place, shown }) => {
    if (place !== undefined) return say("evaluation.met", named, shown ?? `${place.path}:${place.lines[0]}`);
    return isUnseen ? say("evaluation.unseen", named) : say("evaluation.notMet", named);
  });
  const places = requirements.flatMap(({ place }) => (place === undefined ? [] : [place]));
  const isMet = places.length === requirements.length;
  return outcome(isMet ? "pass" : isUnseen ? "undetermined" : "warn", say("evaluation.requirements", told), places);
}

const placed = (named: Said, place: RuleEvidence | undefined): Requirement => ({ named, place, shown: undefined });

/** The version of a harness, the environment of runs where it is pinned, or evaluation code of the release's own, which its commit fixes. */
function harnessVersion({ facts, components }: Judged): Pick<Requirement, "place" | "shown"> {
  const used = harnessesUsed(facts);
  const versioned = used.find(({ version }) => version !== undefined);
  if (versioned !== undefined)
    return { place: versioned.places[0], shown: `${versioned.name} ${versioned.version ?? ""}` };
  const { locked, pinned, ofRuns, open } = environmentOf(facts);
  const environment = ofRuns ? (locked[0] ?? (open.length === 0 ? pinned[0] : undefined)) : undefined;
  const code = components["evaluation-code"];
  const own = used.length === 0 && code.presence === "in-repo" && isThere(code) ? placesOf(code)[0] : undefined;
  return { place: environment ?? own, shown: undefined };
}
