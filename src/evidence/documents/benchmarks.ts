import { BENCHMARKS, CJK_METRICS, METRICS } from "./benchmark-names.ts";
import { nameFinder } from "./names.ts";

const benchmarks = nameFinder(BENCHMARKS);
const metrics = nameFinder(METRICS);

/** Well-known benchmarks named in a text, by their usual names, in order of appearance. Metrics are not among them. */
export function benchmarkNames(text: string): string[] {
  return benchmarks.find(text);
}

/** Measures of quality named in a text (accuracy, BLEU, perplexity…); speed, memory and size are none. */
export function metricNames(text: string): string[] {
  const found = metrics.find(text);
  for (const word of CJK_METRICS) if (text.includes(word)) found.push(word);
  return found;
}
