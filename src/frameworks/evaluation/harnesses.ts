/** Which evaluation harness a release was measured with, and in which version. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import { isObject } from "../../evidence/files/json.ts";
import type { RuleEvidence } from "../framework.ts";
import { textAt } from "../looking.ts";
import { readResult } from "./read-results.ts";

export interface HarnessUse {
  readonly name: string;
  readonly places: readonly RuleEvidence[];
  /** The version that a requirement, a result file or a document names. */
  readonly version: string | undefined;
}

interface Harness {
  readonly name: string;
  /** The tool of the result files that it writes. */
  readonly tool: string;
  /** How code, commands and settings name it. */
  readonly code: RegExp;
  /** How prose names it; only together with a word for measuring. */
  readonly prose: RegExp;
}

const HARNESSES: readonly Harness[] = [
  {
    name: "lm-evaluation-harness",
    tool: "lm-evaluation-harness",
    code: /\blm[_-]eval\b|\blm[-_]evaluation[-_]harness\b/i,
    prose: /\blm[- _]eval(?:uation)?[- _]harness\b|\beleuther\w{0,3}(?:'s)? (?:eval|evaluation) harness\b/i,
  },
  { name: "lighteval", tool: "lighteval", code: /\blighteval\b(?!\/)/, prose: /\blighteval\b/i },
  {
    name: "Inspect",
    tool: "inspect",
    code: /\binspect_ai\b|\binspect_evals\b|\binspect eval\b/,
    prose: /\binspect[_ -](?:ai|evals)\b/i,
  },
  {
    name: "Project Moonshot",
    tool: "moonshot",
    code: /^[ \t]{0,8}(?:from|import) moonshot\b|\baiverify-moonshot\b|aiverify-foundation\/moonshot/m,
    prose: /\bproject moonshot\b|\baiverify\b.{0,20}\bmoonshot\b/i,
  },
  { name: "HELM", tool: "helm", code: /\bhelm-run\b|\bcrfm-helm\b|stanford-crfm\/helm\b/, prose: /\bHELM\b/ },
  {
    name: "OpenCompass",
    tool: "opencompass",
    code: /^[ \t]{0,8}(?:from|import) opencompass\b|\bopencompass(?:==|\s)|open-?compass\/opencompass\b/im,
    prose: /\bopencompass\b/i,
  },
  {
    name: "bigcode-evaluation-harness",
    tool: "bigcode",
    code: /\bbigcode[-_]eval(?:uation[-_]harness)?\b/,
    prose: /\bbigcode[- ]evaluation[- ]harness\b/i,
  },
  { name: "EvalPlus", tool: "evalplus", code: /\bevalplus\b/, prose: /\bevalplus\b/i },
  { name: "MTEB", tool: "mteb", code: /^[ \t]{0,8}(?:from|import) mteb\b|\bmteb run\b|^mteb\b/m, prose: /\bMTEB\b/ },
  { name: "VLMEvalKit", tool: "vlmeval", code: /\bvlmeval(?:kit)?\b/i, prose: /\bVLMEvalKit\b/i },
  { name: "lmms-eval", tool: "lmms-eval", code: /\blmms[_-]eval\b/, prose: /\blmms-eval\b/i },
];

const MEASURES =
  /\b(?:evaluat\w{0,6}|measured|tested|reproduc\w{0,6}|obtained|scores?|results?|reported)\b|评测|评估|評価|复现|再現/i;
/** What joins measuring to the harness it was done with; before its name. */
const WITH =
  /(?:\b(?:using|uses?|used|with|via|by|through|from)\b|基于|使用|采用|用|通过|による|により|用い|で)[^.。\n]{0,60}$/i;
/** Prose about what somebody else did, or will. */
const ASIDE =
  /\b(?:unlike|will be|plan(?:s|ned)? to|instead of|not (?:been )?evaluated|other (?:models|benchmarks)|reported by|public sources|inspired by|compiled?|similar to)\b/i;
const LONGEST = 300_000;

const usedByFacts = new WeakMap<Facts, readonly HarnessUse[]>();

/** The harnesses that result files, code, commands or the documents' own sentences name, with where. */
export function harnessesUsed(facts: Facts): readonly HarnessUse[] {
  const known = usedByFacts.get(facts) ?? findHarnesses(facts);
  usedByFacts.set(facts, known);
  return known;
}

/** One of these stands in every text that names a harness. */
const HINT = /lm[- _]eval|lighteval|inspect|moonshot|helm|compass|bigcode|evalplus|mteb|vlmeval|lmms|eleuther/i;

function findHarnesses(facts: Facts): readonly HarnessUse[] {
  const code = codeTexts(facts);
  return HARNESSES.flatMap((harness) => {
    const files = facts.results.filter(({ tool, area }) => tool === harness.tool && area === "own");
    const places = [
      ...files.map(({ path }): RuleEvidence => ({ path, lines: [1, 1] })),
      ...code.flatMap(({ path, text, line }) => placeOf(path, text, line, harness.code)),
      ...proseOf(facts, harness.prose),
    ];
    if (places.length === 0) return [];
    return [{ name: harness.name, places: places.slice(0, 5), version: versionOf(facts, harness, code, files) }];
  });
}

interface Piece {
  readonly path: string;
  readonly text: string;
  /** Line of the file on which the text begins. */
  readonly line: number;
}

/** Code that evaluates, settings of evaluations, requirements, and the documents' commands. */
function codeTexts(facts: Facts): readonly Piece[] {
  const paths = [
    ...facts.sources.filter(({ roles }) => {
      const evaluates = roles.some(({ role, strength }) => role === "evaluates" && strength === "strong");
      // Data is filtered with parts of harnesses too.
      return evaluates && !roles.some(({ role }) => role === "prepares-data");
    }),
    ...facts.configs.filter(({ kind }) => kind === "evaluation" || kind === "dependencies"),
  ].filter(({ path }) => areaOf(path) !== "test" && areaOf(path) !== "vendored");
  const files = paths.flatMap(({ path }) => {
    const text = textAt(facts, path);
    return text === undefined || !HINT.test(text.slice(0, LONGEST))
      ? []
      : [{ path, text: text.slice(0, LONGEST), line: 1 }];
  });
  const blocks = releaseDocuments(facts).flatMap(({ path, codeBlocks }) =>
    codeBlocks
      .filter(({ text }) => HINT.test(text.slice(0, LONGEST)))
      .map(({ text, lines }) => ({ path, text: text.slice(0, LONGEST), line: lines[0] })),
  );
  return [...files, ...blocks];
}

function placeOf(path: string, text: string, first: number, pattern: RegExp): readonly RuleEvidence[] {
  const at = pattern.exec(text)?.index;
  if (at === undefined) return [];
  const line = first + (text.slice(0, at).match(/\n/g)?.length ?? 0);
  return [{ path, lines: [line, line] }];
}

function proseOf(facts: Facts, pattern: RegExp): readonly RuleEvidence[] {
  return releaseDocuments(facts).flatMap(({ path, passages, sections, tables }) =>
    passages
      .filter(({ text, section, lines }) => {
        if (tables.some((table) => table.lines[0] <= lines[0] && lines[1] <= table.lines[1])) return false;
        const topics = section === undefined ? [] : (sections[section]?.topics ?? []);
        const isElsewhere = topics.some((topic) => /^(?:news|acknowledgements|related-work|citation)$/.test(topic));
        const words = text.slice(0, 2_000);
        if (!HINT.test(words)) return false;
        const at = pattern.exec(words)?.index;
        if (isElsewhere || at === undefined || ASIDE.test(words)) return false;
        // The harness's own name speaks of evaluation.
        return (
          WITH.test(words.slice(Math.max(0, at - 120), at)) &&
          MEASURES.test(words.replaceAll(new RegExp(pattern, "gi"), " "))
        );
      })
      .map(({ lines }) => ({ path, lines })),
  );
}

/** `lm_eval==0.4.2`, `…harness@3fffc8a`, `git checkout 3fffc8a` in the command that clones it. */
const PIN = /(?:==\s{0,3}(v?\d[\w.]{0,20})|@(v?\d[\w.]{0,20}|[0-9a-f]{7,40})\b)/;
/** Keys by which result files name the version that wrote them, at their top: below may stand the model's own commit. */
const WRITTEN = ["lm_eval_version", "git_hash", "mteb_version"] as const;

function writtenVersion(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const general = isObject(value.config_general) ? value.config_general.lighteval_sha : undefined;
  const run = isObject(value.eval) && isObject(value.eval.packages) ? value.eval.packages.inspect_ai : undefined;
  return [...WRITTEN.map((key) => value[key]), general, run].find(
    (one): one is string => typeof one === "string" && /^[\w.+-]{3,60}$/.test(one),
  );
}

function versionOf(
  facts: Facts,
  harness: Harness,
  code: readonly Piece[],
  files: readonly { readonly path: string }[],
): string | undefined {
  for (const { path } of files.slice(0, 20)) {
    const written = writtenVersion(readResult(facts, { path })?.value);
    if (written !== undefined) return shortened(written);
  }
  for (const { text } of code)
    for (const line of text.split("\n").slice(0, 2_000)) {
      if (line.length > 1_000 || !harness.code.test(line)) continue;
      const pin = PIN.exec(line);
      if (pin !== null) return shortened(pin[1] ?? pin[2] ?? "");
    }
  return undefined;
}

/** A commit is told by its first characters, as git does. */
const shortened = (version: string): string => (/^[0-9a-f]{40}$/.test(version) ? version.slice(0, 12) : version);
