import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Bench } from "./bench.ts";
import { ENGINES, type Engine, NO_POSTGRES, withEngine } from "./engines.ts";
import { AT_ONCE, BODY_BYTES, DELIVERIES, makeDeliveries, SECRET, sendAll, WARM_UP } from "./senders.ts";
import { atShare, median } from "./timing.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Rounds, taken in turn over all receivers: the machine's mood strikes all of them alike. */
const ROUNDS = 3;

/** The least that a receiver can do: take the body, verify its signature, parse it. */
const BARE = `
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
    const body = Buffer.concat(chunks);
    const given = Buffer.from(request.headers["x-hub-signature-256"] ?? "");
    const right = Buffer.from("sha256=" + createHmac("sha256", process.env.WEBHOOK_SECRET).update(body).digest("hex"));
    const isRight = given.length === right.length && timingSafeEqual(given, right);
    if (isRight) JSON.parse(body.toString());
    response.writeHead(isRight ? 200 : 400).end();
  });
}).listen(0, "127.0.0.1", function () { console.log("Listening on http://127.0.0.1:" + this.address().port); });
`;

/** What every Probot App pays before its own first line: a handler for pushes that does nothing. */
const PROBOT = `
import { createServer } from "node:http";
import { createNodeMiddleware, createProbot } from "probot";
const probot = createProbot({ overrides: { appId: 1, privateKey: process.env.PRIVATE_KEY, secret: process.env.WEBHOOK_SECRET, logLevel: "fatal" } });
const middleware = await createNodeMiddleware((app) => void app.on("push", () => {}), { probot, webhooksPath: "/api/github/webhooks" });
createServer((request, response) => void middleware(request, response, () => response.writeHead(404).end()))
  .listen(0, "127.0.0.1", function () { console.log("Listening on http://127.0.0.1:" + this.address().port); });
`;

export const webhookBench: Bench = {
  name: "webhooks",
  what: `signed pushes of ${Math.round(BODY_BYTES / 1024)} kB, ${AT_ONCE} at once over loopback, answered once their work is in the database; beside a Probot App that does nothing and a bare node:http server that verifies and parses`,
  async run() {
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const silent = await silentGitHub();
    const all = { WEBHOOK_SECRET: SECRET, APP_ID: "1", PRIVATE_KEY: privateKey, ...silent.environment };
    try {
      const receivers: Receiver[] = [
        new Receiver("bare node:http", ["--input-type=module", "--eval", BARE], all),
        new Receiver("no-op Probot", ["--input-type=module", "--eval", PROBOT], all),
      ];
      return await withAllEngines([...ENGINES], [], async (settings) => {
        for (const { engine, environment } of settings) {
          const role = engine === "embedded" ? "serve" : "web";
          const command = [join(ROOT, "src/cli.ts"), role];
          receivers.push(new Receiver(`${role}, ${engine}`, command, { ...all, ...environment }));
        }
        return await compare(receivers);
      });
    } finally {
      await silent.close();
    }
  },
};

interface EngineSettings {
  readonly engine: Engine;
  readonly environment: Readonly<Record<string, string>>;
}

async function withAllEngines<R>(
  [engine, ...others]: Engine[],
  open: readonly EngineSettings[],
  work: (settings: readonly EngineSettings[]) => Promise<R>,
): Promise<R> {
  if (engine === undefined) return work(open);
  return withEngine(engine, (environment) => withAllEngines(others, [...open, { engine, environment }], work));
}

async function compare(receivers: readonly Receiver[]): Promise<string[]> {
  try {
    for (const receiver of receivers) await receiver.start();
    for (let round = 0; round < ROUNDS; round += 1) for (const receiver of receivers) await receiver.measure();
    const [bare, probot] = receivers.map(({ rate }) => rate) as [number, number];
    const lines = receivers.map(
      ({ name, rate, taken }) =>
        `${name.padEnd(16)} ${String(Math.round(rate)).padStart(5)} a second · p50 ${median(taken).toFixed(1)} ms · p99 ${atShare(taken, 0.99).toFixed(1)} ms · ${(rate / probot).toFixed(2)} of Probot's own rate, ${(rate / bare).toFixed(2)} of the bare one`,
    );
    return ENGINES.length === 1 ? [...lines, NO_POSTGRES] : lines;
  } finally {
    for (const receiver of receivers) await receiver.stop();
  }
}

/** A server that takes webhooks, in a process of its own. */
class Receiver {
  readonly name: string;
  readonly taken: number[] = [];
  readonly #rates: number[] = [];
  readonly #command: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;
  #url = "";

  constructor(name: string, command: readonly string[], environment: Readonly<Record<string, string>>) {
    this.name = name;
    this.#command = command;
    this.#environment = environment;
  }

  /** Deliveries a second, the median of the rounds. */
  get rate(): number {
    return median(this.#rates);
  }

  /** @throws {Error} when it does not say where it listens */
  async start(): Promise<void> {
    const child = spawn(process.execPath, this.#command, {
      cwd: ROOT,
      env: { PATH: process.env.PATH, PORT: "0", HOST: "127.0.0.1", LOG_FORMAT: "json", ...this.#environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#process = child;
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (output.length < 100_000) output += chunk;
    });
    for (let waited = 0; waited < 30_000 && this.#url === ""; waited += 20) {
      const [, address] = /Listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output) ?? [];
      if (address !== undefined) this.#url = `${address}/api/github/webhooks`;
      else if (child.exitCode !== null) break;
      await sleep(20);
    }
    if (this.#url === "") throw new Error(`${this.name} did not start: ${output.slice(0, 500)}`);
    await sendAll(this.#url, makeDeliveries(WARM_UP));
  }

  async measure(): Promise<void> {
    const deliveries = makeDeliveries(DELIVERIES);
    const start = performance.now();
    this.taken.push(...(await sendAll(this.#url, deliveries)));
    this.#rates.push((DELIVERIES * 1_000) / (performance.now() - start));
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
}

/** A GitHub that takes requests and never answers: what is owed stays owed, and only the taking of webhooks is measured. */
async function silentGitHub() {
  const server = createServer(() => {}).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    environment: { GHE_HOST: `127.0.0.1:${port}`, GHE_PROTOCOL: "http", REQUEST_TIMEOUT_SECONDS: "600" },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
