/** What a host said about one request, as it is kept, reported and decided by. */
import { z } from "zod";
import { hostOf, keyOf, pageOf, REMOTE_KINDS, type RemoteRequest } from "./request.ts";

/**
 * `verified`: there for anybody, proven by the steps for its kind. `gated`: there, but not for everybody. `missing`: the
 * host says for certain that it is not there, or not public. `incomplete`: there, but not whole. `unverified`: looked
 * at, and not proven either way. `unknown`: could not look, which is never a failure.
 */
export const REMOTE_STATES = ["verified", "gated", "missing", "incomplete", "unverified", "unknown"] as const;
export type RemoteState = (typeof REMOTE_STATES)[number];

export const REMOTE_REASONS = [
  "proven",
  "found",
  "gate-automatic",
  "gate-manual",
  "embargoed",
  "not-public",
  "not-found",
  "disabled",
  "deleted",
  "shards-missing",
  "empty-file",
  "no-files",
  "steps-found",
  "no-steps",
  "adapter-only",
  "derived-only",
  "other-format",
  "header-not-read",
  "not-downloaded",
  "list-cut",
  "no-answer",
  "refused",
  "not-understood",
  "no-time",
] as const;
export type RemoteReason = (typeof REMOTE_REASONS)[number];

const short = z.string().max(300);

export const statedLicense = z
  .object({
    name: short.describe("As the host has it"),
    title: short.optional().describe("What the license is called where the host only says that it is another one"),
    url: short.optional(),
  })
  .readonly();

export const counted = z
  .object({
    files: z.int().min(0).optional(),
    shards: z.int().min(0).optional().describe("Shards that are there"),
    shardsExpected: z.int().min(0).optional().describe("Shards that the index or their numbers ask for"),
    steps: z.int().min(0).optional().describe("Training steps that branches and tags are named by"),
    bytes: z.number().min(0).optional().describe("Size of the file that was asked for"),
    header: z.enum(["safetensors", "gguf", "zip", "stated"]).optional().describe("Format whose header was read"),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .readonly();

export const remoteFact = z
  .object({
    kind: z.enum(REMOTE_KINDS),
    id: short,
    asked: short.optional().describe("The branch, tag or commit that the link names"),
    host: short,
    url: short.describe("The page that a person would open"),
    state: z.enum(REMOTE_STATES),
    reason: z.enum(REMOTE_REASONS),
    checkedAt: z.iso.datetime().optional().describe("When the host was asked; left out where it was not"),
    revision: short.optional().describe("Commit or version that the host has there"),
    license: statedLicense.optional().describe("What the host says that the license is"),
    counted: counted.optional(),
    baseModels: z
      .array(short)
      .max(5)
      .readonly()
      .optional()
      .describe("What the model's card says that it was made from"),
  })
  .readonly();

export type RemoteFact = z.infer<typeof remoteFact>;
export type StatedLicense = z.infer<typeof statedLicense>;
export type Counted = z.infer<typeof counted>;

/** What was found out, before it is known when and about which request. */
export type Finding = Pick<RemoteFact, "state" | "reason" | "revision" | "license" | "counted" | "baseModels">;

/** The fact about a request. */
export function factOf(request: RemoteRequest, finding: Finding, checkedAt?: Date): RemoteFact {
  const { kind, id, revision } = request;
  return {
    kind,
    id,
    ...(revision === undefined ? {} : { asked: revision }),
    host: hostOf(request),
    url: pageOf(request),
    ...finding,
    ...(checkedAt === undefined ? {} : { checkedAt: checkedAt.toISOString() }),
  };
}

/** The request that a fact answers. */
export const requestOf = ({ kind, id, asked }: RemoteFact): RemoteRequest => ({
  kind,
  id,
  ...(asked === undefined ? {} : { revision: asked }),
});

/** What a look brought: at most one fact for a request. */
export class RemoteFacts {
  readonly #byKey: ReadonlyMap<string, RemoteFact>;

  constructor(facts: Iterable<RemoteFact>) {
    this.#byKey = new Map([...facts].map((fact) => [keyOf(requestOf(fact)), fact]));
  }

  of(request: RemoteRequest): RemoteFact | undefined {
    return this.#byKey.get(keyOf(request));
  }

  get all(): readonly RemoteFact[] {
    return [...this.#byKey.values()];
  }
}

export const NO_FACTS = new RemoteFacts([]);

/** What a report's words depend on: everything but the dates, in one order whoever answered first and wherever it was kept. */
export function undated(facts: readonly RemoteFact[]): readonly unknown[] {
  return facts
    .toSorted((a, b) => (keyOf(requestOf(a)) < keyOf(requestOf(b)) ? -1 : 1))
    .map((fact) => ({ ...remoteFact.parse(fact), checkedAt: undefined }));
}

/** Where linked artifacts are looked at. Never throws: what cannot be looked at is `unknown`. */
export interface RemoteHosts {
  look(requests: readonly RemoteRequest[], signal?: AbortSignal): Promise<RemoteFacts>;
}
