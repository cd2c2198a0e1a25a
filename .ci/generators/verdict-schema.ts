/** The JSON Schema of the in-toto predicate, from the zod schema that checks it in the tests. */
import { z } from "zod";
import { verdictSchema } from "../../src/report/formats/in-toto.ts";

export async function generate(): Promise<Map<string, string>> {
  const schema = z.toJSONSchema(verdictSchema, { io: "output" });
  const { $schema, $ref: _, $defs, ...rest } = schema;
  const [own] = Object.values($defs ?? {});
  const whole = own === undefined ? schema : { $schema, ...rest, ...own };
  return new Map([["docs/verdict.schema.json", `${JSON.stringify(whole, null, 2)}\n`]]);
}
