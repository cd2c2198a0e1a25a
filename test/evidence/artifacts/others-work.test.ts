import { describe, expect, it } from "vitest";
import type { ArtifactId } from "../../../src/evidence/artifacts/artifact.ts";
import { look, presence } from "./looking.ts";

const of = (id: ArtifactId, readme: string, files: Record<string, string> = {}): string =>
  presence(id, { "README.md": readme, ...files });

describe("weights", () => {
  const page = (id: string): string =>
    `# Lumo\n\n## Models\n\nDownload the weights: [page](https://huggingface.co/acme/${id}).\n`;
  it.each(["lumo-logs", "lumo-7b-tensorboard", "lumo-corpus", "lumo-test-data", "lumo-optimizer-states"])(
    "are not what a page called %s holds",
    (id) => {
      expect(of("model-parameters-final", page(id))).toBe("absent");
      expect(of("model-parameters-final", page("lumo-7b"))).toBe("linked");
    },
  );

  it("are not in any archive that a script fetches, unless its address speaks of them", () => {
    const script = (url: string): string =>
      `import urllib.request\n\nURL = "https://files.example.net/${url}"\nurllib.request.urlretrieve(URL, "x.zip")\n`;
    const files = (url: string) => ({ "prepare.py": script(url) });
    expect(of("model-parameters-final", "# Lumo\n", files("raw_captions.zip"))).toBe("absent");
    expect(of("model-parameters-final", "# Lumo\n", files("go1.20.6.linux-amd64.tar.gz"))).toBe("absent");
    expect(of("model-parameters-final", "# Lumo\n", files("lumo_weights.zip"))).toBe("linked");
  });

  it("of a linear layer are small, where the page says so and loads them", () => {
    const small = { bytes: 3_047 };
    const code = 'm = nn.Linear(768, 1)\nm.load_state_dict(torch.load("lumo_0_" + size + "_linear.pth"))';
    const readme = (about: string, block: string): string => `# Lumo\n\n${about}\n\n\`\`\`python\n${block}\n\`\`\`\n`;
    const found = (about: string, block: string): string =>
      look("model-parameters-final", { "README.md": readme(about, block), "lumo_0_b_linear.pth": small }).presence;
    expect(found("A linear estimator on top of image features.", code)).toBe("in-repo");
    expect(found("A linear estimator on top of image features.", "print(1)")).toBe("absent");
    expect(found("A network of twelve layers.", code.replace("m = nn.Linear(768, 1)\n", ""))).toBe("absent");
  });

  it("are what a command of the documents clones from a hub, where it is the release's own", () => {
    const readme = (id: string): string =>
      `# Lumo\n\n## Usage\n\n\`\`\`bash\ngit clone https://huggingface.co/${id}\n\`\`\`\n`;
    expect(of("model-parameters-final", readme("acme-ai/lumo-1b"))).toBe("linked");
    expect(of("model-parameters-final", readme("others/base-1b"))).toBe("absent");
    expect(of("model-parameters-final", readme("acme-ai/lumo-logs"))).toBe("absent");
  });

  it("are at an organisation of the page's name, where its models are said to be there", () => {
    const faq = (words: string): Record<string, string> => ({
      "docs/faq.md": `# Questions\n\n${words} [here](https://huggingface.co/BrightLumen).\n`,
    });
    expect(of("model-parameters-final", "# Bright-Lumen\n", faq("All of our models are available"))).toBe("linked");
    expect(of("model-parameters-final", "# Bright-Lumen\n", faq("To upload a model, first log in"))).toBe("absent");
    expect(of("model-parameters-final", "# Other\n", faq("All of our models are available"))).toBe("absent");
  });
});

