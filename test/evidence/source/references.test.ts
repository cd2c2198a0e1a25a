import { describe, expect, it } from "vitest";
import { analyseSource } from "../../../src/evidence/source/analyse.ts";
import { isHubId } from "../../../src/evidence/source/references.ts";
import { referencesOf } from "./roles.ts";

describe("references in code", () => {
  it("are the hub ids of the calls that load them", () => {
    const text = [
      "from datasets import load_dataset",
      "NAME = 'acme/base'",
      "m = AutoModel.from_pretrained(NAME)",
      "p = hf_hub_download(repo_id='acme/files', filename='a.bin')",
      "s = snapshot_download('acme/corpus', repo_type='dataset')",
      "d = load_dataset('acme/data', split='train')",
      "e = load_dataset('openwebtext')",
      "parser.add_argument('--model_id', default='acme/arg')",
    ].join("\n");
    expect(referencesOf("x.py", text)).toEqual([
      "hf-model acme/base",
      "hf-model acme/files",
      "hf-dataset acme/corpus",
      "hf-dataset acme/data",
      "hf-dataset openwebtext",
      "hf-model acme/arg",
    ]);
  });

  it("are addresses of weights and data wherever they are written, with the name that holds them", () => {
    const text = '_MODELS = {\n  "tiny": "https://host.net/m/tiny.pt",\n  "page": "https://host.net/about",\n}\n';
    expect(analyseSource("x.py", "", text).references).toEqual([
      { kind: "url", id: "https://host.net/m/tiny.pt", via: "_MODELS", line: 2 },
    ]);
  });

  it("are no paths, formats, splits or placeholders", () => {
    const text = [
      "from datasets import load_dataset",
      "load_dataset('json', data_files='a')",
      "AutoModel.from_pretrained('checkpoints/last')",
      "AutoModel.from_pretrained('./out/model')",
      "AutoModel.from_pretrained('your-org/model')",
      "task.load_dataset('valid')",
    ].join("\n");
    expect(referencesOf("x.py", text)).toEqual([]);
    for (const path of ["data/train.json", "a/b/c", "models/x", "1/2", "acme/file.safetensors"])
      expect(isHubId(path)).toBe(false);
  });

  it("tell a dataset from a model when an id is assigned first and loaded later", () => {
    expect(referencesOf("x.py", "repo = 'acme/pile'\nd = load_dataset(repo)\n")).toEqual(["hf-dataset acme/pile"]);
  });

  it("are capped", () => {
    const text = Array.from({ length: 500 }, (_, index) => `load_dataset('acme/d${index}')`).join("\n");
    expect(referencesOf("x.py", text)).toHaveLength(60);
  });
});
