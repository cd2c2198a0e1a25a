/**
 * SPDX 3.0.1 as JSON-LD: the model as an AI package, its data as data set packages, and how the artifacts belong to it.
 * Conformance with the AI profile is claimed only where all that it makes mandatory is known; with the Dataset profile
 * never, since nothing in a repository proves when and by whom a data set was made.
 */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { visible } from "../markdown/escape.ts";
import { reportAbout } from "../one-model.ts";
import type { Report } from "../schema.ts";
import { type ArtifactRow, artifactRows } from "./artifact-rows.ts";
import { type FormatContext, timestampOf } from "./context.ts";
import { jsonText } from "./json-text.ts";
import {
  artifactElement,
  baseElement,
  CREATION,
  licenseElement,
  licenseKey,
  modelElement,
  type Names,
  type SpdxElement,
} from "./spdx/elements.ts";
import { documentUuid, fullName, producerName } from "./subject.ts";

/** How the model stands to an artifact (SPDX 3.0.1, Core, RelationshipType); the others it contains. */
const RELATIONS: Readonly<Partial<Record<ArtifactId, string>>> = {
  datasets: "trainedOn",
  "evaluation-data": "testedOn",
  "evaluation-results": "hasEvidence",
  "evaluation-code": "hasTest",
  "technical-report": "hasDocumentation",
  "research-paper": "hasDocumentation",
  "model-card": "hasDocumentation",
  "data-card": "hasDocumentation",
  "sample-model-outputs": "hasExample",
  "model-metadata": "hasMetadata",
  "supporting-libraries-and-tools": "dependsOn",
  "model-parameters-intermediate": "descendantOf",
};

/** The document, without a line break at the end. */
export function spdxFace(report: Report, context: FormatContext): string {
  const base = `urn:uuid:${documentUuid(report, "spdx")}`;
  const names: Names = { of: (name) => `${base}#${name}` };
  const rows = artifactRows(report);
  const others = rows.filter(({ id, isPresent }) => isPresent && id !== "model-parameters-final");
  const model = modelElement(report, context, names);
  const models = modelsOf(report).map((own, index) => modelElement(own, context, names, ofSeveral(index)));
  const elements: readonly SpdxElement[] = [
    agent("SoftwareAgent", "openness", `openness ${visible(report.tool.version, 40)}`, names),
    agent("Organization", "supplier", producerName(report), names),
    model,
    ...models,
    ...models.map((_, index) => relation("contains", "model", [ofSeveral(index)], names)),
    ...baseModels(report, names),
    ...others.map((row) => artifactElement(report, context, names, row)),
    ...licenses(report, rows, names),
    ...others.map(({ id }) => relation(RELATIONS[id] ?? "contains", "model", [id], names)),
    ...rows.map((row) => annotation(row, names)),
  ];
  const ids = elements.map(({ spdxId }) => spdxId);
  const sbom = {
    type: "software_Sbom",
    spdxId: names.of("sbom"),
    creationInfo: CREATION,
    software_sbomType: ["analyzed"],
    rootElement: [model.spdxId],
    element: ids,
  };
  const document = {
    type: "SpdxDocument",
    spdxId: names.of("document"),
    creationInfo: CREATION,
    name: `Openness of ${fullName(report)}`,
    profileConformance: [
      "core",
      "software",
      "simpleLicensing",
      ...([model, ...models].every(isAiConformant) ? ["ai"] : []),
    ],
    rootElement: [sbom.spdxId],
    element: [sbom.spdxId, ...ids],
  };
  const creation = {
    type: "CreationInfo",
    "@id": CREATION,
    specVersion: "3.0.1",
    created: timestampOf(context.created),
    createdBy: [names.of("openness")],
  };
  return jsonText({
    "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
    "@graph": [creation, document, sbom, ...elements],
  });
}

/** The report of each of several models; none where there is one. */
const modelsOf = (report: Report): readonly Report[] => {
  const { models = [] } = report;
  return models.length < 2 ? [] : models.map((model) => reportAbout(report, model));
};

const ofSeveral = (index: number): string => `model-${index + 1}`;

/** The models that the audited one was made from, as its card says. */
function baseModels({ modelDescription }: Report, names: Names): readonly SpdxElement[] {
  const bases = (modelDescription?.baseModels ?? []).slice(0, 20);
  return bases.flatMap((name, index) => {
    const id = `base-${index + 1}`;
    return [baseElement(name, id, names), relation("descendantOf", "model", [id], names)];
  });
}

/** What the AI profile makes mandatory (SPDX 3.0.1, AI, AIPackage, external properties restrictions). */
const isAiConformant = (model: SpdxElement): boolean =>
  [
    "software_downloadLocation",
    "software_packageVersion",
    "software_primaryPurpose",
    "releaseTime",
    "suppliedBy",
  ].every((property) => model[property] !== undefined);

const agent = (type: string, id: string, name: string, names: Names): SpdxElement => ({
  type,
  spdxId: names.of(id),
  creationInfo: CREATION,
  name,
});

const relation = (relationshipType: string, from: string, to: readonly string[], names: Names): SpdxElement => ({
  type: "Relationship",
  spdxId: names.of(`${from}-${relationshipType}-${to[0]}`),
  creationInfo: CREATION,
  relationshipType,
  from: names.of(from),
  to: to.map(names.of),
});

/** The licenses that were concluded for each artifact, and those that the license files declare for the whole. */
function licenses(report: Report, rows: readonly ArtifactRow[], names: Names): readonly SpdxElement[] {
  const ofArtifacts = rows.flatMap(({ id, isPresent, component: { license } }) =>
    isPresent && license?.id != null ? [{ from: id === "model-parameters-final" ? "model" : id, id: license.id }] : [],
  );
  const ofModels = modelsOf(report).flatMap(({ components }, index) => {
    const id = components["model-parameters-final"].license?.id;
    return id == null ? [] : [{ from: ofSeveral(index), id }];
  });
  const concluded = [...ofArtifacts, ...ofModels];
  const declared = [...new Set(report.licenseFiles.slice(0, 50).flatMap(({ ids }) => ids.slice(0, 10)))];
  const all = new Map([...concluded.map(({ id }) => id), ...declared].map((id) => [licenseKey(id), id]));
  return [
    ...[...all.values()].map((id) => licenseElement(id, names)),
    ...concluded.map(({ from, id }) => relation("hasConcludedLicense", from, [`license-${licenseKey(id)}`], names)),
    ...declaredKeys(declared).map((key) => relation("hasDeclaredLicense", "model", [`license-${key}`], names)),
  ];
}

const declaredKeys = (ids: readonly string[]): readonly string[] => [...new Set(ids.map(licenseKey))];

/** The verdict on each artifact, absent ones included. */
const annotation = ({ id, state, component, sentence }: ArtifactRow, names: Names): SpdxElement => ({
  type: "Annotation",
  spdxId: names.of(`verdict-${id}`),
  creationInfo: CREATION,
  annotationType: "review",
  subject: names.of("model"),
  contentType: "application/json",
  statement: jsonText({
    "mof:component": id,
    presence: component.presence,
    openness: component.openness,
    verdict: component.verdict,
    state,
    because: sentence,
  }),
});
