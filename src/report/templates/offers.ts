/** For each artifact that does not count: the page of GitHub on which it can be added. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { componentKind } from "../../frameworks/mof/catalogue.ts";
import type { MofState } from "../../frameworks/mof/state.ts";
import type { Report } from "../schema.ts";
import { citation } from "./citation.ts";
import { dataCard } from "./data-card.ts";
import { checkpoints, datasets, evaluationData } from "./datasets.ts";
import { evaluationResults } from "./evaluation-results.ts";
import { knownOf, modelSpokenFor } from "./known.ts";
import { LICENSE_NOTICES, type LicensedKind } from "./license-notice.ts";
import { modelCard } from "./model-card.ts";
import { mofFile } from "./mof-file.ts";
import { sampleOutputs } from "./sample-outputs.ts";
import { requirements, trainingConfiguration } from "./settings.ts";
import { technicalReport } from "./technical-report.ts";
import type { Template } from "./template.ts";

/** Documents, and files that stand for data. Code is not written into a form: there, files are uploaded. */
const TEMPLATES: Readonly<Partial<Record<ArtifactId, Template>>> = {
  "technical-report": technicalReport,
  "evaluation-results": evaluationResults,
  "model-card": modelCard,
  "data-card": dataCard,
  "sample-model-outputs": sampleOutputs,
  "evaluation-data": evaluationData,
  "supporting-libraries-and-tools": requirements,
  "research-paper": citation,
  datasets,
  "model-parameters-intermediate": checkpoints,
  "model-metadata": trainingConfiguration,
};

const ALL: readonly Template[] = [...Object.values(TEMPLATES), ...Object.values(LICENSE_NOTICES), mofFile];

/** The file that GitHub's license page writes, by the names that take its place. */
const LICENSE_FILE = /^(?:license|licence|copying)(?:\.(?:md|txt|rst))?$/;

export interface NewFile {
  readonly kind: "new";
  readonly path: string;
  readonly text: string;
  readonly template: Template;
}

export type Offer =
  | NewFile
  | { readonly kind: "edit"; readonly path: string }
  | { readonly kind: "license" }
  | { readonly kind: "upload" };

/**
 * Those of a tree's paths that a proposed file would collide with, in any case of letters: the report keeps them, so that
 * a comment is drawn without the tree.
 * @param folder the model's, with no slash at the end; empty for the root
 */
export function occupiedPaths(paths: Iterable<string>, folder: string): string[] {
  const proposed = new Set(ALL.map(({ path }) => within(folder, path).toLowerCase()));
  return [...paths].filter((path) => {
    const lower = path.toLowerCase();
    return proposed.has(lower) || (path.length < 20 && LICENSE_FILE.test(lower));
  });
}

/** What is offered for an artifact in a state; undefined where nothing that is added would help. */
export function offerFor(report: Report, id: ArtifactId, state: MofState, serverUrl?: string): Offer | undefined {
  if (state === "absent") {
    const template = TEMPLATES[id];
    if (template !== undefined) return offerOf(report, template, serverUrl);
    return componentKind(id).type === "code" ? { kind: "upload" } : undefined;
  }
  if (state !== "unlicensed") return undefined;
  const kind: LicensedKind = id.startsWith("model-parameters-") ? "weights" : componentKind(id).type;
  const hasLicense = (report.subject.occupied ?? []).some((path) => LICENSE_FILE.test(path.toLowerCase()));
  if (kind === "code" && !hasLicense) return { kind: "license" };
  return offerOf(report, LICENSE_NOTICES[kind], serverUrl);
}

/** Files that are no artifact and tell others about all of them. */
export const extraOffers = (report: Report, serverUrl?: string): readonly NewFile[] =>
  [mofFile, citation].map((template) => offerOf(report, template, serverUrl)).filter((offer) => offer.kind === "new");

function offerOf(report: Report, template: Template, serverUrl: string | undefined): Offer {
  const path = within(folderOf(report), template.path);
  const there = report.subject.occupied?.find((one) => one.toLowerCase() === path.toLowerCase());
  if (there !== undefined) return { kind: "edit", path: there };
  return { kind: "new", path, text: template.write(knownOf(report, serverUrl), report), template };
}

/** The folder of the model that the report speaks for. */
const folderOf = (report: Report): string => modelSpokenFor(report)?.path ?? "";

const within = (folder: string, path: string): string => (folder === "" ? path : `${folder}/${path}`);