describe("training code", () => {
  const linked = (words: string, heading = "Training"): string =>
    of("training-code", `# Lumo\n\n## ${heading}\n\n${words}\n`);
  const TOOL = "[Spindle](https://github.com/other/spindle)";
  it("is what trained the model", () => {
    expect(linked(`Lumo was trained using ${TOOL}.`)).toBe("linked");
  });
  it.each([
    [`We advise you to use training frameworks like ${TOOL} to finetune your models.`, "Training"],
    [`You can fine-tune with ${TOOL}.`, "Training"],
    [`Lumo is derived from ${TOOL} and now finetuned with 8k samples, using our pipeline.`, "Training"],
    [`The models were trained with ${TOOL} and are under MIT.`, "License"],
  ])("is not: %s", (words, heading) => {
    expect(linked(words, heading)).toBe("absent");
  });
});

describe("the network", () => {
  it("is where the page refers to for more on the architecture", () => {
    const readme = (words: string): string => `# Lumo\n\n${words} [Base](https://github.com/acme/base) repository.\n`;
    expect(of("model-architecture", readme("For more details regarding the model architecture, please refer to"))).toBe(
      "linked",
    );
    expect(of("model-architecture", readme("For more details regarding the price, please refer to"))).toBe("absent");
  });

  it.each(["sglang", "lumo-agent", "lumo.cpp"])("is not in %s, which runs it or is built around it", (repo) => {
    const readme = `# Lumo\n\n[This](https://github.com/acme/${repo}) contains the canonical implementation of calls for Lumo.\n`;
    expect(of("model-architecture", readme)).toBe("absent");
  });
});

describe("papers", () => {
  const badge = (id: string): string =>
    `<a href="https://arxiv.org/abs/${id}"><img src="https://img.shields.io/badge/arXiv-${id}-red.svg"/></a>`;
  it("are on a badge without words", () => {
    expect(of("research-paper", `# Lumo\n\n<p>\n  ${badge("2211.00001")}\n</p>\n`)).toBe("linked");
  });
  it("are what is called nothing but paper, wherever it lies", () => {
    const readme = (text: string): string =>
      `# Lumo\n\n[${text}](https://drive.google.com/file/d/1cNb9GnWtHzQRoE7M7gAEyivY0kl4BYs/view) | [Model](https://huggingface.co/acme/lumo)\n`;
    expect(of("research-paper", readme("Paper"))).toBe("linked");
    expect(of("research-paper", readme("Slides"))).toBe("absent");
  });
  it("are not the log of a run, though its tracker calls it a report", () => {
    const readme = (host: string): string => `# Lumo\n\nSee the [report](https://${host}/lumo/reports/lumo-trained).\n`;
    expect(of("technical-report", readme("acme.wandb.io"))).toBe("absent");
    expect(of("technical-report", readme("acme.example"))).toBe("linked");
  });
});

describe("data", () => {
  const tasks = (name: string): Record<string, string> => ({
    "tasks.py": `import json\nimport urllib.request\nfrom datasets import load_dataset\n\nURL = "https://files.example.net/data/${name}"\n\ndef create_tfrecords(path):\n    urllib.request.urlretrieve(URL, path)\n    tokenizer = None\n    return [tokenizer.encode(json.loads(line)["text"]) for line in open(path)]\n`,
  });
  it("of a test split that code fetches is for evaluation", () => {
    expect(of("evaluation-data", "# Lumo\n", tasks("riddles_test.jsonl"))).toBe("linked");
    expect(of("datasets", "# Lumo\n", tasks("riddles_test.jsonl"))).toBe("absent");
    expect(of("evaluation-data", "# Lumo\n", tasks("riddles_train.jsonl"))).toBe("absent");
  });
  it("sets in a list with their sizes are no results", () => {
    const list = "name,subset,do_train,do_eval,train_size,accuracy\ncrows,,x,,120,1\nboolq,,x,,80,1\n";
    expect(of("evaluation-results", "# Lumo\n", { "results/datasets.csv": list })).toBe("absent");
    expect(
      of("evaluation-results", "# Lumo\n", {
        "results/scores.csv": list.replace("do_train,do_eval,train_size", "a,b,c"),
      }),
    ).toBe("in-repo");
  });
});
