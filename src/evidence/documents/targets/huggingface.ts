import type { Target } from "../document.ts";
import type { Address } from "./address.ts";
import { arxivId } from "./papers.ts";

/** The Hub and its mirror; sub-domains (CDN, forum, inference) hold no repositories. */
const HOSTS = new Set(["huggingface.co", "hf.co", "hf-mirror.com"]);

/** First path segments of huggingface.co that are pages of the site, not owners. */
const SITE_PAGES = new Set(
  "api blog brand buckets chat changelog collections company contact contribute course datasets discord docs enterprise events front hardware huggingface-projects inference inference-api inference-endpoints inference-playground jobs join journal kernels languages learn login logout metrics models new new-dataset new-model new-space organizations papers playground posts pricing privacy pro search security-advisories settings share signup spaces storage support tasks terms-of-service transformers".split(
    " ",
  ),
);
/** Tabs of an owner's page. */
const OWNER_TABS = new Set("models datasets spaces collections activity papers followers following".split(" "));
/** Models older than owners on the Hub: one segment, redirected to an owner today. */
const UNOWNED =
  /^(?:gpt2|openai-gpt|bert|distilbert|roberta|distilroberta|xlm|xlnet|albert|t5|facebook-bart|camembert|ctrl|transfo-xl|distilgpt2|bart|xlm-roberta)(?:-(?:base|small|medium|large|xl|xxl|xlarge|xxlarge|tiny|\d{1,2}b|3b|11b|v\d|cased|uncased|multilingual|chinese|german|japanese|mlm|clm|[a-z]{2,12}|\d{2,4})){0,8}$/;

/** An owner's or repository's name on Hugging Face (Hub client, repository id rules). */
export function isHubName(name: string | undefined): name is string {
  return name !== undefined && /^[A-Za-z0-9_][\w.-]{0,95}$/.test(name) && !/[-.]$|--|\.\./.test(name);
}

/** What a Hugging Face address names; mirrors count as the original. Undefined for other hosts. */
export function huggingFaceTarget(address: Address): Target | undefined {
  if (!HOSTS.has(address.host)) return undefined;
  const web: Target = { kind: "web", url: address.url };
  const [first, second, third] = address.segments;
  if (first === undefined) return web;
  switch (first) {
    case "datasets":
      return datasetTarget(address.segments.slice(1)) ?? web;
    case "spaces":
      return isHubName(second) && isHubName(third) ? { kind: "hf-space", id: `${second}/${third}` } : web;
    case "collections":
      return isHubName(second) && third !== undefined && /^[\w.-]{1,150}$/.test(third)
        ? { kind: "hf-collection", id: `${second}/${third}` }
        : web;
    case "papers": {
      const id = arxivId(second ?? "");
      return id === undefined ? web : { kind: "arxiv", id };
    }
    case "buckets":
      return isHubName(second) && isHubName(third) ? { kind: "download", url: address.url, file: undefined } : web;
    default:
      return SITE_PAGES.has(first.toLowerCase()) ? web : (modelTarget(address.segments) ?? web);
  }
}

/** What an `hf://` address names. */
export function hubSchemeTarget(path: string): Target | undefined {
  const segments = path.split("/").filter((part) => part !== "");
  if (segments[0] === "datasets") return datasetTarget(segments.slice(1));
  if (segments[0] === "spaces") return undefined;
  const [owner, name, ...rest] = segments[0] === "models" ? segments.slice(1) : segments;
  const [bare, revision] = (name ?? "").split("@");
  if (!isHubName(owner) || !isHubName(bare)) return undefined;
  return withPlace({ kind: "hf-model", id: `${owner}/${bare}` }, revision, rest);
}

function modelTarget(segments: readonly string[]): Target | undefined {
  const [owner, second, action, ...rest] = segments;
  if (!isHubName(owner)) return undefined;
  if (second === undefined) {
    return UNOWNED.test(owner) ? { kind: "hf-model", id: owner } : { kind: "hf-organisation", id: owner };
  }
  if (UNOWNED.test(owner) && /^(?:tree|blob|resolve|raw)$/.test(second)) {
    return withPlace({ kind: "hf-model", id: owner }, action, rest);
  }
  if (OWNER_TABS.has(second)) return { kind: "hf-organisation", id: owner };
  const name = second.replace(/\.git$/, "");
  if (!isHubName(name)) return undefined;
  const model = { kind: "hf-model", id: `${owner}/${name}` } as const;
  return /^(?:tree|blob|resolve|raw|commit)$/.test(action ?? "") ? withPlace(model, rest[0], rest.slice(1)) : model;
}

function datasetTarget(segments: readonly string[]): Target | undefined {
  const [owner, second, action, ...rest] = segments;
  if (!isHubName(owner)) return undefined;
  if (owner === "huggingface" && (second === "badges" || second === "documentation-images")) return undefined;
  const places = /^(?:tree|blob|resolve|raw|viewer|discussions)$/;
  if (second === undefined || places.test(second)) return { kind: "hf-dataset", id: owner };
  const name = second.replace(/\.git$/, "").split("@")[0];
  if (!isHubName(name)) return undefined;
  const path = /^(?:tree|blob|resolve|raw)$/.test(action ?? "") ? rest.slice(1).join("/") : "";
  return { kind: "hf-dataset", id: `${owner}/${name}`, ...(path === "" ? {} : { path }) };
}

function withPlace(
  model: { readonly kind: "hf-model"; readonly id: string },
  revision: string | undefined,
  path: readonly string[],
): Target {
  return {
    ...model,
    ...(revision === undefined || revision === "" ? {} : { revision }),
    ...(path.length === 0 ? {} : { path: path.join("/") }),
  };
}
