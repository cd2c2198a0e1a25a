import { describe, expect, it } from "vitest";
import { look, presence } from "./looking.ts";

const EVALUATE = `from datasets import load_dataset
import jiwer

data = load_dataset("acme-ai/spoken-test", split="test")
print(jiwer.wer(data["text"], transcripts))
`;

describe("evaluation data that a command downloads", () => {
  const page = (opening: string, command: string) => ({
    "README.md": "# Lumo\n",
    "data/flags.md": `# The Flags Set\n\n${opening}\n\n\`\`\`bash\n${command}\n\`\`\`\n`,
  });

  it("is linked where the page says that the set is there to evaluate, though it has a train split", () => {
    const opening = "We made a dataset of flags to evaluate the model, with 150 train images and 100 test images each.";
    expect(look("evaluation-data", page(opening, "wget https://acme.example/flags.tgz"))).toMatchObject({
      presence: "linked",
      evidence: [{ url: "https://acme.example/flags.tgz", writtenAt: { path: "data/flags.md", lines: [6, 6] } }],
    });
  });

  it("is linked under a heading about evaluation that loads it from a hub", () => {
    const readme = (command: string) => ({
      "README.md": `# Lumo\n\n## Evaluation\n\nRun:\n\n\`\`\`sh\n${command}\n\`\`\`\n`,
    });
    expect(presence("evaluation-data", readme("hf download --repo-type dataset acme-ai/lumo-test"))).toBe("linked");
    expect(presence("evaluation-data", readme('data = load_dataset("acme-ai/lumo-test")'))).toBe("linked");
    expect(presence("evaluation-data", readme("hf download acme-ai/lumo-7b"))).toBe("absent");
    expect(presence("evaluation-data", readme("wget https://acme.example/lumo-imagenet.pth"))).toBe("absent");
  });

  it("is not a set to learn from, an address that no tool fetches, or a line that is commented out", () => {
    const trained = "The model learned from a dataset of flags.";
    const evaluated = "We made a dataset of flags to evaluate the model.";
    expect(presence("evaluation-data", page(trained, "wget https://acme.example/flags.tgz"))).toBe("absent");
    expect(presence("evaluation-data", page(evaluated, "curl_like https://acme.example/flags.tgz"))).toBe("absent");
    expect(presence("evaluation-data", page(evaluated, "# wget https://acme.example/flags.tgz"))).toBe("absent");
  });
});

describe("evaluation data that the evaluation's own files name", () => {
  it("is linked by the code that evaluates", () => {
    expect(look("evaluation-data", { "eval/run_wer.py": EVALUATE })).toMatchObject({
      presence: "linked",
      evidence: [
        {
          url: "https://huggingface.co/datasets/acme-ai/spoken-test",
          writtenAt: { path: "eval/run_wer.py", lines: [4, 4] },
        },
      ],
    });
  });

  it("is not what code that trains, or a test, loads", () => {
    const tune = `${EVALUATE}loss.backward()\noptimizer.step()\n`;
    expect(presence("evaluation-data", { "train.py": tune, "tests/test_wer.py": EVALUATE })).toBe("absent");
  });

  it("is linked by settings that lie with the evaluation", () => {
    const settings =
      "# Settings for the 27 test datasets.\n- name: traffic\n  hf_repo: acme-ai/series\n  offset: -24\n";
    expect(look("evaluation-data", { "scripts/evaluation/configs/test.yaml": settings })).toMatchObject({
      presence: "linked",
      evidence: [{ url: "https://huggingface.co/datasets/acme-ai/series" }],
    });
    const harness = "task: sums\ndataset_path: acme-ai/sums\noutput_type: generate_until\n";
    expect(presence("evaluation-data", { "tasks/sums.yaml": harness })).toBe("linked");
  });

  it("is not the model that those settings name, nor a data set in settings elsewhere", () => {
    const models = "# What is run on the datasets.\nmodels:\n  - hf_repo: acme-ai/lumo\n    batch: 4\n";
    expect(presence("evaluation-data", { "evaluation/run.yaml": models })).toBe("absent");
    expect(presence("evaluation-data", { "serve/run.yaml": "dataset: acme-ai/series\nport: 80\n" })).toBe("absent");
    expect(presence("evaluation-data", { "evaluation/run.yaml": "dataset: data/series\n" })).toBe("absent");
  });
});

describe("evaluation data by how it is linked", () => {
  const linked = (text: string) => presence("evaluation-data", { "README.md": `# Lumo\n\n${text}\n` });

  it("is a download named for the split that it is, and not one to train on", () => {
    expect(linked("| Flags | [Download](https://acme.example/flags_test.csv?dl=1) |")).toBe("linked");
    expect(linked("Get [dev](https://acme.example/dev-v1.1.json) and move it.")).toBe("linked");
    expect(linked("Get [train](https://acme.example/train-v1.1.json) and move it.")).toBe("absent");
    expect(linked("Read [how](https://acme.example/test.html) we test.")).toBe("absent");
  });

  it("is a place from which all the splits are downloaded", () => {
    const page = "https://acme.example/flags/";
    expect(linked(`Visit [here](${page}) to download Flags including the training, val and test sets.`)).toBe("linked");
    expect(linked(`Visit [here](${page}) to download Flags including the training set.`)).toBe("absent");
  });

  it("is in a repository that says where the sets of an evaluation are fetched", () => {
    const repository = "[repo](https://github.com/acme/search#data)";
    const under = (heading: string) => `## ${heading}\n\nDownload 3 retrieval datasets following this ${repository}.`;
    expect(linked(under("Evaluation"))).toBe("linked");
    expect(linked(under("Training"))).toBe("absent");
    expect(linked(`## Evaluation\n\nWe thank the authors of this ${repository}.`)).toBe("absent");
  });

  it("is a set of a hub that a command evaluates on, and not a file of one's own", () => {
    const command = (option: string) => `\`\`\`sh\npython run.py ${option} --do_eval true\n\`\`\``;
    expect(
      look("evaluation-data", { "README.md": command('--eval_dataset_name "acme/flags+acme/coins" \\') }).evidence,
    ).toMatchObject([
      { url: "https://huggingface.co/datasets/acme/flags", writtenAt: { path: "README.md", lines: [2, 2] } },
      { url: "https://huggingface.co/datasets/acme/coins" },
    ]);
    expect(linked(command("--eval_dataset_name data/flags"))).toBe("absent");
    expect(linked(command("--eval_data acme/flags.jsonl"))).toBe("absent");
    expect(linked(command("--train_dataset_name acme/flags"))).toBe("absent");
  });
});

it("a page of a hub that keeps results of evaluations is no evaluation data", () => {
  const readme = (id: string) => ({
    "README.md": `# Lumo\n\n## Evaluation\n\nAll of it is [here](https://huggingface.co/datasets/${id}).\n`,
  });
  expect(presence("evaluation-data", readme("acme-ai/evaluation-results"))).toBe("absent");
  expect(presence("evaluation-data", readme("acme-ai/lumo-test"))).toBe("linked");
});
