/** Asks the hosts of linked artifacts, each in its own line, within the time that an audit has for it. */
import { type Finding, factOf, type RemoteFact, RemoteFacts, type RemoteHosts } from "../evidence/remote/fact.ts";
import {
  keyOf,
  MOST_BASES_FOLLOWED,
  type RemoteKind,
  type RemoteRequest,
  remoteRequest,
} from "../evidence/remote/request.ts";
import { MOST_REQUESTS } from "../evidence/remote/wanted.ts";
import { lookAtArxiv } from "./arxiv.ts";
import { isFresh, mayStandIn, type RemoteCache } from "./cache.ts";
import { lookAtGitHub } from "./github.ts";
import { type Bases, type HostName, PUBLIC_BASES } from "./hosts-allowed.ts";
import { lookAtHuggingFace } from "./hugging-face.ts";
import { lookAtRevisions } from "./hugging-face-revisions.ts";
import { Lane, type LaneRules, Resting } from "./lane.ts";
import { lookAtModelScope } from "./modelscope.ts";
import { unknown } from "./reading.ts";
import { lookAtSoftwareHeritage } from "./software-heritage.ts";
import { NoAnswer, openTransport, type TransportOptions } from "./transport.ts";
import { lookAtZenodo } from "./zenodo.ts";

type Look = (request: RemoteRequest, base: string, lane: Lane, signal: AbortSignal) => Promise<Finding>;

const LOOKS: Readonly<Record<RemoteKind, readonly [HostName, Look]>> = {
  "hf-model": ["huggingface", lookAtHuggingFace],
  "hf-base": ["huggingface", lookAtHuggingFace],
  "hf-revisions": ["huggingface", lookAtRevisions],
  "hf-dataset": ["huggingface", lookAtHuggingFace],
  "modelscope-model": ["modelscope", lookAtModelScope],
  "modelscope-dataset": ["modelscope", lookAtModelScope],
  zenodo: ["zenodo", lookAtZenodo],
  arxiv: ["arxiv", lookAtArxiv],
  "github-repository": ["github", lookAtGitHub],
  "github-release": ["github", lookAtGitHub],
  "software-heritage": ["software-heritage", lookAtSoftwareHeritage],
};

const MINUTE = 60_000;

/**
 * Below what each host allows a caller without a name: Hugging Face 500 in five minutes, Zenodo 60 a minute, arXiv one
 * every three seconds over one connection, GitHub 60 an hour, Software Heritage 120 an hour.
 */
const RULES: Readonly<Record<HostName, LaneRules>> = {
  huggingface: { atOnce: 6, apart: 0, most: 400, window: 5 * MINUTE },
  modelscope: { atOnce: 3, apart: 0, most: 100, window: MINUTE },
  zenodo: { atOnce: 2, apart: 0, most: 50, window: MINUTE },
  arxiv: { atOnce: 1, apart: 3_000, most: 20, window: MINUTE },
  github: { atOnce: 2, apart: 0, most: 50, window: 60 * MINUTE },
  "software-heritage": { atOnce: 1, apart: 0, most: 100, window: 60 * MINUTE },
};

export interface HostsOptions extends Partial<TransportOptions> {
  readonly cache?: RemoteCache | undefined;
  /** Milliseconds for all questions of one audit. */
  readonly budget?: number;
  /** Replaces the pause between questions, where a test cannot wait. */
  readonly apart?: number;
}

/** The hosts behind one port. Its addresses are given to the constructor alone: no setting can point it elsewhere. */
export class PublicHosts implements RemoteHosts {
  readonly #bases: Bases;
  readonly #lanes: Readonly<Record<HostName, Lane>>;
  readonly #cache: RemoteCache | undefined;
  readonly #budget: number;

  constructor({ bases = PUBLIC_BASES, cache, budget = 8_000, apart, ...options }: HostsOptions = {}) {
    const ask = openTransport({ ...options, bases });
    this.#bases = bases;
    this.#cache = cache;
    this.#budget = budget;
    this.#lanes = Object.fromEntries(
      Object.entries(RULES).map(([name, rules]) => [
        name,
        new Lane(apart === undefined ? rules : { ...rules, apart }, ask),
      ]),
    ) as Record<HostName, Lane>;
  }

  /** Facts for all requests, and for the base models that the models' own cards name. Never throws. */
  async look(requests: readonly RemoteRequest[], signal?: AbortSignal): Promise<RemoteFacts> {
    const time = AbortSignal.timeout(this.#budget);
    const ends = signal === undefined ? time : AbortSignal.any([time, signal]);
    const first = await this.#lookAtAll(requests.slice(0, MOST_REQUESTS), ends);
    const known = new Set(first.map(({ kind, id }) => `${kind}:${id}`));
    const bases = [...new Set(first.flatMap(({ kind, baseModels }) => (kind === "hf-model" ? (baseModels ?? []) : [])))]
      .filter((id) => !known.has(`hf-base:${id}`))
      .slice(0, MOST_BASES_FOLLOWED)
      .flatMap((id) => remoteRequest("hf-base", id) ?? []);
    const second = bases.length === 0 ? [] : await this.#lookAtAll(bases, ends);
    return new RemoteFacts([...first, ...second]);
  }

  async #lookAtAll(requests: readonly RemoteRequest[], signal: AbortSignal): Promise<RemoteFact[]> {
    const now = Date.now();
    const kept = await this.#kept(requests.map(keyOf));
    const looked = new Map<string, RemoteFact>();
    const facts = await Promise.all(
      requests.map(async (request) => {
        const key = keyOf(request);
        const known = kept.get(key);
        if (known !== undefined && isFresh(known, now)) return known;
        const finding = await this.#ask(request, signal);
        if (finding.state === "unknown") {
          // An older answer stands, with its date: not to be able to look says nothing new.
          return known !== undefined && mayStandIn(known, now) ? known : factOf(request, finding);
        }
        const fact = factOf(request, finding, new Date());
        looked.set(key, fact);
        return fact;
      }),
    );
    if (looked.size > 0) await this.#cache?.rememberRemoteFacts(looked).catch(() => undefined);
    return facts;
  }

  async #kept(keys: readonly string[]): Promise<ReadonlyMap<string, RemoteFact>> {
    const none: ReadonlyMap<string, RemoteFact> = new Map();
    return (await this.#cache?.remoteFacts(keys).catch(() => none)) ?? none;
  }

  async #ask(request: RemoteRequest, signal: AbortSignal): Promise<Finding> {
    // A kept report may be of another version: what it asks for is read again before anything is built from it.
    const checked = remoteRequest(request.kind, request.id, request.revision);
    if (checked === undefined) return unknown("not-understood");
    const [host, look] = LOOKS[request.kind];
    try {
      return await look(checked, this.#bases[host], this.#lanes[host], signal);
    } catch (error) {
      if (error instanceof Resting) return unknown("refused");
      if (error instanceof NoAnswer && signal.aborted) return unknown("no-time");
      return unknown("no-answer");
    }
  }
}
