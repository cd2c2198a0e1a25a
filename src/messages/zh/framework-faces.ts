/** 各框架判定的展示方式。 */
import type { frameworkFaces as english } from "../en/framework-faces.ts";

export const frameworkFaces: typeof english = {
  frameworkFace: {
    title: "其他框架（仅供参考）",
    verdict: {
      pass: "符合",
      fail: "不符合",
      warn: "符合，但有提示",
      "not-applicable": "不适用",
      undetermined: "无法确定",
    },
    evidence: {
      pass: "找到证据",
      fail: "有相反证据",
      warn: "证据不足",
      "not-applicable": "未检查",
      undetermined: "无法确定",
    },
    lacking: (line, requirements) => `${line}（${requirements.join("；")}）`,
    more: (count) => `另外 ${count} 项`,
  },
};
