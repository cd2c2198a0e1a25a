import type { Document, Topic } from "../../documents/document.ts";
import { enclosingSections } from "../../documents/sections.ts";
import { isResultTable } from "../../documents/tables.ts";
import { isDataTable } from "./data-tables.ts";

/** What a model card should speak of (Mitchell et al. 2019, and the MOF component's description). */
export type CardPart = "intended-use" | "limitations" | "training-data" | "evaluation";

const BY_TOPIC: Readonly<Partial<Record<Topic, CardPart>>> = {
  "intended-use": "intended-use",
  "out-of-scope-use": "intended-use",
  limitations: "limitations",
  ethics: "limitations",
  disclaimer: "limitations",
  "training-data": "training-data",
  evaluation: "evaluation",
};

const SAYS: readonly (readonly [CardPart, RegExp])[] = [
  [
    "training-data",
    /\b(pre-?)?trained (on|with|for)\b[^.]{0,120}\b(tokens?|hours|images|datasets?|corpus|corpora|data|texts?|web ?pages|sentences|sequences|genomes|videos|documents|examples|samples|pairs|the pile|common ?crawl|wikipedia)\b|训练[^。]{0,40}(数据|tokens|语料)|学習[^。]{0,40}(データ|コーパス)/i,
  ],
  [
    "limitations",
    /\b(limitations?|biases|may (produce|generate) (incorrect|harmful|biased|inaccurate)|hallucinat\w{1,6}|should not be (used|deployed)|not (suitable|intended) for)\b|局限|偏见|误导|无法保证|制限事項|バイアス/i,
  ],
  [
    "intended-use",
    /\b(intended (use|for|to)|designed (for|to)|use cases?|can be used (for|to)|our purpose|out-of-scope)\b|适用|用途|用于|使用目的|想定/i,
  ],
];

/** Which parts of a model card a document really fills, from filled headings, result tables and plain sentences. */
export function cardParts(document: Document): ReadonlySet<CardPart> {
  const parts = new Set<CardPart>();
  const withFilledParts = new Set(document.sections.filter(({ filled }) => filled).map(({ parent }) => parent));
  for (const section of document.sections) {
    const filled = section.filled || withFilledParts.has(section.index);
    if (filled) for (const topic of section.topics) if (BY_TOPIC[topic] !== undefined) parts.add(BY_TOPIC[topic]);
  }
  for (const table of document.tables)
    if (isResultTable(table, enclosingSections(document, table.section)[0]) !== undefined) parts.add("evaluation");
  if (document.tables.some((table) => isDataTable(table))) parts.add("training-data");
  // A heading is a promise: what it announces counts above, where something is written under it.
  const headings = new Set(document.sections.map(({ lines, title }) => `${lines[0]} ${title}`));
  for (const { text, lines } of document.passages)
    if (!headings.has(`${lines[0]} ${text}`)) for (const [part, says] of SAYS) if (says.test(text)) parts.add(part);
  return parts;
}
