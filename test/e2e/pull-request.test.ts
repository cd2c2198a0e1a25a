import { describe, expect, it } from "vitest";
import { scratchRepository } from "../github/scratch.ts";
import { CHECK, LIBRARY, MODEL, READ, type Stage, type StageOptions, setStage, TREE } from "./stage.ts";

const FEATURE = { "train.py": "import torch\n" };

async function withPull(options: StageOptions & { draft?: boolean; author?: string } = {}) {
  const stage = await setStage(options);
  // As in life: the default branch, which is the base, was audited when the App was installed.
  await stage.deliver("push", await stage.github.payloads.push(stage.repository));
  await stage.commit(FEATURE, "feature", "main");
  const pull = stage.github.openPullRequest({
    repository: stage.repository,
    head: "feature",
    draft: options.draft ?? false,
    ...(options.author === undefined ? {} : { author: options.author }),
  });
  return { ...stage, pull };
}

async function synchronize(
  { github, commit, pull, deliver }: Stage & { pull: ReturnType<Stage["github"]["openPullRequest"]> },
  files: Record<string, string>,
) {
  const before = pull.pull.headSha;
  await commit(files, "feature");
  return deliver("pull_request", github.payloads.pullRequest("synchronize", pull, { before }));
}

describe("a pull request", () => {
  it("opened on a commit that was audited before costs one request", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    await commit(FEATURE, "feature", "main");
    await deliver("push", await github.payloads.push(repository, { ref: "refs/heads/feature" }));
    const pull = github.openPullRequest({ repository, head: "feature" });
    expect(await deliver("pull_request", github.payloads.pullRequest("opened", pull))).toEqual(["mutation addComment"]);
    expect([github.checkRuns.length, github.appComments.length]).toEqual([2, 1]);
    expect(github.violations).toEqual([]);
  });

  it("is compared with its base, which is audited once where that was not done yet", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await commit({ "notes.md": "Nothing.\n" }, "other", "main");
    await deliver("push", await github.payloads.push(repository, { ref: "refs/heads/other" }));
    await commit({ "train.py": null }, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    const opened = await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect(opened).toEqual([TREE, TREE, READ, "mutation createCheckRun addComment"]);
    expect(github.appComments[0]?.body).toContain("Compared with the base");
    await commit({ "notes.md": "Something.\n" }, "feature");
    const moved = github.payloads.pullRequest("synchronize", pull, { before: pull.pull.headSha });
    const again = await deliver("pull_request", moved);
    expect(again).toEqual([TREE, READ, "mutation createCheckRun updateIssueComment"]);
    expect(github.violations).toEqual([]);
  });

  it("has its comment updated in place, and left alone where nothing changed", async () => {
    const stage = await withPull();
    const { github, pull, deliver } = stage;
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    const [comment] = github.appComments;
    const body = comment?.body;
    expect(await synchronize(stage, { "README.md": `${MODEL["README.md"]}\nMore.\n` })).toEqual([
      TREE,
      READ,
      "mutation createCheckRun updateIssueComment",
    ]);
    expect(github.appComments).toHaveLength(1);
    expect(github.appComments[0]?.body).not.toBe(body);
    const reopened = await deliver("pull_request", github.payloads.pullRequest("reopened", pull));
    expect(reopened).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("whose opening is heard after a push that had it commented on already has that comment kept up to date", async () => {
    const { github, repository, commit, pull, deliver } = await withPull({ draft: true });
    const pushed = async () => deliver("push", await github.payloads.push(repository, { ref: "refs/heads/feature" }));
    const known = pull.pull.headSha;
    await pushed();
    pull.pull.draft = false;
    await commit({ "train.py": "import torch\n\nprint(torch)\n" }, "feature");
    await pushed();
    expect(github.appComments).toHaveLength(1);
    github.updateRef(repository, "feature", known);
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect(github.appComments).toHaveLength(1);
    expect(github.appComments[0]?.body).toContain(known.slice(0, 7));
  });

  it("from a fork gets the check run and the comment from its own event", async () => {
    const { github, repository, git, deliver } = await setStage();
    const forkGit = await scratchRepository({ objects: `${git.directory}/objects` });
    await forkGit.commit({ ...MODEL, ...FEATURE }, { branch: "feature" });
    const fork = await github.addRepository({
      owner: "someone",
      name: "tiny",
      gitDir: forkGit.directory,
      fork: true,
      installed: false,
    });
    const pull = github.openPullRequest({ repository, head: "feature", headRepository: fork });
    const requests = await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect(requests).toEqual([TREE, READ, "mutation createCheckRun addComment"]);
    expect(github.checkRuns[0]).toMatchObject({ headSha: pull.pull.headSha, repository: { fullName: "lab/tiny" } });
    expect(github.violations).toEqual([]);
    await forkGit.remove();
  });

  it("in draft gets a check run, and its comment once it is ready", async () => {
    const { github, pull, deliver } = await withPull({ draft: true });
    expect(await deliver("pull_request", github.payloads.pullRequest("opened", pull))).toEqual([TREE, READ, CHECK]);
    expect(github.appComments).toEqual([]);
    pull.pull.draft = false;
    const requests = await deliver("pull_request", github.payloads.pullRequest("ready_for_review", pull));
    expect(requests).toEqual([READ, "mutation addComment"]);
    expect(github.violations).toEqual([]);
  });

  it("by a bot gets a check run and no comment", async () => {
    const stage = await setStage();
    const { github, repository, commit, deliver } = stage;
    await commit(FEATURE, "feature", "main");
    github.world.user("dependabot[bot]", "Bot");
    const pull = github.openPullRequest({ repository, head: "feature", author: "dependabot[bot]" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect([github.checkRuns.length, github.appComments.length]).toEqual([1, 0]);
  });

  it("to a repository without a model gets neither", async () => {
    const { github, pull, deliver } = await withPull({ files: LIBRARY });
    expect(await deliver("pull_request", github.payloads.pullRequest("opened", pull))).toEqual([TREE, READ]);
    expect([github.checkRuns, github.comments]).toEqual([[], []]);
  });

  it("that takes the model away is told so at each of its commits", async () => {
    const stage = await setStage();
    const { github, repository, commit, deliver } = stage;
    await deliver("push", await github.payloads.push(repository));
    const gone = Object.fromEntries(Object.keys(MODEL).map((path) => [path, null]));
    await commit({ ...gone, ...LIBRARY }, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    await synchronize({ ...stage, pull }, { "a.txt": "1" });
    expect(github.checkRuns.map(({ headSha }) => headSha)).toContain(pull.pull.headSha);
    expect(github.checkRuns).toHaveLength(3);
  });

  it("that changes nothing about openness gets no comment where the base is known", async () => {
    const { github, repository, commit, pull, deliver } = await withPull();
    await deliver("push", await github.payloads.push(repository));
    // What is missing is told once in a repository.
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect(github.appComments).toHaveLength(1);
    await commit({ "notes.txt": "1" }, "notes", "main");
    const second = github.openPullRequest({ repository, head: "notes" });
    expect(await deliver("pull_request", github.payloads.pullRequest("opened", second))).toEqual([TREE, READ, CHECK]);
    expect(github.appComments).toHaveLength(1);
  });

  it("gets no comment where the owner wants none", async () => {
    const { github, pull, deliver } = await withPull({
      files: { ...MODEL, ".github/openness.yml": "comment: never\n" },
    });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect([github.checkRuns.length, github.appComments.length]).toEqual([2, 0]);
  });

  it("has extra comments of ours deleted, and the oldest kept", async () => {
    const stage = await withPull();
    const { github, pull, deliver } = stage;
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    const first = github.appComments[0]!;
    github.world.addComment(pull, github.world.bot, first.body, "NONE");
    await synchronize(stage, { "a.txt": "1" });
    expect(github.appComments.map(({ id }) => id)).toEqual([first.id]);
    expect(github.violations).toEqual([]);
  });

  it("keeps its silence when a person hid or deleted the comment", async () => {
    const stage = await withPull();
    const { github, pull, deliver } = stage;
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    const comment = github.appComments[0]!;
    const body = comment.body;
    comment.minimized = true;
    expect(await synchronize(stage, { "a.txt": "1" })).toEqual([TREE, READ, CHECK]);
    expect(github.appComments.map((one) => one.body)).toEqual([body]);
    github.world.deleteComment(comment);
    expect(await synchronize(stage, { "a.txt": "2" })).toEqual([TREE, READ, CHECK]);
    expect(github.appComments).toEqual([]);
  });

  it("with more than a hundred comments still has one of ours", async () => {
    const stage = await withPull();
    const { github, repository, pull, deliver } = stage;
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    for (let i = 0; i < 120; i++)
      github.comment({ repository, number: pull.number, body: `Comment ${i}`, login: "talker" });
    const requests = await synchronize(stage, { "a.txt": "1" });
    expect(requests).toEqual([TREE, READ, "query repository", "mutation createCheckRun updateIssueComment"]);
    expect(github.appComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  it("is not fooled by a person who quotes the hidden marker", async () => {
    const { github, repository, pull, deliver } = await withPull();
    github.comment({ repository, number: pull.number, body: "<!-- openness:comment v1 -->\nClass I!", login: "joker" });
    await deliver("pull_request", github.payloads.pullRequest("reopened", pull));
    expect(github.appComments).toHaveLength(1);
    expect(github.comments.find(({ author }) => author.login === "joker")?.body).toContain("Class I!");
  });

  it("whose head moved on gets nothing written about the old commit", async () => {
    const { github, commit, pull, deliver } = await withPull();
    const old = github.payloads.pullRequest("opened", pull);
    await commit({ "a.txt": "2" }, "feature");
    expect(await deliver("pull_request", old)).toEqual([TREE, READ]);
    const ofPull = () => github.checkRuns.map(({ headSha }) => headSha).slice(1);
    expect([ofPull(), github.comments]).toEqual([[], []]);
    await deliver("pull_request", github.payloads.pullRequest("synchronize", pull));
    expect(ofPull()).toEqual([pull.pull.headSha]);
  });

  it("that is closed, labeled or assigned asks for nothing", async () => {
    const { github, pull, deliver } = await withPull();
    for (const action of ["closed", "labeled", "assigned", "edited"])
      expect(await deliver("pull_request", github.payloads.pullRequest(action, pull)), action).toEqual([]);
  });
});
