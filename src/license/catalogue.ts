import { knownLimits } from "./catalogue/limits.ts";
import { FSF_LIBRE, MOT_OPEN_DATA, MOT_OSI, MOT_TYPES, OPEN_BY_TERMS, OPEN_DATA } from "./catalogue/lists.ts";
import type { RestrictionCategory } from "./license.ts";
import { OSI_APPROVED } from "./names/spdx.ts";

/** What a component is for the choice of a license (Model Openness Framework, section 4). */
export type ComponentType = "code" | "data" | "document";

/**
 * `mof`: the framework as it is written, with the OSI, FSF and open data lists of today.
 * `mot`: what the Model Openness Tool computes, letter for letter, with its gaps.
 */
export type OpennessProfile = "mof" | "mot";

/** What is known of a license. */
export interface LicenseFacts {
  /** Under the `mof` profile; null when no list decides. */
  readonly open: boolean | null;
  readonly osi: boolean;
  readonly fsf: boolean;
  readonly openData: boolean;
  readonly openContent: boolean;
  readonly typeAppropriate: readonly ComponentType[];
  /** What the license is known to take away; empty when it is open or not known. */
  readonly limits: readonly RestrictionCategory[];
}

const ALL_TYPES: readonly ComponentType[] = ["code", "data", "document"];

/** Creative Commons licenses without a limit on use or change, and their ports to other laws. */
const OPEN_CC = /^CC-BY(?:-SA)?-\d\.\d(?:-[A-Z]{2,3})?$/;
const CONTENT = /^(?:CC-BY(?:-SA)?-\d|CC0-|CC-PD|GFDL-|FreeBSD-DOC$|LAL-|OGL-|etalab-)/;
const OPEN_MDW = /^(?:LicenseRef-)?OpenMDW-1\.\d$/;
/** Families whose every member is open, so that the missing version does not matter for openness. */
const OPEN_FAMILY = /^LicenseRef-(?:GPL|LGPL|AGPL|BSD|GFDL|Apache|OpenMDW|CC-BY|CC-BY-SA)-family$/;

/**
 * Facts about a license by SPDX identifier or LicenseRef. Open means approved by the OSI, free by the FSF, or an open
 * data or content license (MOF, section 4); OpenMDW is open for all types. `C-UDA-1.0` is left undecided: it permits
 * computational use only, and the lists disagree.
 */
export function licenseFacts(id: string): LicenseFacts {
  let facts = known.get(id);
  if (facts === undefined) {
    facts = gatherFacts(id);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(id, facts);
  }
  return facts;
}

/** Facts that were asked for before; a repository can invent identifiers, so not all are kept. */
const known = new Map<string, LicenseFacts>();
const MOST_KNOWN = 4000;

function gatherFacts(id: string): LicenseFacts {
  const osi = OSI_APPROVED.has(id);
  const fsf = FSF_LIBRE.has(id);
  const openMdw = OPEN_MDW.test(id);
  const cc = OPEN_CC.test(id);
  const openData = OPEN_DATA.has(id) || cc || openMdw;
  const openContent = (CONTENT.test(id) && (OPEN_DATA.has(id) || cc)) || openMdw;
  const limits = knownLimits(id);
  const listed = osi || fsf || openData || openContent || OPEN_BY_TERMS.has(id);
  const open = limits.length > 0 ? false : listed || OPEN_FAMILY.test(id) ? true : null;
  const types = openMdw ? ALL_TYPES : ALL_TYPES.filter((type) => fits(id, type, { osi, fsf, openData, openContent }));
  return { open, osi, fsf, openData, openContent, typeAppropriate: types, limits };
}

function fits(
  id: string,
  type: ComponentType,
  is: { osi: boolean; fsf: boolean; openData: boolean; openContent: boolean },
): boolean {
  if (type === "data") return is.openData;
  if (type === "document") return is.openContent || id === "Apache-2.0";
  return (is.osi || is.fsf || OPEN_BY_TERMS.has(id)) && !/^(?:CC|GFDL|ODbL|OFL)/.test(id);
}

/**
 * Whether a license is open; null when the profile cannot tell. The tool's profile always can: what it does not list
 * is not open.
 */
export function isOpen(id: string, profile: OpennessProfile): boolean | null {
  if (profile === "mof") return licenseFacts(id).open;
  return FSF_LIBRE.has(id) || MOT_OSI.has(id) || MOT_OPEN_DATA.has(id) || id === "OpenMDW-1.0";
}

/** Whether a license is of the kind that a type of component asks for (MOF, section 4: should, not must). */
export function isTypeAppropriate(id: string, type: ComponentType, profile: OpennessProfile): boolean {
  return profile === "mot" ? MOT_TYPES[type].has(id) : licenseFacts(id).typeAppropriate.includes(type);
}
