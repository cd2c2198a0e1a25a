/** Which human languages a card says that the model covers. */
import type { RuleEvidence } from "../framework.ts";
import { isOfOthers, type Page, wordsOf } from "./cards.ts";

/**
 * Languages by ISO 639 code and English name. The sign `*` marks classes 4 and 5 of the taxonomy of Joshi et al. 2020
 * (The State and Fate of Linguistic Diversity), which have plenty of data; the others have less.
 */
const TABLE = `en*English zh*Chinese fr*French de*German es*Spanish ja*Japanese ar*Arabic eu*Basque ca*Catalan hr*Croatian
cs*Czech nl*Dutch fi*Finnish hi*Hindi hu*Hungarian it*Italian ko*Korean fa*Persian pl*Polish pt*Portuguese ru*Russian
sr*Serbian sv*Swedish tr*Turkish vi*Vietnamese af-Afrikaans sq-Albanian am-Amharic hy-Armenian as-Assamese az-Azerbaijani
bn-Bengali be-Belarusian bs-Bosnian br-Breton bg-Bulgarian my-Burmese ceb-Cebuano cy-Welsh da-Danish et-Estonian eo-Esperanto
gl-Galician ka-Georgian el-Greek gu-Gujarati ht-Haitian ha-Hausa he-Hebrew id-Indonesian ig-Igbo is-Icelandic ga-Irish
jv-Javanese kn-Kannada kk-Kazakh km-Khmer rw-Kinyarwanda ku-Kurdish ky-Kyrgyz lo-Lao la-Latin lv-Latvian ln-Lingala lt-Lithuanian
lb-Luxembourgish mk-Macedonian mg-Malagasy ms-Malay ml-Malayalam mt-Maltese mi-Maori mr-Marathi mn-Mongolian ne-Nepali no-Norwegian
oc-Occitan or-Odia om-Oromo ps-Pashto pa-Punjabi ro-Romanian sa-Sanskrit gd-Gaelic sn-Shona sd-Sindhi si-Sinhala sk-Slovak sl-Slovenian
so-Somali su-Sundanese sw-Swahili tl-Tagalog tg-Tajik ta-Tamil tt-Tatar te-Telugu th-Thai bo-Tibetan ti-Tigrinya tn-Tswana
tk-Turkmen uk-Ukrainian ur-Urdu ug-Uyghur uz-Uzbek wo-Wolof xh-Xhosa yi-Yiddish yo-Yoruba zu-Zulu`;

/** Names in Chinese and Japanese. */
const EAST_ASIAN: readonly (readonly [string, RegExp])[] = [
  ["en", /英语|英文|英語/],
  ["zh", /中文|汉语|漢語|中国語|中國語/],
  ["ja", /日语|日文|日本語|日語/],
  ["ko", /韩语|韓語|韓国語|朝鲜语/],
  ["fr", /法语|法語|フランス語/],
  ["de", /德语|德語|ドイツ語/],
  ["es", /西班牙语|スペイン語/],
  ["ru", /俄语|ロシア語/],
  ["ar", /阿拉伯语|アラビア語/],
  ["pt", /葡萄牙语|ポルトガル語/],
  ["it", /意大利语|イタリア語/],
  ["vi", /越南语|ベトナム語/],
  ["th", /泰语|タイ語/],
  ["id", /印尼语|印度尼西亚语|インドネシア語/],
];

interface Language {
  readonly code: string;
  readonly name: string;
  readonly hasPlenty: boolean;
}

