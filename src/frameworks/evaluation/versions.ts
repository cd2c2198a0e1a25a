/** What fixes a run of an evaluation: versions of harness and tasks, seeds, and the revision of the weights. */
import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import { isObject, type JsonObject, parseJson } from "../../evidence/files/json.ts";
import { folderOf } from "../../evidence/files/path.ts";
import { LineIndex } from "../../evidence/source/lines.ts";
import type { RuleEvidence } from "../framework.ts";
import { textAt } from "../looking.ts";
import { readResult } from "./read-results.ts";
import { modelArguments } from "./results/harness.ts";
import { SUMMARY_HEAD } from "./results/opencompass.ts";
import { objectOf, versionOf } from "./results/reading.ts";

export const PINS = ["tasks", "seeds", "model"] as const;
export type Pin = (typeof PINS)[number];

const MOST_FILES = 100;
const MOST_TEXT = 300_000;
const COMMIT = /^[0-9a-f]{40}$/;

/** Where result files, or code and commands that evaluate, write down what fixes a run; the first place of each. */
export function pinsOf(facts: Facts): ReadonlyMap<Pin, RuleEvidence> {
  const pins = new Map<Pin, RuleEvidence>();
  const add = (pin: Pin, place: RuleEvidence): void => {
    if (!pins.has(pin)) pins.set(pin, place);
  };
  for (const file of facts.results.filter(({ area }) => area === "own").slice(0, MOST_FILES)) {
    const read = readResult(facts, file);
    if (read === undefined) continue;
    if (file.tool === "opencompass" && hasPromptVersions(read.text)) add("tasks", { path: file.path, lines: [1, 1] });
    if (!isObject(read.value)) continue;
    for (const { pin, key } of writtenPins(read.value, facts, file.path)) {
      const at = Math.max(0, read.text.indexOf(`"${key}"`));
      const line = new LineIndex(read.text).at(at);
      add(pin, { path: file.path, lines: [line, line] });
    }
  }
  for (const { pin, place } of codePins(facts)) add(pin, place);
  return pins;
}

interface Written {
  readonly pin: Pin;
  /** The key that holds it. */
  readonly key: string;
}

/** By the keys of the harnesses' own writers. */
function writtenPins(value: JsonObject, facts: Facts, path: string): readonly Written[] {
  const config = objectOf(value.config);
  const general = objectOf(value.config_general);
  const run = objectOf(value.eval);
  const meta = parseJson(
    textAt(facts, [folderOf(path), "model_meta.json"].filter((part) => part !== "").join("/")) ?? "",
  );
  const seeds = [
    ...["random_seed", "numpy_seed", "torch_seed", "fewshot_seed"].map((key) => [key, config[key]] as const),
    ["seed", objectOf(objectOf(value.plan).config).seed] as const,
    ["seed", objectOf(run.model_generate_config).seed] as const,
    ["seed", objectOf(general.generation_parameters).seed] as const,
  ];
  const revisions = [
    ["model_sha", config.model_sha],
    ["model_args", modelArguments(config).revision],
    ["model_sha", general.model_sha],
    ["model_args", objectOf(run.model_args).revision],
    ["mteb_version", isObject(value.scores) || isObject(value.test) ? objectOf(meta).revision : undefined],
  ] as const;
  const seed = seeds.find(([, one]) => typeof one === "number");
  const revision = revisions.find(([, one]) => typeof one === "string" && COMMIT.test(one));
  const versions = Object.values(objectOf(value.versions)).some((one) => versionOf(one) !== undefined);
  return [
    ...(versions ? [{ pin: "tasks", key: "versions" } as const] : []),
    ...(versionOf(value.dataset_revision) === undefined ? [] : [{ pin: "tasks", key: "dataset_revision" } as const]),
    ...(versionOf(run.task_version) === undefined ? [] : [{ pin: "tasks", key: "task_version" } as const]),
    ...(seed === undefined ? [] : [{ pin: "seeds", key: seed[0] } as const]),
    ...(revision === undefined ? [] : [{ pin: "model", key: revision[0] } as const]),
  ];
}

/** The second column of a summary holds the version of each data set's prompts. */
const hasPromptVersions = (text: string): boolean =>
  text
    .slice(0, MOST_TEXT)
    .split("\n")
    .some((line) => !SUMMARY_HEAD.test(line) && /^[^,]{1,100},[0-9a-f]{6},/.test(line.slice(0, 200)));

const CODE: readonly (readonly [Pin, RegExp])[] = [
  ["tasks", /\bload_dataset\([^()\n]{0,300}\brevision\s{0,3}=\s{0,3}["'][^"'\n]{1,80}["']/],
  [
    "seeds",
    /\b(?:set_seed|manual_seed|seed_everything|random\.seed|PRNGKey)\(\s{0,4}[^\s)]|--seed[ =]\s{0,3}\d|\bseed\s{0,3}[:=]\s{0,3}\d/,
  ],
  [
    "model",
    /\bfrom_pretrained\([^()\n]{0,300}\brevision\s{0,3}=\s{0,3}["'][0-9a-f]{40}["']|pretrained=[^\s,]{1,200},[^\s]{0,200}\brevision=[0-9a-f]{40}\b/,
  ],
];

/** Code and settings of the evaluation. */
function codePins(facts: Facts): readonly { readonly pin: Pin; readonly place: RuleEvidence }[] {
  const paths = [
    ...facts.sources
      .filter(({ roles }) => roles.some(({ role, strength }) => role === "evaluates" && strength === "strong"))
      .map(({ path }) => path),
    ...facts.configs.filter(({ kind }) => kind === "evaluation").map(({ path }) => path),
  ].filter((path) => areaOf(path) !== "test" && areaOf(path) !== "vendored");
  return paths.slice(0, MOST_FILES).flatMap((path) => {
    const text = (textAt(facts, path) ?? "").slice(0, MOST_TEXT);
    return CODE.flatMap(([pin, pattern]) => {
      const at = pattern.exec(text)?.index;
      if (at === undefined) return [];
      const line = new LineIndex(text).at(at);
      return [{ pin, place: { path, lines: [line, line] } satisfies RuleEvidence }];
    });
  });
}
