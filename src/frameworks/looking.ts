/** What rules of several frameworks ask of what was found: is it there, where, and was everything seen that could refute it. */
import type { Facts } from "../evidence/facts.ts";
import type { Said } from "../messages/said.ts";
import type { JudgedComponent, Outcome, RuleEvidence, Verdict } from "./framework.ts";

/** Places that one outcome shows; more would hide what is meant. */
const MOST_PLACES = 5;

export const outcome = (verdict: Verdict, said: Said, evidence: readonly RuleEvidence[] = []): Outcome => ({
  verdict,
  said,
  evidence: evidence.slice(0, MOST_PLACES),
});

export const isThere = ({ presence }: JudgedComponent): boolean => presence === "in-repo" || presence === "linked";

/** Where a component lies in the tree, or where the documents link it. */
export const placesOf = ({ evidence }: JudgedComponent): readonly RuleEvidence[] =>
  evidence.slice(0, MOST_PLACES).flatMap(({ path, lines, writtenAt }) => {
    if (path !== undefined) return [{ path, lines: lines ?? [1, 1] } satisfies RuleEvidence];
    return writtenAt === undefined ? [] : [{ path: writtenAt.path, lines: writtenAt.lines }];
  });

/** The text of a file that was read; undefined where it was not. */
export function textAt(facts: Facts, path: string): string | undefined {
  const content = facts.snapshot.contents.get(path);
  return content?.kind === "text" ? content.text : undefined;
}

const CODE = /\.(?:py|ipynb|sh|bash|sbatch|slurm|ya?ml|toml|gin)$/i;

/** True where every code and settings file was read and nothing of the tree stayed hidden: only then may something in them be called missing. */
export const hasReadAllCode = (facts: Facts): boolean =>
  facts.blindSpots.length === 0 &&
  facts.entries.every(
    ({ path, kind, size }) => kind !== "file" || size === 0 || !CODE.test(path) || facts.snapshot.contents.has(path),
  );
