import { describe, expect, it } from "vitest";
import { savedOutputLine } from "../../../src/evidence/source/notebook-outputs.ts";
import { presence } from "./looking.ts";

const outputs = (readme: string, files: Record<string, string> = {}) =>
  presence("sample-model-outputs", { "README.md": readme, ...files });

describe("a transcript", () => {
  const pair = (heading: string, answer: string) =>
    `# Lumo\n\n## ${heading}\n\nInput: Who is the greatest artist?\n\nOutput: ${answer}\n`;

  it("is an output under a heading of examples", () => {
    expect(outputs(pair("Example 1", "The greatest artist is the one who moves us."))).toBe("in-repo");
    const chinese =
      "# Lumo\n\n## 生成示例一\n\n输入：谁是最伟大的艺术家？\n\n输出：最伟大的艺术家是打动我们的那一位，他的作品能够改变我们的生活。\n";
    expect(outputs(chinese)).toBe("in-repo");
  });

  it("is not what a card says of a model's input and output, nor a format, nor an answer of a word", () => {
    const card =
      "# Lumo\n\n## Model details\n\nInput: text, at most 4096 tokens.\n\nOutput: text and code, in Markdown or plain.\n";
    expect(outputs(card)).toBe("absent");
    expect(outputs(pair("Training data example", "The greatest artist is the one who moves us."))).toBe("absent");
    expect(outputs(pair("Example prompt format", "The greatest artist is the one who moves us."))).toBe("absent");
    expect(outputs(pair("Example", "out/"))).toBe("absent");
  });
});

describe("a picture in the documents", () => {
  it("is an output by what it is called", () => {
    expect(outputs("# Lumo\n\n![sample1](assets/000.jpg)\n")).toBe("in-repo");
    expect(outputs("# Lumo\n\n![](assets/generated_faces.jpg)\n")).toBe("in-repo");
  });

  it("is not one of data, of how the model works, or of a sampling rate", () => {
    expect(outputs("# Lumo\n\n![data samples](a.jpg)\n\n![sampling rate](b.png)\n")).toBe("absent");
    expect(outputs("# Lumo\n\n## Training data\n\n![sample1](a.jpg)\n")).toBe("absent");
    expect(outputs("# Lumo\n\n![samples](https://elsewhere.example/a.jpg)\n")).toBe("absent");
  });

  it("is one as the teaser of a generator, and not of another model", () => {
    expect(outputs("# Lumo: a generative adversarial network\n\n![Teaser image](docs/teaser.png)\n")).toBe("in-repo");
    expect(outputs("# Lumo: a translator\n\n![Teaser image](docs/teaser.png)\n")).toBe("absent");
    const task = (title: string, file: string) => `# ${title}\n\n![figure](assets/${file})\n`;
    expect(outputs(task("Image Synthesis with Lumo", "txt2img-preview.png"))).toBe("in-repo");
    expect(outputs(task("Image Synthesis with Lumo", "inpainting-architecture.png"))).toBe("absent");
    expect(outputs(task("Image Classification with Lumo", "preview.png"))).toBe("absent");
  });
});

describe("a link", () => {
  it("leads to outputs when it is called a page of samples", () => {
    expect(outputs("# Lumo\n\nListen on our [sample page](https://acme.example/lumo).\n")).toBe("linked");
  });

  it("does not when it leads to samples of data or code, or to another work's", () => {
    const page = (words: string) => `# Lumo\n\n${words}\n`;
    expect(outputs(page("See the [sample dataset page](https://acme.example/d)."))).toBe("absent");
    expect(outputs(page("See the [code examples page](https://acme.example/c)."))).toBe("absent");
    expect(outputs(page("It was inspired by Aria ([sample page](https://aria.example/))."))).toBe("absent");
  });
});

