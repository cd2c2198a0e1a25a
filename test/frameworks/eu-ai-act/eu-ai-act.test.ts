import { describe, expect, test } from "vitest";
import { euAiAct } from "../../../src/frameworks/eu-ai-act/eu-ai-act.ts";
import { messagesIn } from "../../../src/messages/languages.ts";
import { checkRunFace } from "../../../src/report/checkrun.ts";
import { htmlFace } from "../../../src/report/formats/html.ts";
import { markdownFace } from "../../../src/report/markdown.ts";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";

const POINTER =
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 4000000000\n";
const GENERATE =
  'from transformers import AutoModelForCausalLM\n\nmodel = AutoModelForCausalLM.from_pretrained("./")\nprint(model.generate(**inputs))\n';
const NETWORK =
  "import torch\nimport torch.nn as nn\n\n\nclass Aurora(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.embed = nn.Embedding(100, 64)\n        self.layers = nn.ModuleList([nn.TransformerEncoderLayer(64, 4) for _ in range(12)])\n        self.head = nn.Linear(64, 100)\n\n    def forward(self, x):\n        x = self.embed(x)\n        for layer in self.layers:\n            x = layer(x)\n        return self.head(x)\n";
const INTRODUCTION = "Aurora is a large language model of 70B parameters.";

interface Parts {
  readonly license?: string;
  readonly tag?: string;
  readonly introduction?: string;
  readonly rest?: string;
  readonly more?: Readonly<Record<string, FileOf>>;
  readonly complete?: boolean;
}

const release = (parts: Parts = {}) => {
  const { license = "apache-2.0", tag = "pipeline_tag: text-generation\n", introduction = INTRODUCTION } = parts;
  const files = {
    "README.md": `---\nlicense: ${license}\n${tag}---\n# Aurora\n\n${introduction}\n\n## Intended use\n\nAurora answers questions and writes text, for research and for products alike.\n\n## Usage\n\nLoad the weights as generate.py does, with the tokenizer that lies beside them.\n\n${parts.rest ?? ""}\n`,
    "model.safetensors": POINTER,
    "generate.py": GENERATE,
    ...parts.more,
  };
  const complete = parts.complete === undefined ? {} : { complete: parts.complete };
  return auditOf(files, { name: "aurora", policy: "model: true\n", ...complete });
};

const requirement = (report: ReturnType<typeof release>, rule: string) =>
  report.frameworks["eu-ai-act"]?.requirements.find(({ id }) => id === `eu-ai-act-${rule}`);
const verdict = (report: ReturnType<typeof release>, rule: string): string | undefined =>
  requirement(report, rule)?.verdict;

describe("every face", () => {
  test.each(["en", "ja", "zh"] as const)(
    "says in %s that this is advisory, as of when, and no legal advice",
    (language) => {
      const report = release();
      const messages = messagesIn(language);
      const words = { en: "(advisory, not legal advice) 2026-11", ja: "法的助言ではありません", zh: "不是法律意见" };
      const context = { owner: "acme-ai", repo: "aurora", head: "0".repeat(40), messages };
      expect(checkRunFace(report, context).text).toContain(words[language]);
      expect(markdownFace(report, undefined, messages)).toContain(words[language]);
      expect(htmlFace(report, { created: new Date(0) })).toContain(words.en);
      for (const { decides } of euAiAct.rules) expect(decides).toMatch(/never legal advice/);
    },
  );

  test("speaks of evidence, never of what is met", () => {
    const page = markdownFace(release());
    const lines = page.split("### ").find((part) => part.startsWith("EU AI Act"));
    expect(lines).toMatch(/evidence lacking/);
    expect(lines).not.toMatch(/\bmet\b/);
  });

  test("no rule calls a release failing", () => {
    const worst = release({
      license: "cc-by-nc-4.0",
      introduction: `${INTRODUCTION} It was trained with 3.8e25 FLOPs.`,
    });
    expect(worst.frameworks["eu-ai-act"]?.requirements.map((one) => one.verdict)).not.toContain("fail");
  });
});

describe("the line of 10^25", () => {
  test("is not crossed by less", () => {
    const report = release({ introduction: `${INTRODUCTION} It was trained with 6.3 × 10^24 FLOPs.` });
    expect(requirement(report, "compute")).toMatchObject({
      verdict: "pass",
      because: "The stated training compute (6.3 × 10^24 FLOP) is not above 10^25.",
    });
  });

  test("is crossed by more, and the exemption ends there", () => {
    const report = release({ introduction: `${INTRODUCTION} It was trained with 3.8e25 FLOPs.` });
    expect(verdict(report, "compute")).toBe("warn");
    expect(requirement(report, "exemption")).toMatchObject({
      verdict: "warn",
      because: expect.stringMatching(/does not reach models with systemic risk/),
    });
  });

  test("is told from a table's own row, not from those of others", () => {
    const table = (name: string): string =>
      `## Training\n\n| Model | Training FLOPs |\n| --- | --- |\n| ${name} | 3.8e25 |\n| Borealis | 9.9e25 |\n`;
    expect(requirement(release({ rest: table("Aurora-70B") }), "compute")?.because).toMatch(/3\.8 × 10\^25/);
    expect(verdict(release({ rest: table("Australis") }), "compute")).toBe("not-applicable");
  });

  test("is not judged by GPU hours", () => {
    const report = release({ introduction: `${INTRODUCTION} Training took 39.3M GPU hours on H100.` });
    expect(requirement(report, "compute")).toMatchObject({
      verdict: "not-applicable",
      because: expect.stringMatching(/no floating-point operations/),
    });
  });
});

