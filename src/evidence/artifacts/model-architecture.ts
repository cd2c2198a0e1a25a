import type { Facts } from "../facts.ts";
import type { ArtifactRule } from "./artifact.ts";
import { leave, othersWork } from "./shared/considered.ts";
import { atLink, decideCode } from "./shared/findings.ts";
import { frontPages, isUnder, OTHERS_WORK, type PlacedLink, releaseLinks, wordsAround } from "./shared/links.ts";
import { isOwnHubId } from "./shared/names.ts";
import { doing, sourceEvidence } from "./shared/sources.ts";

const IMPLEMENTS =
  /\b(implementations?|implemented|source code|model code|modeling code|architecture code|code ?base)\b|完整的模型实现|模型实现|模型代码|源码|実装/i;
const TRAINED_WITH =
  /\b(trained|training|pre-?trained|pre-?training|train)\b[^.]{0,80}\b(using|with|on|in|by)\b|\b(training|model) (library|framework|code|codebase|pipeline)\b|\b(fork of|library|framework) \S{0,40}|训练框架|学習フレームワーク/i;

const TOOLKITS =
  /^(fairseq2?|tensor2tensor|text-to-text-transfer-transformer|t5x|mesh|mesh-transformer-jax|gpt-neox|megatron-lm|megatron-deepspeed|easylm|nanotron|opennmt-(py|tf)|espnet|nemo|open_clip|open_lm|llm-foundry|litgpt|maxtext|olmo-core|torchtitan|lingvo|metaseq|x-transformers)$/i;

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
  return leave(facts, placed, othersWork(placed) ?? "Nothing around it says that it implements the network.");
}

function leadsToNetwork(placed: PlacedLink, facts: Facts): boolean {
  const { target } = placed.link;
  if (isUnder(placed, "acknowledgements", "related-work", "evaluation")) return false;
  const words = wordsAround(placed);
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
  if (OTHERS_WORK.test(placed.link.context)) return false;
  return IMPLEMENTS.test(words) || TRAINED_WITH.test(placed.link.context);
}
