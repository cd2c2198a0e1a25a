/** What is left of the hourly limits. Source: GitHub docs, "Rate limits for the REST API" and "… for the GraphQL API". */
export type LimitedResource = "core" | "graphql";

const HOURLY = 5000;
const HOUR = 3_600_000;

export class RateLimits {
  readonly limit = HOURLY;
  readonly #spent: Record<LimitedResource, number> = { core: 0, graphql: 0 };
  #resetAt = Date.now() + HOUR;

  /** Spends one point. */
  spend(resource: LimitedResource): void {
    this.#renew();
    this.#spent[resource] += 1;
  }

  used(resource: LimitedResource): number {
    this.#renew();
    return this.#spent[resource];
  }

  /** Never nothing: a limit that is hit is a fault, which a test asks for. */
  remaining(resource: LimitedResource): number {
    return Math.max(1, HOURLY - this.used(resource));
  }

  /** In seconds since 1970. */
  get reset(): number {
    this.#renew();
    return Math.ceil(this.#resetAt / 1000);
  }

  /** Lets others have spent all but `remaining` until so many milliseconds from now. */
  leave(resource: LimitedResource, remaining: number, milliseconds: number): void {
    this.#spent[resource] = HOURLY - remaining;
    this.#resetAt = Date.now() + milliseconds;
  }

  #renew(): void {
    if (Date.now() < this.#resetAt) return;
    this.#spent.core = 0;
    this.#spent.graphql = 0;
    this.#resetAt = Date.now() + HOUR;
  }
}
