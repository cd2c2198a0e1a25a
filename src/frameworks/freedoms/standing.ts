/** How one artifact stands to one of the four freedoms: what its license gives, limits, or leaves open. */
import { knownLimits } from "../../license/catalogue/limits.ts";
import { FREEDOMS } from "../../license/clauses/rule.ts";
import type { Freedom, RestrictionCategory } from "../../license/license.ts";
import type { JudgedComponent, Material } from "../framework.ts";

/**
 * `given`: an open license, or one whose known clauses leave this freedom alone. `limited`: clauses take some of it.
 * `partly`: it is there, though not for every purpose. `withheld`: the artifact lies in a repository that states no
 * license for anything. `unknown`: the terms could not be told.
 */
export type Standing =
  | { readonly is: "given" | "withheld" | "unknown" }
  | { readonly is: "limited" | "partly"; readonly by: readonly RestrictionCategory[] };

/** Duties, and terms that a person has to read, limit no freedom by themselves; whether terms last is a rule of its own. */
const NO_LIMIT: ReadonlySet<string> = new Set(["branding", "extra-terms", "revocable"]);
/** "For any purpose" stands beside modifying in the definition too, so a limit of purpose reaches it (OSAID 1.0, four freedoms). */
const OF_PURPOSE: ReadonlySet<string> = new Set(["noncommercial", "research-only"]);
/** Names of many texts, or of none in particular: what they leave alone is not known. */
const NOT_ONE_TEXT = /-family$|^LicenseRef-(?:noncommercial|research-only|custom|unknown|modified-)/;

/**
 * The standing of an artifact that is there; undefined for one that is not.
 * @param unlicensed whether the repository is known to state no license for anything
 */
export function standingOf(component: JudgedComponent, freedom: Freedom, unlicensed: boolean): Standing | undefined {
  const { presence, license } = component;
  if (presence === "absent" || presence === "undetermined") return undefined;
  if (license === null) {
    // Nobody needs a license to look at what lies open; the other freedoms are the holder's to give.
    return { is: presence === "in-repo" && unlicensed && freedom !== "study" ? "withheld" : "unknown" };
  }
  if (license.open === true) return { is: "given" };
  const limits = license.open === null ? [] : limitsOf(component);
  const by = limits.filter((category) => FREEDOMS[category].includes(freedom));
  if (by.length > 0) return { is: "limited", by };
  const purposes = freedom === "modify" ? limits.filter((category) => OF_PURPOSE.has(category)) : [];
  if (purposes.length > 0) return { is: "partly", by: purposes };
  return { is: license.open === false && isOneText(license.id) ? "given" : "unknown" };
}

/** What an artifact's license is known to take, from its clauses and from what is known of the license; each once. */
export function limitsOf({ license }: JudgedComponent): readonly RestrictionCategory[] {
  if (license === null || license.open !== false) return [];
  const known = license.id === null ? [] : knownLimits(license.id);
  const read = license.restrictions.map(({ category }) => category);
  const all = isOneText(license.id) ? read.filter((category) => !isMisread(category, known)) : read;
  return [...new Set([...all, ...known])].filter(
    (category): category is RestrictionCategory => Object.hasOwn(FREEDOMS, category) && !NO_LIMIT.has(category),
  );
}

/** Whether an identifier is of one license whose text and limits are known. */
const isOneText = (id: string | null): boolean => id !== null && knownLimits(id).length > 0 && !NOT_ONE_TEXT.test(id);

/**
 * "No derivatives may be used for …" forbids a use and no derivatives, and "free for research, registration for commerce"
 * forbids no commerce: for a license whose text is known, what is known of it counts before what a clause looks like.
 */
function isMisread(category: string, known: readonly RestrictionCategory[]): boolean {
  if (known.some((one) => one === category)) return false;
  if (category === "no-derivatives" || category === "no-redistribution") return true;
  return category === "noncommercial" && known.includes("registration-required");
}

/** Whether all of a repository was seen, and nothing in it states a license for anything. */
export const statesNoLicense = ({ facts, components, licenseFiles }: Material): boolean =>
  facts.blindSpots.length === 0 &&
  licenseFiles.length === 0 &&
  Object.values(components).every(({ license }) => license === null);
