import { createRequire } from "node:module";
import { identifyLicense } from "../../src/license/identify.ts";
import type { Bench } from "./bench.ts";
import { median, ms, timesOf } from "./timing.ts";

const list = createRequire(import.meta.url)("spdx-license-list/spdx-full.json") as Record<
  string,
  { readonly licenseText: string }
>;

export const licenseBench: Bench = {
  name: "licenses",
  what: "identification of every SPDX license text, wrapped anew so that no text is met word for word, beside splitting it into words",
  async run() {
    const texts = Object.values(list).map(
      ({ licenseText }) => `Copyright 2026 The Lumen Authors\n\n${licenseText.replace(/(.{50,60}) /g, "$1\n")}`,
    );
    const [start = 0] = await timesOf(1, () => identifyLicense("MIT License"));
    const each: number[] = [];
    const [all = 0] = await timesOf(1, () => {
      for (const text of texts) {
        const before = performance.now();
        identifyLicense(text);
        each.push(performance.now() - before);
      }
    });
    const [floor = 0] = await timesOf(1, () =>
      texts.reduce((words, text) => words + text.toLowerCase().split(/[^a-z0-9]+/).length, 0),
    );
    const sorted = each.toSorted((a, b) => a - b);
    return [
      `${Math.round((texts.length / all) * 1000)} texts per second (${texts.length} texts) · median ${ms(median(each))} · 95th percentile ${ms(sorted[Math.floor(sorted.length * 0.95)] ?? 0)} · slowest ${ms(sorted.at(-1) ?? 0)}`,
      `splitting into words alone: ${Math.round((texts.length / floor) * 1000)} texts per second · ratio ${(all / floor).toFixed(0)}`,
      `first identification, templates loaded: ${ms(start)}`,
    ];
  },
};
