/**
 * Reading `.github/openness.yml`. Whatever is wrong in it is told with its line and never stops the audit: the valid rest
 * is kept, and what was left out falls back to the default. Broken YAML is told as well, and read setting by setting.
 */
import type { z } from "zod";
import { isRecord, readYaml, type YamlPath } from "../frameworks/yaml.ts";
import { type Said, say, type Told, told } from "../messages/said.ts";
import { merged } from "./merge.ts";
import { nearest } from "./nearest.ts";
import {
  DEFAULT_POLICY,
  FAILURES,
  type LoadedPolicy,
  type Policy,
  type PolicyProblem,
  PROFILES,
  policySchema,
  RENAMED_FAILURES,
} from "./policy.ts";
import { salvage } from "./salvage.ts";

/** Settings that a policy may have, in the schema's order. */
const SETTINGS = Object.keys(policySchema.shape);
const MAX_PROBLEMS = 50;

/**
 * Reads a policy.
 * @param text the file's text, or null where there is none
 * @param path where it was read, `owner/repo/path` or a path: problems and the report name it
 * @param inherited a policy to start from; its settings hold where this file says nothing, and where it locks them
 * @param commit at which the file was read, where that is known
 */
export function loadPolicy(text: string | null, path: string, inherited?: LoadedPolicy, commit?: string): LoadedPolicy {
  const base = inherited ?? { policy: DEFAULT_POLICY, source: null, problems: [] };
  if (text === null) return base;
  const sources = [...(base.sources ?? []), { path, ...(commit === undefined ? {} : { commit }) }];
  const from = { ...base, source: path, sources };
  const yaml = readYaml(text);
  if (!yaml.ok) {
    const { settings } = keepValid(salvage(text), { lineOf: () => yaml.problem.line }, path);
    const { problems, ...whole } = merged(base, settings, path, () => yaml.problem.line);
    return { ...from, ...whole, problems: [...base.problems, { path, ...yaml.problem }, ...problems] };
  }
  // An empty file is a policy that sets nothing.
  const value = yaml.value ?? {};
  if (!isRecord(value)) {
    const problem = { path, line: yaml.lineOf([]), ...told("policy.notAMapping") };
    return { ...from, problems: [...base.problems, problem] };
  }
  const { settings, problems } = keepValid(value, yaml, path);
  const whole = merged(base, settings, path, (key) => yaml.lineOf([key]));
  return { ...from, ...whole, problems: [...base.problems, ...problems, ...whole.problems] };
}

type Setting = keyof Policy & keyof typeof policySchema.shape;
const isSetting = (key: string): key is Setting => SETTINGS.includes(key);

/** The default policy where a file exists and cannot be read at all: a problem says so. */
export const unreadablePolicy = (path: string, why: string | Said): LoadedPolicy => ({
  policy: DEFAULT_POLICY,
  source: path,
  problems: [{ path, line: 1, ...told("policy.unreadable", why) }],
});

/** Validates setting by setting. Of a list or of `artifacts` only the wrong items are left out, else the whole setting. */
function keepValid(
  given: Readonly<Record<string, unknown>>,
  { lineOf, columnOf }: { lineOf(at: YamlPath): number; columnOf?(at: YamlPath): number },
  path: string,
): { settings: Partial<Policy>; problems: readonly PolicyProblem[] } {
  const problems: PolicyProblem[] = [];
  const settings: Record<string, unknown> = {};
  const problem = (at: YamlPath, what: Required<Told>, level?: "notice"): void => {
    const column = columnOf?.(at);
    const place = { path, line: lineOf(at), ...(column === undefined ? {} : { column }) };
    if (problems.length < MAX_PROBLEMS) problems.push({ ...place, ...(level === undefined ? {} : { level }), ...what });
  };
  for (const [key, written] of Object.entries(given)) {
    if (!isSetting(key)) {
      const name = key.slice(0, 60);
      const meant = nearest(name, SETTINGS);
      const words = told("policy.unknownKey", name, SETTINGS);
      problem([key], meant === undefined ? words : told("policy.unknownKeyNear", name, meant, SETTINGS));
      continue;
    }
    const value = key === "fail" ? withNewNames(written, problem) : written;
    // A key with nothing after it sets nothing.
    if (value === null) continue;
    const schema = policySchema.shape[key];
    const first = schema.safeParse(value);
    if (first.success) {
      settings[key] = first.data;
      continue;
    }
    for (const issue of first.error.issues) {
      for (const at of placesOf(issue, key))
        problem(at, told("policy.expected", nameOf(at), valueAt(given, at), expectation(issue, valueIn(given, at))));
    }
    const rest = schema.safeParse(withoutParts(value, first.error.issues));
    if (rest.success) settings[key] = rest.data;
    if (key === "fail" && (!rest.success || (settings.fail as readonly unknown[]).length === 0)) {
      // Nothing of it is left: a slip of the pen would turn a strict check lenient.
      settings.fail = [...FAILURES];
      problem([key], told("policy.failUnread"));
    }
  }
  // Only where the file says nothing of failing itself; then the set takes the place of what is below, as a list would.
  if (settings.fail === undefined && settings.profile !== undefined)
    settings.fail = [...PROFILES[settings.profile as keyof typeof PROFILES]];
  return { settings, problems };
}

