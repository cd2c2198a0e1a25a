/** The life of a pull request over real HTTP, from its first draft to the merge: one story, told in order. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckRun, Comment, Issue, Pull } from "../github/world.ts";
import { type Clock, startClock } from "./clock.ts";
import { CHECK, CLASS_III, MODEL, READ, type Stage, setStage, TREE } from "./stage.ts";

const POLICY = "fail: [license-more-restrictive]\n";
const CLAUSE = "Use of the model for commercial purposes is prohibited";
const TRAINING = { "train.py": "import torch\n" };
const CARD = { "DATA_CARD.md": CLASS_III["DATA_CARD.md"]! };
const APACHE = String(MODEL.LICENSE);
/** All that a push to the branch of a pull request takes, with both events that GitHub sends. */
const PUSHED = [TREE, READ, "mutation createCheckRun updateIssueComment"];
const PLACES = ["comment", "review", "review-comment"] as const;

let clock: Clock;
let stage: Stage;
let pull: Issue & { readonly pull: Pull };
let end = async (): Promise<void> => {};
/** Every request since the curtain rose. */
let spent = 0;

beforeAll(async () => {
  clock = startClock();
  const onEnd = (ending: () => Promise<void>) => {
    end = ending;
  };
  stage = await setStage({ files: { ...MODEL, ".github/openness.yml": POLICY }, onEnd });
});
afterAll(async () => {
  await end();
  clock.stop();
});

async function deliver(event: string, payload: object): Promise<string[]> {
  const requests = await stage.deliver(event, payload);
  spent += requests.length;
  return requests;
}

/** Commits to the branch; GitHub tells of the push and of the pull request, in this order. */
async function push(files: Parameters<Stage["commit"]>[0]): Promise<string[]> {
  const { github, repository } = stage;
  const before = pull.pull.headSha;
  await stage.commit(files, "feature");
  clock.pass(1);
  const pushed = await deliver("push", await github.payloads.push(repository, { ref: "refs/heads/feature", before }));
  return [...pushed, ...(await deliver("pull_request", github.payloads.pullRequest("synchronize", pull, { before })))];
}

async function say(body: string, login: string, kind: Comment["kind"]): Promise<Comment> {
  const { github, repository } = stage;
  const { payloads } = github;
  const comment = github.comment({ repository, number: pull.number, body, login, kind, authorAssociation: "NONE" });
  if (kind === "comment") await deliver("issue_comment", payloads.issueComment(comment));
  else if (kind === "review") await deliver("pull_request_review", payloads.pullRequestReview(comment));
  else await deliver("pull_request_review_comment", payloads.pullRequestReviewComment(comment));
  return comment;
}

const written = (kind: "comment" | "answer" | "refusal"): Comment[] =>
  stage.github.appComments.filter(({ body }) => body.startsWith(`<!-- openness:${kind} v1`));
const theComment = (): string => {
  expect(written("comment")).toHaveLength(1);
  return written("comment")[0]?.body ?? "";
};
const runsAt = (sha: string): readonly CheckRun[] => stage.github.checkRuns.filter(({ headSha }) => headSha === sha);
const theRun = (): CheckRun => {
  const runs = runsAt(pull.pull.headSha);
  expect(runs).toHaveLength(1);
  return runs[0]!;
};

