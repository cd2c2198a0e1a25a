/** Where a repository tells how it complies with copyright law on the data that its model was trained on (Article 53(1)(c)). */
import { releaseDocuments, releaseLinks } from "../../evidence/artifacts/shared/links.ts";
import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import type { RuleEvidence } from "../framework.ts";

const FILE = /(?:^|[/_-])copyright[-_ ]?(?:and[-_ ]data[-_ ])?(?:compliance[-_ ])?polic(?:y|ies)[^/]{0,40}$/i;
const POLICY =
  /\bcopyright[- ](?:compliance[- ])?polic(?:y|ies)\b|\bpolicy (?:to comply with|on|for) (?:EU |Union )?copyright\b|版权(?:合规)?政策|著作権(?:遵守)?(?:ポリシー|方針)/i;
/** Reservations of rights under Article 4(3) of Directive (EU) 2019/790, and how crawlers hear of them. */
const MEASURE =
  /\btext[- ]and[- ]data[- ]mining\b|\bTDM (?:opt|reserv|exception)\w{0,8}|\breservations? of rights\b|\brights? reservations?\b|\brobots\.txt\b|\b2019\/790\b|文本与数据挖掘|テキスト・?データ・?マイニング/i;

export interface CopyrightWords {
  readonly policy: readonly RuleEvidence[];
  /** Measures that such a policy names, without the policy. */
  readonly measures: readonly RuleEvidence[];
}

/** Policies by file, heading, link or sentence; copyright notices are none. */
export function copyrightWords(facts: Facts): CopyrightWords {
  const files = facts.entries
    .filter(({ path, kind, size }) => kind === "file" && size !== 0 && FILE.test(path) && isOurs(path))
    .map(({ path }) => ({ path, lines: [1, 1] as const }));
  const links = releaseLinks(facts)
    .filter(({ link }) => POLICY.test(link.text) || FILE.test(link.url.slice(0, 500).replace(/[?#].{0,500}$/, "")))
    .map(({ document, link }) => ({ path: document.path, lines: [link.line, link.line] as const }));
  const documents = releaseDocuments(facts);
  const headings = documents.flatMap(({ path, sections }) =>
    sections
      .filter(({ title, filled }) => filled && POLICY.test(title))
      .map(({ lines }) => ({ path, lines: [lines[0], lines[0]] as const })),
  );
  const measures = documents.flatMap(({ path, passages }) =>
    passages.filter(({ text }) => MEASURE.test(text.slice(0, 4_000))).map(({ lines }) => ({ path, lines })),
  );
  return { policy: [...files, ...headings, ...links], measures };
}

const isOurs = (path: string): boolean => {
  const area = areaOf(path);
  return area === "own" || area === "documentation";
};
