import { permitsBoth } from "../clauses/english.ts";
import { plainForm, sureLimitsIn } from "../clauses/find.ts";
import type { RestrictionCategory } from "../license.ts";
import type { Words } from "../text/tokens.ts";
import type { Alignment, Edit } from "./align.ts";
import { disclaimerMask, wordsOf } from "./zones.ts";

/** What a change to a license's own words does. */
export interface EditJudgement {
  readonly from: number;
  readonly to: number;
  /** `harmless`: names, years, spelling. `unclear`: a person has to read it. `changes`: the terms are others. `limits`: a freedom is taken. */
  readonly effect: "harmless" | "unclear" | "changes" | "limits";
  readonly category?: RestrictionCategory;
  /** True when what was taken out may be the limit of a limiting license. */
  readonly lifts?: boolean;
}

/** Words that make a license a limiting one; a copy without them may be its open relative. */
const LIMITING = new Set(["noncommercial", "noderivatives", "noderivs", "nc", "nd"]);

/** Parts of addresses that no sentence has. */
const ADDRESS = new Set(["org", "com", "net", "io", "html", "htm", "dev"]);

/** Added runs of this many words or more are sentences of their own and are read as such, not as edits. */
export const PARAGRAPH = 8;

/** Words that narrow a grant wherever they are put into one. */
const NARROWING: Readonly<Record<string, RestrictionCategory>> = {
  noncommercial: "noncommercial",
  noncommercially: "noncommercial",
  nonprofit: "noncommercial",
  academic: "research-only",
  educational: "research-only",
  education: "research-only",
  research: "research-only",
  scholarly: "research-only",
  teaching: "research-only",
  evaluation: "research-only",
  experimental: "research-only",
  testing: "research-only",
  trial: "research-only",
  personal: "research-only",
  private: "research-only",
  internal: "research-only",
  internally: "research-only",
  hobby: "research-only",
  nonproduction: "no-production",
  revocable: "revocable",
  revoked: "revocable",
  excluding: "use-restrictions",
  except: "use-restrictions",
  excepting: "use-restrictions",
  only: "use-restrictions",
  solely: "use-restrictions",
  exclusively: "use-restrictions",
  prohibited: "use-restrictions",
  forbidden: "use-restrictions",
  restricted: "use-restrictions",
  peaceful: "field-of-use",
  civilian: "field-of-use",
  military: "field-of-use",
  humanitarian: "field-of-use",
  ethical: "use-restrictions",
  lawful: "use-restrictions",
  approved: "permission-required",
  registered: "registration-required",
};

/** Words that turn a sentence round. */
const TURNING = new Set([
  "not",
  "no",
  "never",
  "nor",
  "neither",
  "without",
  "unless",
  "cannot",
  "but",
  "however",
  "if",
  "until",
  "must",
  "shall",
  "may",
  "require",
  "required",
  "requires",
  "subject",
  "provided",
  "permission",
  "consent",
  "approval",
  "fee",
  "payment",
  "paid",
  "royalty",
  "limited",
  "limit",
  "restrict",
  "restriction",
  "restrictions",
  "policy",
  "terminate",
  "days",
  "months",
  "commercial",
  "commercially",
]);

/** What a grant permits; taking such a word out takes the permission out. */
const GRANTING: Readonly<Record<string, RestrictionCategory>> = {
  sell: "no-sale",
  sublicense: "no-redistribution",
  distribute: "no-redistribution",
  redistribute: "no-redistribution",
  redistribution: "no-redistribution",
  share: "no-redistribution",
  publish: "no-redistribution",
  copy: "no-redistribution",
  reproduce: "no-redistribution",
  modify: "no-derivatives",
  modification: "no-derivatives",
  modifications: "no-derivatives",
  adapt: "no-derivatives",
  derivative: "no-derivatives",
  prepare: "no-derivatives",
  merge: "no-derivatives",
  use: "use-restrictions",
  perform: "use-restrictions",
  irrevocable: "revocable",
  perpetual: "revocable",
  commercial: "noncommercial",
};
/** Words whose loss narrows a grant without naming what is lost. */
const WIDENING = new Set([
  "any",
  "all",
  "without",
  "not",
  "worldwide",
  "unlimited",
  "restriction",
  "free",
  "charge",
  "royalty",
  "permitted",
  "granted",
  "hereby",
  "grant",
  "grants",
  "permission",
  "right",
  "rights",
  "noncommercial",
  "irrevocable",
  "purpose",
]);

/** Words that name, date or point, or that only hold a sentence together. */
const PLAIN = new Set(
  (
    "a an the of and or by to in for is are be this that these those such its it their with from as at on which who any all " +
    "copyright holder holders owner owners author authors contributor contributors company companies corporation corp inc llc ltd gmbh " +
    "university institute foundation organization regents licensor provider developer developers team group project software program work works material materials " +
    "model models weights data dataset database file files documentation document documents library libraries package font fonts source code object product products version versions release " +
    "license licenses licensed agreement terms name names date year years page url web website site repository mail email address homepage http www com org net io html txt md png svg " +
    "s d v c i ii iii iv vi vii viii ix x el al de la le los das der die und et y e no nr copyrighted rights reserved other others each every herein above below following section sections clause appendix exhibit"
  ).split(" "),
);
PLAIN.delete("no");

