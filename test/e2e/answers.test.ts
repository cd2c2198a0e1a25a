import { describe, expect, it } from "vitest";
import type { LocalGitHub } from "../github/server.ts";
import type { Association, Comment } from "../github/world.ts";
import { CHECK, CLASS_III, MODEL, READ, type StageOptions, setStage } from "./stage.ts";

interface Saying {
  readonly login?: string;
  readonly association?: Association;
  readonly kind?: Comment["kind"];
}

async function withPull(options: StageOptions = {}) {
  const stage = await setStage({ files: { ...MODEL, ...CLASS_III }, ...options });
  await stage.commit({ "DATA_CARD.md": null }, "feature", "main");
  const pull = stage.github.openPullRequest({ repository: stage.repository, head: "feature", author: "author" });
  const { github, repository } = stage;
  const say = (body: string, { login = "maintainer", association = "MEMBER", kind = "comment" }: Saying = {}) => {
    const comment = github.comment({
      repository,
      number: pull.number,
      body,
      login,
      authorAssociation: association,
      kind,
    });
    const deliver = () => stage.deliver(...eventOf(github, comment));
    return { comment, deliver };
  };
  return { ...stage, pull, say };
}

function eventOf({ payloads }: LocalGitHub, comment: Comment): [event: string, payload: object] {
  switch (comment.kind) {
    case "comment":
      return ["issue_comment", payloads.issueComment(comment)];
    case "review":
      return ["pull_request_review", payloads.pullRequestReview(comment)];
    case "review-comment":
      return ["pull_request_review_comment", payloads.pullRequestReviewComment(comment)];
  }
}

const answers = ({ appComments }: LocalGitHub): string[] =>
  appComments.map(({ body }) => body).filter((body) => body.startsWith("<!-- openness:answer v1"));
const refusals = ({ appComments }: LocalGitHub): string[] =>
  appComments.map(({ body }) => body).filter((body) => body.startsWith("<!-- openness:refusal v1"));
const reactions = ({ reactions: all }: Comment): string[] => all.map(({ content }) => content);

describe("a command is answered with one comment", () => {
  it.each([
    ["/openness help", "### Commands"],
    ["/openness hlep", "Nearest: `/openness help`"],
    ["/openness explain data-card", "### Data card (`data-card`)"],
    ["/openness explain", "Data card"],
    ["/openness mof", "```yaml\nframework:"],
    ["/openness diff", "Class III → No class yet"],
    ["/openness export badge", '"schemaVersion": 1'],
  ])("%s", async (body, words) => {
    const { github, say } = await withPull();
    const { comment, deliver } = say(body);
    await deliver();
    expect(answers(github)).toEqual([expect.stringContaining(words)]);
    expect(reactions(comment)).toEqual(["+1"]);
    expect(github.violations).toEqual([]);
  });

  it("of its own for each of several, in the owner's language", async () => {
    const { github, say } = await withPull({
      files: { ...MODEL, ".github/openness.yml": "language: ja\n" },
    });
    const { comment, deliver } = say("/openness help\n/openness explain model-card");
    await deliver();
    expect(answers(github)).toEqual([
      expect.stringContaining("### コマンド"),
      expect.stringContaining("(`model-card`)"),
    ]);
    expect(reactions(comment)).toEqual(["+1"]);
  });

  it.each(["review", "review-comment"] as const)("where it was written in a %s", async (kind) => {
    const { github, say } = await withPull();
    const { comment, deliver } = say("Looks fine.\n\n/openness help", { kind });
    await deliver();
    expect(answers(github)).toHaveLength(1);
    expect(reactions(comment)).toEqual(["+1"]);
    const run = say("/openness", { kind });
    await run.deliver();
    expect(github.appComments).toHaveLength(2);
    expect(github.violations).toEqual([]);
  });

  it("and not by one that an answer quotes or a bot writes", async () => {
    const { github, say } = await withPull();
    await say("/openness help").deliver();
    const [answer = ""] = answers(github);
    github.world.user("helper[bot]", "Bot");
    for (const kind of ["comment", "review", "review-comment"] as const) {
      expect(await say("/openness help", { login: "helper[bot]", kind }).deliver()).toEqual([]);
      expect(await say(answer.replace(/^/gm, "> "), { kind }).deliver()).toEqual([]);
    }
    expect(github.appComments.length).toBe(answers(github).length + 1);
  });
});

