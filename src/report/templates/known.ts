/** What the audit found out that a template can say already, so that an author writes only what nobody else knows. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { safeUrl } from "../markdown/escape.ts";
import type { ModelReport, Report } from "../schema.ts";

export interface Known {
  /** Plain letters, digits and the signs of file names; never empty. */
  readonly model: string;
  /** Who releases it; undefined where the report does not tell. */
  readonly producer: string | undefined;
  /** SPDX id of the license that was found for the weights. */
  readonly weightsLicense: string | undefined;
  /** Addresses at which training data was found. */
  readonly datasets: readonly string[];
  /** Where results were found: paths and addresses. */
  readonly results: readonly string[];
  /** Where the weights were found. */
  readonly weights: readonly string[];
  /** Address of the paper or report. */
  readonly paper: string | undefined;
  /** Where the repository is hosted; github.com where left out. */
  readonly serverUrl?: string | undefined;
}

const MOST = 5;

/** Reads it off a report. What could be read as markup, or as a line of its own, is left out. */
export function knownOf(report: Report, serverUrl?: string): Known {
  const least = modelSpokenFor(report);
  const { repository } = report.subject;
  return {
    model: plain(least?.name ?? repository?.name) ?? "model",
    producer: plain(repository?.owner),
    weightsLicense: licenseOf(report),
    datasets: addressesOf(report, "datasets"),
    results: [...pathsOf(report, "evaluation-results"), ...addressesOf(report, "evaluation-results")].slice(0, MOST),
    weights: [...addressesOf(report, "model-parameters-final"), ...pathsOf(report, "model-parameters-final")].slice(
      0,
      MOST,
    ),
    paper: addressesOf(report, "research-paper")[0] ?? addressesOf(report, "technical-report")[0],
    serverUrl,
  };
}

/** Of several models, the one that the report speaks for. A report that was kept and read again is no less equal. */
export function modelSpokenFor({ models = [], components }: Report): ModelReport | undefined {
  const wanted = JSON.stringify(components);
  return models.find((model) => JSON.stringify(model.components) === wanted);
}

function plain(name: string | undefined): string | undefined {
  const kept = (name ?? "")
    .slice(0, 200)
    .replace(/[^\p{L}\p{N} ._+-]/gu, "")
    .trim();
  return /[\p{L}\p{N}]/u.test(kept) ? kept.slice(0, 80).trim() : undefined;
}

function licenseOf({ components }: Report): string | undefined {
  const id = components["model-parameters-final"].license?.id;
  return id !== null && id !== undefined && /^[A-Za-z0-9][A-Za-z0-9.+-]{0,60}$/.test(id) ? id : undefined;
}

function addressesOf({ components }: Report, id: ArtifactId): string[] {
  const urls = components[id].evidence.flatMap(({ url }) => (url === undefined ? [] : [safeUrl(url) ?? ""]));
  return [...new Set(urls)].filter((url) => url !== "" && url.length <= 300).slice(0, MOST);
}

function pathsOf({ components }: Report, id: ArtifactId): string[] {
  const paths = components[id].evidence.flatMap(({ path }) => (path === undefined ? [] : [path]));
  return [...new Set(paths)].filter((path) => /^[\w][\w ./+-]{0,200}$/.test(path)).slice(0, MOST);
}
