/** Whether a model may be a general-purpose one: the chapter of the AI Act on them asks nothing of others. */
import { frontPages, releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Document } from "../../evidence/documents/document.ts";
import { topicsAround } from "../../evidence/documents/sections.ts";
import type { Facts } from "../../evidence/facts.ts";
import { textAt } from "../looking.ts";
import { GENERAL_PURPOSE_FLOP, statedCompute } from "./compute.ts";
import { hasBillions, writesText } from "./generality.ts";

/** Hugging Face pipelines whose models generate language, images or video. */
const PIPELINES: ReadonlySet<string> = new Set(
  "text-generation text2text-generation image-text-to-text any-to-any text-to-image image-to-image text-to-video image-to-video video-text-to-text audio-text-to-text".split(
    " ",
  ),
);
const GENERATES =
  /\b(?:large |small |open |base |chat |causal |autoregressive ){0,4}(?:language models?|LLMs?|VLMs?|foundation models?)\b|\btext-to-(?:image|video)\b|\b(?:image|video) generat(?:ion|ive) models?\b|大(?:语言)?模型|语言模型|文生(?:图|视频)|言語モデル|(?:画像|動画)生成/i;
const INTRODUCES =
  /\b(?:is|are|introduc(?:e|es|ing)|present(?:s|ing)?|releas(?:e|es|ed|ing)|composed of|family of|series of|repository|official)\b|是|推出|发布|系列|です|である|公開/i;
/** "… to run image generation & editing with our open-weight models". */
const DRAWS_WITH_OURS =
  /\b(?:image|video)(?: and (?:image|video))? (?:generation|synthesis)\b[^.]{0,60}\b(?:with|using|by) (?:our|the) [^.]{0,60}\bmodels?\b/i;
/** Sentences about other models, about such as represent or judge, or about software around models. */
const ASIDE =
  /\b(?:masked|encoder-only|embeddings?|representations?|classif\w{1,8}|retriev\w{1,5}|outperform\w{0,3}|surpass\w{0,3}|compared|existing|previous|prior|than|unlike|toolkit|library|framework for|for (?:serving|evaluating)|harness)\b|相比|优于|比較|他の/i;
/** Purposes that are no general ones, though such models may be called language models too. */
const NARROW =
  /\b(?:proteins?|genom\w{1,4}|nucleotides?|DNA|RNA|molecul\w{1,4}|time[- ]series|forecast\w{0,4}|weather|speech recognition|transcri(?:be|bing|ption)|(?:speech|machine|language) translation|text[- ]to[- ]speech|segmentation|object detection|depth estimation)\b|蛋白质|基因组|时间序列|タンパク質|音声認識/i;
/** How readers load a model that writes on, or one that draws. */
const LOADS =
  /\b(?:AutoModelFor(?:CausalLM|ImageTextToText|Vision2Seq)|[A-Z]\w{1,40}ForCausalLM|(?:Diffusion|StableDiffusion|Flux)\w{0,30}Pipeline|AutoPipelineForText2Image)\b|\bpipeline\(\s{0,20}["'](?:text-generation|image-text-to-text|text-to-image|text-to-video)["']|\bvllm serve\b|\bfrom vllm import LLM\b|\bollama (?:run|pull)\b/;
const CAUSAL = /"architectures"\s{0,4}:\s{0,4}\[\s{0,20}"[A-Za-z0-9_]{0,80}ForCausalLM"/;
const CARD = /(?:^|\/)[^/]{0,60}model[-_ ]?card[^/]{0,60}$/i;
const OPENING = 25;

/** `unseen`: no page was read that would tell, and not all of the tree was seen. `below`: the compute that is stated is less than what the Commission takes as a sign of general purpose. */
export type Purpose = "may-be" | "below" | "not-told" | "unseen";

const kept = new WeakMap<Facts, Purpose>();

/**
 * The Commission's guidelines (C(2025) 5045) take as general-purpose what was trained with more than 10^23 FLOP and
 * generates language, images or video. Compute is seldom stated, so that a model that generates counts unless its stated
 * compute is less. Where no sentence says that it generates, a billion parameters and code that writes text do.
 */
export function purposeOf(facts: Facts): Purpose {
  const known = kept.get(facts);
  if (known !== undefined) return known;
  const compute = statedCompute(facts);
  const isBelow = compute.length > 0 && compute.every(({ flop }) => flop < GENERAL_PURPOSE_FLOP);
  const isUnseen = frontPages(facts).length === 0 && facts.blindSpots.length > 0;
  const purpose = !generates(facts) ? (isUnseen ? "unseen" : "not-told") : isBelow ? "below" : "may-be";
  kept.set(facts, purpose);
  return purpose;
}

function generates(facts: Facts): boolean {
  const pages = [...new Set([...frontPages(facts), ...releaseDocuments(facts).filter(({ path }) => CARD.test(path))])];
  if (pages.slice(0, 1).some(isNarrow)) return false;
  const pipelines = pages.flatMap(({ frontMatter }) => {
    const tag = frontMatter?.data.pipeline_tag;
    return typeof tag === "string" ? [tag] : [];
  });
  if (pipelines.length > 0) return pipelines.some((tag) => PIPELINES.has(tag));
  if (pages.some(introducesOne)) return true;
  if (pages.some(({ codeBlocks }) => codeBlocks.some(({ text }) => LOADS.test(text.slice(0, 20_000))))) return true;
  return (
    facts.configs.some(
      ({ kind, path, area }) =>
        kind === "model" && area === "own" && CAUSAL.test(textAt(facts, path)?.slice(0, 20_000) ?? ""),
    ) ||
    (hasBillions(facts) && writesText(facts))
  );
}

const titleOf = ({ sections }: Document): string => sections[0]?.title.slice(0, 300) ?? "";

/** The first words of a page say what a model is for. */
const isNarrow = (page: Document): boolean =>
  [titleOf(page), ...page.passages.slice(0, 6).map(({ text }) => text.slice(0, 600))].some((text) => NARROW.test(text));

function introducesOne(page: Document): boolean {
  if (GENERATES.test(titleOf(page)) && !ASIDE.test(titleOf(page))) return true;
  return page.passages.slice(0, OPENING).some(({ text, section }) => {
    const topics = topicsAround(page, section);
    if (topics.includes("related-work") || topics.includes("acknowledgements") || topics.includes("citation"))
      return false;
    return text
      .slice(0, 4_000)
      .split(/[。！!\n]|\.(?=\s|$)/)
      .some(
        (sentence) =>
          ((GENERATES.test(sentence) && INTRODUCES.test(sentence)) || DRAWS_WITH_OURS.test(sentence)) &&
          !ASIDE.test(sentence),
      );
  });
}
