/** What the Model Openness Tool would compute from the same evidence, and where and why its rules differ. */
import { ARTIFACT_IDS, type ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { isOpen, isTypeAppropriate } from "../../license/catalogue.ts";
import { inEnglish, type Said, say } from "../../messages/said.ts";
import { componentKind, type MofLevel, type Progress } from "./catalogue.ts";
import { evaluateListed } from "./mot.ts";
import { oneLicense } from "./one-license.ts";
import { type MofComponents, stateOf } from "./state.ts";

export interface MotView {
  readonly class: MofLevel;
  readonly label: string;
  readonly progress: Progress;
  /** One sentence for each artifact whose outcome differs. */
  readonly differences: readonly string[];
  /** The same sentences with code and values. */
  readonly differencesSaid: readonly Said[];
}

/** Lists what is in the repository or linked, under the license that was found, as an owner would enter it in the tool. */
export function motView(components: MofComponents): MotView {
  const listed = new Map<ArtifactId, string | undefined>();
  for (const id of ARTIFACT_IDS) {
    const { presence, license } = components[id];
    if (presence !== "in-repo" && presence !== "linked") continue;
    listed.set(id, license === null ? undefined : oneLicense(license.id));
  }
  const { class: reached, label, progress } = evaluateListed(listed);
  const said = differencesOf(components, listed);
  return { class: reached, label, progress, differences: said.map(inEnglish), differencesSaid: said };
}

function differencesOf(
  components: MofComponents,
  listed: ReadonlyMap<ArtifactId, string | undefined>,
): readonly Said[] {
  return ARTIFACT_IDS.flatMap((id) => {
    const component = components[id];
    const { type, required } = componentKind(id);
    const name = say(`component.${id}`);
    const state = stateOf(component);
    if (state === "undetermined") return required ? [say("mot.cannotSay", name)] : [];
    const license = listed.get(id);
    if (license === undefined) return [];
    const openThere = isOpen(license, "mot");
    if (state === "open" && license === "PDDL-1.0") return [say("mot.pddl", name)];
    if (state === "open" && !openThere) return [say("mot.opensHere", name, license)];
    if (state !== "open") {
      return openThere ? [say(state === "unknown" ? "mot.unclearHere" : "mot.opensThere", name, license)] : [];
    }
    const fitsThere = isTypeAppropriate(license, type, "mot");
    const fitsHere = component.license?.typeAppropriate ?? fitsThere;
    if (fitsHere === fitsThere) return [];
    return [say(fitsHere ? "mot.unfittingThere" : "mot.fittingThere", name, license, say(`kind.${type}`))];
  });
}
