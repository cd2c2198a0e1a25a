import type { Marks } from "./marks.ts";
import type { PathHints } from "./path-hints.ts";
import type { PythonFacts } from "./python-facts.ts";

/** Marks defining or training a tokenizer. */
export function markTokenizers(facts: PythonFacts, marks: Marks): void {
  for (const found of facts.classes) {
    if (
      !/tokeni[sz]er|bpe|vocabulary/i.test(found.name) &&
      !found.bases.some((base) => /PreTrainedTokenizer(?:Fast)?$|Vocabulary$/.test(base))
    )
      continue;
    const both =
      (found.methods.has("encode") || found.methods.has("_tokenize") || found.methods.has("tokenize")) &&
      [...found.methods].some((method) =>
        /^_?(?:decode|convert_tokens?_to|convert_ids|detokenize|_convert)/.test(method),
      );
    if (both || found.bases.some((base) => /PreTrainedTokenizer(?:Fast)?$/.test(base)))
      marks.strong("tokenizes", found.line, `class ${found.name}`);
    else marks.weak("tokenizes", found.line, `class ${found.name}`);
  }
  const trained = facts.calls.find((call) =>
    /(?:SentencePieceTrainer\.(?:train|Train)|BpeTrainer|UnigramTrainer|WordPieceTrainer|train_from_iterator|train_new_from_iterator|learn_bpe)$/.test(
      call.callee,
    ),
  );
  if (trained) marks.strong("tokenizes", trained.line, `${trained.callee}()`);
  const made = facts.calls.find((call) =>
    /(?:SentencePieceProcessor|SentencePieceVocabulary|tiktoken\.Encoding|tokenizers\.Tokenizer(?:\.from_\w{1,20})?)$/.test(
      call.callee,
    ),
  );
  if (made) marks.weak("tokenizes", made.line, `${made.callee}()`);
}

const TIMER =
  /(?:^|\.)(?:time|perf_counter|perf_counter_ns|process_time|monotonic|cuda\.Event|default_timer|elapsed_time)$/;
const BENCH =
  /(?:^|\.)(?:do_bench|do_bench_cudagraph|perf_report|benchmark\.Timer|benchmark_forward|benchmark_all|timeit|benchmark_combined)$/;
const SPEED_WORD =
  /(?:latency|throughput|tokens_per_sec|tok_s|tokens_per_second|tps|elapsed|speed|tflops|gbps|runtime|tpot|ttft|gpu_memory|max_memory)/;

/** Marks measuring of speed, which is no evaluation of quality however it is named. */
export function markSpeed(facts: PythonFacts, hints: PathHints, marks: Marks): void {
  const bench = facts.calls.find((call) => BENCH.test(call.callee));
  if (bench && !marks.has("evaluates")) {
    marks.strong("measures-speed", bench.line, `${bench.callee}()`);
    return;
  }
  const timers = facts.calls.filter((call) => TIMER.test(call.callee));
  const first = timers[0];
  if (timers.length < 2 || !first) return;
  const words =
    [...facts.assigned.keys()].some((name) => SPEED_WORD.test(name)) ||
    facts.strings.some(({ text }) =>
      /tokens? ?\/ ?s|tok\/s|latency|throughput|samples? per second|tokens per second/i.test(text),
    );
  if (words && hints.speed && !marks.has("trains") && !marks.has("evaluates"))
    marks.strong("measures-speed", first.line, `${first.callee}() around calls`);
  else if (words) marks.weak("measures-speed", first.line, `${first.callee}() around calls`);
}
