/** The App as operators run it: a process of its own, which can be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = join(import.meta.dirname, "../../..");
const KEPT_OUTPUT = 200_000;

export type Role = "serve" | "web" | "worker";

export interface AppProcess {
  readonly pid: number | undefined;
  /** The end of what it said. */
  output(): string;
  /** Resolves once it says that it listens. @throws {Error} when it ends or stays silent for half a minute */
  listening(): Promise<void>;
  /** Sends a signal, and resolves with its exit code once it is gone: null after a signal that it could not handle. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
  readonly isGone: boolean;
}

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts `openness ROLE` with these settings and none of this process's own. */
export function startApp(role: Role, environment: Readonly<Record<string, string>>): AppProcess {
  const child = spawn(process.execPath, [join(ROOT, "src/cli.ts"), role], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", LOG_FORMAT: "json", LOG_LEVEL: "info", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
    });
  const gone = once(child, "exit").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid,
    output: () => output,
    get isGone() {
      return isGone();
    },
    async listening() {
      for (const end = Date.now() + 30_000; !output.includes("Listening on"); await sleep(10))
        if (isGone() || Date.now() > end) throw new Error(`openness ${role} did not start:\n${output.slice(-3_000)}`);
    },
    end(signal) {
      if (!isGone()) child.kill(signal);
      return gone;
    },
  };
}

/** A port that nobody listens on at this moment: processes that replace each other need the same one. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Status of an address, or 0 where nobody answers. */
export async function statusOf(port: number, path: string): Promise<number> {
  return await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status,
    () => 0,
  );
}

export interface Owed {
  readonly waiting: number;
  readonly running: number;
  readonly dead: number;
}

/** What `/readyz` says is owed; undefined while it does not say. */
export async function owedBy(port: number): Promise<Owed | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) });
    const { parts } = (await response.json()) as { parts?: { queue?: Partial<Owed> } };
    const { waiting, running, dead } = parts?.queue ?? {};
    return waiting === undefined || running === undefined || dead === undefined
      ? undefined
      : { waiting, running, dead };
  } catch {
    return undefined;
  }
}

/** Resolves once nothing has been owed for two looks that are further apart than `/readyz` keeps its answer. */
export async function untilNothingIsOwed(port: number, within: number): Promise<Owed> {
  let isSecondLook = false;
  for (const end = Date.now() + within; ; ) {
    const owed = await owedBy(port);
    const isNothing = owed !== undefined && owed.waiting + owed.running === 0;
    if (isNothing && isSecondLook) return owed;
    if (Date.now() > end) throw new Error(`work is still owed after ${within / 1000} s: ${JSON.stringify(owed)}`);
    isSecondLook = isNothing;
    await sleep(isNothing ? 1_100 : 200);
  }
}
