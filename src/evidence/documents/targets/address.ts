/** A web address taken apart: only parsed, never fetched. */
export interface Address {
  readonly url: string;
  /** Lower case, without `www.`. */
  readonly host: string;
  /** Decoded path segments, empty ones left out. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** Percent-decoded, or as it is where the encoding is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The parts of an http(s) URL; undefined when it is none. */
export function addressOf(url: string): Address | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return {
    url,
    host: parsed.hostname.toLowerCase().replace(/^www\d?\./, ""),
    segments: parsed.pathname
      .split("/")
      .filter((part) => part !== "")
      .map(decoded),
    query: parsed.searchParams,
  };
}

/** Whether a host is a domain or one of its sub-domains. */
export function isHost(host: string, ...domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
