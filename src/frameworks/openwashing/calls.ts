/**
 * Sentences in which a repository's own documents call its own model or weights "open source", in English, Japanese and
 * Chinese. What is about code, about other people's models, denied, quoted, asked, planned or compared is not one: a
 * sentence counts only where it says whose model it is about.
 */
import type { Document } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import type { RuleEvidence } from "../framework.ts";

/** The pages that speak for a release: front pages and model cards, in any language. */
const PAGE = /^(?:readme|model[-_ ]?card)[^/]{0,60}$/i;
/** Sections that speak of others, or of what was. */
const ELSEWHERE: ReadonlySet<string> = new Set(["acknowledgements", "related-work", "citation", "news", "license"]);
const LONGEST = 600;
/** A name shorter than this is found in other words. */
const SHORTEST_NAME = 4;
const MOST_CALLS = 20;

const MODEL =
  "(?:(?:language|foundation|vision|multimodal|diffusion|base|chat|speech|text|image|video|code|large|small|reasoning|generative|ai|ml|moe|(?:v?l)?lms?) ){0,4}(?:models?|llms?|vlms?|weights|checkpoints|parameters)(?![a-z-])";
/** Words after which "model" is a part of something else: "model code", "model zoo". */
const NOT_PART_OF =
  "(?! (?:codes?|codebase|implementations?|framework|librar(?:y|ies)|tools?|toolkit|training|inference|serving|evaluation|zoo|hub|server|architecture|definitions?|scripts?|pipeline|community|ecosystem))";
const OPEN = "open[- ]?sourced?";
const FULLY =
  "(?:(?:fully|completely|truly|totally|entirely|100%|now|an?|the|first|free|and|new|powerful|commercially usable) ){0,4}";

const ENGLISH: readonly RegExp[] = [
  // "our model is fully open source", "the weights are open-sourced"
  new RegExp(
    `\\b(?:our|this|these|the) (?:\\S{1,40} ){0,2}?${MODEL}${NOT_PART_OF} (?:is|are|has been|have been) ${FULLY}${OPEN}\\b(?! (?:code|software|tool))`,
    "i",
  ),
  // "we open-source the model weights", "we have open-sourced our models"
  new RegExp(
    `\\bwe (?:(?:have|also|now|fully|are) ){0,3}${OPEN.replace("d?", "(?:d|ing)?")} (?:(?:the|our|all|both|its|trained|pre-?trained|final|\\S{1,40}) ){0,3}?${MODEL}${NOT_PART_OF}`,
    "i",
  ),
  // "our open-source model"
  new RegExp(`\\b(?:our|this) (?:\\S{1,40} ){0,1}?${FULLY}${OPEN} ${MODEL}${NOT_PART_OF}`, "i"),
];
/** "X is an open-source language model": only where X is this model's name. */
const NAMED_ENGLISH = new RegExp(
  `^(.{2,120}?) (?:is|are) ${FULLY}${OPEN} (?:[a-z0-9-]{1,20},? ){0,4}?${MODEL}${NOT_PART_OF}`,
  "i",
);

/** "We have open-sourced X and Y": what is named first is this model. */
const RELEASED_ENGLISH = new RegExp(
  `\\bwe (?:(?:have|also|now|fully|are) ){0,3}${OPEN.replace("d?", "(?:d|ing)?")} (?:(?:the|our|all|both) ){0,2}([A-Z][\\w.+-]{1,60}(?: [A-Z0-9][\\w.+-]{0,30}){0,2})(?=[ ,]|$)(?! (?:codes?|codebase|framework|librar|tools?|toolkit|data))`,
);
/** "… the pre-training of X …, producing the strongest open-source base model": only where X is this model's name. */
const PRODUCED_ENGLISH = new RegExp(
  `\\bof ([A-Z][\\w.+-]{1,60})\\b[^;]{0,120}, (?:producing|yielding|resulting in) (?:the|an?) (?:[a-z-]{1,20} ){0,4}?${OPEN} (?:[a-z0-9-]{1,20} ){0,3}?${MODEL}${NOT_PART_OF}`,
);

const JAPANESE_MODEL = "(?:モデル|重み|チェックポイント|パラメータ|LLM)";
const JAPANESE: readonly RegExp[] = [
  new RegExp(
    `(?:本|当|この|私たちの|我々の|弊社の)(?:大規模|言語|基盤){0,3}${JAPANESE_MODEL}(?:の重み)?(?:は|を)[^。、]{0,20}オープンソース(?!の?(?:コード|ソフト|ライブラリ|ツール))`,
  ),
  /モデルの?(?:重み|パラメータ)(?:は|を)[^。、]{0,20}オープンソース(?:です|である|として公開|で公開|化し)/,
];
const NAMED_JAPANESE = new RegExp(
  `^(.{2,80}?)は[^。]{0,40}?オープンソースの?[^。、コツラソ]{0,20}?${JAPANESE_MODEL}(?:です|であ)`,
);

const CHINESE_MODEL = "(?:模型|权重|参数|大模型)";
const CHINESE: readonly RegExp[] = [
  new RegExp(
    `我们(?:已经?|现已|正式|完全|全面|也|还|将其){0,3}开源了?[^。，；]{0,30}?${CHINESE_MODEL}(?!代码|训练|推理|架构|结构|库|的?代码)`,
  ),
  new RegExp(
    `(?:本|该|我们的)(?:大?语言|基座|基础){0,2}${CHINESE_MODEL}(?:权重|参数)?(?:已经?|现已|是|完全|全面){1,3}开源(?!的?(?:代码|软件|工具|框架))`,
  ),
  /模型(?:权重|参数)(?:已经?|现已|均|都|完全|全面|全部){1,3}开源(?!的?(?:代码|软件|工具|框架))/,
];
const NAMED_CHINESE = new RegExp(`^(.{2,80}?)(?:是|为)[^。，；]{0,40}?开源的?[^。，；代码工框]{0,20}?${CHINESE_MODEL}`);

