/**
 * The GraphQL documents. Each lives in a `.graphql` file that is valid alone; what varies in number (blobs, pull
 * requests, writes) is put together here from aliases whose arguments are checked or passed as variables.
 */
import { readFileSync } from "node:fs";

const load = (name: string) => readFileSync(new URL(`./${name}.graphql`, import.meta.url), "utf8");

const READ = load("read");
const BLOBS = load("blobs");
export const COMMENTS = load("comments");
export const POLICY = load("policy");

const WRITES = {
  createCheckRun: load("create-check-run"),
  addComment: load("add-comment"),
  updateIssueComment: load("update-comment"),
  deleteIssueComment: load("delete-comment"),
  addReaction: load("add-reaction"),
} as const;

export type WriteField = keyof typeof WRITES;

/** One write of a mutation document; `alias` is the key of its answer. */
export interface Write {
  readonly alias: string;
  readonly field: WriteField;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The read document with one alias for each blob (`b0`, …) and each pull request (`p7` for number 7). */
export function readDocument(blobs: readonly string[], pullRequests: readonly number[]): string {
  const pulls = pullRequests.map((number) => `p${number}: pullRequest(number: ${number}) { ...PullRequestParts }`);
  return READ.replace("# wanted", [...blobAliases(blobs), ...pulls].join("\n    "));
}

/** A document that reads blobs only. */
export function blobsDocument(blobs: readonly string[]): string {
  return BLOBS.replace("# wanted", blobAliases(blobs).join("\n    "));
}

function blobAliases(blobs: readonly string[]): string[] {
  return blobs.map((sha, index) => {
    if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(sha))
      throw new TypeError(`not a git object id: ${JSON.stringify(sha)}`);
    return `b${index}: object(oid: "${sha}") { ...BlobParts }`;
  });
}

/** One mutation document that carries out several writes, with its variables. */
export function writeDocument(writes: readonly Write[]): { document: string; variables: Record<string, unknown> } {
  const parameters: string[] = [];
  const fields: string[] = [];
  const variables: Record<string, unknown> = {};
  for (const { alias, field, input } of writes) {
    const [, type, body] = /\(\$input: (\w+!)\) \{\s*([\s\S]*)\}\s*$/.exec(WRITES[field]) ?? [];
    if (type === undefined || body === undefined) throw new TypeError(`${field}: the document is not a single write`);
    parameters.push(`$${alias}: ${type}`);
    fields.push(`${alias}: ${body.trim().replace("$input", `$${alias}`)}`);
    variables[alias] = input;
  }
  return { document: `mutation Publish(${parameters.join(", ")}) {\n  ${fields.join("\n  ")}\n}\n`, variables };
}
