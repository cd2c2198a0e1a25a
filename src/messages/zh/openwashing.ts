/** 文档把模型称为“开源”时的说明。 */
import type { openwashing as english } from "../en/openwashing.ts";

export const openwashing: typeof english = {
  openwashing: {
    noCalls: "README 和模型卡中没有发现把该模型称为开源的语句。",
    noWeights: "文档称该模型开源，但没有找到可供核对的权重。",
    unknown: "文档称该模型开源，但无法确定权重的许可证是否开放。",
    borne: "文档称该模型开源，权重的许可证也是开放的。",
    restricted: (license) =>
      `此处称模型开源，但权重的许可证（${license}）并不开放。准确的说法是“开放权重”或“源码可得”，并写明许可证名称。`,
    noOpenWeights: "没有找到采用开放许可证的权重，因此不适用。",
    more: "文档称该模型开源，发布的内容也不止权重。",
    originsUnknown: "文档称该模型开源，但无法确定是否发布了训练代码或数据。",
    weightsOnly: "此处称模型开源，但既没有找到训练代码，也没有找到任何关于训练数据的信息。准确的说法是“开放权重”。",
  },
};
