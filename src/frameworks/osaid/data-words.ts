/** What documents say of the training data: which aspects they describe, and whether some of it is not for the public. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Document } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { RuleEvidence } from "../framework.ts";

/** What a description has to tell (OSAID 1.0, Data Information, item 1). */
export const ASPECTS = ["provenance", "scope", "selection", "processing"] as const;
export type Aspect = (typeof ASPECTS)[number];

const WORDS: Readonly<Record<Aspect, RegExp>> = {
  provenance:
    /\b(?:collected|crawled|scraped|sourced|derived|obtained|taken|downloaded) from\b|\b(?:data )?sources?\b|\bcommon ?crawl\b|\bwikipedia\b|\bprovenance\b|来源|来自|采集|収集|出典|由来/i,
  scope:
    /\b\d[\d.,]{0,12} ?(?:k|m|b|t|thousand|million|billion|trillion|万|亿|億|兆)?\+? ?(?:\w{1,14} )?(?:tokens?|words|documents?|examples?|samples?|hours?|images?|pairs?|sentences?|utterances?|conversations?|gb|tb|gib|tib|mb|词元|条|小时|件|時間)\b|\b(?:languages?|domains?)\b|语种|言語/i,
  selection:
    /\b(?:select(?:ed|ion)|sampl(?:ed|ing)|curat(?:ed|ion)|mixture|weight(?:ed|ing)|proportions?|up-?sampled)\b|筛选|配比|选取|選定|選別/i,
  processing:
    /\b(?:filter(?:ed|ing|s)?|de-?dup\w{0,12}|clean(?:ed|ing)|pre-?process(?:ed|ing)|normali[sz]\w{0,6}|anonymi[sz]\w{0,5}|redact\w{0,4}|removed?)\b|过滤|去重|清洗|预处理|フィルタ|重複|前処理|クリーニング/i,
};

const ABOUT_DATA: ReadonlySet<string> = new Set(["training-data", "data-processing"]);
const CARD = /(?:^|\/)[^/]{0,80}(?:data(?:set)?[-_ ]?cards?|datasheets?|data[-_ ]?statements?)[^/]{0,60}$/i;

export interface DataDescription {
  readonly aspects: readonly Aspect[];
  readonly places: readonly RuleEvidence[];
}

/** Which aspects of the training data are described, in sections about them and in data cards. */
export function dataDescription(facts: Facts): DataDescription {
  const parts = releaseDocuments(facts).flatMap((document) => {
    const isCard = CARD.test(document.path);
    return document.sections
      .filter(({ filled, topics }) => filled && (isCard || topics.some((topic) => ABOUT_DATA.has(topic))))
      .map(({ text, lines }) => ({ text, place: { path: document.path, lines } }));
  });
  const told = parts.flatMap(({ text, place }) => {
    const aspects = ASPECTS.filter((aspect) => WORDS[aspect].test(text.slice(0, 20_000)));
    return aspects.length === 0 ? [] : [{ aspects, place }];
  });
  return {
    aspects: ASPECTS.filter((aspect) => told.some(({ aspects }) => aspects.includes(aspect))),
    places: told.map(({ place }) => place).slice(0, MOST_PLACES),
  };
}

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
    /\b(?:proprietary|in-?house|internal|private|non-?public|confidential|undisclosed) (?:\w{1,14} ){0,3}(?:data|corpus|corpora|datasets?|sources|images|videos?|recordings)\b|\b(?:data|dataset|corpus|corpora)\b[^.]{0,80}\b(?:cannot|can't|can not|will not|won't|not) be (?:\w{1,14} )?(?:released|shared|published|made (?:public|available)|disclosed|distributed)\b|\b(?:cannot|unable to|do not|don't|will not) (?:release|share|publish|disclose) (?:\w{1,14} ){0,4}(?:data|dataset|corpus)\b|(?:内部|私有|自有|专有)(?:的)?(?:训练)?数据|数据[^。]{0,20}(?:不公开|不开源|无法公开|不能公开)|(?:社内|非公開|独自)の?データ|データ[^。]{0,20}公開(?:できません|していません|しません)/i,
  ],
];
/** Denials, users' own data, others' models and products. */
const ASIDE =
  /\b(?:no (?:proprietary|private|internal)|without (?:any )?(?:proprietary|private|internal)|not (?:use|trained on|rely on|include)|your (?:own )?|you|custom|users?|unlike|customers?|closed-source|proprietary models?|privacy|compared|outperforms?|competitive with)\b|您的|你的|自己的|用户/i;
const ABOUT_OTHERS: ReadonlySet<string> = new Set([
  "acknowledgements",
  "related-work",
  "citation",
  "news",
  "fine-tuning",
  "usage",
]);
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
    if (sentence.length > LONGEST || !TRAINED.test(sentence) || ASIDE.test(sentence)) continue;
    const kind = SAYS.find(([, words]) => words.test(sentence))?.[0];
    if (kind !== undefined) return kind;
  }
  return undefined;
}
