/**
 * `npm run demo`: the whole App on this machine, without GitHub and without the internet. A local GitHub serves a model
 * repository; the real App, a process of its own, answers a push, a pull request and a `/openness` comment.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { type LocalGitHub, startGitHub } from "../github/server.ts";
import type { CheckRun, Comment, Repository } from "../github/world.ts";
import { type AppProcess, isModelRepository, startAppProcess } from "./app-process.ts";
import { bundledMaterial, localMaterial, type Material, MaterialError } from "./material.ts";
import { bold, dim, green, type Look, plain, red, renderMarkdown, yellow } from "./terminal.ts";

const HELP = `Usage: npm run demo -- [--once] [--repo PATH] [--port N]

Shows Openness at work on this machine: a local GitHub, the real App, a push, a pull request and a /openness comment.

Options
  --once       end after the last answer instead of keeping the pages open
  --repo PATH  audit this git repository (its HEAD; nothing in it is changed) instead of the bundled model
  --port N     port of the pages (default: any free one)
  --help       this text

LOG_LEVEL=debug shows the App's log. Exit code: 0; 1 when something did not appear in time; 2 on bad usage.
`;

/** Milliseconds that one answer may take: a large repository on a busy machine. */
const PATIENCE = 120_000;
const look: Look = {
  colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  width: Math.min(process.stdout.columns ?? 100, 110),
};
const say = (text = ""): void => void process.stdout.write(`${text}\n`);

interface Options {
  readonly once: boolean;
  readonly repo: string | undefined;
  readonly port: number;
}

function readOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      once: { type: "boolean", default: false },
      repo: { type: "string" },
      port: { type: "string", default: "0" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw new TypeError(`--port takes a number, not ${values.port}`);
  return { once: values.once, repo: values.repo, port: Number(values.port) };
}

/** Everything that has to be gone when the demo ends, however it ends. */
class Cleanup {
  readonly signal: AbortSignal;
  readonly #stopping = new AbortController();
  readonly folders: string[] = [];
  app: AppProcess | undefined;
  github: LocalGitHub | undefined;

