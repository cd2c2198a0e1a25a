/**
 * 日本語での呼び名。和文と英数字の間には半角スペースを置き、全角の約物の隣には置かない。
 */
import type { ArtifactName, ClassNumber, names as english, Level } from "../en/names.ts";

export const list = (items: readonly string[]): string => items.join("、");

export const className = (level: Level): string => ["クラス未達成", "クラス I", "クラス II", "クラス III"][level] ?? "";

/** 文の中でのクラス名。0 は「該当クラスなし」。 */
export const reached = (level: Level): string => (level === 0 ? "該当クラスなし" : className(level));

const classTitle = (mofClass: ClassNumber): string =>
  ({
    1: "クラス I · オープンサイエンス",
    2: "クラス II · オープンツーリング",
    3: "クラス III · オープンモデル",
  })[mofClass];

const artifact: Record<ArtifactName, string> = {
  "model-architecture": "アーキテクチャ",
  "model-parameters-final": "重み",
  "technical-report": "技術レポート",
  "evaluation-results": "評価結果",
  "model-card": "モデルカード",
  "data-card": "データカード",
  "sample-model-outputs": "出力例",
  "training-code": "学習コード",
  "inference-code": "推論コード",
  "evaluation-code": "評価コード",
  "evaluation-data": "評価データ",
  "supporting-libraries-and-tools": "関連ライブラリ",
  "research-paper": "研究論文",
  datasets: "データセット",
  "data-preprocessing-code": "前処理コード",
  "model-parameters-intermediate": "中間チェックポイント",
  "model-metadata": "モデルのメタデータ",
};

export const names: typeof english = {
  className,
  classTitle,

  enumerate: list,
  join: (sentences) => sentences.join(""),
  label: (name, value) => `${name}：${value}`,

  artifact,
  component: {
    ...artifact,
    "model-architecture": "モデルアーキテクチャ",
    "model-parameters-final": "モデルパラメータ（最終）",
    "sample-model-outputs": "モデルの出力例",
    "supporting-libraries-and-tools": "関連ライブラリとツール",
    "data-preprocessing-code": "データ前処理コード",
    "model-parameters-intermediate": "モデルパラメータ（中間）",
  },
  besideEnglish: [
    "model-card",
    "data-card",
    "sample-model-outputs",
    "supporting-libraries-and-tools",
    "model-metadata",
  ],
  state: {
    open: "オープン",
    covered: "研究論文で代替",
    restricted: "制限あり",
    unlicensed: "ライセンスなし",
    unknown: "ライセンス不明",
    absent: "不足",
    optional: "なし（任意）",
    undetermined: "確認できず",
  },
  titleWord: {
    restricted: "制限あり",
    unlicensed: "ライセンスなし",
    unknown: "ライセンス不明",
    absent: "不足",
    undetermined: "未確認",
  },

  rule: {
    "remote-missing": "リンク先に実物がない",
    "remote-gated": "リンク先が誰にでも公開されてはいない",
    "remote-incomplete": "リンク先の内容が揃っていない",
    "remote-license-differs": "リンク先のライセンスのほうが厳しい",
    "models-undeclared": "複数のモデルが宣言されていない",
    "model-folder-missing": "モデルのフォルダーがない",
    "declared-license": "申告されたライセンス",
    "declared-not-found": "申告された場所に成果物がない",
    "license-base-model": "ベースモデルのライセンスとの矛盾",
    "license-limit-of-one": "一部のチェックポイントだけの制限",
    "license-contradiction": "ライセンス表記の矛盾",
    "license-elsewhere": "別リポジトリのライセンス",
    "license-file-empty": "本文のないライセンスファイル",
    "license-family": "バージョンのないライセンス名",
    "license-link-broken": "ライセンスへのリンク切れ",
    "license-not-read": "ライセンスファイルを読めない",
    "license-other": "ライセンスが「other」",
    "license-pdf": "PDF だけのライセンス",
    "license-policy": "制限のある利用ポリシー",
    "license-sources-differ": "出所によって異なるライセンス",
    "license-terms-to-review": "人による確認が必要な条項",
    "license-text-missing": "本文のないライセンス指定",
    "mof-badge-class": "根拠を上回るバッジ",
    "license-change": "ライセンスによる権利の縮小",
    "evaluation-numbers": "結果ファイルと異なる数値",
    "true-commands": "コマンドが指すファイルの不在",
    "openwashing-restricted": "制限付きの重みを「オープンソース」と呼称",
    "openwashing-weights-only": "重みだけで「オープンソース」と呼称",
    "mof-claim-class": "根拠を上回る MOF ファイル",
    "mof-claim-license": "MOF ファイルとライセンスが異なる",
    "mof-claim-license-name": "MOF ファイルのライセンス名",
    "mof-claim-not-found": "MOF ファイルにあるが見つからない",
    "mof-claim-restricted": "MOF ファイルではオープン、実際は制限あり",
    "mof-claim-unlicensed": "MOF ファイルだけにあるライセンス",
    "mof-file": "MOF ファイル",
    "policy-proposed-invalid": "ポリシーの変更案",
    "policy-invalid": "ポリシー",
  },

  restriction: {
    noncommercial: "非商用利用のみ",
    "research-only": "研究目的のみ",
    "no-production": "本番利用の禁止",
    "user-threshold": "利用者数の上限",
    "revenue-threshold": "売上の上限",
    "use-restrictions": "禁止用途",
    "use-policy": "利用ポリシーの遵守",
    "field-of-use": "利用分野の制限",
    territory: "利用できない国・地域",
    "no-training-others": "他モデルの学習への利用禁止",
    "no-sale": "販売の禁止",
    "no-redistribution": "再配布の禁止",
    "no-derivatives": "改変版の禁止",
    "no-reverse-engineering": "解析の禁止",
    "registration-required": "登録が必要",
    "permission-required": "許諾が必要",
    revocable: "後日の取り消し・制限の可能性",
    branding: "名称の強制",
    "extra-terms": "追加条項",
  },

  scope: {
    component: "成果物",
    type: "種類",
    folder: "フォルダ",
    distribution: "配布物全体",
    named: "名称",
    host: "ホスト",
  },
  covers: { all: "全体", code: "コード", parameters: "重み", data: "データ", documents: "文書" },
  effort: { minutes: "所要：数分", hours: "所要：数時間", days: "所要：数日", decision: "権利者の判断が必要" },
};
