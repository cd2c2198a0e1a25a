import type { CodeBlock, Document, Link, Passage } from "../../evidence/documents/document.ts";
import { isOpen } from "../catalogue.ts";
import { findLicenseNames } from "../names.ts";
import type { LicenseFile } from "./files.ts";

/** A license that a sentence names or links. */
export interface Mention {
  /** Null for a license that no name is known for. */
  readonly id: string | null;
  readonly open: boolean | null;
  readonly file: LicenseFile | undefined;
  readonly index: number;
  readonly end: number;
}

/** Is an address on the host one of the repository that is audited? Another's LICENSE has the same path and says other things. */
export type IsHere = (target: { readonly owner: string; readonly repo: string }) => boolean;

/** A license that the text calls by no known name. */
const UNNAMED =
  /\b((model|community|custom|research|non-?commercial) licen[cs]e( agreement)?|terms of use)\b|(社区)?许可协议|模型协议|利用規約/i;
const LICENSE_PATH = /(^|\/)[^/]{0,60}(licen[cs]e|许可|协议|terms)[^/]{0,60}$/i;
const FOLLOWING = /\bfollowing (licen[cs]e|terms)\b|以下(许可|协议)/i;

/** Lines between "the following license" and the block that holds it. */
const NEAR = 4;

/** How close two mentions may stand and still be one: "the [MIT License](LICENSE)". */
const SAME = 12;

/** The licenses that a sentence names or links, in order: a file of this repository speaks for itself, then names, then links to license files elsewhere. */
export function mentionsIn(
  sentence: string,
  passage: Passage,
  document: Document,
  files: readonly LicenseFile[],
  isHere: IsHere = () => true,
): Mention[] {
  const links = document.links.filter(
    ({ line, text }) => line >= passage.lines[0] && line <= passage.lines[1] && text !== "" && sentence.includes(text),
  );
  const mentions: Mention[] = links.flatMap((link) => {
    const file = linkedFile(link, files, isHere);
    return file === undefined ? [] : [{ ...ofFile(file), ...placeOf(link, sentence) }];
  });
  const isKnown = (index: number, end: number): boolean =>
    mentions.some((known) => isSame(known, { index, end }, sentence));
  for (const { id, index, length, negated } of findLicenseNames(sentence)) {
    if (!negated && !isKnown(index, index + length) && !isOfDependency(sentence, index, index + length))
      mentions.push({ ...ofName(id, files), file: undefined, index, end: index + length });
  }
  for (const link of links) {
    const place = placeOf(link, sentence);
    if (leadsToLicense(link) && !isKnown(place.index, place.end))
      mentions.push({ ...ofOwner(sentence, place.index), file: undefined, ...place });
  }
  if (mentions.length === 0) mentions.push(...unnamed(sentence), ...following(sentence, passage, document.codeBlocks));
  return mentions.sort((a, b) => a.index - b.index);
}

/** "CC-BY-NC" beside a file with the text of CC-BY-NC-4.0 means that one, where no other of the family is there. */
function ofName(name: string, files: readonly LicenseFile[]): Pick<Mention, "id" | "open"> {
  const family = /^LicenseRef-([A-Za-z-]{2,20})-family$/.exec(name)?.[1];
  const held = files.flatMap(({ identification }) => identification?.licenses.map(({ id }) => id) ?? []);
  const members = new Set(
    family === undefined ? [] : held.filter((id) => /^-\d/.test(id.slice(family.length)) && id.startsWith(family)),
  );
  const [only = name] = members.size === 1 ? members : [];
  return { id: only, open: isOpen(only, "mof") };
}

const OF_FORK = /^\S{0,9}licensed\s(?:\w{1,20}\s){0,2}(?:forks?|alternatives?|dependenc(?:y|ies))\b/i;
const OF_PACKAGE =
  /^\S{0,9}licensed\s(?:\w{1,20}\s){0,2}(?:packages?|librar(?:y|ies)|tools?|modules?|components?|software)\b/i;
const DEPENDS =
  /\b(?:depends? on|rel(?:y|ies) on|uses?|using|requires?|imports?|calls?|built (?:on|upon|with))\s(?:an?\s|the\s|some\s)?$/i;

/** "It depends on a GPL-licensed package": the license of something that is used, or of somebody's fork. */
function isOfDependency(sentence: string, index: number, end: number): boolean {
  // The name may reach into the word: "GPL-license" of "GPL-licensed".
  const after = sentence.slice(Math.max(index, end - 8), end + 80);
  return (
    OF_FORK.test(after) || (OF_PACKAGE.test(after) && DEPENDS.test(sentence.slice(Math.max(0, index - 40), index)))
  );
}

