/** Whether a model is one of code: the statement of Software Heritage is about those alone. */
import { frontPages, releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Document } from "../../evidence/documents/document.ts";
import { topicsAround } from "../../evidence/documents/sections.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { RuleEvidence } from "../framework.ts";

/** How far into a page a model is introduced. */
const OPENING = 25;
const LONGEST = 1_000;
const ELSEWHERE = ["acknowledgements", "related-work", "citation", "news", "evaluation"] as const;

const MODEL = "(?:(?:large |small |base |instruct |language |foundation ){0,3}(?:models?|LLMs?|LMs?))";
const OF_CODE =
  "(?:source code\\b|code\\b(?! of conduct)|program(?:ming)? (?:synthesis|languages)\\b|program synthesis\\b|software engineering\\b)";
/** "a series of code language models", "models for program synthesis", "a language model (LM) trained on source code". */
const DEFINED = new RegExp(
  `\\bcode (?:(?:generation|completion|understanding|intelligence|synthesis)(?: and (?:generation|completion|understanding))? )?${MODEL}\\b(?! (?:such as|like)\\b)|\\b${MODEL}(?: \\(\\w{1,12}\\))?,? (?:specially |specifically )?(?:for|trained on|specialized (?:in|for)|designed for|focused on) ${OF_CODE}`,
  "i",
);
const INTRODUCES =
  /\b(?:is|are|introduc(?:e|es|ing)|present(?:s|ing)?|releas(?:e|es|ing)|composed of|family of|series of|repository)\b/i;
const DEFINED_IN_CHINESE = /(?:是|推出|发布|系列)[^。]{0,40}(?:代码(?:生成|补全|大)?(?:语言)?(?:大)?模型|编程大?模型)/;
const DEFINED_IN_JAPANESE =
  /(?:コード(?:生成|補完)?(?:用|向け)?の?(?:大規模)?(?:言語)?モデル|プログラミングに特化した)/;
/** Sentences about other models, or about what one is better than. */
const ASIDE =
  /\b(?:outperform|surpass|compar|exist|previous|prior|other|than|unlike|versus|vs|based on|built on|fine-?tuned from|competitive|baseline)|相比|优于|超过|其他|比較|他の|ベース/i;

/** Names of models of code; "encoder", "decoder", "codec" and "vocoder" are none. */
const CODE_NAME =
  /(?<!en|de|vo|trans|auto|uni|bar|geo|qr)code(?:rs?|gen|t5|x|llama|bert)?(?![a-z])|^code(?:gen|t5|llama|bert|geex)/;
const SPEAKS_OF_CODE =
  /\b(?:HumanEval|MBPP|MultiPL-E|program synthesis|code (?:generation|completion|understanding|infilling)|programming languages|fill-in-the-(?:middle|blank))\b|代码(?:生成|补全)|コード(?:生成|補完)/i;
const CODE_TASKS: ReadonlySet<string> = new Set(["code-generation", "code-llm", "text-to-code", "text2code"]);

export interface CodeModel {
  readonly is: boolean;
  /** No page that would say so was read, and not all of the tree was seen. */
  readonly isUnseen: boolean;
  /** Where it is said. */
  readonly evidence: readonly RuleEvidence[];
}

/**
 * A model of code is one whose own page or card introduces it as one (in English, Chinese or Japanese), whose card's
 * metadata says so (`language: code`, a tag for generating code), or whose name says so on a page that speaks of code. A
 * general model that also writes code is none.
 */
export function codeModel(facts: Facts): CodeModel {
  const pages = [...new Set([...frontPages(facts), ...releaseDocuments(facts).filter(({ path }) => isCard(path))])];
  const evidence = pages.flatMap((page) => introductions(page));
  if (evidence.length > 0) return { is: true, isUnseen: false, evidence: evidence.slice(0, 3) };
  const cards = pages.flatMap(({ path, frontMatter }) =>
    frontMatter !== undefined && isCodeCard(frontMatter.data) ? [{ path, lines: frontMatter.lines }] : [],
  );
  if (cards.length > 0) return { is: true, isUnseen: false, evidence: cards.slice(0, 3) };
  const isUnseen = pages.length === 0 && facts.blindSpots.length > 0;
  if (!facts.modelNames.some((name) => CODE_NAME.test(name))) return { is: false, isUnseen, evidence: [] };
  const spoken = pages.flatMap(({ path, passages }) =>
    passages
      .filter(({ text }) => SPEAKS_OF_CODE.test(text.slice(0, LONGEST)))
      .slice(0, 1)
      .map(({ lines }) => ({ path, lines })),
  );
  return { is: spoken.length > 0, isUnseen, evidence: spoken.slice(0, 3) };
}

const isCard = (path: string): boolean => /(?:^|\/)[^/]{0,60}model[-_ ]?card[^/]{0,60}$/i.test(path);

function introductions(page: Document): readonly RuleEvidence[] {
  return page.passages.slice(0, OPENING).flatMap(({ text, lines, section }) => {
    const topics = topicsAround(page, section);
    if (ELSEWHERE.some((topic) => topics.includes(topic))) return [];
    const isOne = sentencesOf(text).some(
      (sentence) =>
        !ASIDE.test(sentence) &&
        ((DEFINED.test(sentence) && INTRODUCES.test(sentence)) ||
          DEFINED_IN_CHINESE.test(sentence) ||
          DEFINED_IN_JAPANESE.test(sentence)),
    );
    return isOne ? [{ path: page.path, lines }] : [];
  });
}

const sentencesOf = (text: string): readonly string[] =>
  text
    .slice(0, LONGEST * 4)
    .replaceAll(/[*_`]/g, "")
    .split(/[。！!\n]|\.(?=\s|$)/)
    .filter(({ length }) => length <= LONGEST);

/** Hugging Face model card metadata: `code` stands among languages for programming languages. */
function isCodeCard(data: Readonly<Record<string, unknown>>): boolean {
  const languages = stringsOf(data.language);
  if (languages.includes("code") && languages.every((one) => one === "code" || one === "en")) return true;
  return stringsOf(data.tags).some((tag) => CODE_TASKS.has(tag.toLowerCase()));
}

const stringsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string").slice(0, 200);
