import { describe, expect, test } from "vitest";
import { classifyTarget } from "../../../src/evidence/documents/targets.ts";

const at = (url: string, from = "README.md"): unknown => classifyTarget(url, from);

describe("Hugging Face addresses", () => {
  test.each([
    ["https://huggingface.co/EleutherAI/pythia-12b", { kind: "hf-model", id: "EleutherAI/pythia-12b" }],
    ["https://hf.co/org/model.git", { kind: "hf-model", id: "org/model" }],
    ["https://hf-mirror.com/org/model/tree/step1000", { kind: "hf-model", id: "org/model", revision: "step1000" }],
    [
      "https://huggingface.co/org/model/resolve/main/a%20b/w.bin?download=true",
      { kind: "hf-model", id: "org/model", revision: "main", path: "a b/w.bin" },
    ],
    ["huggingface.co/org/model", { kind: "hf-model", id: "org/model" }],
    ["hf://org/model@rev/w.safetensors", { kind: "hf-model", id: "org/model", revision: "rev", path: "w.safetensors" }],
    ["https://huggingface.co/gpt2", { kind: "hf-model", id: "gpt2" }],
    ["https://huggingface.co/bert-base-uncased", { kind: "hf-model", id: "bert-base-uncased" }],
    ["https://huggingface.co/datasets/org/data/blob/main/x.csv", { kind: "hf-dataset", id: "org/data", path: "x.csv" }],
    ["hf://datasets/org/data/x.csv", { kind: "hf-dataset", id: "org/data" }],
    ["https://huggingface.co/datasets/c4", { kind: "hf-dataset", id: "c4" }],
    ["https://huggingface.co/spaces/org/demo", { kind: "hf-space", id: "org/demo" }],
    ["https://huggingface.co/collections/org/slug-64a1", { kind: "hf-collection", id: "org/slug-64a1" }],
    ["https://huggingface.co/papers/2304.01373", { kind: "arxiv", id: "2304.01373" }],
    ["https://huggingface.co/EleutherAI", { kind: "hf-organisation", id: "EleutherAI" }],
    ["https://huggingface.co/EleutherAI/models", { kind: "hf-organisation", id: "EleutherAI" }],
  ])("%s", (url, target) => expect(at(url)).toEqual(target));

  test.each([
    "https://huggingface.co/blog/smollm3",
    "https://huggingface.co/docs/transformers",
    "https://huggingface.co/models?search=x",
    "https://huggingface.co/datasets",
    "https://huggingface.co/org/bad--name",
    "https://huggingface.co/org/..%2fother",
    "https://huggingface.co/org/model-[size]",
    "https://huggingface.co/new-space",
    "https://cdn-uploads.huggingface.co/production/uploads/x.png",
    "https://discuss.huggingface.co/t/123",
    "https://huggingface.co.evil.example/org/model",
  ])("name no repository: %s", (url) => expect(at(url)).toMatchObject({ kind: "web" }));
});

describe("papers", () => {
  test.each([
    ["https://arxiv.org/abs/2304.01373v2", { kind: "arxiv", id: "2304.01373" }],
    ["http://www.arxiv.org/pdf/2304.01373.pdf", { kind: "arxiv", id: "2304.01373" }],
    ["https://arxiv.org/abs/cs.CL/0703001", { kind: "arxiv", id: "cs.CL/0703001" }],
    ["https://doi.org/10.48550/arXiv.2304.01373", { kind: "arxiv", id: "2304.01373" }],
    ["arXiv:2304.01373", { kind: "arxiv", id: "2304.01373" }],
    ["https://doi.org/10.5281/zenodo.5196578", { kind: "zenodo", id: "5196578" }],
    ["https://zenodo.org/records/123/files/a.zip", { kind: "zenodo", id: "123" }],
    ["https://dx.doi.org/10.1000/xyz", { kind: "doi", doi: "10.1000/xyz" }],
  ])("%s", (url, target) => expect(at(url)).toEqual(target));

  test.each([
    "https://aclanthology.org/2021.naacl-main.41",
    "https://openreview.net/forum?id=x",
    "https://openaccess.thecvf.com/content/a.html",
    "https://papers.nips.cc/paper/1",
    "https://proceedings.mlr.press/v202/a.html",
    "https://www.nature.com/articles/s1",
    "https://dl.acm.org/doi/10.1145/1",
    "https://ieeexplore.ieee.org/document/1",
    "https://www.biorxiv.org/content/1",
    "https://www.semanticscholar.org/paper/x/1",
    "https://cdn.example.com/papers/model.pdf",
    "https://storage.googleapis.com/x/model_report.pdf",
  ])("%s is a paper", (url) => expect(at(url)).toMatchObject({ kind: "paper" }));

  test.each([
    "https://arxiv.org/list/cs.CL/recent",
    "https://example.com/model.pdf",
    "https://example.com/report/LICENSE.pdf",
    "https://nature.com/",
  ])("%s is none", (url) => expect(at(url)).toMatchObject({ kind: "web" }));
});