/** Judges one edit inside an accepted license text. */
export function judgeEdit(text: Words, alignment: Alignment, edit: Edit): EditJudgement {
  const [from, to] = edit.text;
  const goal = wordsOf(alignment.template);
  const [lost, lostEnd] = edit.template;
  const added = text.words.slice(from, to);
  const { start, required } = alignment.template;
  const removed = goal.slice(Math.max(lost, start), Math.min(lostEnd, required));
  const at = { from: Math.max(alignment.from, from - 2), to: Math.min(alignment.to, Math.max(to, from + 1) + 2) };
  const netAdded = difference(added, removed);
  const netRemoved = difference(removed, added);
  const inDisclaimer = disclaimerMask(alignment.template)[Math.min(lost, goal.length - 1)] === 1;
  const paragraph = added.length >= PARAGRAPH;

  if (!paragraph && netAdded.length > 0) {
    const said = sureLimitsIn(plainForm(added, 0, added.length)).find((category) => category !== "branding");
    const narrowing = netAdded.find((word) => Object.hasOwn(NARROWING, word));
    const inContext = narrowing === undefined ? undefined : categoryInContext(text, from, to);
    const category = said ?? inContext ?? (narrowing === undefined ? undefined : NARROWING[narrowing]);
    const around = plainForm(text.words, Math.max(0, from - CONTEXT), Math.min(text.words.length, to + CONTEXT));
    if (category !== undefined && !permitsBoth(around)) return { ...at, effect: "limits", category };
  }
  if (difference(goal.slice(lost, lostEnd), added).some((word) => LIMITING.has(word))) {
    return { ...at, effect: "changes", lifts: true };
  }
  if (inDisclaimer) return { ...at, effect: "harmless" };
  if (netRemoved.length > 0) {
    const removal = judgeRemoval(netRemoved, removed, goal, lostEnd, lost);
    if (removal !== undefined) return { ...at, ...removal };
  }
  if (paragraph) return { ...at, effect: "harmless" };
  if (netAdded.some((word) => TURNING.has(word))) return { ...at, effect: "changes" };
  // An address or the name of a holder says nothing about permissions.
  if (
    added.length < PARAGRAPH &&
    (netAdded.some((word) => ADDRESS.has(word)) || text.words[from - 1] === "copyright" || added[0] === "copyright")
  ) {
    return { ...at, effect: "harmless" };
  }
  const odd = netAdded.filter((word, i) => !isPlain(word, text.capitalised[from + added.indexOf(word, i)] === 1));
  return { ...at, effect: odd.length > 0 ? "unclear" : "harmless" };
}

function isPlain(word: string, capitalised: boolean): boolean {
  return capitalised || PLAIN.has(word) || /^[\d.]/.test(word) || word.length <= 1;
}

/** The words of `a` that `b` does not have as often. */
function difference(a: readonly string[], b: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  return a.filter((word) => {
    const n = left.get(word) ?? 0;
    if (n > 0) left.set(word, n - 1);
    return n === 0;
  });
}

const GRANT_WORDS = new Set(["hereby", "permitted", "permission", "granted", "grants", "redistribution"]);
const TITLE_WORDS = new Set(["license", "terms", "conditions", "agreement", "public", "preamble"]);

/** A title or heading, which names terms and states none. */
function isTitle(words: readonly string[]): boolean {
  return !words.some((word) => GRANT_WORDS.has(word)) && words.some((word) => TITLE_WORDS.has(word));
}

/** A removed stretch longer than this is a passage, not wording; what it granted decides. */
const PASSAGE = 12;

function judgeRemoval(
  net: readonly string[],
  removed: readonly string[],
  goal: readonly string[],
  after: number,
  before: number,
): Pick<EditJudgement, "effect" | "category" | "lifts"> | undefined {
  // "with or without modification" that loses "with or" forbids what it permitted.
  if (goal[after] === "without" && (net.includes("or") || net.includes("with"))) {
    return { effect: "limits", category: "no-derivatives" };
  }
  if (removed.length > PASSAGE) {
    // An introduction that is missing leaves the terms as they are, but the text is then not the whole license.
    if (before === 0 && !removed.some((word) => GRANT_WORDS.has(word))) return { effect: "unclear" };
    // What a limiting license loses with a passage may be its limit.
    return { effect: "changes", lifts: true };
  }
  if ((before === 0 || removed.slice(0, 3).join(" ") === "terms and conditions") && isTitle(removed)) return undefined;
  const lost = net.find((word) => Object.hasOwn(GRANTING, word));
  if (lost !== undefined && net.length <= PASSAGE)
    return { effect: "limits", category: GRANTING[lost] ?? "use-restrictions" };
  if (net.some((word) => WIDENING.has(word))) return { effect: "changes" };
  return undefined;
}

const CONTEXT_CATEGORIES = ["noncommercial", "research-only", "use-policy", "field-of-use", "territory"] as const;
/** Words either side of an edit that tell what a narrowing word narrows. */
const CONTEXT = 6;

function categoryInContext(text: Words, from: number, to: number): RestrictionCategory | undefined {
  const plain = plainForm(text.words, Math.max(0, from - CONTEXT), Math.min(text.words.length, to + CONTEXT));
  const said = sureLimitsIn(plain);
  return CONTEXT_CATEGORIES.find((category) => said.includes(category));
}
