import { describe, expect, it } from "vitest";
import { messagesIn } from "../../src/messages/languages.ts";
import type { LocalGitHub } from "../github/server.ts";
import type { Association } from "../github/world.ts";
import { LIBRARY, MODEL, READ, type StageOptions, setStage, TREE } from "./stage.ts";

const bodies = (github: LocalGitHub): string[] => github.appComments.map(({ body }) => body);

async function withPull(options: StageOptions = {}) {
  const stage = await setStage(options);
  await stage.commit({ "train.py": "import torch\n" }, "feature", "main");
  const pull = stage.github.openPullRequest({ repository: stage.repository, head: "feature", author: "author" });
  const say = (body: string, login = "maintainer", authorAssociation: Association = "MEMBER") => {
    const comment = stage.github.comment({
      repository: stage.repository,
      number: pull.number,
      body,
      login,
      authorAssociation,
    });
    return { comment, deliver: () => stage.deliver("issue_comment", stage.github.payloads.issueComment(comment)) };
  };
  return { ...stage, pull, say };
}

describe("/openness", () => {
  it("is answered with the comment and a reaction, in four requests when nothing is known", async () => {
    const { github, say } = await withPull();
    const { comment, deliver } = say("Please:\n\n/openness\n");
    expect(await deliver()).toEqual([READ, TREE, READ, "mutation addComment addReaction"]);
    expect(github.appComments).toHaveLength(1);
    expect(comment.reactions.map(({ content }) => content)).toEqual(["+1"]);
    expect(github.violations).toEqual([]);
  });

  it("costs two requests when the tree is known, and leaves an unchanged comment alone", async () => {
    const { github, repository, pull, say, deliver: event } = await withPull();
    await event("push", await github.payloads.push(repository));
    await event("pull_request", github.payloads.pullRequest("opened", pull));
    const { updatedAt } = github.appComments[0]!;
    expect(await say("/openness").deliver()).toEqual([READ, "mutation addReaction"]);
    expect(github.appComments[0]?.updatedAt).toBe(updatedAt);
  });

  it("brings back a comment that was deleted", async () => {
    const { github, pull, say, deliver: event } = await withPull();
    await event("pull_request", github.payloads.pullRequest("opened", pull));
    github.world.deleteComment(github.appComments[0]!);
    await say("/openness").deliver();
    expect(github.appComments).toHaveLength(1);
  });

  it("on a repository without a model is answered with why", async () => {
    const { github, say } = await withPull({ files: LIBRARY });
    await say("/openness").deliver();
    expect(github.appComments).toHaveLength(1);
    expect(github.appComments[0]?.body).toMatch(/model: true/);
    expect(github.checkRuns).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("may be asked by the author, and by nobody who has no part in the project", async () => {
    const { github, say } = await withPull();
    for (const association of ["NONE", "CONTRIBUTOR"] as const) {
      const stranger = say("/openness", "stranger", association);
      await stranger.deliver();
      expect(stranger.comment.reactions.map(({ content }) => content)).toEqual(["-1"]);
    }
    expect(bodies(github), "told once, not twice").toEqual([expect.stringContaining("is for the author of this pull")]);
    await say("/openness", "author", "NONE").deliver();
    expect(github.appComments).toHaveLength(2);
    expect(github.violations).toEqual([]);
  });

  it("is refused in the owner's language, though nothing was read here before", async () => {
    const { github, say } = await withPull({ files: { ...MODEL, ".github/openness.yml": "language: ja\n" } });
    await say("/openness", "stranger", "NONE").deliver();
    expect(bodies(github)).toEqual([expect.stringContaining(messagesIn("ja").commands.refused)]);
  });

  it.each([
    ["within a sentence", "I ran /openness and it worked"],
    ["in a quotation", "> /openness\n\nWhat does this do?"],
    ["in fenced code", "```\n/openness\n```"],
    ["in indented code", "    /openness"],
    ["with other words", "/openness is what I ran"],
    ["of another name", "/opennesss"],
  ])("%s is not a command", async (_, body) => {
    const { github, say } = await withPull();
    expect(await say(body).deliver()).toEqual([]);
    expect(github.appComments).toEqual([]);
  });

  it("after a closed fence is one", async () => {
    const { github, say } = await withPull();
    await say("````\n```\n/openness\n````\n/openness ").deliver();
    expect(github.appComments).toHaveLength(1);
  });

  it("by a bot, in an edit, on an issue or on a closed pull request is not heard", async () => {
    const { github, repository, pull, deliver, say } = await withPull();
    github.world.user("helper[bot]", "Bot");
    expect(await say("/openness", "helper[bot]").deliver()).toEqual([]);
    const { comment } = say("/openness");
    expect(await deliver("issue_comment", github.payloads.issueComment(comment, "edited"))).toEqual([]);
    const issue = github.world.openIssue({ repository, title: "A question" });
    const onIssue = github.comment({ repository, number: issue.number, body: "/openness", authorAssociation: "OWNER" });
    expect(await deliver("issue_comment", github.payloads.issueComment(onIssue))).toEqual([]);
    pull.state = "closed";
    expect(await say("/openness").deliver()).toEqual([]);
    expect(github.appComments).toEqual([]);
  });
});
