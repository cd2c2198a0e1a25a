import { whatIf } from "../frameworks/whatif.ts";
import { normalizeLicenseName } from "../license/names.ts";
import { messagesIn } from "../messages/languages.ts";
import { visible } from "../report/markdown/escape.ts";
import { whatIfFace } from "../report/whatif.ts";
import { readArguments } from "./arguments.ts";
import { auditSource } from "./audit.ts";
import { partOf } from "./format.ts";
import { withProgress } from "./progress.ts";
import { type Command, UsageError } from "./usage.ts";

export const whatIfCommand: Command = {
  name: "whatif",
  summary: "what another license would do to a release's class, artifact by artifact",
  help: `Usage: openness whatif --license ID SOURCE [--rev REV] [--format text|json] [--offline] [--model NAME]

Audits SOURCE (as \`openness audit\` does) and shows which class of the Model Openness Framework it would reach if its
owner released it under another license, and what would change for each artifact. Nothing is written.

Options
  --license ID     an SPDX identifier, a name or a Hugging Face id: openmdw-1.0, Apache-2.0, cc-by-nc-4.0, llama3, …
  --rev REV        the commit, branch or tag to audit (default: HEAD)
  --format FORMAT  text (default) or json
  --offline        ask no other host; SOURCE must then be on this machine
  --model NAME     of several models that the policy declares, the one of this name

Exit code: 0, whatever the class; 2 on bad usage, an unknown license or when the source cannot be read.
`,
  async run(args) {
    const { values, positionals } = readArguments("whatif", args, {
      license: { type: "string" },
      rev: { type: "string" },
      format: { type: "string", default: "text" },
      offline: { type: "boolean", default: false },
      model: { type: "string" },
    });
    const [source, ...more] = positionals;
    if (source === undefined || more.length > 0)
      throw new UsageError("Name exactly one source: openness whatif --license ID SOURCE");
    if (values.format !== "text" && values.format !== "json")
      throw new UsageError(`There is no format "${values.format}" here: choose text or json.`);
    const license = licenseNamed(values.license);
    const { loaded, report } = await withProgress(`Auditing ${source}`, () =>
      auditSource(source, values.rev, values.offline === true),
    );
    const outcome = whatIf(partOf(report, { model: values.model }).components, license);
    process.stdout.write(
      values.format === "json"
        ? `${JSON.stringify(outcome, null, 1)}\n`
        : whatIfFace(outcome, messagesIn(loaded.policy.language)),
    );
    return 0;
  },
};

function licenseNamed(name: string | undefined): string {
  if (name === undefined) throw new UsageError("Say which license: openness whatif --license ID SOURCE");
  const found = normalizeLicenseName(name);
  if (found === undefined || /-family$/.test(found.id))
    throw new UsageError(
      `"${visible(name, 80)}" is no license with a version that is known here: write an SPDX identifier such as OpenMDW-1.0, Apache-2.0 or CC-BY-4.0.`,
    );
  return found.id;
}