/** Two places speak of one license when they touch, unless a word between them tells two apart. */
function isSame(a: Place, b: Place, sentence: string): boolean {
  if (b.index >= a.end + SAME || a.index >= b.end + SAME) return false;
  const between = sentence.slice(Math.min(a.end, b.end), Math.max(a.index, b.index));
  return !/\b(and|or)\b|[,，、&《]|和|与|及|および/i.test(between);
}

type Place = Pick<Mention, "index" | "end">;

function placeOf({ text }: Link, sentence: string): { index: number; end: number } {
  const index = sentence.indexOf(text);
  return { index, end: index + text.length };
}

/** The license that a file holds: of several, the one that decides. */
export const ofFile = (file: LicenseFile): Pick<Mention, "id" | "open" | "file"> => ({
  id: decidingLicense(file),
  open: file.identification?.open ?? null,
  file,
});

/** Of several licenses in a file, the one by which it is not open, else the one that is made for a model, else the first. */
export function decidingLicense({ identification }: LicenseFile): string | null {
  const ids = identification?.licenses.map(({ id }) => id) ?? [];
  const closed = identification?.open === false ? ids.filter((id) => isOpen(id, "mof") === false) : [];
  const own = (id: string): boolean => id.startsWith("LicenseRef-");
  return closed.find(own) ?? closed[0] ?? ids.find(own) ?? ids[0] ?? null;
}

/** "… is based on Lumo 2 and should be used under Lumo's [model license](…)": what stands before the link says whose it is. */
const OWNER_BEFORE = /\b([A-Z][A-Za-z]{2,30})['’]s?\s$/;
const MAX_VERSION = 6;

/**
 * The license that a linked text is by the name of whose it is. The link tells only that it is kept elsewhere; a version
 * is taken from the sentence where it says one, and where it says several none is taken.
 */
function ofOwner(sentence: string, index: number): Pick<Mention, "id" | "open"> {
  const owner = OWNER_BEFORE.exec(sentence.slice(Math.max(0, index - 40), index))?.[1];
  if (owner === undefined) return { id: null, open: null };
  const words = sentence.slice(0, 1_000).split(/[\s-]+/);
  const versions = new Set(
    words.flatMap((word, at) => {
      const next = (words[at + 1] ?? "").replace(/[^\d.]+$|\.$/g, "");
      return word === owner && next.length <= MAX_VERSION && /^\d{1,2}(\.\d{1,2})?$/.test(next) ? [next] : [];
    }),
  );
  const [version, second] = versions;
  const name = version === undefined || second !== undefined ? owner : `${owner} ${version}`;
  const id = findLicenseNames(`${name} License`).find(({ negated }) => !negated)?.id;
  // A name for nobody's license in particular ("Apache's license") must not open what the linked text may close.
  return id?.startsWith("LicenseRef-") === true && isOpen(id, "mof") === false
    ? { id, open: false }
    : { id: null, open: null };
}

function unnamed(sentence: string): Mention[] {
  const found = UNNAMED.exec(sentence);
  // A heading's words alone ("Model License") state nothing.
  return found === null || sentence.trim().length < found[0].length + 8
    ? []
    : [{ id: null, open: null, file: undefined, index: found.index, end: found.index + found[0].length }];
}

/** "The following license applies to …", and then the notice in a block. */
function following(sentence: string, passage: Passage, blocks: readonly CodeBlock[]): Mention[] {
  if (!FOLLOWING.test(sentence)) return [];
  const block = blocks.find(({ lines }) => lines[0] > passage.lines[1] && lines[0] <= passage.lines[1] + NEAR);
  const name =
    block === undefined ? undefined : findLicenseNames(block.text.slice(0, 2000)).find(({ negated }) => !negated);
  return name === undefined
    ? []
    : [{ id: name.id, open: isOpen(name.id, "mof"), file: undefined, index: sentence.length, end: sentence.length }];
}

/** A link to a license file of this repository, by relative path or by its address on the host. */
function linkedFile({ target }: Link, files: readonly LicenseFile[], isHere: IsHere): LicenseFile | undefined {
  if (target.kind === "file") return files.find((file) => file.path === target.path);
  if (target.kind === "github" && target.page === "file" && isHere(target))
    return files.find((file) => file.path === target.path);
  return undefined;
}

/** A link to a license file that is kept elsewhere: on a model page, or in another repository. */
function leadsToLicense({ target }: Link): boolean {
  return (target.kind === "hf-model" || target.kind === "github") && LICENSE_PATH.test(target.path ?? "");
}
