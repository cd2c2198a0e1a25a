import type { Facts } from "../../evidence/facts.ts";
import { type Said, type SaidValue, say, told } from "../../messages/said.ts";
import type { LicenseEvidence } from "./collect.ts";
import { licenseFileFindings } from "./findings-files.ts";
import { linkFindings } from "./findings-links.ts";
import { limitsOfOne } from "./findings-one.ts";
import { statedFindings } from "./findings-stated.ts";
import type { LicenseStatement } from "./statement.ts";

/** A contradiction or gap in what the repository says about its licenses. */
export interface LicenseFinding {
  readonly rule:
    | "license-base-model"
    | "license-contradiction"
    | "license-elsewhere"
    | "license-family"
    | "license-file-empty"
    | "license-limit-of-one"
    | "license-link-broken"
    | "license-not-read"
    | "license-other"
    | "license-pdf"
    | "license-policy"
    | "license-sources-differ"
    | "license-terms-to-review"
    | "license-text-missing";
  readonly level: "notice" | "warning";
  /** In English. */
  readonly message: string;
  /** The sentence's code and what it is about. */
  readonly code: string;
  readonly values: readonly SaidValue[];
  readonly path: string;
  readonly lines: [number, number];
}

/** Findings about license statements: what contradicts, what cannot be read, what is named and not there, what leads elsewhere. */
export function licenseFindings(facts: Facts, evidence: LicenseEvidence): LicenseFinding[] {
  return [
    ...contradictions(evidence),
    ...licenseFileFindings(facts, evidence),
    ...linkFindings(facts, evidence),
    ...statedFindings(facts, evidence),
    ...limitsOfOne(facts, evidence),
  ];
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
    const stated = ({ id, path }: LicenseStatement): Said => say("source.stated", id ?? "", path);
    return [
      {
        rule: "license-contradiction" as const,
        level: "warning" as const,
        ...told("license.contradiction", say(`subject.${scope}`), stated(first), stated(other)),
        path: other.path,
        lines: [other.lines[0], other.lines[1]] as [number, number],
      },
    ];
  });
}
