import { generateKeyPairSync } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/server/settings.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const app = { APP_ID: "12", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "a long random secret" };

describe("the settings", () => {
  it("refuse an App without a webhook secret, or with the one that everybody knows", () => {
    expect(() => readSettings({ ...app, WEBHOOK_SECRET: undefined })).toThrow("WEBHOOK_SECRET is not set");
    expect(() => readSettings({ ...app, WEBHOOK_SECRET: " " })).toThrow("WEBHOOK_SECRET is not set");
    expect(() => readSettings({ ...app, WEBHOOK_SECRET: "development" })).toThrow("is no secret");
  });

  it("refuse half an App", () => {
    expect(() => readSettings({ APP_ID: "12" })).toThrow("PRIVATE_KEY");
    expect(() => readSettings({ PRIVATE_KEY: privateKey })).toThrow("APP_ID is not");
    expect(() => readSettings({ ...app, APP_ID: "my-app" })).toThrow("number");
    expect(() => readSettings({ ...app, PRIVATE_KEY: "12345" })).toThrow("not a private key");
    expect(() => readSettings({ ...app, PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "/no/such/file" })).toThrow("ENOENT");
  });

  it("open the wizard where there is no App", () => {
    expect(readSettings({ PUBLIC_URL: "https://openness.example.org/" })).toMatchObject({
      kind: "setup",
      port: 3000,
      publicUrl: "https://openness.example.org",
    });
    expect(() => readSettings({ PUBLIC_URL: "openness" })).toThrow("PUBLIC_URL");
    expect(() => readSettings({ NODE_ENV: "production" })).toThrow("does not run in production");
  });

  it("take a private key with line ends, without them, or in Base64", () => {
    const keys = [privateKey, privateKey.replaceAll("\n", "\\n"), Buffer.from(privateKey).toString("base64")];
    for (const PRIVATE_KEY of keys)
      expect(readSettings({ ...app, PRIVATE_KEY })).toMatchObject({ privateKey: privateKey.trim() });
  });

  it("lead to another GitHub where one is named", () => {
    expect(readSettings(app)).toMatchObject({ baseUrl: "https://api.github.com", serverUrl: "https://github.com" });
    expect(readSettings({ ...app, GHE_HOST: "git.example.org" })).toMatchObject({
      baseUrl: "https://git.example.org/api/v3",
      serverUrl: "https://git.example.org",
    });
    expect(readSettings({ ...app, GHE_HOST: "127.0.0.1:99", GHE_PROTOCOL: "http" })).toMatchObject({
      baseUrl: "http://127.0.0.1:99/api/v3",
    });
    for (const GHE_HOST of ["https://git.example.org", "git.example.org/x", "a@b"])
      expect(() => readSettings({ ...app, GHE_HOST }), GHE_HOST).toThrow("GHE_HOST");
    expect(() => readSettings({ ...app, GHE_HOST: "x", GHE_PROTOCOL: "ftp" })).toThrow("GHE_PROTOCOL");
  });

  it("refuse ports and levels that make no sense", () => {
    for (const PORT of ["70000", "-1", "3e3", "abc"])
      expect(() => readSettings({ ...app, PORT }), PORT).toThrow("PORT");
    expect(readSettings({ ...app, PORT: "0" })).toMatchObject({ port: 0 });
    expect(() => readSettings({ ...app, LOG_LEVEL: "loud" })).toThrow("LOG_LEVEL");
    expect(() => readSettings({ ...app, LOG_FORMAT: "xml" })).toThrow("LOG_FORMAT");
    for (const CONCURRENCY of ["0", "101", "many"])
      expect(() => readSettings({ ...app, CONCURRENCY }), CONCURRENCY).toThrow("CONCURRENCY has to be");
    expect(() => readSettings({ ...app, PORT: "3000", METRICS_PORT: "3000" })).toThrow("METRICS_PORT");
    expect(() => readSettings({ ...app, WEBHOOK_PATH: "hooks" })).toThrow("WEBHOOK_PATH");
  });

  it("know an embedded database where no server is named", () => {
    expect(readSettings(app)).toMatchObject({ kind: "app", database: { url: undefined, dataDir: "./data" } });
    expect(readSettings({ ...app, DATA_DIR: "/data" })).toMatchObject({ database: { dataDir: "/data" } });
    const DATABASE_URL = "postgresql://openness:geheim@db:5432/openness";
    expect(readSettings({ ...app, DATABASE_URL })).toMatchObject({ database: { url: DATABASE_URL } });
  });

  it("refuse a database's address without showing it", () => {
    for (const DATABASE_URL of ["mysql://a:hunter2@db/x", "db:hunter2", "postgres//a:hunter2@db"]) {
      const attempt = () => readSettings({ ...app, DATABASE_URL });
      expect(attempt).toThrow(/^DATABASE_URL has to be an address/);
      expect(attempt).not.toThrow("hunter2");
    }
  });

  it("name every secret that the log must not show", () => {
    const settings = readSettings({
      ...app,
      METRICS_TOKEN: "scrape me",
      DATABASE_URL: "postgres://openness:p%40ss@db/openness?password=other",
    });
    expect(settings).toMatchObject({ kind: "app" });
    const { secrets } = settings as { secrets: readonly string[] };
    for (const secret of [app.WEBHOOK_SECRET, privateKey.trim(), "scrape me", "p%40ss", "p@ss", "other"])
      expect(secrets, secret).toContain(secret);
  });

  it("let no process of two run on the embedded database", () => {
    for (const role of ["web", "worker"] as const)
      expect(() => readSettings(app, role as "web")).toThrow(`"openness ${role}" needs DATABASE_URL`);
  });

  it("give each process only the credentials that it needs", () => {
    const DATABASE_URL = "postgres://db/openness";
    const web = readSettings({ WEBHOOK_SECRET: app.WEBHOOK_SECRET, DATABASE_URL }, "web");
    expect(web).toMatchObject({ kind: "web", role: "web", secret: app.WEBHOOK_SECRET });
    expect(web).not.toHaveProperty("privateKey");
    expect(() => readSettings({ DATABASE_URL }, "web")).toThrow("WEBHOOK_SECRET is not set");
    const { WEBHOOK_SECRET: _, ...withoutSecret } = app;
    const worker = readSettings({ ...withoutSecret, DATABASE_URL }, "worker");
    expect(worker).toMatchObject({ kind: "worker", role: "worker", appId: 12, concurrency: 8, groupConcurrency: 3 });
    expect(worker).not.toHaveProperty("secret");
    expect(() => readSettings({ DATABASE_URL }, "worker")).toThrow("cannot do without");
  });

  it("are all explained in .env.example", () => {
    const explained = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const sources = globSync("src/**/*.ts", { cwd: new URL("../../", import.meta.url) }).map((path) =>
      readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"),
    );
    const read = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/\benv\.([A-Z][A-Z_]+)|(?:number|address|choice)\(env, "([A-Z_]+)"/g)].map(
          (match) => match[1] ?? match[2]!,
        ),
      ),
    );
    expect(read.size).toBeGreaterThan(10);
    const known = ["PATH", "SYSTEMROOT", "NO_COLOR"];
    for (const name of read) if (!known.includes(name)) expect(explained, name).toMatch(new RegExp(`^${name}=`, "m"));
  });
});
