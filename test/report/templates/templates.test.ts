/** The files that are offered: unfilled they claim nothing, filled they count, and each is valid by its format. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ARTIFACT_IDS, type ArtifactId } from "../../../src/evidence/artifacts/artifact.ts";
import { evaluateCommand } from "../../../src/frameworks/mof/evaluate-command.ts";
import type { Report } from "../../../src/report/schema.ts";
import { citation } from "../../../src/report/templates/citation.ts";
import { knownOf } from "../../../src/report/templates/known.ts";
import { LICENSE_NOTICES } from "../../../src/report/templates/license-notice.ts";
import { modelCard } from "../../../src/report/templates/model-card.ts";
import { mofFile } from "../../../src/report/templates/mof-file.ts";
import { type Offer, offerFor } from "../../../src/report/templates/offers.ts";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";
import { exampleReport, open, RESTRICTED_WEIGHTS } from "../example.ts";
import { RELEASE } from "../formats/release.ts";
import { isCff, isMof, mistakes } from "../formats/validators.ts";

type Files = Readonly<Record<string, FileOf>>;

/** A repository that holds code of a network and weights, and says nothing. */
const BARE: Files = {
  "README.md": "# Lumo-7B\n\nLumo-7B is a language model, see [weights](https://huggingface.co/acme-ai/lumo-7b).\n",
  "modeling_lumo.py": RELEASE["modeling_lumo.py"]!,
};
const PARTIAL: Files = { ...RELEASE };
const UNLICENSED_CODE: Files = {
  ...BARE,
  "README.md": `${BARE["README.md"] as string}\nThe weights are released under the Apache-2.0 license.\n\n[Paper](https://arxiv.org/abs/2501.00001) about Lumo-7B. [Training data](https://huggingface.co/datasets/acme-ai/lumo-corpus).\n`,
};

const statesOf = (report: Report): object =>
  Object.fromEntries(
    ARTIFACT_IDS.map((id) => {
      const { presence, openness, verdict } = report.components[id];
      return [id, `${presence} ${openness} ${verdict}`];
    }),
  );

const newFiles = (report: Report): (Offer & { kind: "new" })[] =>
  ARTIFACT_IDS.flatMap((id) => {
    const offer = offerFor(report, id, "absent");
    return offer?.kind === "new" ? [offer] : [];
  });

describe.each(Object.entries({ BARE, PARTIAL, UNLICENSED_CODE }))("unfilled, on %s", (_, files) => {
  const before = auditOf(files);

  it.each(newFiles(before).map((offer): [string, string] => [offer.path, offer.text]))(
    "%s changes the state of no artifact",
    (path, text) => {
      expect(statesOf(auditOf({ ...files, [path]: text }))).toEqual(statesOf(before));
    },
  );

  it("all of them together change the state of no artifact, the class or the licenses", () => {
    const added = Object.fromEntries(newFiles(before).map(({ path, text }) => [path, text]));
    const after = auditOf({ ...files, ...added });
    expect(Object.keys(added).length).toBeGreaterThan(8);
    expect(statesOf(after)).toEqual(statesOf(before));
    expect(after.mof.class).toBe(before.mof.class);
    expect(after.licenseFiles).toEqual(before.licenseFiles);
  });
});

