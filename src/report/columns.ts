/** Characters that a terminal draws two columns wide (Unicode Standard Annex 11, East Asian Width W and F). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Fills words with spaces up to a number of a terminal's columns. */
export const padded = (words: string, columns: number): string =>
  words.padEnd(columns - (words.match(WIDE)?.length ?? 0));
