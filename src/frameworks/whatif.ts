/**
 * What a release would amount to under another license: the evidence stays, the license of what its owner can license
 * changes. Pure; what is hosted elsewhere by others keeps the terms that it has there.
 */
import { ARTIFACT_IDS, type ArtifactId } from "../evidence/artifacts/artifact.ts";
import { isTypeAppropriate, licenseFacts } from "../license/catalogue.ts";
import type { RestrictionCategory } from "../license/license.ts";
import type { JudgedComponent } from "./framework.ts";
import { componentKind } from "./mof/catalogue.ts";
import { evaluateMof, type MofOutcome } from "./mof/evaluate.ts";
import { type MofState, stateOf } from "./mof/state.ts";

/**
 * `relicensed`: it lies in the repository. `relicensed-if-said`: weights that are hosted elsewhere, which a license file
 * reaches only where the documents say so beside the link. `theirs`: data, code and papers elsewhere keep their terms.
 */
export type Reach = "relicensed" | "relicensed-if-said" | "theirs" | "not-there";

export interface ArtifactWhatIf {
  readonly id: ArtifactId;
  readonly reach: Reach;
  readonly before: { readonly state: MofState; readonly license: string | null };
  readonly after: { readonly state: MofState; readonly license: string | null };
  /** What the artifact's counting would gain or lose. */
  readonly change: "gains" | "loses" | "none";
}

export interface WhatIf {
  readonly license: {
    readonly id: string;
    /** Null where no list decides: then nothing is called open on its ground. */
    readonly open: boolean | null;
    readonly limits: readonly RestrictionCategory[];
  };
  readonly before: WhatIfSide;
  readonly after: WhatIfSide;
  readonly artifacts: readonly ArtifactWhatIf[];
}

export interface WhatIfSide extends Pick<MofOutcome, "class" | "label" | "progress" | "missingForNext" | "nextClass"> {
  /** As the Model Openness Tool computes it, whose lists of open licenses are others. */
  readonly tool: Pick<MofOutcome, "class" | "label" | "progress">;
}

type Components = Readonly<Record<ArtifactId, JudgedComponent>>;

const WEIGHTS: ReadonlySet<ArtifactId> = new Set(["model-parameters-final", "model-parameters-intermediate"]);

/**
 * Computes both outcomes.
 * @param licenseId an SPDX identifier or LicenseRef, as `normalizeLicenseName` gives it
 */
export function whatIf(components: Components, licenseId: string): WhatIf {
  const { open, limits } = licenseFacts(licenseId);
  const changed = Object.fromEntries(
    ARTIFACT_IDS.map((id) => [
      id,
      changes(reachOf(id, components[id])) ? under(id, components[id], licenseId) : components[id],
    ]),
  ) as Record<ArtifactId, JudgedComponent>;
  const artifacts = ARTIFACT_IDS.map((id): ArtifactWhatIf => {
    const [before, after] = [sideOf(components[id]), sideOf(changed[id])];
    const change =
      before.state === after.state
        ? "none"
        : after.state === "open"
          ? "gains"
          : before.state === "open"
            ? "loses"
            : "none";
    return { id, reach: reachOf(id, components[id]), before, after, change };
  });
  return {
    license: { id: licenseId, open, limits },
    before: outcomeOf(evaluateMof(components)),
    after: outcomeOf(evaluateMof(changed)),
    artifacts,
  };
}

const changes = (reach: Reach): boolean => reach === "relicensed" || reach === "relicensed-if-said";

function reachOf(id: ArtifactId, { presence }: JudgedComponent): Reach {
  if (presence === "in-repo") return "relicensed";
  if (presence !== "linked") return "not-there";
  return WEIGHTS.has(id) ? "relicensed-if-said" : "theirs";
}

function under(id: ArtifactId, component: JudgedComponent, licenseId: string): JudgedComponent {
  const { open, limits } = licenseFacts(licenseId);
  return {
    ...component,
    openness: open === true ? "open" : open === false ? "restricted" : "unknown",
    license: {
      id: licenseId,
      open,
      typeAppropriate: isTypeAppropriate(licenseId, componentKind(id).type, "mof"),
      restrictions: limits.map((category) => ({ category, quote: licenseId })),
      source: component.license?.source ?? { path: "LICENSE" },
      scope: "distribution",
    },
  };
}

const sideOf = (component: JudgedComponent): ArtifactWhatIf["before"] => ({
  state: stateOf(component),
  license: component.presence === "absent" ? null : (component.license?.id ?? null),
});

const outcomeOf = ({ class: reached, label, progress, missingForNext, nextClass, mot }: MofOutcome): WhatIfSide => ({
  class: reached,
  label,
  progress,
  missingForNext,
  nextClass,
  tool: { class: mot.class, label: mot.label, progress: mot.progress },
});