describe("an answer is written once", () => {
  it("where the same event is delivered under another id", async () => {
    const { github, say } = await withPull();
    const { deliver } = say("/openness help");
    await deliver();
    await deliver();
    expect(answers(github)).toHaveLength(1);
  });

  it("where GitHub wrote it and answered with an error", async () => {
    const { github, say } = await withPull();
    github.fault({ match: { graphql: "addComment" }, kind: "bad-gateway-after" });
    const { comment, deliver } = say("/openness help\n/openness mof");
    await deliver();
    expect(answers(github)).toHaveLength(2);
    expect(reactions(comment)).toEqual(["+1"]);
  });

  it("where GitHub wrote nothing and answered with an error", async () => {
    const { github, say } = await withPull();
    github.fault({ match: { graphql: "addComment" }, kind: "field-error" });
    await say("/openness mof").deliver();
    expect(answers(github)).toHaveLength(1);
  });

  it("and is not taken for the comment of the pull request", async () => {
    const { github, say, pull, deliver } = await withPull();
    await say("/openness mof").deliver();
    const [answer] = answers(github);
    await deliver("pull_request", github.payloads.pullRequest("reopened", pull));
    await say("/openness").deliver();
    expect(github.appComments).toHaveLength(2);
    expect(answers(github)).toEqual([answer]);
  });
});

describe("a command that is not carried out", () => {
  it("is refused in a sentence, once an hour for one person and not often for all together", async () => {
    const { github, say } = await withPull();
    for (const login of ["one", "one", "two", "three", "four"]) {
      const { comment, deliver } = say("/openness export json", { login, association: "NONE" });
      await deliver();
      expect(reactions(comment)).toEqual(["-1"]);
    }
    expect(refusals(github)).toHaveLength(3);
    expect(refusals(github)[0]).toContain("is for the author of this pull request");
    expect(answers(github)).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("tells a person who asks too soon when to ask again", async () => {
    const { github, say } = await withPull();
    await say("/openness").deliver();
    const again = say("/openness");
    await again.deliver();
    expect(reactions(again.comment)).toEqual(["-1"]);
    expect(refusals(github)).toEqual([expect.stringMatching(/Ask again in \d+ seconds/)]);
    const help = say("/openness help");
    await help.deliver();
    expect(answers(github)).toHaveLength(1);
  });

  it("is told so after ten commands within the hour", async () => {
    const { github, say } = await withPull();
    for (let count = 0; count < 12; count++) await say("/openness help").deliver();
    expect(answers(github)).toHaveLength(10);
    expect(refusals(github)).toEqual([expect.stringMatching(/Ask again in \d+ minutes/)]);
  });
});

describe("the check run's buttons", () => {
  async function withRun(options: StageOptions = {}) {
    const stage = await withPull(options);
    await stage.deliver("pull_request", stage.github.payloads.pullRequest("opened", stage.pull));
    const press = async (identifier: string) =>
      stage.deliver(
        "check_run",
        await stage.github.payloads.checkRunRequestedAction(stage.github.checkRuns[0]!, identifier),
      );
    return { ...stage, press };
  }

  it("write the check run again", async () => {
    const { github, press } = await withRun();
    expect(await press("rerun")).toContain(CHECK);
    expect(github.checkRuns).toHaveLength(2);
  });

  it("explain on the pull request what the next class lacks, once", async () => {
    const { github, press } = await withRun();
    await press("explain");
    await press("explain");
    expect(answers(github)).toEqual([expect.stringContaining("Data card")]);
    expect(github.checkRuns).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  it("write the check run again where the commit has no pull request to explain on", async () => {
    const { github, repository, deliver, git } = await setStage();
    const head = await git.commit({ "more.md": "# More\n" });
    github.updateRef(repository, "main", head);
    await deliver("push", await github.payloads.push(repository));
    const [run] = github.checkRuns;
    await deliver("check_run", await github.payloads.checkRunRequestedAction(run!, "explain"));
    expect(github.checkRuns).toHaveLength(2);
    expect(github.appComments).toEqual([]);
  });

  it("of another name ask for nothing", async () => {
    const { press } = await withRun();
    expect(await press("waive")).toEqual([]);
  });
});

it("an answer costs two requests where all is known", async () => {
  const { github, pull, say, deliver } = await withPull();
  await deliver("pull_request", github.payloads.pullRequest("opened", pull));
  await say("/openness diff").deliver();
  expect(await say("/openness help").deliver()).toEqual([READ, "mutation addComment addReaction"]);
});
