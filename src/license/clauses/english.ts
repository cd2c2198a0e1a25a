import type { ClauseRule } from "./rule.ts";

/** Words that deny. */
const NOT =
  "(?:not|no|never|cannot|nor|neither|prohibit\\w{0,5}|forbid\\w{0,5}|disallow\\w{0,3}|without|exclud\\w{1,4}|except|barred|refrain)";
/** Words that forbid: `without` is left out, since it mostly says what a permission comes free of. */
const DENY =
  "(?:not|no|never|cannot|nor|neither|prohibit\\w{0,5}|forbid\\w{0,5}|disallow\\w{0,3}|exclud\\w{1,4}|except|barred|refrain)";
/** Words that make a purpose the only one. */
const ONLY =
  "(?:only|solely|exclusively|strictly|limited to|restricted to|limited exclusively|purely|merely|reserved for)";
const STUDY =
  "(?:research|academic|academia|educational|education|scholarly|teaching|evaluation|evaluating|scientific|study|experimental|testing|benchmarking|personal|hobby)";
/** Sentences that permit both sides of a limit. */
const BOTH =
  /\b(?:commercial(?:ly)? (?:and|or|as well as) (?:for )?noncommercial|noncommercial(?:ly)? (?:and|or|as well as|and also) (?:for )?commercial|research (?:and|or|as well as) (?:for )?commercial|(?:including|even|also)(?: for)?(?: any)? commercial|(?:personal|academic|scientific|research|educational|private|noncommercial)\b.{0,50}\b(?:and|or|as well as) (?:for )?(?:\w{1,12} )?commercial|commercial (?:use|purposes?) (?:is|are) (?:also )?(?:permitted|allowed|fine|welcome))\b/;

const rule = (
  category: ClauseRule["category"],
  source: string,
  extra?: Pick<ClauseRule, "unless" | "condition">,
): ClauseRule => ({ category, pattern: new RegExp(source, "u"), ...extra });

