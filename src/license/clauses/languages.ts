import type { ClauseRule } from "./rule.ts";

const rule = (category: ClauseRule["category"], source: string, unless?: RegExp): ClauseRule => ({
  category,
  pattern: new RegExp(source, "u"),
  ...(unless ? { unless } : {}),
});

/** One purpose for which a thing is denied: "不得出于军事目的". */
const FOR_A_PURPOSE = "(?:出于|用于|為了|为了)(?!任何(?:目的|用途)).{1,24}(?:目的|用途)";
/** A grant that cannot be handed on ("不可转让") forbids nobody to share the work. */
const GRANTED = "授予.{0,60}(?:许可|許可|授权|授權)";

/**
 * Limits in the languages other than English that model cards and licenses are written in most: Chinese, Japanese,
 * Korean, French, German, Spanish, Portuguese, Italian and Russian. Sentences are in plain form (see `ClauseRule`);
 * Chinese, Japanese and Korean characters stand there without spaces between them.
 */
export const OTHER_LANGUAGES: readonly ClauseRule[] = [
  rule("noncommercial", "非商[业用業]|非営利", /商[业用業].{0,6}(?:和|与|或|及)非商|非商.{0,8}(?:和|与|或|及)商/),
  rule(
    "noncommercial",
    "(?:禁止|不得|不能|不可|不允许|不允許|严禁|嚴禁|未经|未經).{0,24}(?:商[业用業]|营利|營利|盈利)",
    /不(?:仅|只|限于)|授予您.{0,60}商用/,
  ),
  rule(
    "noncommercial",
    "(?:商[业用業]|营利|盈利).{0,20}(?:禁止|不得|不允许|不可|需要?|须|須|授权|授權|申请|联系|許可を|許諾|できません|できない|不可|認め(?:ません|られ))",
    /(?:允许|可以|可|支持|免费|免費).{0,6}商[业用業]|商[业用業].{0,8}(?:允许|可能です|免费)|授予您.{0,60}商用/,
  ),
  rule("noncommercial", "営利(?:目的)?.{0,16}(?:禁止|不可|できません)"),
  rule("noncommercial", "상업적?.{0,24}(?:금지|불가|허(?:용|가)되지|할수없|안됩니다|문의)|비상업|비영리"),
  rule(
    "noncommercial",
    "\\b(?:usage|utilisation|fins?|buts?)\\b.{0,20}\\bnon ?commercia\\p{L}{1,4}|commercial\\p{L}{0,3} .{0,40}(?:interdit|prohib|exclu)|(?:interdi|prohib)\\p{L}{0,4} .{0,60}commercia",
  ),
  rule(
    "noncommercial",
    "nicht (?:für |zu |zur )?(?:\\p{L}{1,12} )?kommerziell|nichtkommerziell|kommerziell\\p{L}{0,3} .{0,60}(?:untersagt|verboten|ausgeschlossen|nicht (?:gestattet|erlaubt|zulässig))|(?:keine?|untersagt|verboten) .{0,40}kommerziell",
  ),
  rule(
    "noncommercial",
    "(?:prohib|proib)\\p{L}{1,4} .{0,50}comercia|(?:uso|fines?|fins|finalidades?) (?:no|não) comercia|comercia\\p{L}{1,4} .{0,40}(?:prohib|proib|no (?:está )?permitid|não (?:é )?permitid)|\\bno comercial",
  ),
  rule(
    "noncommercial",
    "(?:vietat|proibit)\\p{L} .{0,50}commercia|commercial\\p{L}{1,3} .{0,40}(?:vietat|proibit|non (?:è )?(?:consentit|permess))|(?:uso|scopi|fini) non ?commercial",
  ),
  rule(
    "noncommercial",
    "некоммерч|коммерческ\\p{L}{1,3} .{0,50}(?:запрещ|не допуск|не разреш)|(?:запрещ\\p{L}{1,5}|нельзя) .{0,50}коммерч",
  ),
  rule(
    "research-only",
    "(?:仅|僅|只|限)(?:供|限|用于|用於|可|能|为|為|用).{0,16}(?:学术|學術|研究|科研|教育|学习|教学|评测)",
  ),
  rule(
    "research-only",
    "(?:研究|学術|教育|学習|評価)(?:目的|用途|利用)?(?:での?|に)?(?:のみ|限[りる])|(?:学术|研究|科研|学习)(?:用途|目的|使用)?(?:仅限|only)",
  ),
  rule("research-only", "(?:연구|학술|교육).{0,12}(?:로만|에만|에한해|한정)"),
  rule(
    "research-only",
    "(?:nur|ausschließlich|lediglich) .{0,40}(?:forschung|wissenschaftlich|akademisch|lehre|bildung|privat)",
  ),
  rule(
    "research-only",
    "(?:uniquement|seulement|exclusivement|réservée?s?) .{0,50}(?:recherche|usage privé|académique|scientifique|pédagogique|éducati)|(?:recherche|académique) .{0,20}(?:uniquement|seulement|exclusivement)",
  ),
  rule(
    "research-only",
    "(?:solo|solamente|únicamente|exclusivamente|apenas|somente|soltanto|esclusivamente|unicamente) .{0,50}(?:investigación|académic|educati|pesquisa|acadêmic|ricerca|accademic|didattic)",
  ),
  rule(
    "research-only",
    "только .{0,50}(?:исследова|научн|учебн|образоват)|исключительно .{0,50}(?:исследова|научн|учебн|образоват)",
  ),
  rule(
    "registration-required",
    "(?:需要?|须|須|必须|必須|应|請|请|先).{0,24}(?:登记|登記|注册|註冊|申请|申請|备案|填写|填寫)|(?:登记|注册|申请|备案).{0,16}(?:后|後|方可|通过)",
  ),
  rule("registration-required", "(?:登録|申請|申し込み).{0,16}(?:必要|ください|必須)"),
  rule(
    "permission-required",
    "(?:书面|書面|事前|事先).{0,10}(?:许可|許可|授权|授權|同意|承諾|申请|申請)",
    /标识|標識|商标|商標|名称|名稱|徽标|担保|擔保/,
  ),
  rule(
    "no-redistribution",
    "(?:禁止|不得|严禁|不可).{0,16}(?:分发|分發|传播|传播|转让|再配布|公开|分享)|再配布.{0,12}(?:禁止|できません|不可)",
    new RegExp(`${GRANTED}|${FOR_A_PURPOSE}`),
  ),
  rule("revocable", "(?<!不)可(?:随时)?撤[销銷回]", /不可撤/),
  rule(
    "no-redistribution",
    "재배포.{0,12}(?:금지|불가)|(?:weitergabe|verbreitung) .{0,40}(?:untersagt|verboten|nicht)|redistribu\\p{L}{1,6} .{0,40}(?:interdit|prohibid|proibid|vietat)",
  ),
  rule(
    "no-derivatives",
    "(?:禁止|不得).{0,12}(?:修改|演绎|改编|(?:创建|创作|制作|生成|开发).{0,8}衍生)|改変.{0,8}(?:禁止|不可|できません)|수정.{0,8}금지",
    new RegExp(FOR_A_PURPOSE),
  ),
  {
    ...rule("field-of-use", `(?:不得|禁止|不可|严禁).{0,60}${FOR_A_PURPOSE}`, /非法|违法|研究|学术|教育/),
    yieldsTo: ["noncommercial", "research-only"],
  },
  rule(
    "field-of-use",
    "(?:不得|禁止|不会|不會|不可|严禁).{0,40}(?:军事|軍事|武器|国家安全|國家安全)|軍事.{0,16}(?:禁止|できません)",
  ),
  rule(
    "use-restrictions",
    "(?:不得|禁止|不会|不應|不应|严禁).{0,30}(?:违法|违反|非法|危害|法律法规|侵害)|(?:違法|公序良俗).{0,20}(?:禁止|できません|ないでください)",
  ),
  rule(
    "user-threshold",
    "(?:日|月)(?:均|活跃|活躍)?.{0,8}(?:用户|使用者|活).{0,14}(?:万|萬|百万|亿|\\d)|月間アクティブユーザー",
  ),
  rule("revenue-threshold", "(?:年|月)?(?:收入|营收|營收|売上).{0,24}(?:万|萬|亿|億|美元|人民币|円|\\d)"),
  rule("territory", "(?:不适用于|不適用於|不得在).{0,20}(?:欧盟|歐盟|欧洲|美国|中国)"),
  rule("no-training-others", "(?:不得|禁止).{0,30}(?:训练|改进|蒸馏|開発|改善).{0,20}(?:模型|モデル)"),
  rule("use-policy", "使用政策|可接受使用|利用規約に(?:従|同意)|禁止用途"),
];

/** Sentences in those languages that bind the reader: shown to a person. */
export const BINDING_ELSEWHERE =
  /必须|必須|不得|禁止|须|須|需要?(?:遵守|遵循|同意|获得)|仅限|许可协议|模型协议|しなければ|てはなりません|禁じ|금지|반드시|해야|동의|untersagt|verboten|muss|müssen|interdit|obligatoire|doit|prohibid|debe[nr]?\b|proibid|devem?\b|vietat|deve\b|запрещ|обязан|должн/u;

/** Sentences in those languages that say which license applies, credit somebody or point somewhere. */
export const HARMLESS_ELSEWHERE =
  /翻译|翻譯|译文|参考|參考|版权所有|感谢|感謝|引用|联系|聯繫|开源|開源|采用|遵循|依照|免费|免費|商用可能|著作権|謝辞|問い合わせ|公開されて|提供されて|ライセンスの下|распространяется|лицензи/u;
