/** Webhooks through a smee channel, for development behind a router. */
import type { Logger } from "pino";

/**
 * Fetches webhooks from a channel and posts them to `target`. A channel that fails does not stop the server.
 * @returns a function that ends it
 */
export async function forwardWebhooks(source: string, target: string, log: Logger): Promise<() => void> {
  const { SmeeClient } = await import("smee-client");
  const logger = { info: (text: unknown) => log.debug(String(text)), error: (text: unknown) => log.warn(String(text)) };
  const smee = new SmeeClient({ source, target, logger });
  smee.start().then(
    () => log.info(`Webhooks come from ${source}`),
    (error: unknown) => log.warn({ err: error }, "the channel of WEBHOOK_PROXY_URL could not be opened"),
  );
  return () => void smee.stop().catch(() => undefined);
}
