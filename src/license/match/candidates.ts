import { type Template, templates } from "./templates.ts";

/** Templates worth aligning: alignment is what decides, this only keeps its cost bounded. */
const MOST = 14;
/** In a text longer than any license the likeliest must do: each alignment costs by the length of the text. */
const LONG = 20_000;
const MOST_OF_LONG = 5;
/** Share of a template's runs of four words that the text must hold; below it no edited copy was seen to align. */
const LEAST_CONTAINED = 0.28;

/**
 * License texts that may be in the given runs of words, likeliest first. Containment in the text is measured, not
 * likeness, so that a license is found beside another one or under added paragraphs.
 */
export function findCandidates(runs: Uint32Array, free: (at: number) => boolean): Template[] {
  const known = templates();
  const total = known.all.length;
  const shared = new Uint32Array(total);
  const weight = new Float64Array(total);
  const seen = new Set<number>();
  for (let i = 0; i < runs.length; i++) {
    const hash = runs[i]!;
    if (hash === 0 || !free(i)) continue;
    const slot = known.slotOf(hash);
    if (slot < 0 || seen.has(slot)) continue;
    seen.add(slot);
    const from = known.starts[slot]!;
    const to = known.starts[slot + 1]!;
    const rarity = Math.log(1 + total / (to - from));
    for (let p = from; p < to; p++) {
      const number = known.holders[p]!;
      shared[number]!++;
      weight[number]! += rarity;
    }
  }
  const ranked: { template: Template; score: number }[] = [];
  for (let number = 0; number < total; number++) {
    const contained = shared[number]! / Math.max(1, known.distinct[number]!);
    if (contained < LEAST_CONTAINED) continue;
    ranked.push({ template: known.all[number]!, score: weight[number]! * contained });
  }
  ranked.sort((a, b) => b.score - a.score || a.template.number - b.template.number);
  return ranked.slice(0, runs.length > LONG ? MOST_OF_LONG : MOST).map((entry) => entry.template);
}
