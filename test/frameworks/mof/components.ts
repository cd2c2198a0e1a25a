/** Evidence in a few words: which artifacts are there, and under which license. */
import { ARTIFACT_IDS, type ArtifactId } from "../../../src/evidence/artifacts/artifact.ts";
import { requiredUpTo } from "../../../src/frameworks/mof/catalogue.ts";
import type { MofComponent, MofComponents } from "../../../src/frameworks/mof/state.ts";

type Word = "absent" | "undetermined" | "unlicensed" | "unknown";

/** `Apache-2.0` is open; `!Name` is restricted; a word is that state. */
export function component(written: string): MofComponent {
  const word = written as Word;
  if (word === "absent" || word === "undetermined") return { presence: word, openness: "unlicensed", license: null };
  if (word === "unlicensed") return { presence: "linked", openness: word, license: null };
  if (word === "unknown")
    return { presence: "linked", openness: word, license: { id: null, open: null, typeAppropriate: null } };
  const id = written.replace(/^!/, "");
  const open = id === written;
  return { presence: "in-repo", openness: open ? "open" : "restricted", license: { id, open, typeAppropriate: open } };
}

export const components = (written: Readonly<Partial<Record<ArtifactId, string>>>): MofComponents =>
  Object.fromEntries(ARTIFACT_IDS.map((id) => [id, component(written[id] ?? "absent")])) as MofComponents &
    Record<ArtifactId, MofComponent>;

/** Everything that a class asks for, under one license. */
export const upTo = (mofClass: 1 | 2 | 3, license = "OpenMDW-1.0"): Partial<Record<ArtifactId, string>> =>
  Object.fromEntries(requiredUpTo(mofClass).map(({ id }) => [id, license]));
