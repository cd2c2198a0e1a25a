import { namesBenchmark, namesMetric } from "../files/benchmarks.ts";
import type { Marks } from "./marks.ts";
import type { PathHints } from "./path-hints.ts";
import type { PythonFacts } from "./python-facts.ts";

/** Evaluation harnesses: importing one and calling it is evaluation. */
const HARNESSES =
  /^(?:lm_eval|lm_evaluation_harness|lighteval|inspect_ai|inspect_evals|opencompass|helm|mteb|evalplus|human_eval|bigcode_eval|oe_eval|olmes|alpaca_eval|moonshot|deepeval|evalscope|vlmeval|lmms_eval|simple_evals|swebench|bigbench|nemo_evaluator)$/;
/** Libraries of metrics, which training scripts use too. */
const METRIC_LIBRARIES =
  /^(?:evaluate|sacrebleu|jiwer|rouge_score|rouge|bert_score|pycocoevalcap|pycocotools|seqeval|torchmetrics|cleanfid|torch_fidelity|comet|bleurt|nltk)$/;
const METRIC_CALL =
  /(?:^|\.)(?:corpus_bleu|sentence_bleu|sentence_chrf|wer|cer|mer|rouge_scorer\.RougeScorer|accuracy_score|f1_score|roc_auc_score|exact_match_score|COCOeval|bert_score\.score|estimate_pass_at_k|compute_fid|calculate_frechet_distance|word_error_rate|evaluate\.load|load_metric|evaluator\.simple_evaluate|simple_evaluate|pass_at_k|perplexity)$/;
const METRIC_FUNCTION =
  /^_{0,2}(?:(?:compute|calc|calculate|get|eval|evaluate|estimate)_)?(?:\w{0,40}_)?(?:accuracy|f1|bleu|rouge|wer|cer|exact_match|em|pass_at_k|perplexity|ppl|squad|mlqa|score|scores|metrics?|fid|auc|map|span_f1|win_rate|correctness|grade|grader|grading|judge)(?:_\w{0,30})?$/;
const EVALUATE_FUNCTION =
  /^_{0,2}(?:eval|evaluate|run_eval|run_evaluation|evaluation|eval_\w{1,60}|evaluate_\w{1,60}|run_eval\w{0,60}|do_eval|validate|test)$/;
const COUNT_OF_RIGHT =
  /^(?:n_?|num_?|total_?|count_?|is_?)?(?:correct|right|corrects|correct_cnt|correct_num|acc|accuracy|accs|wer|bleu|f1|hits|top1|top5|accuracy_sum|exact_match|score_list|ppl|perplexity)(?:_\w{0,20})?$/;

/** Marks computing benchmark figures: harnesses, tasks for them, metrics over benchmarks. */
export function markEvaluation(facts: PythonFacts, hints: PathHints, path: string, marks: Marks): void {
  const trains = marks.has("trains") || marks.has("fine-tunes");
  const harness = harnessUse(facts);
  if (harness) {
    marks.strong("evaluates", harness.line, harness.what);
    return;
  }
  const metric = facts.calls.find(
    (call) => METRIC_CALL.test(call.callee) || METRIC_LIBRARIES.test(call.callee.split(".")[0] ?? ""),
  );
  const metricName = metric && !/^nltk/.test(metric.callee) ? metric : undefined;
  const benchmark = benchmarkNamed(facts, path);
  const counts = [...facts.assigned].find(([name]) => COUNT_OF_RIGHT.test(name));
  const definesMetric = facts.functions.find((found) => METRIC_FUNCTION.test(found.name));
  const evaluates = facts.functions.find((found) => EVALUATE_FUNCTION.test(found.name));

  if (metricName) {
    const what = `${metricName.callee}()`;
    if (trains && !hints.evaluates) marks.weak("evaluates", metricName.line, what);
    else marks.strong("evaluates", metricName.line, what);
  }
  if (benchmark && counts && !trains) marks.strong("evaluates", counts[1], `computes ${counts[0]} on ${benchmark}`);
  else if (benchmark && (definesMetric || evaluates) && !trains && hints.evaluates)
    marks.strong(
      "evaluates",
      (definesMetric ?? evaluates)!.line,
      `def ${(definesMetric ?? evaluates)!.name}, with ${benchmark}`,
    );
  else if (hints.evaluates && (definesMetric || (counts && evaluates)) && !trains && !hints.trains)
    marks.strong(
      "evaluates",
      definesMetric?.line ?? counts![1],
      `def ${(definesMetric ?? evaluates)!.name} in evaluation code`,
    );
  else if (evaluates) marks.weak("evaluates", evaluates.line, `def ${evaluates.name}`);
  else if (counts && !trains && hints.evaluates) marks.weak("evaluates", counts[1], `computes ${counts[0]}`);
  if (!marks.has("evaluates") && hints.evaluates && !marks.has("evaluates", "weak"))
    marks.weak("evaluates", 1, "named like evaluation code");
}

/** A call, task or model class of a harness. */
function harnessUse(facts: PythonFacts): { line: number; what: string } | undefined {
  const call = facts.calls.find(
    (candidate) =>
      HARNESSES.test(candidate.callee.split(".")[0] ?? "") ||
      (/(?:^|\.)(?:LightevalTaskConfig|TaskRegistry\.add|seqio\.Evaluator)$/.test(candidate.callee) &&
        (candidate.keywords.includes("metric_fns") || /Lighteval/.test(candidate.callee))),
  );
  if (call) return { line: call.line, what: `${call.callee}()` };
  for (const found of facts.classes) {
    const base = found.bases.find(
      (name) =>
        HARNESSES.test(name.split(".")[0] ?? "") ||
        /(?:^|\.)(?:BaseLM|HFLM|EvaluationSuite|ConfigurableTask|LightevalModel)$/.test(name),
    );
    if (base) return { line: found.line, what: `class ${found.name}(${base})` };
  }
  const registered = facts.functions.find((found) =>
    found.decorators.some((name) =>
      /^(?:inspect_ai\.[\w.]{0,40}task|lm_eval\.[\w.]{0,60}register_\w{1,20})$/.test(name),
    ),
  );
  if (registered) return { line: registered.line, what: `@task ${registered.name}` };
  const config = facts.calls.find((candidate) => candidate.callee.endsWith("read_base"));
  return config && { line: config.line, what: "OpenCompass configuration" };
}

function benchmarkNamed(facts: PythonFacts, path: string): string | undefined {
  const inPath = path.split(/[/_.-]/).find((word) => namesBenchmark(word) && !namesMetric(word));
  if (inPath) return inPath;
  for (const { text } of facts.strings)
    if (text.length > 2 && text.length < 120 && namesBenchmark(text)) return text.slice(0, 40);
  return [...facts.assigned.keys()].find((name) => namesBenchmark(name) && !namesMetric(name));
}
