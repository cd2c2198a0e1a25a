import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it, onTestFinished } from "vitest";

const SERVER = resolve(import.meta.dirname, "../../src/server.ts");

it("the server reads .env where it is started, as the wizard writes it, and what the environment says wins", async () => {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const folder = await mkdtemp(join(tmpdir(), "openness-env-"));
  const file = [
    "APP_ID=7",
    `PRIVATE_KEY="${privateKey.replaceAll("\n", "\\n")}"`,
    'WEBHOOK_SECRET="a secret"',
    "HOST=no.such.host.invalid",
    "PORT=0",
    "GHE_HOST=",
  ];
  await writeFile(join(folder, ".env"), file.join("\n"));
  const server = spawn(process.execPath, [SERVER], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", LOG_FORMAT: "json" },
  });
  const ended = once(server, "exit");
  onTestFinished(async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill("SIGKILL");
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  let output = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (output += chunk));
  await expect.poll(() => output, { timeout: 15_000 }).toMatch(/Listening on http:\/\/127\.0\.0\.1:\d+/);
  server.kill("SIGTERM");
  expect((await ended)[0]).toBe(0);
});
