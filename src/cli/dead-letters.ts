/** Work that was given up: shown, done again, or thrown away. */
import type { DeadLetter, Queue } from "../queue/queue.ts";
import { type Job, mergeJobs } from "../worker/job.ts";
import { readArguments } from "./arguments.ts";
import { DATABASE_HELP, withDatabase } from "./database.ts";
import { type Command, UsageError } from "./usage.ts";

const SHOWN = 100;

export const deadLettersCommand: Command = {
  name: "dead-letters",
  summary: "work that was given up: show it, do it again, throw it away",
  help: `Usage: openness dead-letters
       openness dead-letters --retry [ID...]
       openness dead-letters --discard ID...

Work is given up when trying again cannot help, or after several attempts. It stays in a list with the reason until
somebody decides. Without options the list is printed, the latest first, at most ${SHOWN} lines. --retry has work done
again by a running server: that of the ids, or all of it. --discard throws the work of the ids away. An event that
GitHub delivers again is done again too.

${DATABASE_HELP}

Exit code: 0; 2 on bad usage, or when the database cannot be opened.
`,
  async run(args) {
    const { values, positionals } = readArguments("dead-letters", args, {
      retry: { type: "boolean", default: false },
      discard: { type: "boolean", default: false },
    });
    const ids = positionals.map(idOf);
    if (values.retry === true && values.discard === true) throw new UsageError("Choose one of --retry and --discard.");
    if (values.discard === true && ids.length === 0)
      throw new UsageError("--discard needs the ids of what is to be thrown away: `openness dead-letters` lists them.");
    if (values.retry !== true && values.discard !== true && ids.length > 0)
      throw new UsageError("Say what is to be done with these ids: --retry or --discard.");
    await withDatabase(async (database) => {
      const { DurableQueue } = await import("../queue/durable-queue.ts");
      const queue = await DurableQueue.open<Job>(database, { merge: mergeJobs, onGiveUp: () => {} });
      const text = await carryOut(queue, ids, values.retry === true, values.discard === true);
      await queue.drain(0);
      process.stdout.write(text);
    });
    return 0;
  },
};

async function carryOut(
  queue: Pick<Queue<Job>, "deadLetters" | "revive" | "discard">,
  ids: readonly number[],
  isRetry: boolean,
  isDiscard: boolean,
): Promise<string> {
  if (isRetry) return `${counted(await queue.revive(ids.length === 0 ? undefined : ids))} owed again.\n`;
  if (isDiscard) return `${counted(await queue.discard(ids))} thrown away.\n`;
  return deadLetterTable(await queue.deadLetters(SHOWN));
}

/** Two lines for each letter: what and when, and why. */
export function deadLetterTable(letters: readonly DeadLetter<Job>[]): string {
  if (letters.length === 0) return "Nothing was given up.\n";
  return letters
    .map(({ id, value, key, attempts, at, reason }) => {
      const { owner, name } = value.repository;
      const what = `${owner}/${name} ${key.slice(key.indexOf("/") + 1)}`;
      const when = `${at.toISOString().slice(0, 16).replace("T", " ")}Z`;
      return `${id}  ${when}  ${printable(what)}  after ${attempts} ${attempts === 1 ? "attempt" : "attempts"}\n    ${printable(reason).slice(0, 300)}\n`;
    })
    .join("");
}

const counted = (count: number): string => (count === 1 ? "One piece of work is" : `${count} pieces of work are`);

/** Branches and reasons may hold anything, and a terminal obeys control characters. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");

function idOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text))
    throw new UsageError(`"${text}" is no id of a dead letter: \`openness dead-letters\` lists them.`);
  return Number(text);
}
