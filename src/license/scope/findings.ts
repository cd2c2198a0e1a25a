import type { Facts } from "../../evidence/facts.ts";
import type { LicenseEvidence } from "./collect.ts";
import type { LicenseStatement } from "./statement.ts";

/** A contradiction or gap in what the repository says about its licenses. */
export interface LicenseFinding {
  readonly rule: "license-contradiction" | "license-not-read" | "license-link-broken" | "license-terms-to-review";
  readonly level: "notice" | "warning";
  readonly message: string;
  readonly path: string;
  readonly lines: [number, number];
}

/** Findings about license statements: contradictions, files that cannot be read, links to license files that are not there. */
export function licenseFindings(facts: Facts, evidence: LicenseEvidence): LicenseFinding[] {
  return [...contradictions(evidence), ...unreadable(evidence), ...brokenLinks(facts), ...toReview(evidence)];
}

function contradictions({ statements }: LicenseEvidence): LicenseFinding[] {
  return (["parameters", "code", "data"] as const).flatMap((scope) => {
    const speaking = statements.filter(
      (statement) => statement.id !== null && statement.folder === "" && statement.scopes.includes(scope),
    );
    const first = speaking[0];
    const other =
      first === undefined
        ? undefined
        : speaking.find((statement) => statement.id !== first.id && statement.open !== first.open);
    if (first === undefined || other === undefined) return [];
    const thing = { parameters: "the weights", code: "the code", data: "the data" }[scope];
    const say = ({ id, path }: LicenseStatement): string => `${id} (${path})`;
    return [
      {
        rule: "license-contradiction" as const,
        level: "warning" as const,
        message: `Two statements disagree about ${thing}: ${say(first)} and ${say(other)}. The stricter one counts.`,
        path: other.path,
        lines: [other.lines[0], other.lines[1]] as [number, number],
      },
    ];
  });
}

function unreadable({ files }: LicenseEvidence): LicenseFinding[] {
  return files
    .filter((file) => file.identification === undefined && file.kind === "license")
    .map((file) => ({
      rule: "license-not-read",
      level: "warning",
      message: "This license file could not be read as text, so what it permits is unknown. Add it as plain text.",
      path: file.path,
      lines: [1, 1],
    }));
}

function brokenLinks(facts: Facts): LicenseFinding[] {
  const paths = new Set(facts.snapshot.entries.map((entry) => entry.path));
  if (!facts.snapshot.complete) return [];
  return facts.documents.flatMap((document) =>
    document.links.flatMap((link): LicenseFinding[] => {
      const { target } = link;
      if (target.kind !== "file" || !/licen[cs]e|copying/i.test(target.path) || paths.has(target.path)) return [];
      return [
        {
          rule: "license-link-broken",
          level: "warning",
          message: `The link leads to ${target.path}, which is not in the repository.`,
          path: document.path,
          lines: [link.line, link.line],
        },
      ];
    }),
  );
}

function toReview({ files }: LicenseEvidence): LicenseFinding[] {
  return files.flatMap((file) =>
    (file.identification?.review ?? []).slice(0, 3).map(
      (lines): LicenseFinding => ({
        rule: "license-terms-to-review",
        level: "warning",
        message: "No known license explains these lines, and they may set terms. A person should read them.",
        path: file.path,
        lines: [lines[0], lines[1]],
      }),
    ),
  );
}
