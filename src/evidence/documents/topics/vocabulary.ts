import type { Topic } from "../document.ts";

/**
 * Words of headings in one language. A longer term wins over a shorter one inside it, so a term with no topics takes
 * its words away from shorter terms: `data format` is not about training data.
 */
export interface Vocabulary {
  /** Found anywhere in a heading. Latin words are found as whole words. */
  readonly contains: readonly (readonly [topics: readonly Topic[], terms: string])[];
  /** Found only if they are a whole part of the heading; too common elsewhere. */
  readonly whole: readonly (readonly [topics: readonly Topic[], terms: string])[];
  /** Headings that say nothing about the model whatever else they hold: formats, samples of input, how-to pages. */
  readonly excluded: RegExp;
}
