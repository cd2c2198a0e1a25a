/** How long what a host said is trusted, and where it is kept. What is public is everybody's: no installation owns it. */
import type { RemoteFact, RemoteState } from "../evidence/remote/fact.ts";
import type { RemoteKind } from "../evidence/remote/request.ts";

/** Keeps facts between audits; both methods may fail, and then it is as if nothing were kept. */
export interface RemoteCache {
  /** By key; those that are known, old ones too. */
  remoteFacts(keys: readonly string[]): Promise<ReadonlyMap<string, RemoteFact>>;
  rememberRemoteFacts(facts: ReadonlyMap<string, RemoteFact>): Promise<void>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A paper's license never changes for a version, and what is archived stays so; a model's page may change any day. */
const TRUSTED: Readonly<Record<RemoteKind, number>> = {
  "hf-model": DAY,
  "hf-base": 7 * DAY,
  "hf-revisions": DAY,
  "hf-dataset": DAY,
  "modelscope-model": DAY,
  "modelscope-dataset": DAY,
  zenodo: 7 * DAY,
  arxiv: 30 * DAY,
  "github-repository": 7 * DAY,
  "github-release": DAY,
  "software-heritage": 30 * DAY,
};

/** What is not there may be there soon: the owner reads of it and mends it. */
const DOUBTED: ReadonlySet<RemoteState> = new Set<RemoteState>(["missing", "incomplete", "unverified", "gated"]);
/** An older answer stands for a host that cannot be asked now, with its date, this long. */
const LONGEST = 30 * DAY;

const ageOf = ({ checkedAt }: RemoteFact, now: number): number =>
  checkedAt === undefined ? Number.POSITIVE_INFINITY : now - Date.parse(checkedAt);

/** Whether a kept fact need not be asked for again. */
export function isFresh(fact: RemoteFact, now: number): boolean {
  const trusted = DOUBTED.has(fact.state) ? Math.min(HOUR, TRUSTED[fact.kind]) : TRUSTED[fact.kind];
  return ageOf(fact, now) < trusted;
}

/** Whether a kept fact may stand in where no answer came. */
export const mayStandIn = (fact: RemoteFact, now: number): boolean => ageOf(fact, now) < LONGEST;
