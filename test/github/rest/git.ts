/** Repositories and what git holds in them: trees, blobs, references, commits, files. */
import { posix } from "node:path";
import type { GitObject, TreeRow } from "../git.ts";
import { nodeId } from "../node-id.ts";
import { notFound, Refusal, type Repository } from "../world.ts";
import { type Answer, type Call, ok, type Route, repositoryOf } from "./route.ts";
import { encodePath, type Shape } from "./shapes.ts";

/** GitHub: "The limit for the tree array is 100,000 entries" (git trees API). */
const TREE_CAP = 100_000;
const BLOB_CAP = 100 * 1024 * 1024;
/** GitHub: above 1 MB, contents gives no base64 (contents API). */
const CONTENTS_CAP = 1024 * 1024;

const isRaw = (accept: string): boolean => /application\/vnd\.github\.(v3\.)?raw/.test(accept);
const raw = (bytes: Uint8Array): Answer => ({
  status: 200,
  raw: bytes,
  headers: { "content-type": "application/vnd.github.raw+json; charset=utf-8" },
});
/** GitHub breaks base64 into lines of 60 characters. */
const base64 = (bytes: Buffer): string => bytes.toString("base64").replace(/.{60}/g, "$&\n");

async function tree(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const object = await call.world.object(repository, `${call.params.tree_sha}^{tree}`);
  if (object === undefined) throw notFound();
  const recursive = call.query.has("recursive");
  const reader = await call.world.readerOf(repository, object.sha);
  const rows = await reader.tree(object.sha, recursive);
  const cut = call.faults.includes("truncated-tree") ? Math.floor(rows.length / 2) : TREE_CAP;
  return ok({
    sha: object.sha,
    url: `${call.shapes.repositoryUrl(repository)}/git/trees/${object.sha}`,
    tree: rows.slice(0, cut).map((row) => call.shapes.treeEntry(repository, row)),
    truncated: cut < rows.length,
  });
}

async function blob(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const sha = call.params.file_sha ?? "";
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) {
    throw new Refusal(
      422,
      "UNPROCESSABLE",
      "The sha parameter must be exactly 40 characters and contain only [0-9a-f].",
    );
  }
  const object = await call.world.object(repository, sha);
  if (object?.type !== "blob") throw notFound();
  if (object.bytes.length > BLOB_CAP)
    throw new Refusal(403, "FORBIDDEN", "This API returns blobs up to 100 MB in size.");
  if (isRaw(call.accept)) return raw(object.bytes);
  return ok({
    sha,
    node_id: nodeId("B", sha),
    size: object.bytes.length,
    url: `${call.shapes.repositoryUrl(repository)}/git/blobs/${sha}`,
    content: base64(object.bytes),
    encoding: "base64",
  });
}

function addresses(
  call: Call,
  repository: Repository,
  path: string,
  kind: "blobs" | "trees",
  sha: string,
  ref: string,
): Shape {
  const url = `${call.shapes.repositoryUrl(repository)}/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`;
  const git = `${call.shapes.repositoryUrl(repository)}/git/${kind}/${sha}`;
  const view = kind === "blobs" ? "blob" : "tree";
  const html = `${call.shapes.repositoryPage(repository)}/${view}/${encodePath(ref)}/${encodePath(path)}`;
  const download = `${call.shapes.repositoryPage(repository)}/raw/${encodePath(ref)}/${encodePath(path)}`;
  return {
    url,
    git_url: git,
    html_url: html,
    download_url: kind === "blobs" ? download : null,
    _links: { self: url, git, html },
  };
}

function entry(call: Call, repository: Repository, row: TreeRow, path: string, ref: string): Shape {
  const type =
    row.type === "tree" ? "dir" : row.type === "commit" ? "submodule" : row.mode === "120000" ? "symlink" : "file";
  return {
    type,
    name: posix.basename(path),
    path,
    sha: row.sha,
    size: row.size ?? 0,
    ...addresses(call, repository, path, row.type === "tree" ? "trees" : "blobs", row.sha, ref),
  };
}

