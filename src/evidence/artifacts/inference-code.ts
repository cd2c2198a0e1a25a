import { say } from "../../messages/said.ts";
import type { CodeBlock, Document } from "../documents/document.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { atLink, decideCode, inTree } from "./shared/findings.ts";
import { codeLinks } from "./shared/linked-code.ts";
import { releaseDocuments } from "./shared/links.ts";
import { doing, sourceEvidence } from "./shared/sources.ts";

const RUNS =
  /\b(inference|infer|generate|generation|serving|deploy(ment)?|demo)\b[^.]{0,60}\b(code|scripts?|repo(sitory)?|library|see|refer|found|using)\b|推理(代码|脚本)|推論(コード|スクリプト)/i;
const LOADS =
  /from_pretrained\s?\(|pipeline\s?\(|load_model\s?\(|torch\.load\s?\(|AutoModel|LLM\s?\(|snapshot_download|hf_hub_download/;
const ANSWERS =
  /\.generate\s?\(|\.chat\s?\(|pipeline\s?\(|\.transcribe\s?\(|\.predict\s?\(|\.sample\s?\(|\bmodel\s?\(|\.decode\s?\(|\.forward\s?\(|\bpipe\s?\(|\.encode\s?\(/;
const COMMAND =
  /\b(vllm serve|ollama run|llama-cli|transformers chat|transformers serve|fairseq-interactive|python3? \S{0,80}(generate|sample|chat|inference|demo|infer)\S{0,40}\.py)\b/i;

export const inferenceCode: ArtifactRule = {
  id: "inference-code",
  name: "Inference code",
  mofClass: 2,
  type: "code",
  required: true,
  asks: "Is there code that loads the released weights and produces outputs?",
  why: "It makes the model usable and its published results repeatable.",
  decides:
    "Source files of the release that run the model, or a complete snippet in the documents that loads it and produces an output (named as such). Else the documents link the code that runs it.",
  remedy: "Add a script that loads the weights and generates, with the settings that give the published results.",
  effort: "hours",
  references: ["Model Openness Framework, component Inference code (Class II, code)"],
  find(facts) {
    const found = doing(facts, ["infers"]);
    const snippets = releaseDocuments(facts).flatMap(snippetsOf);
    const linked = codeLinks(facts, RUNS).map((placed) => atLink("inference-linked", placed));
    const note = found.length === 0 && snippets.length > 0 ? say("note.onlySnippet") : undefined;
    return decideCode(facts, found.length > 0 ? sourceEvidence("inference-in-source", found) : snippets, linked, note);
  },
};

function snippetsOf(document: Document): Evidence[] {
  return document.codeBlocks
    .filter((block) => isComplete(block))
    .map((block) => inTree("inference-snippet", document, block.lines));
}

function isComplete({ text }: CodeBlock): boolean {
  return (LOADS.test(text) && ANSWERS.test(text)) || COMMAND.test(text);
}
