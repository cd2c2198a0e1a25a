/** 为什么认定或没有认定某项内容、某个模型，以及哪些部分无法看到。 */
import type { evidence as english } from "../en/evidence.ts";
import { leftOut } from "./left-out.ts";
import { list } from "./names.ts";
import { taken } from "./taken.ts";

export const evidence: typeof english = {
  because: {
    absent: "文件树和文档中都没有体现。",
    undetermined: "未能看到全部内容。",
  },

  taken,
  leftOut,

  note: {
    blind: (spot) => `没有找到，但并非所有内容都能看到：${spot}`,
    licenseUnseen: (spot) => `未找到它的许可证，但有内容未能查看：${spot}`,
    unreadSources: (files) => `在已读取的内容中没有找到，但还有 ${files} 个源文件没有读取。`,
    unreadArchives: (files) => `在已读取的内容中没有找到，但有 ${files} 个评测存档未能读取。`,
    onlyFineTuning: "只找到了微调代码，而框架要求的是训练所发布模型的代码。",
    onlySnippet: "只在文档中找到了代码片段，没有脚本。",
  },

  blind: {
    listCut: "托管平台截断了文件列表",
    unreadable: (path, why) => `${path} 无法读取：${why}`,
    tooLarge: (path) => `${path} 过大，无法读取`,
    cut: (path) => `${path} 只读取了一部分`,
  },

  unavailable: {
    notReturned: "GitHub 没有返回该文件",
    tooMany: "需要逐个读取的文件太多",
    notListed: "不在文件夹的列表中",
    changed: "读取期间文件发生了变化",
    forbidden: "没有读取该文件的权限",
    failed: (code) => `失败，代码 ${code}`,
    notCopied: (object) => `对象 ${object} 不在此仓库副本中`,
  },

  model: {
    owner: "所有者的策略作了这样的规定。",
    data: "该仓库发布的是数据：它链接的权重只属于制作数据所用的工具。",
    weights: (companions) => `仓库包含或链接了自己模型的权重，并提供了${list(companions)}。`,
    card: (companions) => `仓库包含模型卡，并提供了${list(companions)}。`,
    notDescribed: "提到了权重，但没有任何内容描述自己的模型：没有模型卡、评测结果、报告或网络代码。",
    noWeights: "文件树和文档中都没有体现自己模型的权重。",
  },

  companion: {
    "model-card": "模型说明",
    "evaluation-results": "评测结果",
    "technical-report": "报告",
    "model-architecture": "网络代码",
    "training-code": "训练代码",
    "inference-code": "推理代码",
  },
};
