import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit.ts";
import type { FactsCache } from "../../src/evidence/facts-cache.ts";
import { stateOf } from "../../src/frameworks/mof/state.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { reportOfModel } from "../../src/report/one-model.ts";
import { type Report, reportSchema } from "../../src/report/schema.ts";
import { auditOf } from "../auditing.ts";
import { type FileOf, snapshotOf } from "../snapshot-of.ts";

const MIT = `MIT License

Copyright (c) 2026 Acme

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;
const RESEARCH_ONLY = "Research license\n\nYou may use the model for research only. Commercial use is not permitted.\n";

const card = (name: string, license = "mit") => `---
license: ${license}
pipeline_tag: text-generation
---
# ${name}

${name} is a language model.

## Intended use

${name} is intended for research on language.

## Limitations

${name} may produce wrong statements.

## Evaluation

| Benchmark | ${name} |
|---|---|
| MMLU | 61.2 |
| GSM8K | 48.0 |
`;

const network = `import torch
from torch import nn


class TinyForCausalLM(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.head = nn.Linear(config.hidden_size, config.vocab_size)

    def forward(self, ids):
        return self.head(ids)
`;

/** Two models with a folder each, and what both share beside them. */
const FILES: Readonly<Record<string, FileOf>> = {
  "README.md": "# Acme's models\n\nThis repository holds our models, with the code that both of them use.\n",
  LICENSE: MIT,
  "shared/modeling.py": network,
  "models/willow/README.md": card("Willow"),
  "models/willow/model.safetensors": { lfs: 13_476_835_328 },
  "models/willow/DATA_CARD.md":
    "# Data card\n\n## Sources\n\n| Source | Size | License |\n|---|---|---|\n| Common Crawl | 2 TB | CC0-1.0 |\n\n## Collection and filtering\n\nPages were collected in 2025, deduplicated and filtered for quality.\n",
  "models/willow/Willow_Technical_Report.pdf": { bytes: 40_000 },
  "models/cedar/README.md": card("Cedar", "other"),
  "models/cedar/LICENSE": RESEARCH_ONLY,
  "models/cedar/model.safetensors": { lfs: 3_476_835_328 },
};

const MODELS = `models:
  - {name: Willow, path: models/willow}
  - {name: Cedar, path: ./models/cedar/}
`;

const states = (report: Report) =>
  Object.fromEntries(Object.entries(report.components).map(([id, component]) => [id, stateOf(component)]));
const model = (report: Report, name: string) => {
  const found = report.models?.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no model ${name}`);
  return found;
};

