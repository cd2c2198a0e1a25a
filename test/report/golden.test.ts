/**
 * The check run and the comment as people see them, in every language. After a change that is meant, write them anew with
 * `npm exec -- vitest run test/report/golden.test.ts -u` and read the diff.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/messages/languages.ts";
import { checkRunFace } from "../../src/report/checkrun.ts";
import { MAX_TITLE } from "../../src/report/limit.ts";
import { CONTEXT, drawn } from "./faces/drawn.ts";
import { type Situation, situations } from "./situations.ts";

const GOLDEN = join(import.meta.dirname, "golden");
// Read before any is written anew.
const kept = readdirSync(GOLDEN).toSorted();

/** A page that holds both faces, with headings of its own in comments. */
function pageOf(situation: Situation): string {
  const { run, comment } = drawn(situation);
  const { title, summary, text, annotations, actions, conclusion } = run;
  const parts = {
    title,
    conclusion,
    buttons: actions.map(({ label, description }) => `[${label}] ${description}`).join("\n"),
    summary,
    text,
    annotations: annotations
      .map(({ path, start_line, annotation_level, title: rule, message, raw_details = "" }) =>
        [`${annotation_level} ${JSON.stringify(path)}:${start_line}`, rule, message, raw_details].join("\n").trim(),
      )
      .join("\n\n"),
    // What a template holds is tested beside the templates, and would fill these pages.
    comment: comment.replaceAll(/&value=[^)\s]+/g, "&value=…"),
  };
  return `${Object.entries(parts)
    .map(([name, words]) => `<!-- ${name} -->\n\n${words}`.trimEnd())
    .join("\n\n")}\n`;
}

describe.each(LANGUAGES)("in %s", (language) => {
  const all = situations(language);

  it.each(Object.keys(all))("%s looks as it did", async (name) => {
    await expect(pageOf(all[name]!)).toMatchFileSnapshot(join(GOLDEN, `${name}.${language}.md`));
  });

  it.each(Object.keys(all))("%s has a title that GitHub shows whole", (name) => {
    expect(checkRunFace(all[name]!.report, CONTEXT).title.length).toBeLessThanOrEqual(MAX_TITLE);
  });

  it("each situation is what it is called", () => {
    const { report } = all["class-three"]!;
    expect(report.mof.class).toBe(3);
    expect(all["no-class"]!.report.mof.class).toBe(0);
    expect(all["restricted-weights"]!.report.components["model-parameters-final"].openness).toBe("restricted");
    expect(all["unlicensed-weights"]!.report.components["model-parameters-final"].openness).toBe("unlicensed");
    expect(all.truncated!.report.components["model-card"].presence).toBe("undetermined");
    expect(all["not-a-model"]!.report.isModelRepository).toBe(false);
    expect(all["policy-failed"]!.report.policy.conclusion).toBe("failure");
    expect(all.regression!.base!.mof.class).toBe(3);
    expect(all.regression!.report.policy.conclusion).toBe("failure");
    expect(all["license-change"]!.base!.components["model-parameters-final"].openness).toBe("open");
    expect(all["license-change"]!.report.components["model-parameters-final"].openness).toBe("restricted");
    expect(all["several-models"]!.report.models?.map(({ mof }) => mof.class)).toEqual([3, 0]);
    expect(all["license-contradiction"]!.report.findings.map(({ rule }) => rule)).toContain("license-sources-differ");
  });
});

it("no page is left of a situation that there is no longer", () => {
  const wanted = LANGUAGES.flatMap((language) =>
    Object.keys(situations(language)).map((name) => `${name}.${language}.md`),
  );
  expect(kept).toEqual(wanted.toSorted());
});