describe("a notebook", () => {
  const shown = [{ output_type: "display_data", data: { "image/png": "iVBO", "text/plain": "<Figure>" } }];
  const cell = (source: string, saved: unknown[] = []) => ({ cell_type: "code", source: [source], outputs: saved });
  const notebook = (...cells: unknown[]) => JSON.stringify({ cells, nbformat: 4 }, null, 1);
  const load = cell('model = Lumo.from_pretrained("acme-ai/lumo")');
  const inTree = (path: string, text: string) =>
    presence("sample-model-outputs", {
      "README.md": "# Lumo\n\n[Lumo](https://huggingface.co/acme-ai/lumo)\n",
      [path]: text,
    });

  it("shows outputs in a cell that was saved after the model ran", () => {
    const text = notebook(load, cell("frame = model.predict_frame(x)"), cell("plot(frame)", shown));
    expect(inTree("notebooks/quickstart.ipynb", text)).toBe("in-repo");
    expect(text.split("\n")[(savedOutputLine(text) ?? 0) - 1]).toContain("plot(frame)");
  });

  it.each([
    ["its data before the model ran", notebook(cell("plot(x)", shown), load, cell("model.predict(x)"))],
    ["data, and no model was ever loaded", notebook(cell("y = model.predict(x)"), cell("plot(y)", shown))],
    [
      "what a tokenizer makes",
      notebook(cell('t = AutoTokenizer.from_pretrained("acme-ai/lumo")'), cell("generate(t)", shown)),
    ],
    ["the log of training", notebook(load, cell("trainer = T(model.generate(x))\ntrainer.train()", shown))],
    ["other people's model", notebook(cell('m = X.from_pretrained("others/aria")'), cell("m.predict(x)", shown))],
    ["messages only", notebook(load, cell("model.predict(x)", [{ output_type: "stream", text: ["Loading"] }]))],
  ])("does not where it shows %s", (_, text) => {
    expect(inTree("notebooks/quickstart.ipynb", text)).toBe("absent");
  });

  it("does not where it tunes the user's own model", () => {
    expect(inTree("notebooks/finetuning.ipynb", notebook(load, cell("model.predict_frame(x)", shown)))).toBe("absent");
  });

  it("is read whatever it holds", () => {
    for (const text of ["", "[]", '{"cells": [1, {"cell_type": "code", "source": 3, "outputs": {}}]}', '{"cells": 1}'])
      expect(savedOutputLine(text)).toBeUndefined();
  });
});

describe("outputs under names of their own", () => {
  it("are sequences and structures whose name or folder says that a model made them, and not inputs", () => {
    const sequence = ">one\nACGT\n";
    expect(outputs("# Lumo\n", { "gen/all_generated_phages.fasta": sequence })).toBe("in-repo");
    expect(outputs("# Lumo\n", { "tutorials/part1/outputs-test/binder_0.pdb": "ATOM\n" })).toBe("in-repo");
    expect(outputs("# Lumo\n", { "examples/example_seqs.fasta": sequence })).toBe("absent");
    expect(outputs("# Lumo\n", { "binder_design/input_pdbs/target.pdb": "ATOM\n" })).toBe("absent");
  });

  it("are a repository that is called after the model's outputs", () => {
    const readme = (name: string) => `# Lumo\n\nWe [released a dataset](https://github.com/lab/${name}) to study.\n`;
    expect(outputs(readme("lumo-output-dataset"))).toBe("linked");
    expect(outputs(readme("lumo-dataset"))).toBe("absent");
    expect(outputs(readme("other-output-dataset"))).toBe("absent");
  });

  it("are a sheet of pictures on the page of a generator", () => {
    const page = (about: string) => `# Lumo\n\n![grid](assets/grid.jpg)\n\nCode for ${about}.\n`;
    expect(outputs(page("image generation"))).toBe("in-repo");
    expect(outputs(page("layout of tables"))).toBe("absent");
    expect(outputs(page("image generation").replace("![grid]", "![grid search]"))).toBe("absent");
  });
});

describe("a comment in the code of a document", () => {
  const code = (line: string) => `# Lumo\n\n\`\`\`python\n${line}\n\`\`\`\n`;

  it("is an answer where it gives one", () => {
    expect(outputs(code("print(probs)  # prints: [[0.99 0.01]]"))).toBe("in-repo");
    expect(outputs(code("print(probs)  # prints [[0.99 0.01]]"))).toBe("in-repo");
    expect(outputs(code('chat("hi") # => Hello!'))).toBe("in-repo");
  });

  it("is none where it says what the next line does, or is code put aside", () => {
    expect(outputs(code("# print output\nprint(output)"))).toBe("absent");
    expect(outputs(code("# print(sorted(recipes))"))).toBe("absent");
    expect(outputs(code("# returns the best answer\nbest()"))).toBe("absent");
  });
});

describe("what a program prints", () => {
  const log = (text: string) => `# Lumo\n\n\`\`\`\nstep 1 loss 4.2\ngenerating:\n---\n${text}\n\`\`\`\n`;

  it("is an output where it says that it generates and text follows", () => {
    expect(outputs(log("Come running away, greater conquest with the night."))).toBe("in-repo");
    expect(outputs(log("step 2 loss 4.1"))).toBe("absent");
  });
});

describe("a file of generations", () => {
  it("is told by the temperature in its name, even in a folder of a benchmark", () => {
    const lines = '{"task": "a", "text": "b"}\n'.repeat(20);
    expect(outputs("# Lumo\n", { "humaneval/lumo-16b_T0.2_N200.jsonl": lines })).toBe("in-repo");
    expect(outputs("# Lumo\n", { "humaneval/lumo_v0.2.jsonl": lines })).toBe("absent");
  });
});
