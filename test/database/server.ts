/** A PostgreSQL server of its own for tests: real, on this machine, gone afterwards. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);
const START_TIMEOUT = 20_000;

export interface TestServer {
  /** Address of one of its databases; "postgres" is there from the beginning. */
  url(database: string): string;
  /** Ends the server: "fast" breaks the connections and tidies up, "kill" is a crash. */
  stop(how?: "fast" | "kill"): Promise<void>;
  /** Starts it again on the same port, after {@link stop}. */
  start(): Promise<void>;
  /** Ends it for good, and removes its files. */
  remove(): Promise<void>;
}

/** Debian keeps each major version's programs apart; others have them in the path. */
function programs(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((v) => join(debian, v, "bin")), ...(process.env.PATH ?? "").split(delimiter)];
  return places.find((place) => existsSync(join(place, "initdb")) && existsSync(join(place, "postgres")));
}

/** Whether this machine has PostgreSQL. */
export const hasPostgres = programs() !== undefined;

/**
 * Makes a server in a temporary directory and starts it on a free port of 127.0.0.1.
 * @param options isDurable: whether it waits for the disk; tests need not
 */
export async function startPostgres(options: { isDurable?: boolean } = {}): Promise<TestServer> {
  const bin = programs();
  if (bin === undefined) throw new Error("there is no PostgreSQL on this machine: apt-get install postgresql");
  const directory = await mkdtemp(join(tmpdir(), "openness-postgres-"));
  const as = await ordinaryUser();
  if (as !== undefined) await chown(directory, as.uid, as.gid);
  const data = join(directory, "data");
  const command = (name: string, args: string[]): [string, string[]] => withRights(join(bin, name), args, as);
  const init = ["-D", data, "-U", "openness", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  await run(...command("initdb", init), { cwd: directory });
  const port = await freePort();
  const settings = [
    `listen_addresses=127.0.0.1`,
    `unix_socket_directories=`,
    `max_connections=200`,
    ...(options.isDurable ? [] : ["fsync=off", "full_page_writes=off"]),
  ];
  const url = (database: string) => `postgres://openness@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | undefined;
  const start = async () => {
    const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
    server = spawn(...command("postgres", args), { cwd: directory, stdio: "ignore" });
    await answers(url("postgres"), server);
  };
  const stop = async (how: "fast" | "kill" = "fast") => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, "exit");
    server.kill(how === "kill" ? "SIGQUIT" : "SIGINT");
    await gone;
  };
  const remove = async () => {
    await stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { url, stop, start, remove };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (const end = Date.now() + START_TIMEOUT; ; await sleep(20)) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode} at its start`);
      if (Date.now() > end) throw error;
    }
  }
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root. */
async function ordinaryUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody");
}

/** As an ordinary user; and, where the system can do that, ended together with the process that starts it. */
function withRights(program: string, args: string[], as: User | undefined): [string, string[]] {
  if (!existsSync("/usr/bin/setpriv")) {
    if (as === undefined) return [program, args];
    throw new Error("PostgreSQL does not run as root, and there is no setpriv to start it as another user");
  }
  const rights = as === undefined ? [] : [`--reuid=${as.uid}`, `--regid=${as.gid}`, "--clear-groups"];
  return ["/usr/bin/setpriv", [...rights, "--pdeathsig=QUIT", program, ...args]];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