const LANGUAGES: readonly Language[] = TABLE.split(/\s+/).map((entry) => {
  const [, code = "", sign, name = ""] = /^([a-z]{2,3})([*-])(.{1,30})$/.exec(entry) ?? [];
  return { code, name, hasPlenty: sign === "*" };
});
const BY_CODE = new Map(LANGUAGES.map((language) => [language.code, language]));
const BY_NAME = new Map(LANGUAGES.map((language) => [language.name, language]));
/** Other names, and codes of three letters that cards use for the languages above. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  Mandarin: "zh",
  Farsi: "fa",
  Bangla: "bn",
  Filipino: "tl",
  Castilian: "es",
  Flemish: "nl",
  Oriya: "or",
};
const LONG_CODES: Readonly<Record<string, string>> = {
  eng: "en",
  zho: "zh",
  fra: "fr",
  deu: "de",
  spa: "es",
  jpn: "ja",
  ara: "ar",
  rus: "ru",
  kor: "ko",
  ita: "it",
  por: "pt",
  nld: "nl",
  pol: "pl",
  tur: "tr",
  vie: "vi",
  hin: "hi",
  swa: "sw",
  yor: "yo",
  zul: "zu",
  ben: "bn",
  tam: "ta",
  tel: "te",
  urd: "ur",
  nb: "no",
  nn: "no",
};

const NAMES = new RegExp(`\\b(?:${[...BY_NAME.keys(), ...Object.keys(OTHER_NAMES)].join("|")})\\b`, "g");
/** Words that make a sentence one about the languages of the model. */
const SPEAKS_OF_LANGUAGES =
  /\blanguages?\b|\b(?:multi|bi|mono|cross)-?lingual\b|\b(?:pre-?)?trained (?:on|for|with)\b|\b(?:supports?|understands?|speaks?|covers?|answers?)\b|\b(?:[A-Z][a-z]{2,12}) (?:[a-z-]{1,20} )?(?:language model|LLM|text|corpus|corpora|data|speech|GPT|BERT|T5|models?)\b|语言|多语|支持|训练|模型|语料|言語|対応|学習|モデル|コーパス/;
/** Not what the model covers. */
const ASIDE =
  /\b(?:do|does|is|are|can) ?n[o']t (?:yet )?(?:support|cover|include|speak|understand|trained)\b|\bunlike\b|\btranslated? (?:this|page)\b|\b(?:README|version of this)\b|不支持|非対応/i;
const MANY =
  /(?<!bench )(?<!bench-)\bmulti-?lingual\b|\b\d{2,3}\+? (?:(?!programming|coding|computer)[a-z]{1,20} ){0,2}languages\b|多语言|多言語|\d{2,3}\s?(?:种语言|言語)/i;
/** Plans, and other people's benchmarks. */
const NOT_YET = /\b(?:explore|todo|future|roadmap|will|plans?)\b|bench/i;
const MOST_PASSAGES = 600;

export interface CoveredLanguages {
  /** English names, each once. */
  readonly names: readonly string[];
  /** Those of them that have less data than classes 4 and 5 of the taxonomy. */
  readonly lessResourced: readonly string[];
  readonly places: readonly RuleEvidence[];
  /** Many languages are spoken of, whichever they are. */
  readonly many: readonly RuleEvidence[];
}

export function languagesIn(pages: readonly Page[]): CoveredLanguages {
  const found = new Map<string, Language>();
  const places: RuleEvidence[] = [];
  const many: RuleEvidence[] = [];
  const add = (codes: readonly string[], place: RuleEvidence): void => {
    const languages = codes.flatMap((code) => BY_CODE.get(code) ?? []);
    if (languages.some(({ code }) => !found.has(code))) places.push(place);
    for (const language of languages) found.set(language.code, language);
  };
  for (const page of pages) {
    const { path, frontMatter } = page.document;
    add(declared(frontMatter?.data.language), { path, lines: frontMatter?.lines ?? [1, 1] });
    const { sections, tables } = page.document;
    for (const passage of wordsOf(page).slice(0, MOST_PASSAGES)) {
      const { text, lines, section } = passage;
      if (isOfOthers(page.document, passage)) continue;
      const isInTable = tables.some((table) => table.lines[0] <= lines[0] && lines[1] <= table.lines[1]);
      if (MANY.test(text) && !isInTable && !NOT_YET.test(text)) many.push({ path, lines });
      const isListed = section !== undefined && /\blanguages?\b|语言|言語/i.test(sections[section]?.title ?? "");
      if (!(isListed || SPEAKS_OF_LANGUAGES.test(text)) || ASIDE.test(text)) continue;
      const named = (text.match(NAMES) ?? []).flatMap((name) => OTHER_NAMES[name] ?? BY_NAME.get(name)?.code ?? []);
      add([...named, ...EAST_ASIAN.filter(([, words]) => words.test(text)).map(([code]) => code)], { path, lines });
    }
  }
  const languages = [...found.values()];
  return {
    names: languages.map(({ name }) => name),
    lessResourced: languages.filter(({ hasPlenty }) => !hasPlenty).map(({ name }) => name),
    places,
    many,
  };
}

/** The front matter's `language`: a code or a list of them (Hugging Face model card metadata). */
function declared(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? value.slice(0, 300) : [value];
  return values.flatMap((one) => {
    if (typeof one !== "string") return [];
    const code = one.toLowerCase().split(/[-_]/)[0] ?? "";
    return [LONG_CODES[code] ?? code];
  });
}
