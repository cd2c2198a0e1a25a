import { describe, expect, it } from "vitest";
import { factOf, type RemoteFact, undated } from "../../src/evidence/remote/fact.ts";
import { DEFAULT_POLICY } from "../../src/policy/policy.ts";
import { isFresh, type RemoteCache } from "../../src/remote/cache.ts";
import { PublicHosts } from "../../src/remote/hosts.ts";
import { Lane, Resting } from "../../src/remote/lane.ts";
import { RemoteLook } from "../../src/worker/remote.ts";
import { auditOf } from "../auditing.ts";
import { type Script, startHosts } from "./local-hosts.ts";

const RECORD: Script = {
  "GET /zenodo/api/records/7": {
    body: {
      id: 7,
      conceptrecid: "6",
      metadata: { title: "Weights", access_right: "open", license: { id: "cc-by-4.0" } },
      files: [{ key: "a", size: 1, checksum: `md5:${"0a".repeat(16)}` }],
    },
  },
};
const REQUEST = { kind: "zenodo", id: "7" } as const;
const HOUR = 3_600_000;

function cacheOf(...facts: RemoteFact[]): RemoteCache & { readonly kept: Map<string, RemoteFact> } {
  const kept = new Map(facts.map((fact) => [`${fact.kind}:${fact.id}`, fact]));
  return {
    kept,
    remoteFacts: async (keys) => new Map([...kept].filter(([key]) => keys.includes(key))),
    rememberRemoteFacts: async (more) => {
      for (const [key, fact] of more) kept.set(key, fact);
    },
  };
}
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);
const verified = (at: Date) => factOf(REQUEST, { state: "verified", reason: "proven" }, at);

describe("what was seen before", () => {
  it("is not asked again while it is fresh, and is asked again after", async () => {
    const { bases, asked } = await startHosts(RECORD);
    const cache = cacheOf();
    const look = () => new PublicHosts({ bases, isPublic: () => true, cache }).look([REQUEST]);
    await look();
    await look();
    expect(asked).toHaveLength(1);
    cache.kept.set("zenodo:7", verified(ago(8 * 24 * HOUR)));
    await look();
    expect(asked).toHaveLength(2);
  });

  it("stands with its date where the host cannot be asked today, and not for ever", async () => {
    const { bases } = await startHosts({ "GET /": { status: 503 } });
    const look = async (fact: RemoteFact) =>
      (await new PublicHosts({ bases, isPublic: () => true, cache: cacheOf(fact) }).look([REQUEST])).of(REQUEST);
    const old = verified(ago(20 * 24 * HOUR));
    expect(await look(old)).toEqual(old);
    expect(await look(verified(ago(40 * 24 * HOUR)))).toMatchObject({ state: "unknown" });
  });

  it("is doubted sooner where it was bad news", () => {
    const gone = factOf(REQUEST, { state: "missing", reason: "not-found" }, ago(2 * HOUR));
    expect([isFresh(gone, Date.now()), isFresh(verified(ago(2 * HOUR)), Date.now())]).toEqual([false, true]);
  });

  it("that cannot be had from the store is as if it were not known", async () => {
    const { bases } = await startHosts(RECORD);
    const broken: RemoteCache = {
      remoteFacts: () => Promise.reject(new Error("no database")),
      rememberRemoteFacts: () => Promise.reject(new Error("no database")),
    };
    const facts = await new PublicHosts({ bases, isPublic: () => true, cache: broken }).look([REQUEST]);
    expect(facts.of(REQUEST)).toMatchObject({ state: "verified" });
  });

  it("says the same whatever the day, and in whatever order it was kept", () => {
    const one = verified(ago(HOUR));
    const two = factOf({ kind: "arxiv", id: "2401.01234" }, { state: "verified", reason: "found" }, ago(0));
    const kept = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(verified(ago(0))).toReversed())),
    ) as RemoteFact;
    expect(JSON.stringify(undated([one, two]))).toBe(JSON.stringify(undated([two, kept])));
  });
});

describe("the line before a host", () => {
  const signal = new AbortController().signal;
  const ok = { status: 200, headers: {}, body: Buffer.alloc(0) };
  const rules = { atOnce: 1, apart: 0, most: 100, window: 1_000 };

  it("asks one after the other where the host wants that", async () => {
    let running = 0;
    let most = 0;
    const lane = new Lane(rules, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      return ok;
    });
    await Promise.all([1, 2, 3].map(() => lane.ask({ url: "x", signal })));
    expect(most).toBe(1);
  });

  it("keeps the pause that the host asks for", async () => {
    let now = 0;
    let answer = { ...ok, status: 429, headers: { ratelimit: '"api";r=0;t=120' } as Record<string, string> };
    const lane = new Lane(
      rules,
      async () => answer,
      () => now,
    );
    await lane.ask({ url: "x", signal });
    answer = { ...ok, headers: {} };
    now = 119_000;
    await expect(lane.ask({ url: "x", signal })).rejects.toBeInstanceOf(Resting);
    now = 121_000;
    expect((await lane.ask({ url: "x", signal })).status).toBe(200);
  });

  it("stops below what the host allows, until its time has passed", async () => {
    let now = 0;
    const lane = new Lane(
      { ...rules, most: 2 },
      async () => ok,
      () => now,
    );
    const ask = () => lane.ask({ url: "x", signal });
    await ask();
    await ask();
    await expect(ask()).rejects.toBeInstanceOf(Resting);
    now = 1_500;
    expect((await ask()).status).toBe(200);
  });
});

describe("an audit of the App", () => {
  const report = auditOf(
    { "README.md": "# Lumo\n\nWeights of Lumo: https://huggingface.co/acme-ai/lumo\n" },
    { policy: "model: true" },
  );
  const counting = () => {
    const hosts = {
      looks: 0,
      look: async () => {
        hosts.looks += 1;
        const { RemoteFacts } = await import("../../src/evidence/remote/fact.ts");
        return new RemoteFacts([]);
      },
    };
    return hosts;
  };
  it.each([
    [false, undefined, 1],
    [false, false, 0],
    [true, undefined, 0],
    [true, true, 1],
  ])("of a repository that is private: %s, with remote: %s, looks %i times", async (isPrivate, remote, looks) => {
    const hosts = counting();
    const look = new RemoteLook(hosts, isPrivate);
    const policy = { ...DEFAULT_POLICY, ...(remote === undefined ? {} : { remote }) };
    await look.look(policy, report);
    await look.look(policy, report);
    expect(hosts.looks).toBe(looks);
  });
  it("keeps a report while the hosts say what they said", async () => {
    const look = new RemoteLook(counting(), false);
    expect(await look.isCurrent(DEFAULT_POLICY, report)).toBe(true);
    const facts = [verified(ago(0))];
    expect(
      await look.isCurrent(DEFAULT_POLICY, { ...report, remote: { wanted: report.remote?.wanted ?? [], facts } }),
    ).toBe(false);
  });
});
