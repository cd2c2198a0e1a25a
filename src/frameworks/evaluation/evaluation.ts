/** Whether others can run a release's evaluation again, and whether its documents say what its result files say. */
import { say } from "../../messages/said.ts";
import type { Framework, FrameworkRule, Material, Outcome } from "../framework.ts";
import { hasReadAllCode, isThere, outcome, placesOf } from "../looking.ts";
import { environmentOf } from "../true/environment.ts";
import { checkNumbers } from "./check-numbers.ts";
import { checkVersions } from "./check-versions.ts";
import { harnessesUsed } from "./harnesses.ts";
import { tasksOf } from "./tasks.ts";

const MOF = "MOF paper, components Evaluation code, Evaluation data and Evaluation results";
const SEED =
  "Linux Foundation 2025, Charting Strategic Directions for Global Collaboration in Open Source AI, on evaluation tools";
const HARNESS = "EleutherAI, Language Model Evaluation Harness, documentation";
const CHECKLIST = "Papers with Code, ML Code Completeness Checklist (Tips for Publishing Research Code)";

/** So many names are told; more are counted. */
const MOST_NAMES = 8;

const harness: FrameworkRule = {
  id: "evaluation-harness",
  title: "The harness is named",
  asks: "With which harness or code was the model evaluated?",
  why: "The same benchmark gives different numbers in different harnesses: prompts, answer extraction and normalisation differ.",
  decides:
    "Result files by their structure, code that evaluates, settings, requirements, commands and sentences on measuring are read for lm-evaluation-harness, lighteval, Inspect, Project Moonshot, HELM, OpenCompass, bigcode-evaluation-harness, EvalPlus, MTEB, VLMEvalKit and lmms-eval. Evaluation code of the release's own is enough too. It warns where results are published and neither was found.",
  remedy: "Name the harness and its version beside the results, or publish the code that computed them.",
  effort: "minutes",
  references: [SEED, HARNESS],
  check: checkHarness,
};

const tasks: FrameworkRule = {
  id: "evaluation-tasks",
  title: "The tasks are named",
  asks: "On which benchmarks was the model evaluated?",
  why: "A score without its benchmark cannot be compared with anything.",
  decides:
    "Benchmarks that result tables of the documents name, and tasks of result files. Where the results are pictures or on another host, it cannot be told.",
  remedy: "Add a table with benchmark, setting and score to the README or the model card.",
  effort: "minutes",
  references: [MOF],
  check: checkTasks,
};

const repeatable: FrameworkRule = {
  id: "evaluation-repeatable",
  title: "The evaluation can be run again",
  asks: "Are code, data, results and versions of the evaluation enough to run it again?",
  why: "Results that nobody else can produce are claims.",
  decides:
    "Four things are asked: evaluation code or a named harness, evaluation data (which a named harness brings for the benchmarks that are named), results, and the version of the harness or a pinned environment. It warns where some of them were looked for everywhere and not found, and names them.",
  remedy:
    "Add what is missing: the script or command, the benchmark with its revision, the result files, the harness's version.",
  effort: "hours",
  references: [MOF, CHECKLIST],
  check: checkRepeatable,
};

const versions: FrameworkRule = {
  id: "evaluation-versions",
  title: "Versions of the evaluation are fixed",
  asks: "Are the versions of harness and tasks, the seeds and the revision of the weights told?",
  why: "Harnesses and tasks change their prompts and scoring between versions, so that the same command gives other figures a year later.",
  decides:
    "Four things are asked, each told with its place. The harness by a version or commit in result files, requirements and commands, by a pinned environment, or by evaluation code of the release's own, which its commit fixes. The tasks by the versions that result files write down, or a revision in the code that loads the data. Seeds in result files, code or settings of the evaluation. The weights by a commit in result files or commands, or by lying in the tree. One that was not found is not met where everything was read, and undetermined where not.",
  remedy:
    "Publish the harness's own result files, which hold versions, seeds and the weights' commit, or write these beside the results.",
  effort: "minutes",
  references: [HARNESS, MOF],
  check: checkVersions,
};

