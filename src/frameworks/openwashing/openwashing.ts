/** Whether the words that a release is praised with are those that its terms bear. */
import { say } from "../../messages/said.ts";
import type { Framework, FrameworkRule, Material, Outcome } from "../framework.ts";
import { openSourceCalls } from "./calls.ts";

const REFERENCES = [
  "MOF paper, section on open-washing",
  "OSI, Open Source AI Definition 1.0",
  "OSI, Open Source Definition, criteria 5 and 6",
];

const restricted: FrameworkRule = {
  id: "openwashing-restricted",
  title: "Open source is said of weights under an open license only",
  asks: "Where the documents call the model or its weights open source, is the weights' license open?",
  why: "Who reads open source expects to use, study, change and share the model for any purpose, and finds out about limits too late.",
  decides:
    "Front pages and model cards are read for sentences, in English, Japanese and Chinese, that call this model or its weights open source. Sentences about code, about other models, denials, plans, comparisons and quotations do not count. The rule fails where the license found for the final weights is known not to be open; where that license could not be told, nothing is said.",
  remedy:
    "Write open weights or source-available, with the license's name, or put the weights under an open license such as OpenMDW or Apache-2.0.",
  effort: "minutes",
  references: REFERENCES,
  finding: "warning",
  check: checkRestricted,
};

const weightsOnly: FrameworkRule = {
  id: "openwashing-weights-only",
  title: "Open source is said of more than weights",
  asks: "Where the documents call the model open source, is there more than weights?",
  why: "Without training code and data nobody can study how the model came to be, or make it again: open weights are less than an open source model.",
  decides:
    "It warns where documents call the model open source, its weights are under an open license, and neither training code, nor datasets, nor a data card, nor code that prepares data was found, while all of the tree was seen.",
  remedy: "Write open weights, or release training code and a data card or the datasets.",
  effort: "minutes",
  references: REFERENCES,
  finding: "notice",
  check: checkWeightsOnly,
};

export const openwashing: Framework = {
  id: "openwashing",
  title: "Openwashing",
  version: "2026-11",
  rules: [restricted, weightsOnly],
};

const outcome = (verdict: Outcome["verdict"], said: Outcome["said"], evidence: Outcome["evidence"] = []): Outcome => ({
  verdict,
  said,
  evidence,
});

function checkRestricted({ facts, components }: Material): Outcome {
  const { presence, license } = components["model-parameters-final"];
  const calls = openSourceCalls(facts);
  if (calls.length === 0) return outcome("not-applicable", say("openwashing.noCalls"));
  if (presence === "absent") return outcome("not-applicable", say("openwashing.noWeights"));
  if (presence === "undetermined" || license === null || license.open === null)
    return outcome("undetermined", say("openwashing.unknown"), calls);
  if (license.open) return outcome("pass", say("openwashing.borne"), calls);
  return outcome("fail", say("openwashing.restricted", license.id ?? say("claims.unnamed")), calls);
}

/** What a release has beside its weights where it shows how the model came to be. */
const ORIGINS = ["training-code", "datasets", "data-card", "data-preprocessing-code"] as const;

function checkWeightsOnly({ facts, components }: Material): Outcome {
  const { presence, license } = components["model-parameters-final"];
  const calls = openSourceCalls(facts);
  if (calls.length === 0) return outcome("not-applicable", say("openwashing.noCalls"));
  const areThere = presence === "in-repo" || presence === "linked";
  if (!areThere || license?.open !== true) return outcome("not-applicable", say("openwashing.noOpenWeights"));
  const origins = ORIGINS.map((id) => components[id].presence);
  if (origins.some((one) => one === "in-repo" || one === "linked"))
    return outcome("pass", say("openwashing.more"), calls);
  if (origins.includes("undetermined") || facts.blindSpots.length > 0)
    return outcome("undetermined", say("openwashing.originsUnknown"), calls);
  return outcome("warn", say("openwashing.weightsOnly"), calls);
}
