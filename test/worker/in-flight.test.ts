import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { migrate } from "../../src/database/migrate.ts";
import { openDatabase } from "../../src/database/open.ts";
import { Clients } from "../../src/github/client.ts";
import { RetryLater } from "../../src/queue/queue.ts";
import { DatabaseStore } from "../../src/store/database-store.ts";
import { STORE_MIGRATIONS } from "../../src/store/migrations.ts";
import { CARRIED_OUT_WITHIN, InFlight } from "../../src/worker/in-flight.ts";
import { jobFor } from "../../src/worker/job.ts";
import { Worker } from "../../src/worker.ts";
import { MODEL, manifest } from "../e2e/stage.ts";
import { scratchRepository } from "../github/scratch.ts";
import { startGitHub } from "../github/server.ts";
import { probotFor } from "../upkeep/probot.ts";

const SILENT = pino({ level: "silent" });
const ATTEMPT = { externalId: "tree:rules", startedAt: "2026-01-02T03:04:05Z" };
const BEGUN = Date.parse(ATTEMPT.startedAt);

function thrownAt(now: number): unknown {
  try {
    new InFlight(() => now).assertOver(ATTEMPT);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("a write whose answer never came", () => {
  it("is waited for while another process began it lately, and its group goes on", () => {
    const error = thrownAt(BEGUN + 1000);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ seconds: CARRIED_OUT_WITHIN / 1000 - 1, isPause: true, isAlone: true });
  });

  it("is not waited for once GitHub has given it up", () => {
    expect(thrownAt(BEGUN + CARRIED_OUT_WITHIN - 1)).toBeInstanceOf(RetryLater);
    expect(thrownAt(BEGUN + CARRIED_OUT_WITHIN)).toBeUndefined();
  });

  it("is not waited for where this process began it, or the clock was set back", () => {
    const inFlight = new InFlight(() => BEGUN + 1000);
    inFlight.begin(ATTEMPT);
    expect(() => inFlight.assertOver(ATTEMPT)).not.toThrow();
    expect(() => inFlight.assertOver({ ...ATTEMPT, externalId: "other" })).toThrow(RetryLater);
    expect(thrownAt(BEGUN - 5000)).toBeUndefined();
  });
});

describe("a process that is killed while it writes", () => {
  it("is followed by one that waits for GitHub to be done, and does not write again what came late", async (test) => {
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const { default_permissions: permissions, default_events: events } = manifest();
    const github = await startGitHub({ privateKey, permissions, events });
    const git = await scratchRepository();
    const dataDir = await mkdtemp(join(tmpdir(), "openness-in-flight-"));
    const database = await openDatabase({ dataDir });
    test.onTestFinished(async () => {
      await database.close();
      await github.close();
      await git.remove();
      await rm(dataDir, { recursive: true, force: true });
    });
    await migrate(database, STORE_MIGRATIONS);
    const head = await git.commit(MODEL);
    const repository = await github.addRepository({ owner: "lab", name: "heron", gitDir: git.directory });
    const store = new DatabaseStore(database);
    const clients = new Clients(await probotFor(github, privateKey));
    const { installation } = repository;
    const job = jobFor(installation!.id, { id: repository.id, owner: "lab", name: "heron", isPrivate: false }, "one", {
      head,
      branch: "main",
      wantsCheck: true,
    });
    const workerAt = (now: () => number) => new Worker({ clients, store, log: SILENT, now });
    const work = (worker: Worker) => worker.carryOut(job, { newer: async () => undefined });

    github.fault({ match: { graphql: "createCheckRun" }, kind: "reset" });
    await expect(work(workerAt(Date.now))).rejects.toThrow();
    const { attempt } = await store.published(repository.id, head);
    expect(attempt).toBeDefined();
    await expect(work(workerAt(() => Date.now() + 1_000))).rejects.toMatchObject({ isPause: true, isAlone: true });
    expect(github.checkRuns).toHaveLength(0);

    const client = await clients.for(installation!.id);
    await client.post("POST /repos/{owner}/{repo}/check-runs", {
      owner: "lab",
      repo: "heron",
      name: "Openness",
      head_sha: head,
      external_id: attempt!.externalId,
      started_at: attempt!.startedAt,
      status: "completed",
      conclusion: "neutral",
      output: { title: "Late", summary: "Late." },
    });
    await work(workerAt(() => Date.now() + CARRIED_OUT_WITHIN + 1_000));
    expect(github.checkRuns).toHaveLength(1);
    expect((await store.published(repository.id, head)).isCheckDone).toBe(true);
  });
});
