/** Failures that the owner accepts: which waivers hold today, what each of them stopped, and which stopped nothing. */
import { minimatch } from "minimatch";
import type { ArtifactId } from "../evidence/artifacts/artifact.ts";
import { type Told, told } from "../messages/said.ts";
import type { Policy, Waiver } from "./policy.ts";

export type WaiverState = "applied" | "expired" | "unused";

/** A waiver with what became of it. */
export type WaiverOutcome = Waiver & { readonly state: WaiverState };

/** What a failure is about. */
export interface Failing {
  /** The reason under `fail`, and the rule of the finding where it comes from one. */
  readonly rules: readonly string[];
  readonly artifact?: ArtifactId | undefined;
  /** Where it is; a waiver for a path stops it only where all of them are of that path. */
  readonly paths?: readonly string[] | undefined;
}

/** Whether a waiver does not hold any more: it holds through its last day, and never where the day is not known. */
export const isExpired = ({ expires }: Waiver, today: string | undefined): boolean =>
  expires !== undefined && (today === undefined || today > expires);

/** The waivers of one conclusion; it remembers which were used. */
export class Waivers {
  readonly #all: readonly Waiver[];
  readonly #today: string | undefined;
  readonly #used = new Set<Waiver>();

  /** @param today the day, YYYY-MM-DD in UTC */
  constructor(policy: Pick<Policy, "waivers">, today: string | undefined) {
    this.#all = policy.waivers;
    this.#today = today;
  }

  /** True where the owner accepts this failure. */
  cover(failing: Failing): boolean {
    const covering = this.#all.filter((waiver) => !isExpired(waiver, this.#today) && isAbout(waiver, failing));
    for (const waiver of covering) this.#used.add(waiver);
    return covering.length > 0;
  }

  /** What became of each, in the policy's order. */
  outcomes(): readonly WaiverOutcome[] {
    const stateOf = (waiver: Waiver): WaiverState =>
      isExpired(waiver, this.#today) ? "expired" : this.#used.has(waiver) ? "applied" : "unused";
    return this.#all.map((waiver) => ({ ...waiver, state: stateOf(waiver) }));
  }
}

function isAbout({ artifact, rule, path }: Waiver, failing: Failing): boolean {
  if (artifact !== undefined && artifact !== failing.artifact) return false;
  if (rule !== undefined && !failing.rules.includes(rule)) return false;
  if (path === undefined) return true;
  const { paths = [] } = failing;
  return paths.length > 0 && paths.every((one) => one === path || minimatch(one, path, { dot: true, nobrace: true }));
}

interface WaiverFinding {
  readonly rule: `waiver-${WaiverState}`;
  readonly level: "notice";
  readonly message: string;
  readonly code: string;
  readonly values: Required<Told>["values"];
}

/** What is said of each waiver, with the owner's reason. */
export function waiverFindings(outcomes: readonly WaiverOutcome[]): WaiverFinding[] {
  return outcomes.map(({ artifact, rule, path, reason, expires, state }): WaiverFinding => {
    const what = [artifact ?? rule ?? "", path ?? ""].filter((word) => word !== "").join(", ");
    const words = {
      applied: () => told("waiver.applied", what, reason, expires ?? ""),
      expired: () => told("waiver.expired", what, reason, expires ?? ""),
      unused: () => told("waiver.unused", what, reason),
    }[state]();
    return { rule: `waiver-${state}`, level: "notice", ...words };
  });
}
