/**
 * Benchmarks and metrics by the words that name them in headers, keys and code. Only words that mean little else are
 * here: `arc`, `time` or `test` alone would match any table.
 */
const BENCHMARK_WORDS = new Set(
  `mmlu cmmlu ceval gsm8k hellaswag winogrande piqa boolq siqa openbookqa lambada humaneval humanevalplus mbpp mbppplus
  truthfulqa triviaqa naturalquestions squad drop bbh agieval gpqa aime aime24 aime25 ifeval livecodebench multipl
  multiple glue superglue xnli xquad mlqa tydiqa xcopa xwinograd flores wmt librispeech fleurs voxpopuli commonvoice
  tedlium imagenet coco cifar cifar10 cifar100 ade20k vqav2 textvqa docvqa mmmu mathvista mmbench chartqa gqa pope
  crows winobias bbq stereoset toxigen realtoxicityprompts sciq logiqa race arceasy arcchallenge mtbench alpacaeval
  arenahard longbench ruler healthbench swebench apps ds1000 kmmlu jmmlu jglue jcommonsenseqa frenchbench mathqa asdiv
  svamp mgsm belebele pawsx mrpc qnli qqp sst2 stsb wnli rte cola wsc copa multirc record mteb beir msmarco chid cluewsc
  cmrc gaokao arcagi simpleqa etth1 etth2 ettm1 ettm2 ettsmall ecg5000`.split(/\s+/),
);

const METRIC_WORDS = new Set(
  `accuracy acc acc_norm bleu sacrebleu rouge rouge1 rouge2 rougel rougelsum meteor chrf bertscore comet wer cer mer f1
  f1_score precision recall auc auroc exact_match em perplexity ppl bits_per_byte byte_perplexity word_perplexity mrr
  ndcg map50 miou iou fid inception_score clip_score psnr ssim mcc pearson spearman pass_rate win_rate resolved score
  mos mase smape wql crps mae mse rmse mape lddt lddt_ca tm_score tmscore gdt gdt_ts`.split(/\s+/),
);

/** Names that are everyday words in code: they count in a table's header, not in a program's strings and names. */
const EVERYDAY_WORDS = new Set(
  "drop race record apps cola pope multiple crows gqa glue ruler copa wsc chid coco rte".split(" "),
);

/** Letters and digits of a name, lower case: `ARC-Challenge` and `arc_challenge` are the same benchmark. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** True when the text is, or has as one of its words, the name of a public benchmark. */
export function namesBenchmark(text: string): boolean {
  const short = text.slice(0, 300);
  if (BENCHMARK_WORDS.has(plain(short))) return true;
  const words = short.toLowerCase().split(/[^a-z0-9]+/);
  return words.some((word, index) => BENCHMARK_WORDS.has(word) || BENCHMARK_WORDS.has(word + (words[index + 1] ?? "")));
}

/** As `namesBenchmark`, without the names that are everyday words in code. */
export function surelyNamesBenchmark(text: string): boolean {
  const short = text.slice(0, 300);
  const surely = (word: string) => BENCHMARK_WORDS.has(word) && !EVERYDAY_WORDS.has(word);
  if (surely(plain(short))) return true;
  const words = short.toLowerCase().split(/[^a-z0-9]+/);
  return words.some((word, index) => surely(word) || surely(word + (words[index + 1] ?? "")));
}

/** True when the text is the name of a quality metric: `acc_norm,none`, `pass@1`, `eval_accuracy`, `F1`. */
export function namesMetric(text: string): boolean {
  const name = text
    .slice(0, 120)
    .toLowerCase()
    .split(",")[0]!
    .replace(/^(?:eval|test|valid|val|avg|mean|average|overall)[_ /-]/, "")
    .replace(/_stderr$/, "")
    .trim()
    .replace(/[ -]/g, "_");
  return (
    METRIC_WORDS.has(name) ||
    /^(?:pass|acc|accuracy|recall|precision|hit|hits|ndcg|map|maj|cons|avg|top)@\d{1,4}$/.test(name) ||
    /^top_?\d_acc/.test(name)
  );
}
