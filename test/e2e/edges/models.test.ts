import { describe, expect, it } from "vitest";
import { CLASS_III, MODEL, setStage } from "../stage.ts";

const inFolder = (folder: string, files: typeof MODEL) =>
  Object.fromEntries(Object.entries(files).map(([path, file]) => [`${folder}/${path}`, file]));

const POLICY = `fail: [regression]
models:
  - {name: Willow, path: models/willow}
  - {name: Cedar, path: models/cedar}
`;
const FILES = {
  ...inFolder("models/willow", { ...MODEL, ...CLASS_III }),
  ...inFolder("models/cedar", { ...MODEL, ...CLASS_III }),
  ".github/openness.yml": POLICY,
};

describe("a repository of several models", () => {
  it("has one check run that speaks of all, for what three requests cost", async () => {
    const { github, repository, deliver } = await setStage({ files: FILES });
    expect(await deliver("push", await github.payloads.push(repository))).toHaveLength(3);
    expect(github.checkRuns).toMatchObject([
      { conclusion: "success", output: { title: expect.stringMatching(/^2 models · lowest Class III/) } },
    ]);
    expect(github.violations).toEqual([]);
  });

  it("is stopped by the one that loses its class, which the comment names", async () => {
    const { github, repository, commit, deliver } = await setStage({ files: FILES });
    await deliver("push", await github.payloads.push(repository));
    await commit({ "models/cedar/DATA_CARD.md": null }, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect(github.checkRuns.at(-1)).toMatchObject({
      conclusion: "failure",
      output: { title: expect.stringMatching(/^2 models · lowest no class/) },
    });
    expect(github.appComments).toHaveLength(1);
    expect(github.appComments[0]?.body).toMatch(/\| Willow \| Class III \|[\s\S]*Cedar: The class dropped/);
    expect(github.violations).toEqual([]);
  });
});
