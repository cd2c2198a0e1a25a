import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ARTIFACT_IDS, type ArtifactId } from "../../src/evidence/artifacts/artifact.ts";
import { artifact } from "../../src/evidence/artifacts/index.ts";
import { LANGUAGES, messagesIn } from "../../src/messages/languages.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { CHECK_NAME, checkRunFace } from "../../src/report/checkrun.ts";
import type { ComponentReport } from "../../src/report/schema.ts";
import {
  ABSENT,
  COMMIT,
  type ExampleOptions,
  everythingOpen,
  exampleReport,
  open,
  RESTRICTED_WEIGHTS,
} from "./example.ts";

const CONTEXT = { owner: "heron-lab", repo: "heron", head: COMMIT };
const face = (options?: ExampleOptions) => checkRunFace(exampleReport(options), CONTEXT);
const UNCHECKED: ComponentReport = {
  ...ABSENT,
  presence: "undetermined",
  because: "huggingface.co did not answer",
  note: "huggingface.co did not answer",
};

const DEMANDS: Policy["fail"] = ["below-target"];

/** Everything open except these. */
const allBut = (own: Partial<Record<ArtifactId, ComponentReport>>): ExampleOptions => ({
  components: { ...everythingOpen(), ...own },
});

test("the check is called Openness, for ever", () => {
  expect(CHECK_NAME).toBe("Openness");
});

describe("the title is the verdict in at most 60 characters", () => {
  test.each<[string, ExampleOptions]>([
    ["No class yet · 4 of 6 for Class III · weights restricted", {}],
    ["No class yet · 5 of 6 for Class III · data card missing", allBut({ "data-card": ABSENT })],
    ["No class yet · 5 of 6 for Class III · weights unchecked", allBut({ "model-parameters-final": UNCHECKED })],
    ["Class III · 6 of 6 artifacts open · 1 short of Class II", allBut({ "training-code": ABSENT })],
    [
      "Class II · 10 of 10 artifacts open · 2 short of Class I",
      allBut({ datasets: ABSENT, "model-parameters-intermediate": ABSENT }),
    ],
    ["Class I · 14 of 14 artifacts open", allBut({})],
    ["Not a model repository", { report: { isModelRepository: false } }],
    ["No class yet · policy not met · 4 of 6 for Class III", { policy: { fail: ["restricted-license"] } }],
  ])("%s", (title, options) => {
    expect(face(options).title).toBe(title);
    expect(title.length).toBeLessThanOrEqual(60);
  });

  test("a license that can be changed is named before something that has yet to be written", () => {
    expect(face(allBut({ "model-card": ABSENT, "model-parameters-final": RESTRICTED_WEIGHTS })).title).toMatch(
      /weights restricted$/,
    );
  });
});

describe("the conclusion is the policy's", () => {
  test.each<[string, ExampleOptions]>([
    ["neutral", {}],
    ["success", allBut({})],
    ["failure", { policy: { fail: ["below-target"] } }],
  ])("%s", (conclusion, options) => {
    expect(face(options).conclusion).toBe(conclusion);
  });

  test("a failure says in the summary which demand was not met", () => {
    const { summary } = face({ policy: { fail: ["restricted-license"] } });
    expect(summary).toContain(
      "❌ The check fails by this repository's policy.** Under a license that restricts: weights.",
    );
    expect(face().summary).not.toContain("The check fails");
  });
});

