import type { Marks } from "./marks.ts";
import type { PathHints } from "./path-hints.ts";
import type { PythonCall, PythonFacts } from "./python-facts.ts";

/** Libraries made to prepare corpora; those that only detect a language or mend a text are used anywhere. */
const LIBRARIES =
  /^(?:datatrove|dolma|datasketch|text_dedup|nemo_curator|data_juicer|trafilatura|resiliparse|warcio|fastwarc|dps|distilabel|ccnet)$/;
const WRITES =
  /(?:^|\.)(?:tofile|save_to_disk|push_to_hub|to_parquet|to_json|to_csv|write_table|TFRecordWriter|ShardWriter|TarWriter|MDSWriter|make_builder|make_dataset|\w{0,40}(?:DatasetBuilder|DatasetWriter)|write_\w{0,20}(?:datafile|shards?|tokens|bin|dataset|jsonl|records?)|add_array|add_doc|add_item|finalize|from_generator|np\.save|numpy\.save|savez|savez_compressed|writelines|writerow|writerows|dump|dump_jsonl|write_jsonl|to_pickle|upload_folder)$/;
const READS =
  /(?:^|\.)(?:load_dataset|load_from_disk|read_parquet|read_csv|read_json|read_excel|load_workbook|ParquetFile|read_table|iter_lines|glob|walk|listdir|scandir|readlines|reader|jsonlines\.open|json\.loads|json\.load|open|urlopen|urlretrieve|requests\.get|get_datasets?)$/;
const TRANSFORMS =
  /(?:^|\.)(?:map|filter|encode|encode_ordinary|encode_batch|EncodeAsIds|encode_as_ids|tokenize|batch_encode_plus|sub|normalize|drop_duplicates|deduplicate|minhash|MinHash|MinHashLSH|train_test_split|shuffle|select_columns|rename_column|remove_columns|concatenate_datasets|interleave_datasets|fix_text|detect|langdetect|lower|split|strip|replace|predict)$/;
/** Methods that every program calls on its strings. */
const STRING_METHOD = /^(?:lower|split|strip|replace|sub|encode)$/;
/** Tokenising: a tokenizer's method, not the `encode` of a string into bytes. */
const TOKENISES =
  /(?:^|\.)(?:encode_ordinary|encode_batch|EncodeAsIds|encode_as_ids|EncodeAsPieces|batch_encode_plus|tokenizer|convert_tokens_to_ids)$|(?:^|[._])(?:\w{0,30}tokenizer|tok|enc|encoder|sp|spm|bpe|processor|vocab|tiktoken)\.(?:encode|tokenize)$|^(?:encode|tokenize)$/i;
const FUNCTION =
  /^_{0,2}(?:(?:pre)?process|preprocess|prepare|tokeni[sz]e|clean|filter|dedup\w{0,10}|normali[sz]e|convert|extract|pack|shard|shuffle|merge|build|make|create|decontaminate|split|chunk|binari[sz]e|encode|mask|span_corruption|format)(?:_\w{0,60})?$/;

/** Marks cleaning, filtering, deduplicating, tokenising, packing and converting of corpora. */
export function markPreparation(facts: PythonFacts, hints: PathHints, trains: boolean, marks: Marks): void {
  const other =
    marks.has("evaluates") ||
    hints.evaluates ||
    hints.named.infers ||
    hints.outcomes ||
    trains ||
    marks.has("defines-network") ||
    loadsForTraining(facts);
  const library = facts.calls.find((call) => isOfLibrary(call, facts));
  if (library && !other) {
    marks.strong("prepares-data", library.line, `${library.callee}()`);
    return;
  }

  const synthesis = trains || hints.about ? undefined : synthesisSign(facts);
  if (synthesis) {
    marks.strong("prepares-data", synthesis.line, synthesis.what);
    return;
  }

  const pipeline = trains || hints.about || hints.named.infers ? undefined : pipelineSign(facts);
  if (pipeline) {
    marks.strong("prepares-data", pipeline.line, pipeline.what);
    return;
  }

  const frames = other || hints.about || marks.has("infers") ? undefined : framesSign(facts);
  if (frames) {
    marks.strong("prepares-data", frames.line, frames.what);
    return;
  }

  const written = facts.calls.find((call) => isWrite(call));
  const transforms = facts.calls.filter(
    (call) => (TRANSFORMS.test(call.callee) && !/^(?:os|random)\./.test(call.callee)) || call.name === "tokenizer",
  );
  const transformed = transforms.find((call) => !STRING_METHOD.test(call.name)) ?? transforms[0];
  const read = facts.calls.find((call) => READS.test(call.callee));
  const tokenised = facts.calls.find((call) => TOKENISES.test(call.callee));
  const worker = facts.functions.find((found) => FUNCTION.test(found.name));

  const corpus = facts.calls.find((call) => isWrite(call) && isCorpusWrite(call));
  if (corpus && tokenised && !other && !savesWeights(facts) && !hints.about) {
    marks.strong("prepares-data", corpus.line, `${tokenised.callee}() into ${corpus.callee}()`);
    return;
  }
  if (written && transformed && read) {
    const what = `${read.callee}() to ${written.callee}() through ${(tokenised ?? transformed).callee}()`;
    const surely =
      (tokenised !== undefined || hints.data || (isCorpusWrite(written) && !STRING_METHOD.test(transformed.name))) &&
      !savesWeights(facts) &&
      !hints.about;
    if (other || !surely || (marks.has("infers") && !hints.data)) {
      if (surely || hints.data) marks.weak("prepares-data", written.line, what);
    } else marks.strong("prepares-data", written.line, what);
    return;
  }
  if (hints.data && (worker || transformed) && !marks.has("defines-network")) {
    const line = worker?.line ?? transformed?.line ?? 1;
    marks.weak("prepares-data", line, worker ? `def ${worker.name}` : `${transformed?.callee}()`);
  }
}

