/** 卡片质量规则的中文版。英文原文就在规则旁边。 */
import type { FrameworkWords } from "../../frameworks.ts";

const IN_MODEL_CARD =
  "在模型卡和 README 中读取写有内容的标题、正文语句和卡片的元数据，支持英文、中文和日文。模板中没有填写的部分不计入。";
const IN_DATA_CARD = "以同样方式读取数据卡或说明数据的章节。卡片只在其他主机上时不作判断。";

export const cardQuality: FrameworkWords = {
  title: "模型卡和数据卡的质量",
  rules: {
    "card-details": {
      title: "模型卡：开发者与模型类型",
      asks: "卡片是否写明由谁开发、是什么类型的模型？",
      why: "依赖模型的人需要知道它属于谁、如何工作。",
      decides: `需要写明开发者，以及类型或架构。${IN_MODEL_CARD}`,
      remedy: "填写模型详情一节。",
    },
    "card-uses": {
      title: "模型卡：用途与不适用的用途",
      asks: "卡片是否写明模型用于什么、不应用于什么？",
      why: "在一种任务上表现好的模型，用在别处可能有害，最先知道的是开发者。",
      decides: `需要写明预期用途和不适用的用途。${IN_MODEL_CARD}`,
      remedy: "写明模型为何而做，以及任何人都不应拿它做什么。",
    },
    "card-limits": {
      title: "模型卡：局限、偏见与风险",
      asks: "卡片是否写明模型在哪里会出错、可能伤害谁？",
      why: "没有写下的局限，只有受到影响的人才会发现。",
      decides: `需要写明局限、偏见或风险。${IN_MODEL_CARD}`,
      remedy: "根据测试所得填写偏见、风险与局限一节。",
    },
    "card-training": {
      title: "模型卡：训练数据与训练过程",
      asks: "卡片是否写明用什么训练、如何训练？",
      why: "模型知道什么、不可能知道什么，都由这两者决定。",
      decides: `需要写明训练数据，以及训练过程或其设置。${IN_MODEL_CARD}`,
      remedy: "填写训练详情一节，并给出数据的链接。",
    },
    "card-evaluation": {
      title: "模型卡：评估",
      asks: "卡片是否给出结果，并写明用什么测得？",
      why: "分数只有与数据和指标放在一起才有意义。",
      decides: `需要写明结果，以及测试所用的数据或基准。${IN_MODEL_CARD}`,
      remedy: "在评估一节中列出基准、指标、设置和分数的表格。",
    },
    "card-cost": {
      title: "模型卡：算力与能耗",
      asks: "卡片是否写明训练所用的算力，以及能耗或排放？",
      why: "模型对环境的代价，以及重做它需要什么，从外面看不出来。",
      decides: `需要写明硬件或计算时间，以及带数值的能耗或排放。${IN_MODEL_CARD}`,
      remedy: "写明硬件、时长和地区，以及由此算出的排放（元数据中的 co2_eq_emissions）。",
    },
    "card-languages": {
      title: "模型卡：语言",
      asks: "模型覆盖的语言是否逐一写明？",
      why: "数据稀少的语言的使用者，无法从“多语言”一词看出模型是否适合自己。",
      decides:
        "从卡片的元数据以及关于语言、训练或支持范围的语句中读取语言。不属于 Joshi 等人分类第 4、5 类的语言，作为数据较少的语言单独列出。与语言无关的模型不适用。",
      remedy: "在元数据（language）和卡片中列出语言，并说明每种语言的覆盖程度。",
    },
    "card-placeholders": {
      title: "模型卡：没有占位符",
      asks: "模板的占位符是否都已去除？",
      why: "标题下只有 More Information Needed，等于许诺了并不存在的内容。",
      decides: "统计卡片和 README 中代码以外仍留有模板占位符的行。",
      remedy: "填写这些章节，或将其删除。",
    },
    "card-reach": {
      title: "模型卡：引用与联系方式",
      asks: "卡片是否写明如何引用、向谁询问？",
      why: "只有知道找谁，错误才会有人报告，成果才会得到承认。",
      decides: `需要写明引用方式或论文，以及联系方式。${IN_MODEL_CARD}`,
      remedy: "添加引用方式和联系方式。",
    },
    "datacard-motivation": {
      title: "数据卡：制作数据的目的",
      asks: "数据卡是否写明数据用于什么？",
      why: "为一种目的制作的数据，用于另一种目的会产生误导。",
      decides: `需要写明目的。${IN_DATA_CARD}`,
      remedy: "写明数据为了什么、为谁而汇集。",
    },
    "datacard-composition": {
      title: "数据卡：数据内容与数量",
      asks: "数据卡是否写明数据由什么组成、各有多少？",
      why: "比例和数量说明模型常见什么、几乎没见过什么。",
      decides: `需要写明数量：词元、文档、小时、字节等。${IN_DATA_CARD}`,
      remedy: "添加各组成部分及其大小的表格。",
    },
    "datacard-collection": {
      title: "数据卡：来源与收集",
      asks: "数据卡是否写明数据的来源和收集方式？",
      why: "权利、偏见和污染都要从来源判断。",
      decides: `需要写明来源，以及如何从中收集数据。${IN_DATA_CARD}`,
      remedy: "列出每个来源及其版本或日期，并说明获取方式。",
    },
    "datacard-processing": {
      title: "数据卡：清洗与过滤",
      asks: "数据卡是否写明数据如何清洗、过滤和标注？",
      why: "被丢弃的内容与保留的内容一样塑造模型。",
      decides: `需要写明数据的处理方式。${IN_DATA_CARD}`,
      remedy: "说明从原始数据到最终数据的每一步，并给出代码或其名称。",
    },
    "datacard-risks": {
      title: "数据卡：个人数据与偏见",
      asks: "数据卡是否谈到个人数据和偏见？",
      why: "承受伤害的，是数据中的人和被数据遗漏的人。",
      decides: `需要写明个人数据或敏感数据，以及偏见或局限。${IN_DATA_CARD}`,
      remedy: "写明是否含有个人数据、如何处理，以及哪些群体和语言较少。",
    },
    "datacard-terms": {
      title: "数据卡：许可证与维护",
      asks: "数据卡是否写明数据的许可证和维护者？",
      why: "没有条款的数据不能使用，无人维护的数据无法更正。",
      decides: `需要写明许可证或条款，以及维护、版本或联系方式。${IN_DATA_CARD}`,
      remedy: "写明各部分的许可证、版本和联系人。",
    },
  },
};
