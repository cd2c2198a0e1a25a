import { type Template, templates } from "./templates.ts";

const DISCLAIMING = new Set([
  "warranty",
  "warranties",
  "liable",
  "liability",
  "damages",
  "merchantability",
  "disclaims",
  "disclaimed",
  "disclaimer",
  "tort",
  "negligence",
  "noninfringement",
]);
/** Words either side of a disclaiming word that belong to the disclaimer: the length of its usual clauses. */
const REACH = 14;

const masks = new Map<number, Uint8Array>();
const spelled = new Map<number, readonly string[]>();

/** The template's words as text. */
export function wordsOf(template: Template): readonly string[] {
  let words = spelled.get(template.number);
  if (words === undefined) {
    const { vocabulary } = templates();
    words = [...template.words].map((word) => vocabulary[word] ?? "");
    spelled.set(template.number, words);
  }
  return words;
}

/**
 * 1 for each template word that belongs to a disclaimer of warranty or liability. Disclaimers are much the same in all
 * licenses and grant nothing: they identify no license, and edits in them change no freedom.
 */
export function disclaimerMask(template: Template): Uint8Array {
  let mask = masks.get(template.number);
  if (mask === undefined) {
    const words = wordsOf(template);
    mask = new Uint8Array(words.length);
    for (const [at, word] of words.entries()) {
      if (DISCLAIMING.has(word)) mask.fill(1, Math.max(0, at - REACH), at + REACH + 1);
    }
    masks.set(template.number, mask);
  }
  return mask;
}
