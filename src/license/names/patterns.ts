/** How licenses are called in running text: a pattern and what it stands for. */
export interface NamePattern {
  /** One of these is in every match, in lower case. */
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  /** The identifier for a match, or undefined when the words turn out not to name a license. */
  readonly id: (groups: readonly (string | undefined)[]) => string | undefined;
}

const LICENSE =
  "(?:licen[cs]e[sd]?|licença|licencia|licenza|lizenz|лицензи\\p{L}{1,3}|许可证?|許可|协议|協議|授权|ライセンス|라이선스|라이센스)";
const V = "(?:[,\\s-]{0,4}(?:version|ver\\.?|v\\.?|版本|バージョン))?[\\s-]{0,3}";
const END = "(?![\\p{L}\\p{N}]|\\.\\d)";
const START = "(?<![\\p{L}\\p{N}]|\\d\\.)";

/** @param needs words of which one is in every match, as a cheap test before the pattern's costly one */
const name = (needs: string, source: string, id: NamePattern["id"] | string): NamePattern => ({
  needs: needs.split("|"),
  pattern: new RegExp(START + source, "giu"),
  id: typeof id === "string" ? () => id : id,
});

function gnu(prefix: string): NamePattern["id"] {
  return ([, version, later]) => {
    if (version === undefined) return `LicenseRef-${prefix}-family`;
    const full = version.includes(".") ? version : `${version}.0`;
    return `${prefix}-${full}-${later === undefined || /only/i.test(later) ? "only" : "or-later"}`;
  };
}
const GNU_END = `(?:[\\s-]{0,3}(or[\\s-]later|or any later(?: version)?|\\+|only))?`;

function llama([, version]: readonly (string | undefined)[]): string {
  return version === undefined ? "LicenseRef-Llama-family" : `LicenseRef-Llama-${version}`;
}

function openRail([, house]: readonly (string | undefined)[]): string {
  const h = (house ?? "").toLowerCase();
  if (h.startsWith("creativeml")) return "LicenseRef-CreativeML-Open-RAIL-M";
  if (h.startsWith("bigscience")) return "LicenseRef-BigScience-OpenRAIL-M";
  if (h.startsWith("bigcode")) return "LicenseRef-BigCode-OpenRAIL-M";
  return "LicenseRef-OpenRAIL-family";
}

