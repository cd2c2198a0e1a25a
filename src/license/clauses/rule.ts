import type { Freedom, RestrictionCategory } from "../license.ts";

/** One way of taking a freedom away, as a pattern over the words of one sentence. */
export interface ClauseRule {
  readonly category: RestrictionCategory;
  /**
   * Tried on a sentence in plain form: lower-case words with one space between them, no punctuation, at most
   * `MAX_CLAUSE` characters. `non-commercial` is `noncommercial` there.
   */
  readonly pattern: RegExp;
  /** A sentence that says this is no such limit. */
  readonly unless?: RegExp;
  /**
   * `limit` (the default): a freedom is taken. `hint`: words of a limit that open licenses have too, to be read by a
   * person. `condition`: a duty that limits no freedom by itself.
   */
  readonly strength?: "limit" | "hint" | "condition";
  /** Surer readings of the same words: beside one of these in a sentence, this rule says nothing more. */
  readonly yieldsTo?: readonly RestrictionCategory[];
}

/** Characters of a sentence that rules read. */
export const MAX_CLAUSE = 900;

/** The freedoms each category limits (OSAID 1.0, section 2; clauses as catalogued for AI licenses). */
export const FREEDOMS: Readonly<Record<RestrictionCategory, readonly Freedom[]>> = {
  noncommercial: ["use", "share"],
  "research-only": ["use", "share"],
  "no-production": ["use"],
  "user-threshold": ["use"],
  "revenue-threshold": ["use"],
  "use-restrictions": ["use", "share"],
  "use-policy": ["use", "share"],
  "field-of-use": ["use"],
  territory: ["use", "share"],
  "no-training-others": ["use", "modify"],
  "no-sale": ["share"],
  "no-redistribution": ["share"],
  "no-derivatives": ["modify", "share"],
  "no-reverse-engineering": ["study"],
  "registration-required": ["use"],
  "permission-required": ["use"],
  revocable: ["use", "study", "modify", "share"],
  branding: ["share"],
  "extra-terms": ["use"],
};
