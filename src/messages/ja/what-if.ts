/** 別のライセンスにした場合の結果。 */
import type { whatIf as english } from "../en/what-if.ts";
import { names } from "./names.ts";

const list = (items: readonly string[]): string => items.join("、");

export const whatIf: typeof english = {
  whatIf: {
    title: (license, before, after) =>
      before === after
        ? `${license} の場合も${after}のままです。`
        : `${license} の場合：${before}から${after}になります。`,
    license: {
      true: (license, _limits) => `${license} はオープンなライセンスです。`,
      false: (license, limits) =>
        `${license} はオープンではありません${limits.length === 0 ? "" : `（${list(limits)}）`}。`,
      null: (license, _limits) => `${license} がオープンかどうかはここでは分からないため、オープンとはみなしません。`,
    },
    lacking: (next, artifacts) => `次の段階（${names.className(next)}）になお足りないもの：${list(artifacts)}。`,
    tool: (found) =>
      `Model Openness Tool はオープンとみなすライセンスの一覧が異なり、その場合の表示は「${found}」になります。`,
    ifSaid: "¹ 別の場所に置かれた重み：ライセンスが及ぶことを、README のリンクのそばに明記する必要があります。",
    theirs: "² 別の場所に置かれたデータ、コード、論文には、その場所での条件が引き続き適用されます。",
    owner: "ライセンスを変更できるのは権利者だけで、他者の寄与分にはその同意が必要です。法的助言ではありません。",
  },
};
