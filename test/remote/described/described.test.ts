import { describe, expect, it } from "vitest";
import hosts from "./hosts.generated.json" with { type: "json" };
import { answerProblems } from "./validator.ts";

const PAGE = {
  sha: "0123456789abcdef0123456789abcdef01234567",
  private: false,
  gated: false,
  disabled: false,
  lastModified: "2026-01-02T03:04:05.000Z",
  siblings: [{ rfilename: "model.safetensors" }],
};
const MODEL = "/api/models/us/ours?expand[]=sha&expand[]=gated&expand[]=siblings";
const RELEASE = "/repos/us/code/releases/tags/v1";

describe("the hosts' own descriptions", () => {
  it("say where they are from and under which license they may be kept", () => {
    for (const { provenance } of Object.values(hosts)) {
      expect(provenance.version).toMatch(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/);
      expect(provenance.license).toContain("Permission is hereby granted, free of charge");
    }
  });

  it.each([
    ["hf", MODEL, { ...PAGE, gated: "sometimes" }, "/gated"],
    ["hf", MODEL, { ...PAGE, sha: undefined }, "sha"],
    ["hf", MODEL, { ...PAGE, siblings: [{ path: "x" }] }, "rfilename"],
    ["hf", MODEL, { ...PAGE, cardData: { license: "no such license" } }, "/cardData/license"],
    ["hf", "/api/datasets/us/ours?expand[]=gated", { ...PAGE, gated: true }, "/gated"],
    ["github", "/repos/us/code", { private: false, size: 1 }, "license"],
    ["github", RELEASE, { tag_name: "v1", draft: false, assets: [{ name: "a", size: 1, state: "lost" }] }, "/state"],
    ["zenodo", "/api/records/7", { id: "7" }, "conceptrecid"],
    ["swh", "/api/1/resolve/x/", { object_id: "x" }, "object_type"],
    ["arxiv", "/oai", "<arXiv><id>2304.01373</id></arXiv>", "OAI-PMH"],
  ])("%s %s: an answer that departs from them is not let through", (host, path, body, where) => {
    expect(answerProblems(host, path, 200, body).join("\n")).toContain(where);
  });

  it("ask of the Hub's answer only the fields that the question names", () => {
    const { siblings: _, ...page } = PAGE;
    expect(answerProblems("hf", MODEL, 200, page)).toHaveLength(1);
    expect(answerProblems("hf", MODEL.replace("&expand[]=siblings", ""), 200, page)).toEqual([]);
  });
});
