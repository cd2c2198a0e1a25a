/** 四つの自由（利用、研究、改変、共有）についての説明。 */
import type { freedoms as english } from "../en/freedoms.ts";

const list = (items: readonly string[]): string => items.join("、");

export const freedoms: typeof english = {
  freedom: { use: "利用", study: "研究", modify: "改変", share: "共有" },
  freedoms: {
    nothing: "条件を判定できる成果物が見つかりませんでした。",
    given: (freedom, count) => `${freedom}：${count} 件の成果物のいずれについても制限はありません。`,
    all: (freedom, sentences) => `${freedom}：${sentences.join("。")}。`,
    limited: (artifacts, license, limits) =>
      `${list(artifacts)}は ${license} により制限されています（${list(limits)}）`,
    partly: (artifacts, license, limits) =>
      `${list(artifacts)}は ${license} のもとで可能ですが、すべての目的に認められているわけではありません（${list(limits)}）`,
    limit: (what, whom) => `${what}：${whom}`,
    withheld: (artifacts) => `${list(artifacts)}にはライセンスが見つからず、許可されていません`,
    unknown: (artifacts) => `${list(artifacts)}については確認できませんでした`,
    termsIn: (path) => `${path} の条件`,
    rest: (count) => `残る ${count} 件には制限がありません`,
    more: (count) => `ほか ${count} 件`,
    held: (artifacts) => `${list(artifacts)}のライセンスでは、条件違反などの場合に、権利者が遠隔で利用を制限できます。`,
    revocable: (artifacts) =>
      `${list(artifacts)}のライセンスには取り消せると書かれています。今日許されていることが、明日も許されるとは限りません。`,
    changing: "条件、または条件が従わせるポリシーを後から変更できるという条項があります。",
    lasting: (count) =>
      `見つかった ${count} 件の成果物はすべてオープンなライセンスのもとにあり、任意に取り消せるとする条項は見つかりませんでした。`,
    lastingUnknown: (artifacts) => `${list(artifacts)}の条件がこのまま変わらないかどうかは確認できませんでした。`,
  },
  whom: {
    noncommercial: "収益を得るすべての人が対象",
    "research-only": "研究以外の利用が対象",
    "no-production": "本番環境での利用が対象",
    "user-threshold": "定められた利用者数を超えるサービスが対象",
    "revenue-threshold": "一定の売上高を超える企業が対象",
    "use-restrictions": "列挙された用途が対象",
    "use-policy": "ポリシーが禁じる用途が対象",
    "field-of-use": "特定の利用分野が対象",
    territory: "特定の国の人と企業が対象",
    "no-training-others": "他のモデルの開発者が対象",
    "no-sale": "販売しようとするすべての人が対象",
    "no-redistribution": "再配布しようとするすべての人が対象",
    "no-derivatives": "改変版を公開しようとするすべての人が対象",
    "no-reverse-engineering": "解析しようとするすべての人が対象",
    "registration-required": "登録していないすべての人が対象",
    "permission-required": "許可を得ていないすべての人が対象",
    revocable: "権利者が決めれば、いつでもすべての人が対象",
    branding: "再配布するすべての人が対象",
    "extra-terms": "追加条件に挙げられた人が対象",
  },
};
