import { describe, expect, it } from "vitest";
import type { ArtifactId } from "../../../src/evidence/artifacts/artifact.ts";
import { look, presence } from "./looking.ts";

const of = (id: ArtifactId, readme: string, files: Record<string, string> = {}): string =>
  presence(id, { "README.md": readme, ...files });

describe("a paper on any host", () => {
  it("is one where the words before the link to a PDF call it so", () => {
    const readme = '# gpt-2\n\nCode from the paper ["Models are learners"](https://files.example.net/lm/models.pdf).\n';
    expect(of("research-paper", readme)).toBe("linked");
    expect(of("research-paper", readme.replace("the paper ", "the slides "))).toBe("absent");
  });

  it("is one on a house's page of publications, but not the list of them", () => {
    const page = (path: string) =>
      `# Lumo 2\n\nA minimal example to load [Lumo 2](https://ai.acme.example/research/publications/${path}) models.\n`;
    expect(of("research-paper", page("lumo-2-open-foundation-models/"))).toBe("linked");
    expect(of("research-paper", page(""))).toBe("absent");
    expect(of("research-paper", page("2024/"))).toBe("absent");
  });
});

describe("the code of the network is elsewhere", () => {
  it("where the documents use an architecture that they link", () => {
    const readme = (what: string) =>
      `# Lumo\n\nLumo uses the [${what}](https://github.com/together/stripes) to read long sequences.\n`;
    expect(of("model-architecture", readme("Stripes architecture"))).toBe("linked");
    expect(of("model-architecture", readme("Stripes benchmark"))).toBe("absent");
  });

  it("where the architecture is the same as an original, whose code is credited", () => {
    const credit =
      "## Related Work\n\n- Original BERT models and codes\n    - https://github.com/google-research/bert\n";
    const same = "## Model\n\nThe architecture of our models is the same as the original BERT models.\n\n";
    expect(of("model-architecture", `# Lumo\n\n${same}${credit}`)).toBe("linked");
    expect(of("model-architecture", `# Lumo\n\n${credit}`)).toBe("absent");
    expect(of("model-architecture", `# Lumo\n\n${same}${credit.replace("research/bert", "research/t5")}`)).toBe(
      "absent",
    );
  });

  it("but not in an engine that shares out the training of any network", () => {
    const readme = "# Lumo\n\nThe script supports training with [DeepSpeed](https://github.com/microsoft/DeepSpeed).\n";
    expect(of("model-architecture", readme)).toBe("absent");
  });
});

describe("training data is documented", () => {
  it("where a section names several sources and the size", () => {
    const section =
      "# Lumo\n\n## Training Data\n\nTrained on [CC-100](https://data.statmt.org/cc-100/) and [Wikipedia](https://dumps.wikimedia.org/). The files are 74.3GB and 4.9GB.\n";
    expect(of("data-card", section)).toBe("in-repo");
    expect(of("data-card", "# Lumo\n\n## Training Data\n\nTrained on 2T tokens of web text.\n")).toBe("absent");
  });

  it("where a section tells the steps by which it was made, not how to prepare one's own", () => {
    const steps =
      "- Collect code from GitHub and apply filtering rules.\n- Use minhash for deduplication.\n- Remove files of low quality.\n";
    expect(of("data-card", `# Lumo\n\n## Data Creation\n\n${steps}`)).toBe("in-repo");
    expect(of("data-card", `# Lumo\n\n## Prepare your data\n\n${steps}`)).toBe("absent");
    expect(of("data-card", `# Lumo\n\n## Data Creation\n\n${steps}\n\`\`\`sh\npython clean.py\n\`\`\`\n`)).toBe(
      "absent",
    );
  });
});

describe("a link to data", () => {
  it("is no training data where it is the measure of a method", () => {
    const said = (words: string) =>
      `# Lumo\n\n## Training data\n\n- ${words} [Star Data](https://github.com/big/star-dataset) to filter data.\n`;
    expect(of("datasets", said("We train on"))).toBe("linked");
    expect(of("datasets", said("Collect code and apply the same filtering rules as"))).toBe("absent");
  });

  it("is training data as a badge at the head, beside the model of the same organisation", () => {
    const badge = (owner: string) =>
      `# Lumo\n\n[![model](https://img.shields.io/badge/HF-Model-red)](https://huggingface.co/Lab/Lumo-1)\n[![data](https://img.shields.io/badge/HF-Dataset-red)](https://huggingface.co/datasets/${owner}/Pile-X)\n`;
    expect(of("datasets", badge("Lab"))).toBe("linked");
    expect(of("datasets", badge("other"))).toBe("absent");
    expect(of("datasets", `# Lumo\n\n## News\n\n${badge("Lab").slice(8)}`)).toBe("absent");
  });

  it("is evaluation data where the sentence calls it so, wherever it stands", () => {
    const said = (words: string) => `# Lumo\n\n## Resources\n\n${words} [here](https://files.example.org/ids.zip).\n`;
    expect(of("evaluation-data", said("The evaluation data ids can be found"))).toBe("linked");
    expect(of("evaluation-data", said("The evaluation data was excluded from the corpus, which is"))).toBe("absent");
    expect(of("evaluation-data", said("The demo can be found"))).toBe("absent");
  });
});

