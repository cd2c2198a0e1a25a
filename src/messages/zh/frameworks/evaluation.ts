/** 评估规则的中文版。英文原文就在规则旁边。 */
import type { FrameworkWords } from "../../frameworks.ts";

export const evaluation: FrameworkWords = {
  title: "他人可以运行的评估",
  rules: {
    "evaluation-harness": {
      title: "写明评估工具",
      asks: "模型是用哪个评估工具或代码评估的？",
      why: "提示词、答案提取和归一化方式不同，同一基准在不同工具下会得出不同的数值。",
      decides:
        "从结果文件的结构、评估代码、配置、依赖、命令以及说明测量方式的语句中，查找 lm-evaluation-harness、lighteval、Inspect、Project Moonshot、HELM、OpenCompass、bigcode-evaluation-harness、EvalPlus、MTEB、VLMEvalKit 和 lmms-eval。有自己的评估代码也可以。公布了结果而两者都没有找到时给出提醒。",
      remedy: "在结果旁写明评估工具及其版本，或发布计算数值的代码。",
    },
    "evaluation-tasks": {
      title: "写明任务",
      asks: "模型是在哪些基准上评估的？",
      why: "没有基准的分数无法与任何结果比较。",
      decides: "读取文档结果表中的基准和结果文件中的任务。结果是图片或在其他主机上时无法判断。",
      remedy: "在 README 或模型卡中添加写有基准、设置和分数的表格。",
    },
    "evaluation-repeatable": {
      title: "评估可以重新运行",
      asks: "评估的代码、数据、结果和版本是否足以重新运行？",
      why: "别人得不出的结果只是说法。",
      decides:
        "需要四样：评估代码或写明的评估工具、评估数据（对写明的基准，评估工具自带）、结果，以及评估工具的版本或固定的环境。全部查找过仍没有找到的，会列出并给出提醒。",
      remedy: "补上缺少的部分：脚本或命令、基准及其修订版本、结果文件、评估工具的版本。",
    },
    "evaluation-numbers": {
      title: "文档的数值与结果文件一致",
      asks: "文档中的数值是否就是文件树内结果文件的数值？",
      why: "与自己发布的文件相矛盾的数值会误导读者，尽管多半出于疏忽。",
      decides:
        "把文档的表格和元数据与 lm-evaluation-harness、lighteval、Inspect、HELM、OpenCompass、MTEB、Project Moonshot 的结果文件比较，仅限模型、任务、指标和示例数在两边都写明且相同，或同一表格的其余数值表明它说的就是这些文件的情况；数据划分、任务的部分或版本写明不同的不比较。允许四舍五入、截断以及百分数与小数之别。不完整的运行、改动过的权重、其他修订版本、基线、其他测量方式和注明来源的数值都不比较；同一项有多个结果文件时，有一个一致即可，数值互不相同时不判为错误；只要可能含有该数值的结果文件没有读到，就不判为矛盾。没有比较的数值会计数并说明理由。",
      remedy: "更正数值，或换上文档所说的那次运行的结果文件。",
    },
  },
};
