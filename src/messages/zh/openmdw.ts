/** 关于以 OpenMDW 发布的说明。 */
import type { openmdw as english } from "../en/openmdw.ts";

const list = (items: readonly string[]): string => items.join("、");

export const openmdw: typeof english = {
  openmdw: {
    notUsed: "该发布未采用 OpenMDW。",
    changed: "文本被修改过；修改过的文本不得使用 OpenMDW 之名。",
    noVersion: "提到了 OpenMDW，但没有写明版本。",
    versions: (versions) => `采用 OpenMDW ${list(versions)}。`,
    covers: (parts) => `${parts.join("；")}。`,
    nothing: "没有找到它可以覆盖的制品。",
    under: (artifacts) => `采用 OpenMDW：${list(artifacts)}`,
    others: (artifacts) => `采用其他开放许可证：${list(artifacts)}`,
    restricted: (artifacts) => `采用不开放的条款：${list(artifacts)}`,
    untold: (artifacts) => `条款不明：${list(artifacts)}`,
    text: "仓库中有协议全文。",
    noText: "提到了 OpenMDW，但没有文件包含协议全文。",
    textUnread: "无法查看仓库中是否有协议全文。",
    notice: "有版权或来源声明。",
    noNotice: "根目录的文件中没有找到版权或来源声明。",
    noticeUnread: "无法查看是否有版权或来源声明。",
  },
};
