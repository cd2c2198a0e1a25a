/** 关于发布内容能否复现的说明。 */
import type { trueWords as english } from "../en/true.ts";
import { list } from "./names.ts";

export const trueWords: typeof english = {
  /** README 引导的步骤。 */
  trueStep: {
    install: "安装",
    use: "使用模型",
    train: "训练",
    evaluate: "评估",
  },
  trueLetter: {
    transparent: "透明",
    reproducible: "可复现",
    understandable: "可理解",
    executable: "可执行",
  },
  true: {
    letters: (shown, partly, missing, unseen) =>
      [
        ...(shown.length > 0 ? [`已体现：${list(shown)}。`] : []),
        ...(partly.length > 0 ? [`部分体现：${list(partly)}。`] : []),
        ...(missing.length > 0 ? [`未体现：${list(missing)}。`] : []),
        ...(unseen.length > 0 ? [`无法查看：${list(unseen)}。`] : []),
      ].join(""),
    lacking: (names) => `没有找到：${list(names)}。`,
    notSeen: (names) => `无法查看：${list(names)}。`,
    allThere: (names) => `已找到：${list(names)}。`,
    onlyFineTuning: "只找到微调代码，没有找到训练所发布模型的代码。",
    unread: "可能相关的文件没有全部读到。",
    noCode: "文件树中没有代码，因此不适用。",
    nothingRuns: "文件树中没有用于训练或评估的代码，因此不适用。",
    noTraining: "训练代码不在文件树中，因此不适用。",
    pinned: "此处固定了版本。",
    unpinned: "声明了依赖，但有的没有写明确切版本。",
    notLocked: "声明了依赖，但没有找到锁文件，也没有找到全部写明确切版本的文件。",
    noEnvironment: "没有找到依赖声明。",
    seeded: "此处固定了随机种子。",
    unseeded: "代码、配置和文档中都没有找到固定的随机种子。",
    configured: "这些是训练时的配置。",
    configuredInText: "文档写明了超参数。",
    notConfigured: "没有找到训练配置文件，也没有找到关于超参数的章节。",
    commandsThere: (count) => `命令所运行的 ${count} 个脚本都在文件树中。`,
    commandsMissing: (names) => `文档中的命令运行 ${list(names)}，但文件树中没有这个名称的文件。`,
    noCommands: "文档中没有运行文件树内脚本的命令。",
    nothingToCheck: "没有找到权重或数据集，因此不适用。",
    checkable: "此处有校验和、固定的修订版本，或文件本身。",
    notCheckable: "没有找到权重或数据的校验和，也没有找到固定的修订版本。",
    contained: "此处定义或使用了容器。",
    notContained: "没有找到容器文件，也没有找到使用镜像的命令。",
    resultsTold: "结果附有命令或配置。",
    resultsWithCode: "有结果，也有评估代码，但没有找到把两者联系起来的命令。",
    resultsUntold: "有结果，但没有找到得出它的命令或代码。",
    stepsTold: (steps) => `文档说明了以下步骤：${list(steps)}。`,
    stepsUntold: (steps) => `文档缺少以下步骤：${list(steps)}。`,
  },
};
