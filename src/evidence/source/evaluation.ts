import { surelyNamesBenchmark } from "../files/benchmarks.ts";
import type { Marks } from "./marks.ts";
import type { PathHints } from "./path-hints.ts";
import type { PythonCall, PythonFacts } from "./python-facts.ts";

/** Evaluation harnesses: importing one and calling it is evaluation. */
const HARNESSES =
  /^(?:lm_eval|lm_evaluation_harness|lighteval|inspect_ai|inspect_evals|opencompass|helm|mteb|evalplus|human_eval|bigcode_eval|oe_eval|olmes|alpaca_eval|moonshot|deepeval|evalscope|vlmeval|lmms_eval|simple_evals|swebench|bigbench|nemo_evaluator)$/;
/** Libraries of metrics, which training scripts use too. */
const METRIC_LIBRARIES =
  /^(?:evaluate|sacrebleu|jiwer|rouge_score|rouge|bert_score|pycocoevalcap|pycocotools|seqeval|torchmetrics|cleanfid|torch_fidelity|comet|bleurt)$/;
/** Readers and writers of annotations that metric libraries bring along. */
const NOT_METRIC = /^pycocotools\.(?:mask|coco)\b/;
const METRIC_CALL =
  /(?:^|\.)(?:corpus_bleu|sentence_bleu|sentence_chrf|wer|cer|mer|rouge_scorer\.RougeScorer|accuracy_score|f1_score|roc_auc_score|exact_match_score|COCOeval|bert_score\.score|estimate_pass_at_k|compute_fid|calculate_frechet_distance|word_error_rate|evaluate\.load|load_metric|evaluator\.simple_evaluate|simple_evaluate|pass_at_k|perplexity)$/;
const METRIC_FUNCTION =
  /^_{0,2}(?:(?:compute|calc|calculate|get|eval|evaluate|estimate|normalize)_)?(?:\w{0,40}_)?(?:accuracy|f1|bleu|rouge|wer|cer|exact_match|pass_at_k|perplexity|ppl|squad|mlqa|score|scores|metrics?|fid|auc|span_f1|win_rate|correctness|grade|grader|grading|judge|iou|miou|dice|jaccard|mae|mse|rmse|nrmse|mape|smape|mase|wape|wql|crps|psnr|ssim|lpips|lddt|tm_score|ndcg|mrr)(?:_\w{0,30})?$/;
const EVALUATE_FUNCTION =
  /^_{0,2}(?:eval|evaluate|run_eval|run_evaluation|evaluation|eval_\w{1,60}|evaluate_\w{1,60}|run_eval\w{0,60}|do_eval|validate|estimate_loss)$/;
/** Counters of right answers and sums of metrics. */
const COUNTED =
  /^(?:n_?|num_?|total_?|count_?|avg_?|mean_?|is_?|all_?)?(?:correct|corrects|acc|accuracy|accs|wer|bleu|f1|exact_match|ppl|perplexity)(?:_?(?:cnt|num|count|sum|list|rate|score|scores|total|avg|mean|norm|answers?|index))?$/;
const LOOSELY_COUNTED = /^(?:scores?|score_list|metrics?|results?_by_\w{1,30}|grades?)$/;
const ANSWERS =
  /^(?:preds?|predictions?|logits|outputs?|responses?|answers?|generated|completions?|hyps?|hypotheses|greedy|out|probs|sampled_\w{1,20}|response_\w{1,20}|extracted_\w{1,20})$/;

/**
 * Marks computing benchmark figures: harnesses, tasks for them, metrics over benchmarks.
 * @param trains whether the file trains something: metrics are part of that
 */
