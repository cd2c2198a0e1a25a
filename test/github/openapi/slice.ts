/**
 * Cuts the operations that the local GitHub serves out of GitHub's own OpenAPI description, and writes them beside this
 * script. Run by hand when an operation is added:
 *
 *     npm install --prefix /tmp/openapi @octokit/openapi@23.0.2     # 385 MB, so never inside the checkout
 *     node_modules/.bin/node test/github/openapi/slice.ts /tmp/openapi/node_modules/@octokit/openapi
 *
 * Prose and examples are dropped, and OpenAPI 3.0's `nullable` is rewritten as JSON Schema, which is what ajv reads.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OPERATIONS = [
  "GET /app",
  "GET /app/hook/deliveries",
  "GET /app/hook/deliveries/{delivery_id}",
  "POST /app/hook/deliveries/{delivery_id}/attempts",
  "GET /app/installations",
  "GET /app/installations/{installation_id}",
  "POST /app/installations/{installation_id}/access_tokens",
  "GET /installation/repositories",
  "GET /rate_limit",
  "GET /repos/{owner}/{repo}",
  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}",
  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations",
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
  "GET /repos/{owner}/{repo}/commits/{ref}",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
  "GET /repos/{owner}/{repo}/contents/{path}",
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
  "GET /repos/{owner}/{repo}/git/ref/{ref}",
  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
  "GET /repos/{owner}/{repo}/installation",
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "GET /repos/{owner}/{repo}/pulls",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}",
  "POST /repos/{owner}/{repo}/check-runs",
  "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}",
];

/** Deliveries whose payloads the tests check, as the description names them. */
const WEBHOOKS = [
  "push",
  "pull-request-opened",
  "pull-request-closed",
  "issue-comment-created",
  "pull-request-review-comment-created",
  "pull-request-review-submitted",
  "check-run-rerequested",
  "check-run-requested-action",
  "check-suite-rerequested",
  "merge-group-checks-requested",
  "installation-created",
  "installation-deleted",
  "installation-repositories-added",
  "installation-repositories-removed",
];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };
type Operation = { parameters?: Json[]; requestBody?: JsonObject; responses: JsonObject };
type Description = {
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  "x-webhooks": Record<string, { post: { requestBody: JsonObject } }>;
  components: { schemas: JsonObject; parameters: JsonObject; responses: JsonObject };
};

const PROSE = new Set([
  "description",
  "example",
  "examples",
  "title",
  "default",
  "deprecated",
  "externalDocs",
  "discriminator",
]);
/** Keywords whose values are maps from names, where a key is never a keyword. */
const NAME_MAPS = new Set(["properties", "patternProperties"]);

const source = process.argv[2];
if (source === undefined) {
  console.error("usage: node test/github/openapi/slice.ts PATH-OF-@octokit/openapi");
  process.exit(2);
}
const description = JSON.parse(readFileSync(join(source, "generated", "api.github.com.json"), "utf8")) as Description;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function resolve(value: Json): JsonObject {
  if (!isObject(value)) throw new Error(`not an object: ${JSON.stringify(value)}`);
  const reference = value.$ref;
  if (typeof reference !== "string") return value;
  const [, , section, name] = reference.split("/");
  return resolve(description.components[section as "schemas"][name as string] as Json);
}

const wanted = new Set<string>();

/** Rewrites a schema as JSON Schema without prose, and notes the schemas that it refers to. */
function schemaOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(schemaOf);
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (PROSE.has(key) || key.startsWith("x-") || key === "nullable") continue;
    if (key === "$ref" && typeof inner === "string") {
      const name = inner.slice("#/components/schemas/".length);
      wanted.add(name);
      result.$ref = `#/schemas/${name}`;
    } else if (NAME_MAPS.has(key) && isObject(inner)) {
      result[key] = Object.fromEntries(Object.entries(inner).map(([name, schema]) => [name, schemaOf(schema)]));
    } else if (key === "enum" || key === "required") result[key] = inner;
    else result[key] = schemaOf(inner);
  }
  if (value.nullable !== true) return result;
  if (typeof result.type !== "string") return { anyOf: [result, { type: "null" }] };
  result.type = [result.type, "null"];
  if (Array.isArray(result.enum) && !result.enum.includes(null)) result.enum = [...result.enum, null];
  return result;
}

const jsonSchemaOf = (content: Json | undefined): Json | undefined => {
  if (!isObject(content)) return undefined;
  const json = content["application/json"];
  return isObject(json) && json.schema !== undefined ? schemaOf(json.schema) : undefined;
};

const operations: JsonObject = {};
for (const name of OPERATIONS) {
  const [method, path] = name.split(" ") as [string, string];
  const operation = description.paths[path]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`${name} is not in the description`);
  const parameters: JsonObject[] = (operation.parameters ?? []).map((raw) => {
    const parameter = resolve(raw);
    return {
      name: parameter.name as string,
      in: parameter.in as string,
      ...(parameter.required === true ? { required: true } : {}),
      schema: schemaOf(parameter.schema as Json),
    };
  });
  const responses: JsonObject = {};
  for (const [status, raw] of Object.entries(operation.responses)) {
    responses[status] = jsonSchemaOf(resolve(raw).content) ?? null;
  }
  const body = operation.requestBody;
  operations[name] = {
    parameters,
    ...(body === undefined ? {} : { body: jsonSchemaOf(body.content) ?? null, bodyRequired: body.required === true }),
    responses,
  };
}

// The description asks that an installation's account be a user and an enterprise at once, which its own example is not.
// The same installation is described rightly where it is shown alone.
const list = (operations["GET /app/installations"] as JsonObject).responses as JsonObject;
list["200"] = { type: "array", items: { $ref: "#/schemas/installation" } };

const webhooks: JsonObject = {};
for (const name of WEBHOOKS) {
  const webhook = description["x-webhooks"][name];
  if (webhook === undefined) throw new Error(`the webhook ${name} is not in the description`);
  webhooks[name] = jsonSchemaOf(webhook.post.requestBody.content) ?? null;
}

const schemas: JsonObject = {};
for (let before = -1; before !== wanted.size; ) {
  before = wanted.size;
  for (const name of [...wanted]) schemas[name] ??= schemaOf(description.components.schemas[name] as Json);
}

const slice = {
  provenance: {
    package: "@octokit/openapi",
    version: description.info.version,
    file: "generated/api.github.com.json",
    license: readFileSync(join(source, "LICENSE"), "utf8").trim(),
    changes:
      "operations selected; prose and examples dropped; nullable rewritten as JSON Schema; installations listed as they are shown alone",
    script: "test/github/openapi/slice.ts",
  },
  operations,
  webhooks,
  schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
};
// One operation or schema a line keeps the file small and its differences readable.
const lines = (members: JsonObject): string =>
  `{\n${Object.entries(members)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(",\n")}\n}`;
const text = `{"provenance":${JSON.stringify(slice.provenance)},\n"operations":${lines(slice.operations)},\n"webhooks":${lines(slice.webhooks)},\n"schemas":${lines(slice.schemas)}}\n`;
writeFileSync(join(import.meta.dirname, "api.github.com.generated.json"), text);
console.log(`${OPERATIONS.length} operations, ${wanted.size} schemas, ${text.length} bytes`);
