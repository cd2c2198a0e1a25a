/**
 * Packs the texts of the SPDX license list into `src/license/data/`, so that the running program needs neither the
 * 5 MB of the npm package nor a network. Only words are kept, as numbers into a vocabulary: enough to compare with,
 * not enough to reprint a license. Texts come from `spdx-license-list` (CC0-1.0), identifiers from `spdx-license-ids`.
 */
import { createRequire } from "node:module";
import { brotliCompressSync, constants } from "node:zlib";
import { splitWords } from "../../src/license/text/tokens.ts";

interface Listed {
  readonly name: string;
  readonly osiApproved: boolean;
  readonly licenseText: string;
}

const require = createRequire(import.meta.url);

/** Files of license data by path. The same npm packages always give the same bytes. */
export async function generate(): Promise<Map<string, string | Uint8Array>> {
  const list = require("spdx-license-list/spdx-full.json") as Record<string, Listed>;
  const listVersion = (require("spdx-license-list/package.json") as { version: string }).version;
  const current = require("spdx-license-ids") as string[];
  const deprecated = require("spdx-license-ids/deprecated") as string[];
  const idsVersion = (require("spdx-license-ids/package.json") as { version: string }).version;
  const retired = new Set(deprecated);

  const texts = new Map<string, { ids: string[]; words: readonly string[] }>();
  const add = (id: string, words: readonly string[]): void => {
    const key = words.join(" ");
    const known = texts.get(key);
    if (known) known.ids.push(id);
    else texts.set(key, { ids: [id], words });
  };
  for (const id of Object.keys(list).sort()) {
    const words = splitWords(list[id]?.licenseText ?? "").words;
    if (words.length > 0) add(id, words);
  }
  const openMdw = splitWords(list["OpenMDW-1.0"]?.licenseText ?? "").words;
  add("LicenseRef-OpenMDW-1.1", openMdw11(openMdw));

  const licenses = [...texts.values()].map(({ ids, words }) => ({ ids: ids.sort(byPreference(retired)), words }));
  const count = new Map<string, number>();
  for (const { words } of licenses) for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  const vocabulary = [...count.keys()].sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0) || (a < b ? -1 : 1));
  if (vocabulary.length > 0xffff) throw new Error(`${vocabulary.length} words do not fit 16-bit numbers`);
  const numberOf = new Map(vocabulary.map((word, number) => [word, number]));

  const header = Buffer.from(
    JSON.stringify({
      origin: `npm spdx-license-list ${listVersion} (CC0-1.0), texts as word numbers`,
      vocabulary: vocabulary.join("\n"),
      licenses: licenses.map(({ ids, words }) => ({ ids, length: words.length })),
    }),
  );
  const numbers = Buffer.from(
    Uint16Array.from(licenses.flatMap(({ words }) => words.map((word) => numberOf.get(word) ?? 0))).buffer,
  );
  // An even header keeps the 16-bit numbers that follow it aligned.
  const padding = Buffer.alloc(header.length % 2, " ");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length + padding.length);
  const packed = brotliCompressSync(Buffer.concat([length, header, padding, numbers]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });

  const identifiers = [...new Set([...Object.keys(list), ...current, ...deprecated])].sort();
  const names = {
    origin: `npm spdx-license-list ${listVersion} (CC0-1.0) and npm spdx-license-ids ${idsVersion} (CC0-1.0)`,
    ids: identifiers.map((id) => [id, list[id]?.name ?? "", list[id]?.osiApproved === true ? 1 : 0]),
    deprecated: [...deprecated].sort(),
  };
  return new Map<string, string | Uint8Array>([
    ["src/license/data/spdx-texts.bin", packed],
    ["src/license/data/spdx-ids.generated.json", `${JSON.stringify(names).replaceAll("],[", "],\n[")}\n`],
  ]);
}

/**
 * OpenMDW-1.1 is not on the SPDX list yet. Its text is that of 1.0 but for the version in the title and for ending
 * the rights of those who sue over "any patent or copyright" where 1.0 says "any patent" (OpenMDW 1.1, 18 May 2026).
 */
function openMdw11(words: readonly string[]): string[] {
  const next: string[] = [];
  for (const [at, word] of words.entries()) {
    next.push(word === "1.0" ? "1.1" : word);
    if (word === "patent" && words[at - 1] === "any" && words[at + 1] === "then") next.push("or", "copyright");
  }
  if (next.length !== words.length + 2) throw new Error("OpenMDW-1.0 no longer reads as OpenMDW-1.1 was derived from");
  return next;
}

/** Of identifiers with one text, a current one comes first, and `-only` before `-or-later`: the text alone says no more. */
function byPreference(retired: ReadonlySet<string>): (a: string, b: string) => number {
  const rank = (id: string): number =>
    (retired.has(id) ? 4 : 0) +
    (id.endsWith("+") ? 4 : 0) +
    (id.endsWith("-or-later") ? 2 : 0) +
    (id.includes("invariants") ? 1 : 0);
  return (a, b) => rank(a) - rank(b) || a.length - b.length || (a < b ? -1 : 1);
}
