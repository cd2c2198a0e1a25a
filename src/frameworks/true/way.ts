/** The steps that a reader is led through, from installing to measuring, and the commands by which results came about. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Document, Topic } from "../../evidence/documents/document.ts";
import { enclosingSections } from "../../evidence/documents/sections.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { RuleEvidence } from "../framework.ts";

export type Step = "install" | "use" | "train" | "evaluate";

const TOPICS: Readonly<Record<Step, readonly Topic[]>> = {
  install: ["installation", "requirements"],
  use: ["usage", "inference"],
  train: ["training", "fine-tuning"],
  evaluate: ["evaluation", "reproduction"],
};

/** Commands and code of a step, where no heading announces it. */
const SHOWS: Readonly<Record<Step, RegExp>> = {
  install:
    /\b(?:pip3?|conda|mamba|uv|poetry|npm|cargo|apt(?:-get)?)\s{1,4}(?:install|add|sync|env create|create|pip install)\b|\bdocker\s{1,4}(?:build|pull|run)\b|\bmake\b/,
  use: /from_pretrained\(|\bpipeline\(|\.generate\(|\.predict\(|(?:^|[\s/])(?:inference|infer|generate|sample|chat|demo|predict|cli_demo|web_demo|run)\w{0,30}\.(?:py|sh)\b/m,
  train:
    /(?:^|[\s/])(?:pre)?(?:train|finetune|fine_tune|pretrain|sft)\w{0,30}\.(?:py|sh|sbatch|slurm)\b|\b(?:torchrun|deepspeed)\b|accelerate launch/m,
  evaluate:
    /(?:^|[\s/_-])eval(?:uate|uation)?[\w(/)]{0,40}\.(?:py|sh)\b|(?:^|[\s/])(?:fid|calc_metrics|metrics?|score|scorer|bleu|wer|test)\w{0,20}\.(?:py|sh)\b|\blm[_-]eval\b|\blighteval\b|\binspect eval\b|\bhelm-run\b|\bopencompass\b|\bevalplus\b|\bbenchmark\w{0,20}\.(?:py|sh)\b/m,
};

/** An option with a value: `--lr 1e-4`, `--cfg=base`. */
const SETTING = /--[a-z][\w-]{1,40}[= ](?!-)\S/gi;

/** Where the documents tell each step: under a heading with something written below, or by a command or code that does it. */
export function stepsTold(facts: Facts): ReadonlyMap<Step, RuleEvidence> {
  const told = new Map<Step, RuleEvidence>();
  for (const document of releaseDocuments(facts))
    for (const step of ["install", "use", "train", "evaluate"] as const) {
      const place = told.has(step) ? undefined : stepIn(document, step);
      if (place !== undefined) told.set(step, place);
    }
  return told;
}

function stepIn({ path, sections, codeBlocks }: Document, step: Step): RuleEvidence | undefined {
  const block = codeBlocks.find(({ text }) => SHOWS[step].test(text.slice(0, 20_000)));
  if (block !== undefined) return { path, lines: block.lines };
  const isFilled = (index: number, filled: boolean): boolean =>
    filled || sections.some((child) => child.parent === index && child.filled);
  const section = sections.find(
    ({ topics, index, filled }) => topics.some((topic) => TOPICS[step].includes(topic)) && isFilled(index, filled),
  );
  return section === undefined ? undefined : { path, lines: section.lines };
}

/** Commands that train with at least two settings of their own. */
export function trainingCommands(facts: Facts): readonly RuleEvidence[] {
  return releaseDocuments(facts).flatMap(({ path, codeBlocks }) =>
    codeBlocks
      .filter(({ text }) => SHOWS.train.test(text.slice(0, 20_000)))
      .filter(({ text }) => (text.slice(0, 20_000).match(SETTING)?.length ?? 0) >= 2)
      .map(({ lines }) => ({ path, lines })),
  );
}

const RUNS = /\b(?:python\d?|bash|sh|torchrun|accelerate|sbatch)\s/;
/** What is done before anything can be measured. */
const PREPARES =
  /train|tokeni[sz]|download|prepar|convert|preprocess|unshard|checksum|merge|setup\.py|install|\bdocker\b|\bgit\b/i;

/** A command that evaluates, or one under a heading on evaluation or reproduction that does more than prepare. */
export function evaluationCommands(facts: Facts): readonly RuleEvidence[] {
  // A tokenizer is trained, applied and measured by commands of its own, which tell nothing of the model's results.
  const pages = releaseDocuments(facts).filter(({ path }) => !/tokeni[sz]/i.test(path));
  return pages.flatMap((document) =>
    document.codeBlocks
      .filter(
        ({ text, section }) =>
          SHOWS.evaluate.test(text.slice(0, 20_000)) ||
          (text
            .slice(0, 20_000)
            .split("\n")
            .some((line) => RUNS.test(line) && !PREPARES.test(line)) &&
            enclosingSections(document, section).some(({ topics }) =>
              topics.some((topic) => TOPICS.evaluate.includes(topic)),
            )),
      )
      .map(({ lines }) => ({ path: document.path, lines })),
  );
}
