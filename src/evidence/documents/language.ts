import type { Document } from "./document.ts";

/** Letters looked at: the start of a document tells enough. */
const MAX_CHARACTERS = 100_000;
const ENGLISH = /\b(?:the|of|and|to|is|for|with|this|that|are|you|on|we|be|by|our|can|from|use)\b/gi;
const OTHER_LATIN =
  /\b(?:le|les|des|du|une|est|pour|dans|sur|avec|et|der|die|das|und|ist|für|mit|von|nicht|el|los|las|una|para|con|por|que|il|che|della|per|non|het|een|van|voor|em|uma|com|não|og|att|och|som)\b/gi;

/**
 * The language a text is written in, by the share of letters of each script. Han, Kana and Hangul letters carry more
 * than a Latin one and stand among many English names, so they count threefold; Kana among Han means Japanese.
 */
export function languageOf(text: string): Document["language"] {
  const sample = text.slice(0, MAX_CHARACTERS);
  const latin = count(sample, /[A-Za-z\u00c0-\u024f]/g);
  const han = count(sample, /[\u3400-\u9fff\uf900-\ufaff]/g);
  const kana = count(sample, /[\u3041-\u30fa\uff66-\uff9d]/g);
  const hangul = count(sample, /[\u1100-\u11ff\uac00-\ud7af]/g);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return "other";
  const others = letters - latin - han - kana - hangul;
  const eastAsian = 3 * (han + kana + hangul);
  if (eastAsian > latin && eastAsian > others) {
    if (hangul > han + kana) return "ko";
    return kana > 0.15 * (han + kana) ? "ja" : "zh";
  }
  if (others > latin) return "other";
  return count(sample, OTHER_LATIN) > count(sample, ENGLISH) + 3 ? "other" : "en";
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
