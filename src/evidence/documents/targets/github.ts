import type { Target } from "../document.ts";
import { type Address, isHost } from "./address.ts";

/** First path segments of github.com that are pages of the site, not owners. */
const SITE_PAGES = new Set(
  "about apps codespaces collections contact customer-stories enterprise events explore features issues join login marketplace new nonprofit notifications orgs organizations pricing pulls readme search security settings signup site sponsors stars team topics trending user-attachments users".split(
    " ",
  ),
);
const NAME = /^[\w.-]{1,100}$/;

/** What an address of GitHub names; undefined for other hosts. */
export function gitHubTarget(address: Address): Target | undefined {
  const { host, segments, url } = address;
  const web: Target = { kind: "web", url };
  if (host === "raw.githubusercontent.com" || host === "media.githubusercontent.com") {
    const parts = host.startsWith("media") && segments[0] === "media" ? segments.slice(1) : segments;
    const [owner, repo, ...rest] = parts;
    const place = rest[0] === "refs" && rest[1] === "heads" ? rest.slice(2) : rest;
    if (!named(owner) || !named(repo) || place.length < 2) return web;
    return { kind: "github", owner, repo, page: "file", ref: place[0], path: place.slice(1).join("/") };
  }
  if (host !== "github.com" && host !== "codeload.github.com")
    return isHost(host, "github.com", "githubusercontent.com") ? web : undefined;
  const [owner, second, page, ref, ...path] = segments;
  // `pip install git+https://github.com/o/r.git@ref` names the repository too.
  const repo = second?.replace(/@.{0,200}$/, "").replace(/\.git$/, "");
  if (!named(owner) || !named(repo) || SITE_PAGES.has(owner.toLowerCase())) return web;
  const base = { kind: "github", owner, repo } as const;
  switch (page) {
    case undefined:
      return { ...base, page: "repository" };
    case "blob":
    case "raw":
    case "blame":
      return ref === undefined ? { ...base, page: "other" } : { ...base, page: "file", ...place(ref, path) };
    case "tree":
      return ref === undefined ? { ...base, page: "other" } : { ...base, page: "folder", ...place(ref, path) };
    case "releases":
      return { ...base, page: "release", ...(path[0] === undefined ? {} : place(path[0], path.slice(1))) };
    case "issues":
    case "pull":
    case "pulls":
    case "discussions":
      return { ...base, page: "issue" };
    default:
      return { ...base, page: "other" };
  }
}

function place(ref: string, path: readonly string[]): { ref: string; path?: string } {
  return path.length === 0 ? { ref } : { ref, path: path.join("/") };
}

function named(name: string | undefined): name is string {
  return name !== undefined && NAME.test(name) && !/^\.+$/.test(name);
}
