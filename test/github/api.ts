/** Answers the requests of the App: log, faults, authentication, validation, then REST or GraphQL. */
import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { type AppIdentity, type Authentication, type Authority, forbidden } from "./auth.ts";
import { LimitExceeded } from "./checks.ts";
import type { Deliveries } from "./deliveries.ts";
import type { Fault, FaultKind, Faults } from "./faults.ts";
import { executeGraphQL, type GraphQLRequest, rootFields } from "./graphql/execute.ts";
import { requestProblems, responseProblems } from "./openapi/validator.ts";
import type { RateLimits } from "./rate-limit.ts";
import { type Answer, permits } from "./rest/route.ts";
import { findRoute } from "./rest/router.ts";
import type { Shapes } from "./rest/shapes.ts";
import type { Violation } from "./violations.ts";
import { notFound, Refusal, type World } from "./world.ts";

export interface LoggedRequest {
  readonly method: string;
  /** Without `/api/v3` in front and without the query. */
  readonly path: string;
  readonly query: string;
  readonly kind: "rest" | "graphql";
  /** The operation's template, or `query` and `mutation` with the fields at the root: `mutation createCheckRun addComment`. */
  readonly operation: string;
  /** Id of the installation that asked; undefined for the App itself and for strangers. */
  installation: number | undefined;
  /** 0 until it is answered, and where the connection was destroyed. */
  status: number;
  readonly body: unknown;
}

interface Parts {
  readonly app: AppIdentity;
  readonly world: World;
  readonly shapes: Shapes;
  readonly authentication: Authentication;
  readonly deliveries: Deliveries;
  readonly faults: Faults;
  readonly limits: RateLimits;
}

interface ApiCall {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly path: string;
  readonly method: string;
  readonly body: unknown;
  readonly faults: readonly Fault[];
  readonly graphql: boolean;
  readonly logged: LoggedRequest;
}

const DOCUMENTATION = "https://docs.github.com/rest";

export class Api {
  readonly requests: LoggedRequest[] = [];
  readonly violations: Violation[] = [];
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async answer(request: IncomingMessage, url: URL, bytes: Buffer, response: ServerResponse): Promise<void> {
    const method = request.method ?? "GET";
    const graphql = url.pathname === "/api/graphql";
    const path = url.pathname.replace(/^\/api\/v3/, "");
    const body = parseBody(bytes);
    const fields = graphql ? rootFields(graphqlRequest(body)) : undefined;
    const route = graphql ? undefined : findRoute(method, path);
    const mutation = fields !== undefined && /^\s*(?:#[^\n]*\n\s*)*mutation\b/.test(graphqlRequest(body).query);
    const logged: LoggedRequest = {
      method,
      path,
      query: url.search,
      kind: graphql ? "graphql" : "rest",
      operation: fields
        ? [mutation ? "mutation" : "query", ...fields].join(" ")
        : (route?.route.operation ?? `${method} ${path}`),
      installation: undefined,
      status: 0,
      body,
    };
    this.requests.push(logged);
    const faults = this.#parts.faults.take({ method, path, fields });
    for (const slow of faults.filter(({ kind }) => kind === "slow")) await delay(slow.milliseconds ?? 1000);
    if (faults.some(({ kind }) => kind === "reset")) {
      request.socket.destroy();
      return;
    }
    const answer =
      faultAnswer(faults, graphql) ??
      (await this.#serve({ request, url, path, method, body, faults, graphql, logged }).catch((error: unknown) =>
        this.#refuse(error, logged),
      ));
    if (faults.some(({ kind }) => kind === "reset-after")) {
      request.socket.destroy();
      return;
    }
    const final = faults.some(({ kind }) => kind === "bad-gateway-after") ? BAD_GATEWAY : answer;
    this.#send(request, response, final, graphql, logged);
  }

