/** Which policy an audit follows: the owner's for all repositories, the one that is started from, the repository's own. */
import type { GitHubClient } from "../github/client.ts";
import { POLICY } from "../github/documents.ts";
import type { Facts, PolicyFile } from "../github/read.ts";
import { told } from "../messages/said.ts";
import { loadPolicy } from "../policy/load.ts";
import type { LoadedPolicy } from "../policy/policy.ts";

interface PolicyBlob {
  readonly isTruncated?: boolean;
  readonly text?: string | null;
}

interface PolicyAnswer {
  readonly repository: {
    readonly commit?: { readonly oid: string } | null;
    readonly nested: PolicyBlob | null;
    readonly top: PolicyBlob | null;
  } | null;
}

/**
 * Loads the policy in force. The owner's comes first, so that no other can undo what it locks; then the one that `extends`
 * names, which takes one request more; then the repository's own. One that is started from may not name another.
 */
export async function resolvePolicy(
  client: GitHubClient,
  { policy: own, ownerPolicy: owner }: Pick<Facts, "policy" | "ownerPolicy">,
): Promise<LoadedPolicy> {
  const ofOwner = owner === undefined ? undefined : loadPolicy(owner.text, owner.path, undefined, owner.commit);
  const ofAll = loadPolicy(own.text, own.path, ofOwner, own.commit);
  const { extends: parent } = ofAll.policy;
  if (parent === undefined) return ofAll;
  const named = loadPolicy(own.text, own.path).policy.extends === parent ? own : (owner ?? own);
  const place = placeOf(parent);
  if (place === undefined) return withProblem(ofAll, named, told("policy.extendsForm", JSON.stringify(parent)));
  const file = await readPolicy(client, place);
  if (file === undefined) return withProblem(ofAll, named, told("policy.extendsUnread", parent));
  const inherited = loadPolicy(file.text, file.path, ofOwner, file.commit);
  const whole = loadPolicy(own.text, own.path, inherited, own.commit);
  return { ...whole, policy: { ...whole.policy, extends: parent } };
}

interface Place {
  readonly owner: string;
  readonly name: string;
  readonly path: string | undefined;
  readonly ref: string;
}

/** `owner/repository`, with `:path` and `@ref` where wanted; undefined for anything else. */
function placeOf(parent: string): Place | undefined {
  const form =
    /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100})(?::([A-Za-z0-9._/-]{1,150}))?(?:@([A-Za-z0-9._/-]{1,100}))?$/;
  const [, owner, name, path, ref = "HEAD"] = form.exec(parent) ?? [];
  if (owner === undefined || name === undefined || /\.\.|^\/|\/$/.test(path ?? "") || ref.includes(".."))
    return undefined;
  return { owner, name, path, ref };
}

async function readPolicy(client: GitHubClient, { owner, name, path, ref }: Place): Promise<PolicyFile | undefined> {
  const [nested, top] = [path ?? ".github/openness.yml", path ?? "openness.yml"];
  const answer = await client.query<PolicyAnswer>(POLICY, {
    owner,
    name,
    ref,
    nested: `${ref}:${nested}`,
    top: `${ref}:${top}`,
  });
  const found = answer.data?.repository;
  const blob = found?.nested ?? found?.top;
  if (blob === null || blob === undefined || typeof blob.text !== "string" || blob.isTruncated === true)
    return undefined;
  const at = found?.nested ? nested : top;
  return { path: `${owner}/${name}/${at}`, text: blob.text, commit: found?.commit?.oid };
}

/** A policy that could not be started from is told where it is named; what is set beside it holds. */
function withProblem(loaded: LoadedPolicy, { path }: PolicyFile, problem: ReturnType<typeof told>): LoadedPolicy {
  return { ...loaded, problems: [...loaded.problems, { path, line: 1, ...problem }] };
}
