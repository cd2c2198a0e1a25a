/** 检查运行的按钮：标签不超过 20 个字符，说明不超过 40 个字符。 */
import type { buttons as english } from "../en/buttons.ts";

export const buttons: typeof english = {
  buttons: {
    rerun: { label: "重新运行", description: "重新审查这次提交" },
    explain: { label: "说明依据", description: "说明每一项内容的判定依据" },
  },
};
