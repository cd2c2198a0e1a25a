/** The id that GitHub gives each answer, which its support asks for. */

/** Errors are wrapped a few times on their way; a chain that never ends is nobody's. */
const DEEPEST = 8;

/** The `x-github-request-id` of the answer that an error came from; undefined where there was no answer. */
export function requestIdOf(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < DEEPEST && current instanceof Error; depth++) {
    const { response, headers } = current as { response?: { headers?: unknown }; headers?: unknown };
    const id = idIn(response?.headers) ?? idIn(headers);
    if (id !== undefined) return id;
    current = current.cause;
  }
  return undefined;
}

function idIn(headers: unknown): string | undefined {
  if (typeof headers !== "object" || headers === null) return undefined;
  const id: unknown = Object.entries(headers).find(([name]) => name.toLowerCase() === "x-github-request-id")?.[1];
  return typeof id === "string" && /^[\w:.-]{1,100}$/.test(id) ? id : undefined;
}
