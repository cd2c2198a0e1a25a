/** What a REST route is: an operation of GitHub's description, who may call it, and the function that answers. */
import { type Authentication, type Authority, forbidden, grants, reaches, readOnly } from "../auth.ts";
import type { Deliveries } from "../deliveries.ts";
import type { FaultKind } from "../faults.ts";
import { notFound, type Repository, type World } from "../world.ts";
import type { Shapes } from "./shapes.ts";

export interface Call {
  readonly world: World;
  readonly shapes: Shapes;
  readonly authentication: Authentication;
  readonly deliveries: Deliveries;
  readonly authority: Authority;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Media type that the App asked for. */
  readonly accept: string;
  readonly faults: readonly FaultKind[];
  /** Address of the request without its query, for page links. */
  readonly url: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly raw?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  /** Name in the description, for example `GET /repos/{owner}/{repo}`. */
  readonly operation: string;
  readonly caller: "app" | "installation" | "any";
  /** One of these permissions is enough. */
  readonly permissions?: readonly string[];
  readonly level?: "read" | "write";
  handle(call: Call): Promise<Answer> | Answer;
}

export const ok = (body: unknown, headers?: Record<string, string>): Answer => ({
  status: 200,
  body,
  ...(headers === undefined ? {} : { headers }),
});

/**
 * The repository that a path names, if the caller may see it, and may change it where `write`.
 * @throws {Refusal} 404 where GitHub hides it, 403 where it does not
 */
export function repositoryOf(call: Call, write = false): Repository {
  const repository = call.world.repository(call.params.owner ?? "", call.params.repo ?? "");
  if (repository === undefined) throw notFound();
  if (call.authority.kind === "app") return repository;
  if (!reaches(call.authority, repository)) {
    if (repository.private) throw notFound();
    if (write) throw forbidden();
  }
  if (write && repository.archived) throw readOnly();
  return repository;
}

/** True when the authority holds one of the route's permissions. */
export function permits(route: Route, authority: Authority): boolean {
  if (authority.kind === "app" || route.permissions === undefined) return true;
  return route.permissions.some((permission) => grants(authority.permissions, permission, route.level ?? "read"));
}

/** Cuts a list into the page that was asked for, with GitHub's Link header. */
export function paged<T>(call: Call, items: readonly T[]): { items: readonly T[]; headers: Record<string, string> } {
  const size = Math.min(100, Math.max(1, Number(call.query.get("per_page") ?? 30)));
  const page = Math.max(1, Number(call.query.get("page") ?? 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const address = (number: number): string => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(number));
    return `<${call.url}?${query}>`;
  };
  const links: string[] = [];
  if (page > 1) links.push(`${address(page - 1)}; rel="prev"`);
  if (page < last) links.push(`${address(page + 1)}; rel="next"`, `${address(last)}; rel="last"`);
  if (page > 1) links.push(`${address(1)}; rel="first"`);
  return {
    items: items.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(", ") } : {},
  };
}
