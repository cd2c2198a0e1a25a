/**
 * What a policy still says when its YAML is broken. One slip must not undo a whole policy: a check that the owner made
 * strict would turn lenient, and a comment that was turned off would come back.
 */
import { isRecord, MAX_YAML_CHARACTERS, readYaml } from "../frameworks/yaml.ts";
import { FAILURES } from "./policy.ts";

const MAX_BLOCKS = 50;

/** The settings that can be read by themselves. A `fail` list that cannot demands everything until it is mended. */
export function salvage(text: string): Readonly<Record<string, unknown>> {
  const settings: Record<string, unknown> = {};
  for (const block of blocksOf(text.slice(0, MAX_YAML_CHARACTERS))) {
    const yaml = readYaml(block);
    if (yaml.ok && isRecord(yaml.value)) Object.assign(settings, { ...yaml.value });
    else if (/^["']?fail["']? {0,10}:/.test(block)) settings.fail = [...FAILURES];
  }
  return settings;
}

/** The text cut before every line that begins a setting: one that starts neither with a space, a comment nor a list item. */
function blocksOf(text: string): readonly string[] {
  const blocks: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^[\w"']/.test(line)) blocks.push([]);
    blocks.at(-1)?.push(line);
    if (blocks.length > MAX_BLOCKS) break;
  }
  return blocks.map((lines) => lines.join("\n"));
}