/** Names that are written in more than one way, most telling first; a longer match wins over a shorter one inside it. */
export const NAME_PATTERNS: readonly NamePattern[] = [
  name(
    "apache",
    `apache(?:[\\s-]{0,3}software)?(?:[\\s-]{0,3}${LICENSE})?${V}(2(?:\\.0)?|1\\.1|1\\.0)${END}(?:[\\s-]{0,3}${LICENSE})?`,
    ([, v]) => `Apache-${v === "2" ? "2.0" : v}`,
  ),
  name("alv2|asl", `(?:alv2|asl[\\s-]?2\\.0)${END}`, "Apache-2.0"),
  name("apache", `apache(?:[\\s-]{0,3}software)?[\\s-]{0,3}${LICENSE}`, "LicenseRef-Apache-family"),
  name("mit", `mit[\\s-]{1,2}(?:0|no[\\s-]attribution)${END}`, "MIT-0"),
  name("mit", `(?:the )?mit(?:/x11|/expat)?[\\s-]{0,3}(?:open[\\s-]source )?${LICENSE}(?! server)`, "MIT"),
  name(
    "mit",
    `(?:${LICENSE}|under(?: the)?|sous|unter|under an?|采用|基于|遵循|code|software|weights?|models?|data|dataset|代码|权重|模型|数据|コード|モデル|データ)[\\s:：=|"'(*\\[-]{1,6}mit${END}(?![\\s-](?:csail|media|press|technology))`,
    "MIT",
  ),
  name("expat|x11", `(?:expat|x11/mit) ${LICENSE}`, "MIT"),
  name(
    "bsd",
    `(?:bsd[\\s-]{0,3}(0|2|3|4)[\\s-]{0,3}(?:clauses?)?|(0|2|3|4|two|three|four|zero)[\\s-]clauses?[\\s-]bsd)${END}(?:[\\s-]${LICENSE})?`,
    ([, a, b]) => {
      const n = a ?? { zero: "0", two: "2", three: "3", four: "4" }[b?.toLowerCase() ?? ""] ?? b;
      return n === "0" ? "0BSD" : `BSD-${n}-Clause`;
    },
  ),
  name("bsd", `(?:new|modified|revised)[\\s-]bsd${END}(?:[\\s-]${LICENSE})?`, "BSD-3-Clause"),
  name("bsd", `(?:simplified bsd|freebsd) ${LICENSE}`, "BSD-2-Clause"),
  name("bsd", `bsd[\\s-]{1,2}${LICENSE}`, "LicenseRef-BSD-family"),
  name(
    "affero|agpl",
    `(?:gnu )?(?:affero (?:gnu )?general public licen[cs]e|agpl)(?:[\\s-]{1,2}licen[cs]e)?(?:\\s?\\(agpl\\))?${V}(?:(3(?:\\.0)?|1(?:\\.0)?)(?!\\.?\\d)${GNU_END})?`,
    gnu("AGPL"),
  ),
  name(
    "lesser|library|lgpl",
    `(?:gnu )?(?:(?:lesser|library) general public licen[cs]e|lgpl)(?:[\\s-]{1,2}licen[cs]e)?(?:\\s?\\(lgpl\\))?${V}(?:(2\\.0|2\\.1|2|3(?:\\.0)?)(?!\\.?\\d)${GNU_END})?`,
    gnu("LGPL"),
  ),
  name(
    "general public|gpl",
    `(?:gnu )?(?:general public licen[cs]e|gpl)(?:[\\s-]{1,2}licen[cs]e)?(?:\\s?\\(gpl\\))?${V}(?:(2(?:\\.0)?|3(?:\\.0)?|1(?:\\.0)?)(?!\\.?\\d)${GNU_END})?`,
    gnu("GPL"),
  ),
  name("licencia", `licencia pública general (?:de )?gnu${V}(?:(2|3)(?:\\.0)?)?`, gnu("GPL")),
  name(
    "documentation|gfdl",
    `(?:gnu )?(?:free documentation licen[cs]e|gfdl)${V}(?:(1\\.[123])(?!\\.?\\d)${GNU_END})?`,
    gnu("GFDL"),
  ),
  name(
    "mozilla|mpl",
    `(?:mozilla public licen[cs]e|mpl)(?:\\s?\\(mpl\\))?${V}(2(?:\\.0)?|1\\.1|1\\.0)${END}`,
    ([, v]) => `MPL-${v === "2" ? "2.0" : v}`,
  ),
  name(
    "eclipse|epl",
    `(?:eclipse public licen[cs]e|epl)${V}(2(?:\\.0)?|1(?:\\.0)?)${END}`,
    ([, v]) => `EPL-${v?.[0]}.0`,
  ),
  name("union|eupl", `(?:european union public licen[cs]e|eupl)${V}(1\\.[012])${END}`, ([, v]) => `EUPL-${v}`),
  name("isc", `isc ${LICENSE}`, "ISC"),
  name("zlib", `(?:the )?zlib[\\s-]${LICENSE}`, "Zlib"),
  name("unlicense", `(?:the )?unlicense${END}`, "Unlicense"),
  name("boost", `(?:boost software ${LICENSE}|boost ${LICENSE})(?:${V}1(?:\\.0)?)?${END}`, "BSL-1.0"),
  name("business|busl|bsl", `(?:business source ${LICENSE}|busl|bsl)${V}1\\.1${END}`, "BUSL-1.1"),
  name("business", `business source ${LICENSE}`, "BUSL-1.1"),
  name("server side|sspl", `(?:server side public ${LICENSE}|sspl)(?:[\\s-]{0,3}v?1(?:\\.0)?)?${END}`, "SSPL-1.0"),
  name("elastic", `elastic ${LICENSE}(?:${V}2(?:\\.0)?)?${END}`, "Elastic-2.0"),
  name("artistic", `artistic ${LICENSE}${V}(2\\.0|1\\.0)${END}`, ([, v]) => `Artistic-${v}`),
  name("font|ofl", `(?:sil )?(?:open font ${LICENSE}|ofl)${V}1\\.1${END}`, "OFL-1.1"),
  name(
    "mulan",
    `mulan ?psl${V}(2|1)(?:\\.0)?${END}|mulan permissive software ${LICENSE}${V}(2|1)`,
    ([, a, b]) => `MulanPSL-${a ?? b}.0`,
  ),
  name("木兰", `木兰宽松许可证[，,\\s]{0,3}第?\\s?(?:2|二)`, "MulanPSL-2.0"),
  name(
    "cdla|community data",
    `(?:community data ${LICENSE}(?: agreement)?|cdla)[\\s,–-]{1,4}(permissive|sharing)[\\s,()-]{0,4}${V}(2(?:\\.0)?|1(?:\\.0)?)${END}`,
    ([, kind, v]) => (/^s/i.test(kind ?? "") ? "CDLA-Sharing-1.0" : `CDLA-Permissive-${v?.[0]}.0`),
  ),
  name(
    "attribution|odc",
    `open data commons attribution ${LICENSE}|odc[\\s-]by${END}(?:[\\s-]{0,2}v?1\\.0)?`,
    "ODC-By-1.0",
  ),
  name("database|odbl", `(?:open data commons )?(?:open database ${LICENSE}|odbl)${END}(?:${V}1\\.0)?`, "ODbL-1.0"),
  name(
    "dedication|pddl",
    `(?:open data commons )?public domain dedication (?:and|&) ${LICENSE}|pddl${END}`,
    "PDDL-1.0",
  ),
  name(
    "ouverte|etalab",
    `licence ouverte(?: ?\\/ ?open licence)?${V}2\\.0|etalab[\\s-]{0,2}(?:open licence )?2\\.0`,
    "etalab-2.0",
  ),
  name("government", `open government licen[cs]e${V}(3|2|1)(?:\\.0)?`, ([, v]) => `OGL-UK-${v}.0`),
  name("openmdw", `openmdw(?: ${LICENSE}(?: agreement)?)?${V}(1\\.[01])${END}`, ([, v]) =>
    v === "1.0" ? "OpenMDW-1.0" : `LicenseRef-OpenMDW-${v}`,
  ),
  name("openmdw", `openmdw${END}(?: ${LICENSE}(?: agreement)?)?`, "LicenseRef-OpenMDW-family"),
  // The titles of the texts themselves, which do not say whose they are.
  name(
    "attribution",
    `attribution(?:[\\s-]{1,3}(non-?commercial))?(?:[\\s-]{1,3}(no-?deriv(?:ative)?s|share-?alike))? (4\\.0) international${END}`,
    ([, nc, other, v]) =>
      `CC-BY${nc === undefined ? "" : "-NC"}${other === undefined ? "" : /^s/i.test(other) ? "-SA" : "-ND"}-${v}`,
  ),
  name(
    "cc|creative",
    `(?:creative commons zero|cc0|cc[\\s-]zero)(?:[\\s-]{0,3}v?1\\.0)?(?: universal)?${END}`,
    "CC0-1.0",
  ),
  name(
    "llama",
    `(?:meta )?llama[\\s-]?(1|2|3\\.[1-3]|3|4)?(?:[\\s-](?:community|version))?[\\s-]{1,2}(?:community )?${LICENSE}(?: agreement)?${V}(?:release)?`,
    llama,
  ),
  name("llama", `llama (?:materials )?${LICENSE} agreement`, "LicenseRef-Llama-family"),
  name(
    "gemma",
    `gemma(?:[\\s-]\\d)? (?:terms(?: of use)?|${LICENSE}|利用規約)|ai\\.google\\.dev/gemma/terms`,
    "LicenseRef-Gemma",
  ),
  name("tongyi", `tongyi[\\s-]qianwen research ${LICENSE}`, "LicenseRef-Tongyi-Qianwen-Research"),
  name(
    "tongyi|通义",
    `tongyi[\\s-]qianwen(?: ${LICENSE}(?: agreement)?)?|通义千问(?:许可|协议)`,
    "LicenseRef-Tongyi-Qianwen",
  ),
  name("qwen", `qwen research ${LICENSE}`, "LicenseRef-Qwen-Research"),
  name("qwen", `qwen ${LICENSE}(?: agreement)?`, "LicenseRef-Qwen"),
  name("deepseek", `deepseek[\\s-](?:model )?${LICENSE}(?: agreement)?`, "LicenseRef-DeepSeek"),
  name(
    "rail",
    `(creativeml|bigscience|bigcode)?[\\s-]{0,2}open[\\s-]?rail\\+\\+(?:-m)?(?: ${LICENSE})?`,
    "LicenseRef-OpenRAIL++-M",
  ),
  name(
    "rail",
    `(creativeml|bigscience|bigcode)?[\\s-]{0,2}open[\\s-]?rail(?:[\\s-]?m)?(?: v1)?(?: ${LICENSE})?${END}`,
    openRail,
  ),
  name(
    "rail",
    `bigscience (?:bloom )?rail(?:[\\s-]1\\.0)?(?: ${LICENSE})?(?: v?1\\.0)?`,
    "LicenseRef-BigScience-RAIL-1.0",
  ),
  name("stability", `stability ai community ${LICENSE}`, "LicenseRef-Stability-Community"),
  name(
    "stability|stable|sdxl",
    `(?:stability ai|stable video diffusion|sdxl turbo)[\\s-]{1,2}non-?commercial(?: research)?(?: community)? ${LICENSE}`,
    "LicenseRef-Stability-NC",
  ),
  name("sdxl", `sdxl 0\\.9 research ${LICENSE}`, "LicenseRef-SDXL-0.9-Research"),
  name("flux", `flux[.\\s-]?1?[\\s-]{0,2}\\[?dev\\]?[\\s-]{1,2}non-?commercial ${LICENSE}`, "LicenseRef-FLUX-1-dev-NC"),
  name("exaone", `exaone ai model ${LICENSE}(?: agreement)?|exaone ${LICENSE}`, "LicenseRef-EXAONE-NC"),
  name("databricks", `databricks open(?: model| source)? ${LICENSE}`, "LicenseRef-Databricks-Open-Model"),
  name("mistral|mrl", `mistral ai research ${LICENSE}|mrl(?:-0\\.1)?${END}`, "LicenseRef-Mistral-MRL"),
  name("mistral|mnpl", `mistral ai non-?production ${LICENSE}|mnpl(?:-0\\.1)?${END}`, "LicenseRef-Mistral-MNPL"),
  name("nvidia", `nvidia open model ${LICENSE}`, "LicenseRef-NVIDIA-Open-Model"),
  name("nvidia", `nvidia source code ${LICENSE}(?:[\\s-]{0,3}nc)?`, "LicenseRef-NVIDIA-Source-Code-NC"),
  name("hunyuan", `(?:tencent )?hunyuan[\\s\\p{L}\\d.-]{0,20} community ${LICENSE}`, "LicenseRef-Tencent-Hunyuan"),
  name("minimax", `minimax(?:[\\s-]\\w{1,4})? model ${LICENSE}`, "LicenseRef-MiniMax-Model"),
  name("opt-175b", `opt-175b ${LICENSE}`, "LicenseRef-OPT-175B"),
  name(
    "baichuan",
    `baichuan[\\s\\d-]{0,4}(?:community |model )?${LICENSE}|baichuan[\\s\\S]{0,8}模型社区许可`,
    "LicenseRef-Baichuan",
  ),
  name("chatglm", `chatglm3?(?:-6b)? ${LICENSE}`, "LicenseRef-ChatGLM3"),
  name("glm-130b", `glm-130b ${LICENSE}`, "LicenseRef-GLM-130B"),
  name("falcon", `falcon(?:[\\s-](?:2|llm|180b))?[\\s\\w-]{0,6} (?:tii )?${LICENSE}`, "LicenseRef-Falcon-2"),
  name("yi", `yi (?:series models )?(?:community )?${LICENSE}`, "LicenseRef-Yi"),
  name("ai public", `fair ai public ${LICENSE}`, "LicenseRef-Fair-AI-Public-1.0"),
  name("open weights", `open weights permissive ${LICENSE}`, "LicenseRef-Open-Weights-Permissive"),
  name("sa-1b", `sa-1b (?:data ?set )?(?:research )?${LICENSE}`, "LicenseRef-SA-1B-Dataset-Research"),
  name("seamless", `seamless (?:licensing agreement|${LICENSE}(?: agreement)?)`, "LicenseRef-Seamless"),
  name("grok", `grok[\\s-]2 community ${LICENSE}`, "LicenseRef-Grok-2-Community"),
];

