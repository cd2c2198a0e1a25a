/** How much GitHub says is left of a rate limit. */
export interface RateLimit {
  readonly limit: number;
  readonly remaining: number;
  /** When all of it is there again, in milliseconds since 1970. */
  readonly resetAt: number;
}

type Headers = Readonly<Record<string, string | number | undefined>>;

/**
 * Reads the limit that an answer's headers name.
 * Source: GitHub docs, "Rate limits for the REST API", checking the status of your rate limit.
 * @returns undefined where there is none, as on a GitHub Enterprise Server without limits
 */
export function limitOf(headers: Headers): RateLimit | undefined {
  const [limit, remaining, reset] = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"].map((name) =>
    Number(headers[name] ?? Number.NaN),
  ) as [number, number, number];
  return [limit, remaining, reset].every(Number.isFinite) ? { limit, remaining, resetAt: reset * 1000 } : undefined;
}

/** GraphQL's own account of its limit. */
export interface LimitAnswer {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: string;
}

/** The limit that a document's `rateLimit` field tells; undefined where GitHub keeps none. */
export function limitFrom(answer: LimitAnswer | null | undefined): RateLimit | undefined {
  if (answer === null || answer === undefined) return undefined;
  const resetAt = Date.parse(answer.resetAt);
  return Number.isFinite(resetAt) ? { limit: answer.limit, remaining: answer.remaining, resetAt } : undefined;
}

/**
 * Parameters of the next page, from an answer's `Link` header.
 * Source: GitHub docs, "Using pagination in the REST API".
 */
export function nextPage(link: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof link !== "string") return undefined;
  for (const part of link.slice(0, 8_000).split(",")) {
    const [address = "", ...attributes] = part.split(";").map((one) => one.trim());
    if (!attributes.includes('rel="next"') || !address.startsWith("<") || !address.endsWith(">")) continue;
    const url = address.slice(1, -1);
    // The parameters are taken, never the address: it names no host to go to.
    return URL.canParse(url) ? Object.fromEntries(new URL(url).searchParams) : undefined;
  }
  return undefined;
}
