import { describe, expect, it } from "vitest";
import { screenDocuments, screenRoot } from "../../src/upkeep/screen.ts";

const oid = (index: number) => index.toString(16).padStart(40, "0");
const root = (names: readonly string[]) =>
  names.map((name, index) => ({
    name: name.replace(/\/$/, ""),
    type: name.endsWith("/") ? "tree" : "blob",
    oid: oid(index),
  }));
const sight = (
  names: readonly string[],
  more: { description?: string; topics?: string[]; language?: string } = {},
) => ({
  root: root(names),
  description: more.description,
  topics: more.topics ?? [],
  language: more.language,
});
const says = (text: string) => screenDocuments(sight([]), [{ text, isWhole: true }]);

describe("the names at a root", () => {
  it.each([
    "model.safetensors",
    "tiny.Q4_K_M.gguf",
    "pytorch_model-00001-of-00002.bin",
    "tokenizer_config.json",
    "MODEL_CARD.md",
    "HUGGINGFACE_README.md",
    "model-card.pdf",
    "modeling_tiny.py",
    "checkpoints/",
    "pretrained_models/",
  ])("with %s among them need no reading", (name) => {
    expect(screenRoot(sight(["README.md", "main.go", name]))).toEqual({ kind: "perhaps" });
  });

  it("lead to the front page and to pages about models, the front page first, each content once", () => {
    const names = ["docs/", "MODELS.md", "README_zh.md", "README.md", "NEWS.md", "setup.py", "README.zh-CN.md"];
    const screened = screenRoot(sight(names));
    expect(screened.kind === "read" && screened.documents.map(({ name }) => name)).toEqual([
      "README.md",
      "README_zh.md",
      "README.zh-CN.md",
      "MODELS.md",
    ]);
    const twins = [
      { name: "README", type: "blob", oid: oid(1) },
      { name: "README.md", type: "blob", oid: oid(1) },
    ];
    const same = screenRoot({ ...sight([]), root: twins });
    expect(same.kind === "read" && same.documents).toHaveLength(1);
  });

  it("without any page are believed only in languages that networks are not written in", () => {
    expect(screenRoot(sight(["main.go"], { language: "Go" })).kind).toBe("other");
    expect(screenRoot(sight(["index.html"])).kind).toBe("other");
    expect(screenRoot(sight(["net.py"], { language: "Python" })).kind).toBe("perhaps");
    expect(screenRoot(sight(["net.cpp"], { language: "C++", topics: ["llm"] })).kind).toBe("perhaps");
    expect(screenRoot(sight(["net.cpp"], { description: "微调 of a 大模型" })).kind).toBe("perhaps");
  });
});

describe("a front page", () => {
  it.each([
    ["links a model hub", "Get it from https://huggingface.co/lab/tiny."],
    ["links a hub of another country", "下载：https://modelscope.cn/models/lab/tiny"],
    ["names weight files", "Our model: https://dl.example.org/tiny/sam_vit_h.pth"],
    ["loads weights of its own", 'model = AutoModel.from_pretrained("lab/tiny")'],
    ["speaks of trained models", "We release pre-trained weights of our PyTorch models."],
    ["speaks Chinese", "本项目开源了大语言模型的权重。"],
    ["speaks Japanese", "事前学習済みモデルを公開しています。"],
    ["speaks Korean", "사전학습 언어 모델의 가중치를 공개합니다."],
    ["speaks German", "Das vortrainierte Modell (Transformer) und seine weights liegen bei."],
  ])("that %s may be a model's", (_, text) => {
    expect(says(text)).toBe("perhaps");
  });

  it.each([
    ["a load balancer", "Each backend has weights. A checkpoint is kept of the parameters."],
    ["an application with data models", "The models live in app/models.py. Run the migrations first."],
    ["a list of data", "See https://huggingface.co/datasets/lab/pairs for the data."],
    ["a small library", "Pads strings on the left."],
    ["nothing", ""],
  ])("of %s is not", (_, text) => {
    expect(says(text)).toBe("other");
  });

  it("that could not be read, or not whole, is in doubt", () => {
    expect(screenDocuments(sight([]), [{ text: undefined, isWhole: false }])).toBe("perhaps");
    expect(screenDocuments(sight([]), [{ text: "Pads strings", isWhole: false }])).toBe("perhaps");
  });

  it("is read with the description and the topics beside it", () => {
    const page = [{ text: "See the weights in the releases.", isWhole: true }];
    expect(screenDocuments(sight([]), page)).toBe("other");
    expect(screenDocuments(sight([], { description: "A diffusion model of proteins" }), page)).toBe("perhaps");
  });

  it("that is built to take long does not", () => {
    const hostile = [
      "neural ".repeat(30_000),
      `${"a".repeat(200_000)}.`,
      "hf.co/".repeat(30_000),
      "model-".repeat(30_000),
    ];
    const from = performance.now();
    for (const text of hostile) says(text);
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(screenRoot(sight([`${"readme.".repeat(30_000)}md`, `model${"_".repeat(200_000)}card`])).kind).toBeDefined();
  });
});
