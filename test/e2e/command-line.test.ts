import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { Probot } from "probot";
import { describe, expect, it } from "vitest";
import { PlainOctokit } from "../../src/github/client.ts";
import { createLog } from "../../src/server/log.ts";
import { setStage } from "./stage.ts";

const CLI = resolve(import.meta.dirname, "../../src/cli.ts");

describe("openness audit owner/repository", () => {
  it("says of a repository on GitHub what the App says of it", async () => {
    const { github, repository, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    const probot = new Probot({
      appId: github.app.id,
      privateKey: github.privateKey,
      baseUrl: `${github.url}/api/v3`,
      Octokit: PlainOctokit as NonNullable<ConstructorParameters<typeof Probot>[0]>["Octokit"],
      log: createLog({ logLevel: "silent", logFormat: "json" }),
    });
    const asApp = await probot.auth();
    const { data } = await asApp.request("POST /app/installations/{installation_id}/access_tokens", {
      installation_id: repository.installation!.id,
    });
    const { GHE_HOST, GHE_PROTOCOL } = github.environment;
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, [CLI, "audit", ...args], {
        env: { PATH: process.env.PATH, GHE_HOST, GHE_PROTOCOL, GITHUB_TOKEN: data.token },
      });
    const report = JSON.parse((await run("lab/tiny", "--format", "json")).stdout);
    expect(report.subject).toMatchObject({
      source: "github",
      repository: { owner: "lab", name: "tiny" },
      commit: github.checkRuns[0]?.headSha,
    });
    expect(github.checkRuns[0]?.output.title).toContain(`${report.mof.class === 0 ? "No class yet" : "Class"}`);
    await expect(run("lab/gone")).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("There is no lab/gone"),
    });
    expect(github.violations).toEqual([]);
  });
});
