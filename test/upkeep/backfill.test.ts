import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BackfillParts, Backfills } from "../../src/upkeep/backfill.ts";
import { beginBackfill, identitiesIn } from "../../src/upkeep/begin.ts";
import { Worker } from "../../src/worker.ts";
import { ROOTS } from "../e2e/stage.ts";
import { NotingQueue } from "./noting.ts";
import { addOrganisation, makeTemplates, type Organisation, type Templates } from "./organisation.ts";
import { setUpkeepStage, type UpkeepStage } from "./stage.ts";

const LIST = "GET /installation/repositories";
const PAGES = "query node rateLimit";
/** One request for so many lists. */
const listsOf = (count: number): string => `query ${"node ".repeat(count)}rateLimit`;
const never = new AbortController().signal;

let templates: Templates;
beforeAll(async () => {
  templates = await makeTemplates();
});
afterAll(() => templates.remove());

async function setInstallation(options: { count: number; models: number }): Promise<UpkeepStage & Organisation> {
  const stage = await setUpkeepStage();
  return { ...stage, ...(await addOrganisation(stage.github, templates, options)) };
}

const begin = ({ store, installation }: UpkeepStage & Organisation) =>
  beginBackfill(store, { installation, repositories: [], isAll: true });

const fill = (stage: UpkeepStage, change: Partial<BackfillParts> = {}, signal = never) =>
  new Backfills({ ...stage, ...change }).run(signal);

/** A pause that is over at once, and remembered. */
function noPause(): { pauses: number[]; pause: NonNullable<BackfillParts["pause"]> } {
  const pauses: number[] = [];
  return { pauses, pause: async (milliseconds) => void pauses.push(milliseconds) };
}

