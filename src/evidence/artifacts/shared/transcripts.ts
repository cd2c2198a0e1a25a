import type { Document, Passage } from "../../documents/document.ts";
import { enclosingSections } from "../../documents/sections.ts";
import type { Lines } from "../artifact.ts";

const ASKED =
  /^\W{0,4}(input|prompt|question|user|human|instruction|输入|提示|问题|用户|入力|質問|ユーザー)\s{0,3}[:：]/i;
const ANSWERED =
  /^\W{0,4}((model )?(output|response|answer|completion|continuation|generation)|assistant|bot|输出|回答|回复|出力|応答)\s{0,3}[:：]\s{0,3}(?=\S)/i;
/** Headings under which a pair shows what was said; elsewhere it tells which kind of data goes in and out. */
const EXAMPLES =
  /\b(examples?|samples?|demonstrations?|showcase|transcripts?|dialogu?es?|conversations?)\b|示例|样例|例子|示範|案例|例$|出力例|対話例/i;
/** Pairs that show how to write, learn from or score data rather than what the model said. */
const OTHER =
  /\b(formats?|templates?|few-shot|prompts?|train(ing)?|fine-?tun\w{1,4}|datasets?|data|annotations?|schema|api|usage|requests?)\b|格式|模板|训练|微调|数据/i;
/** Letters from which an answer is one, not the name of a type or folder. */
const MIN_ANSWER = 20;

/**
 * Places where a document shows what was asked and what the model answered, as "Input: …" and "Output: …" one after
 * the other. Only under a heading of examples: model cards say "Input: text" and "Output: text" of what a model takes.
 */
export function transcriptsIn(document: Document): Lines[] {
  return document.passages.flatMap((passage, index): Lines[] => {
    const before = document.passages[index - 1];
    if (before === undefined || before.section !== passage.section || !isPair(before, passage)) return [];
    const titles = enclosingSections(document, passage.section)
      .slice(0, 2)
      .map(({ title }) => title);
    const shows = titles.some((title) => EXAMPLES.test(title)) && !titles.some((title) => OTHER.test(title));
    return shows ? [[before.lines[0], passage.lines[1]]] : [];
  });
}

function isPair(before: Passage, passage: Passage): boolean {
  const answer = ANSWERED.exec(passage.text.slice(0, 100))?.[0];
  return (
    answer !== undefined && ASKED.test(before.text.slice(0, 100)) && passage.text.length - answer.length >= MIN_ANSWER
  );
}
