import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import { isObject, type JsonObject, parseJson } from "../../evidence/files/json.ts";
import { licenseOfUrl } from "../names/urls.ts";
import { normalizeLicenseName } from "../names.ts";
import { folderOf, lineWith } from "./places.ts";
import { knownBy, type LicenseStatement, type Scope } from "./statement.ts";

const DESCRIPTION =
  /(^|\/)(config|model_index|params|adapter_config|generation_config|model|model_?card|model_?metadata|metadata|[\w.-]{0,60}croissant[\w.-]{0,60}|dataset_infos?|datapackage|[\w.-]{1,60}\.modelspec)\.json$/i;
const CROISSANT = /mlcommons\.org\/croissant\/1/;
const MOST_DESCRIPTIONS = 40;
const MOST_CHARACTERS = 1_000_000;

/**
 * Licenses in descriptions made for machines. Croissant 1.0 and 1.1 (`license`), Frictionless data packages
 * (`licenses`) and the hub's `dataset_infos.json` speak of data; a model's configuration, the ModelSpec keys of
 * safetensors and GGUF's `general.license`, where they are kept as JSON, speak of its parameters.
 */
export function descriptionStatements(facts: Facts): LicenseStatement[] {
  return facts.entries
    .filter(({ path, kind }) => kind === "file" && DESCRIPTION.test(path) && areaOf(path) === "own")
    .slice(0, MOST_DESCRIPTIONS)
    .flatMap(({ path }): LicenseStatement[] => {
      const content = facts.snapshot.contents.get(path);
      if (content?.kind !== "text" || content.text.length > MOST_CHARACTERS || !/licen[cs]e/i.test(content.text))
        return [];
      const value = parseJson(content.text);
      if (!isObject(value)) return [];
      const { scope, stated, about } = readDescription(path, value);
      const line = lineWith(content.text, /"[\w.]{0,40}licen[cs]es?"/i);
      return stated.map((raw): LicenseStatement => {
        const known = knownBy(idOf(raw), `license: ${raw}`, [line, line]);
        return {
          ...known,
          scopes: [scope],
          path,
          lines: [line, line],
          how: "description",
          // A data set's description says which data set it is of; a configuration lies beside many a model's code, and
          // what it permits is believed of the files beside it only.
          reachesRemote: scope === "data" || known.open !== true,
          folder: folderOf(path),
          words: about.slice(0, 400),
        };
      });
    });
}

interface Description {
  readonly scope: Scope;
  readonly stated: readonly string[];
  /** Names and addresses of what is described. */
  readonly about: string;
}

function readDescription(path: string, value: JsonObject): Description {
  const about = [value.name, value.url, value.sameAs].flatMap(stringsIn).join(" ");
  const data = (license: unknown): Description => ({ scope: "data", stated: stringsIn(license), about });
  if (CROISSANT.test(stringsIn(value.conformsTo ?? value["dct:conformsTo"]).join(" "))) return data(value.license);
  if (/datapackage\.json$/i.test(path)) return data(value.licenses ?? value.license);
  if (/dataset_infos?\.json$/i.test(path)) {
    const parts = [value, ...Object.values(value).slice(0, 20)].filter(isObject);
    return data(parts.map(({ license }) => license));
  }
  const inner = [value, value.__metadata__, value.metadata, value.general].filter(isObject);
  const license = inner.flatMap((part) =>
    stringsIn(part.license ?? part["general.license"] ?? part["modelspec.license"]),
  );
  return { scope: "parameters", stated: license, about };
}

const MOST_STATED = 5;

/** The strings of a value: itself, those of a list, and the name or address of an object. */
function stringsIn(value: unknown): string[] {
  const all = Array.isArray(value) ? value.slice(0, MOST_STATED) : [value];
  return all.flatMap((one): string[] => {
    if (typeof one === "string") return one.trim() === "" ? [] : [one.trim().slice(0, 300)];
    if (Array.isArray(one)) return one.slice(0, MOST_STATED).filter((part) => typeof part === "string");
    if (!isObject(one)) return [];
    const said = one.url ?? one["@id"] ?? one.name ?? one.path;
    return typeof said === "string" ? [said.slice(0, 300)] : [];
  });
}

function idOf(raw: string): string | null {
  return (/^https?:/i.test(raw) ? licenseOfUrl(raw) : undefined) ?? normalizeLicenseName(raw)?.id ?? null;
}
