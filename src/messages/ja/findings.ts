/** ライセンス、MOF ファイル、Model Openness Tool についての指摘。 */
import type { findings as english } from "../en/findings.ts";
import { className, list, reached } from "./names.ts";

export const findings: typeof english = {
  yaml: {
    tooLong: (length, max) => `ファイルが ${length} 文字あります。読み取るのは ${max} 文字までです。`,
    invalid: (why) => `YAML として正しくありません：${why}`,
    tooDeep: "YAML を解決できません。入れ子が深すぎるか、エイリアスが自分自身を含んでいます。",
    unresolved: (why) => `YAML を解決できません：${why}`,
  },

  mofFile: {
    notAMapping: "MOF ファイルは framework と release をキーに持つマッピングですが、これは異なります。",
    noFramework: "framework.name には「Model Openness Framework」が必要ですが、何もありません。",
    otherFramework: (found) =>
      `framework.name には「Model Openness Framework」が必要ですが、「${found}」となっています。`,
    noRelease: "キー release がないか、マッピングではありません。",
    missingKey: (key) => `${key} は必須ですが、空になっています。`,
    componentsNotAList: "release.components はリストでなければなりません。",
    tooManyComponents: (count, max) =>
      `release.components に ${count} 件あります。フレームワークの構成要素は 17 件で、先頭の ${max} 件だけを読み取りました。`,
    componentWithoutName: "この構成要素には名前がないため、除外しました。",
    unknownComponent: (name) => `「${name}」はフレームワークの構成要素ではないため、除外しました。`,
    misspelt: (found, exact) =>
      `Model Openness Tool は構成要素を正確な名前で探します。「${found}」ではなく「${exact}」と書いてください。`,
    listedTwice: (name) => `「${name}」が 2 回書かれています。最後のものを採用します。`,
  },

  claims: {
    unnamed: "名前のないライセンス",
    notFound: (name, release) =>
      `MOF ファイルでは「${name}」が「${release}」とともに公開されたことになっていますが、リポジトリにも文書にも所在が見当たりません。`,
    notRecognised: (name, path) =>
      `MOF ファイルでは「${name}」が ${path} にあるとされていますが、監査ではそこに確認できませんでした。`,
    misspeltLicense: (written, exact) =>
      `Model Openness Tool はライセンスを正確な SPDX 識別子で判別するため、「${written}」はオープンでないと扱われます。${exact} と書いてください。`,
    license: (name, claimed, found) =>
      `MOF ファイルは「${name}」を ${claimed} としていますが、確認できたのは ${found} です。`,
    notLicensed: (name, claimed) =>
      `MOF ファイルは「${name}」を ${claimed} としていますが、リポジトリにはそれを示す記述がありません。`,
    restricted: (name, claimed, found) =>
      `MOF ファイルは「${name}」をオープンな ${claimed} としていますが、確認できたライセンス（${found}）には制限があります。`,
    classTooHigh: (claimed, found, why) =>
      `MOF ファイルの内容は${className(claimed)} に相当しますが、根拠から認められるのは「${reached(found)}」です${
        why.length === 0 ? "" : `（${list(why)}）`
      }。`,
    badgeTooHigh: (claimed, found) =>
      `バッジは${className(claimed)} の達成を示していますが、根拠から認められるのは「${reached(found)}」です。`,
  },

  subject: { parameters: "重み", code: "コード", data: "データ" },

  source: {
    stated: (id, path) => `${id}（${path}）`,
    frontMatter: (id, path) => `${path} のフロントマターの ${id}`,
    file: (id, path) => `${path} の ${id}`,
    prose: (id, path) => `${path} 本文の ${id}`,
  },

  license: {
    limitOfOne: (name) =>
      `この制限は ${name} だけについて書かれています。公開された重みはまとめて判定するため、全体に適用しました。チェックポイントごとにライセンスを書けば区別できます。`,
    contradiction: (subject, one, other) =>
      `${subject}のライセンスについて、記述が食い違っています：${one}と ${other}。より厳しい方を採用します。`,
    notRead:
      "このライセンスファイルはテキストとして読めないため、許諾の内容が分かりません。プレーンテキストで追加してください。",
    onlyPdf:
      "このライセンスは PDF しかなく、PDF は読み取らないため、許諾の内容が分かりません。同じ文面をプレーンテキストで追加してください。",
    linkBroken: (path) => `リンク先の ${path} はリポジトリにありません。`,
    toReview: "既知のライセンスに当てはまらない行で、条件を定めている可能性があります。人による確認が必要です。",
    elsewhere: (repository) =>
      `これは別のリポジトリ ${repository} のライセンスを示しています。このリポジトリ自身のライセンスを指すようにしてください。`,
    onlyAddress:
      "このライセンスファイルにはアドレスしかありません。リンク先は変わったり消えたりするため、ライセンスの本文をファイルに入れてください。",
    onlyName: "このライセンスファイルには名前しかありません。ライセンスの本文をファイルに入れてください。",
    textMissing: (id) =>
      `${id} が指定されていますが、その本文がリポジトリのどのファイルにもありません。LICENSE ファイルとして追加してください。`,
    sourcesDiffer: (stated) =>
      `同じリリースに異なるライセンスが示されています：${list(stated)}。どれが何に適用されるのかを明記してください。`,
    baseModel: (base, license, claimed) =>
      `ベースモデル ${base} は ${license} の下にあり、派生モデルにもその条件が及びます。ここに書かれた ${claimed} では制限は外れません。`,
    policy: (limits) => `この利用ポリシーはモデルの用途を制限しています：${list(limits)}。`,
    family: (name) =>
      `${name} は複数のライセンスの総称です。該当するものを、バージョンを含む SPDX 識別子で示してください。`,
    other:
      "ライセンスが「other」となっています。名前（license_name）と本文の場所（license_link）がなければ、許諾の内容は誰にも分かりません。",
  },

  kind: { code: "コード", data: "データ", document: "文書" },

  mot: {
    opensHere: (name, license) =>
      `${name}：Model Openness Tool は ${license} をオープンと数えませんが、ここではオープンと判定します。`,
    pddl: (name) =>
      `${name}：Model Openness Tool は一覧で識別子を誤記しているため PDDL-1.0 を認めませんが、ここではオープンと判定します。`,
    opensThere: (name, license) =>
      `${name}：Model Openness Tool は識別子から ${license} をオープンと数えますが、条項の内容により、ここではオープンと判定しません。`,
    unclearHere: (name, license) =>
      `${name}：Model Openness Tool は識別子から ${license} をオープンと数えますが、ここではオープンかどうかを判定できませんでした。`,
    cannotSay: (name) =>
      `${name}：確認できなかったものを Model Openness Tool は未公開とみなしますが、ここでは未確定のままとします。`,
    unfittingThere: (name, license, kind) =>
      `${name}：Model Openness Tool は ${license} が${kind}に適さないと警告しますが、ここでは適するとみなします。`,
    fittingThere: (name, license, kind) =>
      `${name}：Model Openness Tool は ${license} を${kind}に適するとみなしますが、ここでは別のライセンスの方が適すると判断します。`,
  },
};
