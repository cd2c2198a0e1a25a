/** The hosts that are asked, and those that only a host's own redirect may lead to. */

/** What is told apart for queues and budgets. */
export type HostName = "huggingface" | "modelscope" | "zenodo" | "arxiv" | "github" | "software-heritage";

/** Base addresses, without a slash at the end. */
export type Bases = Readonly<Record<HostName, string>>;

export const PUBLIC_BASES: Bases = {
  huggingface: "https://huggingface.co",
  modelscope: "https://www.modelscope.cn",
  zenodo: "https://zenodo.org",
  arxiv: "https://oaipmh.arxiv.org",
  github: "https://api.github.com",
  "software-heritage": "https://archive.softwareheritage.org",
};

/** Where files of Hugging Face lie; a redirect of it may lead there and nowhere else. */
const FILES_OF_HUGGING_FACE = /^[a-z0-9.-]{1,200}\.hf\.co$/;

/**
 * Whether an address may be asked for: https on its own port, no user, and a host of the list, or for what a redirect
 * names a host that holds the same host's files.
 */
export function isAllowed(url: URL, bases: Bases, isRedirect: boolean): boolean {
  if (url.username !== "" || url.password !== "") return false;
  if (Object.values(bases).some((base) => new URL(base).origin === url.origin)) return true;
  if (url.protocol !== "https:" || url.port !== "") return false;
  return isRedirect && FILES_OF_HUGGING_FACE.test(url.hostname);
}
