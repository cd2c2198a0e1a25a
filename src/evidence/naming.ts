import { carriesName, squash } from "./artifacts/shared/names.ts";
import type { Document } from "./documents/document.ts";

/** Words that stand in many titles and tell no model apart. */
const GENERIC = new Set(
  (
    "the and for with from our your this that model models modelling modeling language languages large small tiny base chat instruct code coder codes vision audio speech text image video " +
    "open opensource source official implementation pytorch tensorflow jax repository repo project paper training train trainer pretraining pretrained pretrain finetuning inference evaluation eval demo " +
    "release released deprecated note news table contents stable diffusion gpt transformer transformers decoder encoder network networks neural deep learning machine llm llms lm ai data dataset datasets introduction welcome readme overview about series family team lab labs " +
    "multilingual english chinese japanese dialog dialogue foundation generative universal simple fast efficient scale scaling interpreting reproduction toolkit library framework platform github hub main final hf huggingface"
  ).split(" "),
);

/** Longest title that still names a thing rather than tells a story. */
const MAX_NAME = 60;

/**
 * The distinctive names of the model a repository is about, squashed to letters and digits: from the front page's title,
 * the repository's name, and the families of models that one hub organisation publishes and the page links; without the
 * words that any project uses.
 */
export function modelNames(
  repository: string | undefined,
  frontPages: readonly Document[],
  hubIds: readonly string[],
): string[] {
  const title = titleOf(frontPages[0]);
  // "Alias-Free Networks (StyleGAN3): Official Code": the name is what stands first, or in brackets.
  const name = title.split(/[:：—–|(（]| - /)[0] ?? "";
  const inBrackets = /[(（]([^()（）]{2,40})[)）]/.exec(title)?.[1] ?? "";
  const titled = [name, inBrackets].filter((part) => part.length <= MAX_NAME);
  const names = new Set(titled.flatMap(tellingNames));
  const add = (name: string): void => {
    if (![...names].some((known) => known.includes(name))) names.add(name);
  };
  // "llama" beside "openllama" would only make somebody else's model look like this one.
  if (repository !== undefined) for (const name of tellingNames(repository)) add(name);
  for (const family of families(hubIds)) add(family);
  if (names.size === 0)
    for (const id of hubIds.slice(0, 3)) for (const name of tellingNames(nameOf(id))) names.add(name);
  return [...names];
}

/** The heading of the first level, or one of the second that opens the page. */
function titleOf(page: Document | undefined): string {
  const first = page?.sections[0];
  const opening = first !== undefined && first.level === 2 && first.lines[0] <= 10 ? first : undefined;
  return (page?.sections.find(({ level }) => level === 1) ?? opening)?.title ?? "";
}

/**
 * The name that a checkout's folder gives the repository, for sources that do not tell it: `~/models/lumo`, `lumo.git`,
 * `acme+lumo/repo`. A folder that only says that it is a checkout is skipped.
 */
export function folderName(location: string): string | undefined {
  const parts = location.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  const telling = parts.findLast(
    (part) => !/^(repo|repository|checkout|src|source|code|\.?git|bare|clone)$/i.test(part),
  );
  // Owner and name in one: what stands last is the name.
  return telling
    ?.replace(/\.git$/, "")
    .split(/\+|__|--/)
    .at(-1);
}

/** Models of one organisation that a page links before their common names count as its own. */
const MIN_FAMILY = 3;

/** Names, without version digits, that at least two of the models share which the page's dominant organisation publishes. */
function families(hubIds: readonly string[]): string[] {
  const distinct = [...new Set(hubIds)];
  const organisation = dominant(distinct.map((id) => id.split("/")[0]!.toLowerCase()));
  if (organisation === undefined) return [];
  const stems = distinct
    .filter((id) => id.toLowerCase().startsWith(`${organisation}/`))
    .map((id) => tellingNames(nameOf(id))[0]?.replace(/\d+$/, "") ?? "")
    .filter((stem) => stem.length >= MIN_FAMILY);
  return [...new Set(stems.filter((stem, index) => stems.indexOf(stem) !== index))];
}

function dominant(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].find(([, count]) => count >= MIN_FAMILY && count * 2 > values.length)?.[0];
}

/** The part of a hub id after the organisation, without the number that collections carry. */
function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1).replace(/-[0-9a-f]{16,40}$/, "");
}

function tellingNames(text: string): string[] {
  const words = text
    .normalize("NFKC")
    .split(/[^\p{L}\p{N}.+]+/u)
    .map((word) => word.replace(/^[.+]+|[.+]+$/g, ""))
    .filter((word) => word !== "");
  const telling = words.filter(
    (word) => !GENERIC.has(word.toLowerCase()) && /\p{L}/u.test(word) && !/^v?\d+(\.\d+)*[bmk]?$/i.test(word),
  );
  if (telling.length > 0) return telling.map(squash).filter((word) => word.length >= 2);
  // Nothing but common words: together they may still be a name ("Stable Diffusion").
  const whole = squash(text).replace(/s$/, "");
  // A common word and a number are one too ("GPT-2"), so long as it is no year.
  return words.length > 1 && (whole.length >= 6 || /^\p{L}{3,12}\d{1,3}$/u.test(whole)) ? [whole] : [];
}

/**
 * Hub organisations that publish for this repository: the owner's namesake, and those whose linked models carry the
 * model's name or make up most of the models that the documents link.
 */
export function ownOrganisations(
  owner: string | undefined,
  documents: readonly Document[],
  names: readonly string[],
): string[] {
  const linked = new Map<string, number>();
  const own = new Set<string>();
  let total = 0;
  for (const { target } of documents.flatMap((page) => page.links)) {
    if (target.kind !== "hf-model" && target.kind !== "modelscope-model") continue;
    const [organisation, name] = target.id.split("/");
    if (organisation === undefined || name === undefined) continue;
    const key = organisation.toLowerCase();
    linked.set(key, (linked.get(key) ?? 0) + 1);
    total += 1;
    if (carriesName(name, names)) own.add(key);
  }
  for (const [organisation, count] of linked) {
    if (count >= 3 && count * 2 > total) own.add(organisation);
    if (owner !== undefined && alike(organisation, owner)) own.add(organisation);
  }
  if (owner !== undefined) own.add(owner.toLowerCase());
  return [...own];
}

function alike(a: string, b: string): boolean {
  const [x, y] = [squash(a), squash(b)];
  return x === y || (Math.min(x.length, y.length) >= 4 && (x.startsWith(y) || y.startsWith(x)));
}
