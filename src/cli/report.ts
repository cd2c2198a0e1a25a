import { open, stat } from "node:fs/promises";
import { type Report, reportSchema, SCHEMA_VERSION } from "../report/schema.ts";
import { readArguments } from "./arguments.ts";
import { auditSource } from "./audit.ts";
import { FORMAT_HELP, FORMAT_OPTIONS, partOf, readOutput, renderOutput } from "./format.ts";
import { withProgress } from "./progress.ts";
import { type Command, UsageError } from "./usage.ts";

/** Reports are some hundred kilobytes; a file above this many bytes is none. */
const MAX_REPORT_BYTES = 32 * 1024 * 1024;

export const reportCommand: Command = {
  name: "report",
  summary: "give a report out in any format: a saved one, or that of a folder",
  help: `Usage: openness report FILE|FOLDER [--format FORMAT] [--date DATE] [--compare FILE] [--model NAME]

FILE is what \`openness audit SOURCE --format json\` printed. Nothing is audited again, and nothing is read but FILE.
A FOLDER, git work tree or bare git directory is audited first, as \`openness audit FOLDER --offline\` does it.

Options
${FORMAT_HELP}

Exit code: 0, whatever the report says; 2 on bad usage or when FILE cannot be read or is no report, or FOLDER cannot
be audited.
`,
  async run(args) {
    const { values, positionals } = readArguments("report", args, FORMAT_OPTIONS);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("Name exactly one file: openness report FILE");
    const output = await readOutput(values);
    const report = (await isFolder(file))
      ? (await withProgress(`Auditing ${file}`, () => auditSource(file, undefined, true, output.released))).report
      : parseReport(await readWhole(file), file);
    process.stdout.write(renderOutput(partOf(report, output), output));
    return 0;
  },
};

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function readWhole(file: string): Promise<string> {
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    if (size > MAX_REPORT_BYTES) throw new Error(`it has ${size} bytes, and reports are smaller.`);
    return await handle.readFile("utf8");
  } catch (error) {
    throw new UsageError(`The report ${file} could not be read: ${(error as Error).message}`);
  }
}

/** A report is checked as if somebody else had written it. */
function parseReport(text: string, file: string): Report {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
  try {
    const parsed = reportSchema.safeParse(asOfNow(value));
    // As it was written, so that its digest is that of the file: the schema would put keys into an order of its own.
    // It is written once before, since what the schema does not know may be nested too deeply for that.
    if (parsed.success && JSON.stringify(value) !== "") return value as Report;
    const [issue] = parsed.error?.issues ?? [];
    const where =
      issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.map(String).join(".").slice(0, 200)}`;
    throw new UsageError(
      `${file} is no report of this version of openness: ${issue?.message ?? "it does not fit"}${where}.`,
    );
  } catch (error) {
    // Sentences within sentences without end are more than the check can follow.
    if (error instanceof RangeError) throw new UsageError(`${file} is no report: it is nested too deeply.`);
    throw error;
  }
}

/** Reports of earlier versions with the same first number lack only what may be left out (semantic versioning). */
function asOfNow(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("schemaVersion" in value)) return value;
  const written = /^(\d{1,4})\.(\d{1,4})\.\d{1,4}$/.exec(String(value.schemaVersion));
  const [first, second] = SCHEMA_VERSION.split(".").map(Number);
  const isEarlier = written !== null && Number(written[1]) === first && Number(written[2]) <= second!;
  return isEarlier ? { ...value, schemaVersion: SCHEMA_VERSION } : value;
}
