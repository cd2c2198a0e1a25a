import type { Document } from "../../evidence/documents/document.ts";
import { normalizeLicenseName } from "../names.ts";
import { folderOf } from "./places.ts";
import { knownBy, type LicenseStatement, type Scope } from "./statement.ts";

const MODEL_KEYS = ["pipeline_tag", "library_name", "base_model", "model-index", "datasets", "license_name"];
const DATASET_KEYS = [
  "dataset_info",
  "task_categories",
  "size_categories",
  "annotations_creators",
  "source_datasets",
  "configs",
];

/** The README of a folder is the card of the data set in that folder; a card of another name may lie anywhere. */
function ownFolder(path: string): string {
  return /(^|\/)readme(\.\w{1,12})?$/i.test(path) ? folderOf(path) : "";
}

/** `license:` in the front matter of a card covers the model or the data set that the card is about, not the card. */
export function frontMatterStatements(document: Document): LicenseStatement[] {
  const front = document.frontMatter;
  if (front === undefined || front.problem !== undefined) return [];
  const { license, license_name: name } = front.data;
  const stated = (Array.isArray(license) ? license : [license]).filter(
    (value): value is string => typeof value === "string",
  );
  // A skill, a blog post or a documentation page has a license of its own in its front matter; only a card speaks for a model.
  const isCard =
    /(^|\/)[^/]{0,80}(readme|card)[^/]{0,40}$/i.test(document.path) || MODEL_KEYS.some((key) => key in front.data);
  const aboutData = DATASET_KEYS.some((key) => key in front.data) || /data(set)?/i.test(document.path);
  if (!aboutData && !isCard) return [];
  const scopes: readonly Scope[] = aboutData ? ["data"] : ["parameters"];
  return stated.flatMap((value): LicenseStatement[] => {
    if (/^unknown$/i.test(value)) return [];
    const raw = /^other$/i.test(value) && typeof name === "string" ? name : value;
    const words = `license: ${raw}`.slice(0, 400);
    return [
      {
        ...knownBy(normalizeLicenseName(raw)?.id ?? null, words, front.lines),
        scopes,
        path: document.path,
        lines: front.lines,
        how: "front-matter",
        reachesRemote: true,
        folder: aboutData ? ownFolder(document.path) : "",
        words,
      },
    ];
  });
}
