/** What the worker counts and times. Whoever keeps the numbers stands behind `WorkMeter`. */
import type { PermissionName } from "../github/permissions.ts";

/** How an audit ended. `retried` and `paused` come back; `given up` stays among the dead letters. */
export const AUDIT_OUTCOMES = [
  "published",
  "unchanged",
  "superseded",
  "nothing",
  "retried",
  "paused",
  "given up",
] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Stages of an audit, in their order. */
export const STAGES = ["list", "read", "analyse", "publish"] as const;
export type Stage = (typeof STAGES)[number];

/** Seconds that each stage took so far. */
export type Stages = Partial<Record<Stage, number>>;

/** What is remembered and looked up. */
export const CACHES = ["audit", "tree", "policy", "blob"] as const;
export type CacheKind = (typeof CACHES)[number];

export interface AuditMeasure {
  readonly outcome: AuditOutcome;
  /** Seconds from taking the work to its end. */
  readonly seconds: number;
  readonly stageSeconds?: Readonly<Stages>;
}

export interface WorkMeter {
  audited(measure: AuditMeasure): void;
  cache(kind: CacheKind, isHit: boolean, count?: number): void;
  /** A request was refused because an installation has not accepted this permission. */
  lacking(permission: PermissionName): void;
}

/** Does `work` and adds the seconds that it took to its stage, however it ends. */
export async function timed<T>(stages: Stages, stage: Stage, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    stages[stage] = (stages[stage] ?? 0) + (performance.now() - started) / 1000;
  }
}
