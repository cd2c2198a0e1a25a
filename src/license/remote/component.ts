/** As much of a report's component as hosts and base models can change, and what changes it. */
import type { Presence } from "../../evidence/artifacts/artifact.ts";
import type { RemoteFact } from "../../evidence/remote/fact.ts";
import { inEnglish, type Said } from "../../messages/said.ts";
import { FREEDOMS } from "../clauses/rule.ts";
import type { Freedom } from "../license.ts";

export type Lines = [number, number];

export interface Place {
  path: string;
  lines: Lines;
}

export interface RemoteComponent {
  presence: Presence;
  evidence: {
    url?: string | undefined;
    writtenAt?: Place | undefined;
    remote?: RemoteFact | undefined;
  }[];
  because: string;
  becauseSaid?: Said | undefined;
  license: {
    id: string | null;
    open: boolean | null;
    restrictions: { category: string; freedoms: Freedom[]; quote: string }[];
    source: { path: string; lines?: Lines | undefined };
    scope: string;
    typeAppropriate: boolean | null;
  } | null;
  openness: "open" | "restricted" | "unlicensed" | "unknown";
}

/** Puts limits on an artifact, with the sentence that says why. */
export function restrict(component: RemoteComponent, categories: readonly (keyof typeof FREEDOMS)[], said: Said): void {
  component.openness = "restricted";
  if (component.license === null) return;
  for (const category of categories)
    component.license.restrictions.push({
      category,
      freedoms: [...FREEDOMS[category]],
      quote: inEnglish(said).slice(0, 200),
    });
}

/** Whether the host showed a page at all, so that what stands on it may be believed. */
export const isKnown = ({ state }: RemoteFact): boolean => state !== "unknown" && state !== "missing";
