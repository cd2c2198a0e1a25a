/** Validates requests and responses against the slice of GitHub's OpenAPI description. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

type Schema = { [key: string]: unknown };
type Parameter = { name: string; in: "path" | "query" | "header"; required?: boolean; schema: Schema };

interface Operation {
  readonly parameters: readonly Parameter[];
  readonly body?: Schema | null;
  readonly bodyRequired?: boolean;
  readonly responses: Readonly<Record<string, Schema | null>>;
}

interface Slice {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly webhooks: Readonly<Record<string, Schema>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

const slice = JSON.parse(readFileSync(join(import.meta.dirname, "api.github.com.generated.json"), "utf8")) as Slice;
const SLICE = "slice.json";
const ajv = new Ajv({ strict: false, allErrors: true, logger: false, coerceTypes: false });
addFormats.default(ajv);
ajv.addSchema({ $id: SLICE, schemas: slice.schemas }, SLICE);

const compiled = new Map<string, ValidateFunction>();

/** References are written from the slice's root. */
function rooted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rooted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" && typeof inner === "string" ? [key, `${SLICE}${inner}`] : [key, rooted(inner)],
    ),
  );
}

/** Refuses properties that a schema does not list, which GitHub ignores in silence and a typing mistake hides behind. */
function closed(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return schema;
  const result: Schema = { ...(schema as Schema) };
  if (typeof result.properties === "object" && result.properties !== null) {
    result.properties = Object.fromEntries(
      Object.entries(result.properties).map(([name, inner]) => [name, closed(inner)]),
    );
    result.additionalProperties ??= false;
  }
  if (result.items !== undefined) result.items = closed(result.items);
  return result;
}

function problems(key: string, schema: () => unknown, value: unknown): string[] {
  let validate = compiled.get(key);
  if (validate === undefined) {
    validate = ajv.compile(rooted(schema()) as Schema);
    compiled.set(key, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const extra = (error.params as { additionalProperty?: string }).additionalProperty;
    return `${error.instancePath || "/"} ${error.message}${extra === undefined ? "" : ` (${extra})`}`;
  });
}

/** Reads a parameter's text as its schema's type, so that `per_page=100` is a number. */
function typed(text: string, schema: Schema): unknown {
  if (schema.type === "integer" && /^-?\d+$/.test(text)) return Number(text);
  if (schema.type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

/** The names of the operations of the slice, as `METHOD /path/{parameter}`. */
export const OPERATION_NAMES: readonly string[] = Object.keys(slice.operations);

/** What is wrong with a request, by the description; an empty list when nothing is. */
export function requestProblems(
  name: string,
  request: { params: Readonly<Record<string, string>>; query: URLSearchParams; body: unknown },
): string[] {
  const operation = slice.operations[name];
  if (operation === undefined) return [`no operation ${name} in the slice`];
  const found: string[] = [];
  for (const parameter of operation.parameters.filter((one) => one.in !== "header")) {
    const texts = parameter.in === "query" ? request.query.getAll(parameter.name) : [request.params[parameter.name]];
    const [text] = texts;
    if (texts.length > 1) found.push(`${parameter.name} is given ${texts.length} times`);
    if (text === undefined) {
      if (parameter.required === true) found.push(`${parameter.name} is missing`);
      continue;
    }
    const key = `${name} ${parameter.in} ${parameter.name}`;
    found.push(
      ...problems(key, () => parameter.schema, typed(text, parameter.schema)).map((p) => `${parameter.name}: ${p}`),
    );
  }
  const known = new Set(operation.parameters.filter((one) => one.in === "query").map((one) => one.name));
  for (const key of new Set(request.query.keys())) {
    if (!known.has(key)) found.push(`the query parameter ${key} is not in the description`);
  }
  if (request.body === undefined) {
    if (operation.bodyRequired === true) found.push("the body is missing");
  } else if (operation.body === undefined || operation.body === null) {
    // Octokit sends an empty object with some requests that take no body.
    if (JSON.stringify(request.body) !== "{}") found.push("a body is sent to an operation that takes none");
  } else found.push(...problems(`${name} body`, () => closed(operation.body), request.body));
  return found;
}

/** What is wrong with an answer of the local GitHub, by the description. */
export function responseProblems(name: string, status: number, body: unknown): string[] {
  const operation = slice.operations[name];
  if (operation === undefined) return [];
  const schema = operation.responses[String(status)];
  if (schema === undefined || schema === null) return [];
  return problems(`${name} ${status}`, () => schema, body);
}

/** What is wrong with a delivery's payload; `name` as in the description, for example `check-run-rerequested`. */
export function webhookProblems(name: string, payload: unknown): string[] {
  const schema = slice.webhooks[name];
  if (schema === undefined || schema === null) throw new Error(`the webhook ${name} is not in the slice`);
  return problems(`webhook ${name}`, () => schema, payload);
}
