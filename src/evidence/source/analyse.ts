import { markEvaluation } from "./evaluation.ts";
import { markInference } from "./inference.ts";
import { withoutLongLines } from "./lines.ts";
import { Marks } from "./marks.ts";
import { markC, markJavaScript } from "./native.ts";
import { markNetworks } from "./network.ts";
import { type NotebookCode, readNotebook } from "./notebook.ts";
import { savedOutputLine } from "./notebook-outputs.ts";
import { markSpeed, markTokenizers } from "./other-roles.ts";
import { pathHints } from "./path-hints.ts";
import { markPreparation } from "./preparation.ts";
import { readPython } from "./python-reader.ts";
import { pythonReferences, References } from "./references.ts";
import { markShell } from "./shell.ts";
import type { RoleMark, SourceFile, SourceReference } from "./source.ts";
import { markTraining } from "./training.ts";

/** Of one file, no more than this many characters are analysed: longer ones are generated, and cost must be bounded. */
const MOST_CHARACTERS = 200_000;
/** Notebooks carry their outputs as text; the code in them is short. */
const MOST_NOTEBOOK_CHARACTERS = 2_000_000;

/** The language of a source file by its extension; undefined when it is no source that is analysed. */
export function sourceLanguage(path: string): SourceFile["language"] | undefined {
  const extension = /\.(\w{1,10})$/.exec(path.toLowerCase())?.[1] ?? "";
  if (extension === "py") return "python";
  if (extension === "ipynb") return "notebook";
  if (/^(?:sh|bash|slurm|sbatch|zsh)$/.test(extension)) return "shell";
  if (/^(?:c|cc|cpp|cxx|cu|cuh|h|hpp)$/.test(extension)) return "c";
  if (/^(?:js|mjs|cjs|ts|tsx|jsx)$/.test(extension)) return "javascript";
  return undefined;
}

/**
 * What a source file does and names, told from its code; a name alone gives no more than a weak mark. Never throws; long
 * files are cut and overlong lines left out. Tests are analysed like the rest: the caller knows a file's area.
 */
export function analyseSource(path: string, sha: string, text: string): SourceFile {
  const language = sourceLanguage(path) ?? "other";
  const lineCount = countLines(text);
  const empty: SourceFile = { path, sha, language, roles: [], references: [], lineCount };
  if (language === "notebook") return { ...empty, ...analyseNotebook(path, text.slice(0, MOST_NOTEBOOK_CHARACTERS)) };
  const code = withoutLongLines(text.slice(0, MOST_CHARACTERS));
  if (language === "python") return { ...empty, ...analysePython(path, code) };
  const marks = new Marks();
  const references = new References();
  if (language === "shell") markShell(code, path, marks, references);
  else if (language === "c") markC(code, marks);
  else if (language === "javascript") markJavaScript(code, marks, references);
  return { ...empty, roles: marks.list(), references: references.list };
}

type Analysis = Pick<SourceFile, "roles" | "references" | "outputLine">;

/** The order matters: later marks ask what a file was already seen to do. */
function analysePython(path: string, code: string): Analysis {
  const facts = readPython(code);
  const hints = pathHints(path);
  const marks = new Marks();
  markNetworks(facts, marks);
  const trains = markTraining(facts, hints, marks);
  markInference(facts, hints, marks);
  markEvaluation(facts, hints, path, trains, marks);
  markPreparation(facts, hints, trains, marks);
  markTokenizers(facts, marks);
  markSpeed(facts, hints, marks);
  return { roles: marks.list(), references: pythonReferences(facts) };
}

function analyseNotebook(path: string, text: string): Analysis {
  const notebook = readNotebook(text);
  if (notebook === undefined) return { roles: [], references: [] };
  const python = analysePython(path, withoutLongLines(notebook.python.slice(0, MOST_CHARACTERS)));
  const marks = new Marks();
  const references = new References();
  markShell(notebook.shell.slice(0, MOST_CHARACTERS), path, marks, references);
  const outputLine = savedOutputLine(text);
  return {
    ...(outputLine === undefined ? {} : { outputLine }),
    roles: [...python.roles.map(moved(notebook.lines)), ...marks.list().map(moved(notebook.shellLines))],
    references: [...python.references.map(moved(notebook.lines)), ...references.list.map(moved(notebook.shellLines))],
  };
}

/** Puts a mark's or reference's line where it stands in the notebook's file. */
function moved(lines: NotebookCode["lines"]): <T extends RoleMark | SourceReference>(found: T) => T {
  return (found) => ({ ...found, line: lines[found.line - 1] ?? 1 });
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return text.endsWith("\n") ? count - 1 : count;
}
