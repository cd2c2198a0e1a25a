import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { ENGINES } from "../../database/engines.ts";
import { scratchRepository } from "../../github/scratch.ts";
import type { Issue, Pull, Repository } from "../../github/world.ts";
import { MODEL } from "../stage.ts";
import { type Assembly, assemble } from "./assembly.ts";

const MAIN = "refs/heads/main";
const FEATURE = "refs/heads/feature";
const COMMITS = 4;

/** What happens in a repository, and how GitHub's deliveries of it fare. */
interface Event {
  readonly what: "main" | "feature" | "open";
  /** Which of a branch's commits it is pushed to: further on, back, or aside. */
  readonly to: number;
  /** Seconds since the event before, by GitHub's clock, which knows no parts of a second. */
  readonly seconds: number;
  readonly copies: readonly Copy[];
}

/** One arrival of a delivery; none where GitHub lost it, two where it was delivered again. */
interface Copy {
  /** Deliveries arrive in the order of these numbers. */
  readonly place: number;
  /** Whether there is nothing else owed before the next one arrives. */
  readonly isAlone: boolean;
}

const events = (shortest: number) => {
  const copy = fc.record({ place: fc.integer({ min: 0, max: 99 }), isAlone: fc.boolean() });
  return fc.array(
    fc.record({
      what: fc.constantFrom("main", "feature", "open"),
      to: fc.integer({ min: 0, max: COMMITS - 1 }),
      seconds: fc.integer({ min: shortest, max: 2 }),
      copies: fc.array(copy, { minLength: 0, maxLength: 2 }),
    } satisfies { [K in keyof Event]: fc.Arbitrary<Event[K]> }),
    { minLength: 1, maxLength: 10 },
  );
};

interface Copies {
  readonly like: Repository;
  readonly main: readonly string[];
  readonly feature: readonly string[];
}

async function commits({ github }: Assembly): Promise<Copies> {
  const git = await scratchRepository();
  onTestFinished(() => git.remove());
  const first = await git.commit(MODEL);
  const like = await github.addRepository({ owner: "templates", name: "one", gitDir: git.directory, installed: false });
  const main = [first];
  const feature: string[] = [];
  for (let i = 1; i < COMMITS; i++)
    main.push(await git.commit({ [`notes-${i}.txt`]: "note" }, { branch: "side", from: main.at(-1)! }));
  // Two in a row, and two others that a forced push goes to.
  for (let i = 0; i < COMMITS; i++) {
    const from = i % 2 === 0 ? first : feature.at(-1)!;
    const train = `import torch\n\noptimizer = torch.optim.AdamW(model.parameters(), lr=${i})\nloss.backward()\noptimizer.step()\n`;
    feature.push(await git.commit({ "train.py": train }, { branch: `aside-${i}`, from }));
  }
  return { like, main, feature };
}

interface Arrival {
  readonly id: string;
  readonly event: string;
  readonly payload: object;
  readonly copy: Copy;
}

const isoTime = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
let count = 0;

