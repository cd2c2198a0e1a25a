/** EU の AI 法第 53 条に照らした説明。証拠であり、法的助言ではない。 */
import type { euAiAct as english } from "../en/eu-ai-act.ts";

export const euAiAct: typeof english = {
  euAiAct: {
    notGeneralPurpose:
      "言語、画像、動画を生成するモデルだと読める箇所がここにありませんでした。第 53 条はそうしたモデルについてのみ調べます。",
    pagesUnseen: "モデルの用途を示すページを読めず、すべてを確認することもできませんでした。",
    below:
      "示されている学習の計算量は 10^23 回の浮動小数点演算を下回ります。欧州委員会はこれを汎用モデルでないことの目安としています。",
    computeNotStated: "学習の計算量が浮動小数点演算の回数で示されていません。",
    hoursOnly: "アクセラレーターの使用時間は示されていますが、これは浮動小数点演算の回数ではありません。",
    computeAbove: (amount) =>
      `示されている学習の計算量（${amount} FLOP）は 10^25 を超えます。システミックリスクがあると推定されます（第 51 条第 2 項）。`,
    computeBelow: (amount) => `示されている学習の計算量（${amount} FLOP）は 10^25 を超えません。`,
    computeSmall: (amount) =>
      `示されている学習の計算量（${amount} FLOP）は、欧州委員会が汎用モデルの目安とする 10^23 を下回ります。`,
    exemptionSystemic:
      "示されている学習の計算量が 10^25 FLOP を超えます。第 53 条第 2 項の適用除外は、システミックリスクのあるモデルには及びません。",
    weightsUnseen: "重みが公開されているかどうかを確認できませんでした。",
    weightsElsewhere: "重みもそのリンクもここには見つからないため、適用除外に当たるかどうかを確認できませんでした。",
    licenseRestricts: (license) =>
      `第 53 条第 2 項の適用除外は自由でオープンソースのライセンスを求めますが、重みのライセンス（${license}）には制限があります。`,
    licenseUnknown: "重みのライセンスが自由でオープンソースのものかどうかを確認できませんでした。",
    monetised:
      "ライセンスはオープンですが、商用ライセンスまたは有料版が提供されています。適用除外は有償で提供されるモデルには及びません（前文 103）。",
    exemptionShown:
      "オープンなライセンスの重み、アーキテクチャ、使い方が公開されています。対価を求めていないことは、リポジトリからは分かりません。",
    exemptionLacks: (what) =>
      `重みはオープンなライセンスですが、第 53 条第 2 項が求める次のものがここには見つかりません：${what.join("、")}。`,
    itemsExempt: (annex, count, of) =>
      `第 53 条第 2 項の適用除外に当たるようです。それでも附属書 ${annex} の ${of} 項目のうち ${count} 項目に関する記述が見つかりました。`,
    itemsAll: (annex, count) => `附属書 ${annex} の ${count} 項目すべてに関する記述が見つかりました。`,
    itemsLacking: (annex, count, of, lacking) =>
      `附属書 ${annex} の ${of} 項目のうち ${count} 項目に関する記述が見つかりました。ここに見つからないもの（ここで公開する義務はありません）：${lacking.join("、")}。`,
    tasks: "想定される用途",
    acceptableUse: "許容される利用",
    release: "公開日",
    architecture: "アーキテクチャ",
    parameters: "パラメータ数",
    modality: "入出力のモダリティ",
    license: "ライセンス",
    integration: "動かし方と組み込み方",
    software: "必要なソフトウェア",
    inputSize: "入力の最大長",
    training: "学習の過程",
    data: "データとその出どころ",
    evaluation: "評価結果",
    compute: "計算量",
    energy: "エネルギー",
    policyFound: "著作権ポリシーが見つかりました。",
    policyUnseen: "すべてを確認できなかったため、著作権ポリシーがあるかどうかは分かりません。",
    measuresOnly: "権利の留保を尊重する措置は書かれていますが、著作権ポリシーはここには見つかりませんでした。",
    noPolicy:
      "著作権ポリシーはここには見つかりませんでした。汎用モデルの提供者には定める義務がありますが、公開する義務はありません。",
    noSummary: "学習コンテンツの公開要約はここには見つかりませんでした。別の場所で公開されている可能性があります。",
    summaryUnseen: "すべてを確認できなかったため、学習コンテンツの要約があるかどうかは分かりません。",
    summaryUnread: "学習コンテンツの要約またはそのリンクがありますが、中身は読んでいません。",
    summaryWhole: "学習コンテンツの要約に、欧州委員会のテンプレートのすべての節の内容があります。",
    summaryLacks: (sections) =>
      `学習コンテンツの要約が見つかりましたが、欧州委員会のテンプレートの次の節がありません：${sections.join("、")}。`,
    section: (number, name) => `第 ${number} 節（${name}）`,
    section11: "提供者",
    section12: "モデル",
    section13: "モダリティと規模",
    section21: "公開されているデータセット",
    section22: "第三者の非公開データ",
    section23: "クロールしたデータ",
    section24: "利用者のデータ",
    section25: "合成データ",
    section26: "その他の情報源",
    section31: "権利の留保",
    section32: "違法なコンテンツ",
  },
};