describe("other hubs, hosts and forms", () => {
  test.each([
    ["https://www.modelscope.cn/models/ns/name/summary", { kind: "modelscope-model", id: "ns/name" }],
    ["https://modelscope.ai/datasets/ns/name", { kind: "modelscope-dataset", id: "ns/name" }],
    ["https://www.modelscope.cn/ns/name.git", { kind: "modelscope-model", id: "ns/name" }],
    [
      "https://wisemodel.cn/models/ZhipuAI/chatglm3-6b",
      { kind: "hub-model", host: "wisemodel.cn", id: "ZhipuAI/chatglm3-6b" },
    ],
    ["https://openxlab.org.cn/models/detail/THUDM/x", { kind: "hub-model", host: "openxlab.org.cn", id: "THUDM/x" }],
    ["https://www.kaggle.com/models/google/gemma", { kind: "hub-model", host: "kaggle.com", id: "google/gemma" }],
    ["https://www.kaggle.com/datasets/a/b", { kind: "hub-dataset", host: "kaggle.com", id: "a/b" }],
    ["https://www.openslr.org/12/", { kind: "hub-dataset", host: "openslr.org", id: "12" }],
    ["https://modelscope.cn/organization/x", { kind: "web", url: "https://modelscope.cn/organization/x" }],
    ["https://openxlab.org.cn/models/hot/THUDM", { kind: "web", url: "https://openxlab.org.cn/models/hot/THUDM" }],
    [
      "https://www.dropbox.com/s/k/model-1.6B.pt?dl=0",
      { kind: "download", url: "https://www.dropbox.com/s/k/model-1.6B.pt?dl=0", file: "model-1.6B.pt" },
    ],
    ["https://pan.baidu.com/s/1abc", { kind: "download", url: "https://pan.baidu.com/s/1abc", file: undefined }],
    [
      "https://bucket.s3.us-east-1.amazonaws.com/w.tar.gz",
      { kind: "download", url: "https://bucket.s3.us-east-1.amazonaws.com/w.tar.gz", file: "w.tar.gz" },
    ],
    [
      "https://example.org/a/model.safetensors",
      { kind: "download", url: "https://example.org/a/model.safetensors", file: "model.safetensors" },
    ],
    [
      "https://b.oss-cn-beijing.aliyuncs.com/logo.png",
      { kind: "web", url: "https://b.oss-cn-beijing.aliyuncs.com/logo.png" },
    ],
    [
      "https://console.cloud.google.com/storage/browser/t5-data/mt5/base/",
      { kind: "download", url: "https://console.cloud.google.com/storage/browser/t5-data/mt5/base/", file: undefined },
    ],
    ["magnet:?xt=urn:btih:abc", { kind: "download", url: "magnet:?xt=urn:btih:abc", file: undefined }],
    ["https://forms.gle/x", { kind: "form", url: "https://forms.gle/x" }],
    ["https://docs.google.com/forms/d/1/viewform", { kind: "form", url: "https://docs.google.com/forms/d/1/viewform" }],
    ["https://open.bigmodel.cn/mla/form", { kind: "form", url: "https://open.bigmodel.cn/mla/form" }],
    ["mailto:a@b.org", { kind: "form", url: "mailto:a@b.org" }],
    ["service@example.com", { kind: "form", url: "mailto:service@example.com" }],
  ])("%s", (url, target) => expect(at(url)).toEqual(target));
});

