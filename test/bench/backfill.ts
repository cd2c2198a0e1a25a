import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { migrate } from "../../src/database/migrate.ts";
import { openDatabase } from "../../src/database/open.ts";
import { Clients } from "../../src/github/client.ts";
import { DatabaseStore } from "../../src/store/database-store.ts";
import { STORE_MIGRATIONS } from "../../src/store/migrations.ts";
import { Backfills } from "../../src/upkeep/backfill.ts";
import { beginBackfill } from "../../src/upkeep/begin.ts";
import { Worker } from "../../src/worker.ts";
import { startGitHub } from "../github/server.ts";
import { NotingQueue, notingLog } from "../upkeep/noting.ts";
import { addOrganisation, makeTemplates } from "../upkeep/organisation.ts";
import { probotFor } from "../upkeep/probot.ts";
import type { Bench } from "./bench.ts";

const REPOSITORIES = 10_000;
const MODELS = 200;
/** Of the audits that are owed afterwards so many are carried out, those that came first. */
const AUDITED = 60;
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
      const requests = () => github.requests.filter(({ operation }) => !operation.includes("access_tokens")).length;
      const clients = new Clients(probot, { writeInterval: 0 });
      let lists = 0;
      const counting: Pick<Clients, "for"> = {
        async for(id) {
          const client = await clients.for(id);
          return {
            ...client,
            query(document, variables) {
              if (document.includes("query WholeTrees")) lists++;
              return client.query(document, variables);
            },
          };
        },
      };
      const started = performance.now();
      const backfills = new Backfills({ clients: counting, store, queue, log: notingLog() });
      await backfills.run(new AbortController().signal);
      const seconds = (performance.now() - started) / 1000;
      const asked = requests();
      const found = queue.names.filter((name) => models.has(name)).length;
      const extra = queue.owed.length - found;

      const worker = new Worker({ clients, store, log: pino({ level: "silent" }) });
      const audited = queue.owed.slice(0, AUDITED);
      github.resetRequests();
      for (const { value } of audited) await worker.carryOut(value, { newer: async () => undefined });
      if (github.checkRuns.length !== audited.length)
        throw new Error(`${audited.length} audits wrote ${github.checkRuns.length} check runs`);
      const perAudit = requests() / audited.length;
      const perLook = (asked - lists) / REPOSITORIES;
      const perModel = perLook + lists / queue.owed.length + perAudit;
      const total = Math.round(asked + queue.owed.length * perAudit);
      const naive = REPOSITORIES * NAIVE + MODELS;
      return [
        `${asked} requests to tell ${found} of ${MODELS} model repositories (and ${extra} others that need a look) from the rest, ${lists} of them for their lists of files`,
        `${perAudit.toFixed(2)} requests for a first audit, as ${audited.length} of them were counted`,
        `${perLook.toFixed(3)} requests for a repository without a model, ${perModel.toFixed(2)} for one that has a model: its look, its share of a request for lists, its audit`,
        `${total} requests in all; ${naive} when the files of each repository are listed and read (computed): ${(naive / total).toFixed(1)} times as many`,
        `${seconds.toFixed(1)} s for the looks against the local GitHub, whose own work is most of it`,
      ];
    } finally {
      await database.close();
      await github.close();
      await templates.remove();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
