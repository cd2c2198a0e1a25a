import { open } from "node:fs/promises";
import { licenseCommand as identifyFiles, MAX_LICENSE_BYTES } from "../license/command.ts";
import { readArguments } from "./arguments.ts";
import { type Command, UsageError } from "./usage.ts";

export const licenseCommand: Command = {
  name: "license",
  summary: "which licenses files hold, whether they are open, and what they restrict",
  help: `Usage: openness license FILE...

Prints a JSON array of
  { "file", "licenses": [{ "id", "coverage" }], "expression", "open": true|false|null, "restrictions": [...] }
"open" is true only if every part of the text is proved open, null if that cannot be told.

Exit code: 0; 2 if a file could not be read.
`,
  async run(args) {
    const { positionals } = readArguments("license", args, {});
    if (positionals.length === 0) throw new UsageError("Name at least one file: openness license FILE...");
    const files: { file: string; bytes: Uint8Array }[] = [];
    let failed = false;
    for (const file of positionals) {
      try {
        files.push({ file, bytes: await readStart(file) });
      } catch (error) {
        failed = true;
        process.stderr.write(`openness: ${file} could not be read: ${(error as Error).message}\n`);
      }
    }
    process.stdout.write(`${JSON.stringify(identifyFiles(files), null, 1)}\n`);
    return failed ? 2 : 0;
  },
};

/** One byte more than is looked at, so that a longer file is known to be longer. */
async function readStart(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = new Uint8Array(MAX_LICENSE_BYTES + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
