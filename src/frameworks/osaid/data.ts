/** Data information (OSAID 1.0): a complete description of the training data, and where they can be had. */
import { say } from "../../messages/said.ts";
import type { Material, Outcome } from "../framework.ts";
import { isThere, placesOf } from "../looking.ts";
import { ASPECTS, type Aspect, dataDescription, speaksOfData } from "./data-description.ts";
import { closedData } from "./data-words.ts";

/** Documents that may describe the data and are not read here. */
const PAPERS = ["technical-report", "research-paper"] as const;

/** Whether nothing was found that describes the data, and everything was looked at that could. */
function isNothing(material: Material): boolean {
  const { components, facts } = material;
  const absent = (["data-card", "datasets", ...PAPERS] as const).every((id) => components[id].presence === "absent");
  return absent && facts.blindSpots.length === 0 && !speaksOfData(facts);
}

/**
 * Whether the data were found under an open license that is theirs: a license that is stated in a folder speaks for what
 * lies in it, and not for data beside it.
 */
function areOpen({ components }: Material): boolean {
  const { license, evidence, presence } = components.datasets;
  if (!isThere(components.datasets) || license?.open !== true) return false;
  if (presence !== "in-repo") return true;
  const folder = license.source.path.split("/").slice(0, -1).join("/");
  return folder === "" || evidence.every(({ path }) => path === undefined || path.startsWith(`${folder}/`));
}

/** Whether all four aspects are described, a data card is there under an open license, and the data are as well. */
const isWhole = (material: Material, aspects: readonly Aspect[]): boolean =>
  ASPECTS.every((aspect) => aspects.includes(aspect)) &&
  isThere(material.components["data-card"]) &&
  material.components["data-card"].license?.open === true &&
  areOpen(material);

/** Item 1: whether the data are described, and under which terms. */
export function judgeDescription(material: Material): Outcome {
  const { aspects, places } = dataDescription(material.facts);
  const card = material.components["data-card"];
  const evidence = places.length > 0 ? places : placesOf(card);
  if (aspects.length === 0 && !isThere(card))
    return isNothing(material)
      ? { verdict: "fail", said: say("osaid.notDescribed"), evidence: [] }
      : { verdict: "undetermined", said: say("osaid.descriptionUnread"), evidence: [] };
  const found = aspects.map((aspect) => say(`dataAspect.${aspect}`));
  const lacking = ASPECTS.filter((aspect) => !aspects.includes(aspect)).map((aspect) => say(`dataAspect.${aspect}`));
  if (isThere(card) && card.license?.open === false)
    return {
      verdict: "fail",
      said: say("osaid.restricted", say("artifact.data-card"), card.license.id?.slice(0, 80) ?? say("claims.unnamed")),
      evidence,
    };
  if (isWhole(material, aspects) && closedData(material.facts).length === 0)
    return { verdict: "pass", said: say("osaid.described", found), evidence };
  return {
    verdict: "undetermined",
    said: found.length === 0 ? say("osaid.cardOnly") : say("osaid.partlyDescribed", found, lacking),
    evidence,
  };
}

/** Items 2 and 3: which of the four kinds the training data are of, and whether it is said where they can be had. */
export function judgeSources(material: Material): Outcome {
  const { components, facts } = material;
  const closed = closedData(facts);
  const datasets = components.datasets;
  const hasData = isThere(datasets);
  const isOpen = areOpen(material);
  const kinds = [
    ...(isOpen ? (["open"] as const) : []),
    ...(hasData && !isOpen ? (["public"] as const) : []),
    ...new Set(closed.map(({ kind }) => kind)),
  ];
  const names = kinds.map((kind) => say(`dataKind.${kind}`));
  const evidence = [...placesOf(datasets), ...closed.map(({ place }) => place)];
  if (kinds.length === 0)
    return isNothing(material)
      ? { verdict: "fail", said: say("osaid.noSources"), evidence: [] }
      : { verdict: "undetermined", said: say("osaid.sourcesUnread"), evidence: [] };
  if (closed.length > 0) return { verdict: "undetermined", said: say("osaid.closedKinds", names), evidence };
  const isListed = isThere(components["data-card"]);
  return isWhole(material, dataDescription(facts).aspects)
    ? { verdict: "pass", said: say("osaid.kinds", names), evidence }
    : { verdict: "undetermined", said: say(isListed ? "osaid.kindsListed" : "osaid.kindsUnlisted", names), evidence };
}
