/** The App's own record of webhook deliveries, and how one is asked for again. */
import type { GitHubClient } from "./client.ts";

/** One attempt at a delivery. */
export interface DeliveryAttempt {
  readonly id: number;
  /** The same for every attempt at one delivery. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly installation: number | undefined;
  readonly isSuccess: boolean;
  readonly isRedelivery: boolean;
  /** In milliseconds since 1970. */
  readonly at: number;
}

interface DeliveryAnswer {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installation_id: number | null;
  readonly status_code: number;
  readonly redelivery: boolean;
  readonly delivered_at: string;
}

/**
 * Attempts at deliveries since a time, newest first, page by page. Source: GitHub REST docs, "List deliveries for an app
 * webhook".
 * @param client the App's own, not an installation's
 */
export async function* listDeliveries(client: GitHubClient, since: number): AsyncGenerator<readonly DeliveryAttempt[]> {
  let cursor: string | undefined;
  do {
    const { data, next } = await client.page<readonly DeliveryAnswer[]>("GET /app/hook/deliveries", {
      per_page: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const attempts = data.map(toAttempt);
    const recent = attempts.filter(({ at }) => at >= since);
    if (recent.length > 0) yield recent;
    // The next page is older still.
    const isOver = recent.length < attempts.length || next?.cursor === cursor;
    cursor = isOver ? undefined : next?.cursor;
  } while (cursor !== undefined);
}

/**
 * Asks for another attempt; GitHub makes it a moment later, under the same guid. Source: GitHub REST docs, "Redeliver a
 * delivery for an app webhook".
 */
export async function redeliver(client: GitHubClient, { id }: DeliveryAttempt): Promise<void> {
  await client.post("POST /app/hook/deliveries/{delivery_id}/attempts", { delivery_id: id });
}

function toAttempt(one: DeliveryAnswer): DeliveryAttempt {
  const at = Date.parse(one.delivered_at);
  return {
    id: one.id,
    guid: one.guid,
    event: one.event,
    action: one.action ?? undefined,
    installation: one.installation_id ?? undefined,
    isSuccess: one.status_code >= 200 && one.status_code < 300,
    isRedelivery: one.redelivery,
    at: Number.isFinite(at) ? at : 0,
  };
}
