/** Who looks at the world over GraphQL, and what they may. */
import { type Authority, forbidden, grants } from "../auth.ts";
import type { RateLimits } from "../rate-limit.ts";
import type { Shapes } from "../rest/shapes.ts";
import type { World } from "../world.ts";

export interface Sight {
  readonly world: World;
  readonly shapes: Shapes;
  readonly authority: Authority;
  readonly limits: RateLimits;
  /** A fault cuts the text of every blob in this request. */
  readonly cutBlobs: boolean;
  /** Called when the App lacks a permission that its manifest would have to ask for. */
  lacking(permission: string): void;
}

/** @throws {Refusal} FORBIDDEN when none of the permissions is held */
export function need(sight: Sight, permissions: readonly string[], level: "read" | "write"): void {
  const { authority } = sight;
  if (authority.kind === "app") throw forbidden();
  if (permissions.some((permission) => grants(authority.permissions, permission, level))) return;
  sight.lacking(`${permissions.join(" or ")}: ${level}`);
  throw forbidden();
}
