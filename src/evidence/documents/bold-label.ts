import type { Flow } from "./flow.ts";
import { topicsOf } from "./topics.ts";

const MAX_LABEL = 60;

/** A bold line that stands as a heading. */
export interface Label {
  readonly title: string;
  /** Where the text below it starts. */
  readonly end: number;
  /** It heads only the paragraph in which it stands. */
  readonly runsIn: boolean;
}

/**
 * A bold line that stands as a heading: alone (`**Training data**`), on its own line above text, or as a label with a
 * colon before its paragraph (`**局限性：** …`), the last only if it names a known topic.
 */
export function boldLabel(flow: Flow): Label | undefined {
  const span = flow.bold[0];
  if (span === undefined || span[0] !== 0) return undefined;
  let end = span[1];
  const bold = flow.text.slice(0, end).trim();
  if (bold === "" || bold.length > MAX_LABEL || flow.links.some((link) => link.start < end)) return undefined;
  const colonAfter = /^\s?[:：]/.exec(flow.text.slice(end, end + 2))?.[0];
  end += colonAfter?.length ?? 0;
  const title = bold.replace(/\s*[:：]$/, "");
  if (title === "" || /[.。!！?？;；,，]$/.test(title)) return undefined;
  const alone = flow.text.slice(end).trim() === "" || flow.breaks.some((at) => at >= end && at <= end + 1);
  if (alone) return { title, end, runsIn: false };
  const colon = colonAfter !== undefined || title !== bold;
  return colon && topicsOf(title).length > 0 ? { title, end, runsIn: true } : undefined;
}
