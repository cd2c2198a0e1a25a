/** The policies that an audit follows, as GitHub gives them: what one starts from, at which commit, and what if it is gone. */
import { describe, expect, it } from "vitest";
import type { GitHubClient } from "../../src/github/client.ts";
import type { PolicyFile } from "../../src/github/policies.ts";
import { FAILURES, type ParentPolicy } from "../../src/policy/policy.ts";
import { resolvePolicy } from "../../src/worker/policy-chain.ts";

const PATH = ".github/openness.yml";
const own = (text: string | null): PolicyFile => ({ path: PATH, text, commit: "c0ffee" });
const owner = (text: string): PolicyFile => ({ path: `lab/.github/${PATH}`, text, commit: "0a0a" });

/** GitHub with one repository of policies, by the expression that asks for a file; what it was asked is kept. */
function gitHub(files: Readonly<Record<string, string>>): { client: GitHubClient; asked: unknown[] } {
  const asked: unknown[] = [];
  const client = {
    async query(_document: string, variables: Record<string, string>) {
      asked.push(variables);
      const blob = (at: string | undefined) => (files[at ?? ""] === undefined ? null : { text: files[at ?? ""] });
      const { nested, top, ref } = variables;
      return { data: { repository: { commit: { oid: `of ${ref}` }, nested: blob(nested), top: blob(top) } } };
    },
  };
  return { client: client as unknown as GitHubClient, asked };
}

describe("extends", () => {
  it.each([
    ["lab/shared", "HEAD:.github/openness.yml", "HEAD"],
    ["lab/shared@v2", "v2:.github/openness.yml", "v2"],
    ["lab/shared:policies/strict.yml", "HEAD:policies/strict.yml", "HEAD"],
    ["lab/shared:policies/strict.yml@release/1", "release/1:policies/strict.yml", "release/1"],
  ])("%s is read at %s", async (named, expression, ref) => {
    const { client, asked } = gitHub({ [expression]: "fail: [unlicensed]\ntarget: II\n" });
    const loaded = await resolvePolicy(client, { policy: own(`extends: ${named}\n`) });
    expect(asked).toHaveLength(1);
    expect(loaded).toMatchObject({ policy: { fail: ["unlicensed"], target: 2, extends: named }, problems: [] });
    const path = `lab/shared/${expression.slice(expression.indexOf(":") + 1)}`;
    expect(loaded.sources).toEqual([
      { path, commit: `of ${ref}` },
      { path: PATH, commit: "c0ffee" },
    ]);
  });

  it("goes between the owner's policy and the repository's own, and may name no other", async () => {
    const { client, asked } = gitHub({
      "HEAD:.github/openness.yml": "target: II\ncomment: always\nextends: lab/third\n",
    });
    const loaded = await resolvePolicy(client, {
      policy: own("comment: never\nextends: lab/shared\n"),
      ownerPolicy: owner("target: III\nfail: [regression]\n"),
    });
    expect(loaded.policy).toMatchObject({ target: 2, fail: ["regression"], comment: "never", extends: "lab/shared" });
    expect(asked).toHaveLength(1);
  });
});

describe("a policy that is started from and cannot be read", () => {
  const nothing = gitHub({}).client;

  it.each(["lab/shared", "not a repository", "lab/shared:../x.yml"])("demands everything: %s", async (named) => {
    const { policy, problems } = await resolvePolicy(nothing, { policy: own(`# ours\nextends: ${named}\n`) });
    expect(policy).toMatchObject({ fail: FAILURES, target: 1 });
    expect(problems).toMatchObject([{ path: PATH, line: 2 }]);
  });

  it("leaves what the file that names it says of failing", async () => {
    const { policy } = await resolvePolicy(nothing, { policy: own("extends: lab/shared\nfail: []\n") });
    expect(policy).toMatchObject({ fail: [], target: 1 });
    const { policy: aimed } = await resolvePolicy(nothing, {
      policy: own("extends: lab/shared\nfail: [unlicensed]\ntarget: III\n"),
    });
    expect(aimed).toMatchObject({ fail: ["unlicensed"], target: 3 });
  });

  it("leaves what the owner locked", async () => {
    const ownerPolicy = owner("fail: [regression]\ntarget: II\nlock: [fail, target]\n");
    const { policy } = await resolvePolicy(nothing, { policy: own("extends: lab/shared\n"), ownerPolicy });
    expect(policy).toMatchObject({ fail: ["regression"], target: 2 });
  });

  it("demands everything where the owner's policy names it for all", async () => {
    const ownerPolicy = owner("comment: never\nextends: lab/shared\n");
    const { policy, problems } = await resolvePolicy(nothing, { policy: own(null), ownerPolicy });
    expect(policy).toMatchObject({ fail: FAILURES, comment: "never" });
    expect(problems).toMatchObject([{ path: `lab/.github/${PATH}`, line: 2 }]);
  });

  it("demands everything that its readable part does not settle, where it is broken", async () => {
    const { client } = gitHub({ "HEAD:.github/openness.yml": "target: II\nignore: [\n" });
    const { policy } = await resolvePolicy(client, { policy: own("extends: lab/shared\n") });
    expect(policy).toMatchObject({ fail: FAILURES, target: 2 });
    const mended = gitHub({ "HEAD:.github/openness.yml": "fail: [unlicensed]\nignore: [\n" });
    const loaded = await resolvePolicy(mended.client, { policy: own("extends: lab/shared\n") });
    expect(loaded.policy.fail).toEqual(["unlicensed"]);
  });

  it("holds as it was read before, and that is told", async () => {
    const { client } = gitHub({ "HEAD:.github/openness.yml": "fail: [unlicensed]\n" });
    const file = { policy: own("extends: lab/shared\n") };
    const { parent } = await resolvePolicy(client, file);
    const later = await resolvePolicy(nothing, file, parent);
    expect(later.policy.fail).toEqual(["unlicensed"]);
    expect(later.problems[0]?.message).toContain("(commit of HEAD) holds");
    expect(later.parent).toEqual(parent);
    const other: ParentPolicy = { named: "lab/other", path: "lab/other/x", text: "fail: []" };
    expect((await resolvePolicy(nothing, file, other)).policy.fail).toEqual(FAILURES);
  });
});
