/** The artifacts that are missing, class by class: why each matters, what to do, and the page on which to do it. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import type { MissingArtifact } from "../../frameworks/mof/state.ts";
import { stateOf } from "../../frameworks/mof/state.ts";
import type { Messages } from "../../messages/en.ts";
import { declaredWords } from "../language.ts";
import { text } from "../markdown/escape.ts";
import { details, type Frame, type Lines, section } from "../markdown/sections.ts";
import { classRows, type Row, SYMBOLS } from "../rows.ts";
import type { Report } from "../schema.ts";
import { remedyOf } from "../verdict.ts";
import { mofFile } from "./mof-file.ts";
import { extraOffers, type Offer, offerFor } from "./offers.ts";
import { type HeadBranch, MAX_PAGE_URL, pageFor } from "./pages.ts";

/** Characters of all addresses together: a comment holds 65,536, and has more to say. */
const MAX_ALL_URLS = 36_000;
/** Kept for each address that is still to come, enough for a page without a template. */
const KEPT = 400;

/**
 * What the next class lacks in full, then what farther classes lack behind folds.
 * @param head where the pull request comes from; without it nothing can be linked, and only words remain
 */
export function missingSections(report: Report, { messages }: Frame, head: HeadBranch | undefined): Lines {
  const { face, templates } = messages;
  const { nextClass, missingForNext } = report.mof;
  const asked = new Set<ArtifactId>(missingForNext.map(({ id }) => id));
  const next = missingForNext.map(
    ({ id, why }): Wanted => ({ id, why, symbol: SYMBOLS[why], word: messages.state[why] }),
  );
  const rows = classRows(report, messages).map(({ mofClass, rows: all }) => ({
    mofClass,
    rows: all.filter(({ id, counts }) => !counts && !asked.has(id)),
  }));
  const farther = rows.map(({ mofClass, rows: all }) => ({
    mofClass,
    wanted: all.filter(({ state }) => state !== "optional").flatMap(wantedOf),
  }));
  const optional = rows.flatMap(({ rows: all }) => all.filter(({ state }) => state === "optional").flatMap(wantedOf));
  const all = [...next, ...farther.flatMap(({ wanted }) => wanted), ...optional];
  const offers = all.map(({ id, why }) => offerFor(report, id, why, head?.serverUrl));
  const extras = extraOffers(report, head?.serverUrl).filter(
    (extra) => !offers.some((offer) => offer?.kind === "new" && offer.path === extra.path),
  );
  const links = linksOf([...offers, ...extras], head, messages);
  const lineAt = (wanted: Wanted): string => lineOf(report, wanted, links[all.indexOf(wanted)], messages);
  const extraLines = extras.flatMap((extra, index) => {
    const link = links[all.length + index];
    const words = extra.template === mofFile ? templates.mofFile : templates.citation;
    return link === undefined ? [] : [`- ${messages.join([words, `**${link}**`])}`];
  });
  return [
    ...section(`#### ${nextClass === null ? "" : face.remediesFor(nextClass)}`, next.map(lineAt)),
    ...farther.flatMap(({ mofClass, wanted }) =>
      details(templates.farther(mofClass, wanted.length), wanted.map(lineAt)),
    ),
    ...details(templates.optional, [...optional.map(lineAt), ...extraLines]),
  ];
}

interface Wanted {
  readonly id: ArtifactId;
  readonly why: MissingArtifact["why"];
  readonly symbol: string;
  readonly word: string;
}

function wantedOf({ id, component, state, word }: Row): Wanted[] {
  const why = stateOf(component);
  return why === "open" ? [] : [{ id, why, symbol: SYMBOLS[state], word }];
}

function lineOf(
  report: Report,
  { id, why, symbol, word }: Wanted,
  link: string | undefined,
  messages: Messages,
): string {
  const { remedy, effort } = remedyOf(report, id, why, messages);
  const line = messages.face.remedy({
    name: `**${messages.component[id]}**`,
    state: word,
    takes: messages.effort[effort],
    why: text(declaredWords(id, messages).why, 400),
    remedy: text(remedy, 600),
  });
  return `- ${symbol} ${messages.join(link === undefined ? [line] : [line, `**${link}**`])}`;
}

/** Links in the order of what is nearest, so that it is the farthest whose templates are cut. */
function linksOf(
  offers: readonly (Offer | undefined)[],
  head: HeadBranch | undefined,
  messages: Messages,
): readonly (string | undefined)[] {
  if (head === undefined) return [];
  let left = MAX_ALL_URLS;
  return offers.map((offer, index) => {
    if (offer === undefined) return undefined;
    const most = Math.min(MAX_PAGE_URL, left - KEPT * (offers.length - index - 1));
    const url = pageFor(head, offer, Math.max(most, KEPT));
    if (url === undefined) return undefined;
    left -= url.length;
    return `[${text(labelOf(offer, messages), 120)}](${url})`;
  });
}

function labelOf(offer: Offer, { templates }: Messages): string {
  switch (offer.kind) {
    case "new":
      return templates.add(offer.path);
    case "edit":
      return templates.edit(offer.path);
    case "license":
      return templates.license;
    case "upload":
      return templates.upload;
  }
}
