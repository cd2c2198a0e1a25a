import { describe, expect, it } from "vitest";
import { lookAt, type Said } from "./local-hosts.ts";

describe("Zenodo", () => {
  const file = (size: number) => ({ key: "a.zip", size, checksum: `md5:${"0a".repeat(16)}` });
  const record = (access_right: string, files: unknown = [file(9)]): Said => ({
    body: { id: 7, conceptrecid: "6", metadata: { title: "t", access_right, license: { id: "cc-by-4.0" } }, files },
  });
  const look = (said: Said) => lookAt({ "GET /zenodo/api/records/7": said }, "zenodo", "7");
  it.each([
    ["verified", "proven", record("open")],
    ["gated", "not-public", record("restricted")],
    ["gated", "embargoed", record("embargoed")],
    ["incomplete", "no-files", record("open", [])],
    ["incomplete", "empty-file", record("open", [file(0)])],
    ["missing", "not-found", { status: 404, body: { status: 404, message: "PID does not exist." } }],
    ["missing", "deleted", { status: 410, body: { status: 410, message: "PID has been deleted." } }],
    ["unknown", "not-understood", { status: 404, body: "<html>", departs: true }],
    ["unknown", "refused", { status: 429 }],
  ] as const)("%s (%s)", async (state, reason, said) => {
    expect(await look(said)).toMatchObject({ state, reason });
  });
  it("tells license and version", async () => {
    expect(await look(record("open"))).toMatchObject({ license: { name: "cc-by-4.0" }, revision: "7" });
  });
});

