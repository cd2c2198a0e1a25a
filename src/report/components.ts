/** The 17 artifacts as the report tells them: what was found, and under which license. */
import type { ArtifactFinding, ArtifactId } from "../evidence/artifacts/artifact.ts";
import { ARTIFACTS } from "../evidence/artifacts/index.ts";
import { takenBecause } from "../evidence/artifacts/shared/reasons.ts";
import { swhidOf } from "../evidence/swhid.ts";
import type { Restriction } from "../license/license.ts";
import type { LicenseEvidence } from "../license/scope/collect.ts";
import { resolveLicense } from "../license/scope/resolve.ts";
import { inEnglish, type Said, say } from "../messages/said.ts";
import type { ComponentReport, RestrictionReport } from "./schema.ts";

/**
 * Puts each artifact's finding and license together as the report tells them.
 * @param unseen what could not be looked at; a license that was not found is then not called missing
 */
export function componentsOf(
  findings: Readonly<Record<ArtifactId, ArtifactFinding>>,
  licenses: LicenseEvidence,
  unseen: Said | undefined,
): Record<ArtifactId, ComponentReport> {
  return Object.fromEntries(
    ARTIFACTS.map(({ id }): [ArtifactId, ComponentReport] => {
      const finding = findings[id];
      const license = resolveLicense(id, finding, licenses);
      return [
        id,
        {
          presence: finding.presence,
          evidence: finding.evidence.map((evidence) =>
            "path" in evidence
              ? {
                  path: evidence.path,
                  ...(evidence.lines === undefined ? {} : { lines: [...evidence.lines] as [number, number] }),
                  ...(evidence.sha === undefined ? {} : { sha: evidence.sha, ...contentOf(evidence.sha) }),
                  rule: evidence.rule,
                }
              : {
                  url: evidence.url,
                  writtenAt: {
                    path: evidence.writtenAt.path,
                    lines: [...evidence.writtenAt.lines] as [number, number],
                  },
                  rule: evidence.rule,
                },
          ),
          ...becauseOf(finding),
          ...noteOf(finding, license !== null, unseen),
          license:
            license === null
              ? null
              : {
                  id: license.id,
                  open: license.open,
                  restrictions: license.restrictions.map(toRestriction),
                  source: { path: license.source.path, lines: [...license.source.lines] },
                  scope: license.scope,
                  typeAppropriate: license.typeAppropriate,
                },
          openness: opennessOf(license, isThere(finding) ? unseen : undefined),
          verdict: "undetermined",
        },
      ];
    }),
  ) as Record<ArtifactId, ComponentReport>;
}

const isThere = ({ presence }: Pick<ArtifactFinding, "presence">): boolean =>
  presence === "in-repo" || presence === "linked";

/** A license that was not found is none only where everything could be looked at. */
function opennessOf(license: { readonly open: boolean | null } | null, unseen: Said | undefined) {
  if (license === null) return unseen === undefined ? "unlicensed" : "unknown";
  if (license.open === null) return "unknown";
  return license.open ? "open" : "restricted";
}

/** What a reader should know beside it; where no license was found, whether one may lie where nobody could look. */
function noteOf({ presence, note, noteSaid }: ArtifactFinding, isLicensed: boolean, unseen: Said | undefined) {
  if (note !== undefined) return { note, ...(noteSaid === undefined ? {} : { noteSaid }) };
  if (isLicensed || unseen === undefined || !isThere({ presence })) return {};
  const said = say("note.licenseUnseen", unseen);
  return { note: inEnglish(said), noteSaid: said };
}

/** The reason of the evidence that decided, or why there is none. */
function becauseOf({ presence, evidence, noteSaid }: ArtifactFinding): { because: string; becauseSaid: Said } {
  const [first] = evidence;
  const said =
    presence === "undetermined"
      ? (noteSaid ?? say("because.undetermined"))
      : first === undefined
        ? say("because.absent")
        : takenBecause(first.rule);
  return { because: inEnglish(said), becauseSaid: said };
}

/** A clause as the report carries it. */
export function toRestriction({ category, freedoms, quote, lines }: Restriction): RestrictionReport {
  return { category, freedoms: [...freedoms], quote, lines: [lines[0], lines[1]] };
}

function contentOf(sha: string): { swhid?: string } {
  const swhid = swhidOf("cnt", sha);
  return swhid === undefined ? {} : { swhid };
}