describe("the summary", () => {
  test("shows each artifact with a symbol and its word", () => {
    const { summary } = face({
      components: { "evaluation-code": { ...open("eval.py"), openness: "unlicensed", license: null } },
    });
    expect(summary).toContain("| Model architecture | ✅ open | `Apache-2.0` |");
    expect(summary).toContain(
      "| Model parameters (Final) | ⛔ restricted | `LicenseRef-Heron-Community` · non-commercial use only |",
    );
    expect(summary).toContain("| Data card | ❌ missing | – |");
    expect(summary).toContain("| Sample model outputs | ➖ not provided (optional) | – |");
    expect(summary).toContain("| Evaluation code | ⚠️ no license | – |");
  });

  test("offers only remedies for what the next class lacks, with their effort", () => {
    const { summary } = face();
    expect(summary).toContain("### To reach Class III");
    expect(summary).toContain(`- ❌ **Data card** · missing · takes hours. ${artifact("data-card").why} → Add`);
    expect(summary).toContain("- ⛔ **Model parameters (Final)** · restricted · takes the owner's decision. ");
    expect(summary).not.toContain("**Evaluation code**");
  });

  test("has no headings for what does not exist", () => {
    const { summary } = face({ ...allBut({}), report: { findings: [] } });
    expect(summary).not.toMatch(/^#/m);
    expect(summary).toContain("All 14 artifacts that Class I asks for are released under open licenses.");
  });

  test("says that the tree was not seen whole, and what could not be checked", () => {
    const { subject } = exampleReport();
    const options = {
      report: { subject: { ...subject, complete: false, blindSpots: ["The list was cut at 100,000 entries."] } },
    };
    expect(face(options).summary).toContain("- The list was cut at 100,000 entries.");
    expect(face(allBut({ "model-parameters-final": UNCHECKED })).summary).toContain("❔ could not be checked");
    expect(face(allBut({ "model-parameters-final": UNCHECKED })).text).toContain(
      "could not be checked. huggingface.co did not answer",
    );
  });

  test("counts the research paper in the technical report's place", () => {
    const { summary, title } = face(allBut({ "technical-report": ABSENT }));
    expect(title).toBe("Class I · 13 of 13 artifacts open");
    expect(summary).toContain("| Technical report | ✅ covered by the research paper |");
    expect(summary).toContain("| **Class III · Open Model** | **6 of 6 open** |");
  });

  test("tells what changed against the base, and is silent where nothing did", () => {
    const base = exampleReport({
      components: { "data-card": open("DATA_CARD.md"), "model-parameters-final": open("weights.bin") },
    });
    const { summary } = checkRunFace(exampleReport(), { ...CONTEXT, base });
    expect(summary).toContain("- 📉 **Class III → No class yet**");
    expect(summary).toContain("- 📉 Data card: open → missing");
    expect(checkRunFace(base, { ...CONTEXT, base }).summary).not.toContain("Compared with");
  });
});

test("the text links every piece of evidence at the commit, with what states its license", () => {
  const { text } = face();
  const blob = `https://github.com/heron-lab/heron/blob/${COMMIT}`;
  expect(text).toContain(`[heron/modeling.py:1-40](${blob}/heron/modeling.py#L1-L40) · by \`source-network\``);
  expect(text).toContain(`written in [README.md:12](${blob}/README.md?plain=1#L12)`);
  expect(text).toContain(`license by type: [MODEL_LICENSE:1-40](${blob}/MODEL_LICENSE#L1-L40)`);
  expect(text).toContain("“You may use the Model for non-commercial purposes only.”");
  expect(text).toContain("Unclassified (Class III 67 %, Class II 0 %, Class I 0 %)");
});

test("findings without a path stand in the summary alone", () => {
  const findings = [
    { rule: "a", level: "notice" as const, message: "Somewhere." },
    { rule: "mof-file", level: "notice" as const, message: "In this file.", path: "LICENSE" },
  ];
  const { annotations, summary } = face({ report: { findings } });
  expect(annotations.map(({ message }) => message)).toEqual(["In this file."]);
  expect(summary).toContain("- ℹ️ Somewhere.");
});

test("more findings than GitHub shows as annotations are counted", () => {
  const findings = Array.from({ length: 63 }, (_, index) => ({
    rule: "license-link-broken",
    level: "warning" as const,
    message: `The link ${index} is broken.`,
    path: "README.md",
    lines: [index + 1, index + 1] as [number, number],
  }));
  const { annotations, summary } = face({ report: { findings } });
  expect(annotations).toHaveLength(50);
  expect(summary).toContain("13 more findings not shown as annotations.");
  expect(summary).toContain("… and 43 more findings.");
});

test("a finding about a file of another commit is told without a link and without an annotation", () => {
  const findings = [
    {
      rule: "policy-invalid",
      level: "warning" as const,
      message: "Odd.",
      path: ".github/openness.yml",
      lines: [2, 2] as [number, number],
      elsewhere: true as const,
    },
  ];
  const { annotations, summary } = face({ report: { findings } });
  expect(annotations).toEqual([]);
  expect(summary).toContain("- ⚠️ Odd. (`.github/openness.yml:2`)");
});

test("details lead to the checks of the commit", () => {
  expect(face().detailsUrl).toBe(`https://github.com/heron-lab/heron/commit/${COMMIT}/checks`);
});

describe.each(LANGUAGES)("the buttons in %s", (language) => {
  const messages = messagesIn(language);
  test("fit what GitHub takes", () => {
    const { actions } = checkRunFace(exampleReport(), { ...CONTEXT, messages });
    expect(actions.map(({ identifier }) => identifier)).toEqual(["rerun", "explain"]);
    for (const { label, description, identifier } of actions) {
      expect(label.length).toBeLessThanOrEqual(20);
      expect(description.length).toBeLessThanOrEqual(40);
      expect(identifier.length).toBeLessThanOrEqual(20);
    }
  });

  test("explain nothing where nothing was audited", () => {
    const { actions } = checkRunFace(exampleReport({ report: { isModelRepository: false } }), { ...CONTEXT, messages });
    expect(actions.map(({ identifier }) => identifier)).toEqual(["rerun"]);
  });

  test("stand under a title of at most 60 characters, whatever was found", () => {
    const state = fc.constantFrom(ABSENT, UNCHECKED, RESTRICTED_WEIGHTS, open("a"), {
      ...open("b"),
      license: null,
      openness: "unlicensed" as const,
    });
    const components = fc.record(Object.fromEntries(ARTIFACT_IDS.map((id) => [id, state])));
    fc.assert(
      fc.property(components, fc.boolean(), (found, fails) => {
        const policy = fails ? { target: 1 as const, fail: DEMANDS } : {};
        const { title } = checkRunFace(exampleReport({ components: found, policy }), { ...CONTEXT, messages });
        expect(title.length).toBeLessThanOrEqual(60);
        expect(title.isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
