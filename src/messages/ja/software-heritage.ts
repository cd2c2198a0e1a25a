/** コードの大規模言語モデルに関する Software Heritage の声明に照らした説明。 */
import type { softwareHeritage as english } from "../en/software-heritage.ts";

export const softwareHeritage: typeof english = {
  softwareHeritage: {
    notOfCode: "コードのモデルとして紹介している箇所がありません。声明の対象はコードのモデルです。",
    pagesUnseen: "どのようなモデルかを示すページを読めず、すべてを確認することもできませんでした。",
    weightsUnseen: "重みがあるかどうかを確認できませんでした。",
    weightsElsewhere: "重みはここにはなく、個別のリンクも見つからないため、どのライセンスかを確認できませんでした。",
    restricted: (license) => `重みのライセンス（${license}）はオープンではありません。`,
    licenseUnknown: "重みのライセンスがオープンかどうかを確認できませんでした。",
    documentation: "文書",
    tools: "推論コード",
    lacking: (what) => `重みはオープンなライセンスですが、次のものが見つかりません：${what.join("、")}。`,
    open: "重みはオープンなライセンスで、文書と推論コードがあります。",
    identified: "学習データに Software Heritage 識別子が示されています。",
    identifiedBySet: "各行に Software Heritage 識別子を持つ学習データセットが示されています。",
    dataUnseen: "すべてを確認できなかったため、学習データが特定されているかどうかは分かりません。",
    setsUnread:
      "データセットが示されていますが、SWHID でファイルを特定しているかどうかは調べていません。このリポジトリ内に特定するものはありません。",
    archiveUnidentified:
      "学習データは Software Heritage に由来すると書かれていますが、それを特定するものがここにはありません。",
    unidentified:
      "学習データの Software Heritage 識別子も、アドレスの付いたデータセットも、ここには見つかりませんでした。",
    optOut: "自分のコードを学習データから外す方法が作者に示されています。",
    optOutUnseen: "すべてを確認できなかったため、作者に外す方法が示されているかどうかは分かりません。",
    noOptOut: "自分のコードを学習データから外す方法を作者に示すものは、ここには見つかりませんでした。",
  },
};
