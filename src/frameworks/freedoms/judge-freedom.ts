/** One freedom over all artifacts of a release, and what is said of it. */
import { ARTIFACT_IDS, type ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { licenseFacts } from "../../license/catalogue.ts";
import type { Freedom, RestrictionCategory } from "../../license/license.ts";
import { type Said, say } from "../../messages/said.ts";
import type { ArtifactVerdict, JudgedComponent, Material, Outcome, RuleEvidence, Verdict } from "../framework.ts";
import { clausePlaces } from "./clauses.ts";
import { someOf } from "./some-of.ts";
import { type Standing, standingOf, statesNoLicense } from "./standing.ts";

interface Judged {
  readonly id: ArtifactId;
  readonly standing: Standing;
}

const VERDICTS: Readonly<Record<Standing["is"], Verdict>> = {
  given: "pass",
  partly: "warn",
  unknown: "undetermined",
  withheld: "fail",
  limited: "fail",
};
const MOST_PLACES = 10;

/** Whether a release gives a freedom: what one license takes, no other license gives back. */
export function judgeFreedom(freedom: Freedom, material: Material): Outcome {
  const { components } = material;
  const unlicensed = statesNoLicense(material);
  const all = ARTIFACT_IDS.flatMap((id): Judged[] => {
    const standing = standingOf(components[id], freedom, unlicensed);
    return standing === undefined ? [] : [{ id, standing }];
  });
  const name = say(`freedom.${freedom}`);
  if (all.length === 0) return { verdict: "not-applicable", said: say("freedoms.nothing"), evidence: [] };
  const artifacts = all.map(({ id, standing }): ArtifactVerdict => ({ id, verdict: VERDICTS[standing.is] }));
  const verdict = (["fail", "undetermined", "warn"] as const).find((one) =>
    artifacts.some((artifact) => artifact.verdict === one),
  );
  if (verdict === undefined)
    return { verdict: "pass", said: say("freedoms.given", name, all.length), evidence: [], artifacts };
  return {
    verdict,
    said: say("freedoms.all", name, sentencesOf(all, material)),
    evidence: placesOf(all, material),
    artifacts,
  };
}

function sentencesOf(all: readonly Judged[], { components }: Material): readonly Said[] {
  const of = (...is: readonly Standing["is"][]): readonly Judged[] =>
    all.filter(({ standing }) => is.includes(standing.is));
  const names = (judged: readonly Judged[]): readonly Said[] => someOf(judged.map(({ id }) => id));
  const [withheld, unknown, given] = [of("withheld"), of("unknown"), of("given")];
  return [
    ...groups(of("limited"), components).map(({ ids, license, by }) =>
      say("freedoms.limited", names(ids), license, by.map(limitSaid)),
    ),
    ...groups(of("partly"), components).map(({ ids, license, by }) =>
      say("freedoms.partly", names(ids), license, by.map(limitSaid)),
    ),
    ...(withheld.length === 0 ? [] : [say("freedoms.withheld", names(withheld))]),
    ...(unknown.length === 0 ? [] : [say("freedoms.unknown", names(unknown))]),
    ...(given.length === 0 ? [] : [say("freedoms.rest", given.length)]),
  ];
}

/** What a clause takes, and from whom. */
const limitSaid = (category: RestrictionCategory): Said =>
  say("freedoms.limit", say(`restriction.${category}`), say(`whom.${category}`));

interface Group {
  readonly ids: readonly Judged[];
  readonly license: string | Said;
  readonly by: readonly RestrictionCategory[];
}

/** Artifacts under the same license with the same limits are told in one sentence. */
function groups(judged: readonly Judged[], components: Material["components"]): readonly Group[] {
  const found = new Map<string, { ids: Judged[]; license: string | Said; by: readonly RestrictionCategory[] }>();
  for (const one of judged) {
    const { standing } = one;
    if (standing.is !== "limited" && standing.is !== "partly") continue;
    const { license } = components[one.id];
    const key = `${license?.id} ${license?.source.path} ${standing.by.join(" ")}`;
    const group = found.get(key) ?? { ids: [], license: nameOf(license), by: standing.by };
    group.ids.push(one);
    found.set(key, group);
  }
  return [...found.values()];
}

/** A file may hold an open license and terms that limit: then the file is named, and not the license. */
function nameOf(license: JudgedComponent["license"]): string | Said {
  if (license === null || license.id === null) return say("claims.unnamed");
  return licenseFacts(license.id).open === true
    ? say("freedoms.termsIn", license.source.path.slice(0, 200))
    : license.id.slice(0, 80);
}

function placesOf(all: readonly Judged[], material: Material): readonly RuleEvidence[] {
  const places = all.flatMap(({ id, standing }) =>
    standing.is === "limited" || standing.is === "partly"
      ? clausePlaces(material.components[id], standing.by, material)
      : [],
  );
  const seen = new Map(places.map((place) => [`${place.path}:${place.lines[0]}-${place.lines[1]}`, place]));
  return [...seen.values()].slice(0, MOST_PLACES);
}