/** What makes a sentence one about something else: denial, plans, others, comparisons, origins, quotations, conditions. */
const ASIDE: readonly RegExp[] = [
  /\b(?:not|never|isn't|aren't|no longer|neither|nor|non|without|cannot|rather than|instead of|unlike|compared|comparable|versus|vs|than|other|others|another|existing|previous|prior|among|amongst|most|many|several|various|competing|outperforms?|surpass(?:es|ing)?|beats?|rivals?|closed|proprietary|will|would|plan|plans|soon|upcoming|once|if|whether|should|could|may|might|built (?:up)?on|based on|derived|fine-?tuned (?:from|on)|using|uses?|leverag(?:es?|ing)|so-called|claim|claims|weights-only|source[- ]available)\b/i,
  /ではな|でな|ありませ|ません|ない|予定|今後|他の|他社|既存|比較|比べ|上回|凌|ベース|基づ|もとに|元に|利用し|使用し|いわゆる|もし|場合/,
  /不是|并非|并不|没有|尚未|未|非开源|即将|将会|将在|将于|计划|未来|其他|其它|现有|已有|相比|比较|对比|优于|超过|超越|同类|同等|基于|采用|使用|利用|所谓|如果|是否|媲美|领先/,
  /[?？>]/,
];
/** "open source" in quotation marks is spoken of, not said. */
const QUOTED =
  /["“”'‘’「『«][^"“”'‘’「」『』«»]{0,60}(?:open[- ]?sourced?|オープンソース|开源)[^"“”'‘’「」『』«»]{0,60}["“”'‘’」』»]/i;

/** Where the documents call the model or its weights open source; in document order. */
export function openSourceCalls(facts: Facts): readonly RuleEvidence[] {
  return facts.documents
    .filter(({ path }) => areaOf(path) === "own" && PAGE.test(path.slice(path.lastIndexOf("/") + 1)))
    .flatMap((document) => callsIn(document, facts.modelNames))
    .slice(0, MOST_CALLS);
}

function callsIn({ path, passages, sections }: Document, names: readonly string[]): readonly RuleEvidence[] {
  return passages.flatMap(({ text, lines, section }) => {
    const topics = section === undefined ? [] : (sections[section]?.topics ?? []);
    if (topics.some((topic) => ELSEWHERE.has(topic))) return [];
    return sentencesOf(text).some((sentence) => isCall(sentence, names)) ? [{ path, lines }] : [];
  });
}

const sentencesOf = (text: string): readonly string[] =>
  text
    .slice(0, 20_000)
    .split(/[。！!;；\n]|\.(?=\s|$)|(?<=[?？])/)
    .map((sentence) =>
      sentence
        .trim()
        .replaceAll(/[*_`]/g, "")
        .replaceAll(/\s{1,200}/g, " "),
    )
    .filter(({ length }) => length > 0 && length <= LONGEST);

/** Whether a sentence calls the model of these names open source. */
export function isCall(sentence: string, names: readonly string[]): boolean {
  if (!/open[- ]?source|オープンソース|开源/i.test(sentence)) return false;
  // What follows the name may speak of others: bases, comparisons, results.
  const released = RELEASED_ENGLISH.exec(sentence);
  const before = released === null ? "" : sentence.slice(0, released.index + released[0].length);
  if (isOwnName(released?.[1], names) && !QUOTED.test(sentence) && !ASIDE.some((aside) => aside.test(before)))
    return true;
  if (QUOTED.test(sentence) || ASIDE.some((aside) => aside.test(sentence))) return false;
  if ([...ENGLISH, ...JAPANESE, ...CHINESE].some((form) => isOfOurs(form.exec(sentence)?.[0], names))) return true;
  return [NAMED_ENGLISH, PRODUCED_ENGLISH, NAMED_JAPANESE, NAMED_CHINESE].some((form) =>
    isOwnName(form.exec(sentence)?.[1], names),
  );
}

/** The subject is this model's name, at most with an article, a version or "series" around it. */
function isOwnName(subject: string | undefined, names: readonly string[]): boolean {
  if (subject === undefined) return false;
  const squashed = subject.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return names.some(
    (name) => name.length >= SHORTEST_NAME && squashed.includes(name) && squashed.length <= name.length + 16,
  );
}

/** Kinds and sizes of models, which are no names: "LLMs", "MoE", "7B". */
const KIND = /^(?:(?:v?l)?lms?|moe|ai|ml|\d{1,4}(?:\.\d{1,3})?[bmk]|first|an?|the|our|this|these|we|i)$/i;

/** "We open-sourced the X model": where a name stands in the words, it is this model's. */
function isOfOurs(words: string | undefined, names: readonly string[]): boolean {
  if (words === undefined) return false;
  const named = words
    .match(/[A-Za-z0-9][A-Za-z0-9.+-]{0,60}/g)
    ?.filter((word) => /[A-Z0-9]/.test(word) && !KIND.test(word));
  if (named === undefined || named.length === 0) return true;
  const squashed = words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return names.some((name) => name.length >= SHORTEST_NAME && squashed.includes(name));
}
