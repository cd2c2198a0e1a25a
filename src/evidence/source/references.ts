import type { PythonFacts } from "./python-facts.ts";
import type { SourceReference } from "./source.ts";

const MOST_REFERENCES = 60;
const HUB_ID = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/;
/** First parts of relative paths, which a hub id has the shape of. */
const FOLDER =
  /^(?:data|datas|dataset|datasets|models?|checkpoints?|ckpts?|outputs?|out|results?|weights|path|paths?_?to|your[\w-]{0,30}|tmp|home|mnt|root|usr|src|assets|configs?|tests?|pretrained|pretrained_models|cache|logs?|runs?|local|org|user|username|namespace|repo|examples?|scripts|work|opt|var|dev|save|saved|exp|experiments|hf_models|text|application|image|audio|video|multipart)$/i;
const FILE =
  /\.(?:pt|pth|ckpt|bin|json|jsonl|yaml|yml|py|txt|model|h5|npz|npy|safetensors|gguf|onnx|csv|tsv|md|html|wav|mp3|png|jpe?g|parquet|tar|gz|zip|pkl|sh)$/i;
/** Builders of the datasets library, which are formats and not ids. */
const BUILDER =
  /^(?:json|csv|text|parquet|arrow|pandas|xml|imagefolder|audiofolder|videofolder|webdataset|generator|sql|pickle)$/;

const MODEL_CALL =
  /(?:^|\.)(?:from_pretrained|snapshot_download|hf_hub_download|LLM|pipeline|AutoModel\w{0,40}|load_model|get_model|SentenceTransformer|WhisperModel|from_hf|from_hub|cached_download|InferenceClient|load_tokenizer|AsyncEngineArgs|EngineArgs)$/;
const DATASET_CALL = /(?:^|\.)(?:load_dataset|load_dataset_builder|get_dataset_config_names|get_dataset_split_names)$/;

/** What Python code names as where to get models and data: hub calls, and addresses of weights and data. */
export function pythonReferences(facts: PythonFacts): SourceReference[] {
  const found = new References();
  for (const call of facts.calls) {
    if (DATASET_CALL.test(call.callee)) {
      const id = call.strings.get("0") ?? call.strings.get("path");
      // Only the library itself knows ids without a namespace; a `load_dataset("valid")` of one's own is a split.
      if (id !== undefined && (call.callee === "datasets.load_dataset" ? isDatasetId(id) : isHubId(id)))
        found.add({ kind: "hf-dataset", id, via: call.name, line: call.line });
    } else if (MODEL_CALL.test(call.callee)) {
      const dataset = call.strings.get("repo_type") === "dataset";
      for (const key of [
        "0",
        "1",
        "repo_id",
        "model",
        "model_id",
        "pretrained_model_name_or_path",
        "model_name",
        "model_name_or_path",
        "tokenizer",
      ]) {
        if (key === "1" && call.name !== "pipeline") continue;
        const id = call.strings.get(key);
        if (id !== undefined && isHubId(id))
          found.add({ kind: dataset ? "hf-dataset" : "hf-model", id, via: call.name, line: call.line });
      }
    } else if (call.name === "add_argument") {
      const name = call.strings.get("0") ?? "";
      const id = call.strings.get("default");
      if (id !== undefined && isHubId(id) && /model|checkpoint|ckpt|tokenizer|repo|dataset|data/i.test(name))
        found.add({
          kind: /data/i.test(name) ? "hf-dataset" : "hf-model",
          id,
          via: name.slice(0, 60),
          line: call.line,
        });
    }
  }
  for (const { text, line, assignedTo, callee } of facts.strings) {
    if (isDownloadUrl(text) || RELEASE_FOLDER.test(text) || (isBaseAddress(text) && FETCHES.test(callee ?? "")))
      found.add({ kind: "url", id: text, via: via(assignedTo, callee), line });
    else if (assignedTo && isHubId(text) && /model|checkpoint|repo|dataset|hf_/i.test(assignedTo))
      found.add({ kind: /dataset/i.test(assignedTo) ? "hf-dataset" : "hf-model", id: text, via: assignedTo, line });
  }
  return found.list;
}

function via(assignedTo: string | undefined, callee: string | undefined): string {
  return (
    (callee !== undefined && callee !== "?" ? (callee.split(".").pop() ?? callee) : undefined) ?? assignedTo ?? "string"
  );
}

/** A `namespace/name` of a hub: not a path by its first folder, its extension, or a placeholder. */
export function isHubId(text: string): boolean {
  return HUB_ID.test(text) && !FOLDER.test(text.split("/")[0] ?? "") && !FILE.test(text) && !/^\d+\/\d+$/.test(text);
}

function isDatasetId(text: string): boolean {
  return isHubId(text) || (/^[a-z][a-z0-9_-]{2,60}$/.test(text) && !BUILDER.test(text) && !FOLDER.test(text));
}

const FETCHES =
  /(?:^|\.)(?:requests\.get|urlretrieve|urlopen|wget\.download|httpx\.get|Request|download_file|get_file)$/;

/** Where GitHub keeps the files of a repository's releases, to which the code adds the file's name. */
export const RELEASE_FOLDER =
  /^https:\/\/github\.com\/[\w.-]{1,60}\/[\w.-]{1,100}\/releases\/download(?:\/[\w.-]{1,80})?\/?$/;

/** A folder of an object store, below which the code fetches file by file. */
function isBaseAddress(text: string): boolean {
  return (
    text.length <= 300 &&
    /^https?:\/\/[\w.-]{0,100}(?:blob\.core\.windows\.net|storage\.googleapis\.com|amazonaws\.com|cloudfront\.net|fbaipublicfiles\.com|r2\.dev|digitaloceanspaces\.com|aliyuncs\.com|bcebos\.com)\/(?:[\w.-]{1,80}\/){1,8}$/.test(
      text,
    )
  );
}

/** An address of weights, an archive or data: by its last extension, a storage host, or a hub's pages. */
export function isDownloadUrl(text: string): boolean {
  if (text.length > 500 || !/^(?:https?|gs|s3):\/\/[\w.-]{2,200}\/[^\s"'{}<>]{2,400}$/.test(text)) return false;
  if (/^(?:gs|s3):/.test(text)) return true;
  if (
    /\.(?:pt|pth|ckpt|bin|safetensors|gguf|onnx|h5|msgpack|npz|tar|tar\.gz|tgz|zip|zst|gz|7z|jsonl?|csv|tsv|parquet|arrow|tfrecord|model|tiktoken|txt|pkl|mdb|xlsx)(?:\?[^\s]{0,100})?$/i.test(
      text,
    )
  )
    return !/\/(?:LICENSE|requirements)[^/]{0,40}$/i.test(text);
  return /^https?:\/\/(?:(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn)\/(?!docs|blog|papers|join|settings|login)[\w.-]{1,100}\/[\w.-]{1,100}|(?:www\.)?zenodo\.org\/|drive\.google\.com\/|storage\.googleapis\.com\/|dl\.fbaipublicfiles\.com\/|[\w-]{1,80}\.blob\.core\.windows\.net\/)/.test(
    text,
  );
}

/** A list of references without repeats, with a cap. */
export class References {
  readonly list: SourceReference[] = [];
  private readonly seen = new Set<string>();

  add(reference: SourceReference): void {
    // Calls come before assignments: they tell a dataset from a model, which have ids of one shape.
    const key = reference.id;
    if (this.list.length >= MOST_REFERENCES || this.seen.has(key)) return;
    this.seen.add(key);
    this.list.push(reference);
  }
}