/** Limits as English license texts, notices and model cards put them. */
export const ENGLISH: readonly ClauseRule[] = [
  rule("noncommercial", `\\bnoncommercial(?:ly)?\\b`, { unless: BOTH }),
  rule("noncommercial", `\\b(?:nonprofit|not for profit)\\b.{0,40}\\b(?:only|solely|purposes?|use|organi)`, {
    unless: BOTH,
  }),
  rule("noncommercial", `\\b(?:purposes?|uses?|used) other than commercial\\b`),
  rule(
    "noncommercial",
    `\\b${DENY}\\b.{0,90}\\b(?:commercial(?:ly|i[sz]e|i[sz]ation)?|monetary|for profit|profit|business purposes?)\\b`,
    {
      unless:
        /\bnot limited to\b.{0,60}commercial|commercial(?:ly)? reasonable|not (?:only|just)\b|commercial damages|noncommercial|no (?:charge|cost|fee) .{0,40}commercial/,
    },
  ),
  rule(
    "noncommercial",
    `\\bcommercial(?:ly)?(?: \\w{1,20}){0,8} (?:prohibited|forbidden|excluded|not (?:allowed|permitted|granted|authori[sz]ed)|strictly|requires?|contact|must|need|separate|paid)\\b`,
  ),
  rule(
    "noncommercial",
    `\\b(?:commercial license|license for commercial)\\b.{0,80}\\b(?:contact|obtain|purchase|available|require|need|email|separate)`,
  ),
  rule("research-only", `\\b${ONLY}\\b.{0,70}\\b${STUDY}\\b`, { unless: BOTH }),
  rule("research-only", `\\b${STUDY}(?: \\w{1,20}){0,5} (?:only|solely|exclusively)\\b`, {
    unless: /\bpersonal (?:data|information)|not only/,
  }),
  rule(
    "research-only",
    `\\b(?:use|used|uses|licensed?|granted?|permitted|available|released|copy|redistribut\\w{1,4}|modify|intended)\\b.{0,60}\\bfor (?:\\w{1,20} ){0,3}${STUDY}(?: \\w{1,20}){0,3} (?:purposes?|uses?)\\b`,
    { unless: BOTH },
  ),
  rule("research-only", `\\b(?:research|academic|evaluation) (?:use )?license\\b`),
  rule(
    "no-production",
    `\\b${NOT}\\b.{0,80}\\bproduction\\b|\\bnonproduction\\b|\\bproduction (?:use|environments?|purposes?)\\b.{0,60}\\b${NOT}\\b`,
  ),
  rule(
    "user-threshold",
    `\\b(?:(?:monthly|daily|weekly|yearly) (?:active |unique )?(?:users?|visitors?|customers?)|(?:million|thousand|billion|\\d{3}) (?:active |unique |registered |monthly |daily |end )?users)\\b`,
  ),
  rule(
    "revenue-threshold",
    `\\b(?:revenues?|turnover|income|funding|valuation)\\b.{0,120}\\b(?:million|billion|usd|eur|rmb|dollars?|euros?|\\d{3})\\b|\\b(?:million|billion|usd|dollars?|\\d{3})\\b.{0,100}\\b(?:revenues?|turnover|annual income)\\b`,
  ),
  rule("revenue-threshold", `\\b(?:fewer|less|more) than (?:\\d{1,6}|\\w{1,12}) (?:employees|total individuals)\\b`),
  rule(
    "use-policy",
    `\\b(?:acceptable|prohibited|responsible|permitted|content) (?:use|usage|uses) (?:policy|policies|guidelines)\\b|\\b(?:usage|use) policy\\b|\\bcode of ethics\\b|\\btrustworthy ai terms\\b`,
  ),
  rule(
    "use-restrictions",
    `\\buse (?:based )?restrictions?\\b|\\brestricted uses?\\b|\\bprohibited uses?\\b|\\brestrictions? (?:set forth )?in attachment\\b`,
  ),
  rule(
    "use-restrictions",
    `\\b(?:agree|undertake|covenant|shall|must|may|will|can|should) (?:that you (?:will|shall) )?not (?:to )?(?:allow others to )?(?:be )?us(?:e|ed|ing)\\b`,
    {
      unless: /\b(?:in compliance with|endorse|promote|trademarks?|trade names?|names? of|logo)\b/,
    },
  ),
  rule(
    "use-restrictions",
    `\\b${NOT}\\b.{0,100}\\b(?:to harm|harms?|harmful|illegal|unlawful|evil|violat\\w{1,4}|disinformation|discriminat\\w{1,5}|defam\\w{1,5}|harass\\w{0,5}|exploit\\w{0,5} (?:of )?(?:minors|children)|human rights|medical advice)\\b`,
    {
      unless: /\b(?:liab|damages|warrant|responsib)/,
    },
  ),
  rule("use-restrictions", `\\bfor good not evil\\b`),
  rule(
    "field-of-use",
    `\\b${NOT}\\b.{0,100}\\b(?:military|weapons?|weaponry|warfare|army|defen[cs]e industry|law enforcement|police|surveillance|nuclear|gambling|biometric|facial recognition|politic\\w{1,4}|high risk)\\b|\\b(?:military|weapons?|warfare|surveillance|nuclear)\\b.{0,80}\\b${NOT}\\b`,
  ),
  rule(
    "field-of-use",
    `\\b${NOT}\\b.{0,100}\\b(?:compet(?:e|es|ing|itive|itors?)|managed service|hosted service|as a service|cloud services?|hosting)\\b`,
  ),
  rule(
    "territory",
    `\\b(?:${NOT}|outside|other than)\\b.{0,120}\\b(?:european union|e u|eu|eea|united kingdom|uk|south korea|china|russia|united states|usa|california|territory|embargoed|countries|residents?)\\b`,
    {
      unless:
        /\b(?:jurisdictions?|countries|states|laws?) (?:do|does|may) not (?:allow|permit)|export (?:control )?(?:laws?|regulations?)/,
    },
  ),
  rule(
    "territory",
    `\\b(?:only|solely|exclusively)\\b.{0,60}\\b(?:within|in) (?:the )?(?:territory|european union|united states|china|japan|countries)\\b`,
  ),
  rule(
    "no-training-others",
    `\\b(?:${NOT}|prohibited)\\b.{0,140}\\b(?:improv\\w{1,4}|train\\w{0,4}|distill\\w{0,6}|fine ?tun\\w{1,4}|develop\\w{0,5}|creat\\w{1,4}|build\\w{0,4})\\b.{0,80}\\b(?:other|another|competing|foundation\\w{0,3}|large language|similar|ai|machine learning|any)\\b.{0,60}\\b(?:models?|llms?|systems?|algorithms?)\\b`,
  ),
  rule(
    "no-training-others",
    `\\b${NOT}\\b.{0,80}\\b(?:machine learning|ai training|train(?:ing)? (?:of )?(?:an? |any )?(?:ai|machine|model|neural))`,
  ),
  rule(
    "no-sale",
    `\\bcommons clause\\b|\\b(?:not|no|without)\\b.{0,80}\\b(?:right to sell|sell|resell|selling|sold|resold|sale|rent|lease)\\b`,
    {
      unless: /\b(?:fonts? .{0,30}sold by itself|restriction)\b/,
    },
  ),
  rule(
    "no-redistribution",
    `\\b${NOT}\\b.{0,80}\\b(?:redistribut\\w{1,4}|distribut\\w{1,4}|republish\\w{0,3}|sublicens\\w{1,4}|transfer\\w{0,4}|share[ds]?|sharing|publish\\w{0,3}|disclos\\w{1,4}|cop(?:y|ied|ies)|reproduc\\w{1,5}|upload\\w{0,3})\\b`,
    {
      unless:
        /\b(?:in compliance with|the same terms|warrant|liab|obtain a copy|does not (?:affect|limit|apply)|reproduces? without|were not distributed|was not distributed|trademarks?|no separate|copyright notices?|copy of (?:the|this) license)\b/,
    },
  ),
  rule(
    "no-derivatives",
    `\\b${NOT}\\b.{0,70}\\b(?:modif(?:y|ied|ication|ications|ying)|alter(?:ed|ing)?|adapt(?:ed|ation|ations|ing)?|derivatives?|derived works?|remix\\w{0,3}|transform\\w{0,5}|translate)\\b|\\bnoderiv\\w{0,6}\\b`,
    {
      unless:
        /\b(?:with or without modification|in compliance with|warrant|this license|license text|reproduces? without|does not (?:affect|limit|apply))\b/,
    },
  ),
  rule(
    "no-reverse-engineering",
    `\\b(?:${NOT})\\b.{0,100}\\b(?:reverse engineer\\w{0,3}|decompil\\w{1,5}|disassembl\\w{1,4})\\b`,
  ),
  rule(
    "registration-required",
    `\\b(?:must|shall|required?|requires|need(?:s|ed)?|first|before|prior to|upon|after|please)\\b.{0,60}\\b(?:regist(?:er|ering|ration)|apply for|fill (?:in|out)|application form|sign(?:ed)? (?:up|the form|an? agreement)|request access|submit an? (?:form|application|request))\\b`,
    {
      unless: /\btrademarks?\b/,
    },
  ),
  rule(
    "permission-required",
    `\\b(?:prior|written|express|explicit|specific|separate|additional|further)\\b(?: \\w{1,20}){0,3} (?:permission|consent|approval|authori[sz]ation|agreement|license)\\b`,
    {
      unless:
        /\b(?:endorse|promote|names?|trademarks?|advertising|publicity|see the|under the|agreed to in writing|to the extent)\b/,
    },
  ),
  rule(
    "permission-required",
    `\\b(?:obtain|request|acquire|purchase|seek|get)\\b.{0,40}\\b(?:permission|consent|license|authori[sz]ation)\\b.{0,40}\\b(?:from|with|by|before|prior)\\b`,
    {
      unless:
        /\b(?:obtain a copy|endorse|promote|names? of|copy of the license|copyright holders? of (?:the )?(?:third|other)|clear(?:ing|ance)?)\b/,
    },
  ),
  rule(
    "permission-required",
    `\\b(?:no (?:license|rights?|permission) (?:is|are) granted|without (?:our|the|my)? ?permission)\\b`,
    {
      unless: /\b(?:trademarks?|names?|patent|implied|copyright)\b/,
    },
  ),
  rule(
    "revocable",
    `\\brevocable\\b|\\b(?:may|can|reserves? the right to|right to) (?:\\w{1,14} ){0,4}(?:revoke|withdraw|terminate|restrict|change|modify|update)\\b.{0,60}\\b(?:at any time|license|usage|remotely|sole discretion|terms)\\b`,
    {
      unless: /\birrevocable\b|\byou may\b|\brecipient\b/,
    },
  ),
  rule(
    "branding",
    `\\b(?:built (?:with|on)|powered by|prominently display|displays? prominently|must display|improved using)\\b`,
    { condition: true },
  ),
];

