/** How often people may ask on one pull request. */
import type { Logger } from "pino";
import type { Store } from "../store/store.ts";
import { type Command, isRun, type Job } from "./job.ts";

/** A pull request's audits on demand: one at a time, then some patience, and no more commands than this within the hour. */
export const SECONDS_BETWEEN = 30;
export const MOST_AN_HOUR = 10;
const HOUR = 3_600;

/** Whether a command is carried out now, or in how many seconds the same command would be. */
export type CommandTurn = { readonly isAllowed: true } | { readonly isAllowed: false; readonly retryAfter: number };

/**
 * Whether a pull request may be audited on demand again: 30 seconds after the last time, and at most ten times an hour.
 * GitHub lets an App create 80 things a minute and 500 an hour for one installation, shared with all its other work (docs,
 * "Rate limits for the REST API", secondary limits); a person who repeats the command must not use that up for others.
 * What is only answered need not wait for what went before: a person who reads the help goes on at once.
 * @param history when commands on this pull request were carried out, in any order; those that were refused do not count,
 *   so that asking too often never makes the wait longer
 */
export function mayRunAgain(history: readonly Date[], now: Date, between = SECONDS_BETWEEN): CommandTurn {
  const ages = history
    .map((time) => (now.getTime() - time.getTime()) / 1000)
    // A clock that was set back makes times that are still to come: they count as just now.
    .map((age) => Math.max(0, age))
    .filter((age) => age < HOUR)
    .toSorted((a, b) => a - b);
  const sinceLast = ages[0] ?? Number.POSITIVE_INFINITY;
  const sinceTenth = ages[MOST_AN_HOUR - 1] ?? Number.POSITIVE_INFINITY;
  const retryAfter = Math.ceil(Math.max(between - sinceLast, HOUR - sinceTenth));
  return retryAfter > 0 ? { isAllowed: false, retryAfter } : { isAllowed: true };
}

/** When a command counts from. One that was only answered counts within the hour, and makes no audit wait. */
export function countedAt(command: Command, now: Date): Date {
  return isRun(command) ? now : new Date(now.getTime() - SECONDS_BETWEEN * 1000);
}

/**
 * By what a command is known again, when the process that carried it out died before that was noted. Undefined for
 * buttons, which may be pressed again: each time counts.
 */
export function commandId({ commentId, position = 0, subjectKind }: Command): string | undefined {
  return subjectKind === "button" ? undefined : `${commentId} ${position}`;
}

/** The job, with the commands turned down that come too soon after others on their pull request. */
export async function withPatience(store: Pick<Store, "commands">, log: Pick<Logger, "info">, job: Job): Promise<Job> {
  if (!job.commands.some(({ isAllowed }) => isAllowed)) return job;
  const now = new Date();
  const commands = await Promise.all(
    job.commands.map(async (command) => {
      const history = await store.commands(job.repository.id, command.pullRequest, commandId(command));
      const turn = mayRunAgain(history, now, isRun(command) ? SECONDS_BETWEEN : 0);
      if (!command.isAllowed || turn.isAllowed) return command;
      const wait = turn.retryAfter;
      log.info({ pullRequest: command.pullRequest, reason: `too soon by ${wait} s` }, "command turned down");
      return { ...command, isAllowed: false, wait };
    }),
  );
  return { ...job, commands };
}
