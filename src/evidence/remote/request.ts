/**
 * What may be asked of other hosts. A request is never an address: it names a kind and an id that fits the kind's own
 * grammar, from which the outside builds the address.
 */
import { isHubName } from "../documents/targets/huggingface.ts";
import { arxivId } from "../documents/targets/papers.ts";
import { readSwhid } from "../swhid.ts";

export const REMOTE_KINDS = [
  "hf-model",
  /** A base model: only what its card says of its license is asked. */
  "hf-base",
  /** A model's branches and tags: whether they are checkpoints of its training. */
  "hf-revisions",
  "hf-dataset",
  "modelscope-model",
  "modelscope-dataset",
  "zenodo",
  "arxiv",
  "github-repository",
  /** The revision is the tag; without one the newest release is meant. */
  "github-release",
  "software-heritage",
] as const;

export type RemoteKind = (typeof REMOTE_KINDS)[number];

export interface RemoteRequest {
  readonly kind: RemoteKind;
  /** `owner/name`, a record's number, an arXiv number or a core SWHID, by the kind. */
  readonly id: string;
  /** Branch, tag or commit that the link names. */
  readonly revision?: string;
}

const HOSTS: Readonly<Record<RemoteKind, string>> = {
  "hf-model": "huggingface.co",
  "hf-base": "huggingface.co",
  "hf-revisions": "huggingface.co",
  "hf-dataset": "huggingface.co",
  "modelscope-model": "www.modelscope.cn",
  "modelscope-dataset": "www.modelscope.cn",
  zenodo: "zenodo.org",
  arxiv: "arxiv.org",
  "github-repository": "github.com",
  "github-release": "github.com",
  "software-heritage": "archive.softwareheritage.org",
};

/** The host as a person knows it; the one that is asked may be its sister (`oaipmh.arxiv.org`). */
export const hostOf = ({ kind }: RemoteRequest): string => HOSTS[kind];

/** Names that hosts other than Hugging Face use in paths: no separators, no dots alone. */
const NAME = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
const REVISION = /^(?!.{0,199}\.\.)[\w][\w./+-]{0,199}$/;

const pair = (id: string, fits: (name: string | undefined) => boolean): boolean => {
  const [owner, name, ...more] = id.split("/");
  return more.length === 0 && fits(owner) && fits(name);
};
const isName = (name: string | undefined): boolean => name !== undefined && NAME.test(name);

const FITS: Readonly<Record<RemoteKind, (id: string) => boolean>> = {
  "hf-model": (id) => isHubName(id) || pair(id, isHubName),
  "hf-base": (id) => isHubName(id) || pair(id, isHubName),
  "hf-revisions": (id) => isHubName(id) || pair(id, isHubName),
  "hf-dataset": (id) => isHubName(id) || pair(id, isHubName),
  "modelscope-model": (id) => pair(id, isName),
  "modelscope-dataset": (id) => pair(id, isName),
  zenodo: (id) => /^[1-9]\d{0,11}$/.test(id),
  arxiv: (id) => arxivId(id) === id,
  "github-repository": (id) => pair(id, isName),
  "github-release": (id) => pair(id, isName),
  "software-heritage": (id) => readSwhid(id)?.core === id,
};

/** A request, or undefined where id or revision do not fit the kind's grammar. */
export function remoteRequest(kind: RemoteKind, id: string, revision?: string): RemoteRequest | undefined {
  if (id.length > 200 || !FITS[kind](id)) return undefined;
  if (revision === undefined) return { kind, id };
  return REVISION.test(revision) ? { kind, id, revision } : undefined;
}

/** The same for the same question; what facts are kept under. */
export const keyOf = ({ kind, id, revision }: RemoteRequest): string =>
  `${kind}:${id}${revision === undefined ? "" : `@${revision}`}`;

const encoded = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** The page that a person would open. */
export function pageOf(request: RemoteRequest): string {
  const id = encoded(request.id);
  const revision = request.revision === undefined ? "" : encoded(request.revision);
  switch (request.kind) {
    case "hf-model":
    case "hf-base":
    case "hf-revisions":
      return `https://huggingface.co/${id}${revision === "" ? "" : `/tree/${revision}`}`;
    case "hf-dataset":
      return `https://huggingface.co/datasets/${id}`;
    case "modelscope-model":
      return `https://www.modelscope.cn/models/${id}`;
    case "modelscope-dataset":
      return `https://www.modelscope.cn/datasets/${id}`;
    case "zenodo":
      return `https://zenodo.org/records/${id}`;
    case "arxiv":
      return `https://arxiv.org/abs/${id}`;
    case "github-repository":
      return `https://github.com/${id}`;
    case "github-release":
      return `https://github.com/${id}/releases${revision === "" ? "" : `/tag/${revision}`}`;
    case "software-heritage":
      return `https://archive.softwareheritage.org/${request.id}`;
  }
}

/** Base models of one audit that are followed from the cards on the hub, one step and no further. */
export const MOST_BASES_FOLLOWED = 3;
