/** 所有者のポリシーについて：誤りと、満たされたかどうかの理由。 */
import type { policy as english } from "../en/policy.ts";
import { className, list, reached } from "./names.ts";

export const policy: typeof english = {
  expectation: {
    boolean: "true か false",
    text: "文字列",
    list: "リスト",
    mapping: "マッピング",
    other: (what) => `${what} 型の値`,
    atMost: (count) => `最大 ${count}`,
    notEmpty: "空でない文字列",
    value: (value) => value,
    oneOf: (values) => `次のいずれか（${values.join(", ")}）`,
    near: (meant, values) => `次のいずれか（${values.join(", ")}）。${meant} の誤りではありませんか`,
    textOrTexts: "場所（文字列、または path か url と license の組）、またはその 20 個以内のリスト",
    unknownArtifact: "フレームワークの成果物の ID",
    asIs: (words) => words,
    nothing: "空の値",
  },

  inForce: {
    heading: "ポリシー",
    sources: (files) => `適用中：${files.join("、")}。`,
    source: (file, commit) => `${file}（コミット ${commit}）`,
    proposed:
      "このコミットのポリシーファイルは、適用中のもの（デフォルトブランチのもの）と異なります。これを適用した場合のチェック結果：",
    gone: "このコミットにはポリシーファイルがありませんが、デフォルトブランチのものが適用中です。なくなった場合のチェック結果：",
    would: (conclusion, reasons) => [`${conclusion}。`, ...reasons].join(""),
    isPart: "別のポリシーを継承していますが、それは読み取っていないため、その内容は含まれていません。",
    success: "成功",
    neutral: "参考",
    failure: "失敗",
  },

  policy: {
    expected: (key, found, expectation) =>
      `${key}：現在の値は「${found}」です。正しい値：${expectation}。この設定は無視しました。`,
    unreadable: (why) => `ポリシーを読み取れなかったため（${why}）、既定値を使いました。`,
    notText: "テキストではありません",
    unknownKey: (key, known) => `${key} という設定はないため、無視しました。使える設定：${known.join(", ")}。`,
    unknownKeyNear: (key, meant, known) =>
      `${key} という設定はないため、無視しました。${meant} の誤りではありませんか。使える設定：${known.join(", ")}。`,
    renamed: (before, now) => `fail：${before} は ${now} に名称が変わりました。旧名のままでも動作します。`,
    locked: (key, source) =>
      `${key} は ${source} で固定されているため、ここでは変更できません。固定された値を使います。`,
    lockedWith: (key, source) =>
      `${key} は、${source} で固定された失敗の条件を回避することになるため、ここではこのように変更できません。固定された側の値を使います。`,
    failUnread: "fail：読み取れる項目がないため、修正されるまで、失敗にできる項目をすべて失敗とします。",
    notAMapping: "ポリシーは設定のマッピングでなければなりません。既定値を使いました。",
    extendsForm: (found) =>
      `extends：owner/repository（必要に応じて :path と @ref を付ける）の形式で指定してください。現在の値は ${found} です。`,
    extendsUnread: (repository) =>
      `extends：${repository} からポリシーを読み取れず、その要求がわかりません。読み取れるまでは、このファイルに fail と target の指定がない限り、失敗にできる項目をすべて失敗とし、目標をクラス I とします。`,
    extendsKept: (repository, commit) =>
      `extends：${repository} からポリシーを読み取れなかったため、前回読み取った内容${commit === "" ? "" : `（コミット ${commit}）`}を使います。`,
    declaredNotFound: (artifact, place) =>
      `ポリシーでは ${artifact} が「${place}」にあるとされていますが、ツリーにそのパスはありません。`,
    notAModel: "モデルを公開するリポジトリではないため、ポリシーの要求はありません。",
    notAModelUncertain:
      "リポジトリの一部を確認できなかったため、モデルを公開するリポジトリかどうかを判定できませんでした。",
    missing: (artifact, state) => `${artifact}（${state}）`,
    targetMet: (target) => `${className(target)} を達成しています。`,
    targetMissed: (target, missing) => `目標は${className(target)} ですが、達成していません：${list(missing)}。`,
    targetUndetermined: (target, undetermined) =>
      `目標は${className(target)} ですが、達成しているかどうかを判定できませんでした：${list(undetermined)}。`,
    classDropped: (from, to) => `クラスが下がりました：${reached(from)} → ${reached(to)}。`,
    baseUndetermined: "比較元を評価できなかったため、クラスが下がったかどうかを判定できませんでした。",
    restricted: (names) => `制限のあるライセンス：${list(names)}。`,
    unlicensed: (names) => `ライセンスなしで公開：${list(names)}。`,
    unknown: (names) => `ライセンスを判定できませんでした：${list(names)}。`,
    weights: (names) => `重みのライセンスに制限があるか、判定できません：${list(names)}。`,
    licenses: (names) => `比較元より厳しいライセンスになりました：${list(names)}。`,
    licensesUndetermined: "比較元を評価できなかったため、ライセンスが厳しくなったかどうかを判定できませんでした。",
    openwashing: (sentences) => `実際よりオープンであると表示されています：${sentences.join("")}`,
    requirement: (id, why) => `${id}：${why}`,
    frameworkUnmet: (framework, unmet) => `必須のフレームワーク ${framework} を満たしていません。${unmet.join("")}`,
    frameworkUnjudged: (framework, open) =>
      `必須のフレームワーク ${framework} を満たしているかどうかを判定できませんでした。${open.join("")}`,
    unnamedLicense: "特定できないライセンス",
    declaredLicense: (artifact, license) =>
      `ポリシーでは ${artifact} のライセンスは ${license} とされていますが、公開物の文書に記載がないため、数えていません。`,
    declaredLicenseDiffers: (artifact, license, stated) =>
      `ポリシーでは ${artifact} のライセンスは ${license} とされていますが、記載されているのは ${stated} です。記載されているものだけを数えます。`,
    undetermined: (names) => `確認できませんでした：${list(names)}。`,
    blind: "リポジトリの一部を確認できませんでした。",
  },
};
