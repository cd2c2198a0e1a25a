/** Many small model repositories of many owners, what happens in them, and what has to be on GitHub afterwards. */
import { setTimeout as sleep } from "node:timers/promises";
import { type ScratchRepository, scratchRepository } from "../../github/scratch.ts";
import type { LocalGitHub } from "../../github/server.ts";
import type { Issue, Pull, Repository } from "../../github/world.ts";
import { MODEL } from "../stage.ts";

/** Commits that every repository may come to: two on `main`, two on a branch beside it. */
interface Commits {
  readonly main: readonly [string, string];
  readonly feature: readonly [string, string];
}

interface Laboratory {
  readonly repository: Repository;
  pull: (Issue & { readonly pull: Pull }) | undefined;
}

export interface Happening {
  readonly event: string;
  /** Makes it happen on GitHub, and tells what GitHub says of it. */
  payload(): Promise<object>;
}

export interface Laboratories {
  readonly repositories: readonly Repository[];
  /** So many things that happen, round after round over all repositories, in the order in which they happen. */
  happenings(count: number): readonly Happening[];
  /** Pushes `main` to the other one of its two commits; answers with what GitHub says of it. */
  pushAgain(repository: Repository): Promise<object>;
  /** What is not as it has to be; empty where each newest head has one check run and each pull request one comment. */
  problems(): string[];
  remove(): Promise<void>;
}

const FEATURE = "refs/heads/feature";

/**
 * Adds the repositories to GitHub, three to an owner: each owner's installation may be written to once a second only.
 * @param count how many
 */
export async function addLaboratories(github: LocalGitHub, count: number): Promise<Laboratories> {
  const git = await scratchRepository();
  const first = await git.commit(MODEL);
  const like = await github.addRepository({
    owner: "templates",
    name: "model",
    gitDir: git.directory,
    installed: false,
  });
  const commits = await commitsOf(git, first);
  const laboratories: Laboratory[] = [];
  for (let i = 0; i < count; i++) {
    const place = { owner: `lab-${Math.floor(i / 3)}`, name: `model-${i}` };
    const repository = await github.addRepository({ ...place, gitDir: git.directory, like });
    laboratories.push({ repository, pull: undefined });
  }
  return {
    repositories: laboratories.map(({ repository }) => repository),
    happenings: (wanted) => {
      const rounds = STORY.map((step) => laboratories.map((laboratory) => step(github, laboratory, commits)));
      const all = rounds.flat();
      if (wanted > all.length) throw new RangeError(`${count} repositories have ${all.length} things that happen`);
      return all.slice(0, wanted);
    },
    pushAgain: (repository) => {
      const [one, other] = commits.main;
      const before = repository.refs.get("refs/heads/main")!;
      github.updateRef(repository, "main", before === one ? other : one);
      return github.payloads.push(repository, { before });
    },
    problems: () => laboratories.flatMap((laboratory) => problemsOf(github, laboratory, commits)),
    remove: () => git.remove(),
  };
}

async function commitsOf(git: ScratchRepository, first: string): Promise<Commits> {
  const change = (branch: string, from: string, files: Record<string, string>) => git.commit(files, { branch, from });
  const train =
    "import torch\n\noptimizer = torch.optim.AdamW(model.parameters())\nloss.backward()\noptimizer.step()\n";
  const feature = await change("one", first, { "train.py": train });
  return {
    main: [first, await change("two", first, { "requirements.txt": "torch==2.9.0\n" })],
    feature: [feature, await change("one", feature, { "evaluate.py": "import torch\n\nmodel.eval()\n" })],
  };
}

type Step = (github: LocalGitHub, laboratory: Laboratory, commits: Commits) => Happening;

const pushed =
  (ref: string, commitOf: (commits: Commits) => string): Step =>
  (github, { repository }, commits) => ({
    event: "push",
    payload: () => {
      const before = repository.refs.get(ref);
      github.updateRef(repository, ref, commitOf(commits));
      // GitHub says of a new branch that nothing was there before; here its commits need not be told.
      return github.payloads.push(repository, { ref, before: before ?? commits.main[0] });
    },
  });

const STORY: readonly Step[] = [
  pushed("refs/heads/main", ({ main }) => main[0]),
  pushed(FEATURE, ({ feature }) => feature[0]),
  (github, laboratory) => ({
    event: "pull_request",
    payload: async () => {
      laboratory.pull = github.openPullRequest({ repository: laboratory.repository, head: "feature" });
      return github.payloads.pullRequest("opened", laboratory.pull);
    },
  }),
  pushed("refs/heads/main", ({ main }) => main[1]),
  pushed(FEATURE, ({ feature }) => feature[1]),
  (github, laboratory, { feature: [before] }) => ({
    event: "pull_request",
    payload: async () => {
      if (laboratory.pull === undefined) throw new Error("the pull request is not there yet");
      return github.payloads.pullRequest("synchronize", laboratory.pull, { before });
    },
  }),
];

function problemsOf(github: LocalGitHub, { repository, pull }: Laboratory, commits: Commits): string[] {
  const { fullName, refs } = repository;
  const problems: string[] = [];
  for (const head of [...commits.main, ...commits.feature]) {
    const runs = github.world.checkRunsOf(repository, head);
    const isNewest = [...refs.values()].includes(head);
    if (isNewest ? runs.length !== 1 : runs.length > 1)
      problems.push(`${fullName}: ${runs.length} check runs on ${isNewest ? "a newest" : "an earlier"} head`);
    for (const { status, output } of runs) {
      if (status !== "completed") problems.push(`${fullName}: a check run is ${status}`);
      if (!/\bClass\b/.test(output.title ?? "")) problems.push(`${fullName}: a check run says "${output.title}"`);
    }
  }
  const comments = pull === undefined ? [] : github.world.commentsOf(pull);
  if (pull !== undefined && comments.length !== 1) problems.push(`${fullName}: ${comments.length} comments`);
  return problems;
}

export interface Sent {
  /** Deliveries that were accepted. */
  accepted: number;
  /** Times that one was sent and not accepted. */
  refused: number;
}

const AT_ONCE = 8;
const AGAIN = 50;

/**
 * Makes everything happen and delivers it, as GitHub does, but sends again at once what is not accepted, with its own id.
 * @param sent counted up while it runs
 */
export async function deliverAll(github: LocalGitHub, happenings: readonly Happening[], sent: Sent): Promise<void> {
  const left = [...happenings].reverse();
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const { event } = next;
      const payload = await next.payload();
      let delivery = await github.deliver(event, payload);
      while (delivery.status_code !== 200) {
        if (delivery.status_code >= 300 && delivery.status_code < 500)
          throw new Error(`a delivery was turned down: ${delivery.status_code} ${delivery.answer}`);
        sent.refused++;
        await sleep(AGAIN);
        delivery = await github.redeliver(delivery);
      }
      sent.accepted++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
