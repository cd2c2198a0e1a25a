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
 * the repository's name and, where those tell nothing, the hub ids it links; without the words that any project uses.
 */
export function modelNames(
  repository: string | undefined,
  frontPages: readonly Document[],
  hubNames: readonly string[],
): string[] {
  const titles = frontPages.flatMap((page) => {
    const title = page.sections.find((section) => section.level === 1)?.title ?? "";
    const name = title.split(/[:：—–|(（]| - /)[0] ?? "";
    return name.length <= MAX_NAME ? [name] : [];
  });
  const names = new Set([...titles, ...(repository === undefined ? [] : [repository])].flatMap(tellingNames));
  if (names.size === 0) for (const name of hubNames.slice(0, 3).flatMap(tellingNames)) names.add(name);
  return [...names];
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
  return words.length > 1 && whole.length >= 6 ? [whole] : [];
}

/**
 * Hub organisations that publish for this repository: the owner's namesake, and those whose linked models carry the
 * model's name or make up most of the linked models.
 */
export function ownOrganisations(
  owner: string | undefined,
  frontPages: readonly Document[],
  names: readonly string[],
): string[] {
  const linked = new Map<string, number>();
  const own = new Set<string>();
  let total = 0;
  for (const { target } of frontPages.flatMap((page) => page.links)) {
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
