/** A local GitHub with laboratories, and the App as a process that may be started, ended and started again. */
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { type LocalGitHub, startGitHub } from "../../github/server.ts";
import { manifest } from "../stage.ts";
import { type AppProcess, freePort, startApp, statusOf } from "./app-process.ts";
import { addLaboratories, type Laboratories } from "./laboratories.ts";

export interface Scene {
  readonly github: LocalGitHub;
  readonly laboratories: Laboratories;
  readonly port: number;
  start(): AppProcess;
}

/** @param environment settings of the App beside those that lead to the local GitHub */
export async function setScene(repositories: number, environment: Readonly<Record<string, string>>): Promise<Scene> {
  const { default_permissions: permissions, default_events: events } = manifest();
  const github = await startGitHub({ permissions, events });
  const laboratories = await addLaboratories(github, repositories);
  const port = await freePort();
  github.setWebhook(`http://127.0.0.1:${port}/api/github/webhooks`);
  onTestFinished(async () => {
    await github.close();
    await laboratories.remove();
  });
  return {
    github,
    laboratories,
    port,
    start() {
      const app = startApp("serve", { ...github.environment, ...environment, PORT: String(port) });
      onTestFinished(async () => void (await app.end("SIGKILL")));
      return app;
    },
  };
}

/** @throws {Error} when the answer does not become that within so many milliseconds */
export async function untilStatus(port: number, path: string, status: number, within = 20_000): Promise<void> {
  for (const end = Date.now() + within; (await statusOf(port, path)) !== status; await sleep(20))
    if (Date.now() > end) throw new Error(`${path} did not become ${status}`);
}
