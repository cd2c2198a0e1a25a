/**
 * What can be counted, for Prometheus. Labels take a few known words only: no repository, installation or person is ever
 * named, and what a webhook says cannot make new series.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { PERMISSIONS, type PermissionName } from "../github/permissions.ts";
import type { QueueCounts } from "../queue/queue.ts";
import { VERSION } from "../version.ts";
import { AUDIT_OUTCOMES, type AuditMeasure, CACHES, type CacheKind, STAGES } from "../worker/meter.ts";

/** Events that are counted by name; a test holds them against the subscriptions. */
export const COUNTED_EVENTS = [
  "push",
  "pull_request",
  "pull_request_review",
  "pull_request_review_comment",
  "issue_comment",
  "check_run",
  "check_suite",
  "merge_group",
  "installation",
  "installation_repositories",
] as const;

/**
 * What became of a delivery: its work is owed (`taken`), it was taken before (`known`), it asks for nothing (`ignored`),
 * it was not signed or made no sense (`refused`), or it could not be taken although it should (`failed`).
 */
export type DeliveryResult = "taken" | "known" | "ignored" | "refused" | "failed";
const RESULTS: readonly DeliveryResult[] = ["taken", "known", "ignored", "refused", "failed"];

export type RequestKind = "rest" | "graphql";
export interface Metrics {
  readonly contentType: string;
  /** The page. What is to be counted at that moment is counted first; where that fails, the last numbers stand. */
  render(): Promise<string>;
  /** Sets what is done before each page, at most once in five seconds. */
  beforeRender(refresh: (metrics: Metrics) => Promise<void>): void;
  /** @param event as in `x-github-event`; unknown ones are counted as `other` */
  delivered(event: string, result: DeliveryResult): void;
  queue(counts: QueueCounts): void;
  audited(measure: AuditMeasure): void;
  /**
   * A request that was sent to GitHub.
   * @param remaining what GitHub said is left of the installation's hour
   * @param limit what the hour had: sorts installations by size, without naming any
   */
  requested(kind: RequestKind, remaining?: number, limit?: number): void;
  cache(kind: CacheKind, isHit: boolean, count?: number): void;
  /** A request was refused because an installation has not accepted this permission. */
  lacking(permission: PermissionName): void;
  /** Repositories of all first looks under way: looked at, and still to be looked at. */
  backfill(looked: number, left: number): void;
  /** Deliveries that were asked for again because they had failed. */
  redelivered(count: number): void;
  /** Heads that a sweep found not to have been audited. */
  swept(count: number): void;
}

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120];
const REMAINING = [0, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 15_000];
const REFRESH_EVERY = 5_000;
const REFRESH_TIMEOUT = 2_000;

