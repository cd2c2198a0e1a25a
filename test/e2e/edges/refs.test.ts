import { describe, expect, it } from "vitest";
import { ZERO } from "../../github/payloads.ts";
import { CHECK, MODEL, READ, setStage, TREE } from "../stage.ts";

const SOURCE = { "train.py": "import torch\n" };

describe("a forced push", () => {
  it("back to an earlier commit is told of that commit, on its own check run and in the one comment", async () => {
    const { github, repository, commit, deliver } = await setStage();
    const first = await commit(SOURCE, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    const second = await commit({ "README.md": `${String(MODEL["README.md"])}\nMore.\n` }, "feature");
    await deliver("pull_request", github.payloads.pullRequest("synchronize", pull, { before: first }));
    expect(github.appComments[0]?.body).toContain(second.slice(0, 7));

    github.updateRef(repository, "feature", first);
    const ref = "refs/heads/feature";
    await deliver("push", await github.payloads.push(repository, { ref, before: second, after: first, forced: true }));
    await deliver("pull_request", github.payloads.pullRequest("synchronize", pull, { before: second }));
    expect(github.appComments).toHaveLength(1);
    expect(github.appComments[0]?.body).toContain(first.slice(0, 7));
    expect(github.checkRuns.map(({ headSha }) => headSha)).toEqual([first, second]);
    expect(github.violations).toEqual([]);
  });

  it("that takes the policy away from the default branch ends it at once", async () => {
    const { github, repository, commit, deliver } = await setStage();
    const first = repository.refs.get("refs/heads/main")!;
    const strict = await commit({ ".github/openness.yml": "target: 1\nfail: [below-target]\n" });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns.at(-1)?.conclusion).toBe("failure");
    github.updateRef(repository, "main", first);
    await deliver("push", await github.payloads.push(repository, { before: strict, after: first, forced: true }));
    expect(github.checkRuns.at(-1)).toMatchObject({ headSha: first, conclusion: "neutral" });
  });
});

describe("a branch that is deleted", () => {
  it("while its work waits leaves no dead letter, and its pull request is not commented on", async () => {
    const { github, repository, commit, app, deliver } = await setStage();
    const head = await commit(SOURCE, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    const opened = github.payloads.pullRequest("opened", pull);
    github.updateRef(repository, "feature", undefined);
    pull.state = "closed";
    await deliver("pull_request", opened);
    expect(github.appComments).toEqual([]);
    await deliver(
      "push",
      await github.payloads.push(repository, { ref: "refs/heads/feature", before: head, after: ZERO }),
    );
    const page = await (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text();
    expect(page).toContain('openness_queue_jobs{state="dead"} 0');
    expect(github.violations).toEqual([]);
  });

  it("and made anew with another commit is audited as it is now", async () => {
    const { github, repository, commit, deliver } = await setStage();
    const ref = "refs/heads/feature";
    const first = await commit(SOURCE, "feature", "main");
    await deliver("push", await github.payloads.push(repository, { ref, before: ZERO }));
    github.updateRef(repository, "feature", undefined);
    await deliver("push", await github.payloads.push(repository, { ref, before: first, after: ZERO }));
    const second = await commit({ "evaluate.py": "import torch\n" }, "feature", "main");
    await deliver("push", await github.payloads.push(repository, { ref, before: ZERO, after: second }));
    expect(github.checkRuns.map(({ headSha }) => headSha)).toEqual([first, second]);
  });
});

describe("a tag", () => {
  it("that is made, moved or deleted asks for nothing, whatever it is called", async () => {
    const { github, repository, commit, deliver } = await setStage();
    const first = repository.refs.get("refs/heads/main")!;
    const second = await commit(SOURCE);
    for (const name of ["v1", "main", "heads/main"]) {
      const ref = `refs/tags/${name}`;
      github.updateRef(repository, ref, second);
      expect(await deliver("push", await github.payloads.push(repository, { ref, before: ZERO }))).toEqual([]);
      expect(await deliver("push", await github.payloads.push(repository, { ref, before: first }))).toEqual([]);
      github.updateRef(repository, ref, undefined);
      expect(
        await deliver("push", await github.payloads.push(repository, { ref, before: second, after: ZERO })),
      ).toEqual([]);
    }
    expect(github.checkRuns).toEqual([]);
  });
});

describe("a merge queue", () => {
  it("has a check run on every group that it makes, of one pull request or of several", async () => {
    const { github, repository, commit, deliver } = await setStage();
    const baseSha = repository.refs.get("refs/heads/main")!;
    await deliver("push", await github.payloads.push(repository));
    const one = await commit({ "train.py": "import torch\n" }, `gh-readonly-queue/main/pr-1-${baseSha}`, "main");
    const both = await commit({ "evaluate.py": "import torch\n" }, `gh-readonly-queue/main/pr-2-${one}`, one);
    const groups = [
      { headSha: one, baseSha, pullNumber: 1 },
      { headSha: both, baseSha: one, pullNumber: 2 },
    ];
    for (const group of groups) await deliver("merge_group", await github.payloads.mergeGroup(repository, group));
    expect(github.checkRuns.slice(1).map(({ headSha, status }) => [headSha, status])).toEqual([
      [one, "completed"],
      [both, "completed"],
    ]);
    const [group] = groups;
    const gone = { ...(await github.payloads.mergeGroup(repository, group!)), action: "destroyed", reason: "merged" };
    expect(await deliver("merge_group", gone)).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("compares a group with what it stands on, so that the one that loses a class is stopped", async () => {
    const { github, repository, commit, deliver } = await setStage({
      files: { ...MODEL, ".github/openness.yml": "fail: [undetermined]\n" },
    });
    const baseSha = repository.refs.get("refs/heads/main")!;
    const gone = Object.fromEntries(Object.keys(MODEL).map((path) => [path, null]));
    const headSha = await commit(gone, `gh-readonly-queue/main/pr-1-${baseSha}`, "main");
    await deliver("merge_group", await github.payloads.mergeGroup(repository, { headSha, baseSha, pullNumber: 1 }));
    expect(github.checkRuns, "a group without a model is answered as well").toMatchObject([{ status: "completed" }]);
  });
});

describe("a pull request that changes 3,000 files", () => {
  it("costs what every other costs", async () => {
    const { github, repository, commit, deliver } = await setStage();
    const many = Object.fromEntries(Array.from({ length: 3_001 }, (_, i) => [`data/part-${i}.txt`, `${i}\n`]));
    await commit(many, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    const requests = await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect(requests.slice(0, 2)).toEqual([TREE, READ]);
    expect(requests.length).toBeLessThanOrEqual(4);
    expect(requests.at(-1)).toBe("mutation createCheckRun addComment");
    expect(github.checkRuns[0]?.headSha).toBe(pull.pull.headSha);
    expect(CHECK).toContain("createCheckRun");
    expect(github.violations).toEqual([]);
  }, 60_000);
});
