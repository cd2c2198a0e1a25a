/** Upkeep against the local GitHub over real HTTP, with a database, and a queue that only takes notes. */
import { generateKeyPairSync } from "node:crypto";
import { onTestFinished } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { migrate } from "../../src/database/migrate.ts";
import { Clients, clientOf, type GitHubClient } from "../../src/github/client.ts";
import { DatabaseStore } from "../../src/store/database-store.ts";
import { STORE_MIGRATIONS } from "../../src/store/migrations.ts";
import { UPKEEP_MIGRATIONS } from "../../src/upkeep/claims.ts";
import { ENGINES } from "../database/engines.ts";
import { manifest } from "../e2e/stage.ts";
import { type LocalGitHub, startGitHub } from "../github/server.ts";
import { NotingQueue, notingLog } from "./noting.ts";
import { probotFor } from "./probot.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

export interface UpkeepStage {
  readonly github: LocalGitHub;
  readonly clients: Clients;
  /** The App's own client. */
  readonly app: GitHubClient;
  readonly database: Database;
  readonly store: DatabaseStore;
  readonly queue: NotingQueue;
  readonly log: ReturnType<typeof notingLog>;
  /** Requests since the last look, without tokens. */
  requests(): string[];
}

export async function setUpkeepStage(): Promise<UpkeepStage> {
  const engine = ENGINES.find(({ isHere }) => isHere)!;
  const database = await engine.open();
  await migrate(database, [...STORE_MIGRATIONS, ...UPKEEP_MIGRATIONS]);
  const { default_permissions: permissions, default_events: events } = manifest();
  const github = await startGitHub({ permissions, events, privateKey });
  onTestFinished(() => github.close());
  const probot = await probotFor(github, privateKey);
  const options = { writeInterval: 0, readDelays: [5, 10] };
  return {
    github,
    clients: new Clients(probot, options),
    app: clientOf(await probot.auth(), 0, options),
    database,
    store: new DatabaseStore(database),
    queue: new NotingQueue(),
    log: notingLog(),
    requests() {
      const seen = github.requests.map(({ operation }) => operation).filter((one) => !one.includes("access_tokens"));
      github.resetRequests();
      return seen;
    },
  };
}
