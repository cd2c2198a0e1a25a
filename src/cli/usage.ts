/** The command was called wrongly: says how, and what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  /** Runs with the arguments after the command's name and gives the exit code. */
  run(args: readonly string[]): Promise<number>;
}