/** Makes the counters, with those of the process itself (memory, event loop, garbage collection). */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `openness_${name}`, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name: `openness_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly Label[],
  ) => new Histogram({ name: `openness_${name}`, help, buckets, labelNames, registers });

  const deliveries = counter("deliveries_total", "Webhook deliveries by event and by what became of them", [
    "event",
    "result",
  ]);
  const jobs = gauge("queue_jobs", "Owed work by state, in all processes", ["state"]);
  const lag = gauge("queue_oldest_seconds", "Seconds since the oldest work that is due was added");
  const audits = counter("audits_total", "Audits by how they ended", ["outcome"]);
  const whole = histogram("audit_seconds", "Seconds that an audit took", SECONDS, ["outcome"]);
  const stages = histogram("audit_stage_seconds", "Seconds that a stage of an audit took", SECONDS, ["stage"]);
  const requests = counter("github_requests_total", "Requests to GitHub by the limit that they count against", [
    "kind",
  ]);
  const left = histogram(
    "github_rate_limit_remaining",
    "What GitHub said after a request is left of the installation's hour, by the size of that hour",
    REMAINING,
    ["kind", "hour"],
  );
  const cached = counter("cache_total", "Look-ups of what is remembered", ["kind", "result"]);
  const firstLooks = gauge("backfill_repositories", "Repositories of first looks under way", ["state"]);
  const redeliveries = counter("redeliveries_total", "Failed deliveries that GitHub was asked to send again");
  const sweeps = counter("swept_heads_total", "Heads that a sweep found not to have been audited");
  const refusals = counter("permission_missing_total", "Requests refused because a permission was not accepted", [
    "permission",
  ]);
  const stale = counter("metrics_refresh_failures_total", "Times that a page had to show older numbers");
  gauge("info", "The program's version", ["version"]).set({ version: VERSION }, 1);

  // Series that start at zero: an alert on their growth sees the first one.
  for (const result of RESULTS) deliveries.inc({ event: "other", result }, 0);
  for (const event of COUNTED_EVENTS) for (const result of RESULTS) deliveries.inc({ event, result }, 0);
  for (const outcome of AUDIT_OUTCOMES) audits.inc({ outcome }, 0);
  for (const stage of STAGES) stages.zero({ stage });
  for (const kind of ["rest", "graphql"] as const) requests.inc({ kind }, 0);
  for (const permission of PERMISSIONS) refusals.inc({ permission }, 0);
  for (const kind of CACHES) for (const result of ["hit", "miss"]) cached.inc({ kind, result }, 0);

  let refresh: ((metrics: Metrics) => Promise<void>) | undefined;
  let refreshed: { readonly at: number; readonly done: Promise<void> } | undefined;
  const renew = (): Promise<void> => {
    if (refresh === undefined) return Promise.resolve();
    const action = refresh;
    if (refreshed === undefined || performance.now() - refreshed.at > REFRESH_EVERY) {
      const done = inTime(async () => action(metrics), REFRESH_TIMEOUT).catch(() => stale.inc());
      refreshed = { at: performance.now(), done };
    }
    return refreshed.done;
  };

  const metrics: Metrics = {
    contentType: registry.contentType,
    async render() {
      await renew();
      return registry.metrics();
    },
    beforeRender(action) {
      refresh = action;
    },
    delivered(event, result) {
      const known = COUNTED_EVENTS.find((name) => name === event) ?? "other";
      deliveries.inc({ event: known, result });
    },
    queue(counts) {
      for (const state of ["waiting", "running", "dead"] as const) jobs.set({ state }, counts[state]);
      lag.set(counts.lag);
    },
    audited({ outcome, seconds, stageSeconds }) {
      audits.inc({ outcome });
      if (Number.isFinite(seconds)) whole.observe({ outcome }, seconds);
      for (const stage of STAGES) {
        const taken = stageSeconds?.[stage];
        if (taken !== undefined && Number.isFinite(taken)) stages.observe({ stage }, taken);
      }
    },
    requested(kind, remaining, limit) {
      requests.inc({ kind });
      if (remaining !== undefined && Number.isFinite(remaining)) left.observe({ kind, hour: hourOf(limit) }, remaining);
    },
    cache: (kind, isHit, count = 1) => cached.inc({ kind, result: isHit ? "hit" : "miss" }, count),
    lacking: (permission) => refusals.inc({ permission }),
    backfill(looked, todo) {
      firstLooks.set({ state: "looked" }, looked);
      firstLooks.set({ state: "left" }, todo);
    },
    redelivered: (count) => redeliveries.inc(count),
    swept: (count) => sweeps.inc(count),
  };
  return metrics;
}

/** GitHub's hours: 5,000 requests, up to 12,500 with many repositories and users, 15,000 for enterprises (docs, "Rate limits"). */
function hourOf(limit: number | undefined): string {
  if (limit === undefined || !Number.isFinite(limit)) return "unknown";
  return limit <= 5_000 ? "5000" : limit <= 12_500 ? "12500" : "15000";
}

async function inTime(work: () => Promise<void>, milliseconds: number): Promise<void> {
  const late = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error("too slow")), milliseconds).unref();
  });
  await Promise.race([work(), late]);
}
