import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sign } from "@octokit/webhooks-methods";
import { describe, expect, it, onTestFinished } from "vitest";
import { setStage } from "./stage.ts";

describe("a channel that forwards webhooks", () => {
  it("brings events to a server that GitHub cannot reach", async () => {
    const channel = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("event: ready\ndata: {}\n\n");
      channel.emit("listener", response);
    }).listen(0, "127.0.0.1");
    onTestFinished(() => {
      channel.closeAllConnections();
      channel.close();
    });
    await once(channel, "listening");
    const joined = once(channel, "listener");
    const WEBHOOK_PROXY_URL = `http://127.0.0.1:${(channel.address() as AddressInfo).port}/abc`;
    const { github, repository } = await setStage({ environment: { WEBHOOK_PROXY_URL } });
    const [listener] = (await joined) as [ServerResponse];
    const body = await github.payloads.push(repository);
    const event = {
      "x-github-event": "push",
      "x-github-delivery": "1",
      "x-hub-signature-256": await sign(github.webhookSecret, JSON.stringify(body)),
      body,
    };
    listener.write(`data: ${JSON.stringify(event)}\n\n`);
    await github.until(() => github.checkRuns[0], { what: "a check run" });
    expect(github.violations).toEqual([]);
  });

  it("does not keep the server from starting when it is gone", async () => {
    const { github, repository, deliver } = await setStage({
      environment: { WEBHOOK_PROXY_URL: "http://127.0.0.1:9/abc" },
    });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns).toHaveLength(1);
  });
});