describe("training code in another repository of the house", () => {
  const tutorial = {
    "tutorials/tune.py":
      "import torch\nfrom peft import LoraConfig, get_peft_model\nm = get_peft_model(m, LoraConfig())\nfor x in d:\n    m(x).loss.backward()\n    optimizer.step()\n",
  };
  const readme = (owner: string) =>
    `# Lumo\n\n## News\n\nWe released [the research code](https://github.com/${owner}/research), so you can pre-train your own model.\nThis includes scripts for pre-training and evaluating Lumo.\n\nhttps://huggingface.co/lab/lumo-1\n`;

  it("comes before a tutorial that shows users how to tune", () => {
    expect(of("training-code", readme("lab"), tutorial)).toBe("linked");
    expect(of("training-code", "# Lumo\n", tutorial)).toBe("in-repo");
  });

  it("is none of other people's, and stands back where the tree trains", () => {
    expect(of("training-code", readme("somebody"), tutorial)).toBe("in-repo");
    expect(of("training-code", readme("lab"), { "tune.py": tutorial["tutorials/tune.py"] })).toBe("in-repo");
  });
});

describe("weights in a download script", () => {
  const script = (address: string) =>
    `import requests\nfor name in ["model.ckpt.index"]:\n    r = requests.get("${address}" + sub + "/" + name, stream=True)\n`;
  const address = "https://acmepublic.blob.core.windows.net/gpt-2/";

  it("are linked by the folder that it fetches from, where that names the model", () => {
    expect(of("model-parameters-final", "# gpt-2\n", { "download_model.py": script(address) })).toBe("linked");
    expect(
      of("model-parameters-final", "# gpt-2\n", { "download_model.py": script(address.replace("gpt-2", "corpus")) }),
    ).toBe("absent");
    expect(of("model-parameters-final", "# gpt-2\n", { "scripts/collect.py": script(address) })).toBe("absent");
  });

  it("are not a tokenizer's page, nor a classifier that sorts data", () => {
    const page = (name: string) => `# Lumo\n\nhttps://huggingface.co/lab/${name}\n`;
    expect(of("model-parameters-final", page("lumo-7b"))).toBe("linked");
    expect(of("model-parameters-final", page("lumo-tokenizer-v2"))).toBe("absent");
    const itself = "# Lumo Tokenizer\n\nhttps://huggingface.co/lab/lumo-tokenizer-v2\n";
    expect(of("model-parameters-final", itself)).toBe("linked");
    const tagger = 'URL = "https://dl.example.org/fasttext/lid.176.bin"\n';
    expect(of("model-parameters-final", "# Lumo\n", { "lumo/taggers.py": tagger })).toBe("absent");
  });
});

describe("a benchmark's own series", () => {
  it("is evaluation data and not what was trained on", () => {
    const files = { "README.md": "# Lumo\n", "data/ETTh1.csv": { lfs: 2_500_000 } };
    expect(look("evaluation-data", files).presence).toBe("in-repo");
    expect(look("datasets", files).presence).toBe("absent");
  });
});

describe("a baseline's figures", () => {
  it("in a text among raw data came with the data", () => {
    const text = "Results of the evaluation:\nPrecision: 0.74\nAccuracy: 0.71\n";
    expect(of("evaluation-results", "# Lumo\n", { "data/CDR/raw/CDR_Evaluation/results.txt": text })).toBe("absent");
    expect(of("evaluation-results", "# Lumo\n", { "evaluation/results.txt": text })).toBe("in-repo");
  });
});

describe("the paper of what a release is a variant of", () => {
  it("is not the release's own", () => {
    const readme = (words: string) => ({ "README.md": `# Japanese-Lumo\n\n${words}\n` });
    const paper = "(https://arxiv.org/abs/2103.00021)";
    expect(presence("technical-report", readme(`Code for Japanese [Lumo]${paper} variants by Acme.`))).toBe("absent");
    expect(presence("technical-report", readme(`Code for [Japanese-Lumo]${paper} by Acme.`))).toBe("linked");
  });
});

describe("a table of downloads", () => {
  it("is no documentation of data, though its names have digits", () => {
    const rows = (cell: (n: number) => string) =>
      [12, 513, 115].map((n) => `| CASP${n} | [Get](https://acme.example/C${n}.csv) | ${cell(n)} |`).join("\n");
    const readme = (cell: (n: number) => string) => ({
      "README.md": `# Lumo\n\n## Datasets\n\n| Set | Link | Note |\n|---|---|---|\n${rows(cell)}\n`,
    });
    expect(
      presence(
        "data-card",
        readme(() => "public"),
      ),
    ).toBe("absent");
    expect(
      presence(
        "data-card",
        readme((n) => `${n}M tokens`),
      ),
    ).toBe("in-repo");
  });
});
