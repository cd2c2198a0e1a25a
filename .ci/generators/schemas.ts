/** The published JSON Schemas, from the zod schemas that validate: the report as it is written, the policy as it is typed. */
import { z } from "zod";
import { policySchema } from "../../src/policy/policy.ts";
import { reportSchema } from "../../src/report/schema.ts";

export async function generate(): Promise<Map<string, string>> {
  const schemas = {
    "docs/report.schema.json": z.toJSONSchema(reportSchema, { io: "output" }),
    "docs/policy.schema.json": z.toJSONSchema(policySchema, { io: "input" }),
  };
  return new Map(
    Object.entries(schemas).map(([path, schema]) => [path, `${JSON.stringify(atRoot(schema), null, 2)}\n`]),
  );
}

/** A schema with an id is written as a reference to its definition; readers find it easier at the root, the parts beside it. */
function atRoot({ $schema, $ref, $defs, ...rest }: z.core.JSONSchema.BaseSchema): object {
  const name = /^#\/\$defs\/([^/]{1,100})$/.exec($ref ?? "")?.[1];
  const { [name ?? ""]: root, ...others } = $defs ?? {};
  if (root === undefined) return { $schema, $ref, $defs, ...rest };
  return { $schema, ...rest, ...root, ...(Object.keys(others).length === 0 ? {} : { $defs: others }) };
}
