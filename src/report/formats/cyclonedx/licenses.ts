/** Licenses in CycloneDX: an identifier that its schema lists, an SPDX expression, or else a name. */
import parseExpression from "spdx-expression-parse";
import { spdxId } from "../../../license/names/spdx.ts";
import { visible } from "../../markdown/escape.ts";

export type LicenseChoice =
  | { readonly license: NamedChoice }
  | { readonly expression: string; readonly acknowledgement: Acknowledgement };

type NamedChoice = ({ readonly id: string } | { readonly name: string }) & {
  readonly acknowledgement: Acknowledgement;
  readonly url?: string;
};

/** What the repository says of itself, or what the audit made of it (CycloneDX 1.7, licenseAcknowledgement). */
export type Acknowledgement = "declared" | "concluded";

/** Identifiers of SPDX's list that the schema of CycloneDX 1.7 does not take yet: a document with one is not valid. */
export const NEWER: ReadonlySet<string> = new Set([
  "BSD-2-Clause-pos-unchanged",
  "BSD-3-Clause-OpenWebUI",
  "BSD-Source-Code-no-disclaimer",
  "BSD-Source-alt-GPL",
  "BSD-ask-to-endorse",
  "Brian-Gladman-3-Clause-no-conversion",
  "Bugroff",
  "CC-BY-NC-3.0-IGO",
  "FDK-MPEG-H",
  "Hippocratic-3.0-core",
  "Informatica",
  "MVT-1.1",
  "atc-game",
]);

/** One license by the name that the report gives it; `url` is where its text or statement is. */
export function licenseChoice(id: string | null, acknowledgement: Acknowledgement, url?: string): LicenseChoice {
  const rest = { acknowledgement, ...(url === undefined ? {} : { url }) };
  if (id === null) return { license: { name: "A license that could not be named", ...rest } };
  if (spdxId(id) === id && !NEWER.has(id)) return { license: { id, ...rest } };
  if (/ (?:AND|OR|WITH) /.test(id) && isExpression(id)) return { expression: id, acknowledgement };
  return { license: { name: visible(id, 300) || "A license without a name", ...rest } };
}

const LONGEST_EXPRESSION = 1000;

export function isExpression(text: string): boolean {
  if (text.length > LONGEST_EXPRESSION || !/^[\w.+()\-: ]{1,1000}$/.test(text)) return false;
  try {
    parseExpression(text);
    return true;
  } catch {
    return false;
  }
}
