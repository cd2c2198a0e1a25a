/** The HTTP side: webhooks into Probot's middleware within bounds, and what operators ask. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** GitHub sends no larger webhook (docs, "Webhook events and payloads"); a signature is only checked over a whole body. */
export const MAX_BODY_BYTES = 25 * 1024 * 1024;
const RECEIVE_TIMEOUT = 30_000;

export interface HttpParts {
  readonly webhookPath: string;
  /** Probot's middleware; reads `body` from the request. */
  readonly middleware: (request: IncomingMessage, response: ServerResponse) => Promise<unknown> | unknown;
  /** False while the server is stopping. */
  readonly isReady: () => boolean;
  readonly onError: (error: unknown) => void;
}

/** Makes the server; it does not listen yet. */
export function createHttp(parts: HttpParts): Server {
  const server = createServer((request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      parts.onError(error);
      answer(response, 500, "internal error");
    });
  });
  server.requestTimeout = RECEIVE_TIMEOUT;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 10_000;
  return server;
}

async function route(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?")[0];
  if (path === parts.webhookPath && request.method === "POST") return receive(parts, request, response);
  request.resume();
  if (path === parts.webhookPath) {
    response.setHeader("allow", "POST");
    return answer(response, 405, "webhooks are posted here");
  }
  if (request.method !== "GET" && request.method !== "HEAD") return answer(response, 404, "not found");
  if (path === "/healthz") return answer(response, 200, "ok");
  if (path === "/ping") return answer(response, 200, "PONG");
  if (path === "/readyz") return parts.isReady() ? answer(response, 200, "ready") : answer(response, 503, "stopping");
  return answer(response, 404, "not found");
}

/** Reads the body within its bound and hands it on. What is not signed at all is not even read. */
async function receive(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!parts.isReady()) return refuse(request, response, 503, "stopping: deliver again later");
  if (typeof request.headers["x-hub-signature-256"] !== "string") return refuse(request, response, 400, "no signature");
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES)
    return refuse(request, response, 413, "too large");
  const body = await readBody(request);
  if (body === "too large") return refuse(request, response, 413, "too large");
  if (body === "aborted") return void response.destroy();
  await parts.middleware(Object.assign(request, { body: body.toString("utf8") }), response);
}

/** Collects a body; stops reading at the bound, with the connection still open to say so. */
function readBody(request: IncomingMessage): Promise<Buffer | "too large" | "aborted"> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      request.removeAllListeners("data").pause();
      done("too large");
    });
    request.once("end", () => done(Buffer.concat(chunks)));
    request.once("error", () => done("aborted"));
    request.once("close", () => done("aborted"));
  });
}

/** Answers without reading the rest, and closes, so that a large body is not waited for. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.setHeader("connection", "close");
  answer(response, status, text);
  response.once("finish", () => request.destroy());
}

function answer(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}
