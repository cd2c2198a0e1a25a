import { say } from "../../messages/said.ts";
import type { Document, Link } from "../documents/document.ts";
import type { Facts } from "../facts.ts";
import { areaOf } from "../files/area.ts";
import type { ArtifactRule } from "./artifact.ts";
import { leave, othersWork } from "./shared/considered.ts";
import { atLink, decideCode } from "./shared/findings.ts";
import {
  frontPages,
  isUnder,
  OTHERS_WORK,
  type PlacedLink,
  releaseLinks,
  wordsAround,
  wordsBefore,
} from "./shared/links.ts";
import { isOwnHubId } from "./shared/names.ts";
import { doing, sourceEvidence } from "./shared/sources.ts";

const IMPLEMENTS =
  /\b(implementations?|implemented|source code|model code|modeling code|architecture code|code ?base)\b|完整的模型实现|模型实现|模型代码|源码|実装/i;
const TRAINED_WITH =
  /\b(trained|training|pre-?trained|pre-?training|train)\b[^.]{0,80}\b(using|with|on|in|by)\b|\b(training|model) (library|framework|code|codebase|pipeline)\b|\b(fork of|library|framework) \S{0,40}|训练框架|学習フレームワーク/i;

const TOOLKITS =
  /^(fairseq2?|tensor2tensor|text-to-text-transfer-transformer|t5x|mesh|mesh-transformer-jax|gpt-neox|megatron-lm|megatron-deepspeed|easylm|nanotron|opennmt-(py|tf)|espnet|nemo|open_clip|open_lm|llm-foundry|litgpt|maxtext|olmo-core|torchtitan|lingvo|metaseq|x-transformers)$/i;

/** Engines that run or share out the training of any network, and kernels for parts of one: they define none. */
const ENGINES =
  /^(deepspeed|accelerate|apex|peft|trl|bitsandbytes|flash-attention|horovod|ray|xformers|xla|vllm|axolotl|llama-factory|lightning|pytorch-lightning|composer|colossalai|bmtrain|optimum|torchtune|wandb|tensorboard|slurm|mpi4py|webdataset|streaming|sglang|lmdeploy|tensorrt-llm|text-generation-inference|llama\.cpp|ollama|mlx-lm|ggml|ktransformers|unsloth|swift|ms-swift|datatrove|datasets|seqio)$/i;
/** What is built around a model, or a port of it for other hardware, by its name. */
const AROUND =
  /(^|[-_.])(agents?|demo|cookbook|webui|gui|api|server|client|awesome|bench(mark)?|eval(uation)?s?|cpp)$/i;
/** "For more details regarding the model architecture, please refer to [X]". */
const TOLD_ELSEWHERE =
  /\barchitectures?\b[^.]{0,60}\b(refer to|see|described in|found in|available (in|at))\b[^.]{0,60}$|架构[^。]{0,30}(参见|参考|请参阅)[^。]{0,30}$/i;
/** "uses the [X architecture](…)": the network is called by what the link says. */
const CALLED_ARCHITECTURE = /\barchitectures?\W{0,3}$|架构$|アーキテクチャ$/i;
const USES = /\b(us(es|ing)|employs?|adopts?|leverages?|follows?|with|builds? on|based on|is an?)\b[^.]{0,40}$/i;

export const modelArchitecture: ArtifactRule = {
  id: "model-architecture",
  name: "Model architecture",
  mofClass: 3,
  type: "code",
  required: true,
  asks: "Is the code that defines the network released?",
  why: "Without the code of the network nobody can study, change or rebuild the model; a configuration names sizes, not computations.",
  decides:
    "A source file of the release defines a network: a class on a neural-network base class with its forward computation. Else the documents link the code that implements it. A configuration file alone, or a wrapper that loads a model from a library, is not enough.",
  remedy:
    "Commit the file that defines the network (layers and forward pass), or link in the README the exact file or repository that implements it.",
  effort: "hours",
  references: ["Model Openness Framework, component Model architecture (Class III, code)"],
  find(facts) {
    const linked = releaseLinks(facts).filter((placed) => isImplementation(placed, facts));
    return decideCode(
      facts,
      sourceEvidence("network-in-source", doing(facts, ["defines-network"])),
      linked.map((placed) => atLink("network-linked", placed)),
    );
  },
};

