/** docs/artifacts.md: every artifact as its own declaration tells it. */
import { ARTIFACTS } from "../../src/evidence/artifacts/index.ts";

const CLASS = { 1: "I, Open Science", 2: "II, Open Tooling", 3: "III, Open Model" } as const;

export async function generate(): Promise<ReadonlyMap<string, string>> {
  const sections = ARTIFACTS.map((rule) =>
    [
      `## ${rule.name}`,
      "",
      "| id | class | type | required | effort to add |",
      "| --- | --- | --- | --- | --- |",
      `| \`${rule.id}\` | ${CLASS[rule.mofClass]} | ${rule.type} | ${rule.required ? "yes" : "no"} | ${rule.effort} |`,
      "",
      `**${rule.asks}** ${rule.why}`,
      "",
      `**How it is decided.** ${rule.decides}`,
      "",
      `**How to add it.** ${rule.remedy}`,
      "",
      `Source: ${rule.references.join("; ")}.`,
      "",
    ].join("\n"),
  );
  const page = [
    "# The artifacts",
    "",
    "The 17 components of the Model Openness Framework, and how each is recognised. Classes are cumulative: a release is in a",
    "class when every required artifact of it, and of the classes below, is there under an open license. This page is generated",
    "from the declarations in `src/evidence/artifacts/`; `npm run generate` writes it.",
    "",
    ...sections,
  ].join("\n");
  return new Map([["docs/artifacts.md", page]]);
}
