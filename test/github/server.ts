/**
 * A GitHub to run against without the internet: real HTTP, laid out like GitHub Enterprise (REST below `/api/v3`, GraphQL
 * at `/api/graphql`), over local git repositories.
 *
 *     const github = await startGitHub({ permissions: { checks: "write", contents: "read", pull_requests: "write" } });
 *     const repository = await github.addRepository({ owner: "lab", name: "model", gitDir: "/path/of/a/repository" });
 *     const app = spawn(process.execPath, ["src/server.ts"], { env: { ...process.env, ...github.environment, PORT: "4000" } });
 *     github.setWebhook("http://127.0.0.1:4000/api/github/webhooks");
 *     await github.deliver("push", await github.payloads.push(repository));
 *     const run = await github.until(() => github.checkRuns.find((one) => one.status === "completed"), { what: "a check run" });
 *     expect(github.violations).toEqual([]);
 *     await github.close();
 *
 * What the App asks is validated against GitHub's own OpenAPI description and GraphQL schema; what breaks them, or a
 * documented limit, lands in `violations`. `requests` is the log, `fault()` makes GitHub misbehave, `scratch.ts` makes
 * repositories to serve. References live in memory: the git directory is never written.
 */
import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Api, type LoggedRequest } from "./api.ts";
import { type AppIdentity, Authentication, type Permissions } from "./auth.ts";
import { Deliveries, type Delivery } from "./deliveries.ts";
import { type Fault, type FaultKind, Faults, type Storm } from "./faults.ts";
import { page } from "./pages/pages.ts";
import { Payloads } from "./payloads.ts";
import { RateLimits } from "./rate-limit.ts";
import { Shapes } from "./rest/shapes.ts";
import type { Violation } from "./violations.ts";
import {
  type CheckRun,
  type Comment,
  type CommentOptions,
  type Issue,
  type Permission,
  type Pull,
  type PullRequestOptions,
  type Repository,
  type RepositoryOptions,
  World,
} from "./world.ts";

export interface GitHubOptions {
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  readonly appId?: number;
  readonly slug?: string;
  readonly name?: string;
  /** PEM; default: a new pair. */
  readonly privateKey?: string;
  readonly webhookSecret?: string;
  /** `default_permissions` of the App's manifest; without them every permission is granted. */
  readonly permissions?: Permissions;
  readonly events?: readonly string[];
}

/** Bytes of a request body that GitHub reads. */
const BODY_CAP = 25 * 1024 * 1024;

export class LocalGitHub {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly app: AppIdentity;
  readonly payloads: Payloads;
  readonly world: World;
  readonly authentication: Authentication;
  readonly violations: Violation[];
  readonly limits = new RateLimits();
  readonly #server: Server;
  readonly #api: Api;
  readonly #faults: Faults;
  readonly #deliveries: Deliveries;

