/** Finds the route of a request by GitHub's path templates. */
import { APP_ROUTES } from "./app.ts";
import { GIT_ROUTES } from "./git.ts";
import type { Route } from "./route.ts";
import { TALK_ROUTES } from "./talk.ts";

/** Parameters whose values hold slashes. */
const LONG = new Set(["path", "ref"]);

interface Compiled {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly route: Route;
}

function compile(route: Route): Compiled {
  const [method, template] = route.operation.split(" ") as [string, string];
  const names: string[] = [];
  const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return LONG.has(name) ? "(.+)" : "([^/]+)";
  });
  // The root folder of `contents` may be asked for without a path.
  const end = template.endsWith("/contents/{path}") ? pattern.replace("/(.+)", "/?(.*)") : pattern;
  return { method, names, pattern: new RegExp(`^${end}$`), route };
}

/** Literal endings first, so that `commits/{ref}/check-runs` is not read as a reference. */
const ROUTES = [...APP_ROUTES, ...GIT_ROUTES, ...TALK_ROUTES]
  .map(compile)
  .sort((a, b) => Number(a.route.operation.endsWith("}")) - Number(b.route.operation.endsWith("}")));

export const SERVED: readonly string[] = ROUTES.map(({ route }) => route.operation);

/** The route of a path below `/api/v3`; undefined when the local GitHub does not serve it. */
export function findRoute(method: string, path: string): { route: Route; params: Record<string, string> } | undefined {
  for (const { method: wanted, names, pattern, route } of ROUTES) {
    const found = wanted === method ? pattern.exec(path) : null;
    if (found === null) continue;
    try {
      return {
        route,
        params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? "")])),
      };
    } catch {
      return undefined;
    }
  }
  return undefined;
}
