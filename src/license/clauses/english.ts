import type { ClauseRule } from "./rule.ts";

/** Words that deny. */
const NOT =
  "(?:not|no|never|cannot|nor|neither|prohibit\\w{0,5}|forbid\\w{0,5}|disallow\\w{0,3}|without|exclud\\w{1,4}|except|barred|refrain)";
/** Words that deny what stands close after them. */
const MAY_NOT =
  "(?:(?:may|must|shall|can|will|should|agrees?) (?:\\w{1,12} ){0,2}?not|(?:do|does) not (?:grant|permit|allow|authori[sz]e|extend)|^do not|cannot|never|(?:prohibited|forbidden|barred|restricted|refrain) from|not (?:permitted|allowed|authori[sz]ed|licensed|entitled) to|not be|prohibits?|forbids?)";
/** What makes a denied thing denied when it comes first. */
const IS_DENIED =
  "(?:is|are|be|being) (?:\\w{1,12} ){0,2}?(?:prohibited|forbidden|disallowed|excluded|not (?:\\w{1,12} )?(?:permitted|allowed|authori[sz]ed|granted|licensed))";
/** Words that make a purpose the only one. */
const ONLY =
  "(?:only|solely|exclusively|strictly|(?<!not )limited to|restricted to|limited exclusively|purely|merely|reserved for)";
const STUDY =
  "(?:research|academic|academia|educational|education|scholarly|teaching|evaluation|evaluating|scientific|experimental|benchmarking)";
const PRIVATE = "(?:personal|private|internal|in house|hobby|home|household|individual)";
/** Sentences that permit both sides of a limit. */
const BOTH =
  /\b(?:commercial(?:ly)? (?:and|or|as well as) (?:for )?noncommercial|noncommercial(?:ly)? (?:and|or|as well as|and also) (?:for )?commercial|research (?:and|or|as well as) (?:for )?commercial|(?:including|even|also)(?: for)?(?: any)? commercial|(?:personal|academic|scientific|research|educational|private|noncommercial)\b.{0,50}\b(?:and|or|as well as) (?:for )?(?:\w{1,12} )?commercial|commercial (?:use|purposes?) (?:is|are) (?:also )?(?:permitted|allowed|fine|welcome))\b/;
/** True for a sentence that permits what another would limit: commercial beside non-commercial use. */
export function permitsBoth(plain: string): boolean {
  return BOTH.test(plain);
}

/** Denials that protect the reader's freedom, keep notices and names, or only repeat the law. */
const PROTECTS =
  /\b(?:impose|further restrictions?|recipients?|in compliance with|compliance with the license|notices?|endors\w{1,7}|promot\w{1,4}|trademarks?|service marks?|trade names?|names?|logos?|advertis\w{1,4}|publicity|warrant\w{0,3}|liab\w{1,6}|remov(?:e|ed|al)|construed|deemed|interpreted|considered|misrepresent\w{0,4}|origin|export\w{0,3}|terms of this license|this license|license (?:terms|text|document)|(?:provisions?|terms) of this agreement)\b/;

type Extra = Pick<ClauseRule, "unless" | "strength" | "yieldsTo">;
const rule = (category: ClauseRule["category"], source: string, extra?: Extra): ClauseRule => ({
  category,
  pattern: new RegExp(source, "u"),
  ...extra,
});
/** A hint of a limit: to be read by a person, since open licenses have such words too. */
const hint = (category: ClauseRule["category"], source: string, unless?: RegExp): ClauseRule =>
  rule(category, source, { strength: "hint", ...(unless ? { unless } : {}) });

const SHARING =
  "(?:redistribut\\w{1,4}|distribut\\w{1,4}|republish\\w{0,3}|sublicens\\w{1,4}|share[ds]?|sharing|publish\\w{0,3}|disclos\\w{1,4}|cop(?:y|ied|ies|ying)|reproduc\\w{1,5}|upload\\w{0,3}|transfer\\w{0,4})";
/** Changing, or making what comes of it: to speak of derivatives is not yet to make them. */
const CHANGING =
  "(?:modif(?:y|ied|ying)|alter(?:ed|ing)?|adapt(?:ed|ing)?|remix\\w{0,3}|transform(?:ed|ing)?|translat(?:e|ed|ing)|(?:mak(?:e|ing)|made|creat(?:e|ed|ing)|prepar(?:e|ed|ing)|produc(?:e|ed|ing)|develop(?:ed|ing)?|build(?:ing)?) (?:\\w{1,14} ){0,5}?(?:derivatives?|derived works?|adaptations?|modifications?|modified versions?))";
