/** 一个仓库中有多个模型时的说明。 */
import type { models as english } from "../en/models.ts";
import { list, reached } from "./names.ts";

export const models: typeof english = {
  models: {
    of: (name, sentence) => `${name}：${sentence}`,
    undeclared: (folders) =>
      `文件夹 ${list(folders)} 各自带有模型卡和权重，而本报告把它们当作一个模型。若要分别评定，请在 .github/openness.yml 的 models 下逐一列出它们的 name 和 path。`,
    noFolder: (name, path) => `策略称模型 ${name} 位于文件夹“${path}”，但文件树中没有这个文件夹。`,
    lowest: (count, level) => `${count} 个模型 · 最低：${reached(level)}`,
    heading: "模型",
    // 不换行空格为各列留出最小宽度：在手机上，列会缩到一个字宽。
    columns: ["模型", "类\u00a0\u00a0\u00a0\u00a0\u00a0别", "已开放 (Open)", "检\u00a0\u00a0\u00a0\u00a0查", "文件夹"],
    least: "以下内容针对其中开放程度最低的模型。",
    cut: (count) => `因篇幅所限，另有 ${count} 个模型未展开。`,
    conclusion: { success: "通过", neutral: "仅供参考", failure: "未通过" },
  },
};
