/** What templates leave where an author should have written. */
const PLACEHOLDER =
  /\[?\b(?:more information needed|information needed|needs more information|to be (?:added|announced|completed|determined|filled|written)|coming soon|fill me in|insert [a-z ]{1,30} here)\b[^\]\n]{0,60}\]?|\[(?:todo|tbd|tba|n\/a|optional|your [a-z ]{1,30}|describe[^\]]{0,60}|add [^\]]{0,60})\]|(?:敬请期待|待补充|待更新|待定|即将推出|敬請期待|準備中|近日公開|추후 공개)/gi;
const EMPTY_WORD = /^(?:todo|tbd|tba|n\/?a|none|nil|wip|xxx|\?+|\.{2,}|…|-+|待定|无|無|なし|未定|없음|미정)$/i;

/** Sentences that the Hugging Face card template and trainers put in by themselves: they say nothing about this model. */
const BOILERPLATE = [
  "this modelcard aims to be a base template for new models",
  "this dataset card aims to be a base template for new datasets",
  "this is the model card of a 🤗 transformers model that has been pushed on the hub",
  "this model card has been automatically generated",
  "use the code below to get started with the model",
  "users (both direct and downstream) should be made aware of the risks, biases and limitations of the",
  "carbon emissions can be estimated using the",
  "machine learning impact calculator",
  "this model card has been generated automatically according to the information the trainer had access to",
];

/**
 * The part of a passage that its author wrote: without placeholders, and nothing at all where only a label
 * (`Developed by:`) or a template's own sentence is left.
 */
export function ownWords(text: string): string {
  const lower = text.toLowerCase();
  if (BOILERPLATE.some((sentence) => lower.includes(sentence))) return "";
  const left = text.replace(PLACEHOLDER, " ").replace(/\s+/g, " ").trim();
  const removed = left.length < text.trim().length;
  const value = left.replace(/^[^:：]{1,60}[:：]\s*/, "").trim();
  if (left === "" || EMPTY_WORD.test(left) || EMPTY_WORD.test(value) || /^[^:：]{0,60}[:：]$/.test(left)) return "";
  return removed && value.length < 25 ? "" : left;
}
