/**
 * URLs that stand bare in running text. Han, Kana, Hangul and full-width signs end a URL, because Chinese and Japanese
 * write on directly after it; real paths with such letters are percent-encoded when they are pasted from a browser.
 */
const BARE =
  /(?:https?:\/\/[^\s<>"`\\^{}|\u2000-\u206f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]{3,2000}|\barxiv\s?:\s?(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?|\bdoi\s?:\s?10\.\d{4,9}\/[^\s<>"`)\],;\u2e80-\u9fff\uff00-\uffef]{1,200})/gi;

const MAX_BARE_LINKS = 2_000;

export interface BareLink {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/** URLs, `arXiv:` and `doi:` identifiers in plain text, without the punctuation of the sentence around them. */
export function bareLinks(text: string): BareLink[] {
  if (!/:\s?[/\d]|arxiv/i.test(text)) return [];
  const found: BareLink[] = [];
  for (const match of text.matchAll(BARE)) {
    const url = withoutSentenceSigns(match[0]);
    found.push({ url, start: match.index, end: match.index + url.length });
    if (found.length === MAX_BARE_LINKS) break;
  }
  return found;
}

function withoutSentenceSigns(url: string): string {
  let end = url.length;
  let open = 0;
  for (const sign of url) open += sign === "(" ? 1 : sign === ")" ? -1 : 0;
  while (end > 0) {
    const last = url[end - 1] ?? "";
    if (last === ")") {
      if (open >= 0) break;
      open += 1;
    } else if (!".,;:!?'*_~]".includes(last)) break;
    end -= 1;
  }
  return url.slice(0, end);
}
