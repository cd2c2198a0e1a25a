/** 不足している成果物を追加するためのページの案内。 */
import type { templates as english } from "../en/templates.ts";
import { className } from "./names.ts";

export const templates: typeof english = {
  templates: {
    add: (path) => `${path} を追加`,
    edit: (path) => `${path} を編集`,
    license: "ライセンスを追加",
    upload: "ファイルをアップロード",
    farther: (mofClass, count) => `その次の${className(mofClass)} に必要な成果物：${count} 件`,
    optional: "任意の成果物と、あると役立つファイル",
    mofFile:
      "MOF ファイル：今回見つかった内容を Model Openness Tool の形式で記したもので、ほかの人が調べ直さずに済みます。",
    citation: "引用ファイル：GitHub がこの内容をもとにモデルの引用方法を表示します。",
  },
};
