/** What there is to ask of other hosts, from what an audit found linked. */
import type { ArtifactId, Presence } from "../artifacts/artifact.ts";
import { classifyTarget } from "../documents/targets.ts";
import type { Facts } from "../facts.ts";
import { isWithin } from "../home.ts";
import { swhidsIn } from "../swhid.ts";
import { keyOf, type RemoteKind, type RemoteRequest, remoteRequest } from "./request.ts";

/** Requests of one audit: each may take several calls, and a repository can link anything. */
export const MOST_REQUESTS = 16;

interface Linked {
  readonly presence: Presence;
  readonly evidence: readonly { readonly url?: string | undefined }[];
}

/** What counts most is asked first, should there be too much to ask for. */
const ORDER: readonly ArtifactId[] = [
  "model-parameters-final",
  "datasets",
  "research-paper",
  "technical-report",
  "model-parameters-intermediate",
  "evaluation-data",
  "model-card",
  "data-card",
  "training-code",
  "inference-code",
  "evaluation-code",
  "data-preprocessing-code",
  "supporting-libraries-and-tools",
];

/** What is to be asked for a link, or undefined where the host has nothing that could be asked. */
export function requestFor(url: string): RemoteRequest | undefined {
  const target = classifyTarget(url, "");
  switch (target.kind) {
    case "hf-model":
      return remoteRequest(target.kind, target.id, target.revision);
    case "hf-dataset":
    case "modelscope-model":
    case "modelscope-dataset":
    case "zenodo":
    case "arxiv":
      return remoteRequest(target.kind, target.id);
    case "github":
      return gitHubRequest(`${target.owner}/${target.repo}`, target.page, target.ref, target.path);
    case "web": {
      const [id] = swhidsIn(url.slice(0, 2_000), 1);
      return id === undefined ? undefined : remoteRequest("software-heritage", id);
    }
    default:
      return undefined;
  }
}

/** What is to be asked for the revisions of what a request is about, or undefined where its host does not list them. */
export const revisionsOf = ({ kind, id }: RemoteRequest): RemoteRequest | undefined =>
  kind === "hf-model" ? remoteRequest("hf-revisions", id) : undefined;

function gitHubRequest(id: string, page: string, ref: string | undefined, path: string | undefined) {
  if (page !== "release") return page === "issue" ? undefined : remoteRequest("github-repository", id);
  // `releases/tag/v1` and `releases/download/v1/file` name a release; `releases` and `releases/latest` mean the newest.
  const tag = ref === "tag" || ref === "download" ? path?.split("/")[0] : undefined;
  return remoteRequest("github-release", id, tag);
}

/**
 * The requests for all linked artifacts, for the models that the cards say the weights were made from, and for the
 * Software Heritage identifiers that the documents name. The audited repository itself is not asked about.
 */
export function wantedOf(facts: Facts, components: Readonly<Record<ArtifactId, Linked>>): RemoteRequest[] {
  const wanted = new Map<string, RemoteRequest>();
  const add = (request: RemoteRequest | undefined): void => {
    if (request !== undefined && !isOwn(request, facts)) wanted.set(keyOf(request), request);
  };
  for (const id of ORDER) {
    const { presence, evidence } = components[id];
    if (presence !== "linked") continue;
    for (const { url } of evidence) {
      const request = url === undefined ? undefined : requestFor(url);
      add(request);
      // A page that is open says nothing of checkpoints; its branches and tags do.
      if (id === "model-parameters-intermediate" && request !== undefined) add(revisionsOf(request));
    }
  }
  const requests = [...wanted.values()].slice(0, MOST_REQUESTS - 4);
  const more = [...baseModelsOf(facts), ...archivedIn(facts)].flatMap(({ kind, id }) => remoteRequest(kind, id) ?? []);
  return [...requests, ...more].slice(0, MOST_REQUESTS);
}

function isOwn({ kind, id }: RemoteRequest, { snapshot }: Facts): boolean {
  const { repository } = snapshot;
  return (
    kind === "github-repository" &&
    repository !== undefined &&
    id.toLowerCase() === `${repository.owner}/${repository.name}`.toLowerCase()
  );
}

type Named = {
  readonly kind: RemoteKind;
  readonly id: string;
  readonly writtenAt: { path: string; lines: readonly [number, number] };
};

/** Where a card names a base model. */
export type NamedBase = Pick<Named, "id" | "writtenAt">;

const MOST_NAMED = 20;
const MOST_BASES = 2;
const MOST_SWHIDS = 2;

/** The base models that the repository's own cards name (`base_model`, Hugging Face model card metadata), with where. */
export function namedBases(facts: Facts): NamedBase[] {
  const home = facts.snapshot.model?.path ?? "";
  return facts.documents
    .flatMap(({ path, frontMatter }): NamedBase[] => {
      if (frontMatter === undefined || frontMatter.problem !== undefined || !isWithin(path, home)) return [];
      return hubIds(frontMatter.data.base_model).map((id) => ({ id, writtenAt: { path, lines: frontMatter.lines } }));
    })
    .filter((base, index, all) => all.findIndex(({ id }) => id === base.id) === index)
    .slice(0, MOST_NAMED);
}

/** Those of them that the hub is asked about. */
export const baseModelsOf = (facts: Facts): Named[] =>
  namedBases(facts)
    .slice(0, MOST_BASES)
    .map((base) => ({ kind: "hf-base", ...base }));

/** Hub ids in a card's field, which holds one or a list of them. */
export function hubIds(value: unknown): string[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  return listed
    .filter((id): id is string => typeof id === "string" && remoteRequest("hf-base", id) !== undefined)
    .slice(0, 5);
}

function archivedIn({ documents }: Facts): { kind: RemoteKind; id: string }[] {
  const texts = documents
    .slice(0, 20)
    .flatMap(({ passages, links }) => [
      ...passages.map(({ text }) => text),
      ...links.map(({ url }) => url.slice(0, 2_000)),
    ]);
  const ids = new Set<string>();
  for (const text of texts) {
    if (!text.includes("swh:1:")) continue;
    for (const id of swhidsIn(text, MOST_SWHIDS)) ids.add(id);
    if (ids.size >= MOST_SWHIDS) break;
  }
  return [...ids].slice(0, MOST_SWHIDS).map((id) => ({ kind: "software-heritage", id }));
}
