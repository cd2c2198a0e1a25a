/** Links from evidence to the place it speaks of: a file at the audited commit, or an address with where it is written. */
import type { Report } from "../schema.ts";
import { code, link, safeUrl, visible } from "./escape.ts";

/** The repository and commit that links point into; without it (a plain folder) paths are shown as they are. */
export interface Place {
  readonly owner: string;
  readonly repo: string;
  readonly head: string;
  readonly serverUrl?: string;
}

export type LineRange = readonly [first: number, last: number];
export type ReportEvidence = Report["components"][keyof Report["components"]]["evidence"][number];

const DEFAULT_SERVER = "https://github.com";
/** GitHub renders these, and then line anchors work only in the plain view. */
const RENDERED = /\.(?:md|markdown|mdx|rst|adoc|org|ipynb|csv|tsv|svg)$/i;

/** The address of a file at the commit, each part of the path encoded. */
export function fileUrl(place: Place, path: string, lines?: LineRange): string | undefined {
  const parts = path.split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..")) return undefined;
  const encoded = [place.owner, place.repo, "blob", place.head, ...parts].map(encodePart).join("/");
  const anchor = lines === undefined ? "" : `${RENDERED.test(path) ? "?plain=1" : ""}#${anchorOf(lines)}`;
  return `${serverOf(place)}/${encoded}${anchor}`;
}

/** A page of a pull request of the audited repository. */
export const pullRequestUrl = (place: Place, pullRequest: number, page: "checks"): string =>
  [serverOf(place), encodePart(place.owner), encodePart(place.repo), "pull", pullRequest, page].join("/");

/** The page of all checks of the commit, whatever branch or pull request it is on. */
export const checksUrl = (place: Place): string =>
  [serverOf(place), encodePart(place.owner), encodePart(place.repo), "commit", encodePart(place.head), "checks"].join(
    "/",
  );

const serverOf = (place: Place): string =>
  (safeUrl(place.serverUrl ?? DEFAULT_SERVER) ?? DEFAULT_SERVER).replace(/\/$/, "");

const encodePart = (part: string): string =>
  encodeURIComponent(part.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const anchorOf = ([first, last]: LineRange): string => (first === last ? `L${first}` : `L${first}-L${last}`);

export const linesLabel = (lines: LineRange | undefined): string =>
  lines === undefined ? "" : lines[0] === lines[1] ? `:${lines[0]}` : `:${lines[0]}-${lines[1]}`;

/** A file with its lines, linked at the commit. */
export function fileLink(place: Place | undefined, path: string, lines?: LineRange, max = 80): string {
  const label = `${shorten(path, max)}${linesLabel(lines)}`;
  const url = place === undefined ? undefined : fileUrl(place, path, lines);
  return url === undefined ? code(label, max + 30) : link(label, url);
}

/** An address with a label that tells the host. */
export function addressLink(url: string, max = 60): string {
  const plain = visible(url, 2000).replace(/^https?:\/\/(?:www\.)?/i, "");
  return link(shorten(plain.replace(/\/$/, ""), max), url);
}

/** Where one piece of evidence is. */
export function evidenceLink(place: Place | undefined, evidence: ReportEvidence, max?: number): string {
  if (evidence.path !== undefined) return fileLink(place, evidence.path, evidence.lines, max);
  return evidence.url === undefined ? "" : addressLink(evidence.url, max);
}

/** Keeps the beginning and the end of a long path or address, where the names are. */
function shorten(words: string, max: number): string {
  const characters = Array.from(words);
  if (characters.length <= max) return words;
  const tail = Math.floor((max - 1) * 0.6);
  return `${characters.slice(0, max - 1 - tail).join("")}…${characters.slice(-tail).join("")}`;
}
