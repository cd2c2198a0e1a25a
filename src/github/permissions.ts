/**
 * Which permission a refused request would have taken. An App that asks for more than it did before has only what was
 * accepted at each installation (GitHub docs, "Modifying a GitHub App registration", changing the permissions).
 */
import { inEnglish, say } from "../messages/said.ts";
import type { WriteField } from "./documents.ts";

/** The permissions of `app.yml` that requests are made with. */
export const PERMISSIONS = ["contents: read", "checks: write", "pull_requests: write", "metadata: read"] as const;
export type PermissionName = (typeof PERMISSIONS)[number];

/**
 * The permissions to write that an installation token lacks, by the `permissions` of the answer that made it; none where
 * the answer names none (REST docs, "Create an installation access token for an app").
 */
export function lackingIn(granted: unknown): readonly PermissionName[] {
  if (typeof granted !== "object" || granted === null) return [];
  const levels = new Map<string, unknown>(Object.entries(granted));
  return PERMISSIONS.filter((permission) => {
    const [name = "", level] = permission.split(": ");
    return level === "write" && levels.get(name) !== "write";
  });
}

/** GitHub's words to an App whose token does not reach so far. */
export const isNotPermitted = (message: string): boolean =>
  /resource not accessible by integration/i.test(message.slice(0, 500));

/** The permission in the header `X-Accepted-GitHub-Permissions` (REST docs, "Troubleshooting"): `contents=read`. */
export function acceptedPermission(header: unknown): PermissionName | undefined {
  if (typeof header !== "string") return undefined;
  const named = header
    .slice(0, 500)
    .split(/[;,]/)
    .map((one) => one.trim().replace("=", ": "));
  return PERMISSIONS.find((permission) => named.includes(permission));
}

const BY_ROUTE: readonly (readonly [RegExp, PermissionName])[] = [
  [/check-runs/, "checks: write"],
  [/\/comments|\/pulls/, "pull_requests: write"],
  [/\/git\/|\/contents/, "contents: read"],
  [/^GraphQL read/, "contents: read"],
];

/** The permission that a route takes; undefined for one that takes none of these. */
export const permissionFor = (route: string): PermissionName | undefined =>
  BY_ROUTE.find(([pattern]) => pattern.test(route.slice(0, 200)))?.[1];

/** The permission that a write takes. */
export const permissionForWrite = (field: WriteField): PermissionName =>
  field === "createCheckRun" ? "checks: write" : "pull_requests: write";

/** What the log tells whoever can change it. */
export const permissionMissing = (permission: PermissionName): string =>
  inEnglish(say("unread.permission", permission));
