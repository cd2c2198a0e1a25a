/** The artifacts as all formats see them: present ones under the license that was found, absent ones with the reason. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { COMPONENTS, type MofComponentKind } from "../../frameworks/mof/catalogue.ts";
import { type MofState, paperStandsIn, stateOf } from "../../frameworks/mof/state.ts";
import { en } from "../../messages/en.ts";
import { visible } from "../markdown/escape.ts";
import type { ComponentReport, Report } from "../schema.ts";

export interface ArtifactRow {
  readonly id: ArtifactId;
  readonly kind: MofComponentKind;
  readonly component: ComponentReport;
  readonly state: MofState;
  readonly isPresent: boolean;
  /** Not open itself, and not missed: the paper stands in for the report, or the artifact is optional. */
  readonly excused: "covered" | "optional" | undefined;
  /** The state in English. */
  readonly word: string;
  /** State, reason, note and license in one line of plain English. */
  readonly sentence: string;
}

/** The 17 artifacts of a report, Class III first. */
export function artifactRows(report: Report): readonly ArtifactRow[] {
  return COMPONENTS.map((kind) => {
    const component = report.components[kind.id];
    const state = stateOf(component);
    const excused = excuseOf(report, kind, state);
    const word = en.state[excused ?? state];
    return {
      id: kind.id,
      kind,
      component,
      state,
      isPresent: component.presence === "in-repo" || component.presence === "linked",
      excused,
      word,
      sentence: sentenceOf(kind.name, word, component),
    };
  });
}

function excuseOf(report: Report, kind: MofComponentKind, state: MofState): ArtifactRow["excused"] {
  if (state === "open") return undefined;
  if (kind.id === "technical-report" && paperStandsIn(report.components)) return "covered";
  return state === "absent" && !kind.required ? "optional" : undefined;
}

function sentenceOf(name: string, word: string, { because, note, license }: ComponentReport): string {
  const parts = [`${name}: ${word}.`, visible(because, 300)];
  if (note !== undefined && note !== because) parts.push(visible(note, 300));
  if (license !== null) parts.push(licenseSentence(license));
  return parts.filter((part) => part !== "").join(" ");
}

function licenseSentence({ id, source, restrictions }: NonNullable<ComponentReport["license"]>): string {
  const name = id === null ? "A license without a known name" : `License ${visible(id, 100)}`;
  const limits = [...new Set(restrictions.slice(0, 20).map(({ category }) => visible(category, 40)))];
  const takes = limits.length === 0 ? "" : `, which restricts: ${limits.join(", ")}`;
  return `${name}, stated in ${visible(source.path, 200)}${takes}.`;
}
