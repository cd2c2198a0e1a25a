/** Reading small YAML (or JSON) files that people write, so that whatever is wrong can be shown on its line. */

import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { isTreeShaped } from "../evidence/files/tree-shaped.ts";
import { type SaidValue, told } from "../messages/said.ts";

/** Files above this many characters are not read: YAML parsing of 190 kB takes more than half a second. */
export const MAX_YAML_CHARACTERS = 65_536;
const MAX_ALIASES = 50;

export interface YamlProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  readonly code: string;
  readonly values: readonly SaidValue[];
}

export type YamlPath = readonly PropertyKey[];

export type YamlFile =
  | { readonly ok: true; readonly value: unknown; lineOf(path: YamlPath): number; columnOf(path: YamlPath): number }
  | { readonly ok: false; readonly problem: YamlProblem };

/** Parses the text of one YAML or JSON document. Never throws: what is wrong comes back with its line. */
export function readYaml(text: string): YamlFile {
  if (text.length > MAX_YAML_CHARACTERS) {
    return { ok: false, problem: { line: 1, ...told("yaml.tooLong", text.length, MAX_YAML_CHARACTERS) } };
  }
  const lines = new LineCounter();
  const lineAt = (offset: number | undefined): number => Math.max(1, lines.linePos(offset ?? 0).line);
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
    const [error] = document.errors;
    if (error !== undefined) {
      return { ok: false, problem: { line: lineAt(error.pos[0]), ...told("yaml.invalid", error.message) } };
    }
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (!isTreeShaped(value)) return { ok: false, problem: { line: 1, ...told("yaml.tooDeep") } };
    return {
      ok: true,
      value,
      lineOf: (path) => lineAt(offsetOf(document.contents, path)),
      columnOf: (path) => Math.max(1, lines.linePos(offsetOf(document.contents, path) ?? 0).col),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { line: 1, ...told("yaml.unresolved", why) } };
  }
}

/** Where the deepest part of a path that exists begins: a key rather than its value, so that the line is the one to edit. */
function offsetOf(root: unknown, path: YamlPath): number | undefined {
  let node: unknown = root;
  let offset = isNode(root) ? startOf(root) : undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair === undefined) break;
      offset = isNode(pair.key) ? startOf(pair.key) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (!isNode(item)) break;
      offset = startOf(item);
      node = item;
    } else break;
  }
  return offset;
}

const startOf = (node: Node): number | undefined => node.range?.[0];

/** A plain mapping, as opposed to a list, a scalar or nothing. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
