/** The frameworks on the page: a table of their verdicts beside the class, and each requirement with its reason. */
import { type FrameworkRow, frameworkRows, type RequirementVerdict } from "../../framework-rows.ts";
import { xml } from "../xml.ts";
import { fileLink, type Html, type Sheet } from "./parts.ts";

const MARKS: Readonly<Record<RequirementVerdict, readonly [colour: string, sign: string]>> = {
  pass: ["good", "✓"],
  fail: ["bad", "✗"],
  warn: ["warn", "!"],
  undetermined: ["warn", "?"],
  "not-applicable": ["dim", "–"],
};
const MOST_PLACES = 5;

/** A verdict: sign, word and colour, each of which says it alone. */
function verdictOf({ verdict, word }: { readonly verdict: RequirementVerdict; readonly word: string }): Html {
  const [colour, sign] = MARKS[verdict];
  return `<span class="state ${colour}">${sign} ${xml(word)}</span>`;
}

/** Draws the section's content; empty where the report has no frameworks. */
export function frameworkTables(sheet: Sheet): Html {
  const { className, page } = sheet.messages;
  const rows = frameworkRows(sheet.report, sheet.messages);
  if (rows.length === 0) return "";
  const summary = rows.map((row) => `<tr><th scope="row">${xml(row.title, 120)}</th><td>${verdictOf(row)}</td></tr>`);
  const mof = `<tr><th scope="row">Model Openness Framework</th><td>${xml(className(sheet.report.mof.class))}</td></tr>`;
  return [
    `<table><thead><tr><th scope="col">${page.framework}</th><th scope="col">${page.verdict}</th></tr></thead>
<tbody>${[mof, ...summary].join("\n")}</tbody></table>`,
    ...rows.filter(({ verdict }) => verdict !== "not-applicable").map((row) => requirementTable(sheet, row)),
  ].join("\n");
}

function requirementTable(sheet: Sheet, { title, requirements }: FrameworkRow): Html {
  const { face, page } = sheet.messages;
  const columns = [page.requirement, page.verdict, page.why, face.columns.at(-1) ?? ""];
  const rows = requirements.map((one) => {
    const places = one.evidence.slice(0, MOST_PLACES).map(({ path, lines }) => fileLink(sheet, path, lines));
    return `<tr><th scope="row">${xml(one.title, 160)}</th><td>${verdictOf(one)}</td><td>${xml(one.because, 1200)}</td><td>${places.join(", ")}</td></tr>`;
  });
  return `<table><caption>${xml(title, 120)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${column}</th>`).join("")}</tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}