describe("models that are not general-purpose", () => {
  test.each([
    ["a classifier by its card", { tag: "pipeline_tag: image-classification\n", introduction: "Aurora sees birds." }],
    [
      "a masked language model",
      { tag: "", introduction: "Aurora is a masked language model for text representations." },
    ],
    ["a model of proteins", { tag: "", introduction: "Aurora is a protein language model." }],
    ["a small one by its stated compute", { introduction: `${INTRODUCTION} It was trained with 2e21 FLOPs.` }],
  ])("%s is asked for nothing", (_, parts) => {
    const report = release(parts);
    for (const rule of ["exemption", "technical-documentation", "copyright-policy", "training-summary"])
      expect(verdict(report, rule)).toBe("not-applicable");
  });
});

describe("models that may be general-purpose", () => {
  const code = (text: string): string => `## Run\n\n\`\`\`python\n${text}\n\`\`\`\n`;
  test.each([
    ["by its introduction", { introduction: INTRODUCTION }],
    ["by its introduction in Chinese", { introduction: "Aurora 是新一代大语言模型系列，参数量为 70B。" }],
    ["by its introduction in Japanese", { introduction: "Aurora は日本語の大規模言語モデルです。" }],
    ["by how it is loaded", { introduction: "Welcome.", rest: code('AutoModelForCausalLM.from_pretrained("acme/a")') }],
    ["by the pipeline it runs in", { introduction: "Welcome.", rest: code('pipeline("text-generation", "acme/a")') }],
  ])("one that generates %s is looked at", (_, parts) => {
    expect(verdict(release({ tag: "", ...parts }), "copyright-policy")).toBe("warn");
  });

  test("one that draws is looked at by what its code is said to run", () => {
    const introduction =
      "This repo contains minimal code to run image generation & editing with our Aurora open-weight models.";
    expect(verdict(release({ tag: "", introduction }), "copyright-policy")).toBe("warn");
  });

  describe("where no sentence says what it generates", () => {
    const SAMPLER =
      "import torch\n\n\n@torch.no_grad()\ndef generate(model, tokenizer, prompt, max_new_tokens=100, top_p=0.9):\n    ids = tokenizer.encode(prompt)\n    logits = model.forward(ids)\n    return tokenizer.decode(torch.multinomial(logits, 1))\n";
    const opens = (introduction: string, code: string) =>
      verdict(release({ tag: "", introduction, more: { "generate.py": code, "sample.py": code } }), "copyright-policy");

    test.each([
      ["has a billion parameters", "Example code for Aurora.\n\n- **Parameters:** 314B"],
      ["is called by its billions", "Minimal code to run Aurora 8x7B."],
    ])("one that %s and picks its tokens is looked at", (_, introduction) => {
      expect(opens(introduction, SAMPLER)).toBe("warn");
    });

    test.each([
      ["is smaller", "Example code for Aurora.\n\n- **Parameters:** 314M", SAMPLER],
      ["counts tokens, not parameters", "Aurora has seen 300B tokens.", SAMPLER],
      ["writes nothing", "Example code for Aurora.\n\n- **Parameters:** 22B", NETWORK],
      ["translates only", "Aurora does machine translation.\n\n- **Parameters:** 2B", SAMPLER],
    ])("one that %s is not", (_, introduction, code) => {
      expect(opens(introduction, code)).toBe("not-applicable");
    });
  });

  test("one of proteins is not, though it is loaded as a language model is", () => {
    const parts = { introduction: "Aurora predicts proteins.", rest: code("AutoModelForCausalLM.from_pretrained()") };
    expect(verdict(release({ tag: "", ...parts }), "copyright-policy")).toBe("not-applicable");
  });
});

describe("the exemption for open-source models", () => {
  test("is shown by open weights, architecture and usage", () => {
    const more = { "modeling.py": NETWORK };
    const report = release({ more });
    expect(verdict(report, "exemption")).toBe("pass");
    expect(verdict(report, "technical-documentation")).toBe("not-applicable");
  });

  test("is not there under terms that restrict", () => {
    expect(requirement(release({ license: "llama3.1" }), "exemption")).toMatchObject({
      verdict: "warn",
      because: expect.stringMatching(/restricts/),
    });
  });

  test("is in doubt where a commercial license is offered, and not where none is needed", () => {
    const offered =
      "For a commercial license, contact sales: commercial licenses are available on request, contact us.";
    const more = { "modeling.py": NETWORK };
    expect(verdict(release({ rest: `## Contact\n\n${offered}`, more }), "exemption")).toBe("warn");
    const free = "You need no commercial license; contact us about commercial use only if you like.";
    expect(verdict(release({ rest: `## Contact\n\n${free}`, more }), "exemption")).toBe("pass");
  });

  test("is undetermined where the license cannot be told", () => {
    expect(verdict(release({ license: "other" }), "exemption")).toBe("undetermined");
  });
});

