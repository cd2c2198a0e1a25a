/** Where a repository tells authors how to keep their code out of the training data. */
import { releaseDocuments, releaseLinks } from "../../evidence/artifacts/shared/links.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { RuleEvidence } from "../framework.ts";

const MECHANISM =
  /\bopt(?:s|ed|ing)?[- ]?out\b|\b(?:removal|take-?down|deletion) requests?\b|\brequests? (?:the |a )?(?:removal|deletion)\b|\b(?:have|get) (?:your|their) (?:code|data|repositor\w{1,5}) (?:removed|excluded)|オプトアウト|(?:削除|除外)(?:依頼|申請|要求|リクエスト)|(?:退出|移除|删除)(?:申请|请求)|选择退出/i;
/** Whose, and from what: an opt-out of telemetry is another matter. */
const OF_DATA =
  /\b(?:training|pre-?training) (?:data|set|corpus)|\bdata ?sets?\b|\bthe stack\b|\brepositor(?:y|ies)\b|\b(?:source|your|their) code\b|\bcopyright|\bauthors?\b|\brights? ?holders?\b|学習データ|データセット|著作権|训练数据|数据集|代码|版权|作者/i;
const OTHER_MATTERS =
  /\b(?:telemetry|analytics|cookies?|usage (?:statistics|data)|newsletter|tracking|notifications?|emails?|logging|wandb)\b|テレメトリ|遥测/i;
const ADDRESS = /(?:^|[/_-])(?:opt-?out|data-?removal|am-i-in|in-the-stack)(?:[/_.-]|$)/i;
const FORM = /(?:^|\/)\.github\/ISSUE_TEMPLATE\/[^/]{0,60}(?:opt[-_]?out|removal|takedown)[^/]{0,60}$/i;

/** Sentences about a way to be left out, links to one, and issue forms for it. */
export function optOuts(facts: Facts): readonly RuleEvidence[] {
  const links = releaseLinks(facts).flatMap(({ document, link }) =>
    ADDRESS.test(addressOf(link.url)) ? [{ path: document.path, lines: [link.line, link.line] as const }] : [],
  );
  const sentences = releaseDocuments(facts).flatMap(({ path, passages }) =>
    passages.flatMap(({ text, lines }) => {
      const said = text.slice(0, 4_000);
      return MECHANISM.test(said) && OF_DATA.test(said) && !OTHER_MATTERS.test(said) ? [{ path, lines }] : [];
    }),
  );
  const forms = facts.entries
    .filter(({ path }) => FORM.test(path))
    .map(({ path }) => ({ path, lines: [1, 1] as const }));
  return [...links, ...sentences, ...forms].slice(0, 10);
}

const addressOf = (url: string): string => url.slice(0, 500).replace(/[?#].{0,500}$/, "");
