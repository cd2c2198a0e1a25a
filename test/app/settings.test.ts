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
    expect(() => readSettings({ ...app, WEBHOOK_PATH: "hooks" })).toThrow("WEBHOOK_PATH");
  });

  it("are all explained in .env.example", () => {
    const explained = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const sources = globSync("src/**/*.ts", { cwd: new URL("../../", import.meta.url) }).map((path) =>
      readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"),
    );
    const read = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/\benv\.([A-Z][A-Z_]+)|(?:number|address)\(env, "([A-Z_]+)"/g)].map(
          (match) => match[1] ?? match[2]!,
        ),
      ),
    );
    expect(read.size).toBeGreaterThan(10);
    const known = ["PATH", "SYSTEMROOT", "NO_COLOR"];
    for (const name of read) if (!known.includes(name)) expect(explained, name).toMatch(new RegExp(`^${name}=`, "m"));
  });
});
