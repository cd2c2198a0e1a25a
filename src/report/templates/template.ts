/** A file that an author can start from. */
import type { Report } from "../schema.ts";
import type { Known } from "./known.ts";

export interface Template {
  /** Where it is proposed, from the model's folder. */
  readonly path: string;
  /** How a line of it is marked as a comment. */
  readonly comment: "html" | "hash";
  /**
   * Its text, in English, as files of a release are. An unfilled one states nothing: audited as it is, every artifact is
   * in the state that it was in without. What was found stands in comments, beside the place where it may be used.
   */
  write(known: Known, report: Report): string;
}

/** What stands where an author has to write. The reader of documents counts it as nothing. */
export const TO_FILL = "[More Information Needed]";

/**
 * A heading, hints that no page shows, and what is to be replaced.
 * @param found what the audit found that belongs here, for the author to take over
 */
export function toWrite(heading: string, hint: string, found: readonly string[] = []): string {
  const lines = found.length === 0 ? [] : ["Found by the audit:", ...found.map((one) => `- ${one}`)];
  return [heading, "", "<!--", hint, ...lines, "-->", "", TO_FILL, "", ""].join("\n");
}
