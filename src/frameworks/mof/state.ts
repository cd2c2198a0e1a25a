/** Which artifacts count for the Model Openness Framework, and what a class still lacks. */
import type { ArtifactId, MofClass, Presence } from "../../evidence/artifacts/artifact.ts";
import { requiredUpTo } from "./catalogue.ts";

/** What the framework needs to know about one artifact; the report's components have this shape. */
export interface MofComponent {
  readonly presence: Presence;
  readonly openness: "open" | "restricted" | "unlicensed" | "unknown";
  readonly license: {
    readonly id: string | null;
    readonly open: boolean | null;
    readonly typeAppropriate: boolean | null;
  } | null;
}

export type MofComponents = Readonly<Record<ArtifactId, MofComponent>>;

/** `open` counts; the rest says why it does not. */
export type MofState = "open" | "absent" | "unlicensed" | "restricted" | "unknown" | "undetermined";

export interface MissingArtifact {
  readonly id: ArtifactId;
  readonly why: Exclude<MofState, "open">;
}

/**
 * Whether an artifact counts, and if not, why. Only what is surely there under a surely open license counts. Where no
 * license was found, but not everywhere could be looked, it is not called unlicensed.
 */
export function stateOf({ presence, openness, license }: MofComponent): MofState {
  if (presence === "absent" || presence === "undetermined") return presence;
  if (openness === "unknown" && license === null) return "undetermined";
  if (openness !== "open") return openness;
  return license?.open === true ? "open" : "unknown";
}

/** A research paper under an open license stands in for the technical report (Model Openness Tool, README). */
export const paperStandsIn = (components: MofComponents): boolean =>
  stateOf(components["technical-report"]) !== "open" && stateOf(components["research-paper"]) === "open";

/** The artifacts that a class asks for, those of the classes below included; one fewer where the paper stands in. */
export function askedFor(components: MofComponents, mofClass: MofClass): readonly ArtifactId[] {
  const required = requiredUpTo(mofClass).map(({ id }) => id);
  if (!paperStandsIn(components)) return required;
  const withoutReport = required.filter((id) => id !== "technical-report");
  return withoutReport.includes("research-paper") ? withoutReport : [...withoutReport, "research-paper"];
}

/** What keeps the release from a class, in the framework's order. */
export function missingFor(components: MofComponents, mofClass: MofClass): readonly MissingArtifact[] {
  const notOpen = askedFor(components, mofClass).filter((id) => stateOf(components[id]) !== "open");
  const named = notOpen.map((id) => (id === "technical-report" ? reportOrPaper(components) : id));
  return [...new Set(named)].flatMap((id) => {
    const why = stateOf(components[id]);
    return why === "open" ? [] : [{ id, why }];
  });
}

/** Where neither counts and only the paper may be there, the paper is what keeps the release from Class III. */
function reportOrPaper(components: MofComponents): ArtifactId {
  const paperIsNearer =
    components["technical-report"].presence === "absent" && components["research-paper"].presence !== "absent";
  return paperIsNearer ? "research-paper" : "technical-report";
}

/** How many artifacts a class asks for and how many of them count. */
export function countFor(
  components: MofComponents,
  mofClass: MofClass,
): { readonly open: number; readonly of: number } {
  const asked = askedFor(components, mofClass);
  return { open: asked.filter((id) => stateOf(components[id]) === "open").length, of: asked.length };
}
