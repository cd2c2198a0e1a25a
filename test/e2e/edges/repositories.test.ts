import { describe, expect, it } from "vitest";
import { CHECK, CLASS_III, LIBRARY, MODEL, READ, setStage, TREE } from "../stage.ts";

const GONE = Object.fromEntries(Object.keys(MODEL).map((path) => [path, null]));

describe("a repository that stops to be a model's", () => {
  it("goes on to have check runs, so that a rule that waits for one never blocks a pull request", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    await commit({ ...GONE, ...LIBRARY });
    await deliver("push", await github.payloads.push(repository));
    await commit({ "index.js": "1" });
    expect(await deliver("push", await github.payloads.push(repository))).toEqual([TREE, READ, CHECK]);
    await commit({ "index.js": "2" }, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect(github.checkRuns.at(-1)).toMatchObject({ headSha: pull.pull.headSha, status: "completed" });
    expect(github.checkRuns.map(({ conclusion }) => conclusion)).toEqual(Array(4).fill("neutral"));
    expect(github.appComments).toEqual([]);
    expect(github.violations).toEqual([]);
  });
});

describe("a repository without a model whose owner enforces a policy", () => {
  it("has check runs, since a rule of the organisation may wait for them everywhere", async () => {
    const { github, repository, deliver } = await setStage({
      files: { ...LIBRARY, ".github/openness.yml": "fail: [undetermined]\n" },
    });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns).toMatchObject([{ status: "completed", conclusion: "neutral" }]);
  });
});

describe("a repository that is renamed", () => {
  it("while its work waits is found under its new name", async () => {
    const { github, repository, deliver } = await setStage();
    const payload = await github.payloads.push(repository);
    github.world.moveRepository(repository, "lab", "tiny-7b");
    expect(await deliver("push", payload)).toContain(CHECK);
    expect(github.checkRuns).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  it("keeps what is known of it, and its links name it as it is called now", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    github.world.moveRepository(repository, "lab", "tiny-7b");
    await commit({ "notes.txt": "x" });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns).toHaveLength(2);
    expect(github.checkRuns[1]?.output.summary).toContain(`${github.url}/lab/tiny-7b/blob/`);
    expect(github.violations).toEqual([]);
  });
});

describe("a repository that is transferred", () => {
  it("follows the policy of its new owner from the next event on", async () => {
    const { github, git, repository, commit, deliver } = await setStage({ files: { ...MODEL, ...CLASS_III } });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns[0]?.conclusion).toBe("success");
    const policies = await git.commit(
      { ".github/openness.yml": "target: 1\nfail: [below-target]\n" },
      { branch: "policies" },
    );
    const owners = await github.addRepository({ owner: "institute", name: ".github", gitDir: git.directory });
    github.updateRef(owners, "main", policies);
    github.world.moveRepository(repository, "institute", "tiny");
    await commit({ "notes.txt": "x" });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns[1]?.conclusion).toBe("failure");
    expect(github.violations).toEqual([]);
  });
});

describe("a repository that is archived", () => {
  it("between the event and its audit is left as it is, without a dead letter", async () => {
    const { github, repository, commit, app, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    await commit({ "notes.txt": "x" });
    await deliver("push", await github.payloads.push(repository));
    await commit({ "notes.txt": null });
    const payload = await github.payloads.push(repository);
    repository.archived = true;
    // All is known of this tree, so that nothing is read that would tell.
    expect(await deliver("push", payload)).toEqual([CHECK]);
    expect(github.checkRuns).toHaveLength(2);
    const page = await (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text();
    expect(page).toContain('openness_queue_jobs{state="dead"} 0');
    expect(page).toContain('openness_permission_missing_total{permission="checks: write"} 0');
  });
});

describe("on a GitHub Enterprise Server", () => {
  it("every link leads to that server and none to github.com", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await commit({ "train.py": "import torch\n" }, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    const { summary, text } = github.checkRuns[0]!.output;
    for (const words of [summary, text, github.appComments[0]?.body]) {
      expect(words).toContain(`${github.url}/lab/tiny/`);
      expect(words).not.toContain("https://github.com/lab");
    }
  });
});
