/** Executes GraphQL documents over GitHub's published schema. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  parse,
  validate,
} from "graphql";
import { LimitExceeded } from "../checks.ts";
import type { Fault } from "../faults.ts";
import type { Violation } from "../violations.ts";
import { Refusal } from "../world.ts";
import { MUTATIONS, QUERIES } from "./roots.ts";
import type { Sight } from "./sight.ts";
import { MissingNumber } from "./view.ts";

/** The package exports no path to the file, and its own entry reads two megabytes of JSON besides. */
const SCHEMA = join(import.meta.dirname, "../../../node_modules/@octokit/graphql-schema/schema.graphql");

let built: GraphQLSchema | undefined;
/** GitHub's schema, built on first use (a quarter of a second). */
export function githubSchema(): GraphQLSchema {
  built ??= buildSchema(readFileSync(SCHEMA, "utf8"), { assumeValid: true });
  return built;
}

export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null;
  readonly operationName?: string | null;
}

/** The fields at the root of the operation: what a fault is matched with. An unreadable document has none. */
export function rootFields(request: GraphQLRequest): string[] {
  let document: DocumentNode;
  try {
    document = parse(request.query);
  } catch {
    return [];
  }
  const operation = getOperationAST(document, request.operationName ?? undefined);
  return (operation?.selectionSet.selections ?? []).flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
}

interface Context extends Sight {
  readonly faults: Fault[];
  record(violation: Violation): void;
}

export interface GraphQLAnswer {
  /** 422 when the document itself is against the schema, so that no test overlooks it; GitHub answers 200. */
  readonly status: 200 | 422;
  readonly body: { readonly data?: unknown; readonly errors?: readonly object[] };
}

const resolveField: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const roots =
    info.parentType.name === "Query" ? QUERIES : info.parentType.name === "Mutation" ? MUTATIONS : undefined;
  if (roots !== undefined) {
    strike(context, info.fieldName);
    const resolver = roots[info.fieldName];
    if (resolver !== undefined) return resolver(args, context);
  } else {
    const value = (source as Record<string, unknown>)[info.fieldName];
    if (typeof value === "function") return (value as (args: unknown) => unknown)(args);
    if (value !== undefined) return value;
    // A default that a payload may leave out.
    if (info.fieldName === "clientMutationId") return null;
  }
  const where = `${info.parentType.name}.${info.fieldName}`;
  context.record({ kind: "graphql", where, problem: "the local GitHub does not serve this field" });
  throw new Error(`the local GitHub does not serve ${where}`);
};

/** A field that failed because a fault says so. */
class Fallen extends Error {}

/** Fails one root field for a fault that names it. */
function strike(context: Context, field: string): void {
  const index = context.faults.findIndex(
    ({ kind, match }) => match.graphql === field && (kind === "field-error" || kind === "not-found"),
  );
  const [fault] = index < 0 ? [] : context.faults.splice(index, 1);
  if (fault?.kind === "not-found") throw new Refusal(404, "NOT_FOUND", "Could not resolve to a node.");
  if (fault !== undefined) throw new Fallen("Something went wrong while executing your query.");
}

function show(error: GraphQLError, record: (violation: Violation) => void): object {
  const cause = error.originalError;
  const path = error.path ?? [];
  if (cause instanceof LimitExceeded) record({ kind: "limit", where: path.join("."), problem: cause.message });
  const type = cause instanceof Refusal ? cause.type : cause instanceof MissingNumber ? "NOT_FOUND" : undefined;
  if (cause === undefined || cause instanceof GraphQLError) {
    record({ kind: "graphql", where: path.join("."), problem: error.message });
  } else if (type === undefined && !(cause instanceof Fallen)) {
    // A defect of this server, such as a null where the schema promises a value.
    record({ kind: "response", where: path.join("."), problem: error.message });
  }
  return {
    ...(type === undefined ? {} : { type }),
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    message: error.message,
  };
}

/** Validates and executes one request. A document against the schema is recorded as a violation. */
export async function executeGraphQL(
  request: GraphQLRequest,
  sight: Sight,
  faults: Fault[],
  record: (violation: Violation) => void,
): Promise<GraphQLAnswer> {
  const schema = githubSchema();
  const refuse = (problems: readonly GraphQLError[]): GraphQLAnswer => {
    for (const { message } of problems) record({ kind: "graphql", where: "document", problem: message });
    return { status: 422, body: { errors: problems.map(({ locations, message }) => ({ locations, message })) } };
  };
  let document: DocumentNode;
  try {
    document = parse(request.query);
  } catch (error) {
    return refuse([error as GraphQLError]);
  }
  const problems = validate(schema, document);
  if (problems.length > 0) return refuse(problems);
  const result = await execute({
    schema,
    document,
    rootValue: {},
    contextValue: { ...sight, lacking: sight.lacking, faults, record } satisfies Context,
    variableValues: request.variables ?? {},
    operationName: request.operationName ?? null,
    fieldResolver: resolveField as GraphQLFieldResolver<unknown, unknown>,
  });
  // Without data the variables did not fit their types.
  if (result.data === undefined && result.errors !== undefined) return refuse(result.errors);
  return {
    status: 200,
    body: {
      data: result.data,
      ...(result.errors === undefined ? {} : { errors: result.errors.map((error) => show(error, record)) }),
    },
  };
}
