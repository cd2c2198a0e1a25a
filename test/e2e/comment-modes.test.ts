/** When the one comment is written, over real HTTP: by mode, by who opened the pull request, and by what people did to it. */
import { describe, expect, it } from "vitest";
import { scratchRepository } from "../github/scratch.ts";
import { MODEL, type Stage, type StageOptions, setStage } from "./stage.ts";

const CARD = { "DATA_CARD.md": "# Data card\n\nTo be written.\n" };
const BETTER = { "README.md": `${MODEL["README.md"]}\nMore words on what it is.\n` };
const policy = (text: string): StageOptions => ({ files: { ...MODEL, ".github/openness.yml": text } });

/** A stage whose default branch was audited, so that pull requests can be compared with it. */
async function known(options: StageOptions = {}) {
  const stage = await setStage(options);
  await stage.deliver("push", await stage.github.payloads.push(stage.repository));
  return stage;
}

/** A pull request that is opened, and heard of. */
async function opened(
  { github, repository, commit, deliver }: Stage,
  branch: string,
  files: Parameters<Stage["commit"]>[0],
  more: { draft?: boolean; author?: string } = {},
) {
  await commit(files, branch, "main");
  const pull = github.openPullRequest({ repository, head: branch, ...more });
  await deliver("pull_request", github.payloads.pullRequest("opened", pull));
  return pull;
}

type Pull = Awaited<ReturnType<typeof opened>>;

async function pushed({ github, commit, deliver }: Stage, pull: Pull, files: Parameters<Stage["commit"]>[0]) {
  const before = pull.pull.headSha;
  await commit(files, pull.pull.headRef);
  await deliver("pull_request", github.payloads.pullRequest("synchronize", pull, { before }));
}

async function asked({ github, repository, deliver }: Stage, { number }: Pull) {
  const comment = github.comment({
    repository,
    number,
    body: "/openness",
    login: "maintainer",
    authorAssociation: "MEMBER",
  });
  await deliver("issue_comment", github.payloads.issueComment(comment));
}

const commentsOn = ({ github }: Stage, pull: Pull) => github.appComments.filter(({ issue }) => issue === pull);

describe("by changes", () => {
  it("tells once in a repository what is missing, and then is silent where nothing is touched", async () => {
    const stage = await known();
    const first = await opened(stage, "notes", { "notes.txt": "1" });
    expect(commentsOn(stage, first)).toHaveLength(1);
    const second = await opened(stage, "more", { "more.txt": "1" });
    expect(commentsOn(stage, second)).toEqual([]);
    const third = await opened(stage, "card", BETTER);
    expect(commentsOn(stage, third)).toHaveLength(1);
    expect(stage.github.violations).toEqual([]);
  });
});

describe("by the owner's word", () => {
  it("always comments", async () => {
    const stage = await known(policy("comment: always\n"));
    await opened(stage, "notes", { "notes.txt": "1" });
    const second = await opened(stage, "more", { "more.txt": "1" });
    expect(commentsOn(stage, second)).toHaveLength(1);
  });

  it("never comments, until a person asks", async () => {
    const stage = await known(policy("comment: never\n"));
    const pull = await opened(stage, "card", BETTER);
    expect(commentsOn(stage, pull)).toEqual([]);
    await asked(stage, pull);
    expect(commentsOn(stage, pull)).toHaveLength(1);
  });

  it("comments on drafts", async () => {
    const stage = await known(policy("drafts: true\n"));
    const pull = await opened(stage, "card", BETTER, { draft: true });
    expect(commentsOn(stage, pull)).toHaveLength(1);
  });
});

describe("drafts and bots", () => {
  it("a draft gets none before it is ready, save where a person asks", async () => {
    const stage = await known();
    const waiting = await opened(stage, "card", BETTER, { draft: true });
    expect(commentsOn(stage, waiting)).toEqual([]);
    await asked(stage, waiting);
    expect(commentsOn(stage, waiting)).toHaveLength(1);
    const other = await opened(stage, "other", BETTER, { draft: true });
    other.pull.draft = false;
    await stage.deliver("pull_request", stage.github.payloads.pullRequest("ready_for_review", other));
    expect(commentsOn(stage, other)).toHaveLength(1);
  });

  it("a bot gets one only where it touches an artifact", async () => {
    const stage = await known();
    stage.github.world.user("renovate[bot]", "Bot");
    const idle = await opened(stage, "ci", { ".github/dependabot.yml": "version: 2\n" }, { author: "renovate[bot]" });
    expect(commentsOn(stage, idle)).toEqual([]);
    const touching = await opened(stage, "card", BETTER, { author: "renovate[bot]" });
    expect(commentsOn(stage, touching)).toHaveLength(1);
  });
});

describe("what a person did to the comment stands", () => {
  it("hidden, it is neither changed nor written anew, until a person asks: then a new one answers and is kept true", async () => {
    const stage = await known();
    const pull = await opened(stage, "card", BETTER);
    const [hidden] = commentsOn(stage, pull);
    if (hidden === undefined) throw new Error("there is a comment");
    const { body } = hidden;
    hidden.minimized = true;
    await pushed(stage, pull, CARD);
    expect(commentsOn(stage, pull).map((one) => one.body)).toEqual([body]);
    await asked(stage, pull);
    const [, answer, ...more] = commentsOn(stage, pull);
    expect(more).toEqual([]);
    const said = answer?.body;
    await pushed(stage, pull, { "README.md": `${BETTER["README.md"]}\nAnd more.\n` });
    expect(commentsOn(stage, pull)).toHaveLength(2);
    expect(commentsOn(stage, pull)[0]?.body).toBe(body);
    expect(commentsOn(stage, pull)[1]?.body).not.toBe(said);
    expect(stage.github.violations).toEqual([]);
  });

  it("deleted, it is not written anew, until a person asks", async () => {
    const stage = await known();
    const pull = await opened(stage, "card", BETTER);
    const [comment] = commentsOn(stage, pull);
    if (comment === undefined) throw new Error("there is a comment");
    stage.github.world.deleteComment(comment);
    await pushed(stage, pull, CARD);
    expect(commentsOn(stage, pull)).toEqual([]);
    await asked(stage, pull);
    expect(commentsOn(stage, pull)).toHaveLength(1);
    expect(stage.github.violations).toEqual([]);
  });
});

describe("pages for new files", () => {
  it("are on the branch of the pull request, and in the fork where it comes from one", async () => {
    const stage = await setStage();
    const { github, repository, git, deliver } = stage;
    const own = await opened(stage, "team/card", BETTER);
    expect(commentsOn(stage, own)[0]?.body).toContain("/lab/tiny/new/team/card?filename=DATA_CARD.md&value=");

    const forkGit = await scratchRepository({ objects: `${git.directory}/objects` });
    await forkGit.commit({ ...MODEL, ...BETTER }, { branch: "feature" });
    const fork = await github.addRepository({
      owner: "someone",
      name: "tiny-fork",
      gitDir: forkGit.directory,
      fork: true,
      installed: false,
    });
    const pull = github.openPullRequest({ repository, head: "feature", headRepository: fork });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect(commentsOn(stage, pull)[0]?.body).toContain("/someone/tiny-fork/new/feature?filename=DATA_CARD.md&value=");

    // Read again, without an event that tells where the branch is.
    await asked(stage, pull);
    expect(commentsOn(stage, pull)[0]?.body).toContain("/someone/tiny-fork/new/feature?filename=DATA_CARD.md&value=");
    expect(github.violations).toEqual([]);
    await forkGit.remove();
  });
});
