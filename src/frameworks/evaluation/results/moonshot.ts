/**
 * Figures of Project Moonshot (moonshot-data, generated outputs): the mean grade of a recipe. Only summaries are looked
 * at; prompts, answers and what an endpoint is reached with are not.
 */
import type { JsonObject } from "../../../evidence/files/json.ts";
import { modelOf, taskOf } from "../score.ts";
import { type Found, found, numberOf, objectOf, objectsOf, textOf } from "./reading.ts";

/** The mean grade of each recipe for each endpoint, where all prompts were used. An endpoint stands for the model only by its name. */
export function moonshotScores(value: JsonObject): readonly Found[] {
  const metadata = objectOf(value.metadata);
  const prompts = numberOf(metadata.num_of_prompts) ?? 0;
  const percentage = numberOf(metadata.prompt_selection_percentage) ?? 100;
  if (prompts > 0 || percentage < 100 || metadata.status !== "completed") return [];
  const { cookbooks, recipes } = objectOf(value.results);
  const all = [...objectsOf(recipes), ...objectsOf(cookbooks).flatMap((cookbook) => objectsOf(cookbook.recipes))];
  return all.slice(0, 500).flatMap((recipe) => {
    const id = textOf(recipe.id);
    return objectsOf(recipe.evaluation_summary).flatMap((summary) => {
      const model = modelOf(textOf(summary.model_id) ?? "");
      const grade = numberOf(summary.avg_grade_value);
      if (id === undefined || model === undefined || grade === undefined) return [];
      return found(grade, {
        model,
        task: taskOf(id),
        metric: "grade",
        shots: "none",
        written: [id, "avg_grade_value"],
      });
    });
  });
}
