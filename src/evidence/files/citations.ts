import type { Entry } from "../../snapshot/snapshot.ts";
import { type Analyse, analyseAnew } from "../facts-cache.ts";
import { areaOf } from "./area.ts";
import { type Contents, textOf } from "./content.ts";
import type { CitationFile } from "./files.ts";
import { isObject, type JsonObject } from "./json.ts";
import { partsOf } from "./path.ts";
import { parseYaml } from "./yaml.ts";

const URL_PATTERN = /https?:\/\/[^\s"'<>{}]{3,400}/g;

/** Citation files: `CITATION.cff` (Citation File Format 1.2) and `CITATION.bib`; vendored and test ones are left out. */
export function findCitations(
  entries: readonly Entry[],
  contents: Contents,
  analyse: Analyse = analyseAnew,
): CitationFile[] {
  const found: CitationFile[] = [];
  for (const entry of entries) {
    const { lower } = partsOf(entry.path);
    if (!isCitationName(lower)) continue;
    const area = areaOf(entry.path);
    if (area === "vendored" || area === "test") continue;
    const text = textOf(contents, entry.path);
    if (text === undefined) continue;
    found.push(
      analyse("citation", { ...entry, text }, (file) => ({
        path: file.path,
        sha: file.sha,
        ...(lower.endsWith(".cff") ? fromCff(file.text) : fromBib(file.text)),
        urls: urlsIn(file.text),
      })),
    );
  }
  return found;
}

/** True for the names by which citation files go, given in lower case. */
export function isCitationName(lower: string): boolean {
  return /^(?:citation|citations|cite)(?:[-_.]\w{1,20})?\.(?:cff|bib)$/.test(lower) || lower === "citation.cff";
}

type CitationFacts = Pick<CitationFile, "title" | "license" | "doi">;

/** The preferred citation names the paper; the file's own title names the software. The paper's wins. */
function fromCff(text: string): CitationFacts {
  const value = parseYaml(text);
  if (!isObject(value)) return { title: undefined, license: undefined, doi: undefined };
  const preferred = isObject(value["preferred-citation"]) ? value["preferred-citation"] : {};
  return {
    title: stringOf(preferred, "title") ?? stringOf(value, "title"),
    license: stringOf(value, "license") ?? firstString(value.license),
    doi: stringOf(preferred, "doi") ?? stringOf(value, "doi") ?? doiAmong(value.identifiers),
  };
}

function fromBib(text: string): CitationFacts {
  const head = text.slice(0, 20_000);
  const field = (name: string) =>
    new RegExp(`^[ \\t,]{0,20}${name}[ \\t]{0,20}=[ \\t]{0,20}[{"]{1,2}([^}"\\n]{1,400})`, "im")
      .exec(head)?.[1]
      ?.trim();
  return { title: field("title"), license: undefined, doi: field("doi") };
}

function urlsIn(text: string): CitationFile["urls"] {
  const urls: { url: string; line: number }[] = [];
  const lines = text.slice(0, 50_000).split("\n");
  for (const [index, line] of lines.entries()) {
    for (const match of line.slice(0, 2_000).matchAll(URL_PATTERN)) {
      if (urls.length >= 50) return urls;
      urls.push({ url: match[0].replace(/[.,;)\]]{1,5}$/, ""), line: index + 1 });
    }
  }
  return urls;
}

function stringOf(value: JsonObject, key: string): string | undefined {
  const found = value[key];
  return typeof found === "string" && found.trim() !== "" ? found.trim() : undefined;
}

function firstString(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === "string" ? first : undefined;
}

function doiAmong(identifiers: unknown): string | undefined {
  if (!Array.isArray(identifiers)) return undefined;
  const doi = identifiers.find((item): item is JsonObject => isObject(item) && item.type === "doi");
  return doi ? stringOf(doi, "value") : undefined;
}
