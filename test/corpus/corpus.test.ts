import { describe, expect, it } from "vitest";
import { ARTIFACT_IDS } from "../../src/evidence/artifacts/artifact.ts";
import { auditOf } from "../auditing.ts";
import { namesIn, readFirstLook, readGolden, readLabel } from "./files.ts";
import { differences, goldenOf, writtenGolden } from "./golden.ts";
import { type Golden, goldenSchema, type Label, labelSchema } from "./schemas.ts";
import { licenseKey, measures, ratio, score } from "./score.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const README = "# Lumo\n\nLumo is a model. [Weights](https://huggingface.co/acme-ai/lumo-7b).\n";
const found = goldenOf("acme-ai+lumo", auditOf({ "README.md": README }));

type Finding = Golden["components"]["datasets"];
const withFinding = (part: Partial<Finding>): Golden => ({
  ...found,
  components: { ...found.components, datasets: { ...found.components.datasets, ...part } },
});

function labelled(part: Partial<NonNullable<Label["components"]["datasets"]>>): Label {
  return {
    repo: "acme-ai/lumo",
    commit: SHA,
    is_model_repo: false,
    components: {
      datasets: {
        presence: "linked",
        evidence: [],
        licence: "none",
        licence_source: null,
        confidence: "high",
        ...part,
      },
    },
  };
}

const scored = (label: Label, golden: Golden) => score([{ name: "acme-ai+lumo", label, found: golden }]);

describe("the corpus's files", () => {
  const goldens = namesIn("corpus");

  it("hold summaries of many repositories", () => {
    expect(goldens.length).toBeGreaterThan(50);
  });

  it.each(goldens)(
    "the summary of %s names its repository and a whole commit, and is written as the script writes",
    (name) => {
      const golden = readGolden(name);
      expect(golden?.repository).toBe(name.replace("+", "/"));
      expect(golden?.commit).toMatch(/^[0-9a-f]{40}$/);
      expect(goldenSchema.parse(JSON.parse(writtenGolden(golden!)))).toEqual(golden);
    },
  );

  it("hold labels of the same shape, each with its repository's name and a whole commit", () => {
    for (const name of namesIn("labels")) {
      const label = readLabel(name);
      expect(label?.repo).toBe(name.replace("+", "/"));
      expect(label?.commit).toMatch(/^[0-9a-f]{40}$/);
    }
  });

  it("hold first looks that are each recorded once", () => {
    const batches = readFirstLook().map(({ batch }) => batch);
    expect(new Set(batches).size).toBe(batches.length);
  });

  it("may not name a commit in short, leave out an artifact of a model, or say anything else", () => {
    expect(goldenSchema.safeParse(found).success).toBe(true);
    expect(goldenSchema.safeParse({ ...found, commit: "0123456" }).success).toBe(false);
    expect(goldenSchema.safeParse({ ...found, readme: README }).success).toBe(false);
    expect(labelSchema.safeParse(labelled({})).success).toBe(true);
    expect(labelSchema.safeParse({ ...labelled({}), commit: "main" }).success).toBe(false);
    expect(labelSchema.safeParse({ ...labelled({}), is_model_repo: true }).success).toBe(false);
  });
});

describe("a summary", () => {
  it("tells what another audit says otherwise, and nothing where it says the same", () => {
    expect(differences(found, found)).toEqual([]);
    expect(differences(found, withFinding({ presence: "linked", openness: "open", license: "MIT" }))).toEqual([
      "datasets: absent → linked, open (MIT)",
    ]);
    const [first, second] = ["a", "b"].map((evidence) => withFinding({ presence: "linked", rule: "r", evidence }));
    expect(differences(first!, second!)).toEqual(["datasets: r a → r b"]);
  });

  it("holds a line for each artifact and none of the repository's words", () => {
    const text = writtenGolden(found);
    for (const id of ARTIFACT_IDS) expect(text.match(new RegExp(`^  "${id}": .*$`, "gm"))).toHaveLength(1);
    expect(text).not.toContain("Lumo is a model");
  });
});

describe("a score", () => {
  it("counts what is found, missed and made up", () => {
    expect(scored(labelled({}), withFinding({ presence: "linked" })).presence.truePositive).toBe(1);
    expect(scored(labelled({}), withFinding({ presence: "absent" })).presence.falseNegative).toBe(1);
    expect(scored(labelled({}), withFinding({ presence: "undetermined" })).presence.falseNegative).toBe(1);
    expect(scored(labelled({ presence: "absent" }), withFinding({ presence: "in-repo" })).presence.falsePositive).toBe(
      1,
    );
    const { precision, recall, f1 } = measures({ truePositive: 3, falsePositive: 1, falseNegative: 3 });
    expect([precision, recall, f1]).toEqual([0.75, 0.5, 0.6]);
  });

  it("leaves out what two careful auditors could see differently", () => {
    const { presence, place } = scored(labelled({ confidence: "low" }), withFinding({ presence: "in-repo" }));
    expect([presence.falsePositive + presence.truePositive, place.of]).toEqual([0, 0]);
  });

  it("asks for the right place of what was found", () => {
    expect(ratio(scored(labelled({}), withFinding({ presence: "in-repo" })).place)).toBe(0);
    expect(ratio(scored(labelled({}), withFinding({ presence: "linked" })).place)).toBe(1);
  });

  it("takes one license written in two ways for one, and any that the label accepts", () => {
    expect(licenseKey("LicenseRef-Llama-3-Community")).toBe(licenseKey("llama 3"));
    expect(licenseKey("GPL-3.0-or-later")).toBe("gpl-3.0");
    expect(licenseKey("none")).toBeUndefined();
    const golden = withFinding({ presence: "linked", license: "CC-BY-4.0", openness: "open" });
    expect(scored(labelled({ licence: "MIT", licence_any: ["CC-BY-4.0"] }), golden).license).toEqual({
      right: 1,
      of: 1,
    });
    expect(scored(labelled({ licence: "MIT" }), golden).license).toEqual({ right: 0, of: 1 });
    expect(scored(labelled({ licence: "MIT", licence_confidence: "low" }), golden).license.of).toBe(0);
  });

  it("finds what is called open under no open license", () => {
    const open = withFinding({ presence: "linked", license: "MIT", openness: "open" });
    expect(scored(labelled({ licence: "LicenseRef-Llama-3" }), open).falseOpen).toHaveLength(1);
    expect(scored(labelled({ licence: "none" }), open).falseOpen).toHaveLength(1);
    expect(scored(labelled({ presence: "absent", licence: "none" }), open).falseOpen).toHaveLength(1);
    expect(scored(labelled({ licence: "Apache-2.0" }), open).falseOpen).toEqual([]);
    expect(scored(labelled({ licence: "none", licence_confidence: "low" }), open).falseOpen).toEqual([]);
  });
});