  constructor() {
    this.signal = this.#stopping.signal;
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(name, () => {
        if (this.signal.aborted) process.exit(130);
        this.#stopping.abort(new Stopped());
      });
    }
    // Nobody reads any more: `npm run demo | head`.
    process.stdout.on("error", () => process.exit(1));
    // The last resort, for an exit that skipped `run`.
    process.on("exit", () => {
      this.app?.kill();
      for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
    });
  }

  async run(): Promise<void> {
    await this.app?.stop();
    await this.github?.close();
    for (const folder of this.folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}

class Stopped extends Error {}

const COLOURS: Readonly<Record<string, typeof green>> = { success: green, failure: red, neutral: yellow };

function showRun(github: LocalGitHub, run: CheckRun): void {
  const conclusion = run.conclusion ?? run.status;
  say(
    `  ${bold(run.name, look)}  ${(COLOURS[conclusion] ?? dim)(conclusion, look)}  ${bold(plain(run.output.title ?? ""), look)}`,
  );
  say(renderMarkdown(run.output.summary ?? "", look));
  const { length } = run.annotations;
  if (length > 0) say(dim(`\n  ${length} annotation${length === 1 ? "" : "s"} on files`, look));
  say(dim(`  ${github.url}/${run.repository.fullName}/commit/${run.headSha}`, look));
}

function showComment(github: LocalGitHub, comment: Comment): void {
  const { issue } = comment;
  say(`  ${bold(comment.author.login, look)} wrote on #${issue.number}:`);
  say(renderMarkdown(comment.body, look));
  say(dim(`  ${github.url}/${issue.repository.fullName}/pull/${issue.number}`, look));
}

interface Scene {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  readonly material: Material;
  readonly holdsModel: boolean;
  readonly signal: AbortSignal;
}

const step = (number: number, text: string): void => say(`\n${bold(`${number}. ${text}`, look)}\n`);

async function deliver({ github }: Scene, event: string, payload: object): Promise<void> {
  const delivery = await github.deliver(event, payload);
  if (delivery.status_code < 200 || delivery.status_code > 299) {
    throw new Error(
      `the App answered the ${event} delivery with ${delivery.status_code || delivery.status}: ${delivery.answer}`,
    );
  }
}

const runOn = (scene: Scene, commit: string, what: string): Promise<CheckRun> =>
  scene.github.until(
    () => scene.github.checkRuns.findLast((run) => run.headSha === commit && run.status === "completed"),
    { what, within: PATIENCE, signal: scene.signal },
  );

async function push(scene: Scene): Promise<void> {
  const { github, holdsModel, material, repository } = scene;
  step(1, `A push to ${material.branch} of ${repository.fullName}`);
  await deliver(scene, "push", await github.payloads.push(repository, { sender: "maintainer" }));
  if (holdsModel) return showRun(github, await runOn(scene, material.head, "the check run of the push"));
  say("  The repository does not hold a model, so the App leaves it alone: no check run.");
}

async function pullRequest(scene: Scene): Promise<number> {
  const { github, holdsModel, material, repository, signal } = scene;
  const { dataCard, git } = material;
  step(2, `A pull request that adds ${dataCard.path}`);
  const branch = "add-data-card";
  const head = await git.commit(
    { [dataCard.path]: dataCard.text },
    { branch, from: material.head, message: "Add a data card" },
  );
  github.updateRef(repository, branch, head);
  const ref = `refs/heads/${branch}`;
  await deliver(
    scene,
    "push",
    await github.payloads.push(repository, { ref, before: "0".repeat(40), sender: "maintainer" }),
  );
  const pull = github.openPullRequest({
    repository,
    base: material.branch,
    head: branch,
    title: "Add a data card",
    body: "Says what the model was trained on.",
    author: "maintainer",
    authorAssociation: "MEMBER",
  });
  await deliver(scene, "pull_request", github.payloads.pullRequest("opened", pull));
  if (!holdsModel) {
    say("  No model, no comment.");
    return pull.number;
  }
  showRun(github, await runOn(scene, head, "the check run of the pull request"));
  say();
  const comment = await github.until(() => github.appComments.find((one) => one.issue === pull), {
    what: "the comment on the pull request",
    within: PATIENCE,
    signal,
  });
  showComment(github, comment);
  return pull.number;
}

const commentOn = (github: LocalGitHub, number: number): Comment | undefined =>
  github.appComments.findLast((one) => one.issue.number === number);

async function command(scene: Scene, number: number): Promise<void> {
  const { github, repository, signal } = scene;
  step(3, "A maintainer comments /openness");
  const earlier = commentOn(github, number)?.body;
  const asked = github.comment({
    repository,
    number,
    login: "maintainer",
    authorAssociation: "MEMBER",
    body: "/openness",
  });
  await deliver(scene, "issue_comment", github.payloads.issueComment(asked));
  const reaction = await github.until(() => asked.reactions.find(({ content }) => content === "+1"), {
    what: "the answer to /openness",
    within: PATIENCE,
    signal,
  });
  const answer = commentOn(github, number);
  say(`  ${bold(reaction.user.login, look)} reacted with ${reaction.content}.`);
  if (answer !== undefined && answer.body !== earlier) showComment(github, answer);
  else say("  The comment above is up to date, so nobody is notified a second time.");
}

function sum({ github }: Scene): void {
  const rest = github.requests.filter(({ kind }) => kind === "rest").length;
  say(`\n${bold("In sum", look)}\n`);
  say(`  ${github.deliveries.length} deliveries, ${rest} REST and ${github.requests.length - rest} GraphQL requests,`);
  say(`  ${github.violations.length} of which GitHub's own description of its API would have refused.`);
  for (const { kind, problem, where } of github.violations) say(red(`  ${kind}: ${where}: ${problem}`, look));
}

async function play(options: Options, cleanup: Cleanup): Promise<void> {
  const { signal } = cleanup;
  const material = options.repo === undefined ? await bundledMaterial() : await localMaterial(options.repo);
  cleanup.folders.push(material.git.directory);
  const manifest = parse(readFileSync(join(import.meta.dirname, "../../app.yml"), "utf8")) as {
    default_permissions: Record<string, string>;
    default_events: string[];
  };
  const github = await startGitHub({
    port: options.port,
    permissions: manifest.default_permissions,
    events: manifest.default_events,
  });
  cleanup.github = github;
  const repository = await github.addRepository({
    owner: material.owner,
    name: material.name,
    gitDir: material.git.directory,
    defaultBranch: material.branch,
  });
  github.setPermission(repository, "maintainer", "admin");
  say(`A local GitHub with ${bold(repository.fullName, look)}: ${bold(github.url, look)}`);
  const directory = mkdtempSync(join(tmpdir(), "openness-demo-"));
  cleanup.folders.push(directory);
  const [app, holdsModel] = await Promise.all([
    startAppProcess(github.environment, directory, (started) => {
      cleanup.app = started;
    }),
    options.repo === undefined ? true : isModelRepository(material.git.directory, material.head, signal),
  ]);
  signal.throwIfAborted();
  say(`The App, process ${app.pid}: ${app.url}`);
  say(`Its database is in ${directory}, a folder that is removed at the end.`);
  github.setWebhook(`${app.url}/api/github/webhooks`);

  const scene: Scene = { github, repository, material, holdsModel, signal };
  await push(scene);
  const number = await pullRequest(scene);
  await command(scene, number);
  sum(scene);
  if (options.once) return;
  say(
    `\nThe pages stay open at ${bold(`${github.url}/${repository.fullName}/pull/${number}`, look)}. End with Ctrl-C.`,
  );
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

async function main(): Promise<number> {
  let options: Options | undefined;
  try {
    options = readOptions();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
  if (options === undefined) {
    process.stdout.write(HELP);
    return 0;
  }
  const cleanup = new Cleanup();
  try {
    await play(options, cleanup);
    return 0;
  } catch (error) {
    if (cleanup.signal.aborted) return 130;
    process.stderr.write(`\ndemo: ${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof MaterialError) return 2;
    const log = cleanup.app?.log() ?? "";
    if (log !== "") process.stderr.write(`\nThe App's last lines:\n${log}\n`);
    return 1;
  } finally {
    await cleanup.run();
  }
}

process.exitCode = await main();