  async #serve(call: ApiCall): Promise<Answer> {
    const { faults, logged, request } = call;
    const authority = this.#parts.authentication.authorityOf(request.headers.authorization);
    if (authority.kind === "installation") logged.installation = authority.installation.id;
    if (call.body === MALFORMED)
      return { status: 400, body: { message: "Problems parsing JSON", documentation_url: DOCUMENTATION } };
    return call.graphql
      ? this.#graphql(call.method, call.body, authority, faults, logged)
      : this.#rest(call, authority);
  }

  async #graphql(
    method: string,
    body: unknown,
    authority: Authority,
    faults: readonly Fault[],
    logged: LoggedRequest,
  ): Promise<Answer> {
    if (method !== "POST") throw notFound();
    const { limits, shapes, world } = this.#parts;
    const cutBlobs = faults.some(({ kind }) => kind === "truncated-blob");
    const lacking = (problem: string): void => this.#record({ kind: "permission", where: logged.operation, problem });
    const sight = { world, shapes, authority, limits, cutBlobs, lacking };
    return executeGraphQL(graphqlRequest(body), sight, [...faults], (violation) => this.#record(violation));
  }

  async #rest(call: ApiCall, authority: Authority): Promise<Answer> {
    const { body, faults, logged, method, request, url } = call;
    const moved = this.#movedTo(call);
    if (moved !== undefined) return moved;
    const path = this.#byName(call.path);
    const found = findRoute(method, path);
    if (found === undefined) {
      this.#record({
        kind: "request",
        where: `${method} ${path}`,
        problem: "the local GitHub does not serve this operation",
      });
      throw notFound();
    }
    const { params, route } = found;
    const problems = requestProblems(route.operation, { params, query: url.searchParams, body });
    if (problems.length > 0) {
      for (const problem of problems) this.#record({ kind: "request", where: route.operation, problem });
      const errors = problems.map((message) => ({ resource: route.operation, code: "invalid", message }));
      return { status: 422, body: { message: "Invalid request.", errors, documentation_url: DOCUMENTATION } };
    }
    if (route.caller !== "any" && route.caller !== authority.kind) {
      if (route.caller === "app") throw new Refusal(401, "UNAUTHORIZED", "A JSON web token could not be decoded");
      throw forbidden();
    }
    if (!permits(route, authority)) {
      const problem = `${route.permissions?.join(" or ")}: ${route.level ?? "read"} is not in the manifest`;
      this.#record({ kind: "permission", where: route.operation, problem });
      throw forbidden();
    }
    const { authentication, deliveries, shapes, world } = this.#parts;
    const accept = request.headers.accept ?? "";
    const kinds: FaultKind[] = faults.map(({ kind }) => kind);
    const address = `${url.origin}${url.pathname}`;
    const answer = await route.handle({
      ...{ accept, authentication, authority, body, deliveries, params, shapes, world },
      faults: kinds,
      query: url.searchParams,
      url: address,
    });
    if (answer.raw === undefined) {
      for (const problem of responseProblems(logged.operation, answer.status, answer.body)) {
        this.#record({ kind: "response", where: `${logged.operation} ${answer.status}`, problem });
      }
    }
    return answer;
  }

  /** A repository that was renamed answers under its number (REST docs, "Best practices", follow redirects). */
  #movedTo({ path, method, url }: ApiCall): Answer | undefined {
    const [, owner = "", name = "", rest = ""] = /^\/repos\/([^/]+)\/([^/]+)(.*)$/.exec(path) ?? [];
    const { world } = this.#parts;
    const repository = world.repository(owner, name) === undefined ? world.movedFrom(owner, name) : undefined;
    if (repository === undefined) return undefined;
    const location = `${url.origin}/api/v3/repositories/${repository.id}${rest}${url.search}`;
    const message = method === "GET" ? "Moved Permanently" : "Temporary Redirect";
    const body = { message, url: location, documentation_url: DOCUMENTATION };
    return { status: method === "GET" ? 301 : 307, headers: { location }, body };
  }

  #byName(path: string): string {
    const [, id, rest = ""] = /^\/repositories\/(\d+)(.*)$/.exec(path) ?? [];
    const repository = id === undefined ? undefined : this.#parts.world.repositoryById(Number(id));
    return repository === undefined ? path : `/repos/${repository.fullName}${rest}`;
  }

  #refuse(error: unknown, logged: LoggedRequest): Answer {
    if (!(error instanceof Refusal)) throw error;
    if (error instanceof LimitExceeded)
      this.#record({ kind: "limit", where: logged.operation, problem: error.message });
    const errors =
      error.status === 422 ? { errors: [{ resource: "Request", code: "custom", message: error.message }] } : {};
    const message = error.status === 422 ? "Validation Failed" : error.message;
    return {
      status: error.status,
      body: { message, ...errors, documentation_url: DOCUMENTATION, status: String(error.status) },
    };
  }

  #record(violation: Violation): void {
    this.violations.push(violation);
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    answer: Answer,
    graphql: boolean,
    logged: LoggedRequest,
  ): void {
    const { limits } = this.#parts;
    const resource = graphql ? "graphql" : "core";
    limits.spend(resource);
    const bytes =
      answer.raw ?? (answer.body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(answer.body)));
    const etag = `W/"${createHash("sha256").update(bytes).digest("hex")}"`;
    const unchanged = answer.status === 200 && request.method === "GET" && request.headers["if-none-match"] === etag;
    const status = unchanged ? 304 : answer.status;
    logged.status = status;
    response.writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "x-github-media-type": "github.v3; format=json",
      "x-github-request-id": randomUUID(),
      "x-ratelimit-limit": String(limits.limit),
      "x-ratelimit-remaining": String(limits.remaining(resource)),
      "x-ratelimit-used": String(limits.used(resource)),
      "x-ratelimit-reset": String(limits.reset),
      "x-ratelimit-resource": resource,
      ...(request.method === "GET" && answer.status === 200 ? { etag } : {}),
      ...answer.headers,
    });
    response.end(unchanged || status === 204 ? undefined : bytes);
  }
}