describe("items of the annexes", () => {
  test("are counted, and those that were not found are named", () => {
    const report = release({ license: "cc-by-nc-4.0" });
    const { verdict: is, because } = requirement(report, "technical-documentation")!;
    expect(is).toBe("warn");
    expect(because).toMatch(/of 13 items of Annex XI was found; not found here, where it need not be: .*energy/);
    expect(because).not.toMatch(/number of parameters|intended tasks/);
    expect(requirement(report, "downstream-information")?.because).toMatch(/greatest input size/);
  });

  test("are not said to be lacking where not all of the tree was seen", () => {
    expect(verdict(release({ license: "cc-by-nc-4.0", complete: false }), "technical-documentation")).toBe(
      "undetermined",
    );
  });
});

describe("the copyright policy", () => {
  test("is found by its file, its heading or a link", () => {
    const policy =
      "We find reservations of rights by robots.txt and by the headers of pages, and leave such works out.";
    expect(verdict(release({ more: { "COPYRIGHT_POLICY.md": `# Policy\n\n${policy}\n` } }), "copyright-policy")).toBe(
      "pass",
    );
    expect(verdict(release({ rest: `## Copyright policy\n\n${policy}` }), "copyright-policy")).toBe("pass");
    const link = "See our [copyright policy](https://example.org/legal).";
    expect(verdict(release({ rest: link }), "copyright-policy")).toBe("pass");
  });

  test("is not a measure alone, nor a notice of copyright", () => {
    const measure = requirement(release({ rest: "Our crawler honours robots.txt." }), "copyright-policy");
    expect(measure).toMatchObject({ verdict: "warn", because: expect.stringMatching(/Measures/) });
    const notice = requirement(
      release({ rest: "Copyright (c) 2026 Acme AI. All rights reserved." }),
      "copyright-policy",
    );
    expect(notice).toMatchObject({ verdict: "warn", because: expect.stringMatching(/No copyright policy/) });
  });
});

describe("the summary of the training content", () => {
  const SECTIONS = [
    ["1.1. Provider identification", "Acme AI"],
    ["1.2. Model identification", "Aurora"],
    ["1.3. Modalities, overall training data size and other characteristics", "Text, 1 to 10 trillion tokens"],
    ["2.1. Publicly available datasets", "Yes: Common Crawl"],
    ["2.2. Private non-publicly available datasets obtained from third parties", "No"],
    ["2.3. Data crawled and scraped from online sources", "No"],
    ["2.4. User data", "No"],
    ["2.5. Synthetic data", "No"],
    ["2.6. Other sources of data", "No"],
    ["3.1. Respect of reservation of rights from text and data mining exception or limitation", "robots.txt"],
    ["3.2. Removal of illegal content", "Lists of words"],
  ] as const;
  const summary = (sections: readonly (readonly [string, string])[]): Record<string, string> => ({
    "TRAINING_CONTENT_SUMMARY.md": `# Public summary of training content\n\n${sections.map(([title, text]) => `## ${title}\n\n${text}\n`).join("\n")}`,
  });

  test("is whole with something under every section, a no too", () => {
    expect(verdict(release({ more: summary(SECTIONS) }), "training-summary")).toBe("pass");
  });

  test("is told which sections it lacks, those that are still to be filled too", () => {
    const sections = SECTIONS.filter(([title]) => !title.startsWith("2.4")).map(
      ([title, text]) => [title, title.startsWith("3.2") ? "TO BE PROVIDED" : text] as const,
    );
    expect(requirement(release({ more: summary(sections) }), "training-summary")).toMatchObject({
      verdict: "warn",
      because: expect.stringMatching(/template: 2\.4 user data and 3\.2 illegal content\.$/),
    });
  });

  test("is not read where it is only linked", () => {
    const rest = "See the [public summary of training content](https://example.org/aurora-summary).";
    expect(verdict(release({ rest }), "training-summary")).toBe("undetermined");
  });

  test("is not a summary of training or of content in general", () => {
    const rest =
      "## Summary of training\n\nTraining took three weeks on the cluster of the university, without any interruption.";
    expect(requirement(release({ rest }), "training-summary")).toMatchObject({
      verdict: "warn",
      because: expect.stringMatching(/No public summary/),
    });
  });

  test("is not called missing where not all of the tree was seen", () => {
    expect(verdict(release({ complete: false }), "training-summary")).toBe("undetermined");
  });
});
