import { benchmarkNames, metricNames } from "./benchmarks.ts";
import type { Section, Table } from "./document.ts";

/** Columns whose numbers are no scores: sizes, speed, settings, counts, dates. */
const NOT_SCORES =
  /\b(?:tokens?\s?\/\s?s|tok\/s|tokens? per second|samples?\/s|it\/s|ms|fps|latency|throughput|speed|time|runtime|duration|hours?|minutes?|seconds?|memory|mem|vram|ram|gpus?|gb|mb|gib|tb|flops?|macs|rtf|params?|parameters?|#params|sizes?|layers?|heads?|dim|dimensions?|hidden|d_model|width|depth|vocab(?:ulary)?|batch|lr|learning rate|epochs?|steps?|warmup|context(?: length)?|length|seq(?:uence)?|tokens|examples?|samples|instances|documents|images|rows|files|shots?|n-shot|few-shot|year|date|license|licence|weight|proportion|ratio|percentage|share|download|link|url|version|bits?|resolution|temperature|top[_-]?p|seed|cost|price|energy|power|co2|tco2eq|rank)\b|显存|顯存|速度|吞吐|延迟|参数|大小|层数|数量|占比|比例|长度|词表|学习率|下载|许可|メモリ|速度|パラメータ|サイズ|層数|件数|トークン数|割合|메모리|속도|크기|개수/i;
const SPEED_UNIT =
  /\b(?:tokens?|tok|samples?|frames?|it|iters?|words?|chars?)\s?\/\s?(?:s|sec|second|gpu)|\bms\b|\bfps\b|\bgi?b\b|显存|顯存|latency|throughput|x faster|speed-?up/i;
/** First columns of tables that list settings, with a value or default for each. */
const SETTINGS =
  /^(?:(?:hyper-?\s?)?parameters?|hparams?|arguments?|args?|options?|flags?|settings?|config(?:uration)?s?|variables?|fields?|超?参数|超參數|參數|配置|パラメータ|引数|設定|하이퍼파라미터|파라미터)(?: names?)?$/i;
/** A score as it stands in a cell: `67.3`, `**88.1%**`, `0.42 ± 0.01`, `71.2 (5-shot)`, `1,205`. */
const SCORE =
  /^[^\p{L}\d]{0,6}[<>~≈]?\s?[-+]?\d{1,4}(?:[.,]\d{1,6})?\s?%?(?:\s?(?:±|\+\/-|\+-)\s?\d{1,3}(?:\.\d{1,5})?)?\s?(?:\(.{0,30}\)|[*†‡^↑↓].{0,10}|\/\s?\d{1,4}(?:\.\d{1,5})?%?){0,3}[^\p{L}\d]{0,6}$/u;

/**
 * Whether a table reports evaluation results: scores in cells, of a benchmark or quality metric that the table itself
 * (or, for the metric, the heading above it) names. Tables of speed, memory, sizes, settings or data are none.
 */
export function isResultTable(
  table: Table,
  section: Pick<Section, "title" | "topics"> | undefined,
): { benchmarks: string[]; metrics: string[] } | undefined {
  if (SETTINGS.test((table.headers[0] ?? "").trim())) return undefined;
  const width = Math.max(table.headers.length, ...table.rows.map((row) => row.length));
  const scoreColumns = new Set<number>();
  for (let column = 1; column < width; column += 1) {
    const header = table.headers[column] ?? "";
    if (!NOT_SCORES.test(header) || named(header)) scoreColumns.add(column);
  }
  const scored = table.rows.filter((row) => scoresIn(row, scoreColumns) > 0);
  const scores = table.rows.reduce((sum, row) => sum + scoresIn(row, scoreColumns), 0);
  if (scores === 0) return undefined;
  const labels = scored.map((row) =>
    row
      .filter((cell) => !SCORE.test(cell))
      .slice(0, 3)
      .join(" | "),
  );
  const scoredHeaders = table.headers.filter((_, column) => column === 0 || columnHasScores(table, column));
  // A row without scores may name the benchmark of the rows below it, or of each column.
  const groups = table.rows
    .filter((row) => scoresIn(row, scoreColumns) === 0)
    .map((row) => row.slice(0, 20).join(" | "));
  const text = [...scoredHeaders, ...labels].join(" | ");
  const foundBenchmarks = benchmarkNames(text);
  const foundMetrics = metricNames([text, ...groups, section?.title ?? ""].join(" | "));
  if (foundBenchmarks.length === 0) {
    const grouped = benchmarkNames([...groups, section?.title ?? ""].join(" | "));
    // One number under a heading that names a benchmark may be anything; several are its scores.
    if (section?.topics.includes("evaluation") || foundMetrics.length > 0 || scores > 1)
      foundBenchmarks.push(...grouped);
  }
  if (foundBenchmarks.length === 0 && foundMetrics.length === 0) return undefined;
  if (!reportsQuality(table, section, foundBenchmarks, foundMetrics)) return undefined;
  return { benchmarks: foundBenchmarks, metrics: foundMetrics };
}

function reportsQuality(
  table: Table,
  section: Pick<Section, "topics"> | undefined,
  foundBenchmarks: readonly string[],
  foundMetrics: readonly string[],
): boolean {
  const topics = section?.topics ?? [];
  const evaluation = topics.includes("evaluation");
  if (topics.includes("speed") && !evaluation) return foundBenchmarks.length > 0 && foundMetrics.length > 0;
  const head = table.headers.join(" | ");
  if (foundBenchmarks.length === 0 && SPEED_UNIT.test(head) && !metricNames(head).length) return false;
  const elsewhere = ["training-data", "data-processing", "hyperparameters", "requirements"] as const;
  if (!evaluation && elsewhere.some((topic) => topics.includes(topic))) return foundMetrics.length > 0;
  return true;
}

function named(header: string): boolean {
  return benchmarkNames(header).length > 0 || metricNames(header).length > 0;
}

function isScore(cell: string): boolean {
  return cell.length <= 60 && SCORE.test(cell.trim()) && !SPEED_UNIT.test(cell);
}

function scoresIn(row: readonly string[], columns: ReadonlySet<number>): number {
  let count = 0;
  row.forEach((cell, column) => {
    if (columns.has(column) && isScore(cell)) count += 1;
  });
  return count;
}

function columnHasScores(table: Table, column: number): boolean {
  return table.rows.some((row) => isScore(row[column] ?? ""));
}
