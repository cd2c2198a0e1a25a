/** Kills the App again and again while it takes deliveries and works, and tells what came of it. */
import { setTimeout as sleep } from "node:timers/promises";
import { startGitHub } from "../../github/server.ts";
import { manifest } from "../stage.ts";
import { type AppProcess, freePort, type Owed, type Role, startApp, untilNothingIsOwed } from "./app-process.ts";
import { addLaboratories, deliverAll, type Sent } from "./laboratories.ts";

export interface KillRun {
  readonly repositories: number;
  readonly deliveries: number;
  readonly kills: number;
  /** `DATABASE_URL` or `DATA_DIR`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Processes that share the database, the one that takes webhooks first; default: one that does all. */
  readonly roles?: readonly Role[];
  /** Which of the roles is killed, and whether another one takes its place. */
  readonly victim?: { readonly role: number; readonly isReplaced: boolean };
  /** Milliseconds for what is left once all deliveries are accepted. */
  readonly patience?: number;
}

export interface Killed extends Sent {
  readonly kills: number;
  readonly seconds: number;
  readonly checkRuns: number;
  readonly comments: number;
  readonly owed: Owed;
  /** What is not as it has to be. */
  readonly problems: readonly string[];
  /** The ends of the processes' logs. */
  readonly log: string;
}

/**
 * Runs it once. Each kill comes at a moment when something has just taken effect on GitHub, every other one before the
 * App can have heard of it and the rest a few milliseconds later; kills are spread evenly over all that happens.
 */
export async function killRun(options: KillRun): Promise<Killed> {
  const { default_permissions: permissions, default_events: events } = manifest();
  const github = await startGitHub({ permissions, events });
  const laboratories = await addLaboratories(github, options.repositories);
  const roles = options.roles ?? ["serve"];
  const victim = options.victim ?? { role: 0, isReplaced: true };
  const ports = await Promise.all(roles.map(() => freePort()));
  const start = (n: number): AppProcess =>
    startApp(roles[n]!, { ...github.environment, ...options.environment, PORT: String(ports[n]) });
  const processes = roles.map((_, n) => start(n));
  let isOver = false;
  const sent: Sent = { accepted: 0, refused: 0 };
  const started = performance.now();
  try {
    await Promise.all(processes.map((one) => one.listening()));
    github.setWebhook(`http://127.0.0.1:${ports[0]}/api/github/webhooks`);
    const happenings = laboratories.happenings(options.deliveries);
    const progress = () => sent.accepted + github.checkRuns.length + github.appComments.length;
    // Every second happening or so leads to a check run; the last kills come while work is still owed.
    const all = options.deliveries * 1.5;
    const killing = (async () => {
      let kills = 0;
      for (; kills < options.kills && !isOver; kills++) {
        const mark = (all * (kills + 1)) / (options.kills + 1);
        const { length } = github.checkRuns;
        const due = () => isOver || (progress() >= mark && github.checkRuns.length > length);
        await github.until(due, { what: `kill number ${kills + 1}`, within: 120_000 });
        if (kills % 2 === 1) await sleep(Math.random() * 40);
        await processes[victim.role]!.end("SIGKILL");
        if (!victim.isReplaced) return kills + 1;
        processes[victim.role] = start(victim.role);
        await processes[victim.role]!.listening();
      }
      return kills;
    })();
    await Promise.all([deliverAll(github, happenings, sent), killing]);
    const kills = await killing;
    const owed = await untilNothingIsOwed(ports[0]!, options.patience ?? 60_000);
    return {
      ...sent,
      kills,
      seconds: (performance.now() - started) / 1000,
      checkRuns: github.checkRuns.length,
      comments: github.appComments.length,
      owed,
      problems: [
        ...laboratories.problems(),
        ...(owed.dead === 0 ? [] : [`${owed.dead} were given up`]),
        ...github.violations.map(({ where, problem }) => `${where}: ${problem}`),
      ],
      log: processes.map((one) => one.output()).join("\n"),
    };
  } finally {
    isOver = true;
    await Promise.all(processes.map((one) => one.end("SIGKILL")));
    await github.close();
    await laboratories.remove();
  }
}
