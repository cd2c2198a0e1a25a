/** The wizard that registers an App at GitHub from `app.yml` and writes its credentials to `.env`. */
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { Logger } from "pino";
import { run } from "probot";
import { SmeeClient } from "smee-client";
import type { SetupSettings } from "./settings.ts";

/**
 * Opens Probot's setup page. It is meant for the machine of the person who sets the App up: whoever can open the page
 * can write the credentials, so it must not be reachable from elsewhere longer than needed.
 */
export async function openSetup(settings: SetupSettings, log: Logger): Promise<{ close(): Promise<void> }> {
  const { host, port, publicUrl, webhookPath } = settings;
  const page = `http://${host}:${port === 0 ? 3000 : port}/probot`;
  log.warn(`No APP_ID and PRIVATE_KEY: setup mode. Open ${page} to register the App at GitHub, then start again.`);
  if (!existsSync("app.yml"))
    log.warn("There is no app.yml here: start in the project's folder, or permissions will be missing.");
  const env = { ...process.env, HOST: host, PORT: String(port), WEBHOOK_PATH: webhookPath };
  // Probot writes this variable into the manifest as the address of the webhooks, and else leaves their path out.
  const address = publicUrl ?? (process.env.NO_SMEE_SETUP === "true" ? `http://${host}:${port}` : undefined);
  if (address !== undefined && process.env.WEBHOOK_PROXY_URL === undefined)
    process.env.WEBHOOK_PROXY_URL = `${address}${webhookPath}`;
  const server = await run(() => undefined, { env, SmeeClient, log } as Parameters<typeof run>[1]);
  if (process.env.WEBHOOK_PROXY_URL === undefined) {
    process.env.WEBHOOK_PROXY_URL = `http://${host}:${port}${webhookPath}`;
    log.warn(
      `No smee.io channel could be opened, so the App would be registered with webhooks to ${process.env.WEBHOOK_PROXY_URL}. Start again with PUBLIC_URL set to the address under which GitHub reaches this server.`,
    );
  }
  return {
    async close() {
      await (server as unknown as { stop(): Promise<Server> }).stop();
    },
  };
}
