import { benchmarkNames } from "./benchmarks.ts";
import type { Block, Heading } from "./builder.ts";
import type { CodeBlock, Document, Link, Section, Table, Topic } from "./document.ts";
import { ownWords } from "./placeholders.ts";
import { normaliseHeading, topicsOf } from "./topics.ts";

/** Characters of own text from which a section counts as filled (Hugging Face card template; a short sentence). */
const FILLED = 40;
const SPEED =
  /tokens?\s?\/\s?s|tok\/s|samples\/s|\bms\b|\bfps\b|显存|顯存|吞吐|延迟|スループット|latency|throughput|\bgpu memory\b|\bgb\b/i;
const QUALITY = /evaluat|benchmark|评测|評測|评估|評価|accuracy|leaderboard|ベンチマーク|벤치마크|평가/i;
const PERFORMANCE = /性能|performance|效能|성능|效果/;

interface Parts {
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
  readonly codeBlocks: readonly CodeBlock[];
  readonly lastLine: number;
}

/** The outline of a document: each heading's section with its own text, its topics and whether anything was written in it. */
export function outline(parts: Parts): Section[] {
  const own = ownContent(parts);
  const open: { index: number; level: number }[] = [];
  const sections: (Omit<Section, "lines" | "topics"> & { lines: [number, number]; topics: readonly Topic[] })[] = [];
  parts.headings.forEach((heading, index) => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) closeAt(open.pop()?.index, heading.line - 1);
    const { words, rich } = own[index] ?? { words: [], rich: false };
    const text = words.join("\n");
    sections.push({
      index,
      parent: open.at(-1)?.index,
      level: heading.level,
      title: heading.title,
      topics: topicsOf(heading.title),
      lines: [heading.line, heading.until ?? parts.lastLine],
      text,
      filled: rich || weight(text) >= FILLED,
    });
    if (heading.until === undefined) open.push({ index, level: heading.level });
  });
  for (const section of sections) section.topics = speedOrQuality(section, sections);
  return sections;

  function closeAt(index: number | undefined, line: number): void {
    const section = index === undefined ? undefined : sections[index];
    if (section !== undefined) section.lines[1] = Math.max(section.lines[0], line);
  }
}

/** Length in letters of the Latin kind: a Han letter or Hangul syllable says as much as two or three of them. */
function weight(text: string): number {
  return text.length + 1.5 * (text.match(/[\u3041-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

function ownContent(parts: Parts): { words: string[]; rich: boolean }[] {
  const own = parts.headings.map(() => ({ words: [] as string[], rich: false }));
  for (const block of parts.blocks) {
    const section = block.section === undefined ? undefined : own[block.section];
    if (section === undefined || block.kind === "heading") continue;
    const words = ownWords(block.text);
    if (words === "") continue;
    section.words.push(words);
    if (block.kind === "item" || block.kind === "row") section.rich = true;
  }
  for (const link of parts.links) {
    const section = link.section === undefined ? undefined : own[link.section];
    if (section === undefined || link.target.kind === "anchor" || link.target.kind === "badge") continue;
    if (ownWords(link.context) !== "" && link.context !== parts.headings[link.section ?? -1]?.title)
      section.rich = true;
  }
  for (const code of parts.codeBlocks) {
    const section = code.section === undefined ? undefined : own[code.section];
    if (section !== undefined && ownWords(code.text.trim()).length >= 20) section.rich = true;
  }
  return own;
}

/** "Performance" is quality or speed: units of speed without any benchmark make it speed. */
function speedOrQuality(
  section: Pick<Section, "index" | "title" | "topics" | "lines">,
  all: readonly Pick<Section, "text" | "lines">[],
): readonly Topic[] {
  if (!section.topics.includes("evaluation") || !PERFORMANCE.test(normaliseHeading(section.title)))
    return section.topics;
  let text = "";
  for (
    let n = section.index;
    n < all.length && (all[n]?.lines[0] ?? 0) <= section.lines[1] && text.length < 20_000;
    n += 1
  ) {
    text += `${all[n]?.text ?? ""}\n`;
  }
  if (!SPEED.test(text) || QUALITY.test(text) || benchmarkNames(text).length > 0) return section.topics;
  return [...new Set(section.topics.map((topic) => (topic === "evaluation" ? "speed" : topic)))];
}

/** A section and the sections around it, innermost first; none for a place before the first heading. */
export function enclosingSections(document: Pick<Document, "sections">, index: number | undefined): Section[] {
  const found: Section[] = [];
  let section = index === undefined ? undefined : document.sections[index];
  while (section !== undefined && found.length < 10) {
    found.push(section);
    section = section.parent === undefined ? undefined : document.sections[section.parent];
  }
  return found;
}

/** Topics of the nearest heading that names any, looking outwards from a section. */
export function topicsAround(document: Pick<Document, "sections">, index: number | undefined): readonly Topic[] {
  return enclosingSections(document, index).find((section) => section.topics.length > 0)?.topics ?? [];
}

/** Text of a section with that of all its sub-sections. */
export function wholeText(document: Pick<Document, "sections">, section: Section): string {
  return document.sections
    .filter((other) => other.lines[0] >= section.lines[0] && other.lines[1] <= section.lines[1])
    .map((other) => (other === section ? other.text : `${other.title}\n${other.text}`))
    .join("\n");
}