/** Reasons under the names that they have now; each old name is told. */
function withNewNames(written: unknown, tell: (at: YamlPath, what: Required<Told>, level: "notice") => void): unknown {
  if (!Array.isArray(written)) return written;
  return written.map((name: unknown, index): unknown => {
    if (typeof name !== "string" || !Object.hasOwn(RENAMED_FAILURES, name)) return name;
    const now = RENAMED_FAILURES[name] ?? name;
    tell(["fail", index], told("policy.renamed", name, now), "notice");
    return now;
  });
}

const placesOf = (issue: z.core.$ZodIssue, key: string): readonly YamlPath[] =>
  issue.code === "unrecognized_keys" ? issue.keys.map((part) => [key, part]) : [[key, ...issue.path]];

/** `artifacts.datasets`; items of a list go by their value instead of their number. */
const nameOf = (at: YamlPath): string =>
  at
    .filter((part) => typeof part !== "number")
    .map((part) => String(part).slice(0, 60))
    .join(".");

function valueAt(given: unknown, at: YamlPath): string | Said {
  return JSON.stringify(valueIn(given, at))?.slice(0, 60) ?? say("expectation.nothing");
}

function valueIn(given: unknown, at: YamlPath): unknown {
  let value: unknown = given;
  for (const part of at) {
    const holder: object | undefined = typeof value === "object" && value !== null ? value : undefined;
    value = holder === undefined ? undefined : Object.getOwnPropertyDescriptor(holder, part)?.value;
  }
  return value;
}

function withoutParts(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const wrong = new Set(issues.flatMap((issue) => placesOf(issue, "").map(([, part]) => String(part))));
  if (Array.isArray(value)) return value.filter((_, index) => !wrong.has(String(index)));
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).filter(([part]) => !wrong.has(part)));
  return value;
}

function expectation(issue: z.core.$ZodIssue, found: unknown): Said {
  switch (issue.code) {
    case "invalid_value": {
      const meant = typeof found === "string" ? nearest(found, issue.values.map(String)) : undefined;
      return meant === undefined ? oneOf(issue.values) : say("expectation.near", meant, issue.values.map(String));
    }
    case "invalid_union": {
      const allowed = issue.errors.flat().flatMap((inner) => (inner.code === "invalid_value" ? inner.values : []));
      return allowed.length > 0 ? oneOf(allowed) : say("expectation.textOrTexts");
    }
    case "unrecognized_keys":
      return say("expectation.unknownArtifact");
    case "invalid_type":
      return ofType(issue.expected);
    case "too_big":
      return say("expectation.atMost", Number(issue.maximum));
    case "too_small":
      return say("expectation.notEmpty");
    default:
      return say("expectation.asIs", issue.message);
  }
}

const oneOf = ([first, ...others]: readonly unknown[]): Said =>
  others.length === 0
    ? say("expectation.value", String(first))
    : say("expectation.oneOf", [first, ...others].map(String));

function ofType(name: string): Said {
  switch (name) {
    case "boolean":
      return say("expectation.boolean");
    case "string":
      return say("expectation.text");
    case "array":
      return say("expectation.list");
    case "record":
      return say("expectation.mapping");
    default:
      return say("expectation.other", name);
  }
}