describe("a repository of several models", () => {
  const report = auditOf(FILES, { policy: MODELS });

  it("is reported model by model, each on its own files and those that all share", () => {
    expect(report.models?.map(({ name, path }) => [name, path])).toEqual([
      ["Willow", "models/willow"],
      ["Cedar", "models/cedar"],
    ]);
    const weights = (name: string) => model(report, name).components["model-parameters-final"].evidence[0]?.path;
    expect([weights("Willow"), weights("Cedar")]).toEqual([
      "models/willow/model.safetensors",
      "models/cedar/model.safetensors",
    ]);
    for (const name of ["Willow", "Cedar"])
      expect(model(report, name).components["model-architecture"].evidence[0]?.path).toBe("shared/modeling.py");
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  it("never lends one model what another has", () => {
    expect(model(report, "Willow").components["data-card"].presence).toBe("in-repo");
    expect(model(report, "Cedar").components["data-card"].presence).toBe("absent");
    expect(model(report, "Willow").components["model-parameters-final"].openness).toBe("open");
    expect(model(report, "Cedar").components["model-parameters-final"].openness).toBe("restricted");
  });

  it("finds a model's card in its own folder, as it would at the root", () => {
    for (const name of ["Willow", "Cedar"])
      expect(model(report, name).components["model-card"].evidence[0]?.path).toBe(
        `models/${name.toLowerCase()}/README.md`,
      );
    expect(model(report, "Willow").mof.class).toBe(3);
  });

  it("speaks as a whole for the least open of them, and concludes with the worst", () => {
    expect(report.mof.class).toBe(0);
    expect(states(report)).toEqual(states(reportOfModel(report, "Cedar")!));
    const strict = auditOf(FILES, { policy: `${MODELS}target: 3\nfail: [below-target]\n` });
    expect(strict.policy).toMatchObject({ conclusion: "failure", met: false });
    expect(strict.policy.reasons).toEqual([expect.stringMatching(/^Cedar: The target is Class III/)]);
    expect(model(strict, "Willow").policy.conclusion).toBe("success");
  });

  it("gives each its own target where the owner says so", () => {
    const policy =
      "target: 3\nfail: [below-target]\nmodels:\n  - {name: Willow, path: models/willow, target: 1}\n  - {name: Cedar, path: models/cedar}\n";
    const { reasons } = auditOf(FILES, { policy }).policy;
    expect(reasons.map((reason) => reason.slice(0, 40))).toEqual([
      expect.stringMatching(/^Willow: The target is Class I;/),
      expect.stringMatching(/^Cedar: The target is Class III/),
    ]);
  });

  it("tells what all of it says once", () => {
    const keys = report.findings.map(({ rule, path, lines, message }) => JSON.stringify([rule, path, lines, message]));
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });

  it("analyses what the models share once, and comes to the same with what was analysed before", () => {
    const kept = new Map<string, unknown>();
    const writes: string[] = [];
    const cache: FactsCache = {
      get: (key) => kept.get(JSON.stringify(key)) as ReturnType<FactsCache["get"]>,
      set: (key, facts) => {
        writes.push(`${key.analyser} ${key.path}`);
        kept.set(JSON.stringify(key), facts);
      },
    };
    const policy = loadPolicy(MODELS, ".github/openness.yml");
    const first = audit(snapshotOf(FILES), policy, undefined, cache);
    expect(writes.toSorted()).toEqual([...new Set(writes)].toSorted());
    expect(audit(snapshotOf(FILES), policy, undefined, cache)).toEqual(first);
    expect(first).toEqual(report);
  });

  it("is compared with the same model at the base", () => {
    const policy = loadPolicy(`${MODELS}fail: [regression]\n`, ".github/openness.yml");
    const { "models/willow/DATA_CARD.md": _, ...less } = FILES;
    const after = audit(snapshotOf(less), policy, audit(snapshotOf(FILES), policy));
    expect(after.policy.reasons).toEqual([expect.stringMatching(/^Willow: The class dropped from Class III/)]);
  });

  it("takes what is declared for all to all, and what lies in one model's folder to that one", () => {
    const policy = `${MODELS}artifacts: {training-code: shared/modeling.py, data-card: models/willow/notes.md}\n`;
    const declared = auditOf({ ...FILES, "models/willow/notes.md": "# Notes\n" }, { policy });
    const first = (name: string, id: "training-code" | "data-card") =>
      model(declared, name).components[id].evidence[0]?.path;
    expect([first("Willow", "training-code"), first("Cedar", "training-code")]).toEqual(
      Array(2).fill("shared/modeling.py"),
    );
    expect(first("Willow", "data-card")).toBe("models/willow/notes.md");
    expect(model(declared, "Cedar").components["data-card"].presence).toBe("absent");
    expect(declared.findings.map(({ rule }) => rule)).not.toContain("declared-not-found");
    const own = `models: [{name: Willow, path: models/willow, artifacts: {data-card: models/willow/gone.md}}]\n`;
    expect(auditOf(FILES, { policy: own }).findings.map(({ rule }) => rule)).toContain("declared-not-found");
  });

  it("says which folder is not there", () => {
    const policy = `${MODELS}  - {name: Oak, path: models/oak}\n`;
    const found = auditOf(FILES, { policy }).findings.filter(({ rule }) => rule === "model-folder-missing");
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/model Oak is in the folder "models\/oak"/),
    ]);
    const cut = auditOf(FILES, { policy, complete: false }).findings.map(({ rule }) => rule);
    expect(cut, "what could not be seen is not missing").not.toContain("model-folder-missing");
  });

  it("is one model where the owner says that it is none", () => {
    expect(auditOf(FILES, { policy: `${MODELS}model: false\n` }).models).toBeUndefined();
  });
});

describe("a model in a folder is judged as it would be at the root", () => {
  const readme = (license: string) => `${card("Willow")}\n## License\n\n${license}\n`;
  const at = (folder: string, files: Readonly<Record<string, FileOf>>) =>
    Object.fromEntries(Object.entries(files).map(([path, file]) => [`${folder}${path}`, file]));
  const RELEASES: Readonly<Record<string, Readonly<Record<string, FileOf>>>> = {
    "the README restricts the weights and the license file does not": {
      LICENSE: MIT,
      "README.md": readme(
        "The code is released under the MIT license. The model weights are licensed under CC-BY-NC-4.0.",
      ),
      "model.safetensors": { lfs: 13_476_835_328 },
      "modeling.py": network,
    },
    "the front matter restricts the weights and the license file does not": {
      LICENSE: MIT,
      "README.md": card("Willow", "cc-by-nc-4.0"),
      "model.safetensors": { lfs: 13_476_835_328 },
    },
    "the weights are linked": {
      LICENSE: MIT,
      "README.md": readme(
        "The weights are at [Willow](https://huggingface.co/acme-ai/willow), under the Apache-2.0 license.",
      ),
      "modeling.py": network,
    },
    "the license is of a folder within": {
      LICENSE: MIT,
      "README.md": card("Willow"),
      "weights/LICENSE": RESEARCH_ONLY,
      "weights/model.safetensors": { lfs: 13_476_835_328 },
    },
    "only its citation file names a license": {
      "CITATION.cff": 'cff-version: 1.2.0\nmessage: "Cite it."\ntitle: Willow\nauthors: [{name: Acme}]\nlicense: MIT\n',
      "README.md": card("Willow"),
      "modeling.py": network,
      "model.safetensors": { lfs: 13_476_835_328 },
    },
  };

  it.each(Object.entries(RELEASES))("where %s", (_, files) => {
    const root = auditOf(files, { policy: "model: true\n", name: "willow" });
    const folder = auditOf(
      { ...at("models/willow/", files), "models/cedar/model.safetensors": { lfs: 3_476_835_328 } },
      { policy: MODELS, name: "collection" },
    );
    expect(states(reportOfModel(folder, "Willow")!)).toEqual(states(root));
  });

  it("whatever the folder is called", () => {
    const records = JSON.stringify(Array.from({ length: 400 }, (_, i) => ({ text: `${i} ${"word ".repeat(60)}` })));
    const files = {
      ...RELEASES["the license is of a folder within"],
      "assets/events.json": records,
      "run.py": network,
    };
    const root = auditOf(files, { policy: "model: true\n", name: "willow" });
    const policy = "models: [{name: Willow, path: training-data/evals}, {name: Cedar, path: cedar}]\n";
    const folder = auditOf(
      { ...at("training-data/evals/", files), "cedar/a.txt": "x" },
      { policy, name: "collection" },
    );
    expect(states(root).datasets).toBe("absent");
    expect(states(reportOfModel(folder, "Willow")!)).toEqual(states(root));
  });

  it("with its own license file in the place of the one that all share, for what is its own and nothing else", () => {
    const report = auditOf({ ...FILES, LICENSE: RESEARCH_ONLY, "models/willow/LICENSE": MIT }, { policy: MODELS });
    const { components } = model(report, "Willow");
    expect(components["model-parameters-final"].openness).toBe("open");
    expect(components["model-architecture"], "which is shared").toMatchObject({
      openness: "restricted",
      evidence: [{ path: "shared/modeling.py" }],
    });
  });
});

