/**
 * Cuts what the remote room reads out of the hosts' own machine-readable descriptions, and writes it beside this script.
 * Run by hand when another field is read:
 *
 *     npm install --prefix /tmp/described --ignore-scripts @huggingface/hub@2.17.5 @octokit/openapi@23.0.2
 *     node_modules/.bin/node test/remote/described/slice.ts /tmp/described/node_modules
 *
 * Hugging Face describes its answers as TypeScript types, GitHub as OpenAPI; both become JSON Schema. A field that a
 * description always has stays required, all others are optional; fields that are not read are left out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readTypes } from "./types.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const modules = process.argv[2];
if (modules === undefined) {
  console.error("usage: node test/remote/described/slice.ts FOLDER-OF-node_modules");
  process.exit(2);
}

const read = (...path: string[]): string => readFileSync(join(modules, ...path), "utf8");
const provenanceOf = (name: string, files: readonly string[]): JsonObject => ({
  package: name,
  version: (JSON.parse(read(name, "package.json")) as { version: string }).version,
  files: [...files],
  license: read(name, "LICENSE").trim(),
  changes: "rewritten as JSON Schema; fields selected; prose and examples dropped",
  script: "test/remote/described/slice.ts",
});

const HUB_FILES = ["src/types/public.ts", "src/types/api/api-model.ts", "src/types/api/api-dataset.ts"];
const hub = readTypes(HUB_FILES.map((file) => read("@huggingface/hub", file)));
const CARD = ["license", "license_name", "license_link"];
const COMMON = ["sha", "private", "gated", "disabled", "lastModified", "cardData"];

const GITHUB_FILE = "generated/api.github.com.json";
const github = JSON.parse(read("@octokit/openapi", GITHUB_FILE)) as { components: { schemas: JsonObject } };

/** The fields that are read of a GitHub schema; a name maps to the fields that are read of what it holds. */
interface Fields {
  readonly [name: string]: Fields | true;
}

/** OpenAPI 3.0 as JSON Schema, of the wanted fields. */
function cut(value: Json, fields: Fields | true): JsonObject {
  const schema = value as JsonObject;
  if (typeof schema.$ref === "string")
    return cut(github.components.schemas[schema.$ref.split("/")[3] as string]!, fields);
  const nullable = schema.nullable === true;
  const choices = (schema.anyOf ?? schema.allOf) as Json[] | undefined;
  if (choices !== undefined && schema.properties === undefined) {
    const cutChoices = choices.map((one) => cut(one, fields));
    return { anyOf: nullable ? [...cutChoices, { type: "null" }] : cutChoices };
  }
  const type: Json = nullable ? [schema.type as string, "null"] : (schema.type as string);
  if (schema.items !== undefined) return { type, items: cut(schema.items, fields) };
  if (fields === true) return schema.enum === undefined ? { type } : { type, enum: schema.enum };
  const properties = schema.properties as JsonObject;
  const names = Object.keys(fields);
  return {
    type,
    properties: Object.fromEntries(names.map((name) => [name, cut(properties[name]!, fields[name]!)])),
    required: ((schema.required ?? []) as string[]).filter((name) => names.includes(name)),
  };
}

const schemas = github.components.schemas;
const slices: Record<string, { provenance: JsonObject; schemas: JsonObject }> = {
  huggingface: {
    provenance: provenanceOf("@huggingface/hub", HUB_FILES),
    schemas: {
      model: hub.schemaOf("ApiModelInfo", {
        fields: [...COMMON, "siblings", "safetensors"],
        within: { cardData: [...CARD, "base_model"] },
      }),
      dataset: hub.schemaOf("ApiDatasetInfo", { fields: COMMON, within: { cardData: CARD } }),
    },
  },
  github: {
    provenance: provenanceOf("@octokit/openapi", [GITHUB_FILE]),
    schemas: {
      repository: cut(schemas["full-repository"]!, { private: true, size: true, license: { spdx_id: true } }),
      release: cut(schemas.release!, { tag_name: true, draft: true, assets: { name: true, size: true, state: true } }),
      error: cut(schemas["basic-error"]!, { message: true, documentation_url: true }),
    },
  },
};

const target = join(import.meta.dirname, "hosts.generated.json");
// One schema a line keeps the file small and its differences readable.
const text = Object.entries(slices)
  .map(([host, slice]) => {
    const lines = Object.entries(slice.schemas).map(
      ([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`,
    );
    return `${JSON.stringify(host)}:{"provenance":${JSON.stringify(slice.provenance)},\n"schemas":{\n${lines.join(",\n")}\n}}`;
  })
  .join(",\n");
writeFileSync(target, `{${text}}\n`);
console.log(`${text.length} bytes`);
