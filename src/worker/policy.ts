/** Which policy an audit follows, and the key under which its outcome is kept. */
import { createHash } from "node:crypto";
import type { GitHubClient } from "../github/client.ts";
import { POLICY } from "../github/documents.ts";
import type { PolicyFile } from "../github/read.ts";
import { type Told, told } from "../messages/said.ts";
import { comparesWithBase } from "../policy/conclude.ts";
import { loadPolicy } from "../policy/load.ts";
import type { LoadedPolicy, Policy } from "../policy/policy.ts";
import { isExpired } from "../policy/waivers.ts";
import type { Report } from "../report/schema.ts";
import type { AuditKey } from "../store/store.ts";
import { RULES_VERSION, VERSION } from "../version.ts";

/** How long a policy is trusted when no event says that it changed: the owner's may lie where the App is not installed. */
export const POLICY_SECONDS = 300;

interface PolicyBlob {
  readonly isTruncated?: boolean;
  readonly text?: string | null;
}

/** Loads a policy with the one that it starts from, if it names any. One level: a policy that is started from may not name another. */
export async function resolvePolicy(client: GitHubClient, file: PolicyFile): Promise<LoadedPolicy> {
  const loaded = loadPolicy(file.text, file.path);
  const { extends: parent } = loaded.policy;
  if (parent === undefined) return loaded;
  const [, owner, name] = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100})$/.exec(parent) ?? [];
  if (owner === undefined || name === undefined)
    return withProblem(loaded, file.path, told("policy.extendsForm", JSON.stringify(parent)));
  const answer = await client.query<{ repository: { nested: PolicyBlob | null; top: PolicyBlob | null } | null }>(
    POLICY,
    {
      owner,
      name,
    },
  );
  const repository = answer.data?.repository;
  const blob = repository?.nested ?? repository?.top;
  if (blob === null || blob === undefined || typeof blob.text !== "string" || blob.isTruncated === true)
    return withProblem(loaded, file.path, told("policy.extendsUnread", parent));
  const inherited = loadPolicy(blob.text, `${parent}/${repository?.nested ? ".github/" : ""}openness.yml`);
  return loadPolicy(file.text, file.path, inherited);
}

/** The key of an audit's outcome. What it is compared with counts only where the policy forbids to drop a class. */
export function auditKey(
  repository: number,
  tree: string,
  { policy, source, sources, problems, today }: LoadedPolicy,
  base: Report | undefined,
): AuditKey {
  const compared = comparesWithBase(policy) ? comparedWith(policy, base) : "any";
  // A waiver that runs out changes the outcome, on that day and no other.
  const expired = policy.waivers.map((waiver) => isExpired(waiver, today));
  return {
    repository,
    tree,
    rules: digest([RULES_VERSION, VERSION, policy, source, sources, problems, compared, expired]),
  };
}

const comparedWith = (policy: Policy, base: Report | undefined): unknown =>
  policy.fail.includes("license-more-restrictive") ? [classesOf(base), base?.subject.tree] : classesOf(base);

/** The class of what is compared with, and of each of its models. */
const classesOf = (base: Report | undefined): unknown =>
  base === undefined ? "none" : [base, ...(base.models ?? [])].map(({ mof }) => mof.class);

/** The key under which any outcome for a tree is found, to compare another with. */
export function comparisonKey(repository: number, tree: string, { policy }: LoadedPolicy): AuditKey {
  return { repository, tree, rules: digest([RULES_VERSION, VERSION, policy, "comparison"]) };
}

/** Identity of a check run's content: rules, tree and policy. Same id, same words. */
export function externalId({ tree, rules }: AuditKey): string {
  return `${RULES_VERSION}:${tree}:${rules.slice(0, 16)}`;
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function withProblem(loaded: LoadedPolicy, path: string, problem: Told): LoadedPolicy {
  return { ...loaded, problems: [...loaded.problems, { path, line: 1, ...problem }] };
}
