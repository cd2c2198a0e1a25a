/** Whether what a release gives can be taken back, or its terms be changed, later. */
import { ARTIFACT_IDS } from "../../evidence/artifacts/artifact.ts";
import { say } from "../../messages/said.ts";
import type { Material, Outcome, RuleEvidence } from "../framework.ts";
import { changingClauses, clausePlaces } from "./clauses.ts";
import { someOf } from "./some-of.ts";

const MOST_PLACES = 10;

/** Words of a clause by which the owner keeps a hold on what was released, though not by revoking the license at will. */
const HOLD = /remotely|otherwise restrict|in violation/i;

/** Fails where a license says that it can be revoked; warns where use may be restricted, or terms or a policy may change. */
export function judgeLasting(material: Material): Outcome {
  const there = ARTIFACT_IDS.map((id) => ({ id, component: material.components[id] })).filter(
    ({ component: { presence } }) => presence === "in-repo" || presence === "linked",
  );
  if (there.length === 0) return { verdict: "not-applicable", said: say("freedoms.nothing"), evidence: [] };
  const withClause = there.flatMap(({ id, component }) => {
    const clause = component.license?.restrictions.find(({ category }) => category === "revocable");
    return clause === undefined ? [] : [{ id, component, isHold: HOLD.test(clause.quote) }];
  });
  const revocable = withClause.filter(({ isHold }) => !isHold);
  const places = distinct(withClause.flatMap(({ component }) => clausePlaces(component, ["revocable"], material)));
  if (revocable.length > 0)
    return {
      verdict: "fail",
      said: say("freedoms.revocable", someOf(revocable.map(({ id }) => id))),
      evidence: places,
    };
  if (withClause.length > 0)
    return { verdict: "warn", said: say("freedoms.held", someOf(withClause.map(({ id }) => id))), evidence: places };
  const changing = changingClauses(material);
  if (changing.length > 0) return { verdict: "warn", said: say("freedoms.changing"), evidence: distinct(changing) };
  const untold = there.filter(({ component: { license } }) => license?.open !== true);
  return untold.length === 0
    ? { verdict: "pass", said: say("freedoms.lasting", there.length), evidence: [] }
    : {
        verdict: "undetermined",
        said: say("freedoms.lastingUnknown", someOf(untold.map(({ id }) => id))),
        evidence: [],
      };
}

const distinct = (places: readonly RuleEvidence[]): readonly RuleEvidence[] =>
  [...new Map(places.map((place) => [`${place.path}:${place.lines[0]}`, place])).values()].slice(0, MOST_PLACES);
