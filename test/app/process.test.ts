import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { MODEL } from "../e2e/stage.ts";
import { scratchRepository } from "../github/scratch.ts";
import { startGitHub } from "../github/server.ts";

const SERVER = resolve(import.meta.dirname, "../../src/server.ts");

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Waits for a pattern in the output; answers with its first group. */
  until(pattern: RegExp): Promise<string>;
  readonly exit: Promise<number | null>;
}

function start(env: Record<string, string>): Running {
  const child = spawn(process.execPath, [SERVER], {
    cwd: resolve(import.meta.dirname, "../.."),
    env: { PATH: process.env.PATH, PORT: "0", HOST: "127.0.0.1", LOG_FORMAT: "json", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  const exit = once(child, "exit").then(([code]) => code as number | null);
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await exit;
  });
  return {
    child,
    output: () => output,
    exit,
    async until(pattern) {
      for (let i = 0; i < 500; i++) {
        const found = pattern.exec(output);
        if (found) return found[1] ?? found[0];
        await new Promise((done) => setTimeout(done, 20));
      }
      throw new Error(`${pattern} did not appear in:\n${output}`);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

const LISTENING = /Listening on (http:\/\/127\.0\.0\.1:\d+)/;

async function stage() {
  const github = await startGitHub();
  const git = await scratchRepository();
  await git.commit(MODEL);
  const repository = await github.addRepository({ owner: "lab", name: "tiny", gitDir: git.directory });
  onTestFinished(async () => {
    await github.close();
    await git.remove();
  });
  return { github, repository };
}

describe("the process", () => {
  it("refuses to start without a webhook secret, and says so", async () => {
    const { github } = await stage();
    const { WEBHOOK_SECRET: _, ...env } = github.environment;
    const server = start(env);
    expect(await server.exit).toBe(2);
    expect(server.output()).toContain("WEBHOOK_SECRET is not set");
    expect(server.output()).not.toContain("PRIVATE KEY-----");
  });

  it("answers what operators ask, and nothing else", async () => {
    const { github } = await stage();
    const url = await start(github.environment).until(LISTENING);
    const ask = async (path: string, init?: RequestInit) => (await fetch(`${url}${path}`, init)).status;
    expect(await (await fetch(`${url}/ping`)).text()).toContain("PONG");
    expect([await ask("/healthz"), await ask("/readyz"), await ask("/"), await ask("/probot")]).toEqual([
      200, 200, 404, 404,
    ]);
    expect(await ask("/api/github/webhooks")).toBe(405);
    expect(await ask("/healthz", { method: "POST" })).toBe(404);
  });

  it("refuses what is not signed, or signed by somebody else, or not JSON", async () => {
    const { github } = await stage();
    const url = await start(github.environment).until(LISTENING);
    const post = async (headers: Record<string, string>, body = "{}") =>
      (await fetch(`${url}/api/github/webhooks`, { method: "POST", headers, body })).status;
    const headers = { "content-type": "application/json", "x-github-event": "push", "x-github-delivery": "1" };
    expect(await post(headers)).toBe(400);
    expect(await post({ ...headers, "x-hub-signature-256": `sha256=${"0".repeat(64)}` })).toBe(400);
    expect(await post({ ...headers, "x-hub-signature-256": "sha256=x", "content-type": "text/plain" })).toBe(415);
  });

  it("stops reading a body at GitHub's own limit", async () => {
    const { github } = await stage();
    const url = new URL(await start(github.environment).until(LISTENING));
    const answer = (headers: string, chunks: number) =>
      new Promise<{ text: string; sent: number }>((done) => {
        const socket = connect(Number(url.port), url.hostname);
        let text = "";
        let sent = 0;
        const chunk = Buffer.alloc(1024 * 1024, 97);
        const more = (error?: Error | null) => {
          if (error || sent >= chunks || socket.destroyed) return;
          sent++;
          socket.write(`${chunk.length.toString(16)}\r\n`);
          socket.write(chunk);
          socket.write("\r\n", more);
        };
        socket.on("data", (data) => {
          text += data;
        });
        socket.on("error", () => undefined);
        socket.on("close", () => done({ text, sent }));
        socket.write(
          `POST /api/github/webhooks HTTP/1.1\r\nhost: x\r\nx-hub-signature-256: sha256=x\r\n${headers}\r\n\r\n`,
          more,
        );
      });
    expect((await answer("content-length: 30000000", 0)).text).toMatch(/^HTTP\/1.1 413/);
    const streamed = await answer("transfer-encoding: chunked", 200);
    expect(streamed.sent).toBeLessThan(60);
    expect(streamed.text).toMatch(/^(?:HTTP\/1.1 413|$)/);
    expect((await fetch(new URL("/healthz", url))).status).toBe(200);
  });

  it("finishes what it owes when it is asked to stop, and leaves no secret in its log", async () => {
    const { github, repository } = await stage();
    const server = start({ ...github.environment, LOG_LEVEL: "trace" });
    const url = await server.until(LISTENING);
    github.setWebhook(`${url}/api/github/webhooks`);
    github.fault({ match: { path: "/git/trees/" }, kind: "slow", milliseconds: 600 });
    const delivery = await github.deliver("push", await github.payloads.push(repository));
    expect(delivery.status_code).toBe(200);
    expect(github.checkRuns).toEqual([]);
    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
    expect(github.checkRuns).toHaveLength(1);
    const log = server.output();
    expect(log).toContain('"audit"');
    for (const secret of [github.webhookSecret, "PRIVATE KEY", "ghs_", "language model of 7 billion"])
      expect(log, secret).not.toContain(secret);
    expect(github.violations).toEqual([]);
  });

  it("opens the setup wizard without an App, with the permissions and the webhooks' whole address", async () => {
    const port = await freePort();
    const server = start({ PORT: String(port), NO_SMEE_SETUP: "true", PUBLIC_URL: "https://openness.example.org" });
    await server.until(/Open (http:\/\/\S+)/);
    await server.until(/Listening on/);
    const page = await (await fetch(`http://127.0.0.1:${port}/probot`)).text();
    expect(page).toContain("https://openness.example.org/api/github/webhooks");
    expect(page).toContain("merge_queues");
    server.child.kill("SIGTERM");
    expect(await server.exit).toBe(0);
  });
});
