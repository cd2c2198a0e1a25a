import type { Document } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import { isOpen } from "../catalogue.ts";
import { normalizeLicenseName } from "../names.ts";
import type { LicenseStatement, Scope } from "./statement.ts";

const MODEL_KEYS = ["pipeline_tag", "library_name", "base_model", "model-index", "datasets", "license_name"];
const DATASET_KEYS = [
  "dataset_info",
  "task_categories",
  "size_categories",
  "annotations_creators",
  "source_datasets",
  "configs",
];

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
    const id = normalizeLicenseName(raw)?.id ?? null;
    return [
      {
        id,
        open: id === null ? null : isOpen(id, "mof"),
        restrictions: [],
        scopes,
        path: document.path,
        lines: front.lines,
        how: "front-matter",
        reachesRemote: true,
        folder: "",
        words: `license: ${raw}`.slice(0, 400),
      },
    ];
  });
}

/** The license field of package metadata at the root covers the code. */
export function packageStatements(facts: Facts): LicenseStatement[] {
  return ["pyproject.toml", "setup.py", "setup.cfg", "package.json", "Cargo.toml"].flatMap(
    (path): LicenseStatement[] => {
      const content = facts.snapshot.contents.get(path);
      if (content?.kind !== "text") return [];
      const lines = content.text.split("\n").slice(0, 400);
      const index = lines.findIndex((line) => /^\s{0,12}"?license(-expression)?"?\s{0,4}[=:]/.test(line.slice(0, 200)));
      if (index < 0) return [];
      const value = /["']([^"']{2,80})["']\s*[,}\])]*\s*$/.exec(lines[index]!.slice(0, 200))?.[1];
      const id =
        value === undefined || /\.(txt|md)$|^licen[cs]e$/i.test(value) ? undefined : normalizeLicenseName(value)?.id;
      if (id === undefined) return [];
      return [
        {
          id,
          open: isOpen(id, "mof"),
          restrictions: [],
          scopes: ["code"],
          path,
          lines: [index + 1, index + 1],
          how: "package-metadata",
          reachesRemote: false,
          folder: "",
          words: lines[index]!.trim().slice(0, 400),
        },
      ];
    },
  );
}
