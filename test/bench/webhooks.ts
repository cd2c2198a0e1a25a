import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Bench } from "./bench.ts";

const SECRET = "a-secret-for-the-bench";
const WARM_UP = 300;
const DELIVERIES = 2_000;
const AT_ONCE = 4;
const ROOT = join(import.meta.dirname, "../..");

/** A push as large as GitHub's usual ones, to a tag: it is verified and parsed in full, and owes no audit. */
const BODY = JSON.stringify({
  ref: "refs/tags/v1",
  before: "0".repeat(40),
  after: "1".repeat(40),
  created: true,
  deleted: false,
  repository: { id: 1, name: "tiny", full_name: "lab/tiny", archived: false, default_branch: "main", private: false },
  installation: { id: 1 },
  head_commit: null,
  commits: Array.from({ length: 12 }, (_, i) => ({
    id: String(i).padStart(40, "a"),
    message: "Some words about a commit ".repeat(8),
    added: ["README.md", "train.py"],
    removed: [],
    modified: [`configs/run${i}.yaml`],
  })),
});
const HEADERS = {
  "content-type": "application/json",
  "content-length": Buffer.byteLength(BODY),
  "x-github-event": "push",
  "x-hub-signature-256": `sha256=${createHmac("sha256", SECRET).update(BODY).digest("hex")}`,
};

/** The least that a receiver can do: take the body, verify its signature, parse it. */
const FLOOR = `
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

export const webhookBench: Bench = {
  name: "webhooks",
  what: `answers to ${DELIVERIES} signed deliveries of ${Math.round(BODY.length / 1024)} kB over loopback, ${AT_ONCE} at once, beside a bare node:http server that verifies and parses`,
  async run() {
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const app = await measured([join(ROOT, "src/server.ts")], { APP_ID: "1", PRIVATE_KEY: privateKey });
    const floor = await measured(["--input-type=module", "--eval", FLOOR], {});
    const line = ({ half, most, rate }: Times): string =>
      `p50 ${half.toFixed(2)} ms · p99 ${most.toFixed(2)} ms · ${Math.round(rate)} per second`;
    return [
      `the App    ${line(app)}`,
      `bare node  ${line(floor)}`,
      `the App's median is ${(app.half / floor.half).toFixed(1)} times the floor; GitHub waits ten seconds`,
    ];
  },
};

interface Times {
  readonly half: number;
  readonly most: number;
  readonly rate: number;
}

async function measured(command: readonly string[], env: Record<string, string>): Promise<Times> {
  const server = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: "0", HOST: "127.0.0.1", LOG_FORMAT: "json", WEBHOOK_SECRET: SECRET, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    const url = await addressOf(server);
    await post(url, agent, WARM_UP);
    const start = performance.now();
    const times = (await post(url, agent, DELIVERIES)).toSorted((a, b) => a - b);
    const rate = (DELIVERIES / (performance.now() - start)) * 1000;
    const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
    return { half: at(0.5), most: at(0.99), rate };
  } finally {
    agent.destroy();
    const ended = once(server, "exit");
    if (server.exitCode === null && server.kill("SIGTERM")) await ended;
  }
}

/** Waits for the line that names the address. @throws {Error} when the process ends or stays silent */
async function addressOf(server: ChildProcess): Promise<string> {
  let output = "";
  server.stdout?.on("data", (chunk) => {
    if (output.length < 100_000) output += chunk;
  });
  for (let waited = 0; waited < 15_000; waited += 20) {
    const [, address] = /Listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output) ?? [];
    if (address !== undefined) return `${address}/api/github/webhooks`;
    if (server.exitCode !== null) break;
    await sleep(20);
  }
  throw new Error(`the server did not start: ${output.slice(0, 500)}`);
}

/** Posts deliveries and gives the milliseconds that each took. @throws {Error} on any answer but 200 */
async function post(url: string, agent: Agent, count: number): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const one = (): Promise<void> =>
    new Promise((done, failed) => {
      const start = performance.now();
      const headers = { ...HEADERS, "x-github-delivery": `delivery-${next++}` };
      request(url, { method: "POST", agent, headers }, (response) => {
        response.resume().on("end", () => {
          times.push(performance.now() - start);
          if (response.statusCode === 200) done();
          else failed(new Error(`a delivery was answered with ${response.statusCode}`));
        });
      })
        .on("error", failed)
        .end(BODY);
    });
  const work = async (): Promise<void> => {
    while (next < count) await one();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return times;
}