describe("filled in", () => {
  const text = (id: ArtifactId): { path: string; text: string } => {
    const offer = offerFor(auditOf(BARE), id, "absent");
    if (offer?.kind !== "new") throw new Error(`nothing is offered for ${id}`);
    return offer;
  };
  const uncommented = (yaml: string): string => yaml.replace(/^# {1,3}(?=-? ? ?[a-z_]+:| {2})/gm, "");
  const presence = (id: ArtifactId, path: string, filled: string): string =>
    auditOf({ ...BARE, [path]: filled }).components[id].presence;
  const SENTENCE = "Wikipedia and Common Crawl, 2 billion tokens, deduplicated and filtered for quality in two passes.";

  it.each(["model-card", "data-card"] as const)("the %s counts", (id) => {
    const { path, text: template } = text(id);
    expect(presence(id, path, template.replaceAll("[More Information Needed]", SENTENCE))).toBe("in-repo");
  });

  it("the results count", () => {
    const { path, text: template } = text("evaluation-results");
    const yaml = `${template.slice(template.indexOf("# - dataset:")).replace(/^# /gm, "")}`.replace("SCORE", "61.2");
    expect(parse(yaml)).toHaveLength(1);
    expect(presence("evaluation-results", path, yaml)).toBe("in-repo");
  });

  it("the requirements count", () => {
    const { path, text: template } = text("supporting-libraries-and-tools");
    expect(presence("supporting-libraries-and-tools", path, template.replace("# NAME==VERSION", "torch==2.6.0"))).toBe(
      "in-repo",
    );
  });

  it("the settings of the run count", () => {
    const { path, text: template } = text("model-metadata");
    const filled = uncommented(template).replaceAll("NUMBER", "4").replaceAll("NAME", "adamw");
    expect(presence("model-metadata", path, filled)).toBe("in-repo");
  });

  it("the samples count", () => {
    const { path, text: template } = text("sample-model-outputs");
    expect(presence("sample-model-outputs", path, template.replaceAll("[More Information Needed]", SENTENCE))).toBe(
      "in-repo",
    );
  });

  it.each([
    ["datasets", "- [Training corpus of Lumo-7B](https://huggingface.co/datasets/acme-ai/corpus), all of the training"],
    ["evaluation-data", "- [MMLU](https://huggingface.co/datasets/cais/mmlu), test split"],
    [
      "model-parameters-intermediate",
      "- [step1000](https://huggingface.co/acme-ai/lumo-7b/tree/step1000)\n- [step2000](https://huggingface.co/acme-ai/lumo-7b/tree/step2000)",
    ],
  ] as const)("the links of %s count", (id, links) => {
    const { path, text: template } = text(id);
    expect(presence(id, path, template.replace("[More Information Needed]", links))).toBe("linked");
  });
});

describe("formats", () => {
  const report = auditOf(RELEASE);

  it("CITATION.cff is valid by the schema of version 1.2.0", () => {
    expect(mistakes(isCff, parse(citation.write(knownOf(report), report)))).toEqual([]);
  });

  it("CITATION.cff is valid with its comments filled in", () => {
    const filled = citation
      .write(knownOf(report), report)
      .replace(/^# (?=preferred-citation| )/gm, "")
      .replace("YEAR", "2026")
      .replace("ADDRESS.OF/THE/PAPER", "arxiv.org/abs/2501.00001");
    const value = parse(filled) as Record<string, unknown>;
    expect(value["preferred-citation"]).toMatchObject({ year: 2026 });
    expect(mistakes(isCff, value)).toEqual([]);
  });

  it("the MOF file is valid by the tool's schema, and evaluates to the class that was computed", () => {
    const text = mofFile.write(knownOf(report), report);
    expect(mistakes(isMof, parse(text))).toEqual([]);
    const { class: reached, label, progress } = report.mof.mot;
    expect(evaluateCommand([{ file: "mof.yml", text }])).toEqual([
      { file: "mof.yml", class: reached, label, progress },
    ]);
  });

  it("the MOF file claims no open license for what has more terms, and is contradicted by nothing that was found", () => {
    const files: Files = {
      ...RELEASE,
      "README.md": (RELEASE["README.md"] as string).replace("license: apache-2.0\n", ""),
      LICENSE: "This release is licensed under Apache-2.0 and CC-BY-NC-ND-4.0, and both apply to all of it.\n",
    };
    const restricted = exampleReport({
      components: {
        "model-card": {
          ...open("MODEL_CARD.md"),
          openness: "restricted",
          license: {
            ...RESTRICTED_WEIGHTS.license!,
            id: "Apache-2.0",
            source: { path: "LICENSE" },
          },
        },
      },
    });
    const text = mofFile.write(knownOf(restricted), restricted);
    expect(text).toMatch(/name: "Model card"\n {6}license: "LicenseRef-unknown"/);
    for (const tree of [files, RELEASE, BARE]) {
      const before = auditOf(tree);
      const after = auditOf({ ...tree, "mof.yml": mofFile.write(knownOf(before), before) });
      const news = after.findings.filter(({ message }) => !before.findings.some((one) => one.message === message));
      // That a license has no name in the file is told; nothing is claimed that was not found.
      expect(news.filter(({ rule, level }) => level !== "notice" || rule !== "mof-claim-license")).toEqual([]);
      if (tree !== files) expect(news).toEqual([]);
    }
  });

  it("the card's front matter says only what is known, in keys of the Hub", () => {
    const front = modelCard.write(knownOf(report), report).split("---\n")[1] ?? "";
    expect(parse(front)).toEqual({ license: "apache-2.0", datasets: ["acme-ai/lumo-corpus"] });
    const bare = auditOf(BARE);
    expect(parse(modelCard.write(knownOf(bare), bare).split("---\n")[1] ?? "")).toBeNull();
  });

  it("a hostile name leaves no markup in any file", () => {
    const hostile: Report = {
      ...report,
      subject: { ...report.subject, repository: { owner: "--> <b>", name: "x\n--> [a](http://evil)`" } },
    };
    for (const { text } of newFiles(hostile).filter(({ path }) => path.endsWith(".md")))
      expect(text).not.toMatch(/<b>|http:|\]\(|-->.*\w|`/);
  });
});

describe("license notices", () => {
  const ofWeights = "model-parameters-final";

  it("the notice for weights covers the weights and nothing else", () => {
    const before = auditOf(BARE);
    const { path } = LICENSE_NOTICES.weights;
    const after = auditOf({ ...BARE, [path]: LICENSE_NOTICES.weights.write(knownOf(before), before) });
    expect(before.components[ofWeights].openness).toBe("unlicensed");
    expect(after.components[ofWeights]).toMatchObject({ openness: "open", license: { id: "OpenMDW-1.0" } });
    expect(after.components["model-architecture"].openness).toBe("unlicensed");
  });

  it("the notice for data covers the data, and the one for documents the documents", () => {
    const files: Files = {
      ...BARE,
      "data/train.jsonl": { bytes: 3_000_000 },
      "DATA_CARD.md":
        "# Data card\n\n## Sources\n\nWikipedia and Common Crawl, 2 TB, filtered in two passes over all pages.\n\n## Processing\n\nPages were deduplicated with MinHash and filtered for quality.\n",
    };
    const before = auditOf(files);
    const under = (kind: "data" | "document"): Report => {
      const template = LICENSE_NOTICES[kind];
      return auditOf({ ...files, [template.path]: template.write(knownOf(before), before) });
    };
    expect([before.components.datasets.openness, before.components["data-card"].openness]).toEqual([
      "unlicensed",
      "unlicensed",
    ]);
    expect(under("data").components.datasets.openness).toBe("open");
    expect(under("data").components[ofWeights].openness).toBe("unlicensed");
    expect(under("document").components["data-card"].openness).toBe("open");
    expect(under("document").components.datasets.openness).toBe("unlicensed");
  });

  it("the notice for code covers the code and not the weights", () => {
    const before = auditOf(BARE);
    const { path } = LICENSE_NOTICES.code;
    const after = auditOf({ ...BARE, [path]: LICENSE_NOTICES.code.write(knownOf(before), before) });
    expect(after.components["model-architecture"]).toMatchObject({ openness: "open", license: { id: "Apache-2.0" } });
    expect(after.components[ofWeights].openness).toBe("unlicensed");
  });
});

it("docs/comment.md names every file that is offered", () => {
  const page = readFileSync(new URL("../../../docs/comment.md", import.meta.url), "utf8");
  const templates = [...Object.values(LICENSE_NOTICES), mofFile];
  for (const path of [...newFiles(auditOf(BARE)), ...templates].map((one) => one.path))
    expect(page).toContain(`\`${path}\``);
});