const CHANGED = "(?:derivatives?|derived works?|modifications?|adaptations?)";
/** One purpose or place for which a thing is denied, so that it is free for all others. */
const FOR_A_PURPOSE =
  "(?:for|with) (?!any purposes?\\b|all purposes?\\b|whatever|other purposes?\\b)(?:(?!purposes?\\b)\\w{1,20} ){1,9}?(?:purposes?|reasons?|ends?|applications?)\\b";
const SOMEWHERE_ELSE =
  "\\boutside (?:of )?(?:the |its |such )?(?:territor(?:y|ies)|european|eu\\b|united|country|countries|jurisdiction)";
const BOUNDED = `${FOR_A_PURPOSE}|${SOMEWHERE_ELSE}|\\bto (?:improve|train|develop or improve|fine ?tune|distill)\\b`;
/** What business a contract calls a person's own is neither private nor non-commercial. */
const OWN_BUSINESS = /\binternal business (?:purposes?|use|operations?|needs)\b/;
const BOTH_OR_BUSINESS = new RegExp(`${BOTH.source}|${OWN_BUSINESS.source}`);
/** Whoever does not agree has no license: so says every agreement. */
const UNLESS_AGREED = "\\bif you do not (?:accept|agree)|\\bunless you (?:accept|agree)";
/** The law on exports binds whether a license repeats it or not. */
const LAW_ON_TRADE =
  /\bprohibited by (?:\w{1,14} ){0,3}(?:export|trade control|sanctions?) (?:\w{1,14} ){0,2}(?:laws?|regulations?)\b/;
const SELLING = "(?:sell|resell|selling|sold|resold|sale|rent|rented|lease|leased)";

