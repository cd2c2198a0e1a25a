import { isObject, parseJson } from "../files/json.ts";

/** A cell that gets a model, not only its tokenizer: what runs before it shows inputs. */
const LOADS =
  /(?<!Tokenizer|TokenizerFast|Processor|Config)\.from_pretrained\s{0,4}\(|\b(?:hub\.load|load_model\w{0,30}|load_checkpoint|load_state_dict|load_from_checkpoint|load_network\w{0,20}|init_(?:segmentor|detector|model))\s{0,4}\(/;
/** A call that makes a model answer. */
const RUNS =
  /(?:\b|_)(?:predict(?!ions?\b)\w{0,30}|generate(?:_(?:text|images?|videos?|speech|audio|music|response|stream))?|infer\w{0,30}|forecast\w{0,30}|transcribe|synthesi[sz]e|chat|simple_test|render\w{0,30}|segment\w{0,20}|estimate_depth|forward|encode_(?:image|text))\s{0,2}\(|\b(?:model|pipe|pipeline|predictor|generator|net|segmentor|estimator)\s{0,2}\(/;
/** A cell that learns, draws what the data is like, or installs: its output is a log, not an answer. */
const NO_ANSWER = /\.(?:train|fit|describe|info)\s{0,2}\(|^\s{0,8}[!%]\s{0,2}(?:pip|apt|git|conda)/m;

const MOST_CELLS = 2_000;

/**
 * The line of the first cell of a Jupyter notebook (nbformat 4) that was saved with a picture, sound, table or value, once
 * a model was loaded and run in it or in a cell before. What a notebook shows of its data before that, and what training
 * prints, are not outputs of the model. Undefined when there is none, or the text is no notebook.
 */
export function savedOutputLine(text: string): number | undefined {
  const value = parseJson(text);
  if (!isObject(value) || !Array.isArray(value.cells)) return undefined;
  let loaded = false;
  let ran = false;
  for (const cell of value.cells.slice(0, MOST_CELLS)) {
    if (!isObject(cell) || cell.cell_type !== "code") continue;
    const source = sourceOf(cell.source);
    const learns = NO_ANSWER.test(source);
    ran ||= loaded && RUNS.test(source) && !learns;
    // One cell may load the model and run it.
    const load = LOADS.exec(source);
    if (load !== null) {
      loaded = true;
      ran ||= RUNS.test(source.slice(load.index + load[0].length)) && !learns;
    }
    if (ran && !learns && showsAnswer(cell.outputs)) return lineOf(text, source);
  }
  return undefined;
}

function sourceOf(source: unknown): string {
  const text = Array.isArray(source) ? source.filter((part) => typeof part === "string").join("") : source;
  return typeof text === "string" ? text.slice(0, 20_000) : "";
}

/** Something to see or hear, or the value of the cell's last expression; printed lines are as often messages of a library. */
function showsAnswer(outputs: unknown): boolean {
  return (
    Array.isArray(outputs) &&
    outputs.some((output) => {
      if (!isObject(output) || !isObject(output.data)) return false;
      const kinds = Object.keys(output.data);
      if (kinds.some((kind) => /^(?:image|audio|video)\//.test(kind) || kind === "text/html")) return true;
      return output.output_type === "execute_result";
    })
  );
}

function lineOf(text: string, source: string): number {
  const first = source.split("\n").find((line) => line.trim().length > 3) ?? "";
  const at = text.indexOf(JSON.stringify(first).slice(1, -1));
  if (at < 0) return 1;
  let line = 1;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) line += 1;
  return line;
}
