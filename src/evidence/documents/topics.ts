import type { Topic } from "./document.ts";
import { chinese } from "./topics/chinese.ts";
import { english } from "./topics/english.ts";
import { japanese } from "./topics/japanese.ts";
import { korean } from "./topics/korean.ts";
import type { Vocabulary } from "./topics/vocabulary.ts";

interface Term {
  readonly words: string;
  readonly topics: readonly Topic[];
}

const MAX_TITLE = 300;
const EMOJI = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d|\u20e3/gu;
const NUMBERING =
  /^(?:(?:第?[一二三四五六七八九十]{1,3}[章节節部、.．]|第\d{1,3}[章节節部]|[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-hivx]{1,4})[)）]|\d{1,3}(?:\.\d{1,3}){0,4}[.、:：)]?(?=[\s\p{L}])|[a-h]\.(?=\s)|[ivx]{1,4}\.(?=\s)))\s*/u;
const WORDLESS = /^[\s\-–—*•·|>#_~=.、:：]+|[\s\-–—*•·|>#_~=.:：]+$/g;
const SEPARATORS =
  /\s*(?:[、/／・&＆|｜;；,，+＋]|\band\b|与|與|和|及|그리고|(?<=\s)(?:및|und|et)(?=\s)|[()（）[\]【】「」]|[—–]|\s-\s|[:：])\s*/g;
const CJK = /[\u2e80-\u9fff\uac00-\ud7af]/;
const HANGUL = /[\uac00-\ud7af]/;

const latinTerms = sorted(english.contains);
const cjkTerms = sorted([...chinese.contains, ...japanese.contains]);
const koreanTerms = sorted(korean.contains);
const wholeTerms = wholes([english, chinese, japanese, korean]);
const EXCLUDED = [english, chinese, japanese, korean].map((language) => language.excluded);

/** A tool that keeps records of runs, and no biases. */
const TRACKER = /\bweights (?:and|&) biases\b/;

/**
 * What a heading announces, in English, Chinese, Japanese or Korean; empty when it names nothing known.
 * Combined headings (`声明、协议、引用`, `Bias, Risks & Limitations`) give every topic they name, in reading order. In
 * each part the longest term wins; formats, conversions and how-to headings name nothing.
 */
export function topicsOf(heading: string): Topic[] {
  const title = normaliseHeading(heading).replace(TRACKER, "wandb");
  if (title === "") return [];
  const whole = wholeTerms.get(title);
  if (whole !== undefined) return [...whole];
  const parts = title.split(SEPARATORS).filter((part) => part !== "" && !isExcluded(part));
  // Where a part is excluded the others still count; else terms may reach across the signs that part them.
  if (isExcluded(title)) return [...new Set(parts.flatMap(match))];
  return [...new Set([...match(title), ...parts.flatMap((part) => wholeTerms.get(part) ?? [])])];
}

function isExcluded(text: string): boolean {
  return EXCLUDED.some((pattern) => pattern.test(text));
}

/** Lower case, compatible forms folded, without emoji, numbering, mark-up or closing colon. */
export function normaliseHeading(heading: string): string {
  let title = heading.slice(0, MAX_TITLE).normalize("NFKC");
  title = title.replace(/!?\[([^\]]{0,200})\]\([^)]{0,300}\)/g, "$1").replace(/<[^<>]{0,300}>/g, " ");
  title = title
    .replace(/:[a-z0-9_+-]{2,40}:/g, " ")
    .replace(EMOJI, " ")
    .replace(/[`*]/g, "");
  title = title.replace(/\s+/g, " ").replace(WORDLESS, "").toLowerCase();
  return title.replace(NUMBERING, "").replace(WORDLESS, "").trim();
}

function match(title: string): Topic[] {
  const hits: { at: number; topics: readonly Topic[] }[] = [];
  let rest = title;
  if (CJK.test(title)) take(cjkTerms, false);
  if (HANGUL.test(title)) {
    // Korean terms are compared without spaces, which are optional in it.
    rest = title.replace(/\s/g, "");
    take(koreanTerms, false);
    rest = title;
  }
  take(latinTerms, true);
  return hits.sort((a, b) => a.at - b.at).flatMap((hit) => hit.topics);

  function take(terms: readonly Term[], wholeWords: boolean): void {
    for (const term of terms) {
      for (let at = rest.indexOf(term.words); at >= 0; at = rest.indexOf(term.words, at + 1)) {
        const end = at + term.words.length;
        if (wholeWords && (isLatin(rest[at - 1]) || isLatin(rest[end]))) continue;
        hits.push({ at, topics: term.topics });
        // What is matched is taken out, so that a shorter term inside it does not match again.
        rest = rest.slice(0, at) + "\u0000".repeat(term.words.length) + rest.slice(end);
      }
    }
  }
}

function isLatin(sign: string | undefined): boolean {
  return sign !== undefined && /[a-z0-9_]/.test(sign);
}

function sorted(entries: Vocabulary["contains"]): Term[] {
  const terms = entries.flatMap(([topics, list]) => list.split(", ").map((words) => ({ words, topics })));
  return terms.sort((a, b) => b.words.length - a.words.length);
}

function wholes(languages: readonly Vocabulary[]): ReadonlyMap<string, readonly Topic[]> {
  const map = new Map<string, Topic[]>();
  for (const language of languages) {
    for (const [topics, list] of language.whole) {
      for (const words of list.split(", ")) {
        map.set(words, [...new Set([...(map.get(words) ?? []), ...topics])]);
      }
    }
  }
  return map;
}