describe("a pull request", () => {
  it("opens as a draft with a check run and no comment, and gets its comment when it is ready", async () => {
    const { github, repository } = stage;
    expect(await deliver("push", await github.payloads.push(repository))).toEqual([TREE, READ, CHECK]);
    await stage.commit(TRAINING, "feature", "main");
    pull = github.openPullRequest({ repository, head: "feature", author: "author", draft: true });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect(theRun()).toMatchObject({ status: "completed", conclusion: "neutral" });
    expect(github.comments).toEqual([]);

    pull.pull.draft = false;
    const ready = await deliver("pull_request", github.payloads.pullRequest("ready_for_review", pull));
    expect(ready).toEqual([READ, "mutation addComment"]);
    expect(theComment()).toContain("/lab/tiny/new/feature?filename=DATA_CARD.md&value=");
  });

  it("shows in the same comment what a data card brings", async () => {
    const [comment] = written("comment");
    expect(await push(CARD)).toEqual(PUSHED);
    expect(written("comment")[0]?.id).toBe(comment?.id);
    expect(theComment()).toMatch(/Compared with the base[^#]{0,400}Data card/);
    expect(theComment()).not.toContain("filename=DATA_CARD.md");
    expect(theRun().conclusion).toBe("neutral");
  });

  it("is told of the clause where its license is replaced, and fails where the owner says so, until it is put back", async () => {
    expect(await push({ LICENSE: `${APACHE}\n${CLAUSE}. You may use it for research only.\n` })).toEqual(PUSHED);
    expect(theComment()).toMatch(/⚠️[^\n]*License/i);
    expect(theComment()).toContain(CLAUSE);
    expect(theRun().conclusion).toBe("failure");

    expect(await push({ LICENSE: APACHE })).toEqual(PUSHED);
    expect(theComment()).not.toContain("⚠️");
    expect(theComment()).not.toContain(CLAUSE);
    expect(theRun().conclusion).toBe("neutral");
  });

  it("that changes the policy is judged by the one in force, and shown what its own would come to", async () => {
    const stricter = "fail: [below-target]\ntarget: I\n";
    expect(await push({ ".github/openness.yml": stricter })).toEqual(PUSHED);
    expect(theRun().conclusion).toBe("neutral");
    expect(theRun().output.summary).toContain("With it the check would be: failure");
    expect(theComment()).toContain("With it the check would be: failure");

    expect(await push({ ".github/openness.yml": POLICY })).toEqual(PUSHED);
    expect(theComment()).not.toContain("With it the check would be");
  });
});

const COMMANDS: readonly (readonly [command: string, words: string])[] = [
  ["/openness help", "### Commands"],
  ["/openness explain data-card", "### Data card (`data-card`)"],
  ["/openness mof", "```yaml\nframework:"],
  ["/openness diff", "Data card"],
  ["/openness export badge", '"schemaVersion": 1'],
  ["/openness hlep", "Nearest: `/openness help`"],
];

describe.each(PLACES)("people ask in a %s", (kind) => {
  it("and its author is answered each time", async () => {
    clock.pass(61);
    for (const [command, words] of COMMANDS) {
      const before = written("answer").length;
      const comment = await say(`What about this?\n\n${command}\n`, "author", kind);
      expect(written("answer").slice(before), command).toEqual([
        expect.objectContaining({ body: expect.stringContaining(words) }),
      ]);
      expect(comment.reactions.map(({ content }) => content)).toEqual(["+1"]);
    }
    const run = await say("/openness", "author", kind);
    expect(run.reactions.map(({ content }) => content)).toEqual(["+1"]);
    theComment();
  });

  it("and a stranger is refused once, in a sentence", async () => {
    const before = [written("answer").length, written("refusal").length];
    for (const command of [...COMMANDS.map(([words]) => words), "/openness"]) {
      const comment = await say(command, "stranger", kind);
      expect(
        comment.reactions.map(({ content }) => content),
        command,
      ).toEqual(["-1"]);
    }
    expect([written("answer").length, written("refusal").length]).toEqual([before[0], (before[1] ?? 0) + 1]);
    expect(written("refusal").at(-1)?.body).toContain("is for the author of this pull request");
  });
});

it("its check run's buttons write the run anew, and explain once what is missing", async () => {
  const { github } = stage;
  clock.pass(61);
  const answers = written("answer").length;
  const press = async (identifier: string) =>
    deliver("check_run", await github.payloads.checkRunRequestedAction(runsAt(pull.pull.headSha)[0]!, identifier));
  expect(await press("rerun")).toContain(CHECK);
  expect(runsAt(pull.pull.headSha).map(({ conclusion }) => conclusion)).toEqual(["neutral", "neutral"]);
  await press("explain");
  await press("explain");
  expect(written("answer").slice(answers)).toEqual([
    expect.objectContaining({ body: expect.stringContaining("Technical report") }),
  ]);
});

describe("its merge", () => {
  let base: string;
  const merged = async (commit: string) => {
    const { github, repository } = stage;
    github.updateRef(repository, "main", commit);
    return deliver("push", await github.payloads.push(repository, { before: base }));
  };

  it("is checked in the queue for one request, and costs none where main moves to the commit of the queue", async () => {
    const { github, repository } = stage;
    base = repository.refs.get("refs/heads/main") ?? "";
    const queue = `gh-readonly-queue/main/pr-${pull.number}-${base}`;
    // One commit for all of the pull request, of the very tree that its head has.
    const group = await stage.commit({ ...TRAINING, ...CARD }, queue, base);
    const asked = { headSha: group, baseSha: base, pullNumber: pull.number };
    const pushed = await github.payloads.push(repository, { ref: `refs/heads/${queue}`, before: base });
    expect(await deliver("push", pushed)).toEqual([]);
    expect(await deliver("merge_group", await github.payloads.mergeGroup(repository, asked))).toEqual([CHECK]);
    expect(runsAt(group)).toEqual([expect.objectContaining({ status: "completed", conclusion: "neutral" })]);

    pull.state = "closed";
    pull.pull.merged = true;
    expect(await deliver("pull_request", github.payloads.pullRequest("closed", pull))).toEqual([]);
    expect(await merged(group)).toEqual([]);
  });

  it("costs one request where main gets a commit of its own, of the tree that is known", async () => {
    const own = { branch: "squashed", from: base, message: "A change (#1)" };
    const squashed = await stage.git.commit({ ...TRAINING, ...CARD }, own);
    expect(await merged(squashed)).toEqual([CHECK]);
    expect(runsAt(squashed)).toHaveLength(1);
  });
});

it("in the end there is one comment, one check run for each head, and nothing that GitHub forbids", () => {
  const { github } = stage;
  theComment();
  const runs = Map.groupBy(github.checkRuns, ({ headSha }) => headSha);
  const twice = [...runs].filter(([, ofHead]) => ofHead.length > 1).map(([head]) => head);
  expect(twice, "only where a person pressed the button").toEqual([pull.pull.headSha]);
  expect(runs.size, "main, six heads, the queue's and a merge").toBe(9);
  expect(github.violations).toEqual([]);
  // Pushes and events of the branch 23, commands two each, buttons 6, queue and merge one each.
  expect(spent).toBe(23 + 2 * 2 * 21 + 6 + 2);
});
