/** What the page for operators says, held against the program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMetrics } from "../../src/server/metrics.ts";
import { readSettings } from "../../src/server/settings.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/operate.md"), "utf8");

/** A page on which everything was counted once. */
async function metricsPage(): Promise<string> {
  const metrics = createMetrics();
  metrics.queue({ waiting: 0, running: 0, dead: 0, lag: 0 });
  metrics.audited({ outcome: "published", seconds: 1, stageSeconds: { list: 1, read: 1, analyse: 1, publish: 1 } });
  metrics.requested("rest", 4_000, 5_000);
  metrics.backfill(1, 1);
  return metrics.render();
}

describe("the page for operators", () => {
  it("explains every metric of ours, and no other", async () => {
    const names = [...(await metricsPage()).matchAll(/^# TYPE (openness_\w+)/gm)].map(([, name]) => name!);
    const told = [...page.matchAll(/^\| `(openness_\w+)` \|/gm)].map(([, name]) => name!);
    expect(told.toSorted()).toEqual(names.toSorted());
  });

  it("has alerts on series that there are, with labels that they take", async () => {
    const shown = await metricsPage();
    const queries = [...page.matchAll(/^```promql\n([\s\S]*?)^```$/gm)].map(([, query]) => query!);
    expect(queries.length).toBe([...page.matchAll(/^### /gm)].length);
    for (const [, name, labels] of queries
      .join("\n")
      .matchAll(/\b((?:openness|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)) {
      const lines = shown.split("\n").filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
      expect(lines, name).not.toEqual([]);
      for (const [, label, value] of (labels ?? "").matchAll(/(\w+)=~?"([^"]+)"/g))
        for (const one of value!.split("|"))
          expect(
            lines.some((line) => line.includes(`${label}="${one}"`)),
            `${name} ${label} ${one}`,
          ).toBe(true);
    }
  });

  it("says rightly which process needs what", () => {
    const rows = [...page.matchAll(/^\| `openness (web|worker)` \|[^|]*\|([^|]*)\|([^|]*)\|$/gm)];
    expect(rows).toHaveLength(2);
    const key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----";
    const all = { APP_ID: "7", PRIVATE_KEY: key, WEBHOOK_SECRET: "a secret", DATABASE_URL: "postgres://db/openness" };
    const coded = (text: string): string[] => [...text.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!);
    for (const [, role, needs, knowsNot] of rows) {
      const read = (env: Record<string, string | undefined>) =>
        role === "web" ? readSettings(env, "web") : readSettings(env, "worker");
      for (const name of coded(needs!)) expect(() => read({ ...all, [name]: undefined }), name).toThrow(name);
      const without = Object.fromEntries(coded(knowsNot!).map((name) => [name, undefined]));
      expect(() => read({ ...all, ...without })).not.toThrow();
    }
  });
});
