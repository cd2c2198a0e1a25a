/** 换用其他许可证的结果。 */
import type { whatIf as english } from "../en/what-if.ts";
import { names } from "./names.ts";

const list = (items: readonly string[]): string => items.join("、");

export const whatIf: typeof english = {
  whatIf: {
    title: (license, before, after) =>
      before === after ? `采用 ${license}：仍为${after}。` : `采用 ${license}：由${before}变为${after}。`,
    license: {
      true: (license, _limits) => `${license} 是开放许可证。`,
      false: (license, limits) => `${license} 不开放${limits.length === 0 ? "" : `（${list(limits)}）`}。`,
      null: (license, _limits) => `这里不知道 ${license} 是否开放，因此不据此算作开放。`,
    },
    lacking: (next, artifacts) => `距离下一类别（${names.className(next)}）仍缺：${list(artifacts)}。`,
    tool: (found) => `Model Openness Tool 认定的开放许可证与此不同，届时会显示为：${found}。`,
    ifSaid: "¹ 存放在别处的权重：README 须在链接旁写明该许可证适用于它们。",
    theirs: "² 存放在别处的数据、代码和论文保持其在那里的条款。",
    owner: "只有权利人可以更改许可证；他人贡献的部分需要其同意。不构成法律建议。",
  },
};