  /** Use `startGitHub`. */
  constructor(server: Server, options: GitHubOptions, privateKey: string) {
    const { address, port } = server.address() as AddressInfo;
    this.url = `http://${address}:${port}`;
    this.privateKey = privateKey;
    this.webhookSecret = options.webhookSecret ?? "a-secret-for-local-use";
    this.app = {
      id: options.appId ?? 4242,
      slug: options.slug ?? "openness",
      name: options.name ?? "Openness",
      permissions: options.permissions === undefined ? undefined : { metadata: "read", ...options.permissions },
      events: options.events ?? [],
    };
    this.#server = server;
    this.world = new World(this.app.slug);
    this.#faults = new Faults();
    this.#deliveries = new Deliveries(this.world);
    this.authentication = new Authentication(this.app, privateKey, this.world);
    const shapes = new Shapes(this.app, this.url);
    this.payloads = new Payloads(this.world, shapes);
    this.#api = new Api({
      app: this.app,
      world: this.world,
      shapes,
      authentication: this.authentication,
      deliveries: this.#deliveries,
      faults: this.#faults,
      limits: this.limits,
    });
    this.violations = this.#api.violations;
  }

  /** What the App's process needs in its environment to talk to this server. */
  get environment(): Record<"GHE_HOST" | "GHE_PROTOCOL" | "APP_ID" | "PRIVATE_KEY" | "WEBHOOK_SECRET", string> {
    return {
      GHE_HOST: new URL(this.url).host,
      GHE_PROTOCOL: "http",
      APP_ID: String(this.app.id),
      PRIVATE_KEY: this.privateKey,
      WEBHOOK_SECRET: this.webhookSecret,
    };
  }

  get checkRuns(): readonly CheckRun[] {
    return this.world.checkRuns;
  }

  get comments(): readonly Comment[] {
    return this.world.comments;
  }

  /** Comments that the App wrote. */
  get appComments(): readonly Comment[] {
    return this.world.comments.filter((comment) => comment.author === this.world.bot);
  }

  /** REST and GraphQL requests since the start or the last reset, oldest first. */
  get requests(): readonly LoggedRequest[] {
    return this.#api.requests;
  }

  get deliveries(): readonly Delivery[] {
    return this.#deliveries.log;
  }

  resetRequests(): void {
    this.#api.requests.length = 0;
  }

  addRepository(options: RepositoryOptions): Promise<Repository> {
    return this.world.addRepository(options);
  }

  /** Moves a branch or a full reference name, as a push does; undefined deletes it. Delivers nothing. */
  updateRef(repository: Repository, ref: string, sha: string | undefined): void {
    this.world.updateRef(repository, ref, sha);
  }

  openPullRequest(options: PullRequestOptions): Issue & { readonly pull: Pull } {
    return this.world.openPullRequest(options);
  }

  /** A user comments on a pull request or an issue. Delivers nothing. */
  comment(options: CommentOptions): Comment {
    const issue = options.repository.issues.get(options.number);
    if (issue === undefined) throw new Error(`${options.repository.fullName} has no issue ${options.number}`);
    const author = this.world.user(options.login ?? issue.author.login);
    const association = options.authorAssociation ?? issue.authorAssociation;
    return this.world.addComment(issue, author, options.body, association, options.kind);
  }

  setPermission(repository: Repository, login: string, permission: Permission): void {
    repository.collaborators.set(login, permission);
  }

  setWebhook(url: string): void {
    this.#deliveries.webhook = { url, secret: this.webhookSecret };
  }

  /** Posts a signed delivery to the App; answers with its outcome, whatever that is. */
  deliver(event: string, payload: object, options: { guid?: string } = {}): Promise<Delivery> {
    return this.#deliveries.deliver(event, payload, options);
  }

  /** Repeats a delivery with the same guid. */
  redeliver(delivery: Delivery): Promise<Delivery> {
    return this.#deliveries.redeliver(delivery);
  }

  fault(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** GitHub misbehaves at random, until `clearFaults`. */
  storm(storm: Storm): void {
    this.#faults.begin(storm);
  }

  /** How often storms hit, by kind. */
  get struck(): ReadonlyMap<FaultKind, number> {
    return this.#faults.struck;
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  /**
   * Waits until `look` gives something, looking again after every change of state and every request.
   * @throws {Error} naming `what` when it does not come within `within` milliseconds (default 10,000)
   */
  async until<T>(
    look: () => T | undefined | false,
    options: { what: string; within?: number; signal?: AbortSignal },
  ): Promise<T> {
    const within = options.within ?? 10_000;
    options.signal?.throwIfAborted();
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.world.off("change", attempt);
        options.signal?.removeEventListener("abort", aborted);
      };
      const attempt = (): void => {
        const found = look();
        if (found === undefined || found === false) return;
        stop();
        resolve(found);
      };
      const aborted = (): void => {
        stop();
        reject(
          options.signal?.reason instanceof Error
            ? options.signal.reason
            : new Error(`stopped waiting for ${options.what}`),
        );
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`${options.what} did not appear within ${within / 1000} s`));
      }, within);
      this.world.on("change", attempt);
      options.signal?.addEventListener("abort", aborted);
      attempt();
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.world.close();
  }

  /** @internal */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === undefined) {
      response.writeHead(413).end();
      return;
    }
    const url = new URL(request.url ?? "/", this.url);
    if (url.pathname.startsWith("/api/")) await this.#api.answer(request, url, body, response);
    else await page(this, request.method ?? "GET", url, response);
    this.world.emit("change");
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_CAP) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Starts the server and generates the App's keys where none are given. */
export async function startGitHub(options: GitHubOptions = {}): Promise<LocalGitHub> {
  const privateKey =
    options.privateKey ??
    generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    }).privateKey;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, options.host ?? "127.0.0.1", resolve);
  });
  const github = new LocalGitHub(server, options, privateKey);
  server.on("request", (request, response) => {
    github.answer(request, response).catch((error: unknown) => {
      // A defect of this server must not look like one of GitHub's own 5xx.
      if (!response.headersSent) response.writeHead(501, { "content-type": "application/json" });
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      github.violations.push({ kind: "response", where: `${request.method} ${request.url}`, problem: detail });
      response.end(JSON.stringify({ message: "The local GitHub failed", detail }));
    });
  });
  return github;
}