const numbers: FrameworkRule = {
  id: "evaluation-numbers",
  title: "The documents' numbers are those of the result files",
  asks: "Are the figures in the documents those of the result files in the tree?",
  why: "A figure that the release's own files contradict misleads, most often by oversight.",
  decides:
    "Tables and metadata of the documents are compared with result files of lm-evaluation-harness, lighteval, Inspect, HELM, OpenCompass, MTEB and Project Moonshot, only where model, task, metric and number of examples are told on both sides and are the same, or where the rest of the same table shows that it speaks of these files; neither may tell another split, part or version of the task. Rounding, cutting and percent for fractions are allowed. Partial runs, altered weights, other revisions, baselines, other ways of measuring and figures with a source of their own are left out; where several files give the same figure, one that agrees is enough, and where they give several, none is called wrong; while a result file that may hold the figure was not read, nothing is called contradicted. What was not compared is counted, with the reason.",
  remedy: "Correct the figure, or replace the result file by that of the run which the document speaks of.",
  effort: "minutes",
  references: [HARNESS, "Hugging Face Hub documentation, Model Cards (model-index)"],
  finding: "warning",
  check: checkNumbers,
};

export const evaluation: Framework = {
  id: "evaluation",
  title: "Evaluation that others can run",
  version: "2026-11",
  rules: [harness, tasks, repeatable, versions, numbers],
};

function checkHarness({ facts, components }: Material): Outcome {
  const used = harnessesUsed(facts);
  const places = used.flatMap((use) => use.places.slice(0, 2));
  const names = used.map(({ name, version }) => (version === undefined ? name : `${name} ${version}`));
  if (used.length > 0) return outcome("pass", say("evaluation.harness", names), places);
  const { "evaluation-code": code, "evaluation-results": results } = components;
  if (isThere(code)) return outcome("pass", say("evaluation.ownCode"), placesOf(code));
  if (results.presence === "absent") return outcome("not-applicable", say("evaluation.nothing"));
  if (results.presence === "undetermined" || code.presence === "undetermined")
    return outcome("undetermined", say("evaluation.unread"));
  return outcome("warn", say("evaluation.noHarness"), placesOf(results));
}

function checkTasks({ facts, components }: Material): Outcome {
  const { names, places } = tasksOf(facts);
  if (names.length > 0) {
    const more = names.length - MOST_NAMES;
    const said =
      more > 0 ? say("evaluation.tasksAndMore", names.slice(0, MOST_NAMES), more) : say("evaluation.tasks", names);
    return outcome("pass", said, places);
  }
  const results = components["evaluation-results"];
  return results.presence === "absent"
    ? outcome("not-applicable", say("evaluation.noResults"))
    : outcome("undetermined", say("evaluation.tasksUntold"), placesOf(results));
}

function checkRepeatable({ facts, components }: Material): Outcome {
  const { "evaluation-results": results, "evaluation-code": code, "evaluation-data": data } = components;
  if (results.presence === "absent" && code.presence === "absent")
    return outcome("not-applicable", say("evaluation.nothing"));
  const used = harnessesUsed(facts);
  const { locked, pinned, ofRuns, open } = environmentOf(facts);
  // A harness brings the public benchmarks that it is run on.
  const isBrought = used.length > 0 && tasksOf(facts).names.length > 0;
  const hasVersion =
    used.some(({ version }) => version !== undefined) ||
    (ofRuns && (locked.length > 0 || (pinned.length > 0 && open.length === 0)));
  const parts = [
    {
      said: say("artifact.evaluation-code"),
      isThere: isThere(code) || used.length > 0,
      isUnknown: code.presence === "undetermined",
    },
    {
      said: say("artifact.evaluation-data"),
      isThere: isThere(data) || isBrought,
      isUnknown: data.presence === "undetermined",
    },
    {
      said: say("artifact.evaluation-results"),
      isThere: isThere(results),
      isUnknown: results.presence === "undetermined",
    },
    { said: say("evaluation.versions"), isThere: hasVersion, isUnknown: !hasReadAllCode(facts) },
  ];
  const places = [results, code, data].flatMap((one) => placesOf(one).slice(0, 1));
  const lacking = parts.filter((part) => !part.isThere && !part.isUnknown).map(({ said }) => said);
  if (lacking.length > 0) return outcome("warn", say("evaluation.lacking", lacking), places);
  if (parts.some((part) => !part.isThere)) return outcome("undetermined", say("evaluation.unread"), places);
  return outcome("pass", say("evaluation.complete"), places);
}
