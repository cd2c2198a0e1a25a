import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { DatabaseError } from "../../src/database/database.ts";
import { createHttp, createMetricsHttp, type HttpParts, MAX_BODY_BYTES } from "../../src/server/http.ts";
import { createMetrics } from "../../src/server/metrics.ts";
import { createReadiness } from "../../src/server/readiness.ts";

const HOOKS = "/hooks";
const SIGNED = { "x-hub-signature-256": "sha256=x", "x-github-event": "push" };

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server whose middleware answers 200 with the length of the body, unless told otherwise. */
async function serve(parts: Partial<HttpParts> = {}): Promise<{ url: string; bodies: string[]; errors: unknown[] }> {
  const bodies: string[] = [];
  const errors: unknown[] = [];
  const middleware = (request: IncomingMessage, response: ServerResponse): void => {
    const { body } = request as IncomingMessage & { body: string };
    bodies.push(body);
    response.writeHead(200).end(String(body.length));
  };
  const onError = (error: unknown): void => void errors.push(error);
  const http = createHttp({ webhookPath: HOOKS, middleware, isReady: () => true, onError, ...parts });
  return { url: await listen(http), bodies, errors };
}

/** Says something over a bare connection and collects what comes back until it is closed. */
function talk(url: string, text: string): Promise<{ answer: string; milliseconds: number }> {
  const started = performance.now();
  return new Promise((done) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (data) => {
      answer += data;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => done({ answer, milliseconds: performance.now() - started }));
  });
}

