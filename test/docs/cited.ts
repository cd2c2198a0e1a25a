/** The tests that a page names as proof, and the titles that there are. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

export const pageOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** File and title of each test that is named as `` `test/….test.ts`: "title" ``. */
export const cited = (text: string): [string, string][] =>
  [...text.matchAll(/`(test\/[^`]+\.test\.ts)`: "([^"]+)"/g)].map(([, file, title]) => [file!, title!]);

/** Titles of the tests in a file, as they are written there. */
export function titlesIn(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(/^\s*(?:it|test)\b|\]\)\(|\)\(\s*$|\)\(/gm)].flatMap(({ index }) => {
    const quoted = /^[\s\S]{0,600}?"((?:[^"\\\n]|\\.)*)"/.exec(text.slice(index));
    return quoted === null ? [] : [quoted[1]!.replaceAll('\\"', '"')];
  });
}
