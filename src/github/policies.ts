/** The policy files that one read brings: the repository's own, and its owner's. */
import type { BlobAnswer } from "./blobs.ts";
import type { Answer } from "./client.ts";
import { NoAnswer } from "./errors.ts";
import type { RepositoryName } from "./tree.ts";

/** A policy file as read: `text` is null where there is none. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string | null;
  /** Head of the default branch that it was read on. */
  readonly commit?: string | undefined;
}

export interface Policies {
  /** The repository's own policy, always from its default branch. */
  readonly policy: PolicyFile;
  /** The policy of all the owner's repositories, which the own one starts from; undefined where there is none. */
  readonly ownerPolicy?: PolicyFile;
}

interface DefaultBranch {
  readonly target: { readonly oid: string } | null;
}

export interface OwnAnswer {
  readonly defaultBranchRef: DefaultBranch | null;
  readonly policy: BlobAnswer | null;
}

export interface OrganizationAnswer {
  readonly defaultBranchRef?: DefaultBranch | null;
  readonly nested: BlobAnswer | null;
  readonly top: BlobAnswer | null;
}

/** Not YAML, so that it is reported as a policy that cannot be read. */
const UNREADABLE_POLICY = "\0";

/** The repository's policy, and the owner's in the `.github` repository. A policy too long to come whole is no policy. */
export function policiesOf(
  { owner, name }: RepositoryName,
  own: OwnAnswer,
  { data, errors }: Answer<{ readonly organization: OrganizationAnswer | null }>,
): Policies {
  const organization = data?.organization;
  const broken = errors.find(
    ({ path, type }) => path?.[0] === "organization" && type !== "NOT_FOUND" && type !== "FORBIDDEN",
  );
  // What the owner demands of all repositories is not left out because it could not be read this time.
  if (broken !== undefined && (organization === null || organization === undefined))
    throw new NoAnswer(`the owner's policy could not be read: ${broken.message.slice(0, 200)}`);
  const ownPath = `${owner}/${name}/.github/openness.yml`;
  const commit = organization?.defaultBranchRef?.target?.oid;
  const ownerPolicy =
    policyFile(`${owner}/.github/.github/openness.yml`, organization?.nested, commit) ??
    policyFile(`${owner}/.github/openness.yml`, organization?.top, commit);
  return {
    policy: policyFile(ownPath, own.policy, own.defaultBranchRef?.target?.oid) ?? { path: ownPath, text: null },
    // In the `.github` repository itself both are one file.
    ...(ownerPolicy === undefined || ownerPolicy.path === ownPath ? {} : { ownerPolicy }),
  };
}

/** An unreadable policy still is one: its place is told, so that the report can say what is wrong with it. */
function policyFile(
  path: string,
  blob: BlobAnswer | null | undefined,
  commit: string | undefined,
): PolicyFile | undefined {
  if (blob === null || blob === undefined || blob.oid === undefined) return undefined;
  return { path, text: blob.isTruncated ? UNREADABLE_POLICY : (blob.text ?? UNREADABLE_POLICY), commit };
}