export function markEvaluation(
  facts: PythonFacts,
  hints: PathHints,
  path: string,
  trains: boolean,
  marks: Marks,
): void {
  // Benchmarks are also read to filter, deduplicate or rebuild data: then the writing of a dataset decides.
  const builds =
    (hints.data || hints.about) &&
    !hints.named.evaluates &&
    facts.calls.some((call) => /(?:^|\.)(?:push_to_hub|save_to_disk|to_parquet)$/.test(call.callee));
  const benchmark = benchmarkNamed(facts, path);
  const evaluates = facts.functions.find((found) => EVALUATE_FUNCTION.test(found.name));
  // A script that trains and then evaluates on a named benchmark is both; a metric watched during training is not.
  const tested =
    benchmark !== undefined &&
    (evaluates !== undefined ||
      facts.calls.some((call) => /(?:^|[._])(?:estimator|trainer|model)\.evaluate$/.test(call.callee)));
  const mark = (line: number, what: string, certain: boolean): void => {
    if (certain && !builds && (!trains || tested)) marks.strong("evaluates", line, what);
    else marks.weak("evaluates", line, what);
  };
  const harness = harnessUse(facts);
  if (harness) {
    if (builds) marks.weak("evaluates", harness.line, harness.what);
    else marks.strong("evaluates", harness.line, harness.what);
    return;
  }
  const metric = facts.calls.find(
    (call) => METRIC_CALL.test(call.callee) || (isOf(call, METRIC_LIBRARIES, facts) && !NOT_METRIC.test(call.callee)),
  );
  const defined = facts.functions.find((found) => METRIC_FUNCTION.test(found.name));
  const counted = [...facts.assigned].find(
    ([name]) => COUNTED.test(name) || (hints.evaluates && LOOSELY_COUNTED.test(name)),
  );
  const answered =
    [...facts.assigned.keys()].some((name) => ANSWERS.test(name)) ||
    marks.has("defines-network") ||
    marks.has("infers");

  // ROUGE and BLEU also measure likeness, to filter data: the place or a benchmark must speak of evaluation.
  if (metric) mark(metric.line, `${metric.callee}()`, hints.evaluates || benchmark !== undefined || !savesData(facts));
  else if (counted && benchmark && answered && !hints.about)
    mark(counted[1], `computes ${counted[0]} on ${benchmark}`, true);
  else if (evaluates && scoredTestSplit(facts))
    mark(evaluates.line, `def ${evaluates.name} that keeps scores on a test split`, !hints.about);
  else if (benchmark && hints.named.evaluates && marks.has("infers") && !hints.speed)
    mark(evaluates?.line ?? 1, `runs the model on ${benchmark}`, true);
  else if (defined && hints.evaluates) mark(defined.line, `def ${defined.name} in evaluation code`, !hints.about);
  else if (counted && evaluates && hints.evaluates)
    mark(counted[1], `def ${evaluates.name} that computes ${counted[0]}`, !hints.about);
  else if (evaluates) mark(evaluates.line, `def ${evaluates.name}`, false);
  else if (counted && hints.evaluates)
    mark(counted[1], `computes ${counted[0]}`, hints.named.evaluates && !hints.speed);
  else if (hints.named.evaluates) mark(1, "named like evaluation code", false);
}

/** The test split of a data set is loaded, and scores are kept. */
function scoredTestSplit(facts: PythonFacts): boolean {
  return (
    [...facts.assigned.keys()].some((name) => COUNTED.test(name) || LOOSELY_COUNTED.test(name)) &&
    facts.calls.some(({ name, strings }) => name === "load_dataset" && /^test\b/.test(strings.get("split") ?? ""))
  );
}

/** A call, task or model class of a harness. */
function harnessUse(facts: PythonFacts): { line: number; what: string } | undefined {
  const call = facts.calls.find(
    (candidate) =>
      isOf(candidate, HARNESSES, facts) ||
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
  const inPath = path.split(/[/.-]/).find((word) => surelyNamesBenchmark(word));
  if (inPath) return inPath;
  for (const { text } of facts.strings)
    if (text.length > 2 && text.length < 120 && surelyNamesBenchmark(text)) return text.trim().slice(0, 40);
  return [...facts.assigned.keys()].find((name) => surelyNamesBenchmark(name));
}

/** A call of an imported package: a function of one's own may have the package's name. */
function isOf(call: PythonCall, packages: RegExp, facts: PythonFacts): boolean {
  const root = call.callee.split(".")[0] ?? "";
  return call.callee.includes(".") && packages.test(root) && facts.packages.has(root);
}

function savesData(facts: PythonFacts): boolean {
  return facts.calls.some((call) =>
    /^(?:dump|jdump|write|writelines|to_json|save_to_disk|push_to_hub|to_parquet)$/.test(call.name),
  );
}
