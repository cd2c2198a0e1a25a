/** 公開物をどこまで再現できるかについての説明。 */
import type { trueWords as english } from "../en/true.ts";
import { list } from "./names.ts";

export const trueWords: typeof english = {
  /** README が導く手順。 */
  trueStep: {
    install: "インストール",
    use: "モデルの使い方",
    train: "学習",
    evaluate: "評価",
  },
  trueLetter: {
    transparent: "透明性",
    reproducible: "再現性",
    understandable: "理解可能性",
    executable: "実行可能性",
  },
  true: {
    letters: (shown, partly, missing, unseen) =>
      [
        ...(shown.length > 0 ? [`示されているもの：${list(shown)}。`] : []),
        ...(partly.length > 0 ? [`一部示されているもの：${list(partly)}。`] : []),
        ...(missing.length > 0 ? [`示されていないもの：${list(missing)}。`] : []),
        ...(unseen.length > 0 ? [`確認できなかったもの：${list(unseen)}。`] : []),
      ].join(""),
    lacking: (names) => `見つかりません：${list(names)}。`,
    notSeen: (names) => `確認できませんでした：${list(names)}。`,
    allThere: (names) => `見つかりました：${list(names)}。`,
    onlyFineTuning: "ファインチューニングのコードだけが見つかり、公開モデルを学習させたコードは見つかりませんでした。",
    unread: "関係しうるファイルをすべては読めていません。",
    noCode: "ツリーにコードがないため、対象外です。",
    nothingRuns: "学習や評価を行うコードがツリーにないため、対象外です。",
    noTraining: "学習コードがツリーにないため、対象外です。",
    pinned: "ここでバージョンが固定されています。",
    unpinned: "依存関係は宣言されていますが、バージョンが固定されていないものがあります。",
    notLocked: "依存関係は宣言されていますが、ロックファイルも、すべてのバージョンを固定したファイルも見つかりません。",
    noEnvironment: "依存関係の宣言が見つかりません。",
    seeded: "ここでシードが固定されています。",
    unseeded: "コード、設定、文書のいずれにも固定されたシードが見つかりません。",
    configured: "学習時の設定です。",
    configuredInText: "文書にハイパーパラメータが書かれています。",
    notConfigured: "学習の設定ファイルも、ハイパーパラメータの節も見つかりません。",
    commandsThere: (count) => `コマンドが実行するスクリプト ${count} 件がツリーにあります。`,
    commandsMissing: (names) =>
      `文書のコマンドは ${list(names)} を実行しますが、その名前のファイルはツリーにありません。`,
    noCommands: "ツリー内のスクリプトを実行するコマンドは文書にありません。",
    nothingToCheck: "重みもデータセットも見つからないため、対象外です。",
    checkable: "チェックサム、固定されたリビジョン、またはファイルそのものがあります。",
    notCheckable: "重みやデータのチェックサムも、固定されたリビジョンも見つかりません。",
    contained: "ここでコンテナが定義または使用されています。",
    notContained: "コンテナの定義ファイルも、イメージを使うコマンドも見つかりません。",
    resultsTold: "結果に、コマンドまたは設定が添えられています。",
    resultsWithCode: "結果と評価コードはありますが、両者を結ぶコマンドが見つかりません。",
    resultsUntold: "結果はありますが、それを得たコマンドもコードも見つかりません。",
    stepsTold: (steps) => `文書に次の手順があります：${list(steps)}。`,
    stepsUntold: (steps) => `文書に次の手順がありません：${list(steps)}。`,
  },
};
