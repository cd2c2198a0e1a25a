/**
 * A client for one installation and one piece of work. Reads are repeated when GitHub stumbles; writes are sent exactly
 * once, because a write whose answer got lost may have been carried out. Rate limits are not slept out here: they go
 * back to the queue.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type Probot, ProbotOctokit } from "probot";
import { classify, NoAnswer } from "./errors.ts";
import { type LimitAnswer, limitFrom, limitOf, nextPage, type RateLimit } from "./limit.ts";
import { lackingIn, type PermissionName } from "./permissions.ts";

/** Requests made so far, by the limit that they count against. */
export interface Budget {
  rest: number;
  graphql: number;
}

/** An answer to a GraphQL document: fields that failed are null and explained in `errors`. */
export interface Answer<T> {
  readonly data: T | null;
  readonly errors: readonly GraphQLError[];
}

export interface GraphQLError {
  readonly message: string;
  readonly type?: string;
  readonly path?: readonly (string | number)[];
}

/** One page of a REST list. */
export interface Page<T> {
  readonly data: T;
  /** Parameters that ask for the next page; undefined after the last. */
  readonly next: Readonly<Record<string, string>> | undefined;
  readonly limit: RateLimit | undefined;
}

export interface GitHubClient {
  readonly installation: number;
  /** The App's own number, where it is known: what other Apps wrote is told apart by it. */
  readonly appId?: number | undefined;
  readonly budget: Readonly<Budget>;
  /** Permissions to write that the App asks for and its token does not have; none where that is not known. */
  lacking(): Promise<readonly PermissionName[]>;
  /** A REST read. @throws {NotReadable} {@link NoAnswer} {@link Refused} or a pause */
  get<T>(route: `GET ${string}`, parameters: Readonly<Record<string, unknown>>): Promise<T>;
  /** A REST read of a list that comes in pages. Throws what {@link get} throws. */
  page<T>(route: `GET ${string}`, parameters: Readonly<Record<string, unknown>>): Promise<Page<T>>;
  /** A REST write, sent once. @throws {NoAnswer} when it is unknown whether it was carried out */
  post(route: `POST ${string}`, parameters: Readonly<Record<string, unknown>>): Promise<void>;
  /** A GraphQL read. */
  query<T>(document: string, variables: Readonly<Record<string, unknown>>): Promise<Answer<T>>;
  /** A GraphQL write, sent once. @throws {NoAnswer} when it is unknown whether it was carried out */
  mutate<T>(document: string, variables: Readonly<Record<string, unknown>>): Promise<Answer<T>>;
}

export interface ClientOptions {
  readonly appId?: number | undefined;
  /** Milliseconds after which a request counts as unanswered. */
  readonly timeout?: number;
  /** Milliseconds between two writes of one installation, at least a second by GitHub's advice. */
  readonly writeInterval?: number;
  /** Milliseconds before each repetition of a read. */
  readonly readDelays?: readonly number[];
  /** Told of each request that was sent, with what its answer says is left of the limit. */
  readonly onRequest?: (kind: keyof Budget, limit: RateLimit | undefined) => void;
}

/**
 * Probot's own client repeats every request, writes too, and paces reads as if they were writes. Both are done here
 * instead, where the difference is known.
 */
export const PlainOctokit = ProbotOctokit.defaults((options: Record<string, unknown>) => ({
  ...options,
  throttle: { ...(options.throttle as object | undefined), enabled: false },
  retry: { enabled: false },
}));

/** GitHub ends a request after ten seconds, so that twenty without an answer mean that it will not be carried out later. */
const DEFAULTS: Required<Omit<ClientOptions, "appId">> = {
  timeout: 20_000,
  writeInterval: 1_000,
  readDelays: [300, 1_500],
  onRequest: () => {},
};

/** A token is good for an hour (REST docs, "Create an installation access token for an app"); it is not used up to its end. */
const TOKEN_MILLISECONDS = 55 * 60_000;

/** Opens clients for installations, each with its own budget. */
export class Clients {
  readonly #app: Pick<Probot, "auth">;
  readonly #options: ClientOptions;
  readonly #nextWrite = new Map<number, number>();
  readonly #renewed = new Map<number, Renewed>();

  constructor(app: Pick<Probot, "auth">, options: ClientOptions = {}) {
    this.#app = app;
    this.#options = { ...DEFAULTS, ...options };
  }

