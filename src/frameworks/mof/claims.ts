/**
 * A MOF file, or a badge of the Model Openness Tool, is what the owner claims; the audit is what was found. Where the two
 * contradict each other, both are shown with the line. What could not be looked at contradicts nothing.
 */
import type { Lines } from "../../evidence/artifacts/artifact.ts";
import type { Document } from "../../evidence/documents/document.ts";
import { isOpen } from "../../license/catalogue.ts";
import { normalizeLicenseName } from "../../license/names.ts";
import { type SaidValue, say, told } from "../../messages/said.ts";
import { componentKind, type MofLevel, rankOf } from "./catalogue.ts";
import { evaluateMof } from "./evaluate.ts";
import type { MofFile, MofFileComponent, ParsedMofFile } from "./file.ts";
import { evaluateMot, resolveLicense } from "./mot.ts";
import { type MofComponent, type MofComponents, stateOf } from "./state.ts";

/** The shape of the report's findings. */
export interface ClaimFinding {
  readonly rule: string;
  readonly level: "notice" | "warning";
  /** In English. */
  readonly message: string;
  /** The sentence's code and what it is about. */
  readonly code: string;
  readonly values: readonly SaidValue[];
  readonly path: string;
  readonly lines: [first: number, last: number];
}

/** What in a MOF file the evidence contradicts, component by component, and the class that the file amounts to. */
export function checkClaims(file: MofFile, components: MofComponents): readonly ClaimFinding[] {
  const findings = file.components.flatMap((listed) => {
    const claim = contradiction(file, listed, components[listed.id]);
    return claim === undefined ? [] : [{ ...claim, path: file.path, lines: linesOf(listed.line) }];
  });
  return [...findings, ...misspeltLicenses(file), ...checkClass(file, components)];
}

type Contradiction = Omit<ClaimFinding, "path" | "lines">;

function contradiction(file: MofFile, listed: MofFileComponent, component: MofComponent): Contradiction | undefined {
  const { name } = componentKind(listed.id);
  const claimed = resolveLicense(file, listed.id);
  const state = stateOf(component);
  if (state === "undetermined") return undefined;
  if (state === "absent") {
    const sentence =
      listed.componentPath === undefined
        ? told("claims.notFound", name, file.release)
        : told("claims.notRecognised", name, listed.componentPath);
    return { rule: "mof-claim-not-found", level: "warning", ...sentence };
  }
  if (claimed === undefined) return undefined;
  if (state === "unlicensed") {
    return { rule: "mof-claim-unlicensed", level: "warning", ...told("claims.notLicensed", name, claimed) };
  }
  const found = component.license?.id ?? undefined;
  if (state === "restricted" && isOpen(idOf(claimed), "mof") === true) {
    const sentence = told("claims.restricted", name, claimed, found ?? say("claims.unnamed"));
    return { rule: "mof-claim-restricted", level: "warning", ...sentence };
  }
  if (found === undefined || isSameLicense(claimed, found)) return undefined;
  return { rule: "mof-claim-license", level: "notice", ...told("claims.license", name, claimed, found) };
}

/** Licenses by names that people understand and the Model Openness Tool does not: there they count as not open. */
function misspeltLicenses(file: MofFile): readonly ClaimFinding[] {
  const seen = new Set<string>();
  return file.components.flatMap(({ id, line }) => {
    const written = resolveLicense(file, id);
    if (written === undefined || seen.has(written)) return [];
    seen.add(written);
    const exact = idOf(written);
    if (isOpen(written, "mot") !== false || isOpen(exact, "mot") !== true) return [];
    const sentence = told("claims.misspeltLicense", written, exact);
    return [
      { rule: "mof-claim-license-name", level: "notice" as const, ...sentence, path: file.path, lines: linesOf(line) },
    ];
  });
}

const idOf = (written: string): string => normalizeLicenseName(written)?.id ?? written;

function checkClass(file: MofFile, components: MofComponents): readonly ClaimFinding[] {
  const stated = file.statedClass;
  const computed = evaluateMot(file).class;
  const claimed: MofLevel = stated !== undefined && rankOf(stated.class) > rankOf(computed) ? stated.class : computed;
  const found = evaluateMof(components);
  if (claimed === 0 || rankOf(claimed) <= rankOf(found.class)) return [];
  // A class that fails only for what could not be looked at is not contradicted.
  const why = found.missingForNext.filter((missing) => missing.why !== "undetermined");
  if (why.length === 0) return [];
  const line = claimed === stated?.class ? stated.line : (file.components[0]?.line ?? 1);
  return [
    {
      rule: "mof-claim-class",
      level: "warning",
      ...told(
        "claims.classTooHigh",
        claimed,
        found.class,
        why.map((missing) => say("policy.missing", say(`artifact.${missing.id}`), say(`state.${missing.why}`))),
      ),
      path: file.path,
      lines: [line, line],
    },
  ];
}

/** Licenses are compared by what their names mean; `-only` is what a bare GNU identifier meant. */
function isSameLicense(one: string, other: string): boolean {
  const plain = (id: string): string =>
    idOf(id)
      .trim()
      .toLowerCase()
      .replace(/-only$/, "");
  return plain(one) === plain(other);
}

const BADGE = /^https?:\/\/mot\.isitopen\.ai\/modules\/mof\/assets\/badge_class([123])_qualified\.(?:png|svg)/i;

/** Badges of the Model Openness Tool in the documents that claim a class higher than the evidence supports. */
export function checkBadges(documents: readonly Document[], components: MofComponents): readonly ClaimFinding[] {
  const found = evaluateMof(components);
  if (found.missingForNext.length > 0 && found.missingForNext.every(({ why }) => why === "undetermined")) return [];
  return documents.flatMap((document) =>
    document.links.flatMap(({ url, line }) => {
      const claimed = ({ "1": 1, "2": 2, "3": 3 } as const)[BADGE.exec(url.slice(0, 200))?.[1] ?? ""];
      if (claimed === undefined || rankOf(claimed) <= rankOf(found.class)) return [];
      const sentence = told("claims.badgeTooHigh", claimed, found.class);
      return [
        { rule: "mof-badge-class", level: "warning" as const, ...sentence, path: document.path, lines: linesOf(line) },
      ];
    }),
  );
}

/** What is wrong with a MOF file itself, as findings. */
export const mofFileFindings = ({ problems }: ParsedMofFile): readonly ClaimFinding[] =>
  problems.map(({ line, ...problem }) => ({ rule: "mof-file", level: "notice", ...problem, lines: linesOf(line) }));

const linesOf = (line: number): [number, number] & Lines => [line, line];
