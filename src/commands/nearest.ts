/** Names that a mistyped one may have meant. */

const MAX_NAME = 60;

/** Up to three of the names, nearest first: those that are contained or a few letters away. */
export function nearest(written: string, names: readonly string[]): readonly string[] {
  const word = written.slice(0, MAX_NAME).toLowerCase();
  return names
    .map((name) => ({ name, distance: distanceOf(word, name.slice(0, MAX_NAME).toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(name.length > 3 ? 2 : 1, Math.floor(name.length / 3)))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

function distanceOf(word: string, name: string): number {
  if (word.length >= 3 && name.includes(word)) return 1;
  return lettersApart(word, name);
}

/** How many letters have to be added, left out or replaced (Levenshtein); both are at most 60 letters. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced));
    }
    row = next;
  }
  return row[other.length]!;
}
