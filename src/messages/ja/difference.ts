import type { Messages } from "../en.ts";

const limited = (limits: readonly string[]): string => (limits.length === 0 ? "" : `（${limits.join("、")}）`);

export const difference: Pick<Messages, "difference"> = {
  difference: {
    none: "ライセンスなし",
    license: {
      "more-restrictive": ({ what, before, after, limits }) =>
        `${what}のライセンスの制限が強まります：${before} → ${after}${limited(limits)}`,
      "policy-added": ({ what, before, after, limits }) =>
        `${what}の利用者に利用ポリシーが新たに課されます：${before} → ${after}${limited(limits)}`,
      "grant-removed": ({ what, before, after }) => `${what}：与えられていた許諾がなくなります：${before} → ${after}`,
      "more-conditions": ({ what, before, after }) =>
        `${what}のライセンスの条件が増えます：${before} → ${after}（コピーレフトの及ぶ範囲が広がります）`,
      "scope-narrowed": ({ what, before, after }) => `${what}の対象範囲が狭まります：${before} → ${after}`,
      unclear: ({ what, before, after }) =>
        `${what}のライセンスが何を許すのか判断できなくなります：${before} → ${after}`,
      "less-restrictive": ({ what, before, after, limits }) =>
        `${what}のライセンスの制限が緩みます：${before} → ${after}${limits.length === 0 ? "" : `（なくなる制限：${limits.join("、")}）`}`,
      other: ({ what, before, after }) => `${what}のライセンスが変わります：${before} → ${after}`,
    },
    unseenNow: (artifacts) => `このコミットで確認できないため、比較していません：${artifacts}`,
    unseenBefore: (artifacts) => `比較元で確認できないため、比較していません：${artifacts}`,
    classUncompared: (change) =>
      `${change}：双方のすべてを確認できたわけではないため、得られた、または失われたとは言えません。`,
    clause: (quote) => `「${quote}」`,
    more: (count) => `ほかに ${count} 件のライセンスの変更があります。`,
  },
};