describe("what is shared", () => {
  const both = (readme: string, more: Readonly<Record<string, FileOf>> = {}) => {
    const { "models/cedar/model.safetensors": _, "models/cedar/LICENSE": __, ...files } = FILES;
    return auditOf({ ...files, ...more, "README.md": readme }, { policy: MODELS });
  };

  it("is not a model's where it names another: links, sections and files", () => {
    const report = both(
      "# Acme's models\n\n## Models\n\n- [Willow weights](https://huggingface.co/acme-ai/willow-7b)\n\n## Evaluation of Willow\n\n| Benchmark | Score |\n|---|---|\n| MMLU | 61.2 |\n",
      { "scripts/train_willow.py": "import torch\n\noptimizer.zero_grad()\nloss.backward()\noptimizer.step()\n" },
    );
    expect(model(report, "Cedar").components["model-parameters-final"].presence).toBe("absent");
    const places = Object.values(model(report, "Cedar").components).flatMap(({ evidence }) =>
      evidence.map(({ path, url }) => path ?? url),
    );
    expect(places.filter((place) => /willow/i.test(place ?? ""))).toEqual([]);
  });

  it("is everybody's where it names both", () => {
    const report = both(
      "# Acme's models\n\n- [Weights of Willow and Cedar](https://huggingface.co/acme-ai/willow-and-cedar)\n",
    );
    expect(model(report, "Cedar").components["model-parameters-final"].presence).toBe("linked");
  });

  it("restricts everybody where it is a license, whatever its file is called", () => {
    const { LICENSE: _, ...files } = FILES;
    const report = auditOf({ ...files, "LICENSE-Cedar": RESEARCH_ONLY }, { policy: MODELS });
    expect(model(report, "Willow").components["model-parameters-final"].openness).not.toBe("open");
  });
});

describe("a repository whose models are not declared", () => {
  it("is told how to declare them where each folder plainly holds one", () => {
    const found = auditOf(FILES).findings.filter(({ rule }) => rule === "models-undeclared");
    expect(found.map(({ level, message }) => [level, message])).toEqual([
      ["notice", expect.stringMatching(/models\/cedar and models\/willow.*models in \.github\/openness\.yml/)],
    ]);
    expect(auditOf(FILES).models).toBeUndefined();
  });

  it.each([
    ["one folder of two has no card", { "models/cedar/README.md": undefined }],
    ["one folder of two has no weights", { "models/cedar/model.safetensors": undefined }],
    ["there are weights beside them", { "model.safetensors": { lfs: 3_476_835_328 } }],
    ["the models are declared", {}],
  ])("is not told so where %s", (what, changed) => {
    const files = Object.fromEntries(
      Object.entries({ ...FILES, ...changed }).flatMap(([path, file]) => (file === undefined ? [] : [[path, file]])),
    ) as Record<string, FileOf>;
    const policy = what === "the models are declared" ? { policy: MODELS } : {};
    expect(auditOf(files, policy).findings.map(({ rule }) => rule)).not.toContain("models-undeclared");
  });
});

describe("models as a policy declares them", () => {
  it("need a name, a folder, and no two the same name", () => {
    const problems = (text: string) => loadPolicy(text, "openness.yml").problems.map(({ message }) => message);
    expect(problems("models: [{name: a, path: a}, {name: a, path: b}]")).toEqual([
      expect.stringMatching(/every model needs another name/),
    ]);
    expect(problems("models: [{name: a}]")).toHaveLength(1);
    expect(problems(MODELS)).toEqual([]);
  });
});
