import type { Target } from "../document.ts";
import { type Address, isHost } from "./address.ts";

const BADGE_HOSTS = [
  "shields.io",
  "badgen.net",
  "badge.fury.io",
  "badges.gitter.im",
  "codecov.io",
  "coveralls.io",
  "travis-ci.org",
  "travis-ci.com",
  "circleci.com",
  "pepy.tech",
  "visitor-badge.laobi.icu",
  "visitor-badge.glitch.me",
  "hits.seeyoufarm.com",
  "hits.sh",
  "komarev.com",
  "custom-icon-badges.demolab.com",
  "deepwiki.com",
  "api.star-history.com",
  "star-history.com",
  "img.shields.io",
  "trendshift.io",
  "snyk.io",
  "bestpractices.coreinfrastructure.org",
  "api.securityscorecards.dev",
];

/** Images that tell a state in a few words; what they say is kept as far as the address tells. */
export function badgeTarget(address: Address): Target | undefined {
  const { host, segments, query, url } = address;
  const last = segments.at(-1) ?? "";
  const named = /badge/i.test(last) && /\.(?:svg|png)$/i.test(last);
  if (host === "zenodo.org" && segments[0] === "badge") {
    const doi = segments
      .slice(2)
      .join("/")
      .replace(/\.svg$/, "");
    return doi.startsWith("10.") ? { kind: "badge", url, label: "DOI", message: doi } : { kind: "badge", url };
  }
  if (
    host === "huggingface.co" &&
    segments[0] === "datasets" &&
    segments[1] === "huggingface" &&
    segments[2] === "badges"
  ) {
    return { kind: "badge", url };
  }
  if (host === "github.com") return segments.includes("badge.svg") || named ? { kind: "badge", url } : undefined;
  if (!isHost(host, ...BADGE_HOSTS) || (host === "codecov.io" && !/\.svg$/.test(last)))
    return named ? { kind: "badge", url } : undefined;
  return { kind: "badge", url, ...words(segments, query) };
}

function words(segments: readonly string[], query: URLSearchParams): { label?: string; message?: string } {
  const [first, second, third] = segments;
  const label = query.get("label")?.slice(0, 100);
  if (first === "static" || (first === "badge" && second === undefined)) {
    const message = query.get("message")?.slice(0, 100);
    return { ...(label ? { label } : {}), ...(message ? { message } : {}) };
  }
  if (first === "badge" && third !== undefined) return { label: unescaped(second ?? ""), message: unescaped(third) };
  if (first === "badge" && second !== undefined && second !== "dynamic" && second !== "endpoint") {
    // Shields writes label-message-colour, with `--` for a dash and `_` for a space.
    const parts = second
      .replace(/\.(?:svg|png)$/, "")
      .split(/(?<!-)-(?!-)/)
      .map(unescaped);
    const message = parts.length >= 3 ? parts[1] : parts.length === 2 ? parts[0] : undefined;
    const own = parts.length >= 3 ? parts[0] : undefined;
    const shown = label || own;
    return { ...(shown ? { label: shown } : {}), ...(message ? { message } : {}) };
  }
  if (segments.includes("license")) return { label: label || "license" };
  return label ? { label } : {};
}

function unescaped(text: string): string {
  const words = text.split("__").map((part) => part.replaceAll("_", " "));
  return words.join("_").replaceAll("--", "-").trim().slice(0, 100);
}
