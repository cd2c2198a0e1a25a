/** オープンソース AI の定義の各要件についての説明。 */
import type { osaid as english } from "../en/osaid.ts";

const list = (items: readonly string[]): string => items.join("、");

export const osaid: typeof english = {
  osaid: {
    absent: (artifact) => `${artifact}がありません。リポジトリ全体を調べましたが、本体もリンクも見つかりませんでした。`,
    unseen: (artifact) => `${artifact}の有無を確認できませんでした。`,
    unlicensed: (artifact) => `${artifact}のライセンスが見つかりません。`,
    unknownTerms: (artifact, license) =>
      `${artifact}のライセンス（${license}）がオープンかどうかを確認できませんでした。`,
    restricted: (artifact, license) => `${artifact}のライセンス（${license}）はオープンではありません。`,
    approved: (artifact, license) => `${artifact}は OSI が承認したライセンス（${license}）で公開されています。`,
    openTerms: (artifact, license) => `${artifact}はオープンな条件（${license}）で公開されています。`,
    notApproved: (artifact, license) =>
      `${artifact}のライセンス（${license}）はオープンですが、このバージョンが知る OSI 承認ライセンスの一覧にはありません。`,
    processedWithout:
      "文書には学習データを処理またはフィルタリングしたとありますが、そのコードは見つかりませんでした。",
    processingUnknown: "データを処理したコードは見つかりませんでした。データを処理した場合に限り求められるものです。",
    preparedElsewhere:
      "データを処理したコードは見つかりませんでした。データセットの公開者が、別の場所にあるコードで処理した可能性があります。",
    kindsListed: (kinds) =>
      `言及されている学習データ：${list(kinds)}。入手先とデータカードが見つかりました。すべてが列挙されているかどうかは、人が読んで判断する必要があります。`,
    architectureElsewhere: (library) =>
      `ネットワークのコードはここには見つかりませんでした。文書は ${library} でモデルを読み込んでおり、コードはそのライブラリにある可能性があります。`,
    onlyTuning:
      "ファインチューニングのコードだけが見つかりました。定義が求めるのは、公開されたモデルを学習させたコードです。",
    noLibraries: "補助的なライブラリやツールは見つかりませんでした。使われた場合に限り求められるものです。",
    notDescribed: "学習データの説明も、データそのものも、報告書や論文も見つかりませんでした。",
    descriptionUnread:
      "ここには学習データの説明が見つかりませんでした。報告書、論文、データそのものに書かれている可能性がありますが、そこまでは読んでいません。",
    cardOnly: "学習データについての文書があります。説明が完全かどうかは、人が読んで判断する必要があります。",
    partlyDescribed: (found, lacking) =>
      `学習データの説明があります（${list(found)}）。${lacking.length === 0 ? "" : `見つからなかった点：${list(lacking)}。`}説明が完全かどうかは、人が読んで判断する必要があります。`,
    described: (found) =>
      `学習データの説明があり（${list(found)}）、データ自体もオープンなライセンスで公開されています。`,
    noSources: "学習データの一覧も、入手先も見つかりませんでした。",
    sourcesUnread:
      "学習データの入手先はここには見つかりませんでした。報告書や論文に書かれている可能性がありますが、そこまでは読んでいません。",
    kinds: (kinds) => `言及されている学習データ：${list(kinds)}。データカードと入手先が見つかりました。`,
    kindsUnlisted: (kinds) =>
      `言及されている学習データ：${list(kinds)}。すべてを列挙したデータカードは見つかりませんでした。`,
    closedKinds: (kinds) =>
      `言及されている学習データ：${list(kinds)}。誰もが入手できるわけではないデータの説明が十分かどうかは、人が判断する必要があります。`,
  },
  dataKind: {
    open: "オープンなデータ",
    public: "公開されているデータ",
    obtainable: "第三者から入手できるデータ",
    unshareable: "共有されないデータ",
  },
  dataAspect: { provenance: "出所", scope: "規模と範囲", selection: "選び方", processing: "処理方法" },
};