describe("arXiv", () => {
  const oai = (inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-02T03:04:05Z</responseDate>
<request verb="GetRecord" metadataPrefix="arXiv">https://oaipmh.arxiv.org/oai</request>${inner}</OAI-PMH>`;
  const answer = (id: string, license: string): Said => ({
    body: oai(`<GetRecord><record><header><identifier>oai:arXiv.org:${id}</identifier><datestamp>2026-01-01</datestamp><setSpec>cs:cs:CL</setSpec></header>
<metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>${id}</id><created>2026-01-01</created><authors><author><keyname>Mori</keyname><forenames>Aya</forenames></author></authors><title>Herons</title><categories>cs.CL</categories>${license}<abstract>On herons.</abstract></arXiv></metadata></record></GetRecord>`),
  });
  const look = (said: Said) => lookAt({ "GET /arxiv/oai?verb=GetRecord": said }, "arxiv", "2304.01373");
  it("tells a paper's license, which the page alone does not", async () => {
    const license = "<license>http://creativecommons.org/licenses/by/4.0/</license>";
    expect(await look(answer("2304.01373", license))).toMatchObject({
      state: "verified",
      license: { name: "http://creativecommons.org/licenses/by/4.0/" },
    });
    expect((await look(answer("2304.01373", ""))).license).toBeUndefined();
  });
  it("tells that there is no such paper, and is not believed about another one", async () => {
    const error = oai('<error code="idDoesNotExist">none</error>');
    expect(await look({ body: error })).toMatchObject({ state: "missing" });
    expect(await look(answer("2304.99999", ""))).toMatchObject({ state: "unknown" });
    expect(await look({ body: "Rate exceeded.", departs: true })).toMatchObject({ state: "unknown" });
    expect(await look({ status: 503 })).toMatchObject({ state: "unknown" });
  });
});

describe("GitHub without a key", () => {
  const gone = { status: 404, body: { message: "Not Found", documentation_url: "x" } };
  it("tells of repositories", async () => {
    const look = (said: Said) => lookAt({ "GET /github/repos/us/code": said }, "github-repository", "us/code");
    const body = { private: false, size: 9, license: { spdx_id: "MIT" } };
    expect(await look({ body })).toMatchObject({ state: "verified", license: { name: "MIT" } });
    expect(await look(gone)).toMatchObject({ state: "missing" });
    expect(await look({ status: 404, body: "<html>", departs: true })).toMatchObject({ state: "unknown" });
    expect(await look({ status: 403, headers: { "x-ratelimit-remaining": "0" } })).toMatchObject({ state: "unknown" });
    expect(await look({ body: { ...body, size: 0 } })).toMatchObject({ state: "unverified" });
  });
  it("tells of releases", async () => {
    const look = (said: Said, tag?: string) =>
      lookAt({ "GET /github/repos/us/code/releases": said }, "github-release", "us/code", tag);
    const file = { name: "w.bin", size: 5, state: "uploaded" };
    const body = { tag_name: "v1", draft: false, assets: [file] };
    expect(await look({ body }, "v1")).toMatchObject({ state: "verified", revision: "v1", counted: { files: 1 } });
    expect(await look({ body: { ...body, assets: [] } }, "v1")).toMatchObject({ state: "unverified" });
    // A file that is still being uploaded is not there yet.
    const begun = { ...body, assets: [{ ...file, state: "open" }] };
    expect(await look({ body: begun }, "v1")).toMatchObject({ state: "unverified", counted: { files: 0 } });
    expect(await look(gone, "v1")).toMatchObject({ state: "missing" });
    expect(await look(gone)).toMatchObject({ state: "unverified" });
  });
});

describe("Software Heritage", () => {
  const id = `swh:1:rev:${"a1".repeat(20)}`;
  const look = (said: Said) => lookAt({ "GET /swh/api/1/resolve/": said }, "software-heritage", id);
  const held = (object_id: string): Said => ({
    body: {
      namespace: "swh",
      scheme_version: 1,
      object_type: "revision",
      object_id,
      metadata: {},
      browse_url: `https://archive.softwareheritage.org/browse/revision/${object_id}/`,
    },
  });
  it("tells whether it holds what an identifier names", async () => {
    expect(await look(held("a1".repeat(20)))).toMatchObject({ state: "verified" });
    expect(await look(held("b2".repeat(20)))).toMatchObject({ state: "unknown" });
    expect(await look({ status: 404, body: { exception: "NotFoundExc", reason: "r" } })).toMatchObject({
      state: "missing",
    });
    expect(await look({ status: 404, body: {}, departs: true })).toMatchObject({ state: "unknown" });
  });
});

describe("ModelScope", () => {
  const ok = (Data: object): Said => ({ body: { Code: 200, Success: true, Data } });
  const files = (names: readonly string[]) =>
    ok({ Files: names.map((Path) => ({ Path, Size: 5_000_000, Type: "blob", Revision: "master" })) });
  const zip = {
    status: 206,
    headers: { "content-range": "bytes 0-9/5000000" },
    body: Buffer.from("PK\u0003\u0004rest of it"),
  };
  const look = (about: Said, list: Said, file: Said = zip) =>
    lookAt(
      {
        "GET /ms/api/v1/models/us/ours?": about,
        "GET /ms/api/v1/models/us/ours/repo/files": list,
        "GET /ms/api/v1/models/us/ours/repo?": file,
      },
      "modelscope-model",
      "us/ours",
    );
  const about = ok({ License: "Apache License 2.0", Visibility: 5 });
  it("tells of models, by the body rather than the status", async () => {
    expect(await look(about, files(["README.md", "pytorch_model.bin"]))).toMatchObject({
      state: "verified",
      license: { name: "Apache License 2.0" },
      counted: { header: "zip" },
    });
    expect(await look(about, files(["README.md"]))).toMatchObject({ state: "incomplete" });
    expect(await look(ok({ Visibility: 1 }), files([]))).toMatchObject({ state: "gated" });
    expect(await look({ body: { Code: 10010205001, Message: "model not found" } }, files([]))).toMatchObject({
      state: "missing",
    });
    expect(await look({ body: { Code: 500, Message: "busy" } }, files([]))).toMatchObject({ state: "unknown" });
    expect(await look(about, files(["pytorch_model.bin"]), { status: 500 })).toMatchObject({ state: "unverified" });
  });
  it("tells of data sets", async () => {
    const script = {
      "GET /ms/api/v1/datasets/us/ours": ok({ Id: 7, License: "MIT" }),
      "GET /ms/api/v1/datasets/7/repo/tree": files(["README.md", "train.csv"]),
    };
    expect(await lookAt(script, "modelscope-dataset", "us/ours")).toMatchObject({ state: "verified" });
  });
});
