import type { Lines } from "../../evidence/artifacts/artifact.ts";
import { isOpen, licenseFacts } from "../catalogue.ts";
import { FREEDOMS } from "../clauses/rule.ts";
import type { Restriction } from "../license.ts";

/** What a statement of a license speaks about. `all`: everything in the repository. */
export type Scope = "all" | "code" | "parameters" | "data" | "documents";

/** One place that puts something under a license. */
export interface LicenseStatement {
  /** SPDX identifier or LicenseRef-…; null for a license that is stated but cannot be named. */
  readonly id: string | null;
  readonly open: boolean | null;
  readonly restrictions: readonly Restriction[];
  readonly scopes: readonly Scope[];
  readonly path: string;
  readonly lines: Lines;
  readonly how:
    | "file"
    | "sentence"
    | "front-matter"
    | "badge"
    | "package-metadata"
    /** What the model's or a data set's own description says, as `config.json` or Croissant. */
    | "description"
    | "citation"
    /** An SPDX tag in the file itself, or REUSE information about it: `folder` is then the file's path. */
    | "own-file"
    /** The header of a weight file, about that file: `folder` is the file's path. */
    | "weight-header";
  /** The statement is about the artifact itself, so it holds where the artifact is hosted elsewhere. */
  readonly reachesRemote: boolean;
  /** The license says that it covers data sets too, wherever they are. */
  readonly reachesData?: boolean;
  /** It speaks of "this project" as a whole, and counts for what nothing else is said of. */
  readonly general?: boolean;
  /** Of a license file that holds no text and only names several licenses: all of them. Which is for what is said elsewhere. */
  readonly names?: readonly string[];
  /** The license file of the repository that a sentence leads to. */
  readonly file?: string;
  /** Folder whose content it covers, without a trailing slash; "" for the whole repository. */
  readonly folder: string;
  /** The words around it, at most 400 characters. */
  readonly words: string;
}

/** What is called by what it forbids, for want of a name. */
const NAMELESS = /^LicenseRef-(?:custom|noncommercial|research-only)$/;

/** The stricter of two answers to "is it open?": no before unknown before yes. Of two that are as strict, the one with a name. */
export function stricter(a: LicenseStatement, b: LicenseStatement): LicenseStatement {
  const rank = ({ open, id }: LicenseStatement): number =>
    open === false ? (NAMELESS.test(id ?? "") ? 1 : 0) : open === true ? 4 : id !== null ? 2 : 3;
  return rank(b) < rank(a) ? b : a;
}

/**
 * What is known of a license by its identifier alone: whether it is open, and what its own text is known to take away,
 * each with the words that name the license as what can be quoted.
 */
export function knownBy(
  id: string | null,
  words: string,
  lines: Lines,
): Pick<LicenseStatement, "id" | "open" | "restrictions"> {
  if (id === null) return { id, open: null, restrictions: [] };
  const quote = words.trim() === "" ? id : words.trim().slice(0, 200);
  return {
    id,
    open: isOpen(id, "mof"),
    restrictions: licenseFacts(id).limits.map((category) => ({
      category,
      freedoms: FREEDOMS[category],
      quote,
      lines,
    })),
  };
}
