/** Components of the CycloneDX document: the model, and the other artifacts that are there. */
import type { ArtifactId } from "../../../evidence/artifacts/artifact.ts";
import { visible } from "../../markdown/escape.ts";
import type { ReportEvidence } from "../../markdown/links.ts";
import type { ComponentReport, Report } from "../../schema.ts";
import { swhidsOf } from "../../swhids.ts";
import { type ArtifactRow, artifactRows } from "../artifact-rows.ts";
import { type FormatContext, timestampOf } from "../context.ts";
import { remoteWords } from "../remote-words.ts";
import {
  fileAddress,
  packageUrl,
  producerName,
  releaseName,
  repositoryUrl,
  revisionOf,
  webAddress,
} from "../subject.ts";
import { licenseChoice } from "./licenses.ts";
import { datasetRefs, descriptionOf, modelCardOf, pedigreeOf } from "./model-card.ts";

export const MODEL_REF = "model";
export const componentRef = (id: ArtifactId): string =>
  id === "model-parameters-final" ? MODEL_REF : `artifact-${id}`;

const MOST_PLACES = 200;

/** The model: its parameters under their license, with what is known of the release. */
export function modelComponent(report: Report, context: FormatContext): object {
  const rows = artifactRows(report);
  const parameters = report.components["model-parameters-final"];
  const purl = packageUrl(report);
  const page = repositoryUrl(report, context);
  const swhids = swhidsOf(report);
  return {
    type: "machine-learning-model",
    "bom-ref": MODEL_REF,
    supplier: { name: producerName(report), ...(page === undefined ? {} : { url: [page] }) },
    ...(report.subject.repository === undefined ? {} : { group: producerName(report) }),
    name: releaseName(report),
    version: revisionOf(report),
    ...descriptionOf(report),
    ...licensesOf(report, context, parameters),
    ...(purl === undefined ? {} : { purl }),
    ...(swhids.length === 0 ? {} : { swhid: swhids }),
    ...pedigreeOf(report),
    externalReferences: referencesOf(report, context, rows),
    evidence: { ...occurrencesOf(parameters), ...declaredOf(report, context) },
    modelCard: modelCardOf(report, datasetRefs(rows, componentRef), "model-card"),
    properties: [
      ...propertiesOf("model-parameters-final", parameters),
      ...(context.released === undefined ? [] : [{ name: "openness:released", value: timestampOf(context.released) }]),
    ],
  };
}

/** Reference of one of several models. */
export const ofSeveralRef = (index: number): string => `${MODEL_REF}-${index + 1}`;

/** Each of several models, with its own license, class and card; nothing where there is one. */
export function severalModels(report: Report, context: FormatContext): readonly object[] {
  const models = report.models ?? [];
  if (models.length < 2) return [];
  return models.map((model, index) => {
    const parameters = model.components["model-parameters-final"];
    return {
      type: "machine-learning-model",
      "bom-ref": ofSeveralRef(index),
      name: visible(model.name, 100) || `model ${index + 1}`,
      version: revisionOf(report),
      ...descriptionOf(model),
      ...licensesOf(report, context, parameters),
      ...pedigreeOf(model),
      ...(parameters.evidence.length === 0 ? {} : { evidence: occurrencesOf(parameters) }),
      modelCard: modelCardOf(model, [], `model-card-${index + 1}`),
      properties: [
        ...propertiesOf("model-parameters-final", parameters),
        { name: "openness:folder", value: visible(model.path, 300) || "." },
      ],
    };
  });
}

/** The artifacts beside the parameters that are in the repository or linked. */
export const otherComponents = (report: Report, context: FormatContext): readonly object[] =>
  artifactRows(report)
    .filter(({ id, isPresent }) => isPresent && id !== "model-parameters-final")
    .map(({ id, kind, component }) => ({
      type: TYPES[id] ?? ({ code: "application", data: "data", document: "file" } as const)[kind.type],
      "bom-ref": componentRef(id),
      name: kind.name,
      ...licensesOf(report, context, component),
      // Data may lie elsewhere, and what is here be a pointer to them: its identifier is not theirs.
      ...(kind.type === "data" ? {} : contentIds(component)),
      ...(kind.type === "data" && TYPES[id] === undefined ? { data: [dataOf(kind.name, component)] } : {}),
      ...(component.evidence.length === 0 ? {} : { evidence: occurrencesOf(component) }),
      properties: propertiesOf(id, component),
    }));

