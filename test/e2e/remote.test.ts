/** The App looks at what a public repository links, and says what it saw. */
import { expect, it } from "vitest";
import { type Finding, factOf, RemoteFacts, type RemoteHosts } from "../../src/evidence/remote/fact.ts";
import { MODEL, setStage } from "./stage.ts";

const { "model.safetensors": _, ...WITHOUT_WEIGHTS } = MODEL;
const LINKED = {
  ...WITHOUT_WEIGHTS,
  "README.md": `${MODEL["README.md"] as string}\n## Download\n\nThe weights of Tiny-7B: https://huggingface.co/lab/Tiny-7B\n`,
};

/** Hosts that say the same of everything, until told otherwise. */
function hostsThatSay(first: Finding): RemoteHosts & { finding: Finding; looks: number } {
  const hosts = {
    finding: first,
    looks: 0,
    look: async (requests: Parameters<RemoteHosts["look"]>[0]) => {
      hosts.looks += 1;
      return new RemoteFacts(requests.map((request) => factOf(request, hosts.finding, new Date())));
    },
  };
  return hosts;
}

it("a gate is told, and that it was opened is seen at the next look", async () => {
  const hosts = hostsThatSay({ state: "gated", reason: "gate-manual" });
  const { github, repository, deliver } = await setStage({ files: LINKED, hosts });
  await deliver("push", await github.payloads.push(repository));
  const [run] = github.checkRuns;
  expect(run?.output.text).toContain("gated");
  const words = `${run?.output.summary}\n${run?.output.text}`;
  expect(words).toContain("the owner decides on each request");

  hosts.finding = { state: "verified", reason: "proven", license: { name: "apache-2.0" } };
  await deliver("check_run", await github.payloads.checkRunRerequested(run!));
  const latest = github.checkRuns.at(-1);
  expect(latest?.output.text).toContain("verified");
  expect(latest?.output.text).not.toContain("gated");
});

it("a commit whose links say the same is not audited twice", async () => {
  const hosts = hostsThatSay({ state: "verified", reason: "proven" });
  const { github, repository, deliver } = await setStage({ files: LINKED, hosts });
  await deliver("push", await github.payloads.push(repository));
  const again = await deliver("check_run", await github.payloads.checkRunRerequested(github.checkRuns[0]!));
  // The tree is not read again: one write and nothing else.
  expect(again).toHaveLength(1);
});

it("nobody is asked about what a private repository links", async () => {
  const hosts = hostsThatSay({ state: "missing", reason: "not-found" });
  const { github, repository, deliver } = await setStage({ files: LINKED, hosts, private: true });
  await deliver("push", await github.payloads.push(repository));
  expect(github.checkRuns).toHaveLength(1);
  expect(hosts.looks).toBe(0);
});
