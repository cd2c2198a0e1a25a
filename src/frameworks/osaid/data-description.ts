/**
 * Which aspects of the training data documents describe. Only sentences count that state what was done or what the data
 * hold: instructions for preparing data of one's own, and what is said of tools, describe no training data.
 */
import { frontPages, releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Document, Passage, Section } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { RuleEvidence } from "../framework.ts";

/** What a description has to tell (OSAID 1.0, Data Information, item 1). */
export const ASPECTS = ["provenance", "scope", "selection", "processing"] as const;
export type Aspect = (typeof ASPECTS)[number];

const WORDS: Readonly<Record<Aspect, RegExp>> = {
  provenance:
    /\b(?:collected|crawled|scraped|sourced|derived|obtained|taken|downloaded|gathered|drawn|culled|extracted) from\b|\b(?:data )?sources\b|\bcommon ?crawl\b|\bwikipedia\b|\bprovenance\b|来源|来自|采集|収集|出典|由来/i,
  scope:
    /\b\d[\d.,]{0,12} ?(?:k|m|b|t|thousand|million|billion|trillion|万|亿|億|兆)?\+? ?(?:\w{1,14} )?(?:tokens?|words|documents?|examples?|samples?|hours?|images?|pairs?|sentences?|utterances?|conversations?|languages?|tasks|gb|tb|gib|tib|mb|词元|条|小时|件|時間)\b|\b(?:two|three|four|five|several|many|multiple|in the following) languages\b|\bin (?:English|French|German|Spanish|Italian|Chinese|Japanese)\b|语种|言語/i,
  selection:
    /\b(?:select(?:ed|ion)|sampled|sampling (?:rate|weight|ratio|probabilit)\w{0,5}|curat(?:ed|ion)|mixture|weighted|proportions?|(?:up|down)-?sampl(?:ed|ing))\b|筛选|配比|选取|選定|選別/i,
  processing:
    /\b(?:filter(?:ed|ing|s)?|de-?dup\w{0,12}|clean(?:ed|ing)|pre-?process(?:ed|ing)|normali[sz]ed|anonymi[sz]\w{0,5}|redact\w{0,4}|removed?)\b|过滤|去重|清洗|预处理|フィルタ|重複|前処理|クリーニング/i,
};

const ABOUT_DATA: ReadonlySet<string> = new Set(["training-data", "data-processing"]);
/** Under these headings data are the reader's own, or those of others. */
const ABOUT_ELSE: ReadonlySet<string> = new Set([
  "fine-tuning",
  "usage",
  "installation",
  "reproduction",
  "acknowledgements",
  "related-work",
  "citation",
  "news",
]);
const CARD = /(?:^|\/)[^/]{0,80}(?:data(?:set)?[-_ ]?cards?|datasheets?|data[-_ ]?statements?)[^/]{0,60}$/i;
const CARD_TITLE = /\b(?:data ?(?:set)? card|datasheet|data statement)\b/i;

const DONE =
  "collected|crawled|scraped|sourced|gathered|obtained|derived|drawn|taken|culled|built|created|constructed|compiled|curated|filtered|cleaned|de-?duplicated|removed|selected|sampled|weighted|trained|pre-?trained|composed|annotated|translated|generated|anonymi[sz]ed|pre-?processed|processed|used";
/** A sentence that states something: somebody did it, it was done, or it is so. */
const STATES = new RegExp(
  `\\b(?:was|were|is|are|been) (?:\\w{1,14} ){0,3}(?:${DONE})\\b` +
    `|\\b(?:we|which) (?:\\w{1,14} ){0,2}(?:${DONE}|collect|crawl|filter|clean|remove|sample|select|apply|applied)\\b` +
    "|\\btrained (?:\\w{1,14} ){0,3}on\\b|\\b(?:consists?|comprises?|contains?|includes?|covers?|spans?)\\b" +
    "|\\b(?:corpus|data ?set|data|collection|mixture) (?:of|with|from|culled|drawn)\\b|[\\u3040-\\u30ff\\u4e00-\\u9fff]",
  "i",
);
/** Instructions, and what is said of tools and file formats rather than of data. */
const ASIDE =
  /\b(?:you|your|yours|please|make sure|first step|e\.g\. run)\b|\b(?:director(?:y|ies)|folders?|scripts?|tools?|notebooks?|commands?|formats?|formatted|columns?|fields?|flags?|arguments?|modules?|functions?|classes|cached?)\b|\b(?:this|the|our) (?:repo|repository|implementation|code|library)\b|\bcode (?:to|for|used|snippets?)\b|\b(?:permissible|acceptable|allowed)\b|\b(?:should|must|need to|has to|have to|let us|let's)\b|您|你|自己的|してください/i;
const IMPERATIVE =
  /^\W{0,6}(?:\d{1,2}[.)] )?(?:use|run|download|set|place|put|prepare|convert|install|see|clone|add|create|make|specify|note|follow|check|open|edit|change|execute|merge|load|generate|select|filter|remove)\b/i;
