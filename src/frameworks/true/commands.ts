/** The scripts that commands in the documents run, and whether they are in the tree. */
import { frontPages, releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import { squash } from "../../evidence/artifacts/shared/names.ts";
import type { CodeBlock, Document } from "../../evidence/documents/document.ts";
import { enclosingSections } from "../../evidence/documents/sections.ts";
import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import { folderName } from "../../evidence/naming.ts";
import type { RuleEvidence } from "../framework.ts";

export interface NamedScript {
  readonly name: string;
  readonly place: RuleEvidence;
  /** `elsewhere`: it may come from another repository, a package, a download, or be written by whoever reads. */
  readonly state: "there" | "missing" | "elsewhere";
}

const SHELL =
  /^(?:|bash|sh|shell|console|zsh|shell-session|shellsession|terminal|commandline|cmd|text|txt|plaintext|bashrc)$/i;
const SCRIPT = /^(?:\.\/)?[\w][\w./-]{0,200}\.(?:py|sh|sbatch|slurm)$/;
/** Names that stand for the reader's own. */
const STAND_IN = /(?:^|[/_-])(?:path|your|my|foo|some|xxx?|example_script|script|filename)(?=$|[/_.-])|\.\.\./i;
const RUNNER =
  /^(?:python\d?(?:\.\d{1,2})?|bash|sh|torchrun|deepspeed|sbatch|accelerate|mpirun|mpiexec|srun|horovodrun|xvfb-run)$/;
const LAUNCH_MODULE = /^torch\.distributed\.(?:launch|run)$|^accelerate\.commands\.launch$/;
/** What brings files of others onto the machine. */
const FETCHES =
  /\b(?:wget|curl|git\s{1,3}submodule|huggingface-cli\s{1,3}download|hf\s{1,3}download|unzip|tar\s{1,3}-?[a-z]{0,5}x|docker\s{1,3}\w{2,10}|docker_\w{1,30}\.sh|kubectl|ssh|gcloud|npm|conda-unpack)\b/;
const CLONE = /\bgit\s{1,3}clone\s{1,3}(?:--?[\w-]{1,30}(?:[ =]\w{1,30})?\s{1,3}){0,4}(\S{1,300})/g;
const WRITES =
  /\b(?:save|create|write|copy|paste|put|named|called|add|download(?:ed)?|following|template|generate[sd]?)\b|保存|创建|新建|作成/i;
const MOST_COMMANDS = 200;

/** Every script that a command of the documents runs, each once, in reading order. */
export function scriptsNamed(facts: Facts): readonly NamedScript[] {
  const known = new Set(facts.snapshot.entries.map(({ path }) => path.toLowerCase()));
  const tails = new Set([...known].map((path) => path.slice(path.lastIndexOf("/") + 1)));
  const found = new Map<string, NamedScript>();
  const documents = new Set([...frontPages(facts), ...releaseDocuments(facts)]);
  for (const document of documents) {
    if (areaOf(document.path) !== "own") continue;
    const clones = foreignClones(document, facts);
    for (const block of document.codeBlocks) {
      if (!SHELL.test(block.language.trim())) continue;
      for (const { name, line } of scriptsIn(block)) {
        if (found.has(name) || found.size >= MOST_COMMANDS) continue;
        // A command may stand in a folder that the text names: the file's own name anywhere in the tree is enough.
        const isHere = tails.has(name.slice(name.lastIndexOf("/") + 1).toLowerCase());
        const state = isHere
          ? "there"
          : clones || mayBeElsewhere(document, block, name, facts)
            ? "elsewhere"
            : "missing";
        found.set(name, { name, place: { path: document.path, lines: [line, line] }, state });
      }
    }
  }
  return [...found.values()];
}

function scriptsIn({ text, lines }: CodeBlock): readonly { readonly name: string; readonly line: number }[] {
  const rows = text.split("\n").slice(0, 400);
  // A fence is a line of its own above the text.
  const first = lines[1] - lines[0] >= rows.length ? lines[0] + 1 : lines[0];
  const found: { name: string; line: number }[] = [];
  let command = "";
  let begun = 0;
  for (const [index, row] of rows.entries()) {
    if (command === "") begun = index;
    command += ` ${row.slice(0, 1_000).replace(/^\s{0,20}(?:[$>!%]|\(\w{1,30}\)\s?[$>])\s{1,4}/, "")}`;
    if (/\\\s{0,4}$/.test(row) && command.length < 4_000) {
      command = command.replace(/\\\s{0,4}$/, "");
      continue;
    }
    for (const part of command.split(/&&|\|\||[;|]/)) {
      const name = scriptOf(
        part
          .trim()
          .split(/\s{1,20}/)
          .slice(0, 60),
      );
      if (name !== undefined) found.push({ name, line: first + begun });
    }
    command = "";
  }
  return found;
}

/** The script that a command runs; undefined where it runs none, or one that the reader is to fill in. */
export function scriptOf(words: readonly string[]): string | undefined {
  const start = words.findIndex(
    (word) => !/^[A-Z_][A-Z0-9_]{0,40}=|^(?:sudo|nohup|time|env|exec|poetry|uv|run|conda|pipenv)$/.test(word),
  );
  const runner = words[start] ?? "";
  if (!RUNNER.test(runner)) return undefined;
  const rest = words.slice(start + 1);
  const isPlain = /^(?:python|bash|sh)/.test(runner);
  const module = rest[rest.indexOf("-m") + 1] ?? "";
  if (rest.includes("-m") && !LAUNCH_MODULE.test(module)) return undefined;
  const script =
    isPlain && !rest.includes("-m")
      ? rest.find((word) => !word.startsWith("-"))
      : rest.find((word) => SCRIPT.test(word));
  if (script === undefined || !SCRIPT.test(script) || STAND_IN.test(script) || script.includes("..")) return undefined;
  return script.replace(/^\.\//, "");
}

/** Whether a document has its reader clone another repository. */
function foreignClones(document: Document, facts: Facts): boolean {
  const { repository, source } = facts.snapshot;
  const own = squash(repository?.name ?? folderName(source.location) ?? "");
  const texts = [...document.codeBlocks.map(({ text }) => text), ...document.passages.map(({ text }) => text)];
  return texts.some((text) =>
    [...text.slice(0, 20_000).matchAll(CLONE)].some(
      ([, address = ""]) =>
        squash(
          address
            .replace(/\/$/, "")
            .replace(/\.git$/, "")
            .split("/")
            .at(-1) ?? "",
        ) !== own,
    ),
  );
}

function mayBeElsewhere(document: Document, block: CodeBlock, name: string, facts: Facts): boolean {
  const file = name.slice(name.lastIndexOf("/") + 1);
  const top = name.split("/")[0];
  const isSubmodule = facts.snapshot.entries.some(
    ({ kind, path }) => kind === "submodule" && (path === top || path.endsWith(`/${top}`)),
  );
  if (isSubmodule || document.codeBlocks.some(({ text }) => FETCHES.test(text.slice(0, 20_000)))) return true;
  // In a folder of a machine, or of a container, that the tree says nothing of.
  if (/(?:^|[\n;&])\s{0,4}cd\s{1,3}["']?[/~$]/.test(block.text.slice(0, 20_000))) return true;
  if (document.codeBlocks.some(({ text }) => text.slice(0, 20_000).includes(`> ${file}`))) return true;
  // A script of a folder that the tree does not have, or of a tree without scripts, was never meant to be here.
  const folder = name.includes("/") ? name.slice(0, name.lastIndexOf("/") + 1) : undefined;
  const isPlaced = ({ path }: { readonly path: string }): boolean =>
    folder === undefined ? /\.(?:py|sh)$/.test(path) : path.startsWith(folder) || path.includes(`/${folder}`);
  if (!facts.snapshot.entries.some(isPlaced)) return true;
  const around = new Set(enclosingSections(document, block.section).map(({ index }) => index));
  const isAround = (section: number | undefined): boolean =>
    section === block.section || (section !== undefined && around.has(section));
  // The section speaks of another repository, whose script it may be.
  if (document.links.some(({ section, target }) => isAround(section) && target.kind === "github")) return true;
  return document.passages.some(
    ({ text, section }) =>
      (isAround(section) || text.includes(file)) &&
      (WRITES.test(text) || /github\.com|\bgit\b|llama\.cpp|vllm|repository/i.test(text)),
  );
}
