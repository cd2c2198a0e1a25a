/** 关于模型卡和数据卡的说明。 */
import type { card as english } from "../en/card.ts";
import { list } from "./names.ts";

export const card: typeof english = {
  /** 规则要求卡片写明的内容。 */
  cardPart: {
    developer: "开发者",
    kind: "类型或架构",
    purpose: "预期用途",
    outOfScope: "不适用的用途",
    limits: "局限或风险",
    trainingData: "训练数据",
    trainingProcedure: "训练过程",
    results: "结果",
    tested: "测试所用的数据或基准",
    compute: "硬件或计算时间",
    energy: "能耗或排放",
    citation: "引用方式或论文",
    contact: "联系方式",
    motivation: "数据的目的",
    amounts: "数量",
    sources: "来源",
    collection: "收集方式",
    processing: "处理方式",
    personalData: "个人数据或敏感数据",
    bias: "偏见或局限",
    license: "许可证",
    maintenance: "维护、版本或联系方式",
  },
  card: {
    absent: "没有这种卡片，因此不适用。",
    elsewhere: "卡片在其他主机上，或在无法读取的文件中，因此不作判断。",
    unknown: "无法确定是否有卡片。",
    otherLanguage: "卡片使用的语言不在支持之列，因此不作判断。",
    cut: "卡片太大，只读了一部分。",
    written: (parts) => `已写明：${list(parts)}。`,
    missing: (parts) => `没有找到：${list(parts)}。`,
    noLanguage: "看不出该模型处理语言，因此不适用。",
    languages: (count, names) => `写明了 ${count} 种语言：${names.join("、")}${count > names.length ? "等" : ""}。`,
    languagesLess: (count, names, less) =>
      `写明了 ${count} 种语言：${names.join("、")}${count > names.length ? "等" : ""}。其中数据少于 Joshi 等人分类第 4、5 类的：${less.join("、")}。`,
    manyLanguages: "称模型覆盖多种语言，但没有写明是哪些。",
    languagesUnnamed: "没有写明任何语言。",
    placeholders: (count) => `有 ${count} 行没有填写。`,
    noPlaceholders: "没有残留的模板占位符。",
  },
};
