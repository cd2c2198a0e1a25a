/**
 * The Model Openness Tool's YAML from the evidence, for its site or for a pull request to its repository (its
 * `schema/mof_schema.json`). What is in the repository or linked is listed, under the license that was found.
 */
import { stringify } from "yaml";
import { FRAMEWORK_NAME } from "../../frameworks/mof/file.ts";
import { MAX_YAML_CHARACTERS } from "../../frameworks/yaml.ts";
import { visible } from "../markdown/escape.ts";
import type { ComponentReport, Report } from "../schema.ts";
import { artifactRows } from "./artifact-rows.ts";
import { dayOf, type FormatContext } from "./context.ts";
import { mofLicense } from "./mof-license.ts";
import { mofType } from "./mof-type.ts";
import { producerName, releaseName, repositoryUrl, revisionOf, webAddress } from "./subject.ts";

/** Version and date of the framework, as the tool writes them. */
const FRAMEWORK = { name: FRAMEWORK_NAME, version: "1.0", date: "2024-12-15" };

/** The evaluation, as the tool makes it from this file, is the report's `mof.mot`. */
export function mofFace(report: Report, context: FormatContext): string {
  for (const longest of [500, 120, 0]) {
    const text = write(report, context, longest);
    if (text.length < MAX_YAML_CHARACTERS) return text;
  }
  return write(report, context, 0);
}

function write(report: Report, context: FormatContext, longest: number): string {
  const distribution = distributionOf(report);
  const file = {
    framework: FRAMEWORK,
    release: {
      name: releaseName(report),
      version: revisionOf(report),
      ...(context.released === undefined ? {} : { date: dayOf(context.released) }),
      license: distribution === undefined ? {} : { distribution },
      type: mofType(report),
      architecture: "",
      producer: producerName(report),
      ...repositoryOf(report, context),
      components: artifactRows(report)
        .filter(({ isPresent }) => isPresent)
        .map(({ kind, component }) => ({
          name: kind.name,
          ...licenseOf(component, distribution, longest),
          ...pathOf("component_path", placeOf(component), longest),
        })),
    },
  };
  // Quoted throughout: readers of YAML disagree on which plain words are dates, numbers or truth values.
  return `${ofSeveral(report)}${stringify(file, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
  })}`;
}

/** The format holds one release: of several models, a comment says which is meant. */
function ofSeveral({ models = [] }: Report): string {
  if (models.length < 2) return "";
  return `# The repository holds ${models.length} models. This file speaks for the least open one; --model NAME writes another's.\n`;
}

interface NamedLicense {
  readonly name: string;
  readonly path: string;
}

/** The license of the whole, where one file states one license for all: components under it need not repeat it. */
function distributionOf({ licenseFiles }: Report): NamedLicense | undefined {
  const whole = licenseFiles.filter(({ scope }) => scope === "all");
  const [file, ...others] = whole;
  const [id, ...ids] = file?.ids ?? [];
  if (file === undefined || others.length > 0 || id === undefined || ids.length > 0) return undefined;
  return isPath(file.path, 500) ? { name: mofLicense(id), path: file.path } : undefined;
}

function licenseOf(
  { license }: ComponentReport,
  distribution: NamedLicense | undefined,
  longest: number,
): { license?: string; license_path?: string } {
  if (license === null) return { license: "unlicensed" };
  const name = mofLicense(license.id);
  if (name === distribution?.name && license.source.path === distribution.path) return {};
  return { license: name, ...pathOf("license_path", license.source.path, longest) };
}

/** Where a component is: the first file, or the first address. */
function placeOf({ evidence }: ComponentReport): string | undefined {
  const [first] = evidence;
  return first?.path ?? webAddress(first?.url);
}

function pathOf<Key extends string>(key: Key, path: string | undefined, longest: number): { [K in Key]?: string } {
  return path !== undefined && isPath(path, longest) ? ({ [key]: path } as { [K in Key]: string }) : {};
}

/** Only what can be found again under its name is named. */
const isPath = (path: string, longest: number): boolean =>
  path !== "" && path.length <= longest && path === visible(path, longest);

function repositoryOf(report: Report, context: FormatContext): { repository?: string; huggingface?: string } {
  const repository = repositoryUrl(report, context);
  const hub = report.components["model-parameters-final"].evidence
    .map(({ url }) => /^https:\/\/huggingface\.co\/[\w.-]{1,96}\/[\w.-]{1,96}/.exec(webAddress(url) ?? "")?.[0])
    .find((url) => url !== undefined);
  return {
    ...(repository === undefined ? {} : { repository }),
    ...(hub === undefined ? {} : { huggingface: hub }),
  };
}