function isImplementation(placed: PlacedLink, facts: Facts): boolean {
  if (leadsToNetwork(placed, facts)) return true;
  const { target } = placed.link;
  if (target.kind !== "github" || !/^(repository|file|folder)$/.test(target.page)) return false;
  return leave(facts, placed, othersWork(placed) ?? say("leftOut.notSaidNetwork"));
}

function leadsToNetwork(placed: PlacedLink, facts: Facts): boolean {
  const { target } = placed.link;
  if (isSameNetwork(placed, facts)) return true;
  if (isUnder(placed, "acknowledgements", "related-work", "evaluation")) return false;
  const words = wordsAround(placed);
  // A guide to running or tuning the model names the library that it loads it with.
  const { path } = placed.document;
  const isGuide = areaOf(path) === "example" || (path.includes("/") && isUnder(placed, "inference", "fine-tuning"));
  if (isGuide && target.kind !== "github") return false;
  if (target.kind === "hf-model") return IMPLEMENTS.test(placed.link.context) && isOwnHubId(target.id, facts);
  if (target.kind === "web") return /huggingface\.co\/(docs\/)?transformers\/(\S{0,40}\/)?model_doc\//.test(target.url);
  if (target.kind !== "github") return false;
  if (target.page === "file" || target.page === "folder") {
    return (
      /(^|\/)(modeling_|model|models|architecture|network)[^/]{0,60}/i.test(target.path ?? "") &&
      !/\.(md|txt|ya?ml|json|csv)$/i.test(target.path ?? "")
    );
  }
  if (target.page !== "repository") return false;
  // Toolkits whose purpose is to define and train networks: a release that is run with one has its network there.
  if (TOOLKITS.test(target.repo) && frontPages(facts).includes(placed.document)) return true;
  if (ENGINES.test(target.repo) || AROUND.test(target.repo)) return false;
  if (TOLD_ELSEWHERE.test(wordsBefore(placed.link, 160))) return true;
  if (CALLED_ARCHITECTURE.test(placed.link.text) && USES.test(wordsBefore(placed.link, 80))) return true;
  if (OTHERS_WORK.test(placed.link.context)) return false;
  return IMPLEMENTS.test(words) || TRAINED_WITH.test(placed.link.context);
}

/** "The architecture of our models is the same as the original X": somebody else's code is then this network's. */
const SAME_ARCHITECTURE =
  /\barchitectures?\b[^.]{0,80}\b(same as|identical to|unchanged from)\b([^.]{0,120})|\b(same|identical) (model )?architectures? (as|to)\b([^.]{0,120})/i;
/** What a link to the code of a network is called, or stands under. */
const ORIGINAL_CODE = /\boriginal\b[^.]{0,80}\b(codes?|implementations?|repositor(y|ies)|models?)\b/i;

/**
 * Credit is given to other people's code for its network where the documents say that the network is the same: the
 * repository is called by the name that the sentence gives.
 */
function isSameNetwork({ document, link }: PlacedLink, facts: Facts): boolean {
  const { target } = link;
  if (target.kind !== "github" || target.page !== "repository" || !frontPages(facts).includes(document)) return false;
  if (!ORIGINAL_CODE.test(contextOf(document, link))) return false;
  return document.passages.some(({ text }) => {
    const said = SAME_ARCHITECTURE.exec(text.slice(0, 2_000));
    const named = (said?.[2] ?? said?.[4] ?? "").toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return named.includes(target.repo.toLowerCase());
  });
}

/** The words around a link, with the item of the list that it stands below. */
function contextOf(document: Document, link: Link): string {
  const above = document.passages.findLast(({ lines }) => lines[1] < link.line && link.line - lines[1] <= 3);
  return `${link.context} ${above?.text.slice(0, 400) ?? ""}`;
}