/** The entry of a path, found in its parent's tree, which knows about modes. */
async function rowAt(call: Call, repository: Repository, ref: string, path: string): Promise<TreeRow | undefined> {
  const folder = posix.dirname(path);
  const parent = await call.world.object(repository, `${ref}:${folder === "." ? "" : folder}`);
  if (parent?.type !== "tree") return undefined;
  const reader = await call.world.readerOf(repository, parent.sha);
  return (await reader.tree(parent.sha, false)).find((row) => row.path === posix.basename(path));
}

async function contents(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const ref = call.query.get("ref") ?? repository.defaultBranch;
  const path = (call.params.path ?? "").replace(/^\/+|\/+$/g, "");
  const folder = await call.world.object(repository, `${ref}:${path}`);
  if (path === "" || folder?.type === "tree") {
    if (folder?.type !== "tree") throw notFound();
    const rows = await (await call.world.readerOf(repository, folder.sha)).tree(folder.sha, false);
    return ok(rows.map((row) => entry(call, repository, row, posix.join(path, row.path), ref)));
  }
  const row = await rowAt(call, repository, ref, path);
  if (row === undefined) throw notFound();
  const shape = entry(call, repository, row, path, ref);
  if (row.type === "commit") return ok({ ...shape, submodule_git_url: null });
  const object = (await call.world.object(repository, row.sha)) as GitObject;
  if (row.mode === "120000") {
    const target = object.bytes.toString("utf8");
    const followed = await call.world.object(repository, `${ref}:${posix.join(posix.dirname(path), target)}`);
    // A link to a file of the repository is answered with that file.
    if (followed?.type !== "blob") return ok({ ...shape, target });
    return file(call, shape, followed);
  }
  return file(call, shape, object);
}

function file(call: Call, shape: Shape, object: GitObject): Answer {
  if (object.bytes.length > BLOB_CAP)
    throw new Refusal(403, "FORBIDDEN", "This API returns blobs up to 100 MB in size.");
  if (isRaw(call.accept)) return raw(object.bytes);
  const small = object.bytes.length <= CONTENTS_CAP;
  return ok({
    ...shape,
    type: "file",
    size: object.bytes.length,
    content: small ? base64(object.bytes) : "",
    encoding: small ? "base64" : "none",
  });
}

export const GIT_ROUTES: readonly Route[] = [
  {
    operation: "GET /repos/{owner}/{repo}",
    caller: "installation",
    permissions: ["metadata"],
    handle: (call) => ok(call.shapes.fullRepository(repositoryOf(call))),
  },
  {
    operation: "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    caller: "installation",
    permissions: ["contents"],
    handle: tree,
  },
  {
    operation: "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
    caller: "installation",
    permissions: ["contents"],
    handle: blob,
  },
  {
    operation: "GET /repos/{owner}/{repo}/git/ref/{ref}",
    caller: "installation",
    permissions: ["contents"],
    async handle(call) {
      const repository = repositoryOf(call);
      const ref = `refs/${call.params.ref}`;
      const sha = repository.refs.get(ref);
      const object = sha === undefined ? undefined : await call.world.object(repository, sha);
      if (object === undefined) throw notFound();
      const url = `${call.shapes.repositoryUrl(repository)}/git`;
      return ok({
        ref,
        node_id: nodeId("REF", ref),
        url: `${url}/${ref}`,
        object: { type: object.type, sha: object.sha, url: `${url}/${object.type}s/${object.sha}` },
      });
    },
  },
  {
    operation: "GET /repos/{owner}/{repo}/commits/{ref}",
    caller: "installation",
    permissions: ["contents"],
    async handle(call) {
      const repository = repositoryOf(call);
      const object = await call.world.object(repository, `${call.params.ref}^{commit}`);
      if (object === undefined) {
        throw new Refusal(422, "UNPROCESSABLE", `No commit found for SHA: ${call.params.ref}`);
      }
      return ok(call.shapes.commit(repository, object));
    },
  },
  {
    operation: "GET /repos/{owner}/{repo}/contents/{path}",
    caller: "installation",
    permissions: ["contents"],
    handle: contents,
  },
];
