import { describe, expect, it, onTestFinished } from "vitest";
import { scratchRepository } from "../../github/scratch.ts";
import { CHECK, MODEL, type Stage, setStage } from "../stage.ts";

const FEATURE = { "train.py": "import torch\n" };

async function fromFork({ github, repository, git }: Stage) {
  const forkGit = await scratchRepository({ objects: `${git.directory}/objects` });
  onTestFinished(forkGit.remove);
  await forkGit.commit({ ...MODEL, ...FEATURE }, { branch: "feature" });
  const fork = await github.addRepository({
    owner: "someone",
    name: "tiny",
    gitDir: forkGit.directory,
    fork: true,
    installed: false,
  });
  return { fork, pull: github.openPullRequest({ repository, head: "feature", headRepository: fork }) };
}

describe("a pull request whose fork was deleted", () => {
  it("is audited and commented on all the same: its commits stay", async () => {
    const stage = await setStage();
    const { github, deliver } = stage;
    const { fork, pull } = await fromFork(stage);
    github.world.removeRepository(fork);
    const payload = github.payloads.pullRequest("reopened", pull) as { pull_request: { head: { repo: unknown } } };
    expect(payload.pull_request.head.repo).toBeNull();
    await deliver("pull_request", payload);
    expect(github.checkRuns).toMatchObject([{ headSha: pull.pull.headSha, status: "completed" }]);
    expect(github.appComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  it("answers a command", async () => {
    const stage = await setStage();
    const { github, repository, deliver } = stage;
    const { fork, pull } = await fromFork(stage);
    github.world.removeRepository(fork);
    const comment = github.comment({
      repository,
      number: pull.number,
      body: "/openness",
      login: "maintainer",
      authorAssociation: "MEMBER",
    });
    await deliver("issue_comment", github.payloads.issueComment(comment));
    expect(github.appComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });
});

describe("another installation of the program on the same repository", () => {
  it("keeps its own comment, and ours is written beside it", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await commit(FEATURE, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    const other = github.world.user("openness-of-another-house[bot]", "Bot");
    const theirs = github.world.addComment(pull, other, "<!-- openness:comment v1 -->\nClass I", "NONE");
    await deliver("pull_request", github.payloads.pullRequest("reopened", pull));
    expect(github.appComments).toHaveLength(1);
    expect(theirs.body).toBe("<!-- openness:comment v1 -->\nClass I");
    expect(github.world.comments).toContain(theirs);
  });

  it("never has its check run taken for the one of ours whose answer was lost", async () => {
    const { github, repository, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    const ours = github.checkRuns[0]!;
    github.world.checkRuns.length = 0;
    // The other house's run is like ours to the second; ours was lost on the way, and is not there.
    github.fault({ match: { graphql: "createCheckRun" }, kind: "bad-gateway-before" });
    const copy = setInterval(() => {
      const { startedAt } = { startedAt: `${new Date().toISOString().slice(0, 19)}Z` };
      github.world.checkRuns.push({ ...ours, id: github.world.nextId(), appId: 77, startedAt });
    }, 100);
    onTestFinished(() => clearInterval(copy));
    await deliver("check_suite", await github.payloads.checkSuiteRerequested(repository, ours.headSha));
    clearInterval(copy);
    expect(github.checkRuns.filter(({ appId }) => appId === undefined)).toHaveLength(1);
  });
});

describe("our comment", () => {
  it("that a person edited is set right at the next change, in place", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await commit(FEATURE, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    const [comment] = github.appComments;
    github.world.editComment(comment!, `${comment!.body}\n\nAnd it is fully open!`);
    await commit({ "notes.txt": "x" }, "feature");
    await deliver("pull_request", github.payloads.pullRequest("synchronize", pull));
    expect(github.appComments.map(({ id }) => id)).toEqual([comment!.id]);
    expect(github.appComments[0]?.body).not.toContain("fully open");
  });
});

describe("a draft", () => {
  it("has its check run at every commit, and no comment until it is ready", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await commit(FEATURE, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature", draft: true });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    await commit({ "README.md": `${String(MODEL["README.md"])}\nMore.\n` }, "feature");
    expect(await deliver("pull_request", github.payloads.pullRequest("synchronize", pull))).toContain(CHECK);
    expect([github.checkRuns.length, github.appComments.length]).toEqual([2, 0]);
    pull.pull.draft = false;
    await deliver("pull_request", github.payloads.pullRequest("ready_for_review", pull));
    expect(github.appComments).toHaveLength(1);
  });
});
