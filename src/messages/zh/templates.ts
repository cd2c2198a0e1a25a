/** 评论中为缺失内容给出的添加页面。 */
import type { templates as english } from "../en/templates.ts";
import { className } from "./names.ts";

export const templates: typeof english = {
  templates: {
    add: (path) => `添加 ${path}`,
    edit: (path) => `编辑 ${path}`,
    license: "添加许可证",
    upload: "上传文件",
    farther: (mofClass, count) => `再往上，${className(mofClass)} 还缺 ${count} 项`,
    optional: "可选内容与有帮助的文件",
    mofFile: "MOF 文件：按 Model Openness Tool 的格式记录本次发现的内容，他人无需重新查找。",
    citation: "引用文件：GitHub 会据此显示该模型的引用方式。",
  },
};
