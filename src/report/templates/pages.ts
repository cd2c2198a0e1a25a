/**
 * Addresses of GitHub's pages on which a person adds or changes a file (GitHub docs, "Creating new files", "Adding a
 * license to a repository"). Nothing here needs a right of the App's: it is the person who commits, or proposes it from a
 * fork. GitHub answers 414 to addresses above about 8 KB.
 */
import { safeUrl } from "../markdown/escape.ts";
import { GITHUB_LICENSE } from "./license-notice.ts";
import { withoutPaths } from "./mof-file.ts";
import type { Offer } from "./offers.ts";
import type { Template } from "./template.ts";

/** Characters of a whole address. */
export const MAX_PAGE_URL = 6_000;

/** The branch that a pull request comes from, in the repository that holds it: for a fork's, the fork. */
export interface HeadBranch {
  readonly serverUrl?: string | undefined;
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
}

const CLOSING = {
  html: "<!-- The template goes on; it was too long for an address. -->",
  hash: "# The template goes on; it was too long for an address.",
} as const;

/** The page for an offer. @param max characters; a template is cut to fit, on a line, and says so */
export function pageFor(head: HeadBranch, offer: Offer, max = MAX_PAGE_URL): string | undefined {
  const { owner, repo, branch } = head;
  const server = (safeUrl(head.serverUrl ?? "https://github.com") ?? "https://github.com").replace(/\/$/, "");
  const root = `${server}/${encode(owner)}/${encode(repo)}`;
  const at = encodePath(branch);
  if (at === undefined) return undefined;
  switch (offer.kind) {
    case "edit": {
      const path = encodePath(offer.path);
      return path === undefined ? undefined : fitting(`${root}/edit/${at}/${path}`, max);
    }
    case "upload":
      return fitting(`${root}/upload/${at}`, max);
    case "license":
      return fitting(`${root}/community/license/new?branch=${encode(branch)}&template=${GITHUB_LICENSE}`, max);
    case "new": {
      const start = `${root}/new/${at}?filename=${encode(offer.path)}`;
      const value = fileValue(offer.text, offer.template, max - start.length - "&value=".length);
      return value === undefined ? fitting(start, max) : `${start}&value=${value}`;
    }
  }
}

const fitting = (url: string, max: number): string | undefined => (url.length <= max ? url : undefined);

/** The text, encoded; cut where it is too long, and undefined where not even its first line fits. */
function fileValue(text: string, template: Template, max: number): string | undefined {
  const whole = encode(text);
  if (whole.length <= max) return whole;
  // A file that is complete and valid stays so as long as it can.
  const shorter = encode(withoutPaths(text));
  if (shorter.length <= max) return shorter;
  const closing = encode(`${CLOSING[template.comment]}\n`);
  let kept = "";
  for (const line of text.split("\n")) {
    const next = `${kept}${encode(`${line}\n`)}`;
    if (next.length + closing.length > max) break;
    kept = next;
  }
  return kept === "" ? undefined : `${kept}${closing}`;
}

/** A path or the name of a branch, part by part; undefined for what a browser would resolve to another place. */
function encodePath(path: string): string | undefined {
  const parts = path.split("/");
  return parts.some((part) => part === "" || part === "." || part === "..") ? undefined : parts.map(encode).join("/");
}

/** Nothing is left that Markdown could read as more than an address. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
