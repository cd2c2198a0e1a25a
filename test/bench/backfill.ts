import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../src/database/migrate.ts";
import { openDatabase } from "../../src/database/open.ts";
import { Clients } from "../../src/github/client.ts";
import { DatabaseStore } from "../../src/store/database-store.ts";
import { STORE_MIGRATIONS } from "../../src/store/migrations.ts";
import { Backfills } from "../../src/upkeep/backfill.ts";
import { beginBackfill } from "../../src/upkeep/begin.ts";
import { startGitHub } from "../github/server.ts";
import { NotingQueue, notingLog } from "../upkeep/noting.ts";
import { addOrganisation, makeTemplates } from "../upkeep/organisation.ts";
import { probotFor } from "../upkeep/probot.ts";
import type { Bench } from "./bench.ts";

const REPOSITORIES = 10_000;
const MODELS = 200;
/** A cold audit of a model repository: list of files, files and policy, check run. */
const PER_AUDIT = 3;
/** Any App that looks into each repository has to list its files and read some of them. */
const NAIVE = 2;

export const backfillBench: Bench = {
  name: "backfill",
  what: `requests of the first look at an installation with ${REPOSITORIES.toLocaleString("en")} repositories, ${MODELS} of them models'`,
  async run() {
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const github = await startGitHub({ privateKey });
    const templates = await makeTemplates();
    const dataDir = await mkdtemp(join(tmpdir(), "openness-bench-"));
    const database = await openDatabase({ dataDir });
    try {
      await migrate(database, STORE_MIGRATIONS);
      const { installation, models } = await addOrganisation(github, templates, {
        count: REPOSITORIES,
        models: MODELS,
      });
      const probot = await probotFor(github, privateKey);
      const store = new DatabaseStore(database);
      const queue = new NotingQueue();
      await beginBackfill(store, { installation, repositories: [], isAll: true });
      const started = performance.now();
      const backfills = new Backfills({ clients: new Clients(probot), store, queue, log: notingLog() });
      await backfills.run(new AbortController().signal);
      const seconds = (performance.now() - started) / 1000;
      const asked = github.requests.filter(({ operation }) => !operation.includes("access_tokens")).length;
      const found = queue.names.filter((name) => models.has(name)).length;
      const extra = queue.owed.length - found;
      const others = REPOSITORIES - MODELS;
      const total = asked + queue.owed.length * PER_AUDIT;
      const naive = REPOSITORIES * NAIVE + MODELS;
      return [
        `${asked} requests to tell ${found} of ${MODELS} model repositories (and ${extra} others that need a look) from the rest`,
        `${(asked / (others + MODELS)).toFixed(3)} requests for a repository without a model, ${(asked / (others + MODELS) + PER_AUDIT).toFixed(3)} with the audit of one that has a model`,
        `${total} requests in all; ${naive} when the files of each repository are listed and read (computed): ${(naive / total).toFixed(1)} times as many`,
        `${seconds.toFixed(1)} s against the local GitHub, whose own work is most of it`,
      ];
    } finally {
      await database.close();
      await github.close();
      await templates.remove();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
