/** YAML from repositories is read in three places. Each refuses what is made to take long, or to become large. */
import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../src/evidence/documents/frontmatter.ts";
import { parseYaml } from "../../src/evidence/files/yaml.ts";
import { readYaml } from "../../src/frameworks/yaml.ts";

/** Nine lines that stand for a thousand million words. */
const ALIAS_BOMB = [
  "a: &a [x, x, x, x, x, x, x, x, x, x]",
  ..."bcdefghi".split("").map((name, index) => {
    const before = "abcdefgh"[index];
    return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(", ")}]`;
  }),
].join("\n");

const HOSTILE: Readonly<Record<string, string>> = {
  "an alias bomb": ALIAS_BOMB,
  "an alias of itself": "a: &a [*a]",
  "two aliases of themselves": "a: &a [*a, *a]\nb: &b {x: *b, y: *b}",
  "a ring of aliases": "a: &a\n  b: &b\n    c: [*a, *b]\n    d: {a: *a, b: *b}",
  "an alias of itself as a key": "a: &a {? *a : *a, ? [*a] : 1}",
  "brackets without end": "[".repeat(19_000),
  "braces without end": "{a: ".repeat(4_900),
  "nested lists": "- ".repeat(9_900),
  "nested maps": Array.from({ length: 190 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
  "merge keys in a ring": "a: &a\n  <<: *b\nb: &b\n  <<: *a",
  "keys that are maps": "? ".repeat(5_000),
  "a tag that names a constructor": "a: !!js/function 'function () { throw new Error(1) }'",
  "a prototype": "__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}",
};

const READERS = {
  "a policy or MOF file": readYaml,
  "a configuration": parseYaml,
  "front matter": (text: string) => parseFrontMatter(`---\n${text}\n---\n`),
};

describe.each(Object.entries(READERS))("%s", (_, read) => {
  it.each(Object.entries(HOSTILE))("of %s is answered soon and stays small", (_, text) => {
    const started = performance.now();
    let value: unknown;
    expect(() => {
      value = read(text);
    }).not.toThrow();
    // What is wanted is a fifth of a second; a slow machine under load is allowed a multiple.
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(sizeOf(value)).toBeLessThan(100_000);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

/** How many values there are, counting each time that one is reached, and no further than matters. */
function sizeOf(value: unknown): number {
  let count = 0;
  const stack = [value];
  while (stack.length > 0 && count < 200_000) {
    count++;
    const next = stack.pop();
    if (typeof next === "object" && next !== null) stack.push(...Object.values(next));
  }
  return count;
}
