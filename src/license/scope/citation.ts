import type { Facts } from "../../evidence/facts.ts";
import { fromHome } from "../../evidence/home.ts";
import { normalizeLicenseName } from "../names.ts";
import { folderOf, lineWith } from "./places.ts";
import { knownBy, type LicenseStatement } from "./statement.ts";

/**
 * The license of the root's `CITATION.cff` (Citation File Format 1.2, key `license`): that of the software release
 * which is cited, so of the code, and the weakest of all statements.
 */
export function citationStatements(facts: Facts): LicenseStatement[] {
  return facts.citations.flatMap(({ path, license }): LicenseStatement[] => {
    const id =
      license === undefined || fromHome(path, facts.snapshot.model).includes("/")
        ? undefined
        : normalizeLicenseName(license)?.id;
    const content = facts.snapshot.contents.get(path);
    if (id === undefined || content?.kind !== "text") return [];
    const line = lineWith(content.text, /^license:/);
    const words = `license: ${license}`.slice(0, 400);
    return [
      {
        ...knownBy(id, words, [line, line]),
        scopes: ["code"],
        path,
        lines: [line, line],
        how: "citation",
        reachesRemote: false,
        folder: folderOf(path),
        words,
      },
    ];
  });
}