/**
 * Sentences that bind the reader without any of the limits above: they are shown to a person, and keep a text from
 * being called open, since nobody has shown that they limit nothing.
 */
export const BINDING =
  /\b(?:must|shall|may not|cannot|can not|not (?:be )?(?:permitted|allowed|used|authori[sz]ed|granted)|prohibit\w{0,5}|forbid\w{0,5}|restrict\w{0,6}|agree(?:s|d)?(?: that| to| not)|required?|requires|obligat\w{1,5}|only (?:if|for|when|by|to|with|under)|unless|provided that|on condition|conditions? (?:that|of)|subject to (?!the terms of the)|terminat\w{1,6}|revok\w{1,3}|royalt\w{1,3}|fees?|exclud\w{1,4}|except(?:ion)? (?:for|that|as)|limited to|consent)\b/;

/**
 * Sentences that bind nobody further: credits, citations, trademark and warranty notices, pointers to a file, the law
 * as it is anyway, and the conditions every permissive license has (keep the notice, give credit).
 */
export const HARMLESS =
  /\b(?:please cite|cite (?:our|the|this|us)|citation|bibtex|thank\w{0,3}|contributors?|acknowledg\w{1,7}|third party|trademarks?|trade names?|warrant(?:y|ies)|liab(?:le|ility)|damages|merchantability|as is|applicable laws?|(?:retain|include|reproduce|keep|preserve|provide|contain|carry) .{0,80}(?:notices?|copyright|license|attribution|credit)|see (?:the )?(?:license|file|notice|root|accompanying)|copy of (?:the|this) license|indemnif\w{1,7}|export|questions?|contact|derived from|their own|respective (?:owners|licenses?)|separate(?:ly)? licensed|this file except in compliance|required by applicable law|severab|governing permissions|endorse or promote)\b/;
