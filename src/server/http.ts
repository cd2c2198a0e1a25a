/** The HTTP side: webhooks into Probot's middleware within bounds, and what operators ask. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, answerJson, refuse, send, withoutPromises } from "./answer.ts";
import { bodyReader } from "./body.ts";
import type { Metrics } from "./metrics.ts";
import { metricsAccess } from "./metrics-access.ts";
import type { Readiness } from "./readiness.ts";
import type { MetricsSettings } from "./settings.ts";

export { MAX_BODY_BYTES } from "./body.ts";

type Middleware = (request: IncomingMessage, response: ServerResponse) => Promise<unknown> | unknown;

export interface HttpParts {
  readonly webhookPath: string;
  /** Probot's middleware; reads `body` from the request. Left out where webhooks are taken by another process. */
  readonly middleware?: Middleware;
  /** False until the server has all that it needs, and while it is stopping. */
  readonly isReady: () => boolean;
  /** What it is doing while it is not ready; stopping where left out. */
  readonly phase?: () => string;
  /** What `/readyz` tells; where left out, only whether the server is stopping. */
  readonly readiness?: () => Promise<Readiness>;
  /** What `/metrics` shows, and to whom; where left out, there is none. */
  readonly metrics?: MetricsPage;
  readonly onError: (error: unknown) => void;
  readonly limits?: Partial<HttpLimits>;
}

export interface MetricsPage extends MetricsSettings {
  readonly source: Pick<Metrics, "contentType" | "render" | "delivered">;
}

/** How much of the server one sender may take up. Milliseconds, bytes and numbers. */
export interface HttpLimits {
  /** Until the headers have to be there: against senders that dawdle over them. */
  readonly headers: number;
  /** Until the whole request has to be there. */
  readonly request: number;
  /** Between two requests of one connection. */
  readonly idle: number;
  /** Between two looks for connections that take too long. */
  readonly lookEvery: number;
  readonly headerBytes: number;
  readonly headerCount: number;
  readonly connections: number;
}

const LIMITS: HttpLimits = {
  headers: 10_000,
  request: 30_000,
  idle: 10_000,
  lookEvery: 2_000,
  headerBytes: 16 * 1024,
  headerCount: 100,
  connections: 2_000,
};

/** Makes the server; it does not listen yet. */
export function createHttp(parts: HttpParts): Server {
  const read = bodyReader();
  return serverOf(parts, (request, response) => route(parts, read, request, response));
}

/** Makes the server for metrics on a port of their own, or nothing where they have none. It does not listen yet. */
export function createMetricsHttp(parts: Pick<HttpParts, "metrics" | "onError" | "limits">): Server | undefined {
  const { metrics } = parts;
  if (metrics?.port === undefined) return undefined;
  return serverOf(parts, async (request, response) => {
    request.resume();
    if (pathOf(request) !== "/metrics" || !isRead(request)) return answer(response, 404, "not found");
    return showMetrics(metrics, true, request, response);
  });
}

function serverOf(
  { onError, limits }: Pick<HttpParts, "onError" | "limits">,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Server {
  const { headers, request, idle, lookEvery, headerBytes, headerCount, connections } = { ...LIMITS, ...limits };
  const options = {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: idle,
    connectionsCheckingInterval: lookEvery,
    maxHeaderSize: headerBytes,
  };
  const server = createServer(options, (incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      onError(error);
      answer(response, 500, "internal error");
    });
  });
  server.maxHeadersCount = headerCount;
  server.maxConnections = connections;
  return server;
}

type Read = ReturnType<typeof bodyReader>;

async function route(parts: HttpParts, read: Read, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  const { middleware, metrics } = parts;
  if (middleware !== undefined && path === parts.webhookPath && request.method === "POST")
    return receive({ ...parts, middleware }, read, request, response);
  request.resume();
  if (middleware !== undefined && path === parts.webhookPath) {
    response.setHeader("allow", "POST");
    return answer(response, 405, "webhooks are posted here");
  }
  if (!isRead(request)) return answer(response, 404, "not found");
  if (path === "/healthz") return answer(response, 200, "ok");
  if (path === "/ping") return answer(response, 200, "PONG");
  if (path === "/readyz") {
    const { ready, parts: looked } = await readinessOf(parts);
    return answerJson(response, ready ? 200 : 503, { ready, parts: looked });
  }
  if (path === "/metrics" && metrics !== undefined) return showMetrics(metrics, false, request, response);
  return answer(response, 404, "not found");
}

async function readinessOf({ isReady, readiness, phase = () => "stopping" }: HttpParts): Promise<Readiness> {
  if (isReady() && readiness !== undefined) return readiness();
  return { ready: isReady(), parts: { process: isReady() ? { ok: true } : { ok: false, problem: phase() } } };
}

async function showMetrics(
  page: MetricsPage,
  isOwnPort: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const access = metricsAccess(page, isOwnPort, request);
  if (access === "none") return answer(response, 404, "not found");
  if (access === "token needed") {
    response.setHeader("www-authenticate", 'Bearer realm="metrics"');
    return answer(response, 401, "a bearer token is needed");
  }
  send(response, 200, page.source.contentType, await page.source.render());
}

/** Reads the body within its bound and hands it on. What is not signed at all is not even read. */
async function receive(
  parts: HttpParts & { readonly middleware: Middleware },
  read: Read,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const event = String(request.headers["x-github-event"] ?? "");
  const tell = (result: "refused" | "failed"): void => parts.metrics?.source.delivered(event, result);
  const turnAway = (status: number, text: string): void => {
    tell(status < 500 ? "refused" : "failed");
    refuse(request, response, status, text);
  };
  if (!parts.isReady()) return turnAway(503, "stopping: deliver again later");
  if (typeof request.headers["x-hub-signature-256"] !== "string") return turnAway(400, "no signature");
  const body = await read(request);
  if (body === "too large") return turnAway(413, "too large");
  if (body === "too many") return turnAway(503, "too much at once: deliver again later");
  if (body === "aborted") return void response.destroy();
  try {
    await parts.middleware(Object.assign(request, { body: body.toString("utf8") }), withoutPromises(response));
  } catch (error) {
    tell("failed");
    throw error;
  }
  if (response.statusCode >= 400) tell(response.statusCode < 500 ? "refused" : "failed");
}

const pathOf = (request: IncomingMessage): string => (request.url ?? "/").split("?")[0] ?? "/";
const isRead = ({ method }: IncomingMessage): boolean => method === "GET" || method === "HEAD";
