/** What a link in a stranger's README must never bring about. */
import type { lookup } from "node:dns";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { remoteRequest } from "../../src/evidence/remote/request.ts";
import { requestFor } from "../../src/evidence/remote/wanted.ts";
import { PublicHosts } from "../../src/remote/hosts.ts";
import { isAllowed, PUBLIC_BASES } from "../../src/remote/hosts-allowed.ts";
import { isPublicAddress } from "../../src/remote/public-address.ts";
import { openTransport } from "../../src/remote/transport.ts";
import { startHosts } from "./local-hosts.ts";

const signal = new AbortController().signal;
const anywhere = () => true;

/** Names that lead where the test says. */
const leadingTo = (...addresses: readonly string[]) =>
  ((_name: string, _options: object, callback: (error: null, found: object[]) => void) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    )) as typeof lookup;

describe("an address is built from what was recognised, and from nothing else", () => {
  it.each([
    ["hf-model", "us/../admin"],
    ["hf-model", "us/ours?x=1"],
    ["hf-model", "us/ours#x"],
    ["hf-model", "us/ours/tree"],
    ["hf-model", "us@evil.example/ours"],
    ["github-repository", "us/.."],
    ["github-repository", "./ours"],
    ["zenodo", "7/../../x"],
    ["arxiv", "2304.01373&verb=x"],
    ["software-heritage", "swh:1:rev:zz"],
  ] as const)("%s has no id %s", (kind, id) => {
    expect(remoteRequest(kind, id)).toBeUndefined();
  });

  it("a revision cannot leave its place", () => {
    expect(remoteRequest("hf-model", "us/ours", "../../x")).toBeUndefined();
    expect(remoteRequest("hf-model", "us/ours", "a/../../x")).toBeUndefined();
    expect(remoteRequest("hf-model", "us/ours", "refs/pr/1")).toBeDefined();
  });

  it.each([
    "http://169.254.169.254/latest/meta-data",
    "https://localhost/api/models/a/b",
    "https://huggingface.co.evil.example/us/ours",
    "https://evil.example/huggingface.co/us/ours",
    "file:///etc/passwd",
    "https://[::1]/us/ours",
  ])("nothing is asked for %s", (url) => {
    expect(requestFor(url)).toBeUndefined();
  });

  it("a kept report's request is read again before anything is built from it", async () => {
    const { bases, asked } = await startHosts({});
    const hosts = new PublicHosts({ bases, isPublic: anywhere });
    const facts = await hosts.look([{ kind: "zenodo", id: "1/../../secret" }]);
    expect(facts.all).toMatchObject([{ state: "unknown" }]);
    expect(asked).toEqual([]);
  });
});

describe("the list of hosts", () => {
  const allowed = (url: string, isRedirect = false) => isAllowed(new URL(url), PUBLIC_BASES, isRedirect);
  it.each([
    "http://huggingface.co/x",
    "https://huggingface.co:8443/x",
    "https://user@huggingface.co/x",
    "https://user:word@huggingface.co/x",
    "https://93.184.216.34/x",
    "https://0x7f.1/x",
    "https://[2606:4700::1]/x",
    "https://huggingface.co.evil.example/x",
    "https://evil.example/x",
    "https://cdn-lfs.hf.co/x",
  ])("does not hold %s", (url) => {
    expect(allowed(url)).toBe(false);
  });
  it("lets a redirect lead to the hub's files, over https alone", () => {
    expect(allowed("https://cas-bridge.xethub.hf.co/x", true)).toBe(true);
    expect(allowed("http://cas-bridge.xethub.hf.co/x", true)).toBe(false);
    expect(allowed("https://hf.co.evil.example/x", true)).toBe(false);
    expect(allowed("https://hf.co@evil.example/x", true)).toBe(false);
  });
  it("is https without exception", () => {
    for (const base of Object.values(PUBLIC_BASES)) expect(base).toMatch(/^https:\/\/[a-z.]{1,60}$/);
  });
});

