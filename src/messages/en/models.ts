/** What is said of several models in one repository. */
import { className, type Level, list } from "./names.ts";

export const models = {
  models: {
    /** A sentence that is about one of the models. */
    of: (name: string, sentence: string) => `${name}: ${sentence}`,
    undeclared: (folders: readonly string[]) =>
      `The folders ${list(folders)} each hold a model card and weights of their own, and this report speaks of them as one model. To have each judged alone, list them under models in .github/openness.yml, each with name and path.`,
    noFolder: (name: string, path: string) =>
      `The policy says that the model ${name} is in the folder "${path}", but the tree has no such folder.`,
    lowest: (count: number, level: Level) => `${count} models · lowest ${level === 0 ? "no class" : className(level)}`,
    heading: "Models",
    columns: ["Model", "Class", "Artifacts open", "Check", "Folder"],
    least: "What follows is about the least open of them.",
    cut: (count: number) => `Not shown for want of room: ${count} of the models.`,
    conclusion: { success: "passes", neutral: "advice", failure: "fails" },
  },
};
