import type { Document } from "../../documents/document.ts";
import type { Lines } from "../artifact.ts";

/** What the log-book of a training run is called. */
const LOG_BOOK =
  /\b(pre-?)?train(ing)?[-_ ](notes?|logs?|diary|journal)\b|\blog-?books?\b|\bchronicles?\b|训练(笔记|日志|记录)|学習(記録|日誌)/i;
const LOG_FOLDER = /(^|\/)(logs?|chronicles?)\//i;
const DATE = /\b20\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\b/;
/** What happens to a run, as those who watch it write it down. */
const HAPPENS =
  /\b(loss(es)?|diverge\w{0,3}|disconverge\w{0,3}|spikes?|restart\w{0,3}|resum(e|ed|ing)|nodes?|gpus?|steps?|iterations?|checkpoints?|learning rate|warm-?up|gradients?)\b|重启|节点|学习率/i;
const MIN_ENTRIES = 3;

/**
 * The log-book of a training run that a person kept: dated entries on losses, restarts and settings, in a document that
 * is called so. A change log has dates too, and speaks of the program; undefined for it.
 */
export function logBookLines(document: Document): Lines | undefined {
  const title = document.sections[0]?.title ?? "";
  if (
    !LOG_BOOK.test(`${title} ${document.path}`) &&
    !(LOG_FOLDER.test(document.path) && /train|训练|学習/i.test(title))
  )
    return undefined;
  const entries = document.sections.filter(
    (section) => DATE.test(section.title) && HAPPENS.test(`${section.title} ${section.text.slice(0, 2_000)}`),
  );
  const [first] = entries;
  return first !== undefined && entries.length >= MIN_ENTRIES
    ? [first.lines[0], entries.at(-1)?.lines[1] ?? first.lines[1]]
    : undefined;
}

/** Headings of a page that gives the settings of training runs. */
const SETTINGS =
  /\b(pre-?)?training (configurations?|configs?|settings|hyper-?parameters|recipes?|options)\b|训练(配置|超参数|设置)|学習設定/i;
const OPTION = /(?:^|\s)--([a-z][\w-]{1,40})[= ](?=["']?[\w./-])/g;
/** Options that set how a network learns; those of paths and hardware do not. */
const LEARNS =
  /^(?:batch|batch[-_]size|lr|[dg]lr|learning[-_]rate|gamma|epochs?|kimg|steps|max[-_]steps|iters|warm-?up\w{0,10}|weight[-_]decay|wd|dropout|aug|optimizer|ema\w{0,10}|beta[12]?|clip\w{0,12}|cfg|config)$/;
const MIN_OPTIONS = 2;

/**
 * Tables of the options with which networks are trained, row by row, on a page that says by its title that it gives
 * training configurations: the options are the hyperparameters. A table of one option each explains a program's help.
 */
export function optionTables(document: Document): Lines[] {
  const title = document.sections[0]?.title ?? "";
  if (!SETTINGS.test(title) || /fine-?tun/i.test(title)) return [];
  return document.tables
    .filter(({ rows }) => rows.some((row) => learningOptions(row.join(" ")) >= MIN_OPTIONS))
    .map(({ lines }) => lines);
}

function learningOptions(row: string): number {
  const names = Array.from(row.slice(0, 2_000).matchAll(OPTION), (match) => match[1] ?? "");
  return new Set(names.filter((name) => LEARNS.test(name))).size;
}
