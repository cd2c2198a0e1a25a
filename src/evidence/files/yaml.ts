import { parseDocument } from "yaml";
import { isTreeShaped } from "./tree-shaped.ts";

const MAX_YAML_CHARACTERS = 20_000;

/**
 * The plain value of a YAML text. Unknown tags (`!function utils.f` of harness task files) are kept as their scalars
 * and never throw; an alias bomb is refused, and so is an alias inside its own anchor. A text above 20,000 characters is
 * not parsed, because the parser needs half a second for 60 kB of the worst kind.
 * @returns undefined when it cannot be read
 */
export function parseYaml(text: string): unknown {
  if (text.length > MAX_YAML_CHARACTERS) return undefined;
  try {
    const document = parseDocument(text, { logLevel: "silent", uniqueKeys: false, strict: false });
    if (document.errors.length > 0) return undefined;
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    return isTreeShaped(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
