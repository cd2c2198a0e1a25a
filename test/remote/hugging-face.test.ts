import { describe, expect, it } from "vitest";
import { lookAt, type Said, type Script } from "./local-hosts.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const OID = "ab".repeat(32);

const page = (more: object, files: readonly string[] = ["README.md", "config.json", "model.safetensors"]): Said => ({
  body: {
    _id: "1",
    id: "us/ours",
    sha: SHA,
    private: false,
    gated: false,
    disabled: false,
    lastModified: "2026-01-02T03:04:05.000Z",
    cardData: { license: "apache-2.0" },
    siblings: files.map((rfilename) => ({ rfilename })),
    safetensors: { parameters: { BF16: 10 }, total: 10 },
    ...more,
  },
});
const FILE: Said = {
  status: 302,
  headers: {
    location: "https://cas-bridge.xethub.hf.co/x",
    "x-linked-size": "5000000",
    "x-linked-etag": `"${OID}"`,
    "x-repo-commit": SHA,
  },
};
const resolved = (file: string, kind = ""): string => `/hf/${kind}us/ours/resolve/${SHA}/${file}`;
const model = (more: object, files?: readonly string[]): Script => ({
  "GET /hf/api/models/us/ours": page(more, files),
  "HEAD /hf/us/ours/resolve/": FILE,
});
const look = (script: Script, revision?: string) => lookAt(script, "hf-model", "us/ours", revision);

