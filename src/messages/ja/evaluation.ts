/** モデルの評価についての説明。 */
import type { evaluation as english } from "../en/evaluation.ts";
import { list } from "./names.ts";

export const evaluation: typeof english = {
  evaluation: {
    versions: "ハーネスのバージョンまたは固定された環境",
    nothing: "評価が見つからないため、対象外です。",
    noResults: "結果が見つからないため、対象外です。",
    unread: "関係しうるものをすべては確認できていません。",
    harness: (names) => `使用：${list(names)}。`,
    ownCode: "既知のハーネスの記載はありませんが、独自の評価コードがあります。",
    noHarness: "結果は公開されていますが、既知のハーネスも評価コードも見つかりません。",
    tasks: (names) => `記載：${list(names)}。`,
    tasksAndMore: (names, more) => `記載：${list(names)}、ほか ${more} 件。`,
    tasksUntold: "結果はありますが、表や結果ファイルから既知のベンチマークを読み取れませんでした。",
    lacking: (names) => `見つかりません：${list(names)}。`,
    complete: "コード、データ、結果、バージョンがそろっています。",
    notComparable: (left) =>
      `文書の数値のうち、ツリー内の結果ファイルと確実に対応するものがないため、比較していません。${left}`,
    agree: (count, left) => `文書の数値 ${count} 件を結果ファイルと比較し、一致しました。${left}`,
    mayAgree: (unread) =>
      `文書の数値は、読んだ結果ファイルと異なりますが、読んでいない結果ファイルが ${unread} 件あるため、判断していません。`,
    contradiction: (stated, task, setting, path, found) =>
      `${task}（${setting}）は文書で ${stated}、${path} では ${found} です。`,
    contradicted: (wrong, all, which, left) =>
      `比較できた ${all} 件の数値のうち ${wrong} 件が結果ファイルと異なります：${which.join("")}${left}`,
    pinHarness: "ハーネスのバージョン",
    pinTasks: "タスクのバージョン",
    pinSeeds: "乱数シード",
    pinModel: "重みのリビジョン",
    met: (what, how) => `${what}：あり（${how}）`,
    notMet: (what) => `${what}：なし`,
    unseen: (what) => `${what}：すべては読めていないため判断不能`,
    requirements: (each) => `${each.join("、")}。`,
    leftOut: (count, why) =>
      `同じモデルとタスクの数値がほかに ${count} 件ありますが、比較していません：${why.join("、")}。`,
    leftMetric: (count) => `指標が異なるか不明 ${count} 件`,
    leftShots: (count) => `例示数が異なるか不明 ${count} 件`,
    leftSplit: (count) => `データの分割が異なるか不明 ${count} 件`,
    leftSubset: (count) => `言語や科目が異なる ${count} 件`,
    leftVersion: (count) => `タスクのバージョンが異なる ${count} 件`,
    leftWay: (count) => `測り方が異なる ${count} 件`,
    leftRuns: (count) => `実行ごとに結果ファイルの値が異なる ${count} 件`,
    leftRow: (count) => `同じ表の別の行が一致する ${count} 件`,
  },
};
