/** Commands on the server's database, run in this process as a person would run them. */
import { afterEach, expect, onTestFinished, vi } from "vitest";
import type { Command } from "../../src/cli/usage.ts";
import { freshDataDir } from "../database/embedded.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A folder of an embedded database of its own, which the environment names. */
export async function dataDir(): Promise<string> {
  const fresh = await freshDataDir();
  onTestFinished(fresh.close);
  vi.stubEnv("DATA_DIR", fresh.dataDir);
  vi.stubEnv("DATABASE_URL", "");
  return fresh.dataDir;
}

/** What the command prints; its exit code has to be 0. */
export async function run(command: Command, ...args: string[]): Promise<string> {
  let printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  expect(await command.run(args)).toBe(0);
  return printed;
}
