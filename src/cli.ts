#!/usr/bin/env node
/** The `openness` command: arguments in, exit code out. */
import { COMMANDS } from "./cli/commands.ts";
import { UsageError } from "./cli/usage.ts";
import { SnapshotError } from "./snapshot/snapshot.ts";
import { VERSION } from "./version.ts";

/** Bad usage, or a source that cannot be read. */
const EXIT_UNUSABLE = 2;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(overview());
    return name === undefined ? EXIT_UNUSABLE : 0;
  }
  if (name === "--version" || name === "-V") {
    process.stdout.write(`openness ${VERSION}\n`);
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) throw new UsageError(`There is no command "${name}". \`openness --help\` lists them.`);
  if (rest.includes("--help") || rest.includes("-h")) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(rest);
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return [
    "openness: how open is a machine-learning model repository, and what is missing?",
    "",
    "Usage: openness COMMAND [OPTIONS]",
    "",
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "`openness COMMAND --help` explains a command. `openness --version` prints the version.",
    "",
  ].join("\n");
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof SnapshotError)) throw error;
  process.stderr.write(`openness: ${error.message}\n`);
  process.exitCode = EXIT_UNUSABLE;
}
