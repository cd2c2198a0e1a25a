/** Who in the program may talk to others, write files or start programs: the list is short, and kept by this test. */
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { MODEL, setStage } from "../e2e/stage.ts";

const SRC = join(import.meta.dirname, "../../src");
const sources = globSync("**/*.ts", { cwd: SRC }).map((path) => [path, readFileSync(join(SRC, path), "utf8")] as const);
const whoMatches = (pattern: RegExp): string[] =>
  sources
    .filter(([, text]) => pattern.test(text))
    .map(([path]) => path)
    .toSorted();

describe("only few parts of the program", () => {
  it("open connections: Octokit to the configured GitHub, the hosts of linked artifacts, the database's driver, and a channel in development", () => {
    // Octokit alone sends requests; no room has a `fetch` of its own, and one file alone opens a socket.
    expect(whoMatches(/(?<![.\w])fetch\(|globalThis\.fetch|new WebSocket|\bundici\b/)).toEqual([]);
    const sockets = /^import (?!type).*from "node:(?:https|net|tls|dgram|dns|http2)(?:\/promises)?"/m;
    // `node:net` alone tells addresses apart, and opens nothing.
    expect(whoMatches(sockets)).toEqual(["remote/public-address.ts", "remote/transport.ts"]);
    expect(whoMatches(/\b(?:https?|net|tls)\.(?:request|get|connect|createConnection)\(/)).toEqual([]);
    expect(whoMatches(/"smee-client"/)).toEqual(["server/channel.ts", "server/setup.ts"]);
    for (const path of whoMatches(/from "pg"/)) expect(path).toMatch(/^(?:database|queue)\//);
  });

  it("start programs or evaluate text: git for the command line, and nothing else", () => {
    expect(whoMatches(/"node:child_process"/)).toEqual(["snapshot/git-command.ts"]);
    expect(whoMatches(/(?:^|[;{}=>]|return|await|void)\s{0,9}eval\(|new Function\(|"node:vm"/m)).toEqual([]);
  });

  it("write files: the embedded database and its lock, and nothing else", () => {
    for (const path of whoMatches(
      /\b(?:writeFile|appendFile|createWriteStream|mkdir|rename|copyFile|symlink)(?:Sync)?\(/,
    ))
      expect(path).toMatch(/^database\//);
  });
});

it("a repository full of addresses is audited without a request to anyone but GitHub", async () => {
  const asked: (string | undefined)[] = [];
  const lure = createServer((request, response) => {
    asked.push(request.url);
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(lure, "listening");
  onTestFinished(() => void lure.close());
  const address = `http://127.0.0.1:${(lure.address() as AddressInfo).port}/`;
  const links = `[weights](${address}weights.safetensors) ![](${address}a.png) <img src="${address}b.png">`;
  const { github, repository, deliver } = await setStage({
    files: {
      ...MODEL,
      "README.md": `${MODEL["README.md"] as string}\n${links}\n[file](file:///etc/passwd)\n`,
      ".gitmodules": `[submodule "x"]\n\tpath = x\n\turl = ${address}x.git\n`,
      ".github/openness.yml": `artifacts:\n  data-card: ${address}data.md\n`,
    },
  });
  await deliver("push", await github.payloads.push(repository));
  expect(github.checkRuns).toHaveLength(1);
  expect(github.checkRuns[0]?.output.text).toContain(new URL(address).host);
  expect(asked).toEqual([]);
});
