import { readFile } from "node:fs/promises";
import { evaluateCommand as evaluateFiles, type GivenFile } from "../frameworks/mof/evaluate-command.ts";
import { readArguments } from "./arguments.ts";
import { type Command, UsageError } from "./usage.ts";

export const evaluateCommand: Command = {
  name: "evaluate",
  summary: "class and progress of Model Openness Tool files, as that tool computes them",
  help: `Usage: openness evaluate FILE...

Reads Model Openness Tool files (YAML or JSON) and prints a JSON array of
  { "file", "class": 0|1|2|3, "label", "progress": { "1", "2", "3" } }
computed as the Model Openness Tool computes them. A file that is none gets "error" instead.

Exit code: 0; 2 if a file could not be read or is no such file.
`,
  async run(args) {
    const { positionals } = readArguments("evaluate", args, {});
    if (positionals.length === 0) throw new UsageError("Name at least one file: openness evaluate FILE...");
    const results = evaluateFiles(await Promise.all(positionals.map(read)));
    process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
    return results.some((result) => "error" in result) ? 2 : 0;
  },
};

function read(file: string): Promise<GivenFile> {
  return readFile(file, "utf8").then(
    (text) => ({ file, text }),
    (error: Error) => ({ file, error: `The file could not be read: ${error.message}` }),
  );
}