describe("webhooks", () => {
  it("are not read where they are not signed at all", async () => {
    const { url, bodies } = await serve();
    const { answer } = await talk(url, `POST ${HOOKS} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(bodies).toEqual([]);
  });

  it("are handed on whole, and refused at GitHub's own limit before they are kept", async () => {
    const { url, bodies } = await serve();
    const body = "ü".repeat(1000);
    expect((await fetch(`${url}${HOOKS}`, { method: "POST", headers: SIGNED, body })).status).toBe(200);
    expect(bodies).toEqual([body]);
    const head = `POST ${HOOKS} HTTP/1.1\r\nhost: x\r\nx-hub-signature-256: sha256=x\r\n`;
    const { answer } = await talk(url, `${head}content-length: ${MAX_BODY_BYTES + 1}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(bodies).toHaveLength(1);
  });

  it("are turned away while the server stops, for GitHub to send again", async () => {
    const { url, bodies } = await serve({ isReady: () => false });
    expect((await fetch(`${url}${HOOKS}`, { method: "POST", headers: SIGNED, body: "{}" })).status).toBe(503);
    expect(bodies).toEqual([]);
  });

  it("are never called delivered while that is only hoped", async () => {
    const middleware = (_: unknown, response: ServerResponse): unknown =>
      response.writeHead(202, { "content-length": "18" }).end("still processing\n");
    const { url } = await serve({ middleware });
    const answer = await fetch(`${url}${HOOKS}`, { method: "POST", headers: SIGNED, body: "{}" });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("deliver it again later");
  });

  it("that fail here do not tell the sender why", async () => {
    const message = '{"error":"Error: connect postgres://openness:hunter2@db é"}';
    const middleware = (_: unknown, response: ServerResponse): unknown =>
      response.writeHead(500, { "content-length": String(message.length) }).end(message);
    const { url } = await serve({ middleware });
    const answer = await fetch(`${url}${HOOKS}`, { method: "POST", headers: SIGNED, body: "{}" });
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe("the delivery could not be taken: deliver it again later\n");
  });

  it("that make the middleware throw are answered and logged", async () => {
    const middleware = () => Promise.reject(new Error("no"));
    const source = createMetrics();
    const { url, errors } = await serve({ middleware, metrics: { port: undefined, token: undefined, source } });
    const answer = await fetch(`${url}${HOOKS}`, { method: "POST", headers: SIGNED, body: "{}" });
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining("deliver it again later")]);
    expect(errors).toMatchObject([{ message: "no" }]);
    expect(await source.render()).toContain('openness_deliveries_total{event="push",result="failed"} 1');
  });

  it("are not taken by a process that leaves them to another", async () => {
    const { url } = await serve({ middleware: undefined });
    expect((await fetch(`${url}${HOOKS}`, { method: "POST", headers: SIGNED, body: "{}" })).status).toBe(404);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe("a connection", () => {
  const limits = { headers: 200, request: 400, lookEvery: 50 };

  it("that dawdles over its headers or its body is closed", async () => {
    const { url } = await serve({ limits });
    const slowHeaders = await talk(url, `POST ${HOOKS} HTTP/1.1\r\nhost: x\r\nx-a: `);
    expect(slowHeaders.answer).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
    const slowBody = await talk(
      url,
      `POST ${HOOKS} HTTP/1.1\r\nhost: x\r\nx-hub-signature-256: sha256=x\r\ncontent-length: 9\r\n\r\n{`,
    );
    expect(slowBody.answer).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
    for (const { milliseconds } of [slowHeaders, slowBody]) expect(milliseconds).toBeLessThan(5_000);
  });

  it("with more header than any webhook has is refused", async () => {
    const { url } = await serve();
    const { answer } = await talk(url, `GET /healthz HTTP/1.1\r\nhost: x\r\nx-a: ${"a".repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe("/healthz and /readyz", () => {
  it("tell each part by name, and not what is wrong with it", async () => {
    const failures: unknown[] = [];
    let isWell = true;
    const readiness = createReadiness({
      checks: {
        database: async () => {
          if (!isWell) throw new Error("postgres://openness:hunter2@db refused");
        },
        migrations: async () => undefined,
      },
      counts: async () => ({ waiting: 3, running: 1, dead: 0, lag: 1234.5 }),
      isDraining: () => false,
      onFailure: (part, error) => failures.push([part, String(error)]),
      keep: 0,
    });
    const { url } = await serve({ readiness });
    const well = await fetch(`${url}/readyz`);
    expect(well.status).toBe(200);
    expect(well.headers.get("content-type")).toContain("application/json");
    expect(await well.json()).toMatchObject({
      ready: true,
      parts: {
        database: { ok: true },
        migrations: { ok: true },
        // A long queue is no reason to turn webhooks away.
        queue: { ok: true, waiting: 3, lagSeconds: 1235, isLate: true },
        process: { ok: true },
      },
    });
    isWell = false;
    const ill = await fetch(`${url}/readyz`);
    const text = await ill.text();
    expect(ill.status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ ready: false, parts: { database: { ok: false, problem: "failed" } } });
    expect(text).not.toContain("hunter2");
    expect(failures).toEqual([["database", expect.stringContaining("refused")]]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("tell of a full disk what to do, and nothing of where it is", async () => {
    const full = new DatabaseError("the disk of /srv/secret is full", { isDiskFull: true });
    const readiness = createReadiness({ checks: { database: () => Promise.reject(full) }, isDraining: () => false });
    const answer = await fetch(`${(await serve({ readiness })).url}/readyz`);
    const text = await answer.text();
    expect([answer.status, JSON.parse(text)]).toMatchObject([
      503,
      { parts: { database: { ok: false, problem: "its disk is full: free some space" } } },
    ]);
    expect(text).not.toContain("secret");
  });

  it("answer while a part does not, and ask it once for many", async () => {
    let asked = 0;
    const readiness = createReadiness({
      checks: {
        database: () => {
          asked++;
          return new Promise(() => undefined);
        },
      },
      isDraining: () => false,
      timeout: 100,
    });
    const { url } = await serve({ readiness });
    const answers = await Promise.all([1, 2, 3].map(async () => (await fetch(`${url}/readyz`)).json()));
    for (const answer of answers)
      expect(answer).toMatchObject({ ready: false, parts: { database: { problem: "no answer in time" } } });
    expect(asked).toBe(1);
  });

  it("tell that the process is stopping, and that it still lives", async () => {
    const { url } = await serve({ isReady: () => false });
    const answer = await fetch(`${url}/readyz`);
    expect([answer.status, await answer.json()]).toMatchObject([503, { parts: { process: { problem: "stopping" } } }]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const draining = createReadiness({ checks: {}, isDraining: () => true });
    expect(await draining()).toMatchObject({ ready: false });
  });
});

describe("/metrics", () => {
  const source = createMetrics();
  const status = async (url: string, headers: Record<string, string> = {}) =>
    (await fetch(`${url}/metrics`, { headers })).status;

  it("are for this machine alone where nothing is said, and not through a proxy", async () => {
    const { url } = await serve({ metrics: { port: undefined, token: undefined, source } });
    const page = await fetch(`${url}/metrics`);
    expect(page.headers.get("content-type")).toContain("text/plain");
    expect(await page.text()).toContain("openness_deliveries_total");
    expect(await status(url, { "x-forwarded-for": "203.0.113.7" })).toBe(404);
    expect(await status((await serve()).url)).toBe(404);
  });

  it("are for whoever has the token where there is one", async () => {
    const { url } = await serve({ metrics: { port: undefined, token: "a token", source } });
    expect(await status(url)).toBe(401);
    expect(await status(url, { authorization: "Bearer a-token" })).toBe(401);
    const other = await serve({ metrics: { port: undefined, token: "t0ken", source } });
    expect(await status(other.url, { authorization: "Bearer t0ken", "x-forwarded-for": "203.0.113.7" })).toBe(200);
  });

  it("are on their own port only, where they have one", async () => {
    const metrics = { port: 0, token: undefined, source };
    const { url } = await serve({ metrics });
    expect(await status(url)).toBe(404);
    const own = await listen(createMetricsHttp({ metrics, onError: () => undefined })!);
    expect(await status(own, { "x-forwarded-for": "10.0.0.1" })).toBe(200);
    expect((await fetch(`${own}/readyz`)).status).toBe(404);
    expect((await fetch(`${own}${HOOKS}`, { method: "POST", body: "{}" })).status).toBe(404);
    expect(createMetricsHttp({ metrics: { ...metrics, port: undefined }, onError: () => undefined })).toBeUndefined();
  });

  it("count what was refused and what failed", async () => {
    const counted = createMetrics();
    const middleware = (_: unknown, response: ServerResponse): unknown => response.writeHead(500).end("");
    const { url } = await serve({ metrics: { port: undefined, token: undefined, source: counted }, middleware });
    const post = (headers: Record<string, string>) => fetch(`${url}${HOOKS}`, { method: "POST", headers, body: "{}" });
    await post({ "x-github-event": "push" });
    await post(SIGNED);
    await post({ ...SIGNED, "x-github-event": 'x"} evil' });
    const page = await (await fetch(`${url}/metrics`)).text();
    expect(page).toContain('openness_deliveries_total{event="push",result="refused"} 1');
    expect(page).toContain('openness_deliveries_total{event="push",result="failed"} 1');
    expect(page).toContain('openness_deliveries_total{event="other",result="failed"} 1');
    expect(page).not.toContain("evil");
  });
});
