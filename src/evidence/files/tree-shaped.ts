/** Levels that a value may have: no file that people write comes near. */
const MAX_LEVELS = 100;

/**
 * True for a value that ends: YAML lets an alias stand inside its own anchor (`a: &a [*a, *a]`), and what such a text
 * becomes holds itself, so that whoever walks through it never comes to an end. Also false for what is nested deeper than
 * 100 levels, at which a walk by recursion fails.
 */
export function isTreeShaped(value: unknown): boolean {
  const above = new Set<object>();
  const done = new Set<object>();
  const ends = (one: unknown): boolean => {
    if (typeof one !== "object" || one === null || done.has(one)) return true;
    if (above.has(one) || above.size >= MAX_LEVELS) return false;
    above.add(one);
    // A map whose keys are maps or lists becomes a Map.
    const parts = one instanceof Map ? [...one.keys(), ...one.values()] : Object.values(one);
    const isEnding = parts.every(ends);
    above.delete(one);
    done.add(one);
    return isEnding;
  };
  return ends(value);
}
