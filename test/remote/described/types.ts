/** Reads the plain part of TypeScript's types that descriptions of answers use, as JSON Schema. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** What is read of an interface: its fields, and the fields of what a field refers to. */
export interface Wanted {
  readonly fields: readonly string[];
  readonly within?: Readonly<Record<string, readonly string[]>>;
}

interface Member {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: string;
}

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** The exported interfaces and unions of some sources. */
export function readTypes(sources: readonly string[]): { schemaOf(name: string, wanted: Wanted): JsonObject } {
  const text = sources.join("\n").replace(COMMENT, "");

  function interfaceNamed(name: string): string | undefined {
    const start = text.indexOf(`interface ${name} {`);
    return start < 0 ? undefined : block(text, text.indexOf("{", start));
  }

  function schemaOfInterface(name: string, { fields, within = {} }: Wanted): JsonObject {
    const body = interfaceNamed(name);
    if (body === undefined) throw new Error(`there is no interface ${name}`);
    const members = membersOf(body);
    const wanted = fields.map((field) => {
      const member = members.find((one) => one.name === field);
      if (member === undefined) throw new Error(`${name} has no ${field}`);
      return member;
    });
    return objectOf(wanted, (member) =>
      within[member.name] !== undefined && interfaceNamed(member.type) !== undefined
        ? schemaOfInterface(member.type, { fields: within[member.name] as string[] })
        : schemaOfType(member.type),
    );
  }

  function schemaOfType(type: string): JsonObject {
    const choices = split(type, "|");
    if (choices.length > 1) {
      const literals = choices.map(literalOf);
      return literals.every((one) => one !== undefined)
        ? { enum: literals as Json[] }
        : { anyOf: choices.map(schemaOfType) };
    }
    const literal = literalOf(type);
    if (literal !== undefined) return { enum: [literal] };
    if (["string", "number", "boolean"].includes(type)) return { type };
    if (type === "unknown") return {};
    if (type.endsWith("[]")) return { type: "array", items: schemaOfType(type.slice(0, -2)) };
    const [, generic, inner] = /^(Array|Record)<([\s\S]+)>$/.exec(type) ?? [];
    if (generic === "Array") return { type: "array", items: schemaOfType(inner as string) };
    if (generic === "Record") {
      return { type: "object", additionalProperties: schemaOfType(split(inner as string, ",")[1] as string) };
    }
    if (type.startsWith("{")) return objectOf(membersOf(block(type, 0)), (member) => schemaOfType(member.type));
    const alias = new RegExp(`export type ${type} =([^;]+);`).exec(text)?.[1];
    if (alias === undefined) throw new Error(`the type ${type} cannot be read`);
    return schemaOfType(alias.trim().replace(/^\|/, "").trim());
  }

  return { schemaOf: schemaOfInterface };
}

const objectOf = (members: readonly Member[], schemaOf: (member: Member) => JsonObject): JsonObject => ({
  type: "object",
  properties: Object.fromEntries(members.map((member) => [member.name, schemaOf(member)])),
  required: members.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
});

function literalOf(type: string): Json | undefined {
  if (type === "false" || type === "true") return type === "true";
  return type === "null" ? null : /^"([^"]*)"$/.exec(type)?.[1];
}

/** What stands between a bracket and the one that closes it. */
function block(text: string, open: number): string {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}") depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  throw new Error("a bracket is not closed");
}

/** Splits at a sign that stands outside of brackets. */
function split(text: string, sign: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if ("{<([".includes(letter)) depth += 1;
    else if ("}>)]".includes(letter)) depth -= 1;
    if (letter === sign && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function membersOf(body: string): Member[] {
  return split(body, ";").map((member) => {
    const [, name, mark, type] = /^"?([\w-]+)"?(\?)?:\s*([\s\S]+)$/.exec(member) ?? [];
    if (name === undefined || type === undefined) throw new Error(`cannot read ${member.slice(0, 100)}`);
    return { name, isOptional: mark === "?", type: type.trim().replace(/^\|\s*/, "") };
  });
}
