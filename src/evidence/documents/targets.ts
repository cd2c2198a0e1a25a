import type { Target } from "./document.ts";
import { addressOf, decoded } from "./targets/address.ts";
import { badgeTarget } from "./targets/badges.ts";
import { downloadTarget } from "./targets/downloads.ts";
import { formTarget } from "./targets/forms.ts";
import { gitHubTarget } from "./targets/github.ts";
import { hubTarget } from "./targets/hubs.ts";
import { hubSchemeTarget, huggingFaceTarget } from "./targets/huggingface.ts";
import { arxivId, doiTarget, namesPaper, paperTarget } from "./targets/papers.ts";
import { relativeTarget } from "./targets/relative.ts";

const EMAIL = /^[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}$/i;
const MAX_URL = 4_000;
/** Hosts that authors write without a scheme. */
const BARE_HOST =
  /^(?:www\.[a-z0-9-]{1,60}\.|huggingface\.co\/|hf\.co\/|github\.com\/|arxiv\.org\/|(?:www\.)?modelscope\.cn\/|doi\.org\/|zenodo\.org\/)/i;

/**
 * Where a link leads, told from its address alone: nothing is fetched, and an address that cannot be read is `web`.
 * @param documentPath path of the document that holds the link, against whose folder relative paths are resolved
 */
export function classifyTarget(url: string, documentPath: string): Target {
  const written = url
    .trim()
    .replace(/^<|>$/g, "")
    .replace(/[\n\r\t]/g, "");
  const web: Target = { kind: "web", url: written.slice(0, MAX_URL) };
  if (written.length > MAX_URL) return web;
  if (written.startsWith("#")) return { kind: "anchor", fragment: decoded(written.slice(1)) };
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i.exec(written)?.[1]?.toLowerCase();
  const absolute = written.startsWith("//")
    ? `https:${written}`
    : BARE_HOST.test(written)
      ? `https://${written}`
      : written;
  if (/^https?:\/\//i.test(absolute)) return webTarget(absolute) ?? web;
  switch (scheme) {
    case undefined:
      if (EMAIL.test(written)) return { kind: "form", url: `mailto:${written}` };
      return written.startsWith("git@") ? sshTarget(written, web) : (relativeTarget(written, documentPath) ?? web);
    case "mailto":
      return { kind: "form", url: written };
    case "magnet":
      return { kind: "download", url: written, file: undefined };
    case "gs":
    case "s3":
    case "ftp":
      return { kind: "download", url: written, file: /[^/]{1,200}\.[A-Za-z0-9]{1,12}$/.exec(written)?.[0] };
    case "hf":
      return hubSchemeTarget(decoded(written.replace(/^hf:\/\//i, ""))) ?? web;
    case "arxiv": {
      const id = arxivId(written.slice("arxiv:".length));
      return id === undefined ? web : { kind: "arxiv", id };
    }
    case "doi":
      return doiTarget(decoded(written.slice("doi:".length))) ?? web;
    case "git":
    case "ssh":
      return webTarget(written.replace(/^(?:git|ssh):\/\/(?:git@)?/i, "https://")) ?? web;
    default:
      return web;
  }
}

function webTarget(url: string): Target | undefined {
  const address = addressOf(url);
  if (address === undefined) return undefined;
  const named =
    badgeTarget(address) ??
    huggingFaceTarget(address) ??
    gitHubTarget(address) ??
    hubTarget(address) ??
    paperTarget(address) ??
    formTarget(address);
  if (named !== undefined) return named;
  if (namesPaper(address.segments)) return { kind: "paper", url };
  return downloadTarget(address);
}

function sshTarget(written: string, web: Target): Target {
  const parts = /^git@([a-z0-9.-]{1,100}):(.{1,500})$/i.exec(written);
  return parts === null ? web : (webTarget(`https://${parts[1]}/${parts[2]}`) ?? web);
}
