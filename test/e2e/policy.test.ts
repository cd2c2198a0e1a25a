/** Policies of an owner over real HTTP: what a repository starts from, what it cannot undo, and what could not be read. */
import { expect, it, onTestFinished, vi } from "vitest";
import { scratchRepository } from "../github/scratch.ts";
import { CHECK, MODEL, READ, type Stage, setStage, TREE } from "./stage.ts";

const POLICY = ".github/openness.yml";

async function ownersPolicy({ github }: Stage, text: string, name = ".github"): Promise<void> {
  const git = await scratchRepository();
  onTestFinished(() => git.remove());
  await git.commit({ [POLICY]: text });
  await github.addRepository({ owner: "lab", name, gitDir: git.directory });
}

it("a repository starts from its owner's policy, cannot undo what is locked, and costs no request more", async () => {
  const stage = await setStage({ files: { ...MODEL, [POLICY]: "fail: []\ncomment: never\n" } });
  const { github, repository, deliver } = stage;
  await ownersPolicy(stage, "target: I\nfail: [below-target]\nlock: [fail]\n");
  expect(await deliver("push", await github.payloads.push(repository))).toEqual([TREE, READ, CHECK]);
  const run = github.checkRuns[0];
  expect(run?.conclusion).toBe("failure");
  expect(JSON.stringify(run?.output)).toContain("fail is locked by lab/.github/.github/openness.yml");
});

it("extends costs one request more; where it cannot be read, that is told and what is set beside it holds", async () => {
  for (const isThere of [true, false]) {
    const own = isThere ? "extends: lab/shared@main\n" : "extends: lab/shared\nfail: [below-target]\ntarget: I\n";
    const stage = await setStage({ files: { ...MODEL, [POLICY]: own } });
    const { github, repository, deliver } = stage;
    if (isThere) await ownersPolicy(stage, "target: I\nfail: [below-target]\n", "shared");
    expect(await deliver("push", await github.payloads.push(repository))).toHaveLength(4);
    expect(github.checkRuns[0]?.conclusion).toBe("failure");
    expect(JSON.stringify(github.checkRuns[0]?.output).includes("no policy could be read in lab/shared")).toBe(
      !isThere,
    );
  }
});

it("a pull request that changes the policy is judged by the one in force, and is shown what its own would come to", async () => {
  const stage = await setStage({ files: { ...MODEL, [POLICY]: "target: III\n" } });
  const { github, repository, commit, deliver } = stage;
  await deliver("push", await github.payloads.push(repository));
  await commit({ [POLICY]: "target: I\nfail: [below-target]\ndrafts: maybe\n" }, "feature", "main");
  const pull = github.openPullRequest({ repository, head: "feature" });
  await deliver("pull_request", github.payloads.pullRequest("opened", pull));
  const run = github.checkRuns.at(-1);
  expect(run?.conclusion).toBe("neutral");
  expect(run?.output?.summary).toContain("With it the check would be:");
  expect(run?.output?.summary).toContain("failure. The target is Class I");
  const marked = JSON.stringify(run);
  expect(marked).toContain("Proposed policy");
  expect(github.appComments.at(-1)?.body).toContain("failure. The target is Class I");
  expect(github.violations).toEqual([]);
});

it("a preview is made anew on another day, because waivers of the proposed policy run out", async () => {
  const stage = await setStage({ files: { ...MODEL, [POLICY]: "target: III\n" } });
  const { github, repository, commit, deliver } = stage;
  await deliver("push", await github.payloads.push(repository));
  const today = new Date().toISOString().slice(0, 10);
  const waiver = `waivers: [{rule: below-target, reason: Until tonight., expires: ${today}}]`;
  const head = await commit({ [POLICY]: `target: I\nfail: [below-target]\n${waiver}\n` }, "feature", "main");
  const pull = github.openPullRequest({ repository, head: "feature" });
  await deliver("pull_request", github.payloads.pullRequest("opened", pull));
  expect(github.checkRuns.at(-1)?.output?.summary).not.toContain("failure. The target");

  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
  onTestFinished(() => void vi.useRealTimers());
  await deliver("check_suite", await github.payloads.checkSuiteRerequested(repository, head));
  expect(github.checkRuns.at(-1)?.output?.summary).toContain("failure. The target is Class I");
});
