/**
 * SARIF 2.1.0 (OASIS, errata 01) for code scanning: what GitHub needs of it is in its "SARIF support for code scanning".
 * The file tells what keeps the release from being open, not what is fine.
 */
import { visible } from "../markdown/escape.ts";
import type { Report } from "../schema.ts";
import { type FormatContext, timestampOf } from "./context.ts";
import { jsonText } from "./json-text.ts";
import { type SarifLocation, sarifResults } from "./sarif/results.ts";
import { sarifRules } from "./sarif/rules.ts";
import { gitId, relativeUri, repositoryUrl } from "./subject.ts";

/** The file, without a line break at the end. */
export function sarifFace(report: Report, context: FormatContext): string {
  const rules = sarifRules(report);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const within = relativeUri(context.within ?? "");
  const results = sarifResults(report).map((result) => {
    const ruleIndex = indexes.get(result.ruleId);
    const placed = within === undefined ? result : { ...result, locations: result.locations.map(placedIn(within)) };
    return ruleIndex === undefined ? placed : { ...placed, ruleIndex };
  });
  return jsonText({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "openness",
            semanticVersion: visible(report.tool.version, 40),
            rules,
            properties: { rulesVersion: visible(report.tool.rules, 40) },
          },
        },
        // The slash says that no run of another kind belongs to this category (SARIF, section 3.17.3).
        automationDetails: { id: "openness/" },
        originalUriBaseIds: {
          "%SRCROOT%": { description: { text: "The root of the repository, or else of the audited tree." } },
        },
        ...provenanceOf(report, context),
        invocations: [
          {
            executionSuccessful: true,
            endTimeUtc: timestampOf(context.created),
            toolExecutionNotifications: report.subject.blindSpots.slice(0, 100).map((spot) => ({
              level: "warning",
              message: { text: visible(spot, 600) || "Something was not seen." },
            })),
          },
        ],
        results,
        columnKind: "unicodeCodePoints",
      },
    ],
  });
}

/** The same place as seen from the repository that the audited folder lies in: code scanning knows no other root. */
const placedIn =
  (folder: string) =>
  ({ physicalLocation }: SarifLocation): SarifLocation => {
    const { artifactLocation } = physicalLocation;
    const uri = `${folder}/${artifactLocation.uri}`;
    return { physicalLocation: { ...physicalLocation, artifactLocation: { ...artifactLocation, uri } } };
  };

function provenanceOf(report: Report, context: FormatContext): object {
  const repositoryUri = repositoryUrl(report, context);
  const revisionId = gitId(report.subject.commit);
  if (repositoryUri === undefined || revisionId === undefined) return {};
  return { versionControlProvenance: [{ repositoryUri, revisionId, mappedTo: { uriBaseId: "%SRCROOT%" } }] };
}
