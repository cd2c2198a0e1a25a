/** OpenMDW による公開についての説明。 */
import type { openmdw as english } from "../en/openmdw.ts";

const list = (items: readonly string[]): string => items.join("、");

export const openmdw: typeof english = {
  openmdw: {
    notUsed: "OpenMDW による公開ではありません。",
    changed: "本文が変更されています。変更した本文に OpenMDW の名称は使えません。",
    noVersion: "OpenMDW のバージョンが示されていません。",
    versions: (versions) => `OpenMDW ${list(versions)} で公開されています。`,
    covers: (parts) => `${parts.join("。")}。`,
    nothing: "対象となる成果物が見つかりませんでした。",
    under: (artifacts) => `OpenMDW によるもの：${list(artifacts)}`,
    others: (artifacts) => `ほかのオープンなライセンスによるもの：${list(artifacts)}`,
    restricted: (artifacts) => `オープンでない条件によるもの：${list(artifacts)}`,
    untold: (artifacts) => `条件が分からないもの：${list(artifacts)}`,
    text: "契約の本文がリポジトリにあります。",
    noText: "OpenMDW の名称はありますが、契約の本文を含むファイルがありません。",
    textUnread: "契約の本文がリポジトリにあるかどうかを確認できませんでした。",
    notice: "著作権または由来の表示があります。",
    noNotice: "ルートのファイルに、著作権や由来の表示が見つかりませんでした。",
    noticeUnread: "著作権や由来の表示の有無を確認できませんでした。",
  },
};
