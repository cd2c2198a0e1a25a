/** The real App as a child process: started, watched, stopped by its own id. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../..");
const KEPT_LINES = 40;
/** Nothing of the person's own configuration may reach the demo's App. */
const INHERITED = ["PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SystemRoot", "TERM"];

export interface AppProcess {
  readonly url: string;
  readonly pid: number | undefined;
  /** The last lines of its log. */
  log(): string;
  /** Asks it to end, and insists after five seconds. */
  stop(): Promise<void>;
  /** Ends it at once; for when this process has no time left. */
  kill(): void;
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the App; `directory` is where it runs and keeps its data. */
export async function startAppProcess(
  environment: Readonly<Record<string, string>>,
  directory: string,
  onStart: (app: AppProcess) => void,
): Promise<AppProcess> {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, "src/server.ts")], {
    // In the checkout it would read a .env that belongs to somebody's own App.
    cwd: directory,
    env: {
      ...inherited(),
      LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
      ...environment,
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: directory,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  let ended: string | undefined;
  const keep = (chunk: Buffer): void => {
    lines.push(...chunk.toString("utf8").trimEnd().split("\n"));
    lines.splice(0, lines.length - KEPT_LINES);
    if (process.env.LOG_LEVEL !== undefined) process.stderr.write(chunk);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const exit = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      ended ??= error.message;
      resolve();
    });
    child.once("exit", (code, signal) => {
      ended ??= `it ended with ${signal ?? code}`;
      resolve();
    });
  });
  const app: AppProcess = {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    log: () => lines.join("\n"),
    kill: () => void child.kill("SIGKILL"),
    async stop() {
      if (ended !== undefined) return;
      child.kill("SIGTERM");
      const patience = new AbortController();
      await Promise.race([exit, delay(5000, undefined, { signal: patience.signal }).catch(() => undefined)]);
      patience.abort();
      if (ended === undefined) child.kill("SIGKILL");
      await exit;
    },
  };
  onStart(app);
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (ended !== undefined) throw new Error(`the App did not start: ${ended}\n${app.log()}`);
    const ready = await fetch(`${app.url}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    await ready?.body?.cancel();
    if (ready?.status === 200) return app;
    await Promise.race([exit, delay(50)]);
  }
  throw new Error(`the App did not answer at ${app.url}/readyz within 30 s\n${app.log()}`);
}

/**
 * What the command line says of a commit: whether it holds a model. The App leaves repositories without one alone, and
 * nobody can wait for what does not come.
 */
export async function isModelRepository(directory: string, commit: string, signal: AbortSignal): Promise<boolean> {
  const args = [join(ROOT, "src/cli.ts"), "audit", directory, "--rev", commit, "--format", "json", "--offline"];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: inherited(),
    maxBuffer: 1 << 28,
    signal,
  }).catch((error: Error & { code?: unknown; stdout?: string }) => {
    // 1: the audit was made, and the owner's policy is not met.
    if (error.code === 1 && error.stdout) return { stdout: error.stdout };
    throw error;
  });
  return (JSON.parse(stdout) as { isModelRepository: boolean }).isModelRepository;
}
