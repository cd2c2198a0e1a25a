/** Text for XML and HTML: what XML 1.0 (section 2.2) has no place for is shown by number, and nothing is markup. */
import { visible } from "../markdown/escape.ts";

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For an element or a quoted attribute; one line of at most `max` characters. */
export const xml = (words: string, max = 300): string =>
  visible(words, max)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
