/** The App over real HTTP against the local GitHub: started, watched and stopped around each test. */
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { type RunningServer, type ServerOptions, startServer } from "../../src/server.ts";
import { freshDataDir } from "../database/embedded.ts";
import { freshDatabase, hasPostgres } from "../database/postgres.ts";
import { type ScratchFile, type ScratchRepository, scratchRepository } from "../github/scratch.ts";
import { type LocalGitHub, startGitHub } from "../github/server.ts";
import type { Repository } from "../github/world.ts";

export const LFS_POINTER = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 13476835328
`;

/** One pair for all tests of a file: making one takes longer than an audit. */
const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

const APACHE = readFileSync(new URL("../../LICENSE", import.meta.url), "utf8");

/** A small release of a model: weights, a card, code that defines and trains it. */
export const MODEL: Readonly<Record<string, ScratchFile>> = {
  "README.md": `---
license: apache-2.0
pipeline_tag: text-generation
---
# Tiny-7B

Tiny-7B is a language model of 7 billion parameters.

## Evaluation

| Benchmark | Tiny-7B |
|---|---|
| MMLU | 61.2 |
| GSM8K | 48.0 |

## Limitations

The model may produce wrong statements.
`,
  LICENSE: APACHE,
  "config.json": '{"architectures": ["TinyForCausalLM"], "hidden_size": 4096, "num_hidden_layers": 32}\n',
  "model.safetensors": LFS_POINTER,
  "modeling_tiny.py": `import torch
from torch import nn


class TinyForCausalLM(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.embed = nn.Embedding(config.vocab_size, config.hidden_size)
        self.head = nn.Linear(config.hidden_size, config.vocab_size)

    def forward(self, ids):
        return self.head(self.embed(ids))
`,
};

/** What else it takes to reach Class III. */
export const CLASS_III: Readonly<Record<string, ScratchFile>> = {
  "Tiny-7B_Technical_Report.pdf": `%PDF-1.5\n${"0 0 m\n".repeat(1000)}`,
  "DATA_CARD.md": `# Data card

## Sources

| Source | Size | License |
|---|---|---|
| Common Crawl 2025-10 | 2 TB | CC0-1.0 |
| Wikipedia | 20 GB | CC-BY-SA-4.0 |

## Collection and filtering

Pages were collected in 2025, deduplicated with MinHash and filtered for quality.
`,
};

/** A repository that has nothing to do with models. */
export const LIBRARY: Readonly<Record<string, ScratchFile>> = {
  "README.md": "# left-pad\n\nPads strings on the left.\n",
  LICENSE: APACHE,
  "index.js": "module.exports = (text, width) => text.padStart(width);\n",
};

export interface Manifest {
  readonly default_permissions: Record<string, "read" | "write">;
  readonly default_events: readonly string[];
}

export const manifest = (): Manifest =>
  parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8")) as Manifest;

export interface Stage {
  readonly github: LocalGitHub;
  readonly app: RunningServer;
  readonly repository: Repository;
  readonly git: ScratchRepository;
  /** Delivers an event and waits until nothing is owed; answers with the requests that it took, without tokens. */
  deliver(event: string, payload: object): Promise<string[]>;
  /** Requests since the last look, without tokens. */
  requests(): string[];
  /** Commits and moves the branch on GitHub, without an event. */
  commit(files: Readonly<Record<string, ScratchFile | null>>, branch?: string, from?: string): Promise<string>;
}

export interface StageOptions extends ServerOptions {
  /** Where what is owed and remembered is kept: PostgreSQL where it can be had, unless the test is about the other. */
  readonly engine?: "postgres" | "embedded";
  readonly files?: Readonly<Record<string, ScratchFile>>;
  readonly private?: boolean;
  readonly archived?: boolean;
  readonly environment?: Record<string, string>;
  /** Takes what ends the stage, where it outlives one test; by default it ends with the test. */
  readonly onEnd?: (end: () => Promise<void>) => void;
}

/** Sets the stage: one repository with one commit on `main`, the App installed on it. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const { default_permissions: permissions, default_events: events } = manifest();
  const github = await startGitHub({ permissions, events, privateKey });
  const git = await scratchRepository();
  const files = options.files ?? MODEL;
  if (Object.keys(files).length > 0) await git.commit(files);
  const repository = await github.addRepository({
    owner: "lab",
    name: "tiny",
    gitDir: git.directory,
    private: options.private ?? false,
    archived: options.archived ?? false,
  });
  const database = await databaseFor(options.engine);
  const app = await startServer(
    {
      ...github.environment,
      ...database.environment,
      PORT: "0",
      HOST: "127.0.0.1",
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
      ...options.environment,
    },
    {
      backoff: () => 20,
      upkeep: false,
      ...options,
      client: { writeInterval: 0, readDelays: [10, 20], ...options.client },
    },
  );
  github.setWebhook(`http://127.0.0.1:${app.port}/api/github/webhooks`);
  (options.onEnd ?? onTestFinished)(async () => {
    await app.close();
    await database.close();
    await github.close();
    await git.remove();
  });
  const requests = () => {
    const seen = github.requests
      .filter(({ operation }) => !operation.includes("access_tokens"))
      .map(({ operation }) => operation);
    github.resetRequests();
    return seen;
  };
  return {
    github,
    app,
    repository,
    git,
    requests,
    async deliver(event, payload) {
      requests();
      const delivery = await github.deliver(event, payload);
      if (delivery.status_code !== 200 && delivery.status_code !== 202)
        throw new Error(`${event}: ${delivery.status_code} ${delivery.answer}`);
      await app.idle();
      return requests();
    },
    async commit(changed, branch = "main", from) {
      const sha = await git.commit(changed, { branch, ...(from === undefined ? {} : { from }) });
      github.updateRef(repository, branch, sha);
      return sha;
    },
  };
}

async function databaseFor(engine: StageOptions["engine"]) {
  if (engine !== "embedded" && hasPostgres) {
    const { url, close } = await freshDatabase();
    return { environment: { DATABASE_URL: url }, close };
  }
  const { dataDir, close } = await freshDataDir();
  return { environment: { DATA_DIR: dataDir }, close };
}

/** The first look at many repositories. */
export const ROOTS = "query nodes rateLimit";
export const TREE = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
export const READ = "query repository repository rateLimit";
export const CHECK = "mutation createCheckRun";
