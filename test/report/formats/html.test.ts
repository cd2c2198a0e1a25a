/** What the page says beside the verdict: the policy in force, the hosts' answers, the card's words, places elsewhere. */
import { describe, expect, it } from "vitest";
import { messagesIn } from "../../../src/messages/languages.ts";
import { htmlFace } from "../../../src/report/formats/html.ts";
import { sarifFace } from "../../../src/report/formats/sarif.ts";
import type { Report } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import { exampleReport, RESTRICTED_WEIGHTS } from "../example.ts";
import { ATTACKS } from "../hostile.ts";
import { RELEASE } from "./release.ts";

const CONTEXT = { created: new Date("2026-11-24T09:30:12Z") };
const page = (report: Report): string => htmlFace(report, CONTEXT);
const withPolicy = (policy: Partial<Report["policy"]>): Report => {
  const report = exampleReport();
  return { ...report, policy: { ...report.policy, ...policy } };
};

describe("the page", () => {
  it("names every policy file in force with its commit", () => {
    const html = page(
      withPolicy({
        source: ".github/openness.yml",
        sources: [{ path: "heron-lab/.github", commit: "c0ffee00c0ffee00" }, { path: ".github/openness.yml" }],
      }),
    );
    expect(html).toContain("<code>c0ffee00c0ff</code>");
    expect(html).toContain("<code>.github/openness.yml</code>");
    expect(page(exampleReport())).toContain("<dt>Policy</dt><dd>defaults</dd>");
  });

  it("tells a waiver beside the verdict and not as a problem", () => {
    const html = page(
      auditOf(RELEASE, {
        policy:
          "fail: [below-target]\ntarget: III\nwaivers:\n  - {artifact: data-card, reason: We wait for counsel.}\n",
      }),
    );
    const [verdict, rest] = html.split("</section>", 2);
    expect(verdict).toContain("We wait for counsel.");
    expect(rest).not.toContain("We wait for counsel.");
    expect(html.match(/We wait for counsel\./g)).toHaveLength(1);
  });

  it("tells what the policy of the commit would do", () => {
    const proposed = {
      conclusion: "failure",
      met: false,
      class: 0,
      reasons: ["No."],
      isGone: false,
      isPart: false,
    } as const;
    expect(page(withPolicy({ proposed: { ...proposed, reasons: ["A data card is missing."] } }))).toContain(
      "A data card is missing.",
    );
  });

  it("tells what the host of linked weights said, and when", () => {
    const [evidence] = RESTRICTED_WEIGHTS.evidence;
    const remote = {
      kind: "hf-model",
      id: "heron-lab/heron-7b",
      host: "huggingface.co",
      url: "https://huggingface.co/heron-lab/heron-7b",
      state: "gated",
      reason: "gate-manual",
      checkedAt: "2026-11-24T09:00:00Z",
    } as const;
    const weights = { ...RESTRICTED_WEIGHTS, evidence: [{ ...evidence!, remote }] };
    const html = page(exampleReport({ components: { "model-parameters-final": weights } }));
    expect(html).toContain("huggingface.co: gated on 2026-11-24");
  });

  it("quotes the card as the card's words, with their place, and nothing where it says nothing", () => {
    const statement = {
      topic: "limitations",
      text: "Often wrong on storks.",
      path: "README.md",
      lines: [9, 10],
    } as const;
    const html = page(
      exampleReport({ report: { modelDescription: { task: "text-generation", statements: [statement] } } }),
    );
    expect(html).toContain("<h2>What the card says</h2>");
    expect(html).toContain("<blockquote>Often wrong on storks.</blockquote>");
    expect(html).toContain("README.md?plain=1#L9-L10");
    expect(page(exampleReport())).not.toContain("What the card says");
  });

  it("lets no words of a card become markup", () => {
    for (const attack of ATTACKS) {
      const statement = { topic: "ethics", text: attack, path: attack, lines: [1, 2] } as const;
      const told = {
        task: attack,
        languages: [attack],
        metrics: [{ metric: attack, value: attack }],
        statements: [statement],
      };
      const html = page(exampleReport({ report: { modelDescription: told } }));
      expect(html.replace(/<style>[\s\S]*?<\/style>/, ""), attack.slice(0, 40)).not.toMatch(
        /<(?:script|img|iframe|svg|style|form)\b/i,
      );
    }
  });
});

describe("a finding about a file of another commit or repository", () => {
  const finding = { rule: "policy-invalid", level: "warning", message: "Not a key.", path: "org/policy.yml" } as const;
  const report = exampleReport({ report: { findings: [{ ...finding, lines: [3, 3], elsewhere: true }] } });

  it("is named on the page and linked nowhere", () => {
    expect(page(report)).toContain("<code>org/policy.yml</code>");
    expect(page(report)).not.toContain("/org/policy.yml");
  });

  it("stands at the README in SARIF, with its path in the words", () => {
    const { results } = (JSON.parse(sarifFace(report, CONTEXT)) as { runs: { results: Record<string, unknown>[] }[] })
      .runs[0]!;
    const [told] = results.slice(-1);
    expect(told).toMatchObject({
      message: { text: "Not a key. (org/policy.yml)" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "README.md" }, region: { startLine: 1 } } }],
    });
  });
});

describe.each(["ja", "zh"] as const)("the page of an owner who asked for %s", (language) => {
  const words = messagesIn(language);
  const html = page(withPolicy({ language }));

  it("is in that language and says so", () => {
    expect(html).toContain(`<html lang="${words.page.tag}">`);
    for (const one of [words.page.artifacts, words.page.verdict, words.face.evidence, words.component["model-card"]])
      expect(html).toContain(one);
  });

  it("leaves no sentence of the other faces in English", () => {
    const { page: english, face: faces, component: names } = messagesIn("en");
    const headings = [english.artifacts, english.requirement, faces.evidence, names["model-card"], faces.licenseFiles];
    expect(headings.filter((one) => html.includes(`>${one}<`))).toEqual([]);
  });
});
