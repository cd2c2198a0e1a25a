import { describe, expect, it } from "vitest";
import { createLog, type LogSettings, withoutSecrets } from "../../src/server/log.ts";

const PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIabc+/=\nxyz\n-----END RSA PRIVATE KEY-----";
const JWT = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMjMifQ.abc-def_123456";
const TOKEN = `ghs_${"x".repeat(36)}`;
const DATABASE = "postgres://openness:hunter2@db.internal:5432/openness";

/** What a log writes down. */
function logged(settings: Partial<LogSettings>, write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  write(createLog({ logLevel: "trace", logFormat: "json", ...settings }, destination));
  return lines.join("");
}

describe("the log", () => {
  it("shows no tokens, keys or passwords, wherever they stand in a text", () => {
    const text = `a ${TOKEN} b github_pat_${"y".repeat(40)} c ${PEM} d ${JWT} e https://user:pass@example.org/ f`;
    expect(withoutSecrets(text)).toBe(
      "a [redacted] b [redacted] c [redacted] d [redacted] e https://[redacted]@example.org/ f",
    );
  });

  it.each([
    ["a password with @ and / in it", "connect postgres://u:p@ss/w0rd@db/x failed", /p@ss|w0rd/],
    ["an address without a user", "redis://:hunter2@cache", /hunter2/],
    ["a header", 'headers: { authorization: "token abcdef123456", accept: "*/*" }', /abcdef123456/],
    ["a header in JSON", '{"authorization":"Bearer abc.def"}', /abc\.def/],
    ["a header in JSON within JSON", '"{\\"authorization\\":\\"bearer abcdef123456\\"}"', /abcdef123456/],
    ["a bearer token alone", "401 for Bearer abcdefghijklmnop", /abcdefghijklmnop/],
    ["a setting", "host=db password=hunter2 user=a", /hunter2/],
    ["a key on one line", PEM.replaceAll("\n", "\\n"), /MIIabc|xyz/],
    ["a key that was cut", PEM.slice(0, 45), /MIIabc/],
  ])("shows no secret in %s", (_, text, secret) => {
    expect(text).toMatch(secret);
    expect(withoutSecrets(text)).not.toMatch(secret);
    expect(withoutSecrets(text)).toContain("[redacted]");
  });

  it("leaves plain words as they are", () => {
    for (const text of [
      "lab/tiny could not be read: 404",
      "Listening on http://127.0.0.1:3000, webhooks at /api/github/webhooks",
      "the secret of the token bearer is that there is none",
    ])
      expect(withoutSecrets(text)).toBe(text);
  });

  it("takes no time over long texts that almost are secrets", () => {
    const started = performance.now();
    withoutSecrets("eyJ".repeat(100_000));
    withoutSecrets("-----BEGIN ".repeat(50_000));
    withoutSecrets(`//${"a:".repeat(100_000)}`);
    withoutSecrets("authorization: ".repeat(50_000));
    withoutSecrets("//".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("shows no secret of an error, its stack, its causes or its parts, and keeps the rest of the story", () => {
    const cause = new Error(`connect ${DATABASE} ECONNREFUSED`);
    cause.cause = new AggregateError([new Error(`key ${PEM}`)], `token ${TOKEN}`);
    const error = Object.assign(new Error("the database does not answer", { cause }), {
      code: "ECONNREFUSED",
      request: { headers: { authorization: `token ${TOKEN}` }, body: "language model of 7 billion parameters" },
    });
    for (const logFormat of ["json", "pretty"] as const) {
      const text = logged({ logFormat }, (log) => log.error({ err: error }, "could not start"));
      expect(text).toContain("the database does not answer");
      expect(text).toContain("db.internal:5432/openness ECONNREFUSED");
      expect(text).not.toMatch(/hunter2|MIIabc|ghs_|billion/);
    }
  });

  it("shows no secret in a field, a message or a child's fields, whatever their names", () => {
    const text = logged({}, (log) => {
      const child = log.child({ source: `https://x-access-token:${TOKEN}@github.com/lab/tiny` });
      child.info({ databaseUrl: DATABASE, nested: { password: "hunter2", url: DATABASE } }, `reached ${DATABASE}`);
      child.info({ list: [{ deep: { deeper: [`Bearer ${JWT}`] } }] }, `with ${PEM}`);
    });
    expect(text).not.toMatch(/hunter2|ghs_|eyJ|MIIabc/);
    for (const line of text.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("msg");
  });

  it("shows none of the secrets that it was told, in any spelling", () => {
    const secret = 'quite "ordinary" words\\';
    const text = logged({ secrets: [secret, "p@ss word"] }, (log) => {
      log.info({ given: secret, twice: JSON.stringify({ secret }) }, `it is ${secret}`);
      log.info(`at ${encodeURIComponent("p@ss word")}`);
    });
    expect(text).not.toMatch(/ordinary|p%40ss/);
    for (const line of text.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("msg");
  });

  it("stays one entry a line, without control characters, whatever a text holds", () => {
    const attack = 'a\n{"level":60,"msg":"forged"}\r\u001b[2J\u202eb\u2028';
    for (const logFormat of ["json", "pretty"] as const) {
      const text = logged({ logFormat }, (log) => log.info({ path: attack }, attack));
      expect(text.trim().split(/[\n\r\u2028]/)).toHaveLength(1);
      expect(text).not.toContain("\u001b");
      expect(text).not.toContain("\u202e");
    }
  });

  it("takes whatever is thrown", () => {
    const circle = new Error("round");
    circle.cause = circle;
    const hostile = Object.defineProperty(new Error("x"), "message", {
      get() {
        throw new Error("no");
      },
    });
    const text = logged({}, (log) => {
      for (const err of [circle, hostile, "a text", null, undefined, 7, Symbol("s"), { message: "no error" }])
        log.error({ err }, "failed");
    });
    expect(text.trim().split("\n")).toHaveLength(8);
  });
});
