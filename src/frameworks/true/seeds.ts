/** Where code, settings or documents fix a seed of random numbers. */
import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import { LineIndex, withoutLongLines } from "../../evidence/source/lines.ts";
import type { RuleEvidence } from "../framework.ts";
import { textAt } from "../looking.ts";

/** Calls that set the state of a generator to what is given (PyTorch, NumPy, Python, JAX, TensorFlow, Transformers, Lightning, Paddle). */
const CALL =
  /\b(?:set_seed|manual_seed(?:_all)?|seed_everything|set_random_seed|set_global_seed|random\.seed|PRNGKey|random\.key|default_rng|RandomState|fix_seed|setup_seed|seed_all|init_seeds|model_parallel_cuda_manual_seed)\(\s{0,4}[^\s)]/;
/** `seed: 1234`, `"seed": 1234`, `--seed 42`, `seed=42`, and the default of an argument of that name. */
const SETTING =
  /(?:^|[\s"'_,{(.-])seed["']?\s{0,4}(?::\s{0,3}int\s{0,3})?[:=\s]\s{0,4}["']?\d{1,12}\b|seed["']\s{0,3},[^\n]{0,120}default\s{0,3}=\s{0,3}\d/im;
const MOST_FILES = 300;
const MOST_TEXT = 400_000;

/** The first line of each file that fixes a seed, code that trains or evaluates first. */
export function seedsIn(facts: Facts): readonly RuleEvidence[] {
  const paths = [
    ...facts.sources
      .filter(({ path, roles }) => isOfRuns(path, roles))
      .toSorted((a, b) => weightOf(b.roles) - weightOf(a.roles))
      .map(({ path }) => path),
    ...facts.configs.filter(({ kind }) => kind === "training" || kind === "evaluation").map(({ path }) => path),
    ...facts.documents.map(({ path }) => path),
  ];
  const found: RuleEvidence[] = [];
  for (const path of [...new Set(paths)].slice(0, MOST_FILES)) {
    const area = areaOf(path);
    if (area === "test" || area === "vendored") continue;
    const line = seedLine(textAt(facts, path));
    if (line !== undefined && (!isPage(path) || isOnRuns(facts, path, line))) found.push({ path, lines: [line, line] });
    if (found.length >= 5) break;
  }
  return found;
}

/** Demonstrations and speed tests set seeds for their own outputs. */
const DEMONSTRATES =
  /(?:^|[/_-])(?:demos?|cli_demo|interactive|hello|gradio|app|web|infer(?:ence)?|generat\w{1,4}|sampl\w{1,4}|chat|speed)(?=$|[/_.-])/i;

const doesRun = (roles: Facts["sources"][number]["roles"]): boolean =>
  roles.some(
    ({ role, strength }) =>
      role === "trains" || role === "fine-tunes" || (role === "evaluates" && strength === "strong"),
  );
const isOfRuns = (path: string, roles: Facts["sources"][number]["roles"]): boolean =>
  doesRun(roles) ||
  !(DEMONSTRATES.test(path) || roles.some(({ role }) => role === "infers" || role === "measures-speed"));

const weightOf = (roles: Facts["sources"][number]["roles"]): number =>
  roles.some(({ role }) => role === "trains" || role === "fine-tunes")
    ? 2
    : roles.some(({ role }) => role === "evaluates")
      ? 1
      : 0;

const isPage = (path: string): boolean => /\.(?:md|rst|txt|html?)$|readme/i.test(path);

/** In a document the words around have to be about a run, not about one picture or answer. */
function isOnRuns(facts: Facts, path: string, line: number): boolean {
  const lines = (textAt(facts, path) ?? "").split("\n").slice(Math.max(0, line - 4), line + 3);
  return lines.some((one) =>
    /\b(?:train\w{0,4}|fine-?tun\w{1,3}|experiments?|reproduc\w{1,6}|evaluat\w{1,4}|determinis\w{1,6})\b|训练|复现|学習|再現/i.test(
      one.slice(0, 1_000),
    ),
  );
}

function seedLine(text: string | undefined): number | undefined {
  if (text === undefined || !/seed|PRNGKey|random\.key|RandomState|default_rng/i.test(text.slice(0, MOST_TEXT)))
    return undefined;
  const readable = withoutLongLines(text.slice(0, MOST_TEXT));
  const hits = [CALL.exec(readable)?.index, SETTING.exec(readable)?.index].filter((at) => at !== undefined);
  if (hits.length === 0) return undefined;
  const at = Math.min(...hits);
  // The pattern may begin at the end of the line before.
  return new LineIndex(readable).at(readable[at] === "\n" ? at + 1 : at);
}