/** Limits as English license texts, notices and model cards put them. */
export const ENGLISH: readonly ClauseRule[] = [
  rule("noncommercial", "\\bnoncommercial(?:ly)?\\b", {
    unless: new RegExp(
      `${BOTH.source}|${OWN_BUSINESS.source}|\\b(?:except|other than)\\b.{0,120}\\bnoncommercial ai models?\\b`,
    ),
  }),
  rule("noncommercial", "\\b(?:nonprofit|not for profit)\\b.{0,40}\\b(?:only|solely|purposes?|use)\\b", {
    unless: BOTH,
  }),
  rule("noncommercial", "\\b(?:purposes?|uses?|used) other than commercial\\b"),
  rule(
    "noncommercial",
    `\\b(?:${MAY_NOT}|not|no|excluding|except(?: for)?)\\b(?: \\w{1,20}){0,9} (?:commercial(?:ly|i[sz]e|i[sz]ation)?|monetary|for profit|profit|business purposes?)\\b`,
    {
      unless:
        /\bnot limited to\b.{0,60}commercial|commercial(?:ly)? (?:reasonable|viable)|not (?:only|just)\b|commercial damages|\bno (?:charge|cost|fee|overt)\b|commercial (?:items?|computer)|restrict\w{0,4} .{0,40}commercial|\bloss\b/,
    },
  ),
  rule(
    "noncommercial",
    `\\bcommercial(?:ly)?(?: \\w{1,20}){0,8} (?:${IS_DENIED}|prohibited|forbidden|requires?|contact|must|need|separate|paid)\\b`,
    { unless: /\b(?:commercial items?|commercially reasonable|commercial damages|offering)\b/ },
  ),
  rule(
    "noncommercial",
    "\\bno (?:license|rights?) (?:is|are) (?:\\w{1,12} ){0,4}?(?:that|which) .{0,80}\\bcommercial(?:ly)?\\b",
  ),
  rule(
    "noncommercial",
    "\\b(?:commercial license|license for commercial)\\b.{0,80}\\b(?:contact|obtain|purchase|available|require|need|email|separate)",
  ),
  rule(
    "noncommercial",
    "\\b(?:for|in) commercial (?:use|purposes?|products?|applications?)\\b.{0,60}\\b(?:contact|please|obtain|purchase|e ?mail)\\b",
  ),
  rule("research-only", `\\b${ONLY}\\b.{0,70}\\b${STUDY}\\b`, { unless: BOTH_OR_BUSINESS }),
  rule("research-only", `\\b(?:${STUDY}|${PRIVATE})(?: \\w{1,20}){0,5} (?:only|solely|exclusively)\\b`, {
    unless: /\bpersonal (?:data|information)|not only|individual contributor/,
  }),
  rule("research-only", `\\b${ONLY}(?: \\w{1,20}){0,6} ${PRIVATE}(?: \\w{1,20}){0,4} (?:use|uses|purposes?)\\b`, {
    unless: BOTH_OR_BUSINESS,
  }),
  rule("field-of-use", `\\b${ONLY}(?: \\w{1,20}){0,8} ${OWN_BUSINESS.source.slice(2)}`),
  rule(
    "research-only",
    `\\b(?:use|used|uses|licensed?|granted?|permitted|available|released|copy|redistribut\\w{1,4}|modify|intended|permission)\\b.{0,60}\\bfor (?:\\w{1,20} ){0,3}(?:${STUDY}|${PRIVATE})(?: \\w{1,20}){0,3} (?:purposes?|uses?)\\b`,
    { unless: BOTH_OR_BUSINESS },
  ),
  rule(
    "research-only",
    `^(?:\\w{1,14} ){0,4}(?:free |licensed |released |provided |available )?for (?:\\w{1,14} ){0,2}(?:${STUDY}|${PRIVATE})(?: \\w{1,14}){0,2} (?:use|uses|purposes?)$`,
    { unless: BOTH_OR_BUSINESS },
  ),
  rule("research-only", "\\b(?:research|academic|evaluation|trial|beta|demo) (?:use )?(?:only )?licen[cs]e\\b", {
    unless: /\bacademic free license\b/,
  }),
  rule(
    "no-production",
    `\\b${MAY_NOT}\\b.{0,80}\\bproduction\\b|\\bnonproduction\\b|\\bproduction (?:use|environments?|purposes?)\\b.{0,60}\\b(?:${IS_DENIED}|not|prohibited)\\b|\\b(?:other than|except(?: for)?|excluding) production\\b`,
  ),
  rule(
    "user-threshold",
    "\\b(?:(?:monthly|daily|weekly|yearly) (?:active |unique )?(?:users?|visitors?|customers?)|(?:million|thousand|billion|\\d{3}) (?:active |unique |registered |monthly |daily |end )?users)\\b",
  ),
  rule(
    "revenue-threshold",
    "\\b(?:revenues?|turnover|income|funding|valuation)\\b.{0,120}\\b(?:million|billion|usd|eur|rmb|dollars?|euros?|\\d{3})\\b|\\b(?:million|billion|usd|dollars?|\\d{3})\\b.{0,100}\\b(?:revenues?|turnover|annual income)\\b",
  ),
  rule("revenue-threshold", "\\b(?:fewer|less|more) than (?:\\d{1,6}|\\w{1,12}) (?:employees|total individuals)\\b"),
  rule(
    "use-policy",
    "\\b(?:acceptable|prohibited|responsible|permitted|content) (?:use|usage|uses) (?:policy|policies|guidelines)\\b|\\b(?:usage|use) policy\\b|\\bcode of ethics\\b|\\btrustworthy ai terms\\b",
  ),
  rule(
    "use-restrictions",
    "\\buse based restrictions?\\b|\\bprohibited uses?\\b|\\brestricted uses?\\b|\\buse restrictions?\\b|\\brestrictions? (?:set forth )?in attachment\\b",
  ),
  rule(
    "use-restrictions",
    `\\b(?:agree|undertake|covenant|shall|must|may|will|can|should) (?:that you (?:will|shall) )?not (?:to )?(?:allow others to )?(?:be )?us(?:e|ed|ing)(?: \\w{1,14}){0,5} (?:models?|software|weights|materials?|outputs?|derivatives|data|dataset|services?|products?|program|code|for|in|to|by)\\b`,
    {
      unless: new RegExp(`${PROTECTS.source}|${UNLESS_AGREED}`),
      yieldsTo: ["noncommercial", "research-only", "no-production", "field-of-use", "territory", "no-training-others"],
    },
  ),
  rule(
    "use-restrictions",
    `\\b(?:${MAY_NOT}|not|prohibited)\\b.{0,100}\\b(?:to harm|harmful|illegal|unlawful|evil|violat\\w{1,4} (?:any |the )?(?:law|right|human)|disinformation|discriminat\\w{1,5}|defam\\w{1,5}|harass\\w{0,5}|exploit\\w{0,5} (?:of )?(?:minors|children)|human rights|medical advice)\\b`,
    {
      unless:
        /\b(?:liab\w{1,6}|damages|warrant\w{0,3}|responsib\w{1,6}|may you do good|do not discriminate|trademarks?)\b/,
    },
  ),
  rule("use-restrictions", "\\bused for good not evil\\b"),
  rule(
    "field-of-use",
    `\\b(?:${MAY_NOT}|not (?:be )?used?|excluding|except|prohibit\\w{0,5})\\b.{0,200}\\b(?:military|weapons?|weaponry|warfare|army|defen[cs]e industry|law enforcement|police|surveillance|gambling|biometric|facial recognition|politic\\w{1,4}|fossil fuels?)\\b|\\b(?:military|weapons?|warfare|surveillance)\\b.{0,80}\\b${IS_DENIED}\\b`,
    { unless: LAW_ON_TRADE },
  ),
  rule("field-of-use", "\\bnonmilitary\\b|\\b(?:peaceful|civilian|humanitarian|ethical) (?:use|uses|purposes?)\\b"),
  hint("field-of-use", `\\b${NOT}\\b.{0,80}\\b(?:nuclear|high risk|life support|military|weapons?|surveillance)\\b`),
  rule(
    "field-of-use",
    `\\b(?:${MAY_NOT}|excluding|except)\\b.{0,100}\\b(?:compet(?:e|es|ing|itive|itors?)|managed service|hosted service|as a service|cloud services?|hosting)\\b`,
    { unless: /\bcompetent\b/, yieldsTo: ["no-training-others"] },
  ),
  rule(
    "field-of-use",
    `\\b${MAY_NOT}\\b.{0,200}\\b(?:us(?:e|ed|ing)|${SHARING}|${CHANGING})\\b.{0,200}\\b${FOR_A_PURPOSE}`,
    {
      unless: /\b(?:illegal|unlawful|harmful|unless|except|only|endors\w{1,7}|promot\w{1,4}|names?|trademarks?)\b/,
      yieldsTo: ["noncommercial", "research-only", "no-production", "territory"],
    },
  ),
  rule(
    "territory",
    `\\b(?:${MAY_NOT}|not|outside|other than|excluding|except)\\b.{0,120}\\b(?:european union|e u|eu|eea|united kingdom|uk|south korea|china|russia|territory|embargoed|residents?)\\b`,
    {
      unless:
        /\b(?:jurisdictions?|countries|states|laws?) (?:do|does|may) not (?:allow|permit)|\bexport|laws? of|principal office|govern|\brepresents? and warrants? to\b/,
    },
  ),
  rule(
    "territory",
    "\\b(?:only|solely|exclusively)\\b.{0,60}\\b(?:within|in) (?:the )?(?:territory|european union|united states|china|japan)\\b",
    { unless: /\bcourts?\b|\bjurisdiction\b/ },
  ),
  rule(
    "no-training-others",
    `\\b(?:${MAY_NOT}|not|prohibited)\\b.{0,140}\\b(?:improv\\w{1,4}|train\\w{0,4}|distill\\w{0,6}|fine ?tun\\w{1,4}|develop\\w{0,5}|creat\\w{1,4}|build\\w{0,4})\\b.{0,80}\\b(?:other|another|competing|foundation\\w{0,3}|large language|similar|ai|machine learning|any)\\b.{0,60}\\b(?:models?|llms?|algorithms?)\\b`,
  ),
  rule(
    "no-training-others",
    `\\b${MAY_NOT}\\b.{0,140}\\b(?:improv|train|distill|fine ?tun|develop|creat|build)\\w{0,6}\\b.{0,60}\\b(?:models?|llms?) (?:that|which) (?:\\w{1,12} ){0,3}?compet`,
  ),
  rule(
    "no-training-others",
    `\\b(?:${MAY_NOT}|not|no|excluding)\\b.{0,80}\\b(?:machine learning|ai training|train(?:ing)? (?:of )?(?:an? |any )?(?:ai|machine|model|neural|artificial))`,
    { unless: /\b(?:datasets?|data|code|scripts) (?:\w{1,12} ){0,3}(?:used|needed|required) (?:to|for|in) train/ },
  ),
  rule(
    "no-sale",
    `\\bcommons clause\\b|\\b(?:not|no)\\b.{0,60}\\bright to sell\\b|\\b${MAY_NOT}(?: \\w{1,14}){0,7} ${SELLING}\\b|\\bnot for (?:re)?sale\\b`,
    {
      unless: /\b(?:sold by itself|by themselves|by itself|sale of goods)\b/,
    },
  ),
  rule("no-sale", `\\b${SELLING}(?: \\w{1,20}){0,6} ${IS_DENIED}\\b`, { unless: /\bsale of goods\b/ }),
  hint(
    "no-sale",
    `\\b${NOT}\\b.{0,60}\\b(?:${SELLING}|charge|fee|fees)\\b`,
    /\b(?:free of charge|without (?:fee|charge)|no charge)\b/,
  ),
  rule("no-redistribution", `\\b${MAY_NOT}(?: \\w{1,14}){0,4}? ${SHARING}\\b`, {
    unless: new RegExp(`${PROTECTS.source}|\\b(?:unless|except|without|only|provided|if|until)\\b|${BOUNDED}`),
  }),
  rule(
    "no-redistribution",
    `\\b(?:redistribution|distribution|copying|sharing|reproduction|publication|duplication)(?: \\w{1,20}){0,7} ${IS_DENIED}\\b|\\bno (?:redistribution|copying)\\b|\\bdo not (?:re)?distribute\\b`,
  ),
  hint("no-redistribution", `\\b${MAY_NOT}(?: \\w{1,14}){0,8} ${SHARING}\\b`, PROTECTS),
  rule("no-derivatives", `\\b${MAY_NOT}(?: \\w{1,14}){0,4}? ${CHANGING}\\b`, {
    unless: new RegExp(
      `${PROTECTS.source}|\\b(?:unless|except|without|only|provided|if|until|affect|limit|apply)\\b|${BOUNDED}`,
    ),
  }),
  rule(
    "no-derivatives",
    `\\b(?:modifications?|alteration|derivative works?|adaptations?)(?: \\w{1,20}){0,5} ${IS_DENIED}\\b|\\bno ?deriv\\w{0,6}\\b|\\bno (?:modifications?|derivative works)\\b`,
    { unless: PROTECTS },
  ),
  hint(
    "no-derivatives",
    `\\b(?:${MAY_NOT}|without)(?: \\w{1,14}){0,6} (?:${CHANGING}|${CHANGED})\\b`,
    new RegExp(`${PROTECTS.source}|with or without|reproduces? without`),
  ),
  rule(
    "no-reverse-engineering",
    `\\b(?:${MAY_NOT}|no|not)\\b.{0,100}\\b(?:reverse engineer\\w{0,3}|decompil\\w{1,5}|disassembl\\w{1,4})\\b`,
  ),
  rule(
    "registration-required",
    "\\b(?:must|shall|required?|requires|need(?:s|ed)?|first|before|prior to|upon|please)\\b.{0,60}\\b(?:regist(?:er|ering|ration)|apply for (?:an? |the |our )?(?:\\w{1,14} )?(?:license|access|permission|authori[sz]ation)|fill (?:in|out)|application form|sign(?:ed)? (?:up|the form|an? agreement)|request access|submit an? (?:form|application|request))\\b",
    { unless: /\btrademarks?\b|registered (?:office|under)/ },
  ),
  rule(
    "permission-required",
    "\\b(?:require[sd]?|must|needs?|obtain\\w{0,3}|only|request|subject to|seek|not|written)\\b.{0,90}\\b(?:prior|written|express|explicit)\\b(?: \\w{1,20}){0,3} (?:permission|consent|approval|authori[sz]ation|license)\\b",
    {
      unless: new RegExp(
        `${PROTECTS.source}|\\bassign (?:this agreement|(?:\\w{1,12} ){0,3}any of its rights)|agreed to in writing|to the extent|hereby granted|is granted`,
      ),
    },
  ),
  rule(
    "permission-required",
    "\\b(?:must|shall|need to|required to|please|first|have to)\\b.{0,30}\\b(?:obtain|request|acquire|purchase|seek|get)\\b.{0,40}\\b(?:permission|consent|license|authori[sz]ation|agreement)\\b",
    { unless: /\b(?:obtain a copy|endorse|promote|names? of|copy of|third part)/ },
  ),
  hint(
    "permission-required",
    "\\b(?:prior|written|express|explicit|specific|separate|special)\\b(?: \\w{1,20}){0,3} (?:permission|consent|approval|authori[sz]ation|agreement|license)\\b",
    PROTECTS,
  ),
  rule("permission-required", "\\bno (?:license|rights?|permission) (?:is|are) (?:hereby )?granted\\b", {
    unless: /\b(?:trademarks?|names?|patent|implied|copyright|other)\b|\b(?:that|which) .{0,80}\bcommercial/,
  }),
  rule(
    "revocable",
    "\\b(?<!ir)revocable\\b|\\b(?:licen[cs]e|permission|rights?)(?: \\w{1,14}){0,4} (?:may|can) be (?:revoked|withdrawn|terminated) at any time\\b|\\brestrict (?:remotely|usage remotely)\\b|\\bremotely or otherwise\\b",
  ),
  hint(
    "revocable",
    "\\b(?:may|can|reserves? the right to|right to) (?:\\w{1,14} ){0,4}(?:revoke|withdraw|terminate|restrict|change)\\b",
    /\byou may\b|\brecipient\b/,
  ),
  rule(
    "branding",
    "\\b(?:built (?:with|on)|powered by|prominently display|displays? prominently|must display|improved using)\\b",
    { strength: "condition" },
  ),
];
