/** The official schemas, as judges of what is written. */
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/schemas/${name}.schema.json`, import.meta.url), "utf8")) as Record<
    string,
    unknown
  >;

const draft7 = new Ajv({ strict: false, validateFormats: true });
addFormats.default(draft7);
// IRIs are written as URIs here, which are IRIs as well (RFC 3987, section 3.1); nobody's e-mail is ever written.
const isUriReference = (text: string): boolean => /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-fA-F]{2})*$/.test(text);
draft7.addFormat("iri-reference", isUriReference);
draft7.addFormat("idn-email", () => false);
for (const name of ["spdx", "jsf-0.82", "cryptography-defs"]) draft7.addSchema(read(name));
const draft2020 = new Ajv2020({ strict: false });
addFormats.default(draft2020);

/** Draft 4 differs, in what this schema uses, by the name of its identifier. */
function draft4(name: string): object {
  const { $schema: _, id: __, ...schema } = read(name);
  return schema;
}

export const isCycloneDx = draft7.compile(read("bom-1.7"));
export const isSarif = draft7.compile(draft4("sarif-2.1.0"));
export const isCff = draft7.compile(read("cff-1.2.0"));
export const isMof = draft7.compile(read("mof"));
export const isSpdx = draft2020.compile(read("spdx-3.0.1"));

/** The published schema of the in-toto predicate, which is our own. */
export const isVerdict = draft2020.compile(
  JSON.parse(readFileSync(new URL("../../../docs/verdict.schema.json", import.meta.url), "utf8")) as object,
);

/** What the schema finds wrong, in lines; empty where nothing is. */
export function mistakes(validate: ValidateFunction, value: unknown): readonly string[] {
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
