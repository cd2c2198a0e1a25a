/** フレームワークの判定の示し方。 */
import type { frameworkFaces as english } from "../en/framework-faces.ts";

export const frameworkFaces: typeof english = {
  frameworkFace: {
    title: "その他のフレームワーク（参考）",
    verdict: {
      pass: "満たす",
      fail: "満たさない",
      warn: "注意点つきで満たす",
      "not-applicable": "対象外",
      undetermined: "判定不能",
    },
    evidence: {
      pass: "根拠あり",
      fail: "反する根拠あり",
      warn: "根拠不足",
      "not-applicable": "調べない",
      undetermined: "判定不能",
    },
    lacking: (line, requirements) => `${line}（${requirements.join("；")}）`,
    more: (count) => `ほか ${count} 件`,
  },
};
