import { describe, expect, it } from "vitest";
import { SUBSCRIPTIONS } from "../../src/intake.ts";
import { COUNTED_EVENTS, createMetrics } from "../../src/server/metrics.ts";
import { AUDIT_OUTCOMES } from "../../src/worker/meter.ts";

/** The lines of a page that are ours, without help and type. */
const series = async (metrics: ReturnType<typeof createMetrics>): Promise<string[]> =>
  (await metrics.render()).split("\n").filter((line) => line.startsWith("openness_"));

describe("the metrics", () => {
  it("know every event that is subscribed to, and no other", () => {
    const events = new Set(SUBSCRIPTIONS.map(({ event }) => event.split(".")[0]!));
    expect([...COUNTED_EVENTS].toSorted()).toEqual([...events].toSorted());
  });

  it("count what they are told", async () => {
    const metrics = createMetrics();
    metrics.delivered("push", "taken");
    metrics.queue({ waiting: 4, running: 2, dead: 1, lag: 12.5 });
    metrics.audited({ outcome: "published", seconds: 1.5, stageSeconds: { list: 0.2, publish: 1.1 } });
    metrics.requested("graphql", 4200, 5000);
    metrics.requested("rest", 80, 12_500);
    metrics.requested("rest");
    metrics.cache("blob", true);
    metrics.backfill(30, 970);
    metrics.redelivered(3);
    metrics.swept(2);
    expect(await series(metrics)).toEqual(
      expect.arrayContaining([
        'openness_deliveries_total{event="push",result="taken"} 1',
        'openness_queue_jobs{state="dead"} 1',
        "openness_queue_oldest_seconds 12.5",
        'openness_audits_total{outcome="published"} 1',
        'openness_audit_seconds_count{outcome="published"} 1',
        'openness_audit_stage_seconds_count{stage="list"} 1',
        'openness_audit_stage_seconds_count{stage="read"} 0',
        'openness_github_requests_total{kind="rest"} 2',
        'openness_github_rate_limit_remaining_bucket{le="100",kind="rest",hour="12500"} 1',
        'openness_github_rate_limit_remaining_bucket{le="2500",kind="graphql",hour="5000"} 0',
        'openness_cache_total{kind="blob",result="hit"} 1',
        'openness_backfill_repositories{state="left"} 970',
        "openness_redeliveries_total 3",
        "openness_swept_heads_total 2",
      ]),
    );
    expect(await metrics.render()).toContain("process_resident_memory_bytes");
  });

  it("keep as many series, whatever webhooks and limits say", async () => {
    const metrics = createMetrics();
    const tell = (word: string, number: number): void => {
      metrics.delivered(word, "refused");
      for (const outcome of AUDIT_OUTCOMES) metrics.audited({ outcome, seconds: number });
      for (const kind of ["rest", "graphql"] as const)
        for (const limit of [undefined, 5_000, 10_000, number + 15_000]) metrics.requested(kind, number, limit);
    };
    tell("push", 1);
    const before = (await series(metrics)).length;
    for (let index = 0; index < 200; index++) tell(`event-${index}"}\n`, index * 7.5);
    tell("push", Number.NaN);
    expect((await series(metrics)).length).toBe(before);
    expect(before).toBeLessThan(500);
  });

  it("are counted anew for a page, and show the last numbers where that fails", async () => {
    const metrics = createMetrics();
    metrics.beforeRender(async (page) => page.queue({ waiting: 7, running: 0, dead: 0, lag: 0 }));
    expect(await series(metrics)).toContain('openness_queue_jobs{state="waiting"} 7');
    const failing = createMetrics();
    let asked = 0;
    failing.queue({ waiting: 5, running: 0, dead: 0, lag: 0 });
    failing.beforeRender(() => {
      asked++;
      throw new Error("the database does not answer");
    });
    for (let page = 0; page < 3; page++)
      expect(await series(failing)).toContain('openness_queue_jobs{state="waiting"} 5');
    expect(await series(failing)).toContain("openness_metrics_refresh_failures_total 1");
    expect(asked).toBe(1);
  });
});
