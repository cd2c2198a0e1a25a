/**
 * What hosts say changes what an audit found, in one direction: what is for certain not there, or not for everybody, no
 * longer counts; a license that only the host states counts where the artifact is proven to be there. What could not be
 * looked at changes nothing.
 */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { ARTIFACT_IDS } from "../../evidence/artifacts/artifact.ts";
import { artifact } from "../../evidence/artifacts/index.ts";
import { checkpointFact } from "../../evidence/remote/checkpoints.ts";
import type { RemoteFact, RemoteFacts } from "../../evidence/remote/fact.ts";
import { requestFor, revisionsOf } from "../../evidence/remote/wanted.ts";
import { inEnglish, type SaidValue, say, told } from "../../messages/said.ts";
import { isTypeAppropriate, licenseFacts } from "../catalogue.ts";
import { FREEDOMS } from "../clauses/rule.ts";
import { isKnown, type Lines, type Place, type RemoteComponent, restrict } from "./component.ts";
import { type KnownLicense, statedAs } from "./stated.ts";

export interface RemoteFinding {
  readonly rule: "remote-missing" | "remote-gated" | "remote-incomplete" | "remote-license-differs";
  readonly level: "notice" | "warning";
  readonly message: string;
  readonly code: string;
  readonly values: readonly SaidValue[];
  readonly path: string;
  readonly lines: Lines;
}

const WEIGHTS: readonly ArtifactId[] = ["model-parameters-final", "model-parameters-intermediate"];
/** Artifacts that a page shows whether or not the files behind it are for everybody. */
const ON_THE_PAGE: readonly ArtifactId[] = ["model-card", "data-card"];
/** What a fact must be about for its license to be the artifact's. */
const LICENSES: Readonly<Record<string, readonly ArtifactId[]>> = {
  "hf-model": WEIGHTS,
  "modelscope-model": WEIGHTS,
  "hf-dataset": ["datasets", "evaluation-data"],
  "modelscope-dataset": ["datasets", "evaluation-data"],
  arxiv: ["research-paper", "technical-report"],
  zenodo: [...WEIGHTS, "datasets", "evaluation-data", "research-paper", "technical-report"],
};

/** Changes the components by the facts, and tells what was found. */
export function applyRemote(components: Record<ArtifactId, RemoteComponent>, facts: RemoteFacts): RemoteFinding[] {
  const findings = new Map<string, RemoteFinding>();
  const tell = (finding: RemoteFinding): void => {
    const key = `${finding.rule} ${finding.message}`;
    if (!findings.has(key)) findings.set(key, finding);
  };
  for (const id of ARTIFACT_IDS) {
    const component = components[id];
    if (component.presence !== "linked") continue;
    for (const item of component.evidence) {
      const request = item.url === undefined ? undefined : requestFor(item.url);
      const page = request === undefined ? undefined : facts.of(request);
      if (request === undefined || page === undefined) continue;
      const revisions = id === "model-parameters-intermediate" ? revisionsOf(request) : undefined;
      const fact = revisions === undefined ? page : checkpointFact(page, facts.of(revisions));
      item.remote = fact;
      const place = item.writtenAt;
      if (place !== undefined) tellState(id, fact, place, tell);
    }
    withAccess(id, component);
    withLicense(id, component, tell);
  }
  return [...findings.values()];
}

type Tell = (finding: RemoteFinding) => void;

function tellState(id: ArtifactId, fact: RemoteFact, { path, lines }: Place, tell: Tell): void {
  const reason = say(`remoteReason.${fact.reason}`);
  const at = { path, lines } as const;
  if (fact.state === "missing")
    tell({ rule: "remote-missing", level: "warning", ...told("remote.missing", fact.url, reason), ...at });
  if (fact.state === "gated" && !ON_THE_PAGE.includes(id))
    tell({ rule: "remote-gated", level: "warning", ...told("remote.gated", fact.url, reason), ...at });
  if (fact.state === "incomplete" && !ON_THE_PAGE.includes(id))
    tell({ rule: "remote-incomplete", level: "warning", ...told("remote.incomplete", fact.url, reason), ...at });
}

/** A link that leads nowhere is none; where all that is left is gated, not everybody may have the artifact. */
function withAccess(id: ArtifactId, component: RemoteComponent): void {
  const remotes = component.evidence.map(({ remote }) => remote);
  const isGone = (fact: RemoteFact | undefined): boolean =>
    fact?.state === "missing" || (fact?.state === "incomplete" && !ON_THE_PAGE.includes(id));
  const left = remotes.filter((fact) => !isGone(fact));
  const first = remotes[0];
  if (left.length === 0 && first !== undefined) {
    component.presence = "absent";
    component.license = null;
    component.openness = "unlicensed";
    const said = say("remote.notThere", first.url, say(`remoteReason.${first.reason}`));
    component.because = inEnglish(said);
    component.becauseSaid = said;
    return;
  }
  const [gate] = left;
  const isGated = left.every((fact) => fact?.state === "gated") && !ON_THE_PAGE.includes(id);
  if (!isGated || gate === undefined || component.openness === "unlicensed") return;
  restrict(component, ["registration-required"], say("remote.gated", gate.url, say(`remoteReason.${gate.reason}`)));
}

/** What hosts state about what is proven to be there: the strictest of it where the repository states nothing or something looser. */
function withLicense(id: ArtifactId, component: RemoteComponent, tell: Tell): void {
  const stated = component.evidence.flatMap(({ remote, writtenAt }) => {
    const isAbout = remote !== undefined && isKnown(remote) && LICENSES[remote.kind]?.includes(id) === true;
    const known = isAbout ? statedAs(remote.license) : undefined;
    return known === undefined || remote === undefined || writtenAt === undefined ? [] : [{ known, remote, writtenAt }];
  });
  const strictest =
    stated.find(({ known }) => known.open === false) ?? stated.find(({ known }) => known.open === null) ?? stated[0];
  if (strictest === undefined) return;
  const { known, remote, writtenAt } = strictest;
  const own = component.license;
  if (own === null) {
    // All of what is linked must be under a license that its host states: one link's says nothing of another's.
    const isAll = component.evidence.every(
      ({ remote: fact }) => fact?.state === "verified" && statedAs(fact.license) !== undefined,
    );
    if (!isAll || component.presence !== "linked") return;
    component.license = licenseOf(id, known, remote, writtenAt);
    component.openness = known.open === true ? "open" : known.open === false ? "restricted" : "unknown";
    return;
  }
  if (own.open !== true || known.open !== false) return;
  const said = told("remote.licenseDiffers", own.id ?? "", remote.url, known.id);
  tell({ rule: "remote-license-differs", level: "warning", ...said, ...writtenAt });
  restrict(component, licenseFacts(known.id).limits, said);
  own.open = false;
}

function licenseOf(
  id: ArtifactId,
  { id: license, open }: KnownLicense,
  remote: RemoteFact,
  { path, lines }: Place,
): NonNullable<RemoteComponent["license"]> {
  const quote = `${license} (${remote.host})`;
  return {
    id: license,
    open,
    restrictions: licenseFacts(license).limits.map((category) => ({
      category,
      freedoms: [...FREEDOMS[category]],
      quote,
    })),
    source: { path, lines: [...lines] },
    scope: "host",
    typeAppropriate: isTypeAppropriate(license, artifact(id).type, "mof"),
  };
}
