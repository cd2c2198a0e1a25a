/**
 * What open licenses give and ask beyond being open, as far as it is known: an express grant of patents, and how far
 * their copyleft reaches. Read in the licenses' own texts; a license that is not listed is not judged.
 */

/** How much of a derived work has to be under the same license: nothing, changed files, the whole, or what a network serves. */
export type Copyleft = "none" | "weak" | "strong" | "network";

export interface LicenseTerms {
  /** An express license to the contributors' patents (as Apache-2.0, section 3). */
  readonly patentGrant: boolean;
  readonly copyleft: Copyleft;
}

/** The order of `Copyleft`, the least demand first. */
export const COPYLEFT_ORDER: readonly Copyleft[] = ["none", "weak", "strong", "network"];

const TERMS: readonly (readonly [ids: RegExp, terms: LicenseTerms])[] = [
  [/^(?:Apache-2\.0|ECL-2\.0|BSD-2-Clause-Patent|MulanPSL-2\.0|AFL-3\.0)$/, { patentGrant: true, copyleft: "none" }],
  [/^(?:LicenseRef-)?OpenMDW-1\.\d$/, { patentGrant: true, copyleft: "none" }],
  [
    /^(?:MIT|MIT-0|ISC|BSD-[123]-Clause|0BSD|Zlib|BSL-1\.0|NCSA|PostgreSQL|X11)$/,
    { patentGrant: false, copyleft: "none" },
  ],
  [/^(?:Unlicense|CC0-1\.0|PDDL-1\.0|WTFPL)$/, { patentGrant: false, copyleft: "none" }],
  [/^(?:CC-BY-\d\.\d|ODC-By-1\.0|CDLA-Permissive-[12]\.0)$/, { patentGrant: false, copyleft: "none" }],
  [/^(?:MPL-2\.0|EPL-[12]\.0|CDDL-1\.[01])$/, { patentGrant: true, copyleft: "weak" }],
  [/^LGPL-2\.[01](?:-only|-or-later)?$/, { patentGrant: false, copyleft: "weak" }],
  [/^LGPL-3\.0(?:-only|-or-later)?$/, { patentGrant: true, copyleft: "weak" }],
  [/^GPL-2\.0(?:-only|-or-later)?$/, { patentGrant: false, copyleft: "strong" }],
  [/^GPL-3\.0(?:-only|-or-later)?$/, { patentGrant: true, copyleft: "strong" }],
  [/^(?:CC-BY-SA-\d\.\d|ODbL-1\.0|CDLA-Sharing-1\.0)$/, { patentGrant: false, copyleft: "strong" }],
  [/^AGPL-3\.0(?:-only|-or-later)?$/, { patentGrant: true, copyleft: "network" }],
];

/** The terms of one license by its SPDX identifier or LicenseRef; undefined where they are not known. */
export const licenseTerms = (id: string): LicenseTerms | undefined => TERMS.find(([ids]) => ids.test(id))?.[1];
