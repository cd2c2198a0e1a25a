import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit } from "../../../src/audit.ts";
import { ARTIFACT_IDS, type ArtifactId } from "../../../src/evidence/artifacts/artifact.ts";
import { type Finding, factOf, REMOTE_REASONS, REMOTE_STATES, RemoteFacts } from "../../../src/evidence/remote/fact.ts";
import { stateOf } from "../../../src/frameworks/mof/state.ts";
import { statedAs } from "../../../src/license/remote/stated.ts";
import { loadPolicy } from "../../../src/policy/load.ts";
import { type Report, reportSchema } from "../../../src/report/schema.ts";
import { snapshotOf } from "../../snapshot-of.ts";

const CARD = `---
license: apache-2.0
base_model: big/base
---
# Lumo

Lumo is a language model. We release the weights: [weights](https://huggingface.co/acme-ai/lumo).

The weights are licensed under the Apache License 2.0.

## Training data

Lumo was trained on [our corpus](https://huggingface.co/datasets/acme-ai/lumo-corpus).

## Citation

Our paper: [Lumo: a language model](https://arxiv.org/abs/2401.01234).
`;
const WITHOUT_LICENSE = CARD.replace(/---[\s\S]*?---\n/, "").replace(/The weights are.*\n/, "");

const policy = loadPolicy(null, ".github/openness.yml");
const AT = new Date("2026-01-02T03:04:05Z");

/** The report on a card, with what hosts say by the key of the question. */
function reportOn(card: string, said: Readonly<Record<string, Finding>> = {}, text: string | null = null): Report {
  const snapshot = snapshotOf({ "README.md": card, LICENSE: "MIT" });
  const loaded = text === null ? policy : loadPolicy(text, ".github/openness.yml");
  const wanted = audit(snapshot, loaded).remote?.wanted ?? [];
  const facts = [...wanted, { kind: "hf-base", id: "other/base" } as const].flatMap((request) => {
    const finding = said[`${request.kind}:${request.id}`];
    const asked = { kind: request.kind, id: request.id };
    return finding === undefined ? [] : [factOf(asked, finding, finding.state === "unknown" ? undefined : AT)];
  });
  return audit(snapshot, loaded, undefined, undefined, new RemoteFacts(facts));
}

const WEIGHTS = "hf-model:acme-ai/lumo";
const weightsOf = (report: Report) => report.components["model-parameters-final"];
const rules = ({ findings }: Report): string[] => findings.map(({ rule }) => rule);
const verified = (name?: string, more: object = {}): Finding => ({
  state: "verified",
  reason: "proven",
  ...(name === undefined ? {} : { license: { name } }),
  ...more,
});

describe("what there is to ask", () => {
  it("is what the audit found linked, and the base model of the card", () => {
    expect(reportOn(CARD).remote?.wanted).toEqual([
      { kind: "hf-model", id: "acme-ai/lumo" },
      { kind: "hf-dataset", id: "acme-ai/lumo-corpus" },
      { kind: "arxiv", id: "2401.01234" },
      { kind: "hf-base", id: "big/base" },
    ]);
  });
  it("is nothing where the owner says no, or where there is no model", () => {
    expect(reportOn(CARD, {}, "remote: false").remote).toBeUndefined();
    expect(
      reportOn("# A library\n\n[a](https://huggingface.co/acme-ai/lumo)", {}, "model: false").remote,
    ).toBeUndefined();
  });
});

