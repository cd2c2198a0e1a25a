/** What each rule on cards asks for, by the headings and words of the templates, in English, Chinese and Japanese. */
import { COMPUTE, ENERGY } from "./compute.ts";
import type { Parts } from "./judge-parts.ts";

export const DETAILS: Parts = {
  developer: {
    stated: true,
    says: /\b(?:developed|created|trained|built|released|shared|funded|published|introduced|proposed|authored) by\b|\b(?:developers?|authors?|organi[sz]ation|maintainers?)\s?[:：]|\b(?:we|our team) (?:\w{1,12} ){0,3}(?:introduce|present|release|propose|develop|train|announce|open-source|publish|are (?:releasing|excited|proud))|\bour\b.{0,40}\bmodels?\b|由.{1,60}(?:开发|研发|训练|发布|提出|推出)|我们.{0,20}(?:发布|推出|提出|开源|训练)|(?:が|によって|により)(?:開発|作成|公開|提供)|(?:開発|公開|学習)し(?:た|ました|て)/i,
    title: /\b(?:authors?|team|developed by|developers?)\b|开发者|作者|開発者/i,
    bibliography: true,
  },
  kind: {
    topics: ["architecture"],
    says: /\bmodel (?:type|architecture)\b|\b(?:transformer|decoder-only|encoder-decoder|autoregressive|auto-regressive|diffusion model|mixture[- ]of[- ]experts|moe|convolutional|vision transformer|state[- ]space|gpt-?\d|bert|t5|llama|vit|unet|u-net|gan|rnn|lstm|codec|auto-?encoder|encoder|decoder|language models?|vision-language|multimodal models?|foundation models?|neural networks?|classifiers?|embedding models?|text-to-(?:speech|image|video|audio)|speech recognition models?)\b|语言模型|架构|模型结构|自回归|アーキテクチャ|自己回帰/i,
  },
};

export const USES: Parts = {
  purpose: {
    topics: ["intended-use"],
    says: /\b(?:intended (?:use|uses|users|for|to be used)|designed (?:for|to)|use cases?|can be used (?:for|to)|suitable for|for research (?:purposes|use)|target(?:ed)? (?:users|audience))\b|适用于|用途|可用于|旨在|使用目的|想定|目的とし/i,
  },
  outOfScope: {
    topics: ["out-of-scope-use"],
    says: /\b(?:out[- ]of[- ]scope|not (?:be used|intended|suitable|designed|recommended|meant)|should not be (?:used|deployed|relied)|must not be used|prohibited|misuse|malicious use|may not (?:be used|use)|unintended use|(?:caution|cautioned|advise|recommend) against|(?:do not|don.t|cannot) (?:recommend|support)|discourage[ds]?)\b|不得用于|禁止|不适用|请勿|不应|しないで|禁止|想定してい(?:ない|ません)|目的外/i,
  },
};

export const LIMITS: Parts = {
  limits: {
    topics: ["limitations"],
    says: /\b(?:limitations?|(?<!weights (?:and|&) )biases|may (?:produce|generate|contain|output|exhibit|hallucinate)|hallucinat\w{1,6}|known issues|stereotyp\w{1,6}|failure (?:modes|cases))\b|局限|偏见|幻觉|风险|制限事項|限界|バイアス|偏り/i,
  },
};

export const TRAINING: Parts = {
  trainingData: {
    stated: true,
    artifacts: ["datasets", "data-card"],
    says: /\b(?:pre-?|fine-?)?(?:train(?:ed|ing)?|tuned)\b[^.\n]{0,80}\b(?:on|with|using|from|over)\b[^.\n]{0,160}\b(?:tokens?|hours|images|datasets?|corpus|corpora|data|text|web ?pages|sentences|sequences|genomes|videos|documents|examples|samples|pairs|pile|common ?crawl|wikipedia)\b|训练(?:数据|语料)|(?:学習|訓練)データ|コーパス/i,
  },
  trainingProcedure: {
    topics: ["training", "hyperparameters", "fine-tuning"],
    says: /\b(?:learning rate|batch size|optimi[sz]er|adamw?|epochs?|training (?:procedure|steps|details|recipe|code|script|framework)|gpt-neox|megatron|deepspeed|warm-?up|context (?:length|window) of)\b|学习率|批大小|优化器|训练(?:流程|过程|细节|框架)|学習率|バッチサイズ|学習(?:手順|設定|方法)/i,
  },
};

export const EVALUATION: Parts = {
  results: {
    stated: true,
    artifacts: ["evaluation-results"],
    says: /\b(?:achiev\w{1,3}|obtain\w{0,3}|scor(?:es?|ed|ing)|reach\w{0,3}|accuracy of|wer of|perplexity)\b[^\n]{0,80}\d|评测|评估结果|評価結果|精度/i,
    keys: ["model-index"],
  },
  tested: {
    stated: true,
    artifacts: ["evaluation-results", "evaluation-data"],
    topics: ["evaluation"],
    says: /\b(?:evaluated|tested|benchmarked|measured|performance|results?|scores?|accuracy)\b[^\n]{0,80}\b(?:on|against|over|across)\b|\btest sets?\b|\bbenchmarks?\b|测试集|基准|ベンチマーク|テストセット|評価データ/i,
    keys: ["model-index"],
  },
};

export const COST: Parts = { compute: COMPUTE, energy: ENERGY };