/** A model is asked for examples, and what it answers is kept as training data (Self-Instruct and kin). */
function synthesisSign(facts: PythonFacts): { line: number; what: string } | undefined {
  const maker = facts.functions.find(({ name }) =>
    /^(?:generate|synthesi[sz]e|make|create)_(?:\w{1,30}_)?(?:instructions?|datasets?|training_data|seed_tasks?|conversations|examples)(?:_\w{1,40})?$/.test(
      name,
    ),
  );
  const asked = facts.calls.some(({ callee }) => /completion|openai|anthropic|\.generate$|\.chat$|vllm/i.test(callee));
  const kept = facts.calls.find((call) => isWrite(call) || /dump|save|write/i.test(call.name));
  return maker && asked && kept ? { line: maker.line, what: `def ${maker.name} into ${kept.callee}()` } : undefined;
}

/** Videos are opened and their frames kept as images, by a function made for it. */
function framesSign({ calls, functions }: PythonFacts): { line: number; what: string } | undefined {
  const maker = functions.find(({ name }) =>
    /^_{0,2}(?:extract|sample|dump|save)_(?:\w{1,20}_)?frames?(?:_\w{1,30})?$/.test(name),
  );
  const opened = calls.some(({ callee }) =>
    /(?:^|\.)(?:VideoCapture|VideoReader|read_video|ffmpeg\.input)$/.test(callee),
  );
  const kept = calls.find(({ callee }) => /(?:^|\.)(?:imwrite|imsave|save_image)$/.test(callee));
  return maker && opened && kept ? { line: maker.line, what: `def ${maker.name} into ${kept.callee}()` } : undefined;
}

/** seqio and T5 preprocessors, which map over tf.data sets and are registered with a task. */
function pipelineSign(facts: PythonFacts): { line: number; what: string } | undefined {
  const registered = facts.calls.find(
    (call) =>
      /(?:TaskRegistry|MixtureRegistry)\.add$/.test(call.callee) &&
      (call.keywords.includes("preprocessors") ||
        call.keywords.includes("text_preprocessor") ||
        call.keywords.includes("token_preprocessor")),
  );
  if (registered) return { line: registered.line, what: `${registered.callee}() with preprocessors` };
  if (facts.packages.has("tensorflow") || facts.packages.has("seqio") || facts.packages.has("t5")) {
    const mapped = facts.calls.find(
      (call) => /(?:^|\.)(?:dataset|ds)\.(?:map|filter|flat_map)$/.test(call.callee) && call.function !== undefined,
    );
    if (mapped && !facts.calls.some((call) => call.name === "apply_gradients" || call.name === "fit"))
      return { line: mapped.line, what: `${mapped.callee}() in ${mapped.function}` };
  }
  return undefined;
}

function isWrite(call: PythonCall): boolean {
  if (call.callee.endsWith("memmap")) return /[w+]/.test(call.strings.get("mode") ?? "");
  if (call.name === "write")
    return !/(?:^|\.)(?:stdout|stderr|tqdm|console|st|streamlit|response|socket|logger|sock|wfile)\.write$/.test(
      call.callee,
    );
  if (call.name === "dump") return /json|pickle|jsonl/.test(call.callee);
  return WRITES.test(call.callee);
}

function isCorpusWrite(call: PythonCall): boolean {
  return /(?:memmap|tofile|save_to_disk|push_to_hub|to_parquet|write_table|TFRecordWriter|ShardWriter|MDSWriter|Builder|DatasetWriter|make_builder|add_item|add_array|add_doc|write_\w{0,20}(?:datafile|shards?|tokens|bin|dataset))$/.test(
    call.callee,
  );
}

/** Conversion of checkpoints looks like conversion of data. */
function savesWeights(facts: PythonFacts): boolean {
  return facts.calls.some((call) =>
    /(?:^|\.)(?:save_file|torch\.save|save_pretrained|save_checkpoint|state_dict|load_state_dict|safe_open)$/.test(
      call.callee,
    ),
  );
}

/** A dataset class for a training loop reads what was prepared; at most it keeps a vocabulary beside it. */
function loadsForTraining(facts: PythonFacts): boolean {
  return facts.classes.some(
    (found) =>
      found.methods.has("__getitem__") &&
      found.methods.has("__len__") &&
      found.bases.some((base) => /Dataset$/.test(base)),
  );
}

function isOfLibrary(call: PythonCall, facts: PythonFacts): boolean {
  const root = call.callee.split(".")[0] ?? "";
  return call.callee.includes(".") && LIBRARIES.test(root) && facts.packages.has(root);
}