/** Lets it all happen in a repository of its own, and tells what of its final state is not as it has to be. */
async function outcome(
  assembly: Assembly,
  { like, main, feature }: Copies,
  story: readonly Event[],
): Promise<string[]> {
  const { github, idle, sweep, take } = assembly;
  const place = { owner: `owner-${count}`, name: `model-${count++}`, gitDir: "" };
  const repository = await github.addRepository({ ...place, like });
  let clock = Math.floor(Date.now() / 1000) - 3_600;
  const since = clock * 1000;
  const arrivals: Arrival[] = [];
  let pull: (Issue & { readonly pull: Pull }) | undefined;
  let isFeatureHeard = false;
  const tell = (event: string, payload: object, copies: readonly Copy[]) => {
    const id = randomUUID();
    for (const copy of copies) arrivals.push({ id, event, payload, copy });
  };
  const push = async (ref: string, after: string, copies: readonly Copy[]) => {
    const before = repository.refs.get(ref);
    github.updateRef(repository, ref, after);
    repository.pushedAt = isoTime(clock);
    const payload = await github.payloads.push(repository, { ref, after, ...(before === undefined ? {} : { before }) });
    Object.assign(payload.repository as object, { pushed_at: clock });
    tell("push", payload, copies);
    if (pull === undefined || ref !== FEATURE) return;
    pull.updatedAt = isoTime(clock);
    tell("pull_request", github.payloads.pullRequest("synchronize", pull, { before: before! }), copies);
  };
  // The first push is what makes the repository known as a model's: the sweep looks at those alone.
  await push(MAIN, main[0]!, [{ place: 0, isAlone: true }]);
  for (const { id, event, payload } of arrivals.splice(0)) await take(id, event, payload);
  await idle();

  for (const { what, to, seconds, copies } of story) {
    clock += seconds;
    if (what === "open") {
      if (pull !== undefined || !repository.refs.has(FEATURE)) continue;
      pull = github.openPullRequest({ repository, head: "feature" });
      pull.updatedAt = isoTime(clock);
      tell("pull_request", github.payloads.pullRequest("opened", pull), copies);
      continue;
    }
    const [ref, after] = what === "main" ? [MAIN, main[to]!] : [FEATURE, feature[to]!];
    if (repository.refs.get(ref) === after) continue;
    await push(ref, after, copies);
    if (ref === FEATURE) isFeatureHeard = copies.length > 0;
  }
  for (const { id, event, payload, copy } of arrivals.toSorted((one, other) => one.copy.place - other.copy.place)) {
    await take(id, event, payload);
    if (copy.isAlone) await idle();
  }
  await idle();
  await sweep(since);
  await idle();

  const problems: string[] = [];
  const runsOn = (head: string) => github.world.checkRunsOf(repository, head).length;
  for (const head of [...main, ...feature])
    if (runsOn(head) > 1) problems.push(`${runsOn(head)} check runs on one commit`);
  if (runsOn(repository.refs.get(MAIN)!) === 0) problems.push("no check run on the newest commit of main");
  const newest = repository.refs.get(FEATURE);
  // A branch that no pull request is about is not swept: what was lost of it stays lost until its next push.
  if (newest !== undefined && (pull !== undefined || isFeatureHeard) && runsOn(newest) === 0)
    problems.push("no check run on the newest commit of the branch");
  if (pull === undefined) return problems;
  const comments = github.world.commentsOf(pull);
  if (comments.length !== 1) problems.push(`${comments.length} comments`);
  else if (!comments[0]!.body.includes(newest!)) problems.push("the comment is not about the newest commit");
  return problems;
}

/** A branch that goes on, and is pushed back to where it was: all told, in order, one after the other. */
const BACK_AGAIN: readonly Event[] = [
  { what: "feature", to: 0, seconds: 1, copies: [{ place: 0, isAlone: true }] },
  { what: "open", to: 0, seconds: 1, copies: [{ place: 1, isAlone: true }] },
  { what: "feature", to: 1, seconds: 1, copies: [{ place: 2, isAlone: true }] },
  { what: "feature", to: 0, seconds: 1, copies: [{ place: 3, isAlone: true }] },
];
/** The same, but the last push is lost, and the one before arrives after the pull request that was opened later. */
const LOST_ON_THE_WAY_BACK: readonly Event[] = [
  { what: "feature", to: 0, seconds: 1, copies: [{ place: 3, isAlone: true }] },
  { what: "feature", to: 3, seconds: 1, copies: [{ place: 2, isAlone: true }] },
  { what: "feature", to: 0, seconds: 1, copies: [] },
  { what: "open", to: 0, seconds: 1, copies: [{ place: 1, isAlone: true }] },
];
/** Three pushes of one second, the last of which arrives first, and the one in the middle never. */
const WITHIN_A_SECOND: readonly Event[] = [
  { what: "feature", to: 0, seconds: 1, copies: [{ place: 2, isAlone: false }] },
  { what: "feature", to: 1, seconds: 0, copies: [] },
  { what: "feature", to: 3, seconds: 0, copies: [{ place: 1, isAlone: false }] },
];

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 12), endOnFailure: true };

describe.each(ENGINES.filter(({ isHere }) => isHere).slice(0, 1))("on $name", ({ open }) => {
  it("the final state depends on the final heads only, whatever the order, repetition and loss of deliveries", {
    timeout: 120_000,
  }, async () => {
    const assembly = await assemble(await open());
    const copies = await commits(assembly);
    await fc.assert(
      fc.asyncProperty(events(1), async (story) => {
        expect(await outcome(assembly, copies, story)).toEqual([]);
      }),
      { ...RUNS, examples: [[[...BACK_AGAIN]], [[...LOST_ON_THE_WAY_BACK]]] },
    );
    expect(assembly.github.violations).toEqual([]);
  });

  it("also where things happen within one second, which GitHub's clock does not tell apart", {
    timeout: 120_000,
  }, async () => {
    const assembly = await assemble(await open());
    const copies = await commits(assembly);
    await fc.assert(
      fc.asyncProperty(events(0), async (story) => {
        expect(await outcome(assembly, copies, story)).toEqual([]);
      }),
      { ...RUNS, examples: [[[...WITHIN_A_SECOND]]] },
    );
  });
});
