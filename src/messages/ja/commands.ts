/** コマンドへの返答。 */
import type { commands as english } from "../en/commands.ts";
import { ruleHelp } from "./rule-help.ts";

const wait = (seconds: number): string => (seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分`);

export const commands: typeof english = {
  commands: {
    title: "コマンド",
    introduction:
      "オープン中のプルリクエストのコメント、レビュー、レビューコメントに、コマンドだけの行を書いてください。",
    who: "使えるのは、プルリクエストの作成者と、リポジトリの所有者、メンバー、コラボレーターです。",
    command: "コマンド",
    does: "動作",
    summary: {
      run: "プルリクエストの最新コミットを監査し直し、コメントを更新します",
      help: "コマンドの一覧を示します",
      explain:
        "成果物やルールの内容と、ここでの判定の理由を示します。引数がなければ、次のクラスに足りないものを示します",
      mof: "見つかった内容から、そのままコミットできる MOF ファイルを書き出します",
      diff: "このプルリクエストで変わる点を示します",
      export: "レポートを別の形式で書き出します",
    },
    example: (command) => `例：${command}`,
    formats: (names) => `形式：${names}`,
    unknown: (word) => `${word} というコマンドはありません。`,
    noTopic: (word) => `${word} という成果物やルールはありません。`,
    noFormat: (word) => `${word} という形式はありません。`,
    nearest: (names) => `近いもの：${names}`,
    topics: (names) => `成果物：${names}`,
    refused:
      "`/openness` を使えるのは、このプルリクエストの作成者と、リポジトリの所有者、メンバー、コラボレーターだけです。何も実行していません。",
    tooSoon: (every, most, seconds) =>
      `\`/openness\` は実行していません。監査は ${every} 秒に 1 回、コマンドは 1 つのプルリクエストで 1 時間に ${most} 回までです。${wait(seconds)}後にもう一度お試しください。プッシュは依頼がなくても監査します。`,
    decided: "判定方法",
    remedy: "対処方法",
    here: "このコミットでの結果",
    ruleOf: (framework) => `「${framework}」の規則`,
    ruleNotHere: "このコミットに、このルールの指摘はありません。",
    nothingMissing: "上のクラスに必要な成果物で、足りないものはありません。",
    mof: (path) => `見つかった内容の MOF ファイルです。${path} として保存してください。`,
    difference: "このプルリクエストで変わる点",
    noBase: "プルリクエストの起点となるコミットを監査していないため、比較できません。",
    exported: (format) => `${format} 形式のレポート：`,
    tooLong: (format) => `${format} 形式のレポートは長すぎて、コメントに収まりません。コマンドラインで取得できます：`,
    answered: (commit) => `コミット ${commit} についての、コマンドへの返答です。`,
    ruleHelp,
  },
};
