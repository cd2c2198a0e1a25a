/**
 * Sentences that bind the reader, name a purpose or deny something without any of the limits above: shown to a person,
 * and keep a text from being called open, since nobody has shown that they limit nothing.
 */
export const BINDING =
  /\b(?:must|shall|may not|not|no|cannot|never|only|solely|prohibit\w{0,5}|forbid\w{0,5}|restrict\w{0,6}|agree(?:s|d)?(?: that| to| not)|required?|requires|requested|asked to|obligat\w{1,5}|unless|provided that|on condition|conditions? (?:that|of)|subject to|terminat\w{1,6}|revok\w{1,3}|royalt\w{1,3}|fees?|payment|exclud\w{1,4}|except(?:ion)? (?:for|that|as)|limited|consent|permission|intended for|for (?:\w{1,14} ){0,3}(?:use|purposes?))\b/;

/**
 * Sentences that bind nobody further, though they may sound so: warranty and trademark notices, the law as it is
 * anyway, and the conditions every permissive license has (keep the notice, give credit).
 */
export const HARMLESS =
  /\b(?:trademarks?|trade names?|warrant(?:y|ies)|liab(?:le|ility)|damages|merchantability|loss of (?:use|data|profits)|business interruption|as is|applicable laws?|(?:retain|include|reproduce|keep|preserve|provide|contain|carry) .{0,80}(?:notices?|copyright|license|attribution|credit)|copy of (?:the|this) license|indemnif\w{1,7}|this file except in compliance|severab\w{0,6}|governing permissions|endorse or promote|without alteration the terms)\b/;

/**
 * Sentences that say nothing about what the reader may do: credits, citations, pointers, what a file is or belongs
 * to, and permissions without a condition. Only these are passed over; any other sentence beside a license is shown.
 */
export const PLAIN_STATEMENT =
  /\b(?:cite|citing|citation|bibtex|thank\w{0,3}|contributors?|contributed|contributions|acknowledg\w{1,7}|credits?|copyright|authors?|authored|maintain\w{1,3}|developed by|written by|created by|derived from|based on|adapted from|ported from|taken from|bundles?|includes? (?:software|code|material)|portions of|parts of|(?:contains?|includes?) (?:\w{1,12} )?code from|have notices at the top|(?:licenses|notices) used in those files|dependenc\w{1,4}|third party|see (?:also )?(?:the )?(?:license|licenses|notice|authors|accompanying|file|root|http|copying|credits)|file for details|for (?:more )?(?:details|information)|more information|questions?|question about|part of|this (?:license|file|notice|copy|project|repository|package|software|model|directory)(?: \w{1,20}){0,6} (?:applies|covers|contains|provides|describes|lists|was added)|(?:is|are) (?:licensed|released|distributed|made available|available|provided|published) (?:under|below|as)|licensed under|under the (?:same )?(?:terms|license)|terms below|following (?:terms|license|copyright)|(?:last )?(?:updated|modified|revised)|welcome|attribute as|title|year|version|unless otherwise (?:noted|stated|specified)|their own licenses?|respective (?:owners|licenses?)|free to use modify|free to use copy|commercial use is (?:permitted|allowed)|for any purpose|research and commercial|release[sd]? (?:under|notes))\b/;

/** Words of limits that a plain statement does not have. */
export const LOADED =
  /\b(?:reserved (?:by|to|for)|reserve (?:all )?rights|unmodified|(?:grant|license) ends|proprietary|confidential|approv\w{1,4}|weights? (?:license|terms)|model license|terms of the (?:weights|model|data|dataset)|terms for|buy|sales|paid|pay|money|shareware|freeware|donat\w{1,5}|dollars?|euros?|students?|members|evaluation|beta|private|expires?|withdrawn|belongs?|at most)\b/;
