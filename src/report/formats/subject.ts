/** What a report is about, by the names and identifiers that other tools use. */
import { createHash } from "node:crypto";
import { safeUrl, visible } from "../markdown/escape.ts";
import { fileUrl, type LineRange, type Place } from "../markdown/links.ts";
import { onlyModel } from "../one-model.ts";
import type { Report } from "../schema.ts";
import type { FormatContext } from "./context.ts";

const HEX_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NAME = /^[A-Za-z0-9._-]{1,100}$/;

/** A git object id, or undefined where a report holds something else in its place. */
export const gitId = (text: string | null | undefined): string | undefined =>
  text !== null && text !== undefined && HEX_ID.test(text) ? text : undefined;

/** The name of the audited release: the model's where it is one of several, else the repository's, or `model` for a folder. Never empty. */
export const releaseName = (report: Report): string =>
  visible(onlyModel(report)?.name ?? report.subject.repository?.name ?? "", 100) || "model";

/** The name of the repository, whatever models it holds; `model` for a folder. Never empty. */
export const repositoryName = ({ subject }: Report): string => visible(subject.repository?.name ?? "", 100) || "model";

/** Who publishes it, as far as the report tells. Never empty. */
export const producerName = ({ subject }: Report): string => visible(subject.repository?.owner ?? "", 100) || "unknown";

/** `owner/name`, or the name alone. */
export function fullName(report: Report): string {
  return report.subject.repository === undefined
    ? releaseName(report)
    : `${producerName(report)}/${releaseName(report)}`;
}

/** The commit, or the tree where nothing was committed. */
export const revisionOf = ({ subject }: Report): string => visible(subject.commit ?? subject.tree, 100) || "unknown";

function placeOf({ subject }: Report, { serverUrl }: FormatContext): Place | undefined {
  const { repository } = subject;
  const head = gitId(subject.commit);
  if (repository === undefined || head === undefined) return undefined;
  if (!NAME.test(repository.owner) || !NAME.test(repository.name)) return undefined;
  return { owner: repository.owner, repo: repository.name, head, serverUrl };
}

/** The repository's page; undefined for a folder. */
export function repositoryUrl(report: Report, context: FormatContext): string | undefined {
  const place = placeOf(report, context);
  if (place === undefined) return undefined;
  return fileUrl(place, "x")?.split("/blob/")[0];
}

/** A file at the audited commit; undefined where the commit is on no host. */
export function fileAddress(
  report: Report,
  context: FormatContext,
  path: string,
  lines?: LineRange,
): string | undefined {
  const place = placeOf(report, context);
  return place === undefined ? undefined : fileUrl(place, path.toWellFormed().slice(0, 1000), lines);
}

/** An http or https address that may be given on, or undefined. */
export const webAddress = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : safeUrl(url);

/** A path as a relative reference of RFC 3986, each part encoded; undefined for what is no path of a git tree. */
export function relativeUri(path: string): string | undefined {
  if (path.length > 2000) return undefined;
  const parts = path.toWellFormed().split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..")) return undefined;
  return parts
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))
    .join("/");
}

/** The package URL of the commit (package-url specification, type github: names in lower case). */
export function packageUrl(report: Report): string | undefined {
  const { repository, commit } = report.subject;
  const head = gitId(commit);
  if (repository === undefined || head === undefined) return undefined;
  if (!NAME.test(repository.owner) || !NAME.test(repository.name)) return undefined;
  return `pkg:github/${repository.owner.toLowerCase()}/${repository.name.toLowerCase()}@${head}`;
}

/** The namespace for addresses (RFC 9562, section 6.6). */
const URL_NAMESPACE = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/** A version 5 UUID (RFC 9562, section 5.5): the same for the same name, always. */
export function uuidOf(name: string): string {
  const bytes = createHash("sha1").update(URL_NAMESPACE).update(name.toWellFormed()).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The identifier of one kind of document about one commit, under one set of rules. */
export function documentUuid(report: Report, kind: string): string {
  const { subject, tool } = report;
  const at = [fullName(report), subject.commit ?? "", subject.tree].join("@");
  return uuidOf(`openness:${kind}:${tool.version}:${tool.rules}:${at}`);
}

/** SHA-256 of a text in hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text.toWellFormed()).digest("hex");
