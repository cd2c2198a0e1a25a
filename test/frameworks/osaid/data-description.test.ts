import { describe, expect, test } from "vitest";
import { gatherFacts } from "../../../src/evidence/gather.ts";
import { judgeSources } from "../../../src/frameworks/osaid/data.ts";
import { aspectsOf } from "../../../src/frameworks/osaid/data-description.ts";
import { closedKindOf } from "../../../src/frameworks/osaid/data-words.ts";
import { auditOf } from "../../auditing.ts";
import { snapshotOf } from "../../snapshot-of.ts";

const WEIGHTS = "# Aurora-7B\n\nAurora-7B is a language model.\n\n[Weights](https://huggingface.co/aurora/aurora-7b)\n";
const description = (more: string, path = "README.md") =>
  auditOf(path === "README.md" ? { "README.md": `${WEIGHTS}\n${more}` } : { "README.md": WEIGHTS, [path]: more }, {
    name: "aurora-7b",
    owner: "aurora",
    policy: "model: true\n",
  }).frameworks.osaid?.requirements.find(({ id }) => id === "osaid-data-description");

describe("sentences that describe training data", () => {
  test.each([
    ["The corpus was collected from public web pages.", ["provenance"]],
    ["We filtered the documents by language and removed duplicates.", ["processing"]],
    ["Aurora was trained on 300 billion tokens.", ["scope"]],
    ["Mixture of 13 training tasks in 46 languages with English prompts", ["scope", "selection"]],
    ["データは公開ウェブから収集しました", ["provenance"]],
  ])("%s", (sentence, aspects) => {
    expect(aspectsOf(sentence)).toEqual(aspects);
  });

  test.each([
    "Filter your documents by language before training.",
    "The dataset format is similar to that of supervised tuning, and rows are sampled by the trainer.",
    "This directory contains tools for downloading and preprocessing datasets.",
    "Download 300 billion tokens from the bucket.",
    "Please make sure that duplicates were removed from the corpus.",
    "Data sources",
    "Aurora was trained with 128 GPUs for 36 hours.",
  ])("%s describes none", (sentence) => {
    expect(aspectsOf(sentence)).toEqual([]);
  });

  test("a megabyte of the same words is read in no time", () => {
    const started = performance.now();
    aspectsOf("was the data ".repeat(90_000));
    aspectsOf(`${"we ".repeat(300_000)}collected`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("where they stand", () => {
  const SENTENCE = "The documents were collected from public web pages and filtered by language.";

  test("under a heading about training data they are shown with their own lines", () => {
    const found = description(`## Training data\n\nSome words.\n\n${SENTENCE}\n`);
    expect(found?.because).toMatch(/where they come from and how they were processed/);
    expect(found?.evidence).toEqual([{ path: "README.md", lines: [11, 11] }]);
  });

  test("in a guide to fine-tuning they are about the reader's data", () => {
    expect(description(`## Fine-tuning\n\n### Training data\n\n${SENTENCE}\n`)?.evidence).toEqual([]);
  });

  test("a page whose title speaks of fine-tuning is about a model that was fine-tuned", () => {
    const page = `# Aurora by multitask finetuning\n\n## Training data\n\n${SENTENCE}\n`;
    expect(description(page, "docs/data.md")?.evidence).toEqual([{ path: "docs/data.md", lines: [5, 5] }]);
  });

  test("instructions under such a heading neither describe the data nor show that nothing does", () => {
    const found = description(
      "## Training data\n\nUse your own documents, filtered by language, and run the script.\n",
    );
    expect(found).toMatchObject({ verdict: "undetermined", evidence: [] });
    expect(found?.because).toMatch(/^No description of the training data was found here/);
  });
});

describe("a front page", () => {
  const page = (sentence: string) => auditOf({ "README.md": `${WEIGHTS}\n${sentence}\n` }, { policy: "model: true\n" });
  const told = (sentence: string) =>
    page(sentence).frameworks.osaid?.requirements.find(({ id }) => id === "osaid-data-description");

  test.each([
    "This is a model that was pre-trained on 131 GB of Japanese web text.",
    "131GBのWebテキストのデータで学習された日本語のモデルです。",
    "The models were trained on a mixture of public data sets.",
  ])("describes the data where a sentence says so itself: %s", (sentence) => {
    const found = told(sentence);
    expect(found?.verdict).toBe("undetermined");
    expect(found?.evidence).toEqual([{ path: "README.md", lines: [7, 7] }]);
  });

  test.each([
    "It was trained with 64 GPUs for 36 hours.",
    "The model was pretrained on 256x256 images.",
    "It does better than models that were trained on 300 billion tokens.",
    "They are not the ones trained on the deduplicated corpus.",
  ])("does not by: %s", (sentence) => {
    expect(told(sentence)?.evidence).toEqual([]);
  });

  test("that says what the model was trained on is not said to describe nothing", () => {
    expect(told("The network was trained on speech.")?.verdict).toBe("undetermined");
    expect(told("The network is small.")?.verdict).toBe("fail");
  });
});

describe("data that are not shared", () => {
  test("a subcorpus that could not be released is one", () => {
    expect(closedKindOf("One subcorpus used for training could not be released with the dataset.")).toBe("unshareable");
  });

  test("what is said of another model, or of doing without, is none of this one", () => {
    expect(closedKindOf("Aurora is trained on public data, while Borealis is trained on a private dataset.")).toBe(
      undefined,
    );
    expect(closedKindOf("It is the only model trained without the private data of the paper.")).toBeUndefined();
  });

  test("the label of a command is no statement about data", () => {
    expect(closedKindOf("Training only on our internal data:")).toBeUndefined();
    expect(closedKindOf("The model was trained only on our internal data:")).toBe("unshareable");
  });
});

describe("open data", () => {
  const CARD =
    "# Dataset card\n\nThe turns were collected from public forums: 300 million words. They were selected by length and filtered by language.\n";
  const FILES = { "README.md": WEIGHTS, "data/qa/README.md": CARD, "data/talk/turns.jsonl": "{}\n" };
  const { components } = auditOf(FILES, { policy: "model: true\n" });
  const openLicense = {
    id: "MIT",
    open: true,
    restrictions: [],
    source: { path: "LICENSE" },
    scope: "component",
    typeAppropriate: true,
  };
  const sources = (statedIn: string, files: Readonly<Record<string, string>> = FILES) =>
    judgeSources({
      facts: gatherFacts(snapshotOf(files), []),
      licenseFiles: [],
      components: {
        ...components,
        "data-card": {
          ...components["data-card"],
          presence: "in-repo",
          evidence: [{ path: "data/qa/README.md" }],
          license: openLicense,
        },
        datasets: {
          ...components.datasets,
          presence: "in-repo",
          evidence: [{ path: "data/talk/turns.jsonl" }],
          license: { ...openLicense, source: { path: statedIn } },
        },
      },
    });

  test("are those in the folder of the license", () => {
    expect(sources("LICENSE").verdict).toBe("pass");
    expect(sources("data/talk/README.md").verdict).toBe("pass");
  });

  test("that are described in part alone may not be all of the data", () => {
    const part = {
      ...FILES,
      "data/qa/README.md": CARD.replace("They were selected by length and filtered", "They are"),
    };
    expect(sources("LICENSE", part).verdict).toBe("undetermined");
  });

  test("and not those beside it", () => {
    expect(sources("data/qa/README.md").verdict).toBe("undetermined");
    expect(sources("data/ta/README.md").verdict).toBe("undetermined");
  });
});
