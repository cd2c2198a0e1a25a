import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { SUBSCRIPTIONS } from "../../src/intake.ts";
import { manifest } from "../e2e/stage.ts";

/** Events that every App receives; naming them in a manifest is an error. */
const ALWAYS_SENT = ["installation", "installation_repositories"];
const NAMES = new Set(
  (createRequire(import.meta.url)("@octokit/webhooks-examples") as { name: string }[]).map(({ name }) => name),
);

const events = new Set(SUBSCRIPTIONS.map(({ event }) => event.split(".")[0]!));

describe("the manifest", () => {
  it("subscribes to exactly the events that are listened to", () => {
    const named = [...events].filter((event) => !ALWAYS_SENT.includes(event));
    expect(manifest().default_events.toSorted()).toEqual(named.toSorted());
  });

  it("asks for every permission that an event takes, and the writes that are made, and no more", () => {
    const permissions = manifest().default_permissions;
    const needed = new Set(SUBSCRIPTIONS.flatMap(({ needs }) => needs ?? []));
    for (const permission of needed) expect(permissions, permission).toHaveProperty(permission);
    expect(Object.keys(permissions).toSorted()).toEqual([...needed, "metadata"].toSorted());
    const writes = Object.entries(permissions).filter(([, level]) => level === "write");
    expect(writes.map(([name]) => name).toSorted()).toEqual(["checks", "pull_requests"]);
  });

  it("names events that GitHub knows", () => {
    for (const event of events) expect(NAMES, event).toContain(event);
  });
});
