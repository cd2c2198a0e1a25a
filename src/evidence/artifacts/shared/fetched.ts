import type { CodeBlock, Document } from "../../documents/document.ts";
import { enclosingSections } from "../../documents/sections.ts";
import { classifyTarget } from "../../documents/targets.ts";
import { areaOf } from "../../files/area.ts";
import type { PlacedLink } from "./links.ts";

/** Commands that fetch what their line names. */
const FETCHES = /(?:^|[\s;&|$!])(?:wget|curl|aria2c|gdown|gsutil|aws s3|git clone|git lfs clone)\s/;
const ADDRESS = /(?:https?|s3|gs):\/\/[^\s"'`<>|\\)]{4,500}/g;
/** Calls and commands that fetch a data set of the Hugging Face hub by its id. */
const LOADS_DATASET = /\bload_dataset\(\s{0,8}(?:path\s?=\s?)?["']([\w.-]{1,96}\/[\w.-]{1,96})["']/g;
const DOWNLOADS_REPOSITORY = /\b(?:huggingface-cli|hf) download\b[^\n]{0,300}/g;
const HUB_ID = /(?:^|\s)([\w.-]{1,96}\/[\w.-]{1,96})(?=\s|$)/;

/** Lines of one block that are read, and characters of a line. */
const MOST_LINES = 200;
const MAX_LINE = 1_000;

/**
 * What the commands in a document's code download: addresses after a download tool, and data sets of the Hugging Face
 * hub. Readers are told to run them, so they say where something is as a link does; their context is the paragraph
 * that introduces the code. Other addresses in code (a server, an example's input) are not taken.
 */
export function fetchedIn(document: Document): PlacedLink[] {
  return document.codeBlocks.flatMap((block) => {
    const lines = block.text.split("\n", MOST_LINES);
    return lines.flatMap((line, index) =>
      addressesIn(line.slice(0, MAX_LINE)).map((url): PlacedLink => {
        const at = Math.min(block.lines[0] + index + 1, block.lines[1]);
        return {
          document,
          link: {
            url,
            target: classifyTarget(url, document.path),
            text: url,
            line: at,
            section: block.section,
            image: false,
            context: introduction(document, block),
          },
          headings: enclosingSections(document, block.section),
        };
      }),
    );
  });
}

function addressesIn(line: string): string[] {
  if (/^\s{0,20}#/.test(line)) return [];
  const addresses = FETCHES.test(line) ? Array.from(line.matchAll(ADDRESS), ([address]) => address) : [];
  const loaded = Array.from(line.matchAll(LOADS_DATASET), (match) => match[1] ?? "");
  const downloaded = Array.from(line.matchAll(DOWNLOADS_REPOSITORY), ([command]) => command)
    .filter((command) => /--repo-type[\s=]"?dataset\b/.test(command))
    .flatMap((command) => HUB_ID.exec(command.slice(command.indexOf("download") + 8))?.[1] ?? []);
  return [...addresses, ...[...loaded, ...downloaded].map((id) => `https://huggingface.co/datasets/${id}`)];
}

/** The last paragraph before a block in its section, at most 400 characters. */
function introduction({ passages }: Document, block: CodeBlock): string {
  const before = passages.findLast(({ lines, section }) => section === block.section && lines[1] < block.lines[0]);
  return before?.text.slice(0, 400) ?? "";
}

/** What the commands of documents of the project itself fetch; demonstrations fetch what they try the model on. */
export function fetchedByReaders(documents: readonly Document[]): PlacedLink[] {
  return documents.filter(({ path }) => areaOf(path) !== "example").flatMap(fetchedIn);
}
