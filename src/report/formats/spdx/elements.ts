/** Elements of the SPDX 3 graph: each artifact that is there as a package, data set or file, with its license. */
import type { ArtifactId } from "../../../evidence/artifacts/artifact.ts";
import { spdxId } from "../../../license/names/spdx.ts";
import { en } from "../../../messages/en.ts";
import { frameworkRows } from "../../framework-rows.ts";
import { visible } from "../../markdown/escape.ts";
import type { ComponentReport, Report } from "../../schema.ts";
import { swhidsOf } from "../../swhids.ts";
import type { ArtifactRow } from "../artifact-rows.ts";
import { type FormatContext, timestampOf } from "../context.ts";
import { isExpression } from "../cyclonedx/licenses.ts";
import { hubPurl } from "../cyclonedx/model-card.ts";
import { fileAddress, gitId, packageUrl, releaseName, repositoryUrl, revisionOf, webAddress } from "../subject.ts";
import { availabilityOf, modelFacts } from "./model-facts.ts";

export type SpdxElement = Readonly<Record<string, unknown>> & { readonly type: string; readonly spdxId: string };

/** Identifiers of one document's elements. */
export interface Names {
  readonly of: (name: string) => string;
}

/** The blank node that every element's `creationInfo` points to. */
export const CREATION = "_:creation";

/** Purposes by artifact (SPDX 3.0.1, Software, SoftwarePurpose). */
const PURPOSES: Readonly<Record<ArtifactId, string>> = {
  "model-architecture": "source",
  "model-parameters-final": "model",
  "technical-report": "documentation",
  "evaluation-results": "evidence",
  "model-card": "documentation",
  "data-card": "documentation",
  "sample-model-outputs": "data",
  "training-code": "source",
  "inference-code": "source",
  "evaluation-code": "test",
  "evaluation-data": "data",
  "supporting-libraries-and-tools": "library",
  "research-paper": "documentation",
  datasets: "data",
  "data-preprocessing-code": "source",
  "model-parameters-intermediate": "model",
  "model-metadata": "configuration",
};

const DATASETS: ReadonlySet<ArtifactId> = new Set<ArtifactId>(["datasets", "evaluation-data"]);

/** The model as an AI package under a name. The profile's release time is left out where nobody said it. */
export function modelElement(report: Report, context: FormatContext, names: Names, as = "model"): SpdxElement {
  const component = report.components["model-parameters-final"];
  const download = addressesOf(report, context, component)[0] ?? repositoryUrl(report, context);
  const purl = packageUrl(report);
  return {
    type: "ai_AIPackage",
    spdxId: names.of(as),
    creationInfo: CREATION,
    name: releaseName(report),
    suppliedBy: names.of("supplier"),
    ...(context.released === undefined ? {} : { releaseTime: timestampOf(context.released) }),
    software_packageVersion: revisionOf(report),
    software_primaryPurpose: "model",
    ...(download === undefined ? {} : { software_downloadLocation: download }),
    ...(purl === undefined ? {} : { software_packageUrl: purl }),
    ...contentIdentifiers(report),
    ...(repositoryUrl(report, context) === undefined ? {} : { software_homePage: repositoryUrl(report, context) }),
    ...modelFacts(report.modelDescription),
    ...compliance(report),
  };
}

/** The class, and the definitions whose verdict is that all of it is met. */
function compliance(report: Report): { readonly ai_standardCompliance?: readonly string[] } {
  const { mof } = report;
  const met = frameworkRows(report, en)
    .filter(({ id, verdict }) => verdict === "pass" && STANDARDS.has(id))
    .map(({ title }) => visible(title, 200));
  const all = [...(mof.class === 0 ? [] : [`Model Openness Framework 1.0, ${mof.label}`]), ...met];
  return all.length === 0 ? {} : { ai_standardCompliance: all };
}

/** Published definitions that something is or is not; the other frameworks are measures. */
const STANDARDS: ReadonlySet<string> = new Set(["osaid"]);

/** The Software Heritage identifiers of the commit and its tree (SPDX 3.0.1, Software, ContentIdentifier). */
function contentIdentifiers(report: Report): object {
  const ids = swhidsOf(report).map(swhidElement);
  return ids.length === 0 ? {} : { software_contentIdentifier: ids };
}

