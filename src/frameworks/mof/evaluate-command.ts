import type { MofLevel, Progress } from "./catalogue.ts";
import { parseMofFile } from "./file.ts";
import { evaluateMot } from "./mot.ts";

export type EvaluatedFile =
  | { readonly file: string; readonly class: MofLevel; readonly label: string; readonly progress: Progress }
  | { readonly file: string; readonly error: string };

/** A file given to `openness evaluate`: its text, or why it could not be read. */
export type GivenFile = { readonly file: string } & ({ readonly text: string } | { readonly error: string });

/** What `openness evaluate FILE…` prints: one entry per file, in order, computed as the Model Openness Tool does. */
export function evaluateCommand(files: readonly GivenFile[]): readonly EvaluatedFile[] {
  return files.map((given) => {
    const { file } = given;
    if ("error" in given) return { file, error: given.error };
    const parsed = parseMofFile(given.text, file);
    if (parsed.file === undefined) {
      return { file, error: parsed.problems.map(({ line, message }) => `line ${line}: ${message}`).join(" ") };
    }
    const { class: reached, label, progress } = evaluateMot(parsed.file);
    return { file, class: reached, label, progress };
  });
}