describe("a model on Hugging Face", () => {
  it("is verified when it is public, without a gate, whole, to be had, and its header is known", async () => {
    expect(await look(model({}))).toMatchObject({
      state: "verified",
      reason: "proven",
      revision: SHA,
      license: { name: "apache-2.0" },
      counted: { files: 3, bytes: 5_000_000, header: "stated", sha256: OID },
      url: "https://huggingface.co/us/ours",
    });
  });

  it.each([
    ["auto", "gate-automatic"],
    ["manual", "gate-manual"],
  ])("is gated with the gate %s, though the page answers 200", async (gated, reason) => {
    expect(await look(model({ gated }))).toMatchObject({ state: "gated", reason, license: { name: "apache-2.0" } });
  });

  it("is gated when only its files are closed", async () => {
    const closed = { status: 401, headers: { "x-error-code": "GatedRepo" } };
    expect(await look({ ...model({}), "HEAD /hf/us/ours/resolve/": closed })).toMatchObject({ state: "gated" });
  });

  it.each([401, 404])("is missing or private by its host's word with status %i", async (status) => {
    const gone = { status, headers: { "x-error-code": "RepoNotFound" }, body: { error: "Repository not found" } };
    expect(await look({ "GET /hf/api/models/": gone })).toMatchObject({ state: "missing", reason: "not-found" });
  });

  it("is missing when the host disabled it", async () => {
    const disabled = { status: 403, headers: { "x-error-message": "Access to this resource is disabled." } };
    expect(await look({ "GET /hf/api/models/": disabled })).toMatchObject({ state: "missing", reason: "disabled" });
  });

  it.each([
    ["a 404 that is not the hub's", { status: 404, body: "<html>captive portal</html>" }],
    ["a 401 without a reason", { status: 401 }],
    ["too many requests", { status: 429, headers: { ratelimit: '"api";r=0;t=100' } }],
    ["a failure", { status: 503 }],
    ["something else than JSON", { body: "<html>", departs: true as const }],
    ["JSON of another form", { body: { sha: 7 }, departs: true as const }],
  ])("is unknown after %s", async (_, said) => {
    const fact = await look({ "GET /hf/api/models/": said });
    expect(fact.state).toBe("unknown");
    expect(fact.checkedAt).toBeUndefined();
  });

  const SHARDS = ["model-00001-of-00003.safetensors", "model-00002-of-00003.safetensors"];

  it("is incomplete when a file that its index asks for is missing", async () => {
    const index = { weight_map: { a: SHARDS[0], b: SHARDS[1], c: "model-00003-of-00003.safetensors" } };
    const script = {
      ...model({}, ["model.safetensors.index.json", ...SHARDS]),
      [`GET ${resolved("model.safetensors.index.json")}`]: { body: index },
    };
    expect(await look(script)).toMatchObject({
      state: "incomplete",
      reason: "shards-missing",
      counted: { shards: 2, shardsExpected: 3 },
    });
  });

  it("is incomplete when the numbers of its shards have a gap, and not when another format is whole", async () => {
    expect(await look(model({}, SHARDS))).toMatchObject({ state: "incomplete", reason: "shards-missing" });
    expect(await look(model({}, [...SHARDS, "pytorch_model.bin"]))).toMatchObject({ state: "verified" });
  });

  it("is incomplete when there is only a description", async () => {
    expect(await look(model({ safetensors: undefined }, [".gitattributes", "README.md", "config.json"]))).toMatchObject(
      {
        state: "incomplete",
        reason: "no-files",
      },
    );
  });

  it.each([
    ["adapter-only", ["README.md", "adapter_model.safetensors"]],
    ["derived-only", ["model-q4_k_m.gguf"]],
    ["other-format", ["README.md", "weights.unheardof"]],
  ])("is unverified, which costs nothing, where it is %s", async (reason, files) => {
    expect(await look(model({}, files))).toMatchObject({ state: "unverified", reason });
  });

  it("is unverified when the file is as small as a pointer, or does not answer", async () => {
    const pointer = { status: 200, headers: { "content-length": "134" } };
    expect(await look({ ...model({}), "HEAD /hf/us/ours/resolve/": pointer })).toMatchObject({ state: "unverified" });
    expect(await look({ ...model({}), "HEAD /hf/us/ours/resolve/": { status: 500 } })).toMatchObject({
      state: "unverified",
      reason: "not-downloaded",
    });
  });

  it("reads the header where the hub has not", async () => {
    const header = Buffer.from(JSON.stringify({ w: { dtype: "F32", shape: [1], data_offsets: [0, 4] } }));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(header.length));
    const file = { status: 206, body: Buffer.concat([length, header]) };
    const get = `GET ${resolved("model.safetensors")}`;
    expect(await look({ ...model({ safetensors: undefined }), [get]: file })).toMatchObject({
      state: "verified",
      counted: { header: "safetensors" },
    });
    expect(
      await look({ ...model({ safetensors: undefined }), [get]: { status: 206, body: "not a tensor" } }),
    ).toMatchObject({
      state: "unverified",
      reason: "header-not-read",
    });
  });

  it("that was renamed is found where the hub leads", async () => {
    const script = {
      "GET /hf/api/models/us/ours": { status: 307, headers: { location: "/hf/api/models/now/ours" } },
      "GET /hf/api/models/now/ours": page({}),
      "HEAD /hf/us/ours/resolve/": FILE,
    };
    expect(await look(script)).toMatchObject({ state: "verified" });
  });

  it("names its base model, whose card is looked at in one more step", async () => {
    const { startHosts } = await import("./local-hosts.ts");
    const { PublicHosts } = await import("../../src/remote/hosts.ts");
    const { bases } = await startHosts({
      ...model({ cardData: { license: "mit", base_model: "big/base" } }),
      "GET /hf/api/models/big/base": page({
        gated: "manual",
        cardData: { license: "llama3.1", base_model: "big/older" },
      }),
    });
    const facts = await new PublicHosts({ bases, isPublic: () => true }).look([{ kind: "hf-model", id: "us/ours" }]);
    expect(facts.of({ kind: "hf-base", id: "big/base" })).toMatchObject({
      state: "verified",
      license: { name: "llama3.1" },
    });
    expect(facts.all).toHaveLength(2);
  });
});

describe("a data set on Hugging Face", () => {
  const data = (more: object, files: readonly string[]): Script => ({
    "GET /hf/api/datasets/us/ours": page(more, files),
    "HEAD /hf/datasets/us/ours/resolve/": FILE,
  });
  it("is verified with data, gated with a gate, and incomplete with a description alone", async () => {
    const look = (script: Script) => lookAt(script, "hf-dataset", "us/ours");
    expect(await look(data({}, ["README.md", "data/train.parquet"]))).toMatchObject({ state: "verified" });
    expect(await look(data({ gated: "auto" }, ["README.md", "a.csv"]))).toMatchObject({ state: "gated" });
    expect(await look(data({}, ["README.md", ".gitattributes"]))).toMatchObject({
      state: "incomplete",
      reason: "no-files",
    });
  });
});