/** Outside of such sections and cards, a sentence of a front page has to say itself that it is about what the model was trained on. */
const TRAINED_ON =
  /\b(?:pre-?)?trained (?:[\w-]{1,20} ){0,6}?(?:on|with|using|over|from)\b|\b(?:pre-?)?training (?:data|corpus|corpora|(?:data ?)?set)\b|(?:训练|预训练)[^。]{0,40}(?:语料|数据|tokens?)|(?:语料|数据)[^。]{0,40}训练|学習(?:データ|コーパス)|(?:データ|コーパス|テキスト)[^。]{0,40}学習/i;
const COMPARES =
  /\b(?:than|compared|outperforms?|unlike|baselines?|other models?|similar to|GPUs?|TPUs?|not (?:the ones? )?trained|they say|their paper)\b|相比|优于|比較/i;
const MODEL_CARD = /(?:^|\/)[^/]{0,60}model[-_ ]?cards?[^/]{0,60}(?:\/[^/]{1,100})?$/i;
const SIZE = /\d{2,5} ?[x×] ?\d{2,5}/g;
const MOST_PLACES = 6;
const LONGEST = 2_000;

export interface DataDescription {
  readonly aspects: readonly Aspect[];
  readonly places: readonly RuleEvidence[];
}

/** Which aspects of the training data are described, in sections about them, in data cards and on front pages, and where. */
export function dataDescription(facts: Facts): DataDescription {
  const front = new Set(frontPages(facts));
  const told = releaseDocuments(facts).flatMap((document) =>
    toldIn(document, front.has(document) || MODEL_CARD.test(document.path)),
  );
  return {
    aspects: ASPECTS.filter((aspect) => told.some(({ aspects }) => aspects.includes(aspect))),
    places: told.map(({ place }) => place).slice(0, MOST_PLACES),
  };
}

/**
 * Whether a section is headed as one about training data, or a front page says that the model was trained on something:
 * then it is not sure that nothing describes them.
 */
export const speaksOfData = (facts: Facts): boolean =>
  releaseDocuments(facts).some(({ sections }) =>
    sections.some(({ filled, topics }) => filled && topics.some((topic) => ABOUT_DATA.has(topic))),
  ) || frontPages(facts).some(({ passages }) => passages.some(({ text }) => TRAINED_ON.test(text.slice(0, LONGEST))));

interface Told {
  readonly aspects: readonly Aspect[];
  readonly place: RuleEvidence;
}

/** @param isFront whether sentences count that stand anywhere in it */
function toldIn(document: Document, isFront: boolean): readonly Told[] {
  const isCard = CARD.test(document.path) || CARD_TITLE.test(document.sections[0]?.title ?? "");
  return document.passages.flatMap((passage): readonly Told[] => {
    const headings = enclosing(document.sections, passage);
    const topics = headings.flatMap((heading) => heading.topics);
    // The page's own title names the model's kind: a fine-tuned model is trained on its data as well.
    const isElse = headings.some(({ index, topics }) => index > 0 && topics.some((topic) => ABOUT_ELSE.has(topic)));
    const isAbout = isCard || topics.some((topic) => ABOUT_DATA.has(topic));
    if (isElse || !(isAbout || isFront)) return [];
    // A heading announces; what stands under it tells.
    if (headings[0]?.title === passage.text || headings[0]?.lines[0] === passage.lines[0]) return [];
    const aspects = aspectsOf(passage.text, !isAbout);
    return aspects.length === 0 ? [] : [{ aspects, place: { path: document.path, lines: passage.lines } }];
  });
}

/** The section of a passage and those around it, the nearest first. */
function enclosing(sections: readonly Section[], { section }: Passage): readonly Section[] {
  const found: Section[] = [];
  for (let index = section; index !== undefined && found.length < 6; index = sections[index]?.parent) {
    const one = sections[index];
    if (one !== undefined) found.push(one);
  }
  return found;
}

/**
 * The aspects of training data that the sentences of a passage state.
 * @param byItself true where nothing around the passage says that it is about training data
 */
export function aspectsOf(passage: string, byItself = false): readonly Aspect[] {
  const sentences = passage
    .slice(0, 20_000)
    .split(/[。！!;；\n]|\.(?=\s|$)|(?<=[?？])/)
    .filter(
      (sentence) =>
        sentence.length <= LONGEST &&
        STATES.test(sentence) &&
        !ASIDE.test(sentence) &&
        !IMPERATIVE.test(sentence) &&
        (!byItself || (TRAINED_ON.test(sentence) && !COMPARES.test(sentence))),
    );
  // Hours of computing and sizes of images are no amount of data.
  const counted = sentences.filter((sentence) => !/\b[GT]PUs?\b/i.test(sentence)).map((one) => one.replace(SIZE, " "));
  return ASPECTS.filter((aspect) =>
    (aspect === "scope" ? counted : sentences).some((sentence) => WORDS[aspect].test(sentence)),
  );
}
