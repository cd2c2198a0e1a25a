/** Whether the terms of an artifact are those that the Open Source AI Definition asks for. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { licenseFacts } from "../../license/catalogue.ts";
import { say } from "../../messages/said.ts";
import type { Material, Outcome, RuleEvidence } from "../framework.ts";
import { statesNoLicense } from "../freedoms/standing.ts";
import { placesOf } from "../looking.ts";

/** Families of which every version is approved. */
const APPROVED_FAMILY = /^LicenseRef-(?:GPL|LGPL|AGPL|BSD)-family$/;

/** What is asked of the terms: a license that the OSI approved (code), or terms that give the four freedoms (the rest). */
export type Asked = "approved" | "open";

/** Judges one artifact that is required: that it is there, and under terms as asked. */
export function judgeArtifact(id: ArtifactId, asked: Asked, material: Material): Outcome {
  const component = material.components[id];
  const { presence, license } = component;
  const name = say(`artifact.${id}`);
  const evidence = placesOf(component);
  if (presence === "absent") return { verdict: "fail", said: say("osaid.absent", name), evidence: [] };
  if (presence === "undetermined") return { verdict: "undetermined", said: say("osaid.unseen", name), evidence };
  if (license === null) {
    const isNone = presence === "in-repo" && statesNoLicense(material);
    return { verdict: isNone ? "fail" : "undetermined", said: say("osaid.unlicensed", name), evidence };
  }
  const licenseName = license.id?.slice(0, 80) ?? say("claims.unnamed");
  if (license.open === null)
    return { verdict: "undetermined", said: say("osaid.unknownTerms", name, licenseName), evidence };
  const source: RuleEvidence = { path: license.source.path, lines: license.source.lines ?? [1, 1] };
  if (!license.open)
    return { verdict: "fail", said: say("osaid.restricted", name, licenseName), evidence: [source, ...evidence] };
  const licenseId = license.id;
  const isApproved = licenseId !== null && (licenseFacts(licenseId).osi || APPROVED_FAMILY.test(licenseId));
  if (asked === "open" || isApproved)
    return {
      verdict: "pass",
      said: say(isApproved ? "osaid.approved" : "osaid.openTerms", name, licenseName),
      evidence,
    };
  return {
    verdict: "undetermined",
    said: say("osaid.notApproved", name, licenseName),
    evidence: [source, ...evidence],
  };
}
