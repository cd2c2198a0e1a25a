/** GraphQL documents about many repositories at once. */
import { readFileSync } from "node:fs";

const load = (name: string) => readFileSync(new URL(`./${name}.graphql`, import.meta.url), "utf8");

const PARTS = load("repository-parts");

export const ROOTS = `${load("roots")}\n${PARTS}`;
export const HEADS = `${load("heads")}\n${PARTS}`;
const FRONT_PAGES = load("front-pages");
const WHOLE_TREES = load("whole-trees");

/** Documents of one repository. */
export interface WantedPages {
  /** GraphQL id of the repository. */
  readonly nodeId: string;
  readonly oids: readonly string[];
}

/** The tree of one repository. */
export interface WantedTree {
  /** GraphQL id of the repository. */
  readonly nodeId: string;
  /** Id of the tree. */
  readonly tree: string;
}

/** Node ids are opaque; whatever GitHub makes them of, it is no quotation mark. */
const NODE_ID = /^[\w=+/-]{1,250}$/;
const OID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * A document with one alias for each repository (`r0`, …) and in it one for each document (`b0`, …).
 * @throws {TypeError} for an id that is none
 */
export function frontPagesDocument(wanted: readonly WantedPages[]): string {
  const aliases = wanted.map(({ nodeId, oids }, index) => {
    const blobs = oids.map((oid, place) => `b${place}: object(oid: ${oidIn(oid)}) { ...PageParts }`);
    return `r${index}: node(id: ${nodeIdIn(nodeId)}) { ... on Repository { ${blobs.join(" ")} } }`;
  });
  return FRONT_PAGES.replace("# wanted", aliases.join("\n  "));
}

/**
 * A document with one alias for each repository (`r0`, …), and in it its tree (`root`).
 * @throws {TypeError} for an id that is none
 */
export function wholeTreesDocument(wanted: readonly WantedTree[]): string {
  const aliases = wanted.map(
    ({ nodeId, tree }, index) =>
      `r${index}: node(id: ${nodeIdIn(nodeId)}) { ... on Repository { root: object(oid: ${oidIn(tree)}) { ...Folder1 } } }`,
  );
  return WHOLE_TREES.replace("# wanted", aliases.join("\n  "));
}

function nodeIdIn(nodeId: string): string {
  if (!NODE_ID.test(nodeId)) throw new TypeError(`not a node id: ${JSON.stringify(nodeId)}`);
  return `"${nodeId}"`;
}

function oidIn(oid: string): string {
  if (!OID.test(oid)) throw new TypeError(`not a git object id: ${JSON.stringify(oid)}`);
  return `"${oid}"`;
}
