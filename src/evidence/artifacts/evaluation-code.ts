import type { Document } from "../documents/document.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { atLink, decideCode, inTree } from "./shared/findings.ts";
import { codeLinks } from "./shared/linked-code.ts";
import { isUnder, releaseDocuments, releaseLinks } from "./shared/links.ts";
import { doing, sourceEvidence } from "./shared/sources.ts";

const EVALUATES =
  /\b(evaluat(e|ed|es|ing|ion|ions)|benchmarks?)\b[^.]{0,120}\b(code|scripts?|harness|framework|using|with|reproduc\w{1,4}|repositor(y|ies)|tools?)\b|\b(code|scripts?|tools?|harness|framework)\b[^.]{0,80}\bevaluat\w{1,5}\b|评测(代码|脚本|方案)|评估(代码|脚本)|評価(コード|スクリプト)/i;
const HARNESS =
  /\b(lm[-_]?eval(uation)?([-_]harness)?|lighteval|opencompass|inspect_ai|inspect[-_]evals|helm|simple-evals|evalplus|bigcode-evaluation-harness|vlmevalkit|lmms-eval|mteb|moonshot|olmes)\b/i;
const COMMAND =
  /\b(lm_eval|lm-eval)\b[^\n]{0,200}--(model|tasks)|\blighteval (accelerate|vllm|nanotron)|\bpython3? (\S{0,80}\/)?main\.py --model hf|\binspect eval\b|\bhelm-run\b|\bopencompass\b|\bevalplus\.evaluate\b/;

export const evaluationCode: ArtifactRule = {
  id: "evaluation-code",
  name: "Evaluation code",
  mofClass: 2,
  type: "code",
  required: true,
  asks: "Is the code that produced the evaluation results released?",
  why: "Numbers that nobody can run again are claims, not results.",
  decides:
    "Source files that evaluate (a harness, tasks, metrics over a benchmark), harness configurations, or harness commands in the documents. Speed tests do not count. Else a link to the harness or fork used.",
  remedy: "Commit the evaluation scripts or the harness configuration and the exact command with versions.",
  effort: "hours",
  references: ["Model Openness Framework, component Evaluation code (Class II, code)"],
  find(facts) {
    const configs = facts.configs
      .filter((file) => file.kind === "evaluation" && (file.area === "own" || file.area === "example"))
      .map((file) => inTree("evaluation-config", file, [file.line, file.line]));
    const commands = releaseDocuments(facts).flatMap(harnessCommands);
    const harness = releaseLinks(facts)
      .filter(
        (placed) =>
          placed.link.target.kind === "github" &&
          HARNESS.test(`${placed.link.url} ${placed.link.text}`) &&
          (isUnder(placed, "evaluation", "reproduction") || /\bevaluat\w{1,5}\b|评测|評価/i.test(placed.link.context)),
      )
      .map((placed) => atLink("evaluation-harness-linked", placed));
    const linked = codeLinks(facts, EVALUATES)
      .filter(
        (placed) =>
          isUnder(placed, "evaluation", "reproduction") ||
          /\bevaluation (code|scripts?|tools?)\b/i.test(placed.link.context),
      )
      .map((placed) => atLink("evaluation-linked", placed));
    return decideCode(
      facts,
      [
        ...sourceEvidence("evaluation-in-source", doing(facts, ["evaluates"])),
        ...configs,
        ...(harness.length > 0 ? [] : commands),
      ],
      [...harness, ...linked],
    );
  },
};

function harnessCommands(document: Document): Evidence[] {
  return document.codeBlocks
    .filter((block) => COMMAND.test(block.text))
    .map((block) => inTree("evaluation-command", document, block.lines));
}
