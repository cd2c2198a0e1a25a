import type { Document } from "../../documents/document.ts";

/** The option by which training and evaluation scripts are told their evaluation set, and what it is set to. */
const OPTION =
  /--(?:eval|evaluation|test|validation)[-_](?:data|dataset)(?:[-_](?:name|names|path|id))?[\s=]{1,4}["']?([\w.+/-]{3,300})/g;
const HUB_ID = /^[\w-][\w.-]{0,95}\/[\w-][\w.-]{0,95}$/;

/** Lines of one block that are read, and characters of a line. */
const MOST_LINES = 200;
const MAX_LINE = 1_000;

/**
 * Data sets of the Hugging Face hub that the commands of a document evaluate on: `--eval_dataset_name "org/name"`, and
 * several joined by `+` as Transformers' example scripts write them. Names with an extension, or with more than one
 * slash, are files of one's own.
 */
export function evaluationSetsOfCommands(document: Document): { id: string; path: string; line: number }[] {
  return document.codeBlocks.flatMap((block) =>
    block.text.split("\n", MOST_LINES).flatMap((text, index) =>
      Array.from(text.slice(0, MAX_LINE).matchAll(OPTION), (match) => match[1] ?? "")
        .flatMap((value) => value.split("+", 20))
        .filter((id) => HUB_ID.test(id) && !/\.(?:jsonl?|csv|tsv|txt|parquet|gz|bin|npy|yaml)$/i.test(id))
        .filter((id) => !/^(?:data|datas|datasets?|\.{1,2}|path|your\w{0,20}|my\w{0,20})\//i.test(id))
        .map((id) => ({ id, path: document.path, line: Math.min(block.lines[0] + index + 1, block.lines[1]) })),
    ),
  );
}
