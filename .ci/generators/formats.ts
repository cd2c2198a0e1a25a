/** The table of formats in docs/formats.md, from the list that drives the command line. */
import { readFileSync } from "node:fs";
import { FORMATS } from "../../src/report/formats/formats.ts";

const PAGE = "docs/formats.md";
const [START, END] = ["<!-- formats: generated -->", "<!-- formats: end -->"];

export async function generate(): Promise<Map<string, string>> {
  const page = readFileSync(new URL(`../../${PAGE}`, import.meta.url), "utf8");
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has lost the marks ${START} and ${END}.`);
  const rows = FORMATS.map(
    ({ name, extension, summary }) => `| \`${name}\` | ${summary} | \`openness.${extension}\` |`,
  );
  const table = ["| format | what it is | usual name |", "| --- | --- | --- |", ...rows].join("\n");
  return new Map([[PAGE, `${before}${START}\n${table}\n${END}${after}`]]);
}
