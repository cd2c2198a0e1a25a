import { open } from "node:fs/promises";
import { MAX_YAML_CHARACTERS } from "../frameworks/yaml.ts";
import { loadPolicy } from "../policy/load.ts";
import type { PolicyProblem } from "../policy/policy.ts";
import { visible } from "../report/markdown/escape.ts";
import { readArguments } from "./arguments.ts";
import { type Command, UsageError } from "./usage.ts";

/** UTF-8 takes at most four bytes for a character; one more, so that a longer file is known to be longer. */
const MAX_BYTES = 4 * MAX_YAML_CHARACTERS + 1;

export const policyCommand: Command = {
  name: "policy",
  summary: "check a policy file before it is committed",
  help: `Usage: openness policy FILE...

Prints every problem of a policy (.github/openness.yml) as FILE:LINE:COLUMN: what was found and what was expected. A notice
tells of what still works, such as the old name of a setting. A policy that extends names is not read.

Exit code: 0 when every file is valid; 2 when one has a problem or cannot be read.
`,
  async run(args) {
    const { positionals } = readArguments("policy", args, {});
    if (positionals.length === 0) throw new UsageError("Name at least one file: openness policy FILE...");
    let isValid = true;
    for (const file of positionals) {
      const text = await readStart(file);
      if (text === undefined) {
        isValid = false;
        continue;
      }
      const { problems } = loadPolicy(text, file);
      for (const problem of problems) process.stdout.write(`${lineOf(problem)}\n`);
      if (problems.some(({ level }) => level !== "notice")) isValid = false;
      else process.stdout.write(`${visible(file)}: valid\n`);
    }
    return isValid ? 0 : 2;
  },
};

/** A problem as compilers print theirs, so that editors find the place. */
const lineOf = ({ path, line, column = 1, level, message }: PolicyProblem): string =>
  `${visible(path)}:${line}:${column}: ${level ?? "warning"}: ${visible(message, 1000)}`;

/** As much of a file as a policy may be long; undefined, with a complaint, where it cannot be read. */
async function readStart(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file);
    try {
      const buffer = new Uint8Array(MAX_BYTES);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      return new TextDecoder().decode(buffer.subarray(0, bytesRead)).replaceAll("\r\n", "\n");
    } finally {
      await handle.close();
    }
  } catch (error) {
    process.stderr.write(`openness: ${visible(file)} could not be read: ${visible((error as Error).message, 300)}\n`);
    return undefined;
  }
}
