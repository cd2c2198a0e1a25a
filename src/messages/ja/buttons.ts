/** チェックランのボタン。ラベルは 20 文字まで、説明は 40 文字まで。 */
import type { buttons as english } from "../en/buttons.ts";

export const buttons: typeof english = {
  buttons: {
    rerun: { label: "再実行", description: "このコミットをもう一度監査します" },
    explain: { label: "判定の説明", description: "各成果物の判定の理由を示します" },
  },
};
