/** Where a repository identifies the code that its model was trained on. */
import { releaseDocuments, releaseLinks } from "../../evidence/artifacts/shared/links.ts";
import type { Document } from "../../evidence/documents/document.ts";
import { topicsAround } from "../../evidence/documents/sections.ts";
import type { Facts } from "../../evidence/facts.ts";
import { swhidsIn } from "../../evidence/swhid.ts";
import type { RuleEvidence } from "../framework.ts";

const DATA_TOPICS = ["training-data", "data-processing"] as const;
const DATA_CARD = /(?:^|\/)(?:data(?:set)?[-_ ]?(?:card|sheet|statement)|data(?:set)?s?\/readme)[^/]{0,60}$/i;
/** Data sets whose rows carry the archive's identifiers of every file (their cards' `dataset_info`: `blob_id`, `directory_id`, `revision_id`, `snapshot_id`). */
const IDENTIFYING_SETS = /^[^/]{1,100}\/the-stack-v2(?:-|$)/i;
/** Columns that data sets of the archive have, beside one another. */
const COLUMNS = /["'\s,;|](blob_id|swhid|directory_id|revision_id|snapshot_id)["'\s,;|:]/g;
const HEAD = 4_000;
const MOST = 20;

export interface IdentifiedData {
  /** Identifiers or lists of them, in the tree or in what the documents say of the training data. */
  readonly ids: readonly RuleEvidence[];
  /** Links to data sets whose rows carry the archive's identifiers. */
  readonly sets: readonly RuleEvidence[];
  /** Other data sets that are linked as training data: what they hold was not looked at. */
  readonly unread: readonly RuleEvidence[];
  /** Where the documents say that training data come from the archive. */
  readonly archive: readonly RuleEvidence[];
}

/** Finds them in what is said of training data alone: a badge with the repository's own identifier identifies no data. */
export function identifiedData(facts: Facts): IdentifiedData {
  const documents = releaseDocuments(facts);
  const passages = documents.flatMap((document) => aboutData(document));
  const links = releaseLinks(facts).filter(({ document, link }) => {
    const topics = topicsAround(document, link.section);
    return !topics.includes("related-work") && !topics.includes("acknowledgements") && !topics.includes("evaluation");
  });
  const ofSets = links.flatMap(({ document, link }) =>
    link.target.kind === "hf-dataset"
      ? [{ id: link.target.id, place: { path: document.path, lines: [link.line, link.line] as const } }]
      : [],
  );
  const ofCards = documents.flatMap(({ path, frontMatter }) =>
    (frontMatter === undefined ? [] : stringsOf(frontMatter.data.datasets)).map((id) => ({
      id,
      place: { path, lines: frontMatter!.lines },
    })),
  );
  const sets = [...ofCards, ...ofSets];
  return {
    ids: [
      ...passages.filter(({ text }) => swhidsIn(text, 1).length > 0).map(({ place }) => place),
      ...manifests(facts),
    ].slice(0, MOST),
    sets: sets
      .filter(({ id }) => IDENTIFYING_SETS.test(id))
      .map(({ place }) => place)
      .slice(0, MOST),
    unread: sets
      .filter(({ id }) => !IDENTIFYING_SETS.test(id))
      .map(({ place }) => place)
      .slice(0, MOST),
    archive: passages
      .filter(({ text }) => /software ?heritage/i.test(text))
      .map(({ place }) => place)
      .slice(0, MOST),
  };
}

function aboutData(document: Document): readonly { readonly text: string; readonly place: RuleEvidence }[] {
  const isCard = DATA_CARD.test(document.path);
  const isAbout = (section: number | undefined): boolean =>
    isCard || DATA_TOPICS.some((topic) => topicsAround(document, section).includes(topic));
  return [...document.passages, ...document.codeBlocks]
    .filter(({ section }) => isAbout(section))
    .map(({ text, lines }) => ({ text: text.slice(0, 20_000), place: { path: document.path, lines } }));
}

/** Data files that are lists of identifiers, by their first lines, or by their name where they were not read. */
function manifests({ data, snapshot }: Facts): readonly RuleEvidence[] {
  return data.flatMap(({ path, form, area, role }) => {
    if (form === "placeholder" || area === "test" || area === "vendored" || role === "evaluation") return [];
    const content = snapshot.contents.get(path);
    const isOne =
      content?.kind === "text" ? isManifest(content.text.slice(0, HEAD)) : /(?:^|[-_./])swhids?(?:[-_.]|$)/i.test(path);
    return isOne ? [{ path, lines: [1, 1] as const }] : [];
  });
}

function isManifest(head: string): boolean {
  if (swhidsIn(head, 2).length > 1) return true;
  const columns = new Set([...` ${head.slice(0, 1_000)}`.matchAll(COLUMNS)].map(([, name]) => name));
  return (columns.has("swhid") || columns.size > 1) && /\b[0-9a-f]{40}\b/.test(head);
}

const stringsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string").slice(0, 200);
