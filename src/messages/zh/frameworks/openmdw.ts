/** OpenMDW 各规则的中文译文。英文原文在规则旁边。 */
import type { FrameworkWords } from "../../frameworks.ts";

const ELSE = "未采用 OpenMDW 的发布不适用此规则。";

export const openmdw: FrameworkWords = {
  title: "OpenMDW（模型开放许可证）",
  rules: {
    "openmdw-version": {
      title: "未经修改的协议版本",
      asks: "是否写明采用 OpenMDW 的哪个版本，文本是否未经修改？",
      why: "1.1 版还会终止以版权起诉者的权利；修改过的文本不得使用此名。",
      decides: `所有提及处都写明 1.0 或 1.1 版时判为通过。没有写明版本时给出警告，文本被修改时判为不通过。${ELSE}`,
      remedy: "写明 OpenMDW-1.0（使用 SPDX 标识符时，1.1 版写作 LicenseRef-OpenMDW-1.1），并原样采用公布的文本。",
    },
    "openmdw-covers": {
      title: "覆盖全部内容",
      asks: "OpenMDW 是否覆盖所发布的全部内容：模型、代码、数据和文档？",
      why: "它的用意是以一份许可证覆盖全部内容；采用其他条款的部分需要分别写明。",
      decides: `找到的每项制品都采用 OpenMDW 或其他开放许可证时判为通过。有制品采用不开放的条款时给出警告；有制品没有找到条款时判为无法确定：在采用 OpenMDW 的仓库中，未写明其他条款的内容推定采用它，存放在别处的则不然。${ELSE}`,
      remedy: "把协议全文作为 LICENSE 放在根目录，并写明哪些部分采用其他条款。",
    },
    "openmdw-text": {
      title: "随附全文",
      asks: "发布中是否带有协议的副本？",
      why: "再分发者必须保留协议副本，因此需要有一份可供保留。",
      decides: `在许可证文件中查找协议的标题、授权、条件和免责声明。看到了整个仓库，提到了 OpenMDW 而没有文件包含全文时，给出警告。${ELSE}`,
      remedy: "把协议全文复制到根目录的 LICENSE 文件中。",
    },
    "openmdw-notices": {
      title: "版权和来源声明",
      asks: "发布中是否带有版权或来源声明？",
      why: "协议要求再分发者保留声明；没有声明，第一次复制就会失去来源。",
      decides: `在根目录的 NOTICE、AUTHORS、LICENSE 和 README 文件中查找声明。全部读过而没有找到时给出警告。${ELSE}`,
      remedy: "在 LICENSE、README 或 NOTICE 中加上一行，例如“Copyright 2026 NAME”。",
    },
  },
};
