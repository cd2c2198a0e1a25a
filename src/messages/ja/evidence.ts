/** 成果物やモデルが認められた理由、認められなかった理由、見えなかった部分。 */
import type { evidence as english } from "../en/evidence.ts";
import { leftOut } from "./left-out.ts";
import { list } from "./names.ts";
import { taken } from "./taken.ts";

export const evidence: typeof english = {
  because: {
    absent: "ファイルツリーにも文書にも見当たりません。",
    undetermined: "すべてを確認することはできませんでした。",
  },

  taken,
  leftOut,

  note: {
    blind: (spot) => `見つかりませんでしたが、確認できない部分がありました：${spot}`,
    licenseUnseen: (spot) => `ライセンスは見つかりませんでしたが、確認できない部分がありました：${spot}`,
    unreadSources: (files) =>
      `読み取った範囲では見つかりませんでしたが、${files} 件のソースファイルを読み取っていません。`,
    unreadArchives: (files) =>
      `読み取った範囲では見つかりませんでしたが、評価のアーカイブ ${files} 件を読み取れませんでした。`,
    onlyFineTuning:
      "ファインチューニングのコードだけが見つかりました。フレームワークが求めるのは、公開モデルを学習させたコードです。",
    onlySnippet: "文書内のコード断片だけが見つかり、スクリプトはありませんでした。",
  },

  blind: {
    listCut: "ホストがファイル一覧を途中で打ち切りました",
    unreadable: (path, why) => `${path} を読み取れませんでした：${why}`,
    tooLarge: (path) => `${path} は大きすぎるため読み取れません`,
    cut: (path) => `${path} は一部だけを読み取りました`,
  },

  unavailable: {
    notReturned: "GitHub がファイルを返しませんでした",
    tooMany: "1 つずつ読み取る必要のあるファイルが多すぎます",
    notListed: "フォルダーの一覧にありません",
    changed: "読み取り中にファイルが変わりました",
    forbidden: "ファイルを読む権限がありません",
    failed: (code) => `${code} で失敗しました`,
    notCopied: (object) => `オブジェクト ${object} がリポジトリのこの複製にありません`,
  },

  model: {
    owner: "所有者のポリシーで指定されています。",
    data: "データを公開するリポジトリです。リンクされている重みは、データの作成に使ったツールのものだけです。",
    weights: (companions) => `自身のモデルの重みがあるか、そのリンクがあり、${list(companions)}も公開されています。`,
    card: (companions) => `モデルカードがあり、${list(companions)}も公開されています。`,
    notDescribed:
      "重みへの言及はありますが、カード、評価結果、レポート、ネットワークのコードのいずれもなく、自身のモデルについての説明がありません。",
    noWeights: "ファイルツリーにも文書にも、自身のモデルの重みが見当たりません。",
  },

  companion: {
    "model-card": "モデルの説明",
    "evaluation-results": "評価結果",
    "technical-report": "レポート",
    "model-architecture": "ネットワークのコード",
    "training-code": "学習コード",
    "inference-code": "推論コード",
  },
};
