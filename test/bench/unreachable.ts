import type { lookup } from "node:dns";
import type { RemoteRequest } from "../../src/evidence/remote/request.ts";
import { PublicHosts } from "../../src/remote/hosts.ts";
import type { Bench } from "./bench.ts";
import { ms, timesOf } from "./timing.ts";

const RUNS = 5;
/** By how much an audit may take longer where no host can be reached. */
const ALLOWED = 1_000;

/** As many things as an audit may ask about, on every host. */
const WANTED: readonly RemoteRequest[] = [
  { kind: "hf-model", id: "us/ours" },
  { kind: "hf-model", id: "us/other" },
  { kind: "hf-revisions", id: "us/ours" },
  { kind: "hf-dataset", id: "us/data" },
  { kind: "hf-dataset", id: "us/more" },
  { kind: "hf-base", id: "big/base" },
  { kind: "modelscope-model", id: "us/ours" },
  { kind: "modelscope-dataset", id: "us/data" },
  { kind: "zenodo", id: "7" },
  { kind: "zenodo", id: "8" },
  { kind: "arxiv", id: "2304.01373" },
  { kind: "arxiv", id: "2304.01374" },
  { kind: "github-repository", id: "us/code" },
  { kind: "github-repository", id: "us/tools" },
  { kind: "github-release", id: "us/code" },
  { kind: "software-heritage", id: `swh:1:rev:${"a1".repeat(20)}` },
];

/** Names that are never resolved, as behind a wall that drops everything. */
const dropped = (() => {}) as unknown as typeof lookup;
/** Names that nobody knows, as without a network. */
const refused = ((_name: string, _options: unknown, done: (error: Error) => void) => {
  done(new Error("ENOTFOUND"));
}) as unknown as typeof lookup;

export const unreachableBench: Bench = {
  name: "unreachable",
  what: `what ${WANTED.length} questions to all hosts add to an audit where none can be reached; allowed is a second`,
  async run() {
    const lines: string[] = [];
    for (const [words, resolve] of [
      ["everything is dropped", dropped],
      ["no name is known", refused],
    ] as const) {
      const states = new Set<string>();
      const times = await timesOf(RUNS, async () => {
        // A new one each time: what could not be reached is not asked again for a while.
        const { all } = await new PublicHosts({ resolve }).look(WANTED);
        for (const { state } of all) states.add(state);
      });
      const worst = Math.max(...times);
      lines.push(
        `${words}: at most ${ms(worst)} longer, ${(worst / ALLOWED).toFixed(2)} of what is allowed; facts: ${[...states].join(", ")}`,
      );
    }
    return lines;
  },
};