  /**
   * A client for an installation; its token is fetched when first needed and shared for an hour.
   * @param isFresh with a new token: one keeps the permissions that it was made with, whatever is accepted meanwhile
   */
  async for(installation: number, { isFresh = false } = {}): Promise<GitHubClient> {
    const renewed = this.#renewed.get(installation);
    const isGood = renewed !== undefined && renewed.until > Date.now();
    if (!isGood) this.#renewed.delete(installation);
    const own = isFresh ? await this.#renew(installation) : isGood ? renewed : undefined;
    const octokit = own?.octokit ?? (await this.#app.auth(installation));
    return clientOf(octokit, installation, this.#options, () => this.#pace(installation), own?.permissions);
  }

  /** The library that keeps the tokens knows no way to drop one, so that a new one is kept here in its place. */
  async #renew(installation: number): Promise<Renewed> {
    const app = await this.#app.auth();
    const route = "POST /app/installations/{installation_id}/access_tokens";
    const answer = await app
      .request(route, { installation_id: installation })
      .catch((error: unknown) => Promise.reject(classify(error, route)));
    const { baseUrl } = app.request.endpoint.DEFAULTS;
    const octokit = new PlainOctokit({ auth: { token: answer.data.token }, baseUrl });
    const renewed = { octokit, permissions: answer.data.permissions, until: Date.now() + TOKEN_MILLISECONDS };
    this.#renewed.set(installation, renewed);
    return renewed;
  }

  async #pace(installation: number): Promise<void> {
    const now = Date.now();
    const turn = Math.max(now, this.#nextWrite.get(installation) ?? 0);
    this.#nextWrite.set(installation, turn + (this.#options.writeInterval ?? DEFAULTS.writeInterval));
    if (turn > now) await sleep(turn - now);
  }
}

/** The part of Octokit that a client needs. */
export type Requester = Pick<ProbotOctokit, "request" | "graphql" | "auth">;

interface Renewed {
  readonly octokit: Requester;
  /** What the token was made with: an Octokit that was given a token does not know. */
  readonly permissions: unknown;
  /** When it is used no more, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * A client over any Octokit that neither repeats nor paces by itself.
 * @param installation 0 where there is none
 * @param pace awaited before each write
 * @param permissions of the token; without them, the Octokit is asked for those of the token that it keeps
 */
export function clientOf(
  octokit: Requester,
  installation: number,
  options: ClientOptions = {},
  pace = async () => {},
  permissions?: unknown,
): GitHubClient {
  const { timeout, readDelays, onRequest } = { ...DEFAULTS, ...options };
  const budget: Budget = { rest: 0, graphql: 0 };
  const send = async <T>(
    what: string,
    count: keyof Budget,
    request: (signal: AbortSignal, tell: (limit: RateLimit | undefined) => void) => Promise<T>,
  ): Promise<T> => {
    budget[count]++;
    let limit: RateLimit | undefined;
    try {
      return await request(AbortSignal.timeout(timeout), (told) => {
        limit = told;
      });
    } catch (error) {
      throw classify(error, what);
    } finally {
      onRequest(count, limit);
    }
  };
  const repeat = async <T>(request: () => Promise<T>): Promise<T> => {
    for (const delay of readDelays) {
      try {
        return await request();
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        await sleep(delay);
      }
    }
    return await request();
  };
  const graphql = <T>(what: string, document: string, variables: Readonly<Record<string, unknown>>) =>
    send(what, "graphql", async (signal, tell): Promise<Answer<T>> => {
      try {
        const data = await octokit.graphql<T>(document, { ...variables, request: { signal } });
        tell(limitFrom((data as { rateLimit?: LimitAnswer | null } | null)?.rateLimit));
        return { data, errors: [] };
      } catch (error) {
        return partialAnswer<T>(error);
      }
    });
  const page = <T>(route: string, parameters: Readonly<Record<string, unknown>>) =>
    repeat(() =>
      send(route, "rest", async (signal, tell): Promise<Page<T>> => {
        const { data, headers } = await octokit.request(route, { ...parameters, request: { signal } });
        const limit = limitOf(headers);
        tell(limit);
        return { data: data as T, next: nextPage(headers.link), limit };
      }),
    );
  return {
    installation,
    appId: options.appId,
    budget,
    lacking: async () => lackingIn(permissions ?? (installation === 0 ? undefined : await grantedTo(octokit))),
    get: async <T>(route: string, parameters: Readonly<Record<string, unknown>>) =>
      (await page<T>(route, parameters)).data,
    page,
    post: async (route, parameters) => {
      await pace();
      await send(route, "rest", (signal) => octokit.request(route, { ...parameters, request: { signal } }));
    },
    query: (document, variables) => repeat(() => graphql("GraphQL read", document, variables)),
    mutate: async (document, variables) => {
      await pace();
      return graphql("GraphQL write", document, variables);
    },
  };
}

/** What the token of an installation was granted; its token is fetched where there is none yet. */
async function grantedTo(octokit: Requester): Promise<unknown> {
  const authentication = (await octokit.auth({ type: "installation" }).catch(() => undefined)) as
    | { permissions?: unknown }
    | undefined;
  return authentication?.permissions;
}

/** GraphQL answers 200 with errors beside what did succeed; only an answer without any data is a failure. */
function partialAnswer<T>(error: unknown): Answer<T> {
  if (!(error instanceof Error) || error.name !== "GraphqlResponseError") throw error;
  const { data, errors } = error as Error & { data?: T | null; errors?: readonly GraphQLError[] };
  const list = errors ?? [];
  const hasData = data !== null && data !== undefined && Object.values(data).some((value) => value !== null);
  if (list.some(({ type }) => type === "RATE_LIMITED")) {
    error.message = `rate limit exceeded: ${error.message}`;
    throw error;
  }
  if (!hasData && list.every(({ path }) => path === undefined)) throw unexplained(list) ?? error;
  return { data: data ?? null, errors: list };
}

/** "Something went wrong while executing your query" is GitHub's way to say 500 in a 200. */
function unexplained(errors: readonly GraphQLError[]): NoAnswer | undefined {
  const found = errors.find(({ message }) => /something went wrong|timed? ?out|internal/i.test(message.slice(0, 500)));
  return found === undefined ? undefined : new NoAnswer(`GraphQL: ${found.message.slice(0, 200)}`);
}