describe("the network's addresses", () => {
  it.each(
    "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 64:ff9b::a00:1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 ff02::1 2001:db8::1 2002:7f00:1::1 2001::1 localhost 1.2.3".split(
      " ",
    ),
  )("%s is not everybody's", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(["93.184.216.34", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111"])("%s is", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ["this machine", ["127.0.0.1"]],
    ["the metadata of the cloud", ["169.254.169.254"]],
    ["this machine, in the form of version 6", ["::ffff:127.0.0.1"]],
    ["a public address and this machine", ["93.184.216.34", "127.0.0.1"]],
  ])("a name that leads to %s is not connected to", async (_, addresses) => {
    const { bases, asked } = await startHosts({ "GET /": { body: "secret" } });
    const base = bases.huggingface.replace("127.0.0.1", "huggingface.test");
    const ask = openTransport({ bases: { ...bases, huggingface: base }, resolve: leadingTo(...addresses) });
    await expect(ask({ url: `${base}/x`, signal })).rejects.toMatchObject({ why: "forbidden" });
    expect(asked).toEqual([]);
  });

  it("the address that was looked at is the one that is connected to: a name is resolved once", async () => {
    const { bases, asked } = await startHosts({ "GET /": { body: "ok" } });
    const base = bases.huggingface.replace("127.0.0.1", "huggingface.test");
    let times = 0;
    const resolve = ((name: string, options: object, callback: never) => {
      times += 1;
      (leadingTo("127.0.0.1") as unknown as (...given: unknown[]) => void)(name, options, callback);
    }) as typeof lookup;
    const ask = openTransport({ bases: { ...bases, huggingface: base }, resolve, isPublic: anywhere });
    expect((await ask({ url: `${base}/x`, signal })).body.toString()).toBe("ok");
    expect([times, asked.length]).toEqual([1, 1]);
  });
});

describe("redirects", () => {
  const to = (location: string) => ({ status: 302, headers: { location } });
  it.each([
    "https://evil.example/x",
    "http://169.254.169.254/latest/meta-data",
    "//evil.example/x",
    "file:///etc/passwd",
    "https://user:word@huggingface.co/x",
    "gopher://huggingface.co/x",
  ])("to %s are not followed", async (location) => {
    const { bases } = await startHosts({ "GET /hf/x": to(location) });
    const ask = openTransport({ bases, isPublic: anywhere });
    await expect(ask({ url: `${bases.huggingface}/x`, signal })).rejects.toMatchObject({ why: "forbidden" });
  });
  it("are followed five times", async () => {
    const { bases, asked } = await startHosts({ "GET /hf/x": to("/hf/x") });
    const ask = openTransport({ bases, isPublic: anywhere });
    await expect(ask({ url: `${bases.huggingface}/x`, signal })).rejects.toMatchObject({ why: "broken" });
    expect(asked).toHaveLength(6);
  });
});

describe("a question", () => {
  it("carries no credentials and no cookies, and takes no compressed answer", async () => {
    const { bases, asked } = await startHosts({ "GET /hf/x": { headers: { "set-cookie": "a=b" }, body: "x" } });
    const ask = openTransport({ bases, isPublic: anywhere });
    for (const _ of [1, 2]) await ask({ url: `${bases.huggingface}/x`, signal });
    for (const { headers } of asked)
      expect(Object.keys(headers).toSorted()).toEqual([
        "accept",
        "accept-encoding",
        "connection",
        "host",
        "user-agent",
      ]);
    expect(asked[0]?.headers["accept-encoding"]).toBe("identity");
  });
  it("takes so many bytes and no more", async () => {
    const { bases } = await startHosts({ "GET /hf/x": { body: "x".repeat(5_000) } });
    const ask = openTransport({ bases, isPublic: anywhere });
    await expect(ask({ url: `${bases.huggingface}/x`, most: 1_000, signal })).rejects.toMatchObject({
      why: "too-large",
    });
    const { body } = await ask({ url: `${bases.huggingface}/x`, most: 1_000, range: [0, 999], signal });
    expect(body).toHaveLength(1_000);
  });
  it("takes so long and no longer", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as { port: number };
    const bases = { ...PUBLIC_BASES, zenodo: `http://127.0.0.1:${port}` };
    const ask = openTransport({ bases, isPublic: anywhere, answerTimeout: 50 });
    await expect(ask({ url: `${bases.zenodo}/x`, signal })).rejects.toMatchObject({ why: "too-slow" });
  });
});

describe("hosts that cannot be reached", () => {
  const everything = [
    { kind: "hf-model", id: "us/ours" },
    { kind: "hf-model", id: "us/other" },
    { kind: "hf-dataset", id: "us/data" },
    { kind: "hf-base", id: "big/base" },
    { kind: "hf-revisions", id: "us/ours" },
    { kind: "modelscope-model", id: "us/ours" },
    { kind: "zenodo", id: "7" },
    { kind: "arxiv", id: "2304.01373" },
    { kind: "arxiv", id: "2304.01374" },
    { kind: "github-repository", id: "us/code" },
    { kind: "github-release", id: "us/code" },
    { kind: "software-heritage", id: `swh:1:rev:${"a1".repeat(20)}` },
  ] as const;
  it("are given up at the end of what is granted, then not asked again for a while, and everything is unknown", async () => {
    // The names are never resolved, as behind a wall that drops everything.
    let asked = 0;
    const resolve = (() => {
      asked += 1;
    }) as unknown as typeof lookup;
    const hosts = new PublicHosts({ resolve });
    const states = async () => (await hosts.look(everything)).all.map(({ state }) => state);
    const unknown = everything.map(() => "unknown");
    expect(await states()).toEqual(unknown);
    expect(asked).toBeGreaterThan(0);
    asked = 0;
    expect(await states()).toEqual(unknown);
    expect(asked).toBe(0);
  });
});