describe("GitHub addresses", () => {
  test.each([
    ["https://github.com/o/r", { kind: "github", owner: "o", repo: "r", page: "repository" }],
    ["https://github.com/o/r.git@main#egg=r", { kind: "github", owner: "o", repo: "r", page: "repository" }],
    ["git@github.com:o/r.git", { kind: "github", owner: "o", repo: "r", page: "repository" }],
    [
      "https://github.com/o/r/blob/main/docs/a%20b.md#x",
      { kind: "github", owner: "o", repo: "r", page: "file", ref: "main", path: "docs/a b.md" },
    ],
    [
      "https://raw.githubusercontent.com/o/r/refs/heads/main/a.md",
      { kind: "github", owner: "o", repo: "r", page: "file", ref: "main", path: "a.md" },
    ],
    [
      "https://github.com/o/r/tree/v1/data",
      { kind: "github", owner: "o", repo: "r", page: "folder", ref: "v1", path: "data" },
    ],
    [
      "https://github.com/o/r/releases/download/v1/w.pt",
      { kind: "github", owner: "o", repo: "r", page: "release", ref: "v1", path: "w.pt" },
    ],
    ["https://github.com/o/r/releases", { kind: "github", owner: "o", repo: "r", page: "release" }],
    ["https://github.com/o/r/issues/1", { kind: "github", owner: "o", repo: "r", page: "issue" }],
  ])("%s", (url, target) => expect(at(url)).toEqual(target));

  test.each([
    "https://github.com/o",
    "https://github.com/orgs/o/people",
    "https://github.com/user-attachments/assets/1",
    "https://gist.github.com/o/1",
  ])("%s is no repository", (url) => expect(at(url)).toMatchObject({ kind: "web" }));
});

describe("badges", () => {
  test.each([
    ["https://img.shields.io/badge/Code_License-Apache--2.0-blue.svg", "Code License", "Apache-2.0"],
    ["https://img.shields.io/badge/License-MIT-green?label=Code", "Code", "MIT"],
    ["https://img.shields.io/static/v1?label=license&message=MIT", "license", "MIT"],
    ["https://img.shields.io/github/license/other/repo.svg", "license", undefined],
    ["https://badgen.net/badge/license/MIT", "license", "MIT"],
    ["https://github.com/o/r/actions/workflows/ci.yml/badge.svg", undefined, undefined],
    ["https://zenodo.org/badge/DOI/10.5281/zenodo.1.svg", "DOI", "10.5281/zenodo.1"],
  ])("%s", (url, label, message) => {
    const target = classifyTarget(url, "README.md");
    expect(target.kind).toBe("badge");
    if (target.kind === "badge") expect([target.label, target.message]).toEqual([label, message]);
  });
});

describe("paths in the repository", () => {
  test.each([
    ["LICENSE", "README.md", { kind: "file", path: "LICENSE" }],
    ["./a%20b.md?raw=true#part", "docs/x.md", { kind: "file", path: "docs/a b.md", fragment: "part" }],
    ["../LICENSE", "docs/x.md", { kind: "file", path: "LICENSE" }],
    ["/models/", "docs/x.md", { kind: "file", path: "models" }],
    ["docs\\a.md", "README.md", { kind: "file", path: "docs/a.md" }],
    ["../../blob/main/LICENSE", "README.md", { kind: "file", path: "LICENSE" }],
    ["#license", "README.md", { kind: "anchor", fragment: "license" }],
    ["100%.md", "README.md", { kind: "file", path: "100%.md" }],
  ])("%s in %s", (url, from, target) => expect(at(url, from)).toEqual(target));

  test.each(["../../../etc/passwd", "../../issues", "%2e%2e/secret"])("%s leaves the repository", (url) =>
    expect(at(url)).toMatchObject({ kind: "web" }),
  );
});

test.each([
  "http://",
  "https://[bad",
  "javascript:alert(1)",
  "data:text/html,x",
  `https://a.b/${"x".repeat(9_000)}`,
  "https://a b c",
])("an address that cannot be read is only a web address: %s", (url) => expect(at(url)).toMatchObject({ kind: "web" }));
