import { SnapshotError } from "../snapshot/snapshot.ts";
import { VERSION } from "../version.ts";
import { COMMANDS } from "./commands.ts";
import { UsageError } from "./usage.ts";

/** Bad usage, or a source that cannot be read. */
const EXIT_UNUSABLE = 2;

/**
 * Runs the command that the arguments name.
 * @returns the exit code; what a person did wrong is said on standard error
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof SnapshotError)) throw error;
    process.stderr.write(`openness: ${error.message}\n`);
    return EXIT_UNUSABLE;
  }
}

async function run(args: readonly string[]): Promise<number> {
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