const BAD_GATEWAY: Answer = { status: 502, body: { message: "Server Error" } };

function faultAnswer(faults: readonly Fault[], graphql: boolean): Answer | undefined {
  for (const { kind, match, retryAfter = 1 } of faults) {
    const headers = { "retry-after": String(retryAfter) };
    switch (kind) {
      case "secondary-limit": {
        const message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
        const documentation_url = `${DOCUMENTATION}/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits`;
        return { status: 403, headers, body: { message, documentation_url } };
      }
      case "rate-limited":
        return {
          status: 429,
          headers: { ...headers, ...exhausted(retryAfter) },
          body: { message: "API rate limit exceeded for installation.", documentation_url: DOCUMENTATION },
        };
      case "graphql-rate-limited":
        return {
          status: 200,
          headers: exhausted(retryAfter),
          body: { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded for installation." }] },
        };
      case "bad-gateway-before":
        return BAD_GATEWAY;
      case "unauthorized":
        return { status: 401, body: { message: "Bad credentials", documentation_url: DOCUMENTATION } };
      case "not-found":
        // With a GraphQL field, that field alone is not found.
        if (!graphql || match.graphql === undefined) {
          return { status: 404, body: { message: "Not Found", documentation_url: DOCUMENTATION } };
        }
        break;
      default:
        break;
    }
  }
  return undefined;
}

const exhausted = (seconds: number): Record<string, string> => ({
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + seconds),
});

const MALFORMED = Symbol("a body that is not JSON");

function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return MALFORMED;
  }
}

function graphqlRequest(body: unknown): GraphQLRequest {
  const { operationName, query, variables } = (
    typeof body === "object" && body !== null ? body : {}
  ) as Partial<GraphQLRequest>;
  return {
    query: typeof query === "string" ? query : "",
    variables: variables ?? null,
    operationName: operationName ?? null,
  };
}