describe("the first look at an installation", () => {
  it("of a thousand repositories owes an audit for each that holds a model, within a tenth of a request for each other", async () => {
    const stage = await setInstallation({ count: 1000, models: 40 });
    const { github, store, database, queue, installation, models, clients } = stage;
    await begin(stage);
    await fill(stage);
    const asked = stage.requests();
    expect(queue.names).toEqual([...models].toSorted());
    expect(queue.owed.every(({ priority = 0 }) => priority < 0)).toBe(true);
    expect(asked.filter((operation) => operation === LIST)).toHaveLength(11);
    expect(asked.filter((operation) => operation === ROOTS)).toHaveLength(11);
    expect(asked.length / 1002).toBeLessThan(0.05);
    expect(await store.backfill(installation)).toMatchObject({
      cursor: "listed",
      listed: 1002,
      looked: 1002,
      models: 40,
      queued: 40,
      finishedAt: expect.any(Date),
    });

    const worker = new Worker({ clients, store, log: pino({ level: "silent" }) });
    for (const { value } of queue.owed) await worker.carryOut(value, { newer: async () => undefined });
    const audits = stage.requests();
    expect(github.checkRuns).toHaveLength(40);
    expect(
      github.checkRuns.every(({ repository, headSha }) => repository.refs.get("refs/heads/main") === headSha),
    ).toBe(true);
    expect(github.appComments).toEqual([]);
    expect(audits.length, "files, check run; their lists came ten at a time").toBe(2 * 40);
    expect(asked.filter((operation) => operation === listsOf(10))).toHaveLength(4);
    expect(await database.query("SELECT repository FROM openness.lists"), "used").toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("goes on where it was when its process was killed, at whatever moment, and does nothing twice", async () => {
    for (const moment of ["rememberRepositories", "rememberBackfill", "add"] as const) {
      const stage = await setInstallation({ count: 450, models: 9 });
      const { store, queue, installation, models } = stage;
      await begin(stage);
      let calls = 0;
      const die = (call: typeof moment): void => {
        if (call === moment && ++calls > (moment === "add" ? 3 : 7)) throw new Error("killed");
      };
      const dying = Object.assign(Object.create(store) as typeof store, {
        rememberRepositories: async (list: never) => {
          die("rememberRepositories");
          await store.rememberRepositories(list);
        },
        rememberBackfill: async (progress: never) => {
          die("rememberBackfill");
          await store.rememberBackfill(progress);
        },
        repositories: (of: number) => store.repositories(of),
        backfill: (of: number) => store.backfill(of),
        unfinishedBackfills: () => store.unfinishedBackfills(),
      });
      const dyingQueue = new NotingQueue();
      const killed = Object.assign(Object.create(queue) as NotingQueue, {
        add: (delivery: string, work: never) => {
          die("add");
          return queue.add(delivery, work);
        },
        counts: () => dyingQueue.counts(),
      });
      await fill({ ...stage, store: dying, queue: killed });
      expect(
        stage.log.told.some(({ level }) => level === "warn"),
        moment,
      ).toBe(true);
      expect((await store.backfill(installation))?.finishedAt, moment).toBeUndefined();
      const before = stage.requests();

      await fill(stage);
      const after = stage.requests();
      expect(queue.names, moment).toEqual([...models].toSorted());
      expect(new Set(queue.owed.map(({ key }) => key)).size, moment).toBe(9);
      expect(await store.backfill(installation), moment).toMatchObject({ listed: 452, looked: 452 });
      // Five pages, five times the roots, ten times front pages; what was under way may be asked once more.
      expect(before.length + after.length, moment).toBeLessThanOrEqual(20 + 4);
    }
  });

  it("stops at once when the process does", async () => {
    const stage = await setInstallation({ count: 250, models: 2 });
    await begin(stage);
    stage.queue.waiting = 1_000;
    const stop = new AbortController();
    const run = fill(stage, {}, stop.signal);
    await stage.github.until(() => stage.github.requests.length >= 4, { what: "the list" });
    setTimeout(() => stop.abort(new Error("stopping")), 50);
    const from = Date.now();
    await expect(run).rejects.toThrow();
    expect(Date.now() - from).toBeLessThan(1_000);
    expect((await stage.store.backfill(stage.installation))?.finishedAt).toBeUndefined();
  });

  it("leaves half of the hour's requests to events, for each of both kinds", async () => {
    for (const resource of ["core", "graphql"] as const) {
      const stage = await setInstallation({ count: 120, models: 2 });
      await begin(stage);
      stage.github.limits.leave(resource, 2_400, 3_600_000);
      const { pauses, pause } = noPause();
      await fill(stage, {
        pause: async (milliseconds, signal) => {
          await pause(milliseconds, signal);
          stage.github.limits.leave(resource, 5_000, 3_600_000);
        },
      });
      expect(pauses, resource).toHaveLength(1);
      expect(pauses[0], resource).toBeGreaterThan(3_500_000);
      expect((await stage.store.backfill(stage.installation))?.finishedAt, resource).toBeDefined();
    }
  });

  it("waits as long as a rate limit asks, and goes on with the same request", async () => {
    const stage = await setInstallation({ count: 30, models: 3 });
    await begin(stage);
    stage.github.fault({ match: { path: LIST.slice(4) }, kind: "rate-limited", retryAfter: 33 });
    stage.github.fault({ match: { graphql: "nodes" }, kind: "graphql-rate-limited", retryAfter: 44 });
    const { pauses, pause } = noPause();
    await fill(stage, { pause });
    expect(pauses).toHaveLength(2);
    expect(pauses[0]).toBe(33_000);
    expect(stage.queue.names).toEqual([...stage.models].toSorted());
  });

  it("adds no more while much is owed already", async () => {
    const stage = await setInstallation({ count: 30, models: 3 });
    await begin(stage);
    stage.queue.waiting = 500;
    const { pauses, pause } = noPause();
    await fill(stage, {
      pause: async (milliseconds, signal) => {
        await pause(milliseconds, signal);
        expect(stage.queue.owed).toEqual([]);
        if (pauses.length === 3) stage.queue.waiting = 10;
      },
    });
    expect(pauses).toHaveLength(3);
    expect(stage.queue.owed).toHaveLength(3);
  });

  it("asks for less at once where GitHub gives no answer, and has what stays unseen audited", async () => {
    const stage = await setInstallation({ count: 40, models: 4 });
    await begin(stage);
    // Three tries of all, three of each half.
    stage.github.fault({ match: { graphql: "nodes" }, kind: "bad-gateway-before", times: 3 });
    stage.github.fault({ match: { graphql: "node" }, kind: "bad-gateway-before", times: 1_000 });
    await fill(stage);
    stage.github.clearFaults();
    const unread = stage.queue.owed.filter(({ value }) => !stage.models.has(value.repository.name));
    expect(stage.queue.names).toEqual(expect.arrayContaining([...stage.models]));
    expect(unread.length).toBeGreaterThan(20);
    expect(unread.every(({ value }) => value.head !== undefined)).toBe(true);
  });

  it("of one whose root GitHub cannot show leaves the head to the audit", async () => {
    const stage = await setInstallation({ count: 1, models: 1 });
    const only = stage.repositories.slice(0, 1);
    for (const other of stage.repositories.slice(1)) stage.github.world.removeRepository(other);
    await begin(stage);
    stage.github.fault({ match: { graphql: "nodes" }, kind: "bad-gateway-before", times: 3 });
    await fill(stage);
    expect(stage.queue.owed.map(({ value }) => [value.repository.id, value.head])).toEqual([[only[0]!.id, undefined]]);
  });

  it("ends without noise where the App was uninstalled, and waits where it is suspended", async () => {
    const stage = await setInstallation({ count: 3, models: 1 });
    await begin(stage);
    stage.github.world.installations.get(stage.installation)!.suspended = true;
    const backfills = new Backfills(stage);
    await backfills.run(never);
    expect((await stage.store.backfill(stage.installation))?.finishedAt).toBeUndefined();
    stage.github.resetRequests();
    await backfills.run(never);
    expect(stage.github.requests, "not asked again for an hour").toEqual([]);
    await beginBackfill(stage.store, { installation: 999_999, repositories: [], isAll: true });
    await fill(stage);
    expect((await stage.store.backfill(999_999))?.finishedAt).toBeDefined();
  });

  it("writes nothing more once the installation was forgotten", async () => {
    const stage = await setInstallation({ count: 250, models: 5 });
    await begin(stage);
    await fill(stage, {
      store: Object.assign(Object.create(stage.store) as typeof stage.store, {
        unfinishedBackfills: () => stage.store.unfinishedBackfills(),
        rememberBackfill: async (progress: never) => {
          await stage.store.rememberBackfill(progress);
          await stage.store.forgetInstallation(stage.installation);
        },
        rememberRepositories: (list: never) => stage.store.rememberRepositories(list),
        repositories: (of: number) => stage.store.repositories(of),
        backfill: (of: number) => stage.store.backfill(of),
      }),
    });
    expect(await stage.store.repositories(stage.installation)).toEqual([]);
    expect(await stage.store.backfill(stage.installation)).toBeUndefined();
    expect(stage.queue.owed).toEqual([]);
  });
});

describe("repositories that are added to an installation", () => {
  it("are looked at without reading the list, and none of the others again", async () => {
    const stage = await setInstallation({ count: 20, models: 2 });
    const { github, store, queue, installation } = stage;
    await begin(stage);
    await fill(stage);
    for (const { value } of queue.owed)
      await store.rememberRepositories([{ id: value.repository.id, isModelRepository: true }]);
    const like = stage.repositories.find(({ name }) => stage.models.has(name))!;
    const added = await github.addRepository({ owner: "lab", name: "another", like, gitDir: "" });
    const payload = github.payloads.installationRepositories("added", [added]) as {
      repositories_added: { id: number; node_id: string; full_name: string; private: boolean }[];
    };
    const repositories = identitiesIn(payload.repositories_added);
    stage.requests();
    queue.owed.length = 0;
    await beginBackfill(store, { installation, repositories, isAll: false });
    await fill(stage);
    expect(stage.requests()).toEqual([ROOTS, PAGES]);
    expect(queue.names).toEqual(["another"]);
  });

  it("while the list is read wait for their turn", async () => {
    const stage = await setInstallation({ count: 20, models: 2 });
    const { store, installation } = stage;
    const begun = await begin(stage);
    const repositories = [{ id: 5, nodeId: "R_x", owner: "lab", name: "x", isPrivate: false }];
    expect(await beginBackfill(store, { installation, repositories, isAll: false })).toEqual(begun);
    expect(await store.repositories(installation)).toMatchObject([{ id: 5, name: "x", nodeId: "R_x" }]);
  });
});

describe("the list of an installation's repositories", () => {
  it("is read again from before where repositories were taken off it meanwhile", async () => {
    const stage = await setInstallation({ count: 298, models: 10 });
    await begin(stage);
    let isRemoved = false;
    await fill(stage, {
      onStep: () => {
        if (isRemoved) return;
        isRemoved = true;
        for (const one of stage.repositories.slice(0, 50).filter(({ name }) => !stage.models.has(name)))
          stage.github.world.removeRepository(one);
      },
    });
    expect(stage.queue.names).toEqual([...stage.models].toSorted());
  });
});
