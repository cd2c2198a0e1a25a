import type { PlacedLink } from "./builder.ts";
import type { Link } from "./document.ts";
import { classifyTarget } from "./targets.ts";

/** Links with their targets told. */
export function linksOf(placed: readonly PlacedLink[], documentPath: string): Link[] {
  return placed.map((link) => ({ ...link, target: classifyTarget(link.url, documentPath) }));
}
