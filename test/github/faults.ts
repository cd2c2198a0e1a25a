/** Faults on demand: what GitHub does on a bad day, for the requests that match. */
export type FaultKind =
  /** 403 with `retry-after` and the words of a secondary rate limit. */
  | "secondary-limit"
  /** 429 with `retry-after`. */
  | "rate-limited"
  /** GraphQL's own way: 200 with an error of type RATE_LIMITED and nothing left. */
  | "graphql-rate-limited"
  /** 502 before anything is done. */
  | "bad-gateway-before"
  /** The write takes effect, then the answer is 502. */
  | "bad-gateway-after"
  | "not-found"
  /** REST trees are cut and marked `truncated`. */
  | "truncated-tree"
  /** GraphQL blobs are cut and marked `isTruncated`. */
  | "truncated-blob"
  /** The answer is late. */
  | "slow"
  /** The connection is destroyed without an answer. */
  | "reset"
  /** The write takes effect, then the connection is destroyed. */
  | "reset-after"
  | "unauthorized"
  /** With `match.graphql`: that field alone fails; the others of the document take effect. */
  | "field-error";

export interface Fault {
  readonly match: {
    readonly method?: string;
    /** Text that the path holds, or a pattern for it; without the `/api/v3` in front. */
    readonly path?: string | RegExp;
    /** A field at the root of the document: `createCheckRun`, `addComment`, `repository`. */
    readonly graphql?: string;
  };
  /** How many requests it hits; default 1. */
  readonly times?: number;
  readonly kind: FaultKind;
  /** For `slow`. */
  readonly milliseconds?: number;
  /** Seconds that `retry-after` names; default 1. */
  readonly retryAfter?: number;
}

export interface RequestSight {
  readonly method: string;
  readonly path: string;
  /** Fields at the root of a GraphQL document; undefined for REST. */
  readonly fields: readonly string[] | undefined;
}

/** Faults at random, until they are cleared. */
export interface Storm {
  /** Share of the requests that are hit, from 0 to 1. */
  readonly rate: number;
  /** What they are hit by, the one that hit least first; those that only GraphQL knows hit nothing else. */
  readonly kinds: readonly FaultKind[];
  /** From 0 to 1. */
  readonly random: () => number;
  readonly milliseconds?: number;
  readonly retryAfter?: number;
}

const ONLY_GRAPHQL: readonly FaultKind[] = ["graphql-rate-limited", "field-error"];

export class Faults {
  #planned: { fault: Fault; left: number }[] = [];
  #storm: Storm | undefined;
  /** How often a storm hit, by kind. */
  readonly struck = new Map<FaultKind, number>();

  add(fault: Fault): void {
    this.#planned.push({ fault, left: fault.times ?? 1 });
  }

  begin(storm: Storm): void {
    this.#storm = storm;
  }

  clear(): void {
    this.#planned = [];
    this.#storm = undefined;
  }

  /** Takes the faults that hit this request. */
  take(request: RequestSight): Fault[] {
    const hits = this.#planned.filter(({ fault }) => matches(fault, request));
    for (const hit of hits) hit.left -= 1;
    this.#planned = this.#planned.filter(({ left }) => left > 0);
    const struck = this.#strike(request);
    return [...hits.map(({ fault }) => fault), ...(struck === undefined ? [] : [struck])];
  }

  #strike({ fields }: RequestSight): Fault | undefined {
    if (this.#storm === undefined) return undefined;
    const { kinds, random, rate, ...how } = this.#storm;
    if (random() >= rate) return undefined;
    const possible = kinds.filter((kind) => fields !== undefined || !ONLY_GRAPHQL.includes(kind));
    const often = (kind: FaultKind): number => this.struck.get(kind) ?? 0;
    const [kind] = possible.toSorted((one, other) => often(one) - often(other));
    if (kind === undefined) return undefined;
    this.struck.set(kind, often(kind) + 1);
    const graphql = kind === "field-error" ? fields?.[Math.floor(random() * fields.length)] : undefined;
    return { match: graphql === undefined ? {} : { graphql }, kind, ...how };
  }
}

function matches({ match }: Fault, request: RequestSight): boolean {
  if (match.method !== undefined && match.method !== request.method) return false;
  if (match.graphql !== undefined && request.fields?.includes(match.graphql) !== true) return false;
  if (match.path === undefined) return true;
  return typeof match.path === "string" ? request.path.includes(match.path) : match.path.test(request.path);
}
