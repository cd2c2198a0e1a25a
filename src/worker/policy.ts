/** How long a policy is trusted, and the key under which an outcome that follows it is kept. */
import { createHash } from "node:crypto";
import { type RemoteFact, undated } from "../evidence/remote/fact.ts";
import { comparesWithBase } from "../policy/conclude.ts";
import type { LoadedPolicy, Policy } from "../policy/policy.ts";
import { isExpired } from "../policy/waivers.ts";
import type { Report } from "../report/schema.ts";
import type { AuditKey } from "../store/store.ts";
import { RULES_VERSION, VERSION } from "../version.ts";

/** How long a policy is trusted when no event says that it changed: the owner's may lie where the App is not installed. */
export const POLICY_SECONDS = 300;

/**
 * The key of an audit's outcome. What it is compared with counts only where the policy forbids to drop a class.
 * @param remote what other hosts said, for what the key is to tell apart: outcomes are kept without, and asked whether
 * they still hold
 */
export function auditKey(
  repository: number,
  tree: string,
  { policy, source, sources, problems, today, inherited, own }: LoadedPolicy,
  base: Report | undefined,
  remote: readonly RemoteFact[] = [],
): AuditKey {
  const compared = comparesWithBase(policy) ? comparedWith(policy, base) : "any";
  // Commits go on while the policy stays what it is.
  const files = sources?.map(({ path }) => path);
  // A waiver that runs out changes the outcome, on that day and no other.
  const expired = policy.waivers.map((waiver) => isExpired(waiver, today));
  // What the audited commit proposes goes over these.
  const below = own === undefined ? [] : [own.isThere, own.inherited?.policy, inherited?.policy];
  const said = remote.length === 0 ? [] : [undated(remote)];
  return {
    repository,
    tree,
    rules: digest([RULES_VERSION, VERSION, policy, source, files, problems, compared, expired, ...below, ...said]),
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
