import { createRequire } from "node:module";
import { Probot } from "probot";
import { describe, expect, it } from "vitest";
import { openness } from "../../src/app.ts";
import { createLog } from "../../src/server/log.ts";
import { type Job, jobKey, mergeJobs } from "../../src/worker/job.ts";

interface Example {
  readonly name: string;
  readonly examples: readonly ({ action?: string; installation?: { id: number } } & Record<string, unknown>)[];
}

const all = createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly Example[];

async function listen() {
  const jobs: Job[] = [];
  const requests: string[] = [];
  const app = new Probot({
    githubToken: "not-a-token",
    log: createLog({ logLevel: "silent", logFormat: "json" }),
    request: {
      fetch: async (url: string) => {
        requests.push(url);
        throw new Error(`asked for ${url}`);
      },
    },
  });
  await app.ready();
  const queue = {
    async add(_delivery: string, work: readonly { readonly value: Job }[]) {
      jobs.push(...work.map(({ value }) => value));
      return "taken" as const;
    },
    forget: async () => 0,
  };
  const backfills: number[] = [];
  const nothing = async () => {};
  const store = {
    rememberRepository: nothing,
    rememberRepositories: nothing,
    forgetPolicies: nothing,
    forgetRepository: nothing,
    forgetInstallation: async () => 0,
    repositories: async () => [],
    backfill: async () => undefined,
    rememberBackfill: async ({ installation }: { installation: number }) => void backfills.push(installation),
  };
  openness(app, { queue, store });
  return { app, jobs, backfills, requests };
}

const cases = all.flatMap(({ name, examples }) => examples.map((payload, index) => ({ name, payload, index })));

/** Events that may ask for an audit, with the actions that do. */
const ASKING: Record<string, readonly (string | undefined)[]> = {
  push: [undefined],
  pull_request: ["opened", "synchronize", "reopened", "ready_for_review"],
  issue_comment: ["created"],
  pull_request_review: ["submitted"],
  pull_request_review_comment: ["created"],
  check_run: ["rerequested", "requested_action"],
  check_suite: ["rerequested"],
  merge_group: ["checks_requested"],
};

describe("every event that GitHub documents", () => {
  it("is taken without an error and without a request, and asks for an audit only where it should", async () => {
    const { app, jobs, backfills, requests } = await listen();
    expect(cases.length).toBeGreaterThan(300);
    for (const { name, payload, index } of cases) {
      const before = jobs.length;
      await app.receive({ id: `${name}-${index}`, name, payload } as never);
      const owed = jobs.slice(before);
      if (!ASKING[name]?.includes(payload.action)) expect(owed, `${name}.${payload.action} ${index}`).toEqual([]);
      for (const job of owed) {
        expect(job.installation, name).toBe(payload.installation?.id);
        expect(job.repository.owner && job.repository.name, name).toBeTruthy();
        expect(jobKey(job), name).toMatch(/^\d+\/(?:[0-9a-f]{40}|default|#\d+|refs\/heads\/.+)$/s);
      }
    }
    expect(requests).toEqual([]);
    expect(new Set(backfills).size, "installations to look at").toBeGreaterThan(0);
    const asking = new Set(jobs.map(({ deliveries }) => deliveries[0]?.split("-")[0]));
    for (const name of ["push", "pull_request", "check_run", "check_suite", "merge_group"])
      expect(asking, name).toContain(name);
  });
});

describe("jobs for one commit", () => {
  it("become one that asks for all that each of them did", async () => {
    const { app, jobs } = await listen();
    const opened = cases.find(
      ({ name, payload }) => name === "pull_request" && payload.action === "opened" && payload.installation,
    )!;
    await app.receive({ id: "1", name: opened.name, payload: opened.payload } as never);
    const [job] = jobs;
    const push: Job = { ...job!, branch: "feature", tree: "a".repeat(40), pullRequests: [], deliveries: ["2"] };
    const ready: Job = { ...job!, pullRequests: [{ ...job!.pullRequests[0]!, isNew: false, isDraft: false }] };
    const merged = mergeJobs(mergeJobs(job!, push), ready);
    expect(merged).toMatchObject({ branch: "feature", tree: "a".repeat(40), wantsCheck: true, deliveries: ["1", "2"] });
    expect(merged.pullRequests).toMatchObject([{ isNew: true, isDraft: false }]);
  });

  it("is about the newest commit, in whatever order the events come", async () => {
    const { app, jobs } = await listen();
    const opened = cases.find(
      ({ name, payload }) => name === "pull_request" && payload.action === "opened" && payload.installation,
    )!;
    await app.receive({ id: "1", name: opened.name, payload: opened.payload } as never);
    const commit = (digit: string) => digit.repeat(40);
    const first: Job = { ...jobs[0]!, head: commit("a"), tree: commit("1"), before: [], at: 1_000, deliveries: ["1"] };
    const second: Job = { ...first, head: commit("b"), tree: commit("2"), before: [commit("a")], deliveries: ["2"] };
    const third: Job = {
      ...first,
      head: commit("c"),
      tree: undefined,
      before: [commit("b")],
      at: 2_000,
      deliveries: ["3"],
    };
    for (const order of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
      [third, first, second],
    ]) {
      const merged = order.reduce((earlier, later) => mergeJobs(earlier, later));
      expect(merged).toMatchObject({ head: commit("c"), tree: undefined, at: 2_000 });
      expect(merged.superseded.toSorted()).toEqual([commit("a"), commit("b")]);
      expect(merged.deliveries.toSorted()).toEqual(["1", "2", "3"]);
    }
    expect(mergeJobs(second, first)).toMatchObject({ head: commit("b"), tree: commit("2") });
    expect(mergeJobs(first, second)).toMatchObject({ head: commit("b"), tree: commit("2") });
  });
});
