/** What became of the license of an artifact that both commits have. */

import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { stateOf } from "../../frameworks/mof/state.ts";
import { licenseFacts } from "../../license/catalogue.ts";
import { COPYLEFT_ORDER, licenseTerms } from "../../license/terms.ts";
import type { ComponentReport, Report, RestrictionReport } from "../schema.ts";

/**
 * `more-restrictive`: takes away what the license before gave. `policy-added`: a policy of use came that was not there.
 * `grant-removed`: no license any more, or none to patents. `more-conditions`: still open, with copyleft that reaches
 * farther. `scope-narrowed`: a license file covers less. `unclear`: what there is now cannot be named, so nothing of what
 * was given is sure. `less-restrictive` and `other` take nothing away.
 */
export type LicenseChangeKind =
  | "more-restrictive"
  | "policy-added"
  | "grant-removed"
  | "more-conditions"
  | "scope-narrowed"
  | "unclear"
  | "less-restrictive"
  | "other";

const HARSHER: ReadonlySet<LicenseChangeKind> = new Set([
  "more-restrictive",
  "policy-added",
  "grant-removed",
  "more-conditions",
  "scope-narrowed",
  "unclear",
]);

/** Whether a change takes something away from those who use the artifact. */
export const isHarsher = ({ kind }: Pick<LicenseChange, "kind">): boolean => HARSHER.has(kind);

/** A license with the place that states it. */
export interface StatedLicense {
  /** Null where it cannot be named, or where there is none: then `path` is left out too. */
  readonly license: string | null;
  readonly path?: string;
  readonly lines?: readonly [number, number];
  /** For a license file: what it covers. */
  readonly covers?: string;
}

export interface LicenseChange {
  readonly kind: LicenseChangeKind;
  /** The artifacts that it is about, or the license file. */
  readonly of: { readonly artifacts: readonly ArtifactId[] } | { readonly file: string };
  readonly before: StatedLicense;
  readonly after: StatedLicense;
  /** Categories of limits that came or, where the license is less restrictive, went. */
  readonly categories: readonly string[];
  /** The clauses that brought them, in the license's words, with their lines in the file that states it. */
  readonly clauses: readonly Pick<RestrictionReport, "quote" | "lines">[];
}

type License = NonNullable<ComponentReport["license"]>;

/** Policies and lists of forbidden uses: limits that may grow without the license being changed. */
const POLICIES = new Set(["use-policy", "use-restrictions"]);

/** How the license of an artifact changed; undefined where it did not, or where the artifact is not there on both sides. */
export function licenseChangeOf(
  before: ComponentReport,
  after: ComponentReport,
): Omit<LicenseChange, "of"> | undefined {
  if (!isThere(before) || !isThere(after)) return undefined;
  const [was, is] = [before.license, after.license];
  if (was === null && is === null) return undefined;
  const sides = { before: stated(was), after: stated(is) };
  if (is === null) return { kind: "grant-removed", ...sides, categories: [], clauses: [] };
  // Without any license all rights are reserved: whatever is stated now gives more.
  if (was === null) return { kind: "less-restrictive", ...sides, categories: [], clauses: [] };
  const came = [...limitsOf(is)].filter((category) => !limitsOf(was).has(category));
  const went = [...limitsOf(was)].filter((category) => !limitsOf(is).has(category));
  const with_ = (kind: LicenseChangeKind, categories: readonly string[]) => ({
    kind,
    ...sides,
    categories,
    clauses: is.restrictions
      .filter(({ category }) => categories.includes(category))
      .slice(0, 5)
      .map(({ quote, lines }) => ({ quote, ...placeOf(lines, is.source.lines) })),
  });
  if (came.length > 0) return with_(came.every((one) => POLICIES.has(one)) ? "policy-added" : "more-restrictive", came);
  if (was.open === true && is.open === false) return with_("more-restrictive", []);
  if (was.open === true && is.open === null) return with_("unclear", []);
  if ((was.open !== true && is.open === true) || went.length > 0) return with_("less-restrictive", went);
  if (was.id === is.id) return undefined;
  return with_(kindAmongOpen(was.id, is.id), []);
}

/** Both open, or both as limited as each other: what they give and ask beside. */
function kindAmongOpen(was: string | null, is: string | null): LicenseChangeKind {
  const [before, after] = [was, is].map((id) => (id === null ? undefined : licenseTerms(id)));
  if (before === undefined || after === undefined) return "other";
  const reach = COPYLEFT_ORDER.indexOf(after.copyleft) - COPYLEFT_ORDER.indexOf(before.copyleft);
  if (reach > 0) return "more-conditions";
  if (before.patentGrant && !after.patentGrant) return "grant-removed";
  return reach < 0 ? "less-restrictive" : "other";
}

type Span = [number, number];

/** The clause's lines; where they begin before what states the license, they count within it, and that is the place. */
function placeOf(clause: Span | undefined, stated: Span | undefined): { lines?: Span } {
  const isOfFile = clause !== undefined && (stated === undefined || clause[0] >= stated[0]);
  const lines = isOfFile ? clause : stated;
  return lines === undefined ? {} : { lines };
}

/** What license files cover less of than before. */
export function narrowedFiles(
  before: Pick<Report, "licenseFiles">,
  after: Pick<Report, "licenseFiles">,
): readonly LicenseChange[] {
  const byPath = new Map(after.licenseFiles.map((file) => [file.path, file]));
  return before.licenseFiles.flatMap((was) => {
    const is = byPath.get(was.path);
    if (is === undefined || !isNarrower(was.scope, is.scope)) return [];
    const side = ({ ids, path, scope }: typeof was): StatedLicense => ({
      license: ids[0] ?? null,
      path,
      covers: scope,
    });
    const change = { before: side(was), after: side(is), categories: [], clauses: [] };
    return [{ kind: "scope-narrowed" as const, of: { file: was.path }, ...change }];
  });
}

/** "all" covers every kind of work; otherwise kinds are listed. Folders are not compared: they may have moved. */
function isNarrower(was: string, is: string): boolean {
  if (was === is || is.includes("(") || was.includes("(")) return false;
  const [before, after] = [was, is].map((scope) => new Set(scope.split(", "))) as [Set<string>, Set<string>];
  if (after.has("all")) return false;
  return before.has("all") || (after.size < before.size && [...after].every((kind) => before.has(kind)));
}

/** It is there, and its license could be looked for. */
const isThere = (component: ComponentReport): boolean => {
  const state = stateOf(component);
  return state !== "absent" && state !== "undetermined";
};

/** What a license takes away, by its clauses, else by what is known of one that was only named. */
function limitsOf({ id, restrictions, open }: License): ReadonlySet<string> {
  if (restrictions.length > 0 || id === null || open === true)
    return new Set(restrictions.map(({ category }) => category));
  return new Set(licenseFacts(id).limits);
}

function stated(license: ComponentReport["license"]): StatedLicense {
  if (license === null) return { license: null };
  const { path, lines } = license.source;
  return { license: license.id, path, ...(lines === undefined ? {} : { lines }) };
}
