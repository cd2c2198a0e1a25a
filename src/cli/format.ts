/** `--format` and what belongs to it, for the commands that give out a report. */
import { readFile } from "node:fs/promises";
import { type MofFile, parseMofFile } from "../frameworks/mof/file.ts";
import { FORMATS, type Format, formatNamed } from "../report/formats/formats.ts";
import { compareMof, mofComparisonText } from "../report/formats/mof-compare.ts";
import { relativeUri } from "../report/formats/subject.ts";
import { visible } from "../report/markdown/escape.ts";
import { reportOfModel } from "../report/one-model.ts";
import type { Report } from "../report/schema.ts";
import { hosts, SettingsError } from "../server/settings.ts";
import { UsageError } from "./usage.ts";

/** The options, for `parseArgs`. */
export const FORMAT_OPTIONS = {
  format: { type: "string", default: "text" },
  date: { type: "string" },
  compare: { type: "string" },
  model: { type: "string" },
  within: { type: "string" },
} as const;

/** The options' part of a command's help. */
export const FORMAT_HELP = `  --format FORMAT  one of (default: text)
${FORMATS.map(({ name, summary }) => `                     ${name.padEnd(11)}${summary}`).join("\n")}
  --date DATE      when the audited release was made (2026-11-24, or with a time); mof and spdx carry it
  --compare FILE   with --format mof: instead of the file, how it differs from an existing record (YAML or JSON)
                   of the model, component by component
  --model NAME     of several models that the policy declares, the one of this name alone
  --within FOLDER  with --format sarif: where the audited folder lies in its repository, so that places are found there

The time that formats carry is that of SOURCE_DATE_EPOCH (seconds since 1970), if set: then the same report gives the
same bytes.`;

/** What the options ask for. */
export interface Output {
  readonly format: Format;
  readonly created: Date;
  readonly released: Date | undefined;
  readonly record: MofFile | undefined;
  /** The model that is asked for, of several. */
  readonly model: string | undefined;
  /** Where the audited folder lies in its repository. */
  readonly within: string | undefined;
}

/**
 * Reads the options, and the record to compare with.
 * @throws {UsageError} on an unknown format, a date that is none, a record that cannot be read or is none
 */
export async function readOutput(values: {
  format?: string;
  date?: string;
  compare?: string;
  model?: string;
  within?: string;
}): Promise<Output> {
  const format = formatNamed(values.format ?? "text");
  if (format === undefined) {
    const names = FORMATS.map(({ name }) => name).join(", ");
    throw new UsageError(`There is no format "${values.format}": choose ${names}.`);
  }
  if (values.compare !== undefined && format.name !== "mof")
    throw new UsageError("--compare belongs to --format mof: it tells how a record differs from the evidence.");
  return {
    format,
    created: createdAt(process.env.SOURCE_DATE_EPOCH),
    released: values.date === undefined ? undefined : dateOf(values.date),
    record: values.compare === undefined ? undefined : await readRecord(values.compare),
    model: values.model,
    within: folderOf(values.within),
  };
}

/**
 * The part of a report that the options ask for.
 * @throws {UsageError} where no model has the name
 */
export function partOf(report: Report, { model }: Pick<Output, "model">): Report {
  if (model === undefined) return report;
  const found = reportOfModel(report, model);
  if (found !== undefined) return found;
  const names = (report.models ?? []).map(({ name }) => visible(name, 80));
  throw new UsageError(
    names.length === 0
      ? `--model ${visible(model, 80)}: the policy declares no models.`
      : `There is no model "${visible(model, 80)}": choose ${names.join(", ")}.`,
  );
}

/** The report as the options ask for it, with a line break at the end. */
export function renderOutput(report: Report, { format, created, released, record, within }: Output): string {
  if (record !== undefined) return mofComparisonText(compareMof(report, record));
  return format.render(report, {
    created,
    released,
    within,
    serverUrl: serverUrl(),
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  });
}

/** A folder within a repository, however its end is written; undefined for the root. */
function folderOf(path: string | undefined): string | undefined {
  const folder = (path ?? "").replace(/^\.\//, "").replace(/\/$/, "");
  if (folder === "" || folder === ".") return undefined;
  if (relativeUri(folder) === undefined)
    throw new UsageError(
      `--within ${visible(folder, 80)}: name a folder from the repository's root, such as models/heron.`,
    );
  return folder;
}

/** The pages of the GitHub that `GHE_HOST` names; github.com where it is not set, or is no host. */
function serverUrl(): string | undefined {
  try {
    return hosts(process.env).serverUrl;
  } catch (error) {
    if (error instanceof SettingsError) return undefined;
    throw error;
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/;

function dateOf(text: string): Date {
  const date = new Date(DATE.test(text) ? text : Number.NaN);
  // `2026-02-30` is taken for the second of March.
  if (Number.isNaN(date.getTime()) || (text.length === 10 && date.toISOString().slice(0, 10) !== text))
    throw new UsageError(`"${text.slice(0, 40)}" is no date: write it as 2026-11-24 or 2026-11-24T09:00:00Z.`);
  return date;
}

/** The specification of SOURCE_DATE_EPOCH (reproducible-builds.org): whole seconds, in digits. */
function createdAt(epoch: string | undefined): Date {
  if (epoch === undefined || epoch === "") return new Date();
  if (!/^\d{1,12}$/.test(epoch)) throw new UsageError("SOURCE_DATE_EPOCH must be whole seconds since 1970, in digits.");
  return new Date(Number(epoch) * 1000);
}

async function readRecord(path: string): Promise<MofFile> {
  const text = await readFile(path, "utf8").catch((error: Error) => {
    throw new UsageError(`The record ${path} could not be read: ${error.message}`);
  });
  const { file, problems } = parseMofFile(text, path);
  const [problem] = problems;
  if (file === undefined)
    throw new UsageError(
      `${path} is no record of the Model Openness Tool: ${problem?.message ?? "nothing in it is known."}`,
    );
  return file;
}
