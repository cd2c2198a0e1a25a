/** The checks on cards that are more than a list of parts. */
import { frontPages } from "../../evidence/artifacts/shared/links.ts";
import { say } from "../../messages/said.ts";
import type { Material, Outcome, RuleEvidence } from "../framework.ts";
import { outcome, textAt } from "../looking.ts";
import { modelCardOf } from "./cards.ts";
import { isCut, pagesOf } from "./judge-parts.ts";
import { languagesIn } from "./languages.ts";

const MOST_NAMES = 12;
/** Tasks of the hub whose models take in or give out language (Hugging Face Hub documentation, tasks). */
const LANGUAGE_TASK =
  /text|translation|summarization|question-answering|fill-mask|token-classification|sentence|speech-recognition|feature-extraction|conversational|speech|document|zero-shot-classification/;
const LANGUAGE_WORDS =
  /\b(?:language models?|natural language|multi-?lingual|text-to-text|llms?|v?llms?|chat ?bots?|speech recognition|text[- ]to[- ]speech|tts|asr|(?:machine|speech|neural) translation|translation models?|conversational|dialog(?:ue)?|text (?:generation|encoder|embedding)|transcri\w{1,8})\b|语言模型|对话|语音|翻译|言語モデル|対話|音声|翻訳/i;

/** What such words also stand beside, in models of other things. */
const OTHER_THINGS =
  /\b(?:proteins?|genom\w{1,5}|nucleotides?|dna|rna|molecul\w{1,5}|time[- ]series|forecasting|audio (?:codec|compression)|music|image (?:generation|synthesis)|segmentation|equivarian\w{1,4})\b/i;

export function checkLanguages(material: Material): Outcome {
  const pages = pagesOf(modelCardOf(material));
  if ("verdict" in pages) return pages;
  if (!isOfLanguage(material)) return outcome("not-applicable", say("card.noLanguage"));
  const { names, lessResourced, places, many } = languagesIn(pages);
  const shown = names.slice(0, MOST_NAMES);
  if (names.length > 0 && lessResourced.length > 0)
    return outcome("pass", say("card.languagesLess", names.length, shown, lessResourced.slice(0, MOST_NAMES)), places);
  if (names.length > 0) return outcome("pass", say("card.languages", names.length, shown), places);
  if (isCut(pages)) return outcome("undetermined", say("card.cut"));
  return many.length > 0
    ? outcome("warn", say("card.manyLanguages"), many)
    : outcome("warn", say("card.languagesUnnamed"));
}

/** By the card's task where it tells one, else by the first words of the front page. */
function isOfLanguage({ facts }: Material): boolean {
  const tasks = facts.documents.flatMap(({ frontMatter }) => {
    const task = frontMatter?.data.pipeline_tag;
    return typeof task === "string" ? [task] : [];
  });
  if (tasks.length > 0) return tasks.some((task) => LANGUAGE_TASK.test(task));
  const words = frontPages(facts).flatMap(({ passages }) =>
    passages.slice(0, 15).map(({ text }) => text.slice(0, 2_000)),
  );
  return words.some((text) => LANGUAGE_WORDS.test(text)) && !words.some((text) => OTHER_THINGS.test(text));
}

/** What the Hugging Face templates, and people, leave where something is to be written. */
const PLACEHOLDER =
  /\[?\bmore information needed\b\]?|\[(?:todo|tbd|tba|optional|fill me in|your [a-z ]{1,30}|insert [a-z ]{1,30})\](?!\()|^\s{0,10}(?:[-*]\s{1,4})?(?:\*\*[^*]{1,60}\*\*\s{0,3}:?\s{0,3})?(?:todo|tbd|tba|fill me in|待补充|準備中)[.!。]?\s{0,10}$/i;

export function checkPlaceholders(material: Material): Outcome {
  const pages = pagesOf(modelCardOf(material));
  if ("verdict" in pages) return pages;
  const places = pages.flatMap(({ document: { path, codeBlocks } }): RuleEvidence[] =>
    (textAt(material.facts, path) ?? "").split("\n").flatMap((line, index): RuleEvidence[] => {
      const at = index + 1;
      const isCode = codeBlocks.some(({ lines }) => lines[0] <= at && at <= lines[1]);
      return line.length <= 500 && !isCode && PLACEHOLDER.test(line) ? [{ path, lines: [at, at] }] : [];
    }),
  );
  return places.length === 0
    ? outcome("pass", say("card.noPlaceholders"))
    : outcome("warn", say("card.placeholders", places.length), places);
}
