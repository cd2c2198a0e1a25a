import type { Lines } from "../../evidence/artifacts/artifact.ts";
import { isOpen, licenseFacts } from "../catalogue.ts";
import { expressionId, expressionOf } from "../expression.ts";
import type { LicenseMatch, Restriction } from "../license.ts";
import type { Tags } from "./tags.ts";

/** A limit that a named license has anyway needs no name of its own; non-commercial terms include research-only ones. */
export function isCovered(one: LicenseMatch, named: readonly LicenseMatch[]): boolean {
  const own = licenseFacts(one.id).limits;
  // Terms of a license of its own are described around its name; they are that license's.
  if (named.some(({ id }) => id.startsWith("LicenseRef-") && isOpen(id, "mof") === false)) return true;
  if (own.length === 0) return named.some(({ id }) => isOpen(id, "mof") === false);
  return named.some(({ id }) => {
    const limits = licenseFacts(id).limits;
    return own.some(
      (limit) => limits.includes(limit) || (limit === "research-only" && limits.includes("noncommercial")),
    );
  });
}

const TELLING = ["LicenseRef-noncommercial", "LicenseRef-research-only", "LicenseRef-custom"];

/** Of the names for terms nobody named, the one that says most about what is forbidden. */
export function mostTelling(own: readonly LicenseMatch[]): LicenseMatch[] {
  for (const id of TELLING) {
    const match = own.find((one) => one.id === id);
    if (match) return [match];
  }
  return [];
}

/** One entry for each license; a family gives way to a member of it that is named too. */
export function distinct(matches: readonly LicenseMatch[]): LicenseMatch[] {
  const kept: LicenseMatch[] = [];
  for (const match of matches) {
    if (kept.some(({ id }) => id === match.id || id === `LicenseRef-modified-${match.id}`)) continue;
    kept.push(match);
  }
  return kept.filter(({ id }) => {
    const family = /^LicenseRef-([A-Za-z-]{2,20})-family$/.exec(id)?.[1];
    return (
      family === undefined ||
      !kept.some(
        (other) => other.id !== id && other.id.replace(/^LicenseRef-(?:modified-)?/, "").startsWith(`${family}-`),
      )
    );
  });
}

export function expressionFor(licenses: readonly LicenseMatch[], tags: Tags): string | undefined {
  const [only] = tags.expressions;
  if (only && tags.expressions.length === 1 && licenses.every(({ how }) => how === "tag")) {
    return only.expression.split(" ").map(expressionId).join(" ");
  }
  return expressionOf(licenses.map(({ id }) => id));
}

export function firstOfEach(restrictions: readonly Restriction[]): Restriction[] {
  return restrictions.filter((one, at) => restrictions.findIndex(({ category }) => category === one.category) === at);
}

export function mergeLines(all: readonly Lines[]): Lines[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...all].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
