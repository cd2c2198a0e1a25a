import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import nock from "nock";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { createLog } from "../../src/server/log.ts";
import { openSetup } from "../../src/server/setup.ts";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** The manifest on the wizard's page. */
async function manifestOf(publicUrl: string | undefined): Promise<{ manifest: Record<string, unknown>; port: number }> {
  const port = await freePort();
  const settings = { kind: "setup", host: "127.0.0.1", port, publicUrl, webhookPath: "/api/github/webhooks" } as const;
  const log = { logLevel: "silent", logFormat: "json" } as const;
  const setup = await openSetup({ ...settings, ...log }, createLog(log));
  onTestFinished(() => setup.close());
  const page = await (await fetch(`http://127.0.0.1:${port}/probot`)).text();
  const [, field] =
    /name="manifest"[^>]* value='([^']+)'/.exec(page) ?? /name="manifest" value="([^"]+)"/.exec(page) ?? [];
  if (field === undefined) throw new Error(`no manifest on the page: ${page.slice(0, 2000)}`);
  return { manifest: JSON.parse(field.replaceAll("&quot;", '"')) as Record<string, unknown>, port };
}

afterEach(() => {
  nock.cleanAll();
  delete process.env.WEBHOOK_PROXY_URL;
});

describe("the wizard's manifest", () => {
  it("has the webhooks' whole address where smee.io cannot be reached", async () => {
    nock("https://smee.io").persist().head("/new").replyWithError("down").get("/new").replyWithError("down");
    const { manifest, port } = await manifestOf(undefined);
    expect(manifest).toMatchObject({
      hook_attributes: { url: `http://127.0.0.1:${port}/api/github/webhooks` },
      public: false,
      default_permissions: { checks: "write", contents: "read" },
    });
  });

  it("has the public address where one is named, and asks smee.io for nothing", async () => {
    const { manifest } = await manifestOf("https://openness.example.org");
    expect(manifest.hook_attributes).toEqual({ url: "https://openness.example.org/api/github/webhooks" });
  });
});
