/** 按 Software Heritage 关于代码大模型的声明所作的说明。 */
import type { softwareHeritage as english } from "../en/software-heritage.ts";

export const softwareHeritage: typeof english = {
  softwareHeritage: {
    notOfCode: "没有任何内容表明这是代码模型，而该声明只针对代码模型。",
    pagesUnseen: "没能读取任何说明模型是什么的页面，也未能看到全部内容。",
    weightsUnseen: "无法确定是否有权重。",
    weightsElsewhere: "此处没有找到权重，也没有逐一给出链接，因此无法确定权重的许可证。",
    restricted: (license) => `权重的许可证（${license}）不是开放许可证。`,
    licenseUnknown: "无法确定权重的许可证是否开放。",
    documentation: "文档",
    tools: "推理代码",
    lacking: (what) => `权重采用开放许可证；没有找到：${what.join("、")}。`,
    open: "权重采用开放许可证，并附有文档和推理代码。",
    identified: "训练数据给出了 Software Heritage 标识符。",
    identifiedBySet: "指明了训练数据集，其每一行都带有 Software Heritage 标识符。",
    dataUnseen: "未能看到全部内容，因此无法确定训练数据是否有标识。",
    setsUnread: "指明了数据集，但没有查看其中是否以 SWHID 标识文件；本仓库内没有这样的标识。",
    archiveUnidentified: "文档称训练数据来自 Software Heritage，但此处没有任何内容标识这些数据。",
    unidentified: "此处既没有找到训练数据的 Software Heritage 标识符，也没有找到带地址的数据集。",
    optOut: "文档告诉作者如何让自己的代码不进入训练数据。",
    optOutUnseen: "未能看到全部内容，因此无法确定是否告诉了作者如何退出。",
    noOptOut: "此处没有找到告诉作者如何让自己的代码不进入训练数据的内容。",
  },
};
