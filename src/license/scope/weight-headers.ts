import type { Lines } from "../../evidence/artifacts/artifact.ts";
import type { WeightFile } from "../../evidence/files/files.ts";
import { licenseOfUrl } from "../names/urls.ts";
import { normalizeLicenseName, parseLicenseExpression } from "../names.ts";
import { knownBy, type LicenseStatement, stricter } from "./statement.ts";

const NOTHING = /^(?:unknown|none|null|undefined|n\/?a|unlicensed|todo|[-.?])$/i;
/** A header has no lines; the file as a whole is what can be pointed at. */
const LINES: Lines = [1, 1];

/**
 * What the headers of weight files say of these files: GGUF's `general.license` (an SPDX expression, with `.name` and
 * `.link` beside it) and the license in safetensors' metadata. Only the file itself is spoken of, and of several
 * licenses that are listed the strictest counts. A license that cannot be named is stated all the same.
 */
export function weightHeaderStatements(weights: readonly WeightFile[]): ReadonlyMap<string, LicenseStatement> {
  const found = new Map<string, LicenseStatement>();
  for (const file of weights) {
    const statement = statementOf(file);
    if (statement !== undefined) found.set(file.path, statement);
  }
  return found;
}

function statementOf({ path, metadata }: WeightFile): LicenseStatement | undefined {
  const license = metadata?.license;
  if (license === undefined) return undefined;
  const stated = license.stated.map((raw) => (/^other$/i.test(raw) ? (license.name ?? license.link ?? raw) : raw));
  const all = stated
    .filter((raw) => !NOTHING.test(raw))
    .map((raw): LicenseStatement => {
      const words = `${license.key}: ${raw}`.slice(0, 400);
      const licenses = idsOf(raw).map(
        (id): LicenseStatement => ({
          ...knownBy(id, words, LINES),
          scopes: ["parameters"],
          path,
          lines: LINES,
          how: "weight-header",
          reachesRemote: false,
          folder: path,
          words,
        }),
      );
      const isChoice = parseLicenseExpression(raw)?.choice === true;
      return licenses.reduce((a, b) => (isChoice ? (stricter(a, b) === a ? b : a) : stricter(a, b)));
    });
  return all.length === 0 ? undefined : all.reduce(stricter);
}

/** The licenses of an expression, an address or a name; null where none can be named. Never empty. */
function idsOf(raw: string): readonly (string | null)[] {
  if (/^https?:/i.test(raw)) return [licenseOfUrl(raw) ?? null];
  const ids = parseLicenseExpression(raw)?.ids ?? [];
  return ids.length > 0 ? ids : [normalizeLicenseName(raw)?.id ?? null];
}
