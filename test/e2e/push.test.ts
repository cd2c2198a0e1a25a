import { describe, expect, it, vi } from "vitest";
import { ZERO } from "../github/payloads.ts";
import { CHECK, CLASS_III, LIBRARY, MODEL, READ, ROOTS, setStage, TREE } from "./stage.ts";

describe("a push", () => {
  it("to the default branch costs three requests and makes one completed check run", async () => {
    const { github, repository, deliver } = await setStage();
    expect(await deliver("push", await github.payloads.push(repository))).toEqual([TREE, READ, CHECK]);
    expect(github.checkRuns).toHaveLength(1);
    expect(github.checkRuns[0]).toMatchObject({
      name: "Openness",
      status: "completed",
      conclusion: "neutral",
      headSha: repository.refs.get("refs/heads/main"),
      output: { title: expect.stringContaining("Class") },
    });
    expect(github.appComments).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("to the branch of a pull request costs three requests, comment included, whichever event comes first", async () => {
    for (const first of ["push", "pull_request"] as const) {
      const { github, repository, git, commit, deliver } = await setStage();
      await commit({ "train.py": "import torch\n" }, "feature", "main");
      const pull = github.openPullRequest({ repository, head: "feature" });
      const push = await github.payloads.push(repository, { ref: "refs/heads/feature" });
      const opened = github.payloads.pullRequest("opened", pull);
      const [one, other] = first === "push" ? [push, opened] : [opened, push];
      const events = first === "push" ? ["push", "pull_request"] : ["pull_request", "push"];
      const requests = await deliver(events[0]!, one);
      expect(requests.toSorted(), first).toEqual([TREE, "mutation createCheckRun addComment", READ].toSorted());
      expect(await deliver(events[1]!, other), "the second event finds it done").toEqual([]);
      expect(github.checkRuns).toHaveLength(1);
      expect(github.appComments).toHaveLength(1);
      expect(github.appComments[0]?.body).toContain("<!-- openness:comment v1 -->");
      expect(github.violations).toEqual([]);
      expect(git.directory).toBeTruthy();
    }
  });

  it("and its pull request's event at the same time make one check run and one comment", async () => {
    const { github, repository, commit, app, requests } = await setStage();
    await commit({ "train.py": "import torch\n" }, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    const push = await github.payloads.push(repository, { ref: "refs/heads/feature" });
    await Promise.all([
      github.deliver("push", push),
      github.deliver("pull_request", github.payloads.pullRequest("opened", pull)),
      github.deliver("push", push),
    ]);
    await app.idle();
    expect(requests()).toHaveLength(3);
    expect([github.checkRuns.length, github.appComments.length]).toEqual([1, 1]);
    expect(github.violations).toEqual([]);
  });

  it("of a tree that was seen before costs one request on the default branch, two on another", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    await commit({ "notes.txt": "x" });
    await deliver("push", await github.payloads.push(repository));
    await commit({ "notes.txt": null });
    expect(await deliver("push", await github.payloads.push(repository))).toEqual([CHECK]);
    await commit({ "notes.txt": "x" }, "other", "main");
    expect(await deliver("push", await github.payloads.push(repository, { ref: "refs/heads/other" }))).toEqual([
      READ,
      CHECK,
    ]);
    expect(github.checkRuns).toHaveLength(4);
    expect(github.checkRuns[2]?.externalId).toBe(github.checkRuns[0]?.externalId);
    expect(github.violations).toEqual([]);
  });

  it("reads only the files that changed", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    await commit({ "README.md": `${String(MODEL["README.md"])}\nMore.\n` });
    github.resetRequests();
    await github.deliver("push", await github.payloads.push(repository));
    await github.until(() => github.checkRuns.length === 2, { what: "the second check run" });
    const read = github.requests.find(({ operation }) => operation === READ)?.body as { query: string };
    expect(read.query.match(/object\(oid: "/g)).toHaveLength(1);
    expect(await deliver("ping", { zen: "x", hook_id: 1, hook: {} })).toEqual([]);
  });

  it("of a deleted branch or a tag asks for nothing", async () => {
    const { github, repository, deliver } = await setStage();
    const head = repository.refs.get("refs/heads/main")!;
    expect(await deliver("push", await github.payloads.push(repository, { before: head, after: ZERO }))).toEqual([]);
    github.updateRef(repository, "refs/tags/v1", head);
    expect(await deliver("push", await github.payloads.push(repository, { ref: "refs/tags/v1", after: head }))).toEqual(
      [],
    );
    expect(github.checkRuns).toEqual([]);
  });

  it("to a repository without a model is left without a check run", async () => {
    const { github, repository, deliver } = await setStage({ files: LIBRARY });
    expect(await deliver("push", await github.payloads.push(repository))).toEqual([TREE, READ]);
    expect(github.checkRuns).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("that takes the model away is told, for a required check must not fall silent", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    await commit(Object.fromEntries([...Object.keys(MODEL).map((path) => [path, null]), ...Object.entries(LIBRARY)]));
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns).toHaveLength(2);
    expect(github.checkRuns[1]?.conclusion).toBe("neutral");
    await commit({ "index.js": "1" });
    expect(await deliver("push", await github.payloads.push(repository)), "now and later").toEqual([TREE, READ, CHECK]);
  });

  it("to an archived repository asks for nothing", async () => {
    const { github, repository, deliver } = await setStage({ archived: true });
    expect(await deliver("push", await github.payloads.push(repository))).toEqual([]);
  });

  it("that was overtaken by another one writes nothing about the old commit", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    await commit({ "a.txt": "1" });
    const old = await github.payloads.push(repository);
    const head = await commit({ "a.txt": "2" });
    expect(await deliver("push", old)).toEqual([TREE, READ]);
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns.map(({ headSha }) => headSha).slice(1)).toEqual([head]);
  });

  it("that is overtaken while it is audited writes nothing about the old commit either", async () => {
    const { github, repository, commit, app } = await setStage({
      files: { ...MODEL, "requirements.txt": Buffer.from("\uFEFFtorch==2.9\n", "utf16le") },
    });
    // The branch is read before this file is, and the next push arrives in between.
    github.fault({ match: { path: "/git/blobs/" }, kind: "slow", milliseconds: 400 });
    await github.deliver("push", await github.payloads.push(repository));
    await expect.poll(() => github.requests.some(({ path }) => path.includes("/git/blobs/"))).toBe(true);
    const head = await commit({ "a.txt": "2" });
    await github.deliver("push", await github.payloads.push(repository));
    await app.idle();
    expect(github.checkRuns.map(({ headSha }) => headSha)).toEqual([head]);
    expect(github.violations).toEqual([]);
  });

  it("to a private repository works as well", async () => {
    const { github, repository, deliver } = await setStage({ private: true });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  it("follows the policy of the default branch, the owner's where that sets nothing, and notices its change", async () => {
    const { github, repository, git, commit, deliver } = await setStage();
    await git.commit({ ".github/openness.yml": "fail: [below-target]\ntarget: 3\n" }, { branch: "policies" });
    const owner = await github.addRepository({
      owner: "lab",
      name: ".github",
      gitDir: git.directory,
      defaultBranch: "policies",
    });
    expect(owner.fullName).toBe("lab/.github");
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns[0]?.conclusion).toBe("failure");
    // This repository asks for nothing: the push itself says that the policy changed.
    await commit({ ".github/openness.yml": "fail: []\ncomment: never\n" });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns[1]?.conclusion).toBe("neutral");
    // A pull request's own copy counts for nothing.
    await commit({ ".github/openness.yml": "fail: [below-target]\n" }, "feature", "main");
    await deliver("push", await github.payloads.push(repository, { ref: "refs/heads/feature" }));
    expect(github.checkRuns[2]?.conclusion).toBe("neutral");
    expect(github.violations).toEqual([]);
  });

  it("starts from another repository's policy where the policy says so", async () => {
    const { github, repository, git, commit, deliver } = await setStage();
    await git.commit({ "openness.yml": "fail: [below-target]\n" }, { branch: "shared" });
    await github.addRepository({ owner: "lab", name: "policies", gitDir: git.directory, defaultBranch: "shared" });
    await commit({ ".github/openness.yml": "extends: lab/policies\ntarget: 3\n" });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns[0]?.conclusion).toBe("failure");
    expect(github.violations).toEqual([]);
  });

  it("that loses a class fails where the policy says so, however often it is run again", async () => {
    const { github, repository, commit, deliver } = await setStage({
      files: { ...MODEL, ...CLASS_III, ".github/openness.yml": "fail: [regression]\n" },
    });
    await commit({ "DATA_CARD.md": null });
    const requests = await deliver("push", await github.payloads.push(repository));
    expect(
      requests.filter((operation) => operation === TREE),
      "the commit before is read as well",
    ).toHaveLength(2);
    expect(github.checkRuns[0]?.conclusion).toBe("failure");
    await deliver("check_run", await github.payloads.checkRunRerequested(github.checkRuns[0]!));
    expect(github.checkRuns[1]?.conclusion).toBe("failure");
    await commit({ "DATA_CARD.md": CLASS_III["DATA_CARD.md"]! });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns[2]?.conclusion).toBe("success");
    expect(github.violations).toEqual([]);
  });

  it("is compared with its parent when a re-run is all that is heard of it", async () => {
    const { github, repository, commit, deliver } = await setStage({
      files: { ...MODEL, ...CLASS_III, ".github/openness.yml": "fail: [regression]\n" },
    });
    const head = await commit({ "DATA_CARD.md": null });
    await deliver("check_suite", await github.payloads.checkSuiteRerequested(repository, head));
    expect(github.checkRuns[0]?.conclusion).toBe("failure");
  });
});

