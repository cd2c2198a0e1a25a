/**
 * Writes the generated files, or with `--check` fails when one is stale. Each module in `.ci/generators/` exports
 * `generate(): Promise<Map<path, bytes>>`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

type Generator = { generate(): Promise<ReadonlyMap<string, string | Uint8Array>> };

const root = join(import.meta.dirname, "..");
const folder = join(import.meta.dirname, "generators");
const check = process.argv.includes("--check");
const stale: string[] = [];

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .sort()) {
  const { generate } = (await import(join(folder, name))) as Generator;
  for (const [path, content] of await generate()) {
    const wanted = Buffer.from(content);
    const file = join(root, path);
    let current: Buffer | undefined;
    try {
      current = readFileSync(file);
    } catch {
      current = undefined;
    }
    if (current?.equals(wanted)) continue;
    if (check) stale.push(path);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, wanted);
      console.log(`wrote ${path}`);
    }
  }
}
if (stale.length > 0) {
  console.error(`Stale generated files, run \`npm run generate\`:\n  ${stale.join("\n  ")}`);
  process.exit(1);
}
if (check) console.log("generate: every generated file is fresh");
