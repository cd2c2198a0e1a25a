/** チェックラン、コメント、ページ、端末出力の枠となる文。 */
import type { faces as english } from "../en/faces.ts";
import { className, list, names } from "./names.ts";

export const faces: typeof english = {
  verdict: {
    notAModelTitle: "モデルのリポジトリではありません",
    policyNotMet: "ポリシー未達",
    artifactsOpen: ({ open, of }) => `成果物 ${of} 件中 ${open} 件がオープン`,
    towards: ({ open, of }, mofClass) => `${className(mofClass)} まで ${of} 件中 ${open} 件`,
    shortOf: (count, mofClass) => `${className(mofClass)} まであと ${count} 件`,
    reason: ({ id, why }) => `${names.artifact[id]}：${names.titleWord[why]}`,
    none: "Model Openness Framework のどのクラスもまだ達成していません。",
    noneSeen: "確認できなかったものがあるため、Model Openness Framework のどのクラスを達成しているかを確定できません。",
    reached: (mofClass, { of }) =>
      `${className(mofClass)} に必要な成果物 ${of} 件が、すべてオープンなライセンスで公開されています。`,
    missing: (artifact, state) => `${artifact}（${state}）`,
    next: (mofClass, { open, of }, missing, unchecked) =>
      [
        `${className(mofClass)} に必要な成果物は ${of} 件中 ${open} 件がオープンです。`,
        ...(missing.length === 0 ? [] : [`残り：${list(missing)}。`]),
        ...(unchecked.length === 0 ? [] : [`確認できなかったもの：${list(unchecked)}。`]),
      ].join(""),
  },

  remedy: {
    restricted: (license, categories) =>
      `オープンなライセンスで公開してください。${license} には制限があります${
        categories.length > 0 ? `（${list(categories)}）` : ""
      }。`,
    unlicensed: (isLinked, suggestion) =>
      `適用するライセンスを${
        isLinked ? "、README のリンクのそばに" : " README か、隣に置いた LICENSE ファイルに"
      }明記してください。例：${suggestion}。`,
    unknown: "成果物のある場所か、README のリンクのそばに、ライセンスを SPDX 識別子で示してください。",
    undetermined: "存在する可能性がありますが、確認できませんでした。アドレスを公開するか、監査をやり直してください。",
  },

  suggestion: {
    code: "Apache-2.0、MIT",
    data: "CDLA-Permissive-2.0、CC-BY-4.0",
    document: "CC-BY-4.0（arXiv でも選択可）",
    weights: "OpenMDW-1.0、Apache-2.0",
  },

  face: {
    // 固定空白で列の最小幅を確保する：電話の画面では、列が一文字の幅まで縮む。
    columns: ["成果物", "状\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0態", "ライセンス", "場所"],
    notNamed: "名称なし",
    noLicense: "–",
    more: (count) => `ほか ${count} 件`,
    progress: ({ open, of }) => `${of} 件中 ${open} 件がオープン`,
    policyFailed: "このリポジトリのポリシーにより、チェックは失敗です。",
    policyAim: "目標。",
    incomplete: "リポジトリの一部を確認できなかったため、それを理由に「不足」とは判定しません：",
    problems: "指摘事項",
    at: (place) => `（${place}）`,
    remediesFor: (mofClass) => `${className(mofClass)} の達成に必要なこと`,
    remedy: ({ name, state, takes, why, remedy }) => `${name} · ${state} · ${takes}。${why}対処：${remedy}`,
    remedyUnchecked: (names, state, takes, remedy) => `${names} · ${state} · ${takes}。対処：${remedy}`,
    changes: "比較元からの変化",
    changed: (name, from, to) => `${name}：${from} → ${to}`,
    noChanges: "比較元から、クラス、成果物、ライセンスに変化はありません。",
    evidence: "根拠",
    outcome: (name, state, reasons) => `${name}：${state}。${reasons}`,
    evidenceRule: (rule) => `規則 ${rule}`,
    writtenIn: (place) => `（${place} に記載）`,
    licenseFrom: (license, scope, place) => `${license}（適用の根拠：${scope}）：${place}`,
    typeMismatch: "（オープンだが、別の種類の著作物に向けたもの）",
    clause: (restriction, quote) => `${restriction}：「${quote}」`,
    motTitle: "Model Openness Tool",
    mot: (label, progress) =>
      `同じ根拠から Model Openness Tool が算出する結果：${label}（クラス III ${progress[0]} %、クラス II ${progress[1]} %、クラス I ${progress[2]} %）。`,
    licenseFiles: "ライセンスファイル",
    licenseFile: (place, licenses, open, covers) => `${place}：${licenses}、${open} · 対象：${covers}`,
    licenseOpen: { true: "オープン", false: "制限あり", null: "人による確認が必要" },
    annotationsCut: (count) => `ほか ${count} 件の指摘は注釈として表示していません。`,
    findingsCut: (count) => `ほか ${count} 件の指摘があります。`,
    linesCut: (count) => `*${count} 行を省略しました。GitHub で表示できる上限に達しています。*`,
    swhids: (ids) => `Software Heritage 識別子：${ids.join("、")}`,
    footer: ({ commit, branch, checks, policyPath }) =>
      `監査対象：${commit}${branch === undefined ? "" : `（${branch}）`}。再実行するには、/openness とコメントするか、[チェックを再実行](${checks})してください。このコメントを止めるには、${policyPath} で comment を never にします。リポジトリを読むための補助であり、法的助言ではありません。`,
    notAModel: "モデルを公開するリポジトリではないようなので、監査しませんでした。",
    notAModelBecause: (why) => `理由：${why}`,
    notAModelRemedy: "モデルを公開している場合は、ポリシーファイルに次のように書いて、もう一度実行してください。",
  },

  unread: {
    title: "判定不能 · リポジトリを読み取れませんでした",
    nothingSaid: "すべてのファイルを読み取れなかったため、このリポジトリの内容については何も述べません。",
    reason: (why) => `理由：${why}`,
    request: (id) => `GitHub のリクエスト ID：${id}`,
    enforced:
      "このリポジトリのポリシーはチェックを不合格にすることがあるため、読み取れなかったものは合格にできず、このチェックは不合格です。",
    unknownPolicy: "ポリシーがチェックを不合格にするかどうかが分からないため、このチェックは不合格です。",
    advisory: "このリポジトリのポリシーはチェックを不合格にしないため、このチェックは不合格になりません。",
    again:
      "もう一度試すには、このチェックを再実行してください。繰り返し起こる場合は、App にこのリポジトリの内容を読む権限が残っているかを確認してください。",
    model: (policyPath) =>
      `${policyPath} に \`model: true\` か \`model: false\` を書くと、モデルのリポジトリかどうかを確定できます。`,
    cutList: "このコミットのファイル一覧は GitHub によって途中で打ち切られ、見えた範囲にモデルは見当たりませんでした。",
    cutBase:
      "比較元のコミット全体を確認できませんでした。このリポジトリのポリシーは、クラスが下がることを認めていません。",
    permission: (permission) =>
      `App に ${permission} の権限が与えられていません。アカウントの所有者が、設定の GitHub Apps にあるこのインストールのページで承認する必要があります。`,
    noAnswer: (detail) => `GitHub から使える応答がありませんでした（${detail}）`,
    notThere: (detail) => `GitHub によると、読み取れるものがありません（${detail}）`,
    refused: (detail) => `GitHub に拒否されました（${detail}）`,
    failed: (detail) => `監査が最後まで終わりませんでした（${detail}）`,
    noComment: (why) => `プルリクエストにコメントを書き込めません：${why}`,
    noCheckRun: (why) => `コミットにチェックを書き込めません：${why}`,
  },

  explanation: {
    presence: {
      "in-repo": "リポジトリ内にあり",
      linked: "リンクあり",
      absent: "なし",
      undetermined: "判定できず",
    },
    counted: "採用",
    leftOut: "除外",
    nothing: "読み取った範囲に候補はありませんでした。",
  },
};
