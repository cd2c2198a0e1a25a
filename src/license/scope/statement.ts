import type { Lines } from "../../evidence/artifacts/artifact.ts";
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
  readonly how: "file" | "sentence" | "front-matter" | "badge" | "package-metadata";
  /** The statement is about the artifact itself, so it holds where the artifact is hosted elsewhere. */
  readonly reachesRemote: boolean;
  /** The license says that it covers data sets too, wherever they are. */
  readonly reachesData?: boolean;
  /** Folder whose content it covers, without a trailing slash; "" for the whole repository. */
  readonly folder: string;
  /** The words around it, at most 400 characters. */
  readonly words: string;
}

/** The stricter of two answers to "is it open?": no before unknown before yes. */
export function stricter(a: LicenseStatement, b: LicenseStatement): LicenseStatement {
  const rank = ({ open, id }: LicenseStatement): number =>
    open === false ? 0 : open === true ? 3 : id !== null ? 1 : 2;
  return rank(b) < rank(a) ? b : a;
}
