import { describe, expect, it } from "vitest";
import { INSPECT_HEADER, inspectArchive, safetensors } from "../binaries.ts";
import { CHECK, MODEL, READ, setStage, TREE } from "./stage.ts";

const BLOB = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
const weights = (license: string) =>
  Buffer.concat([safetensors({ "modelspec.license": license }), Buffer.alloc(1_200_000, 7)]);

describe("a push with small binary files that say something", () => {
  it("costs one request for each of them once, and what they say is in the check run", async () => {
    const { github, repository, commit, deliver } = await setStage({
      files: {
        ...MODEL,
        "model.safetensors": weights("CC-BY-NC-4.0"),
        "logs/run.eval": inspectArchive(INSPECT_HEADER, "deflated", 30),
        "logs/copy.eval": inspectArchive(INSPECT_HEADER, "deflated", 30),
      },
    });
    const first = await deliver("push", await github.payloads.push(repository));
    expect(first).toEqual([TREE, READ, BLOB, BLOB, CHECK]);
    expect(JSON.stringify(github.checkRuns[0]?.output)).toContain("CC-BY-NC-4.0");

    await commit({ "notes.txt": "x" });
    const second = await deliver("push", await github.payloads.push(repository));
    expect(second).not.toContain(BLOB);
    expect(github.violations).toEqual([]);
  });

  it("leaves large ones alone: the three requests stay three", async () => {
    const large = Buffer.concat([weights("MIT"), Buffer.alloc(2_000_000, 7)]);
    const { github, repository, deliver } = await setStage({ files: { ...MODEL, "model.safetensors": large } });
    expect(await deliver("push", await github.payloads.push(repository))).toEqual([TREE, READ, CHECK]);
  });
});
