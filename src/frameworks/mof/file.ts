/**
 * MOF files: the framework's "Model Openness Configuration File", in the Model Openness Tool's YAML or JSON. The shape is
 * that of its `schema/mof_schema.json`; files from before April 2025 name every component and say in `license_name`
 * whether it is there, and are converted.
 */
import type { ArtifactId, ArtifactType } from "../../evidence/artifacts/artifact.ts";
import { type SaidValue, type Told, told } from "../../messages/said.ts";
import { isRecord, readYaml } from "../yaml.ts";
import { componentNamed, type MofLevel } from "./catalogue.ts";

export interface MofFileComponent {
  readonly id: ArtifactId;
  /** The name as written. */
  readonly name: string;
  /** 1-based line on which the component begins. */
  readonly line: number;
  /** As written; `undefined` inherits the release's license, `unlicensed` and the empty string mean none. */
  readonly license: string | undefined;
  readonly licensePath: string | undefined;
  readonly componentPath: string | undefined;
}

export interface MofFileLicense {
  readonly name: string | undefined;
  readonly path: string | undefined;
}

export interface MofFile {
  readonly path: string;
  readonly shape: "current" | "older";
  readonly release: string;
  readonly producer: string;
  readonly license: Readonly<Partial<Record<ArtifactType | "distribution", MofFileLicense>>>;
  /** Listed means included; in the file's order. */
  readonly components: readonly MofFileComponent[];
  /** The class that older files state themselves, with its line. */
  readonly statedClass: { readonly class: MofLevel; readonly line: number } | undefined;
}

export interface MofFileProblem {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** In English. */
  readonly message: string;
  /** The sentence's code and what it is about. */
  readonly code: string;
  readonly values: readonly SaidValue[];
}

export interface ParsedMofFile {
  /** Undefined when the text is no MOF file. */
  readonly file: MofFile | undefined;
  readonly problems: readonly MofFileProblem[];
}

/**
 * Paths at which a MOF file is looked for: the root, `.github` and `docs`. No source fixes the name; these are the names
 * that the Model Openness Tool and its forks have written. What is in it decides, since "MOF" is also the name of others.
 */
export const MOF_FILE_PATHS = /^(?:\.github\/|docs\/)?(?:\.?mof|[^/]{1,100}\.(?:mof|mot))\.(?:ya?ml|json)$/i;

export const FRAMEWORK_NAME = "Model Openness Framework";
const MAX_COMPONENTS = 100;

/** Reads a MOF file. Never throws; a file that is none comes back without `file` and with the reason. */
export function parseMofFile(text: string, path: string): ParsedMofFile {
  const yaml = readYaml(text);
  if (!yaml.ok) return { file: undefined, problems: [{ path, ...yaml.problem }] };
  const problems: MofFileProblem[] = [];
  const problem = (at: readonly PropertyKey[], what: Required<Told>): void => {
    problems.push({ path, line: yaml.lineOf(at), ...what });
  };
  const none = (at: readonly PropertyKey[], what: Required<Told>): ParsedMofFile => {
    problem(at, what);
    return { file: undefined, problems };
  };

  const root = yaml.value;
  if (!isRecord(root)) return none([], told("mofFile.notAMapping"));
  const framework = isRecord(root.framework) ? textOf(root.framework.name) : undefined;
  if (framework === undefined) return none(["framework", "name"], told("mofFile.noFramework"));
  if (framework.trim() !== FRAMEWORK_NAME)
    return none(["framework", "name"], told("mofFile.otherFramework", framework));
  if (!isRecord(root.release)) return none(["release"], told("mofFile.noRelease"));
  const release = root.release;
  for (const key of ["name", "producer"]) {
    if (!textOf(release[key])) problem(["release", key], told("mofFile.missingKey", `release.${key}`));
  }
  if (release.components !== undefined && !Array.isArray(release.components)) {
    problem(["release", "components"], told("mofFile.componentsNotAList"));
  }

  const listed: readonly unknown[] = Array.isArray(release.components) ? release.components : [];
  if (listed.length > MAX_COMPONENTS) {
    problem(
      ["release", "components", MAX_COMPONENTS],
      told("mofFile.tooManyComponents", listed.length, MAX_COMPONENTS),
    );
  }
  const components: MofFileComponent[] = [];
  let shape: MofFile["shape"] = "current";
  for (const [index, entry] of listed.slice(0, MAX_COMPONENTS).entries()) {
    const at = ["release", "components", index];
    const name = isRecord(entry) ? textOf(entry.name) : undefined;
    if (!isRecord(entry) || name === undefined) {
      problem(at, told("mofFile.componentWithoutName"));
      continue;
    }
    const kind = componentNamed(name);
    if (kind === undefined) {
      problem([...at, "name"], told("mofFile.unknownComponent", name));
      continue;
    }
    if (kind.name !== name) problem([...at, "name"], told("mofFile.misspelt", name, kind.name));
    if (components.some(({ id }) => id === kind.id)) problem([...at, "name"], told("mofFile.listedTwice", kind.name));
    const isOlder = "license_name" in entry || "location" in entry;
    if (isOlder) shape = "older";
    if (isOlder && isNotIncluded(textOf(entry.license_name))) continue;
    components.push({
      id: kind.id,
      name,
      line: yaml.lineOf([...at, "name"]),
      license: isOlder ? (textOf(entry.license) ?? olderLicense(textOf(entry.license_name))) : textOf(entry.license),
      licensePath: textOf(entry.license_path) || undefined,
      componentPath: textOf(entry.component_path) || textOf(entry.location) || undefined,
    });
  }

  const license = isRecord(release.license) ? release.license : {};
  const licenseOf = (type: string): MofFileLicense | undefined => {
    const value = Object.hasOwn(license, type) ? license[type] : undefined;
    return isRecord(value) ? { name: textOf(value.name), path: textOf(value.path) || undefined } : undefined;
  };
  const stated = classIn(release.mof_class);
  return {
    file: {
      path,
      shape,
      release: textOf(release.name) ?? "",
      producer: textOf(release.producer) ?? "",
      license: {
        distribution: licenseOf("distribution"),
        code: licenseOf("code"),
        data: licenseOf("data"),
        document: licenseOf("document"),
      },
      components,
      statedClass: stated === undefined ? undefined : { class: stated, line: yaml.lineOf(["release", "mof_class"]) },
    },
    problems,
  };
}

/** Text as written; numbers and booleans as YAML prints them, since a version or license may look like one. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.slice(0, 1000);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

const isNotIncluded = (licenseName: string | undefined): boolean => licenseName?.trim() === "Component not included";

const olderLicense = (licenseName: string | undefined): string =>
  licenseName === undefined || licenseName.trim() === "License not specified" ? "unlicensed" : licenseName;

function classIn(value: unknown): MofLevel | undefined {
  const numeral = /^(?:class\s{0,3})?(III|II|I|[0-3])\b/i.exec(textOf(value)?.trim() ?? "")?.[1]?.toUpperCase();
  const classes: Readonly<Record<string, MofLevel>> = { I: 1, II: 2, III: 3, "0": 0, "1": 1, "2": 2, "3": 3 };
  return numeral === undefined ? undefined : classes[numeral];
}