export const REACH: Parts = {
  citation: {
    topics: ["citation", "paper"],
    bibliography: true,
    links: /\bpapers?\b|\barxiv\b|\b(?:technical|tech) report\b|论文|論文|技术报告/i,
    says: /\b(?:bibtex|please cite|cite (?:us|our|this|the)|arxiv|doi\.org)\b|@(?:article|misc|inproceedings|techreport|software|online)\{|引用|論文|论文/i,
  },
  contact: {
    topics: ["contact"],
    says: /\b(?:contact|e-?mail|reach out|feedback|questions?|issues?|discord|slack|wechat|forum|discussions?)\b|\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,20}\b|联系|邮箱|反馈|微信|お問い合わせ|問合せ|連絡/i,
    title: /\b(?:contacts?|community|support|authors?)\b|联系|お問い?合わ?せ/i,
  },
};

export const MOTIVATION: Parts = {
  motivation: {
    topics: ["intended-use"],
    title:
      /\b(?:motivation|purpose|rationale|overview|summary|introduction|description|uses?)\b|概要|目的|简介|介绍|背景/i,
    says: /\b(?:created (?:to|for)|purpose|motivat\w{1,5}|intended (?:for|to|use)|designed (?:to|for)|goal|in order to|aims? to|used to (?:pre-?)?train|(?:pre-?)?train(?:ed|ing)? (?:on|data|set|corpus))\b|目的|为了|用于|ため|学習に/i,
  },
};

export const COMPOSITION: Parts = {
  amounts: {
    says: /\b\d[\d.,]{0,12}\s?(?:\+\s?)?(?:k|m|b|t|thousand|million|billion|trillion)?\+?\s?(?:[a-z-]{1,20} ){0,2}(?:tokens?|words|documents?|examples?|samples?|hours?|images?|pairs?|sentences?|utterances?|conversations?|articles?|posts?|videos?|clips?|sequences?|instances?|records?|rows?|pages|files|repositories|gb|tb|gib|tib|mb|bytes)\b|\d[\d.,]{0,10}\s?(?:万|亿|億|兆|条|小时|件|時間|トークン|文)/i,
    title:
      /\b(?:composition|size|statistics|data splits?|dataset structure|data instances|data fields|data mix\w{0,5})\b|构成|规模|統計|構成|規模/i,
    keys: ["dataset_info", "size_categories"],
  },
};

export const COLLECTION: Parts = {
  sources: {
    title: /\b(?:source data|data sources?|sources?|provenance)\b|数据来源|出典|データソース/i,
    says: /\b(?:wikipedia|common ?crawl|github|books?|arxiv|stack ?exchange|c4|the pile|redpajama|laion|imagenet|librispeech|common ?voice|youtube|reddit|crawl(?:ed)?|web|pubmed|uniref\w{0,4}|publicly available|sources?|derived from|obtained from|taken from|sampled from|subset of|provided by)\b|来源|爬取|公开|維基|维基|ウィキペディア|から(?:収集|取得|抽出)/i,
    keys: ["source_datasets"],
  },
  collection: {
    title: /\b(?:collection|curation|how (?:was|is) (?:the|it)|data creation|construction)\b|采集|收集|収集|構築/i,
    says: /\b(?:collect(?:ed|ing|ion)|crawl(?:ed|ing)?|scrap(?:ed|ing)|download(?:ed|ing)?|gather(?:ed|ing)|curat(?:ed|ion|ing)|annotat(?:ed|ion|ors?)|record(?:ed|ing)|generat(?:ed|ing)|extract(?:ed|ing|ion)|compil(?:ed|ing)|sampled|assembl(?:ed|ing)|obtained|sourced|constructed|created from)\b|采集|收集|爬取|标注|収集|抽出|作成|アノテーション/i,
  },
};

export const PROCESSING: Parts = {
  processing: {
    topics: ["data-processing"],
    says: /\b(?:filter(?:ed|ing|s)?|de-?dup\w{0,12}|clean(?:ed|ing)?|remov(?:ed|al|ing)|normali[sz]\w{0,6}|pre-?process(?:ed|ing)?|tokeni[sz](?:ed|ation)|redact\w{0,4}|exclud(?:ed|ing)|discard(?:ed|ing)|heuristics?|language identification)\b|过滤|去重|清洗|处理|フィルタ|重複|前処理|クレンジング/i,
  },
};

export const RISKS: Parts = {
  personalData: {
    title: /\b(?:personal|sensitive|privacy|pii|consent)\b|个人信息|隐私|個人情報|プライバシー/i,
    says: /\b(?:(?:personal(?:ly)?|user)[- ](?:identif\w{1,8}|information|data)|pii|privacy|sensitive (?:information|data)|anonymi[sz]\w{0,6}|e-?mail addresses|consent|opt[- ]?out)\b|个人信息|隐私|脱敏|個人情報|プライバシー|匿名/i,
  },
  bias: {
    topics: ["limitations"],
    title: /\bbias(?:es)?\b|偏见|バイアス/i,
    says: /\b(?:bias(?:es|ed)?|toxic\w{0,4}|harmful|offensive|stereotyp\w{1,6}|limitations?|representati(?:ve|on)|under-?represented|skew(?:ed)?|imbalance\w{0,2})\b|偏见|有害|局限|バイアス|偏り|有害/i,
  },
};

export const TERMS: Parts = {
  license: {
    topics: ["license"],
    says: /\b(?:licen[cs]e[sd]?|terms of use|copyright|public domain|CC[- ]BY|CC0|ODC|Apache)\b|许可|授权|协议|ライセンス|利用規約|著作権/i,
    keys: ["license"],
  },
  maintenance: {
    topics: ["contact", "news"],
    title:
      /\b(?:maintenance|versions?|changelog|updates?|contacts?|authors?|curators?)\b|维护|版本|更新|保守|バージョン/i,
    says: /\b(?:maintain(?:ed|er|ers|ing)?|updated?|version \d|v\d\.\d|contact|errata|take-?down|removal requests?|will be (?:updated|released)|doi)\b|维护|更新|版本|联系|保守|更新|バージョン|連絡/i,
  },
};