describe("a repository without commits", () => {
  it("is left alone", async () => {
    const { github, repository, app, deliver } = await setStage({ files: {}, upkeep: { startWithin: 0 } });
    expect(repository.refs.size).toBe(0);
    await deliver("installation_repositories", github.payloads.installationRepositories("added", [repository]));
    await vi.waitFor(() => expect(github.requests.some(({ operation }) => operation === ROOTS)).toBe(true), 10_000);
    await app.idle();
    expect([github.checkRuns, github.comments]).toEqual([[], []]);
  });
});

describe("an installation", () => {
  it("audits the default branches that it was given", async () => {
    const { github, repository, app, deliver } = await setStage({ upkeep: { startWithin: 0 } });
    await deliver("installation", github.payloads.installation("created", repository.installation!));
    await vi.waitFor(() => expect(github.checkRuns).toHaveLength(1), 10_000);
    await app.idle();
    expect(github.checkRuns[0]?.headSha).toBe(repository.refs.get("refs/heads/main"));
    expect(github.comments, "nobody asked for one").toEqual([]);
    await deliver("installation", github.payloads.installation("deleted", repository.installation!));
    expect(github.violations).toEqual([]);
  });
});

describe("a re-run", () => {
  it("of the check run or of all checks costs one request and always answers", async () => {
    const { github, repository, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    const [run] = github.checkRuns;
    expect(await deliver("check_run", await github.payloads.checkRunRerequested(run!))).toEqual([CHECK]);
    expect(await deliver("check_suite", await github.payloads.checkSuiteRerequested(repository, run!.headSha))).toEqual(
      [CHECK],
    );
    expect(github.checkRuns).toHaveLength(3);
    expect(github.violations).toEqual([]);
  });

  it("delivered twice under one id answers once", async () => {
    const { github, repository, app, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    const payload = await github.payloads.checkRunRerequested(github.checkRuns[0]!);
    const delivery = await github.deliver("check_run", payload);
    await app.idle();
    await github.redeliver(delivery);
    await app.idle();
    expect(github.checkRuns).toHaveLength(2);
  });
});

describe("a merge group", () => {
  it("is answered on its own commit, with one request where its tree is known", async () => {
    const { github, repository, commit, deliver } = await setStage();
    const baseSha = repository.refs.get("refs/heads/main")!;
    await commit({ "train.py": "import torch\n" }, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    const headSha = await commit({ "train.py": "import torch\n" }, `gh-readonly-queue/main/pr-1-${baseSha}`, "main");
    const ref = `refs/heads/gh-readonly-queue/main/pr-1-${baseSha}`;
    expect(await deliver("push", await github.payloads.push(repository, { ref }))).toEqual([]);
    const group = await github.payloads.mergeGroup(repository, { headSha, baseSha, pullNumber: pull.number });
    expect(await deliver("merge_group", group)).toEqual([CHECK]);
    expect(github.checkRuns.at(-1)).toMatchObject({ headSha, status: "completed" });
    expect(github.appComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });
});
