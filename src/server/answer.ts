/** How the server answers. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** Answers with a line of text. */
export function answer(response: ServerResponse, status: number, text: string): void {
  send(response, status, "text/plain; charset=utf-8", `${text}\n`);
}

/** Answers with JSON. */
export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, "application/json; charset=utf-8", `${JSON.stringify(value, null, 2)}\n`);
}

/** Answers once; a second answer is dropped. */
export function send(response: ServerResponse, status: number, type: string, text: string): void {
  if (response.headersSent) return;
  response
    .writeHead(status, { "content-type": type, "x-content-type-options": "nosniff", "cache-control": "no-store" })
    .end(text);
}

/** Answers without reading the rest, and closes, so that a large body is not waited for. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.setHeader("connection", "close");
  answer(response, status, text);
  response.once("finish", () => request.destroy());
}

const NOT_TAKEN = "the delivery could not be taken: deliver it again later";

/**
 * Keeps two answers of Probot's middleware from GitHub. After nine seconds it says 202 while nothing is safe yet: GitHub
 * would count that as delivered, so it becomes a 503, and the delivery is sent again. And what went wrong here stays in
 * the log: its errors name hosts and files, and their length is counted in characters rather than bytes.
 */
export function withoutPromises(response: ServerResponse): ServerResponse {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  const end = response.end.bind(response);
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.writeHead = writeHead as ServerResponse["writeHead"];
    if (status !== 202 && status < 500) return writeHead(status, ...rest);
    response.end = (() => end(`${NOT_TAKEN}\n`)) as ServerResponse["end"];
    return writeHead(status === 202 ? 503 : status, { "content-type": "text/plain; charset=utf-8" });
  }) as ServerResponse["writeHead"];
  return response;
}
