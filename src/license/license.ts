import type { Lines } from "../evidence/artifacts/artifact.ts";

/** The four freedoms (OSAID 1.0, section 2): use, study, modify, share. */
export type Freedom = "use" | "study" | "modify" | "share";

/** What a clause takes away (categories of restriction; each names the freedoms it limits). */
export type RestrictionCategory =
  | "noncommercial"
  | "research-only"
  | "no-production"
  | "user-threshold"
  | "revenue-threshold"
  | "use-restrictions"
  | "use-policy"
  | "field-of-use"
  | "territory"
  | "no-training-others"
  | "no-sale"
  | "no-redistribution"
  | "no-derivatives"
  | "no-reverse-engineering"
  | "registration-required"
  | "permission-required"
  | "revocable"
  | "branding"
  | "extra-terms";

export interface Restriction {
  readonly category: RestrictionCategory;
  readonly freedoms: readonly Freedom[];
  /** The words of the clause, at most 200 characters. */
  readonly quote: string;
  readonly lines: Lines;
}

export interface LicenseMatch {
  /** SPDX identifier, or LicenseRef-… for licenses that SPDX does not list. */
  readonly id: string;
  /** Share of the license's own text that was found, 0 to 1; 1 for a license that was only named (tag, notice). */
  readonly coverage: number;
  readonly lines: Lines;
  /** `text`: the license itself. `notice`: words that put the file under a license. `tag`: SPDX identifier or front matter. */
  readonly how: "text" | "notice" | "tag";
}

/** What a text is as a license. */
export interface LicenseIdentification {
  readonly licenses: readonly LicenseMatch[];
  /** SPDX expression over the licenses, undefined when none was found. */
  readonly expression: string | undefined;
  /** True only if every part of the text is open; false if some part restricts; null if it cannot be told. */
  readonly open: boolean | null;
  readonly restrictions: readonly Restriction[];
  /** Lines that no known license explains and that may matter: to be read by a person. */
  readonly review: readonly Lines[];
}
