/** 一つのリポジトリにある複数のモデルについて。 */
import type { models as english } from "../en/models.ts";
import { list, reached } from "./names.ts";

export const models: typeof english = {
  models: {
    of: (name, sentence) => `${name}：${sentence}`,
    undeclared: (folders) =>
      `フォルダー ${list(folders)} は、それぞれモデルカードと重みを備えていますが、このレポートでは一つのモデルとして扱っています。モデルごとに判定するには、.github/openness.yml の models に、それぞれの name と path を列挙してください。`,
    noFolder: (name, path) =>
      `ポリシーではモデル ${name} がフォルダー「${path}」にあるとされていますが、ツリーにそのフォルダーはありません。`,
    lowest: (count, level) => `モデル ${count} 件 · 最低：${reached(level)}`,
    heading: "モデル",
    // 固定空白で列の最小幅を確保する：電話の画面では、列が一文字の幅まで縮む。
    columns: ["モデル", "クラス (Class)", "成果物 (Artifacts)", "判\u00a0\u00a0\u00a0\u00a0定", "フォルダー"],
    least: "以下は、その中で最もオープンでないモデルについての内容です。",
    cut: (count) => `紙幅の都合により、モデル ${count} 件の詳細を省きました。`,
    conclusion: { success: "合格", neutral: "参考", failure: "不合格" },
  },
};
