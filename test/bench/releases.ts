/** Many model repositories of as many owners, the App in processes of its own, and when each check run appears. */
import { setTimeout as sleep } from "node:timers/promises";
import type { AppProcess, Role } from "../e2e/durable/app-process.ts";
import { freePort, startApp, statusOf } from "../e2e/durable/app-process.ts";
import { MODEL, manifest } from "../e2e/stage.ts";
import { scratchRepository } from "../github/scratch.ts";
import { type LocalGitHub, startGitHub } from "../github/server.ts";
import type { Repository } from "../github/world.ts";

export interface Releases {
  readonly github: LocalGitHub;
  /** Installs the App on all of them. */
  addRepositories(): Promise<readonly Repository[]>;
  /** Commits of every repository: the first, one that moves a file, and those that leave the tree as it is. */
  readonly commits: { readonly first: string; readonly moved: string; readonly same: readonly string[] };
  /** Moves `main` and delivers the push; resolves with the milliseconds from the delivery to its check run. */
  push(repository: Repository, commit: string): Promise<number>;
  close(): Promise<void>;
}

/** How long a check run may take to appear before the bench fails, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Private repositories, so that what is known of one helps no other, each with an installation of its own, since GitHub
 * wants writes for one installation to be a second apart.
 * @param count how many
 * @param sameTree how many commits leave the tree as it is
 */
export async function openReleases(count: number, sameTree = 0): Promise<Releases> {
  const { default_permissions: permissions, default_events: events } = manifest();
  const github = await startGitHub({ permissions, events });
  const git = await scratchRepository();
  const first = await git.commit(MODEL);
  const moved = await git.commit({ "config.json": null, "settings/config.json": MODEL["config.json"] ?? null });
  const same: string[] = [];
  for (let i = 0; i < sameTree; i += 1) same.push(await git.commit({}, { message: `Nothing new, ${i}` }));
  const like = await github.addRepository({
    owner: "templates",
    name: "model",
    gitDir: git.directory,
    installed: false,
  });
  const waiting = new Map<string, () => void>();
  const keyOf = ({ id }: Repository, commit: string) => `${id} ${commit}`;
  let seen = 0;
  github.world.on("change", () => {
    for (; seen < github.checkRuns.length; seen += 1) {
      const run = github.checkRuns[seen]!;
      waiting.get(keyOf(run.repository, run.headSha))?.();
    }
  });
  return {
    github,
    async addRepositories() {
      const repositories: Repository[] = [];
      for (let i = 0; i < count; i += 1) {
        const place = { owner: `lab-${i}`, name: `model-${i}`, private: true };
        repositories.push(await github.addRepository({ ...place, gitDir: git.directory, like }));
      }
      return repositories;
    },
    commits: { first, moved, same },
    async push(repository, commit) {
      const before = repository.refs.get("refs/heads/main") ?? first;
      github.updateRef(repository, "main", commit);
      const payload = await github.payloads.push(repository, { before });
      const appeared = new Promise<void>((done) => waiting.set(keyOf(repository, commit), done));
      const start = performance.now();
      const { status_code: status } = await github.deliver("push", payload);
      if (status !== 200) throw new Error(`a delivery was answered with ${status}`);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, failed) => {
        timer = setTimeout(() => failed(new Error(`no check run within ${PATIENCE / 1000} s`)), PATIENCE);
      });
      await Promise.race([appeared, late]);
      clearTimeout(timer);
      return performance.now() - start;
    },
    async close() {
      await github.close();
      await git.remove();
    },
  };
}

/** Milliseconds after the start in which upkeep begins, and asks for what is not measured here. */
const UPKEEP = 6_000;

/**
 * Runs something while the App runs in these roles; webhooks go to the first. The repositories are added once the upkeep
 * of the start is over: it would find installations that it knows nothing of, and audit their repositories on its own.
 */
export async function withApp<R>(
  { github, addRepositories }: Pick<Releases, "github" | "addRepositories">,
  roles: readonly Role[],
  environment: Readonly<Record<string, string>>,
  work: (repositories: readonly Repository[], processes: readonly AppProcess[]) => Promise<R>,
): Promise<R> {
  const ports = await Promise.all(roles.map(() => freePort()));
  const processes: AppProcess[] = [];
  try {
    // One after the other: the first makes the tables.
    for (const [i, role] of roles.entries()) {
      const app = startApp(role, {
        ...github.environment,
        ...environment,
        PORT: String(ports[i]),
        LOG_LEVEL: "info",
      });
      processes.push(app);
      await app.listening();
      const status = await statusOf(ports[i]!, "/readyz");
      if (status !== 200) throw new Error(`openness ${role} is not ready: ${status}\n${app.output().slice(-2_000)}`);
    }
    github.setWebhook(`http://127.0.0.1:${ports[0]}/api/github/webhooks`);
    await sleep(UPKEEP);
    return await work(await addRepositories(), processes);
  } finally {
    await Promise.all(processes.map((one) => one.end("SIGTERM")));
  }
}
