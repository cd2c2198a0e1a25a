/** モデルカードとデータカードについての説明。 */
import type { card as english } from "../en/card.ts";
import { list } from "./names.ts";

export const card: typeof english = {
  /** 規則が求めるカードの項目。 */
  cardPart: {
    developer: "開発者",
    kind: "種類またはアーキテクチャ",
    purpose: "想定用途",
    outOfScope: "想定外の用途",
    limits: "限界またはリスク",
    trainingData: "学習データ",
    trainingProcedure: "学習の手順",
    results: "結果",
    tested: "評価に使ったデータまたはベンチマーク",
    compute: "ハードウェアまたは計算時間",
    energy: "電力量または排出量",
    citation: "引用方法または論文",
    contact: "連絡先",
    motivation: "データの目的",
    amounts: "分量",
    sources: "出典",
    collection: "収集方法",
    processing: "処理方法",
    personalData: "個人データまたは機微なデータ",
    bias: "バイアスまたは限界",
    license: "ライセンス",
    maintenance: "保守、バージョンまたは連絡先",
  },
  card: {
    absent: "そのカードがないため、対象外です。",
    elsewhere: "カードが他のホストか、読み取れない形式のファイルにあるため、判断していません。",
    unknown: "カードの有無を確認できませんでした。",
    otherLanguage: "カードが対応していない言語で書かれているため、判断していません。",
    cut: "カードが大きいため、一部しか読んでいません。",
    written: (parts) => `記載あり：${list(parts)}。`,
    missing: (parts) => `見つかりません：${list(parts)}。`,
    noLanguage: "言語を扱うモデルであると読み取れないため、対象外です。",
    languages: (count, names) => `${count} 言語の記載：${list(names)}${count > names.length ? "など" : ""}。`,
    languagesLess: (count, names, less) =>
      `${count} 言語の記載：${list(names)}${count > names.length ? "など" : ""}。Joshi らの分類のクラス 4・5 よりデータの少ない言語：${list(less)}。`,
    manyLanguages: "複数の言語に対応するとありますが、言語名が書かれていません。",
    languagesUnnamed: "言語名が書かれていません。",
    placeholders: (count) => `未記入の行が ${count} 行あります。`,
    noPlaceholders: "テンプレートの未記入欄は残っていません。",
  },
};