const TYPES: Readonly<Partial<Record<ArtifactId, string>>> = {
  "model-parameters-intermediate": "machine-learning-model",
  "supporting-libraries-and-tools": "library",
};

function dataOf(name: string, { evidence }: ComponentReport): object {
  const url = evidence.map((one) => webAddress(one.url)).find((one) => one !== undefined);
  return { type: "dataset", name, ...(url === undefined ? {} : { contents: { url } }) };
}

function licensesOf(report: Report, context: FormatContext, { license }: ComponentReport): object {
  if (license === null) return {};
  const url = fileAddress(report, context, license.source.path);
  return { licenses: [licenseChoice(license.id, "concluded", url)] };
}

/** What the repository's license files say, beside what the audit concludes for each artifact. */
function declaredOf(report: Report, context: FormatContext): object {
  const choices = report.licenseFiles
    .slice(0, 50)
    .flatMap(({ path, ids }) =>
      ids.slice(0, 10).map((id) => licenseChoice(id, "declared", fileAddress(report, context, path))),
    );
  return choices.length === 0 ? {} : { licenses: choices };
}

const occurrencesOf = ({ evidence }: ComponentReport): object =>
  evidence.length === 0 ? {} : { occurrences: evidence.slice(0, MOST_PLACES).map(occurrenceOf) };

function occurrenceOf(piece: ReportEvidence): object {
  const { path, url, lines, writtenAt, rule } = piece;
  const looked = remoteWords(piece);
  const written = writtenAt === undefined ? "" : `, written in ${visible(writtenAt.path, 300)}`;
  const line = lines ?? writtenAt?.lines;
  return {
    location: visible(path ?? url ?? "", 1000) || "?",
    ...(line === undefined ? {} : { line: line[0] }),
    additionalContext: `${visible(rule, 80)}${written}${looked === undefined ? "" : `; ${looked}`}`,
  };
}

const REFERENCES: Readonly<Partial<Record<ArtifactId, string>>> = {
  "model-card": "model-card",
  "research-paper": "documentation",
  "technical-report": "documentation",
  "model-parameters-final": "distribution",
  "evaluation-results": "quality-metrics",
};

function referencesOf(report: Report, context: FormatContext, rows: readonly ArtifactRow[]): readonly object[] {
  const page = repositoryUrl(report, context);
  const artifacts = rows.flatMap(({ id, component }) => {
    const type = REFERENCES[id];
    if (type === undefined) return [];
    return component.evidence.slice(0, 20).flatMap(({ path, url, lines }) => {
      const at = path === undefined ? webAddress(url) : fileAddress(report, context, path, lines);
      return at === undefined ? [] : [{ type, url: at }];
    });
  });
  return [...(page === undefined ? [] : [{ type: "vcs", url: page }]), ...artifacts];
}

/** Identifiers of the artifact's own files, whatever they are called and wherever they lie. */
function contentIds({ evidence }: ComponentReport): { readonly swhid?: readonly string[] } {
  const ids = [...new Set(evidence.slice(0, MOST_PLACES).flatMap(({ swhid }) => (swhid === undefined ? [] : [swhid])))];
  return ids.length === 0 ? {} : { swhid: ids };
}

const propertiesOf = (id: ArtifactId, { presence, openness, verdict, license }: ComponentReport): readonly object[] => [
  { name: "mof:component", value: id },
  { name: "mof:presence", value: presence },
  { name: "mof:openness", value: openness },
  { name: "mof:verdict", value: verdict },
  ...(license === null
    ? []
    : [...new Set(license.restrictions.slice(0, 50).map(({ category }) => visible(category, 60)))].map((value) => ({
        name: "mof:restriction",
        value,
      }))),
];
