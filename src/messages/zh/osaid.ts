/** 关于开源人工智能定义各项要求的说明。 */
import type { osaid as english } from "../en/osaid.ts";

const list = (items: readonly string[]): string => items.join("、");

export const osaid: typeof english = {
  osaid: {
    absent: (artifact) => `缺少${artifact}：已查看整个仓库，既没有找到，文档也没有链接。`,
    unseen: (artifact) => `无法查看是否有${artifact}。`,
    unlicensed: (artifact) => `没有找到${artifact}的许可证。`,
    unknownTerms: (artifact, license) => `无法确定${artifact}的许可证（${license}）是否开放。`,
    restricted: (artifact, license) => `${artifact}的许可证（${license}）不开放。`,
    approved: (artifact, license) => `${artifact}以 OSI 批准的许可证（${license}）发布。`,
    openTerms: (artifact, license) => `${artifact}以开放条款（${license}）发布。`,
    notApproved: (artifact, license) =>
      `${artifact}的许可证（${license}）是开放的，但不在本版本所知的 OSI 批准许可证列表中。`,
    processedWithout: "文档写明训练数据经过处理或过滤，但没有找到相应的代码。",
    processingUnknown: "没有找到处理数据的代码；定义只在处理过数据时才要求发布。",
    preparedElsewhere: "没有找到处理数据的代码；可能由数据集的发布者用位于别处的代码处理。",
    kindsListed: (kinds) =>
      `文档提到的训练数据：${list(kinds)}。找到了获取地址和数据卡；是否列出了全部数据需要由人来读。`,
    architectureElsewhere: (library) => `此处没有找到网络的代码；文档用 ${library} 加载模型，代码可能在该库中。`,
    onlyTuning: "只找到了微调代码，而定义要求的是训练所发布模型的代码。",
    noLibraries: "没有找到辅助库和工具；定义只在使用了它们时才要求发布。",
    notDescribed: "既没有找到训练数据的说明，也没有找到数据本身、报告或论文。",
    descriptionUnread: "这里没有找到训练数据的说明；报告、论文或数据本身可能有说明，但没有为此去读。",
    cardOnly: "有文档说明训练数据；说明是否完整需要由人来读。",
    partlyDescribed: (found, lacking) =>
      `有训练数据的说明（${list(found)}）${lacking.length === 0 ? "" : `；没有找到的方面：${list(lacking)}`}。说明是否完整需要由人来读。`,
    described: (found) => `有训练数据的说明（${list(found)}），数据本身也以开放许可证发布。`,
    noSources: "既没有找到训练数据的列表，也没有找到获取地址。",
    sourcesUnread: "这里没有找到训练数据的获取处；报告或论文可能写明，但没有为此去读。",
    kinds: (kinds) => `文档提到的训练数据：${list(kinds)}。找到了数据卡和获取地址。`,
    kindsUnlisted: (kinds) => `文档提到的训练数据：${list(kinds)}。没有找到列出全部数据的数据卡。`,
    closedKinds: (kinds) => `文档提到的训练数据：${list(kinds)}。对并非人人可得的数据的说明是否足够，需要由人来判断。`,
  },
  dataKind: { open: "开放数据", public: "公开数据", obtainable: "可从第三方获得的数据", unshareable: "不共享的数据" },
  dataAspect: { provenance: "来源", scope: "规模和范围", selection: "如何挑选", processing: "如何处理" },
};