const swhidElement = (id: string): object => ({
  type: "software_ContentIdentifier",
  software_contentIdentifierType: "swhid",
  software_contentIdentifierValue: id,
});

/** A model that this one was made from, as its card says: named, and found on Hugging Face where the name is an id there. */
export function baseElement(name: string, id: string, names: Names): SpdxElement {
  const purl = hubPurl(name);
  return {
    type: "software_Package",
    spdxId: names.of(id),
    creationInfo: CREATION,
    name: visible(name, 200) || "unnamed",
    software_primaryPurpose: "model",
    ...(purl === undefined ? {} : { software_packageUrl: purl }),
  };
}

/** An artifact beside the model: a data set, a file of the repository, or what a link leads to. */
export function artifactElement(
  report: Report,
  context: FormatContext,
  names: Names,
  { id, kind, component }: ArtifactRow,
): SpdxElement {
  const [first] = component.evidence;
  const addresses = addressesOf(report, context, component);
  const common = {
    spdxId: names.of(id),
    creationInfo: CREATION,
    name: visible(first?.path ?? "", 500) || kind.name,
    summary: kind.name,
    software_primaryPurpose: PURPOSES[id],
    ...externalRefs(addresses.slice(1, 50)),
  };
  const download = addresses[0] === undefined ? {} : { software_downloadLocation: addresses[0] };
  if (DATASETS.has(id))
    return {
      type: "dataset_DatasetPackage",
      ...common,
      ...download,
      ...availabilityOf(component),
      dataset_datasetType: ["noAssertion"],
    };
  const sha = gitId(first?.sha);
  if (first?.path === undefined) return { type: "software_Package", ...common, ...download };
  return {
    type: "software_File",
    ...common,
    ...(sha === undefined
      ? {}
      : {
          software_contentIdentifier: [
            {
              type: "software_ContentIdentifier",
              software_contentIdentifierType: "gitoid",
              software_contentIdentifierValue: `gitoid:blob:${sha.length === 64 ? "sha256" : "sha1"}:${sha}`,
            },
            ...(first.swhid === undefined ? [] : [swhidElement(first.swhid)]),
          ],
        }),
  };
}

/** Where the evidence is on the network: links as they are, files at the commit. */
const addressesOf = (report: Report, context: FormatContext, { evidence }: ComponentReport): readonly string[] => [
  ...new Set(
    evidence.slice(0, 100).flatMap(({ path, url }) => {
      const at = path === undefined ? webAddress(url) : fileAddress(report, context, path);
      return at === undefined ? [] : [at];
    }),
  ),
];

const externalRefs = (addresses: readonly string[]): object =>
  addresses.length === 0
    ? {}
    : { externalRef: [{ type: "ExternalRef", externalRefType: "altDownloadLocation", locator: addresses }] };

/** A license as an expression; a name that SPDX has no place for becomes a LicenseRef, and is kept beside it. */
export function licenseElement(id: string, names: Names): SpdxElement {
  const { expression, isOwn } = licenseExpression(id);
  return {
    type: "simplelicensing_LicenseExpression",
    spdxId: names.of(`license-${licenseKey(id)}`),
    creationInfo: CREATION,
    simplelicensing_licenseExpression: expression,
    ...(isOwn ? { comment: `The audit names it ${visible(id, 300)}.` } : {}),
  };
}

export function licenseExpression(id: string): { readonly expression: string; readonly isOwn: boolean } {
  if (spdxId(id) === id || isExpression(id)) return { expression: id, isOwn: false };
  return { expression: `LicenseRef-${licenseKey(id)}`, isOwn: true };
}

/** Letters, digits, dots and hyphens, as a LicenseRef takes them; told apart where others were dropped. */
export function licenseKey(id: string): string {
  const plain = id.replace(/^LicenseRef-/, "").slice(0, 100);
  const kept = plain.replace(/[^A-Za-z0-9.-]/g, "-");
  const code = [...id].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) % 0xffffffff, 7).toString(36);
  return kept === plain && id.length <= 100 && kept !== "" ? kept : `${kept}-${code}`;
}