/** One of these is in every name of a Creative Commons license, in lower case. */
export const CC_NEEDS: readonly string[] = ["cc", "creative", "クリエイティブ", "知识共享", "创作共用"];

/** Elements of Creative Commons licenses as people write them, in the languages cards are written in. */
export const CC_NAME = new RegExp(
  `${START}(?:creative[\\s-]commons|クリエイティブ・?コモンズ|知识共享|创作共用|cc)[\\s:：_-]{0,3}(?:licen[cs]e[\\s:-]{1,3}|ライセンス)?((?:(?:by|nc|nd|sa|attribution|non[\\s-]?commercial|no[\\s-]?deriv(?:ative)?s?(?: works)?|share[\\s-]?alike|namensnennung|nicht[\\s-]kommerziell|keine bearbeitungen?|weitergabe unter gleichen bedingungen|attribuzione|atribución|atribuição|reconocimiento|no[\\s-]?comercial|não[\\s-]?comercial|compartirigual|pas d.utilisation commerciale|paternité|表示|非営利|継承|改変禁止|署名|非商业性?使用?|相同方式共享|禁止演绎)[\\s_–,・-]{0,3}){1,8})(?:licen[cs]e[\\s,]{1,3})?(?:(?:version|v\\.?)[\\s]{0,2})?(\\d\\.\\d|4|3|2)?`,
  "giu",
);
