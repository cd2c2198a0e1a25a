import { ARTIFACT_IDS } from "../../src/evidence/artifacts/artifact.ts";
import type { Report } from "../../src/report/schema.ts";
import type { Golden } from "./schemas.ts";

/** The facts of a report that are kept; nothing that was written in the repository but paths and addresses. */
export function goldenOf(name: string, report: Report): Golden {
  return {
    repository: name.replace("+", "/"),
    commit: report.subject.commit ?? "",
    isModelRepository: report.isModelRepository,
    class: report.mof.class,
    components: Object.fromEntries(
      ARTIFACT_IDS.map((id) => {
        const { presence, license, openness, evidence } = report.components[id];
        const [first] = evidence;
        return [
          id,
          {
            presence,
            license: license?.id ?? null,
            openness,
            rule: first?.rule ?? null,
            evidence: first === undefined ? null : "path" in first ? first.path : first.url,
          },
        ];
      }),
    ) as Golden["components"],
  };
}

/** A golden summary as it is written: one line for each artifact, so that a change to a rule reads well as a diff. */
export function writtenGolden({ components, ...head }: Golden): string {
  const rows = ARTIFACT_IDS.map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(components[id])}`);
  const facts = Object.entries(head).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  return `{\n${facts.join("\n")}\n "components": {\n${rows.join(",\n")}\n }\n}\n`;
}

/** What is another in the second summary than in the first, as lines to read; empty when they say the same. */
export function differences(before: Golden, after: Golden): string[] {
  const lines: string[] = [];
  if (before.commit !== after.commit)
    lines.push(`commit: ${before.commit.slice(0, 12)} → ${after.commit.slice(0, 12)}`);
  if (before.isModelRepository !== after.isModelRepository)
    lines.push(`model repository: ${yesNo(before.isModelRepository)} → ${yesNo(after.isModelRepository)}`);
  if (before.class !== after.class) lines.push(`class: ${before.class} → ${after.class}`);
  for (const id of ARTIFACT_IDS) {
    const [was, is] = [before.components[id], after.components[id]];
    const [left, right] = [words(was), words(is)];
    if (left !== right) lines.push(`${id}: ${left} → ${right}`);
    else if (was.rule !== is.rule || was.evidence !== is.evidence)
      lines.push(`${id}: ${was.rule} ${was.evidence} → ${is.rule} ${is.evidence}`);
  }
  return lines;
}

function words({ presence, license, openness }: Golden["components"]["datasets"]): string {
  return presence === "absent" || presence === "undetermined"
    ? presence
    : `${presence}, ${openness}${license === null ? "" : ` (${license})`}`;
}

const yesNo = (is: boolean): string => (is ? "yes" : "no");