describe("what hosts say of linked weights", () => {
  it("stands beside the link, with its date", () => {
    const report = reportOn(CARD, { [WEIGHTS]: verified("apache-2.0", { revision: "abc" }) });
    expect(weightsOf(report).evidence[0]?.remote).toMatchObject({
      state: "verified",
      revision: "abc",
      checkedAt: AT.toISOString(),
    });
    expect(weightsOf(report)).toMatchObject({ presence: "linked", openness: "open" });
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  it("missing: they are not there, and why is said", () => {
    const report = reportOn(CARD, { [WEIGHTS]: { state: "missing", reason: "not-found" } });
    expect(weightsOf(report)).toMatchObject({ presence: "absent", license: null, verdict: "fail" });
    expect(weightsOf(report).because).toContain("https://huggingface.co/acme-ai/lumo");
    expect(rules(report)).toContain("remote-missing");
  });

  it("gated: not everybody may have them", () => {
    const report = reportOn(CARD, { [WEIGHTS]: { state: "gated", reason: "gate-manual" } });
    expect(weightsOf(report)).toMatchObject({ presence: "linked", openness: "restricted" });
    expect(report.findings.find(({ rule }) => rule === "remote-gated")).toMatchObject({ path: "README.md" });
  });

  it("incomplete: a set with a gap cannot be loaded", () => {
    const report = reportOn(CARD, { [WEIGHTS]: { state: "incomplete", reason: "shards-missing" } });
    expect(weightsOf(report).presence).toBe("absent");
  });

  it.each(["unknown", "unverified"] as const)("%s: nothing changes but what stands beside the link", (state) => {
    const without = reportOn(CARD);
    const report = reportOn(CARD, { [WEIGHTS]: { state, reason: state === "unknown" ? "no-answer" : "other-format" } });
    const strip = ({ components, mof, findings, policy: concluded }: Report) => ({
      components: Object.values(components).map(({ evidence, ...rest }) => [
        rest,
        evidence.map(({ remote: _, ...item }) => item),
      ]),
      mof,
      findings,
      concluded,
    });
    expect(strip(report)).toEqual(strip(without));
  });

  it("of two links one that leads nowhere does not cost the other", () => {
    const two = CARD.replace(
      "## Training data",
      "Also [weights of Lumo](https://huggingface.co/acme-ai/lumo-large).\n\n## Training data",
    );
    const report = reportOn(two, { [WEIGHTS]: { state: "missing", reason: "not-found" } });
    expect(weightsOf(report).presence).toBe("linked");
    expect(rules(report)).toContain("remote-missing");
  });
});

describe("the license that a host states", () => {
  it("counts where the repository states none, once the weights are proven to be there", () => {
    expect(weightsOf(reportOn(WITHOUT_LICENSE)).openness).toBe("unlicensed");
    expect(weightsOf(reportOn(WITHOUT_LICENSE, { [WEIGHTS]: verified("apache-2.0") }))).toMatchObject({
      openness: "open",
      license: { id: "Apache-2.0", scope: "host" },
    });
    const unproven: Finding = { ...verified("apache-2.0"), state: "unverified", reason: "not-downloaded" };
    expect(weightsOf(reportOn(WITHOUT_LICENSE, { [WEIGHTS]: unproven })).openness).toBe("unlicensed");
  });
  it("that restricts is stricter than an open one of the repository", () => {
    const report = reportOn(CARD, { [WEIGHTS]: verified("llama3.1") });
    expect(weightsOf(report).openness).toBe("restricted");
    expect(rules(report)).toContain("remote-license-differs");
  });
  it("that is open does not lift what the repository restricts", () => {
    const restricted = CARD.replace("apache-2.0", "cc-by-nc-4.0").replace("the Apache License 2.0", "CC BY-NC 4.0");
    expect(weightsOf(reportOn(restricted, { [WEIGHTS]: verified("apache-2.0") })).openness).toBe("restricted");
  });
  it("of a paper is arXiv's, whose own default is not open", () => {
    const paper = (license: string) =>
      reportOn(CARD, { "arxiv:2401.01234": { ...verified(license), reason: "found" } }).components["research-paper"];
    expect(paper("http://creativecommons.org/licenses/by/4.0/")).toMatchObject({
      license: { id: "CC-BY-4.0" },
      openness: "open",
    });
    expect(paper("http://arxiv.org/licenses/nonexclusive-distrib/1.0/").openness).not.toBe("open");
  });
  it("that is only called another one names nothing", () => {
    expect(statedAs({ name: "other" })).toBeUndefined();
    expect(statedAs({ name: "NOASSERTION" })).toBeUndefined();
    expect(statedAs({ name: "other", title: "deepseek-license" })).toMatchObject({ open: false });
  });
});

describe("intermediate checkpoints", () => {
  const card = `${CARD}\nWe release all intermediate checkpoints at https://huggingface.co/acme-ai/lumo as branches.\n`;
  const REVISIONS = "hf-revisions:acme-ai/lumo";
  const steps: Finding = { state: "verified", reason: "steps-found", counted: { steps: 154 } };
  const ofCheckpoints = (said: Readonly<Record<string, Finding>>) =>
    reportOn(card, said).components["model-parameters-intermediate"];

  it("are asked for where documents speak of them, and only there", () => {
    const asked = (text: string) => (reportOn(text).remote?.wanted ?? []).map(({ kind }) => kind);
    expect(asked(card)).toContain("hf-revisions");
    expect(asked(CARD)).not.toContain("hf-revisions");
  });
  it("are verified by revisions of several steps", () => {
    const { evidence, presence } = ofCheckpoints({ [WEIGHTS]: verified("apache-2.0"), [REVISIONS]: steps });
    expect(presence).toBe("linked");
    expect(evidence[0]?.remote).toMatchObject({ state: "verified", reason: "steps-found", counted: { steps: 154 } });
  });
  it.each([
    ["no such revisions", { state: "unverified", reason: "no-steps" }, "unverified"],
    ["an answer that did not come", { state: "unknown", reason: "no-answer" }, "unknown"],
    ["an answer that contradicts the page", { state: "missing", reason: "not-found" }, "unknown"],
  ] as const)("are not verified by an open page, and stay linked, with %s", (_, revisions, state) => {
    const { evidence, presence } = ofCheckpoints({ [WEIGHTS]: verified("apache-2.0"), [REVISIONS]: revisions });
    expect([presence, evidence[0]?.remote?.state]).toEqual(["linked", state]);
  });
  it("are not verified where only the page was asked", () => {
    expect(ofCheckpoints({ [WEIGHTS]: verified("apache-2.0") }).evidence[0]?.remote?.state).toBe("unknown");
  });
  it("are behind the gate of their page, whatever its revisions are called", () => {
    const gate: Finding = { state: "gated", reason: "gate-manual", license: { name: "apache-2.0" } };
    expect(ofCheckpoints({ [WEIGHTS]: gate, [REVISIONS]: steps }).openness).toBe("restricted");
  });
});

describe("a base model's license", () => {
  const base = (name: string, state: "verified" | "unknown" = "verified"): Finding => ({
    ...verified(name),
    state,
    reason: "found",
  });
  it("goes on restricting what is made from it", () => {
    const report = reportOn(CARD, { "hf-base:big/base": base("llama3.1") });
    expect(weightsOf(report).openness).toBe("restricted");
    expect(weightsOf(report).license?.restrictions.map(({ category }) => category)).toContain("use-policy");
    expect(report.findings.find(({ rule }) => rule === "license-base-model")).toMatchObject({ path: "README.md" });
  });
  it("is found through the model's page as well", () => {
    const card = CARD.replace("base_model: big/base\n", "");
    const page = verified("apache-2.0", { baseModels: ["other/base"] });
    const report = reportOn(card, { [WEIGHTS]: page, "hf-base:other/base": base("gemma") });
    expect(weightsOf(report).openness).toBe("restricted");
  });
  it("is told once for each base, and by what the hub says where its maker's name alone would say otherwise", () => {
    const named = CARD.replace("big/base", "meta-llama/Llama-3.1-8B");
    const key = "hf-base:meta-llama/Llama-3.1-8B";
    const told = (report: Report) =>
      report.findings.filter(({ rule }) => rule === "license-base-model").map(({ message }) => message);
    const page = verified("apache-2.0", { baseModels: ["meta-llama/Llama-3.1-8B"] });
    const [offline, ...none] = told(reportOn(named, { [WEIGHTS]: page }));
    expect([offline, none]).toEqual([expect.stringContaining("LicenseRef-Llama-3.1"), []]);
    expect(told(reportOn(named, { [key]: base("llama3.2") }))).toEqual([
      expect.stringContaining("LicenseRef-Llama-3.2"),
    ]);
    expect(told(reportOn(named, { [key]: base("mit") }))).toEqual([]);
    expect(told(reportOn(named, { [key]: base("llama3.2", "unknown") }))).toEqual([offline]);
  });
  it("that the hub cannot tell restricts by its maker's family, as it does where nobody is asked", () => {
    const report = reportOn(CARD.replace("big/base", "meta-llama/Llama-3.1-8B"));
    expect(weightsOf(report)).toMatchObject({ openness: "restricted", license: { open: false } });
  });
  it("accuses nobody who states no open license", () => {
    const said = { "hf-base:big/base": base("llama3.1") };
    expect(
      rules(reportOn(CARD.replace("apache-2.0", "llama3.1").replace(/The weights are.*\n/, ""), said)),
    ).not.toContain("license-base-model");
  });
  it.each([base("mit"), base("other"), base("llama3.1", "unknown")])(
    "that is open, without a name or not known takes nothing away",
    (said) => {
      expect(weightsOf(reportOn(CARD, { "hf-base:big/base": said })).openness).toBe("open");
    },
  );
});

describe("whatever hosts say", () => {
  const finding = fc.record(
    {
      state: fc.constantFrom(...REMOTE_STATES),
      reason: fc.constantFrom(...REMOTE_REASONS),
      revision: fc.string({ maxLength: 40 }),
      license: fc.record({
        name: fc.oneof(
          fc.constantFrom("mit", "apache-2.0", "llama3", "other", "cc-by-nc-4.0"),
          fc.string({ maxLength: 60 }),
        ),
      }),
      baseModels: fc.array(fc.constantFrom("other/base", "big/base", "../x"), { maxLength: 3 }),
    },
    { requiredKeys: ["state", "reason"] },
  );
  const KEYS = [
    WEIGHTS,
    "hf-dataset:acme-ai/lumo-corpus",
    "arxiv:2401.01234",
    "hf-base:big/base",
    "hf-base:other/base",
  ];
  const said = fc
    .tuple(...KEYS.map(() => fc.option(finding, { nil: undefined })))
    .map(
      (findings) =>
        Object.fromEntries(
          KEYS.flatMap((key, at) => (findings[at] === undefined ? [] : [[key, findings[at]]])),
        ) as Record<string, Finding>,
    );
  const KEY_OF: Partial<Record<ArtifactId, string>> = {
    "model-parameters-final": WEIGHTS,
    datasets: "hf-dataset:acme-ai/lumo-corpus",
    "research-paper": "arxiv:2401.01234",
    "technical-report": "arxiv:2401.01234",
  };

  it.each([CARD, WITHOUT_LICENSE])(
    "nothing becomes more open by it, but by the license of what is verified",
    (card) => {
      const before = reportOn(card);
      fc.assert(
        fc.property(said, (answers) => {
          const after = reportOn(card, answers);
          for (const id of ARTIFACT_IDS) {
            if (stateOf(after.components[id]) !== "open" || stateOf(before.components[id]) === "open") continue;
            const answer = answers[KEY_OF[id] ?? ""];
            expect(answer?.state).toBe("verified");
            expect(statedAs(answer?.license)?.open).toBe(true);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it("what could not be looked at changes no verdict", () => {
    const before = reportOn(CARD);
    fc.assert(
      fc.property(said, (answers) => {
        const unknowns = Object.fromEntries(
          Object.entries(answers).map(([key, one]) => [key, { ...one, state: "unknown" as const }]),
        );
        expect(reportOn(CARD, unknowns).mof).toEqual(before.mof);
      }),
      { numRuns: 50 },
    );
  });
});
