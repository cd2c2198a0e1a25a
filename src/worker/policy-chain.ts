/** Which policy an audit follows: the owner's for all repositories, the one that is started from, the repository's own. */
import type { GitHubClient } from "../github/client.ts";
import { POLICY } from "../github/documents.ts";
import type { PolicyFile } from "../github/policies.ts";
import type { Facts } from "../github/read.ts";
import { type Told, told } from "../messages/said.ts";
import { loadPolicy } from "../policy/load.ts";
import type { LoadedPolicy, ParentPolicy } from "../policy/policy.ts";
import { isWhole, strictest } from "../policy/strictest.ts";

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
 * names, which takes one request more; then the repository's own. One that is started from may not name another. Where
 * it cannot be read, the copy that was read before holds, else everything is demanded unless the repository says what fails.
 * @param before the copy that was read the last time
 */
export async function resolvePolicy(
  client: GitHubClient,
  { policy: own, ownerPolicy: owner }: Pick<Facts, "policy" | "ownerPolicy">,
  before?: ParentPolicy,
): Promise<LoadedPolicy> {
  const ofOwner = owner === undefined ? undefined : loadPolicy(owner.text, owner.path, undefined, owner.commit);
  const ofAll = loadPolicy(own.text, own.path, ofOwner, own.commit);
  const { extends: named } = ofAll.policy;
  const apart = { own: { path: own.path, isThere: own.text !== null, inherited: ofOwner } };
  if (named === undefined) return { ...ofAll, ...apart, inherited: ofOwner };
  const namedIn = loadPolicy(own.text, own.path).policy.extends === named ? own : (owner ?? own);
  const { parent, problem } = await parentOf(client, named, before);
  const inherited = parent === undefined ? strictest(ofOwner) : loadParent(parent, ofOwner);
  const whole = loadPolicy(own.text, own.path, inherited, own.commit);
  return {
    ...(problem === undefined ? whole : withProblem(whole, namedIn, problem)),
    policy: { ...whole.policy, extends: named },
    ...apart,
    inherited,
    ...keptFor(parent, before),
  };
}

/** One that is broken leaves open what it demanded. */
const loadParent = ({ path, text, commit }: ParentPolicy, ofOwner: LoadedPolicy | undefined): LoadedPolicy =>
  loadPolicy(text, path, isWhole(text) ? ofOwner : strictest(ofOwner), commit);

/** The copy for next time: one that can be read as a whole, else the one before. */
function keptFor(parent: ParentPolicy | undefined, before: ParentPolicy | undefined): Pick<LoadedPolicy, "parent"> {
  if (parent === undefined) return {};
  if (isWhole(parent.text)) return { parent };
  return before?.named === parent.named ? { parent: before } : {};
}

/** The policy that is started from, as it is or as it was, and what is to be told of it. */
async function parentOf(
  client: GitHubClient,
  named: string,
  before: ParentPolicy | undefined,
): Promise<{ readonly parent?: ParentPolicy; readonly problem?: Required<Told> }> {
  const place = placeOf(named);
  if (place === undefined) return { problem: told("policy.extendsForm", JSON.stringify(named)) };
  const file = await readPolicy(client, place);
  if (file !== undefined) return { parent: { named, ...file } };
  if (before?.named !== named) return { problem: told("policy.extendsUnread", named) };
  return { parent: before, problem: told("policy.extendsKept", named, before.commit?.slice(0, 12) ?? "") };
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

async function readPolicy(
  client: GitHubClient,
  { owner, name, path, ref }: Place,
): Promise<Omit<ParentPolicy, "named"> | undefined> {
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

/** A policy that could not be started from is told where it is named. */
function withProblem(loaded: LoadedPolicy, { path, text }: PolicyFile, problem: Required<Told>): LoadedPolicy {
  const lines = (text ?? "").split("\n");
  const line =
    1 +
    Math.max(
      0,
      lines.findIndex((one) => /^["']?extends["']?[ \t]{0,10}:/.test(one)),
    );
  return { ...loaded, problems: [...loaded.problems, { path, line, ...problem }] };
}
