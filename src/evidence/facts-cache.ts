/**
 * What one file shows is a function of its path and its content, and most files are the same from one commit to the
 * next. An analysis that was made is therefore kept under the file's path and its blob's id, and never made twice.
 */
import { RULES_VERSION } from "../version.ts";

/** What an analysis is a function of; the blob's id stands for the text. */
export interface FactsKey {
  /** Name of the analysis, as `document` or `source`. */
  readonly analyser: string;
  /** Version of the analysis: another version may give other facts of the same blob. */
  readonly version: string;
  readonly path: string;
  /** Git object id of the blob. */
  readonly sha: string;
}

/** Keeps facts between audits. What it gives back is what was put in; it may forget anything at any time. */
export interface FactsCache {
  get(key: FactsKey): Kept | undefined;
  set(key: FactsKey, kept: Kept): void;
}

/** Facts in a wrapping, so that "nothing was found" is told from "not known". They are plain data and shared: nobody may change them. */
export interface Kept {
  readonly facts: unknown;
}

/** A file whose text is at hand. */
export interface Analysed {
  readonly path: string;
  readonly sha: string;
  readonly text: string;
}

/** Gives the facts of a file: the kept ones, or those that `work` makes of it. `work` may look at nothing but the file. */
export type Analyse = <T>(analyser: string, file: Analysed, work: (file: Analysed) => T) => T;

/** Analyses anew each time. */
export const analyseAnew: Analyse = (_analyser, file, work) => work(file);

/** Analyses what the cache does not know. */
export function analyseThrough(cache: FactsCache | undefined): Analyse {
  if (cache === undefined) return analyseAnew;
  return <T>(analyser: string, file: Analysed, work: (file: Analysed) => T): T => {
    const key = { analyser, version: RULES_VERSION, path: file.path, sha: file.sha };
    const known = cache.get(key);
    // The same analyser under the same version made it: it has the type that `work` gives.
    if (known !== undefined) return known.facts as T;
    const facts = work(file);
    cache.set(key, { facts });
    return facts;
  };
}
