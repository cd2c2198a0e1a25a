/** Whether documents say that the model was trained on data that are not for everybody. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Document } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { RuleEvidence } from "../framework.ts";

/** Training data that not everybody can have, by the kinds that the OSI names beside open and public data. */
export type ClosedKind = "obtainable" | "unshareable";

/** The sentence has to be about what the model was trained on. */
const TRAINED =
  /\b(?:pre-?train(?:ed|ing)?|train(?:ed|ing)?|fine-?tun(?:ed|ing)|corpus|corpora|dataset|data ?set|training data)\b|训练|训练数据|预训练|语料|学習|訓練|コーパス/i;
const SAYS: readonly (readonly [ClosedKind, RegExp])[] = [
  [
    "obtainable",
    /\b(?:licensed|purchased|bought|acquired) (?:\w{1,14} ){0,3}(?:data|corpus|corpora|datasets?|images|content|from)\b|\bavailable (?:\w{1,14} ){0,3}(?:from|through) (?:the )?(?:LDC|Linguistic Data Consortium|ELRA)\b|\bLinguistic Data Consortium\b|购买的?数据|購入した/i,
  ],
  [
    "unshareable",
    /\b(?:proprietary|in-?house|internal|private|non-?public|confidential|undisclosed) (?:\w{1,14} ){0,3}(?:data|corpus|corpora|datasets?|sources|images|videos?|recordings)\b|\b(?:data|(?:sub-?)?(?:dataset|corpus|corpora)|subsets?)\b[^.]{0,80}\b(?:cannot|can't|can not|could not|couldn't|will not|won't|not) be (?:\w{1,14} )?(?:released|shared|published|made (?:public|available)|disclosed|distributed)\b|\b(?:cannot|could not|unable to|do not|don't|will not) (?:release|share|publish|disclose) (?:\w{1,14} ){0,4}(?:data|dataset|corpus)\b|(?:内部|私有|自有|专有)(?:的)?(?:训练)?数据|数据[^。]{0,20}(?:不公开|不开源|无法公开|不能公开)|(?:社内|非公開|独自)の?データ|データ[^。]{0,20}公開(?:できません|していません|しません)/i,
  ],
];
/** Denials, comparisons, users' own data, others' models and products. */
const ASIDE =
  /\b(?:no (?:proprietary|private|internal)|without (?:any |the )?(?:proprietary|private|internal)|while|whereas|(?:solely|only|exclusively|entirely) (?:on |of )?(?:publicly|public|open)|not (?:use|trained on|rely on|include)|your (?:own )?|you|custom|users?|unlike|customers?|closed-source|proprietary models?|privacy|compared|outperforms?|competitive with)\b|您的|你的|自己的|用户/i;
const ABOUT_OTHERS: ReadonlySet<string> = new Set([
  "acknowledgements",
  "related-work",
  "citation",
  "news",
  "fine-tuning",
  "usage",
]);
/** A line without a verb of its own that introduces a command: a label, and no statement. */
const LABEL = /^(?:pre-?)?(?:training|finetuning|fine-tuning)\b[^.:]{0,120}:$/i;
const LONGEST = 800;
const MOST_PLACES = 6;

export interface ClosedData {
  readonly kind: ClosedKind;
  readonly place: RuleEvidence;
}

/** Sentences by which the model was trained on data that are not for everybody; in document order. */
export const closedData = (facts: Facts): readonly ClosedData[] =>
  releaseDocuments(facts).flatMap(closedIn).slice(0, MOST_PLACES);

function closedIn({ path, passages, sections }: Document): readonly ClosedData[] {
  return passages.flatMap(({ text, lines, section }): readonly ClosedData[] => {
    const topics = section === undefined ? [] : (sections[section]?.topics ?? []);
    if (topics.some((topic) => ABOUT_OTHERS.has(topic))) return [];
    const kind = closedKindOf(text);
    return kind === undefined ? [] : [{ kind, place: { path, lines } }];
  });
}

/** The kind of data that a passage says the model was trained on, where that is one that not everybody can have. */
export function closedKindOf(passage: string): ClosedKind | undefined {
  for (const sentence of passage.slice(0, 20_000).split(/[。！!;；\n]|\.(?=\s|$)|(?<=[?？])/)) {
    if (sentence.length > LONGEST || !TRAINED.test(sentence) || ASIDE.test(sentence) || LABEL.test(sentence.trim()))
      continue;
    const kind = SAYS.find(([, words]) => words.test(sentence))?.[0];
    if (kind !== undefined) return kind;
  }
  return undefined;
}
