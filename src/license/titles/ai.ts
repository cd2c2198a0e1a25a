/** An AI license by its title and phrases (patterns over lower-case words with single spaces). */
export interface TitleRule {
  readonly id: string | ((match: RegExpExecArray) => string);
  readonly title: RegExp;
  /** All must be in the text. */
  readonly phrases: readonly RegExp[];
  /** True for a policy, which has no terms of a license; its title must begin the text. */
  readonly policy?: boolean;
}

/**
 * Titles and phrases of AI licenses, most particular first. Each was chosen so that it occurs in all known versions of
 * its license and in no other; a version in the title names the member of a family.
 */
export const AI_TITLES: readonly TitleRule[] = [
  {
    id: ([, version]) => `LicenseRef-Llama-${version}`,
    title: /\bllama (2|3\.1|3\.2|3\.3|3|4) (?:community license agreement|version release date)/,
    phrases: [/\bllama materials means\b/, /\bredistribution\b|\bgrant of rights\b/],
  },
  {
    id: "LicenseRef-Llama-1",
    title: /\bllama (?:\w+ ){0,4}license agreement|^this license agreement as may be amended/,
    phrases: [/noncommercial research/, /\bmeta\b/],
  },
  { id: "LicenseRef-Chameleon-Research", title: /\bchameleon research license/, phrases: [/noncommercial/] },
  {
    id: "LicenseRef-OPT-175B",
    title: /\bopt 175 ?b license agreement/,
    phrases: [/commercial or production purposes/],
  },
  {
    id: "LicenseRef-Gemma-PUP",
    policy: true,
    title: /\bgemma prohibited use policy/,
    phrases: [/you may not (?:use )?nor allow others to use gemma|may not use nor allow others/],
  },
  {
    id: "LicenseRef-Gemma",
    title: /\bgemma terms of use/,
    phrases: [/\bgemma services\b/, /\bsection 3 ?\.?2|use restrictions|distribution\b/],
  },
  {
    id: "LicenseRef-DeepSeek",
    title: /\bdeepseek license agreement/,
    phrases: [/use based restrictions|use restrictions/],
  },
  {
    id: "LicenseRef-Tongyi-Qianwen-Research",
    title: /\btongyi qianwen research license agreement/,
    phrases: [/noncommercial/],
  },
  {
    id: "LicenseRef-Tongyi-Qianwen",
    title: /\btongyi qianwen license agreement/,
    phrases: [/100 million monthly active users/],
  },
  { id: "LicenseRef-Qwen-Research", title: /\bqwen research license agreement/, phrases: [/noncommercial/] },
  { id: "LicenseRef-Qwen", title: /\bqwen license agreement/, phrases: [/100 million monthly active users/] },
  { id: "LicenseRef-SDXL-0.9-Research", title: /\bsdxl 0\.9 research license/, phrases: [/noncommercial|research/] },
  {
    id: "LicenseRef-Stability-NC",
    title:
      /\b(?:stability ai|stable video diffusion|sdxl turbo|stable \w+(?: \w+)?) noncommercial (?:research )?(?:community )?license/,
    phrases: [/noncommercial/],
  },
  {
    id: "LicenseRef-Stability-Community",
    title: /\bstability ai community license agreement/,
    phrases: [/annual revenue/],
  },
  {
    id: "LicenseRef-BigScience-RAIL-1.0",
    title: /\bbigscience (?:bloom )?rail license/,
    phrases: [/use based restrictions/],
  },
  { id: "LicenseRef-BigScience-OpenRAIL-M", title: /\bbigscience open ?rail m\b/, phrases: [/use based restrictions/] },
  {
    id: "LicenseRef-OpenRAIL++-M",
    title: /\bopen ?rail\+\+ m\b/,
    phrases: [/use based restrictions/],
  },
  {
    id: "LicenseRef-CreativeML-Open-RAIL-M",
    title: /\bcreativeml open ?rail m\b/,
    phrases: [/use based restrictions/],
  },
  { id: "LicenseRef-BigCode-OpenRAIL-M", title: /\bbigcode open ?rail m\b/, phrases: [/attachment a/] },
  {
    id: ([, version]) => `LicenseRef-RAIL-Source-${version}`,
    title: /\b(?:responsible ai|rail) source code license version (1\.\d)|\bresponsible ai source code license\b/,
    phrases: [/harm|restrict/],
  },
  {
    id: "LicenseRef-Falcon-2",
    title: /\bfalcon 2 (?:\w+ ){0,3}tii license|\btii falcon 2\b/,
    phrases: [/acceptable use policy/],
  },
  {
    id: "LicenseRef-Falcon-LLM",
    title: /\b(?:tii )?falcon(?: llm| 180b)? (?:tii )?license/,
    phrases: [/acceptable use policy/, /technology innovation institute/],
  },
  {
    id: "LicenseRef-EXAONE-NC",
    title: /\bexaone ai model license agreement/,
    phrases: [/commercial use|noncommercial/],
  },
  {
    id: "LicenseRef-FLUX-1-dev-NC",
    title: /\bflux (?:\w+ |\d ?\.?\d? ?){0,4}noncommercial license/,
    phrases: [/black forest labs|company/],
  },
  {
    id: "LicenseRef-NVIDIA-Open-Model",
    title: /\bnvidia open model license/,
    phrases: [/licensed by nvidia corporation under the nvidia open model license|trustworthy ai/],
  },
  { id: "LicenseRef-NVIDIA-Source-Code-NC", title: /\bnvidia source code license\b/, phrases: [/noncommercial/] },
  {
    id: "LicenseRef-NVIDIA-Model-Training",
    title: /\bnvidia data agreement for model training\b/,
    phrases: [/training/],
  },
  {
    id: "LicenseRef-Tencent-Hunyuan",
    title: /\btencent hunyuan (?:[\w.]+ ){0,4}community license agreement/,
    phrases: [/european union/],
  },
  {
    id: "LicenseRef-Databricks-Open-Model",
    title: /\bdatabricks open model license/,
    phrases: [/700 million monthly active users/],
  },
  { id: "LicenseRef-Databricks", title: /^(?:db|databricks) license\b/, phrases: [/databricks services/] },
  { id: "LicenseRef-GLM-130B", title: /\bglm 130 ?b license/, phrases: [/\bmilitary\b|noncommercial/] },
  { id: "LicenseRef-ChatGLM3", title: /\bchatglm ?(?:3|2)?(?: 6 ?b)? license/, phrases: [/\bmilitary\b/] },
  { id: "LicenseRef-GLM-4", title: /\bglm 4(?: \w+)? license/, phrases: [/\bmilitary\b/] },
  { id: "LicenseRef-MiniMax-Model", title: /\bminimax (?:\w+ )?model license/, phrases: [/prohibited uses?/] },
  {
    id: "LicenseRef-Yi",
    title: /\byi (?:series models? )?(?:community )?license agreement/,
    phrases: [/\b01 ?\.?ai\b|\blicensor\b/],
  },
  {
    id: "LicenseRef-Baichuan",
    title: /\bbaichuan ?2? (?:model )?(?:community )?license/,
    phrases: [/agreement|license/],
  },
  { id: "LicenseRef-TeleChat", title: /\btelechat (?:model )?(?:community )?license/, phrases: [/agreement|license/] },
  { id: "LicenseRef-Mistral-MRL", title: /\bmistral ai research license/, phrases: [/research purposes/] },
  {
    id: "LicenseRef-Mistral-MNPL",
    title: /\bmistral ai nonproduction license/,
    phrases: [/nonproduction environments?/],
  },
  {
    id: "LicenseRef-Playground-v2.5-Community",
    title: /\bplayground v ?2[ .\d]{0,4} ?community license/,
    phrases: [/1 million|1 000 000/],
  },
  {
    id: "LicenseRef-HyperCLOVA-X-SEED",
    title: /\bhyperclova ?x seed model license agreement/,
    phrases: [/10 million monthly active users/],
  },
  {
    id: "LicenseRef-LTX-2-Community",
    title: /\bltx(?:v| \w+)? (?:open weights|community) license/,
    phrases: [/attachment a/],
  },
  { id: "LicenseRef-Open-Aleph", title: /\bopen aleph license/, phrases: [/noncommercial/] },
  {
    id: "LicenseRef-Fair-AI-Public-1.0-SD",
    title: /\bfair ai public license 1\.0 sd/,
    phrases: [/\bmodel\b|\bsoftware\b/],
  },
  { id: "LicenseRef-Fair-AI-Public-1.0", title: /\bfair ai public license/, phrases: [/\bmodel\b|\bsoftware\b/] },
  { id: "LicenseRef-OpenAtom-Model-1.0", title: /\bopenatom model license/, phrases: [/\bmodel\b/] },
  { id: "LicenseRef-Open-Weights-Permissive", title: /\bopen weights permissive license/, phrases: [/\bweights\b/] },
  {
    id: "LicenseRef-Bilibili-Model",
    title: /\bbilibili (?:\w+ ){0,4}(?:license|agreement)/,
    phrases: [/million|billion/],
  },
  { id: "LicenseRef-Seamless", title: /\bseamless licensing agreement/, phrases: [/noncommercial research uses/] },
  { id: "LicenseRef-SA-1B-Dataset-Research", title: /\bsa 1 ?b dataset research license/, phrases: [/research/] },
  {
    id: "LicenseRef-NTT-Dialog-Eval",
    title: /\bevaluation license\b|\bsoftware evaluation agreement\b/,
    phrases: [/\bntt\b|nippon telegraph/, /evaluat/],
  },
  {
    id: "LicenseRef-Gretel-SAL",
    title: /\bgretel(?:\.?ai)? (?:\w+ ){0,3}source available license/,
    phrases: [/licens/],
  },
  { id: "LicenseRef-Apple-ML-Ferret", title: /\bresearch purposes\b/, phrases: [/\bapple\b/, /\bferret\b/] },
  {
    id: "LicenseRef-OpenRAIL-family",
    title: /\bopen ?rail\b|\buse based restrictions\b/,
    phrases: [/attachment a/, /you agree not to use the model/],
  },
];
