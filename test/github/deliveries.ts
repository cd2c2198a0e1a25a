/** Webhook deliveries: signed, posted to the App over HTTP, logged with their outcome. */
import { randomUUID } from "node:crypto";
import { sign } from "@octokit/webhooks-methods";
import { now, type World } from "./world.ts";

export interface Delivery {
  readonly id: number;
  /** Stays the same when the delivery is repeated. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly delivered_at: string;
  readonly redelivery: boolean;
  /** Seconds. */
  readonly duration: number;
  readonly status: string;
  /** 0 when there was no answer. */
  readonly status_code: number;
  readonly installation_id: number | null;
  readonly repository_id: number | null;
  readonly payload: unknown;
  readonly answer: string;
}

export interface Webhook {
  readonly url: string;
  readonly secret: string;
}

/** GitHub gives up after ten seconds. */
const PATIENCE = 10_000;

export class Deliveries {
  readonly log: Delivery[] = [];
  readonly #world: World;
  webhook: Webhook | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** Posts a payload and records what came back; never throws for what the App does. */
  async deliver(
    event: string,
    payload: object,
    options: { guid?: string; redelivery?: boolean } = {},
  ): Promise<Delivery> {
    if (this.webhook === undefined) throw new Error("no webhook is set: call setWebhook({ url, secret }) first");
    const { url, secret } = this.webhook;
    const body = JSON.stringify(payload);
    const guid = options.guid ?? randomUUID();
    const started = performance.now();
    let statusCode = 0;
    let status = "failed to connect to host";
    let answer = "";
    try {
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: {
          accept: "*/*",
          "content-type": "application/json",
          "user-agent": "GitHub-Hookshot/local",
          "x-github-delivery": guid,
          "x-github-event": event,
          "x-hub-signature-256": await sign(secret, body),
        },
        signal: AbortSignal.timeout(PATIENCE),
      });
      statusCode = response.status;
      status = response.ok ? "OK" : response.statusText || "Invalid HTTP Response";
      answer = await response.text();
    } catch (error) {
      if (error instanceof Error && error.name === "TimeoutError") status = "timed out";
    }
    const facts = payload as { action?: string; installation?: { id: number }; repository?: { id: number } };
    const delivery: Delivery = {
      id: this.#world.nextId(),
      guid,
      event,
      action: facts.action ?? null,
      delivered_at: now(),
      redelivery: options.redelivery ?? false,
      duration: Math.round(performance.now() - started) / 1000,
      status,
      status_code: statusCode,
      installation_id: facts.installation?.id ?? null,
      repository_id: facts.repository?.id ?? null,
      payload,
      answer,
    };
    this.log.push(delivery);
    this.#world.emit("change");
    return delivery;
  }

  redeliver(delivery: Delivery): Promise<Delivery> {
    return this.deliver(delivery.event, delivery.payload as object, { guid: delivery.guid, redelivery: true });
  }

  item(delivery: Delivery): object {
    const { payload: _payload, answer: _answer, ...item } = delivery;
    return { ...item, throttled_at: null };
  }

  details(delivery: Delivery): object {
    return {
      ...this.item(delivery),
      url: this.webhook?.url ?? "",
      request: {
        headers: { "X-GitHub-Delivery": delivery.guid, "X-GitHub-Event": delivery.event },
        payload: delivery.payload,
      },
      response: { headers: {}, payload: delivery.answer },
    };
  }
}
