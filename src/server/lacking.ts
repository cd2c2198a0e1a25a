/** Which permissions installations were found to lack, for as long as that is news. */
import type { PermissionName } from "../github/permissions.ts";

const NEWS_MILLISECONDS = 24 * 3_600_000;

export class Lacking {
  readonly #seen = new Map<PermissionName, number>();

  note(permission: PermissionName, now = Date.now()): void {
    this.#seen.set(permission, now);
  }

  /** Those of the last day, as a part of the process's state; nothing where there are none. */
  part(now = Date.now()): Readonly<Record<string, { readonly missing: string; readonly remedy: string }>> {
    const recent = [...this.#seen].filter(([, at]) => now - at < NEWS_MILLISECONDS).map(([permission]) => permission);
    if (recent.length === 0) return {};
    const remedy = "owners of some installations have to accept them: see the log for which";
    return { permissions: { missing: recent.toSorted().join(", "), remedy } };
  }
}
