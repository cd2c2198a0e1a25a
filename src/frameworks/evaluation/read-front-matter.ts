/** The figures of a card's metadata: `model-index`, and the results that a repository keeps in `.eval_results`. */
import { squash } from "../../evidence/artifacts/shared/names.ts";
import type { Document } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import { isObject } from "../../evidence/files/json.ts";
import { parseYaml } from "../../evidence/files/yaml.ts";
import { textAt } from "../looking.ts";
import { labelOf, oneOf, tellsOtherWay } from "./labels.ts";
import { metricOf, modelName, splitOf, taskOf } from "./score.ts";
import { type Known, type Stated, stated } from "./stated.ts";

/** `model-index` of a card (Hugging Face Hub documentation, Model Cards). Figures with a source are somebody else's run. */
export function frontMatterScores(document: Document, { models }: Known): readonly Stated[] {
  const lines = document.frontMatter?.lines ?? [1, 1];
  return listOf(document.frontMatter?.data["model-index"]).flatMap((entry) => {
    const model = modelName(textOf(entry.name).split("/").at(-1) ?? "");
    if (!models.has(model)) return [];
    return listOf(entry.results).flatMap((result) => {
      if (result.source !== undefined || !isObject(result.dataset)) return [];
      const { dataset } = result;
      const name = textOf(dataset.name);
      // MTEB writes the task's language in brackets behind its name, and again as the configuration.
      const isMteb = /^MTEB /.test(name) || /^mteb\//.test(textOf(dataset.type));
      const label = labelOf(isMteb ? name.replace(/\([^()]{1,60}\)\s{0,4}$/, "") : name);
      const args = isObject(dataset.args) ? dataset.args : {};
      const shots = typeof args.num_few_shot === "number" ? args.num_few_shot : oneOf(label.shots);
      const split = splitOf(textOf(dataset.split)) ?? oneOf(label.splits);
      return listOf(result.metrics).flatMap(({ type, name: called, value }) =>
        stated(typeof value === "number" || typeof value === "string" ? String(value) : "", {
          model,
          task: taskOf(label.name),
          subset: isMteb ? subsetOf(textOf(dataset.config)) : undefined,
          metric: metricOf(textOf(type)),
          shots: isMteb ? "none" : shots === undefined ? undefined : Number(shots),
          split,
          // A commit of digits alone is a number to YAML, and no longer the same text.
          version: isMteb && dataset.revision != null ? String(dataset.revision).slice(0, 64) : undefined,
          table: document.path,
          label: `${name} ${textOf(dataset.config)} ${textOf(type)}`,
          isOtherWay: tellsOtherWay(`${name} ${textOf(called)}`),
          place: { path: document.path, lines },
        }),
      );
    });
  });
}

const subsetOf = (config: string): string | undefined =>
  /^(?:default|en|)$/.test(config) ? undefined : squash(config);

/**
 * The results that a repository's own `.eval_results` state (Hugging Face Hub documentation, Evaluation results). They tell
 * neither metric nor examples, and a note tells of a way of measuring.
 */
export function communityScores(facts: Facts, own: string | undefined): readonly Stated[] {
  if (own === undefined) return [];
  return facts.results
    .filter(({ tool }) => tool === "hf-eval-results")
    .flatMap(({ path }) => {
      const value = parseYaml(textAt(facts, path) ?? "");
      return listOf(Array.isArray(value) ? value : [value]).flatMap((row) => {
        const dataset = isObject(row.dataset) ? row.dataset : {};
        const benchmark = textOf(dataset.id).split("/").at(-1) ?? "";
        const task = textOf(dataset.task_id);
        if (row.source !== undefined || typeof row.value !== "number") return [];
        return stated(String(row.value), {
          model: own,
          task: taskOf(/^(?:default|main|)$/.test(task) ? benchmark : task),
          metric: undefined,
          shots: undefined,
          table: ".eval_results",
          label: `${benchmark} ${task}`,
          isOtherWay: row.notes !== undefined,
          place: { path, lines: [1, 1] },
        });
      });
    });
}

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.slice(0, 1_000).filter(isObject) : [];
const textOf = (value: unknown): string => (typeof value === "string" ? value.slice(0, 200) : "");
