import type { Messages } from "../en.ts";

const limited = (limits: readonly string[]): string => (limits.length === 0 ? "" : `（${limits.join("、")}）`);

export const difference: Pick<Messages, "difference"> = {
  difference: {
    none: "无许可证",
    license: {
      "more-restrictive": ({ what, before, after, limits }) =>
        `${what}的许可证限制变严：${before} → ${after}${limited(limits)}`,
      "policy-added": ({ what, before, after, limits }) =>
        `${what}的使用者从此受使用政策约束：${before} → ${after}${limited(limits)}`,
      "grant-removed": ({ what, before, after }) => `${what}：原有的授权被取消：${before} → ${after}`,
      "more-conditions": ({ what, before, after }) =>
        `${what}的许可证条件增多：${before} → ${after}（著佐权（copyleft）的范围扩大）`,
      "scope-narrowed": ({ what, before, after }) => `${what} 的适用范围变窄：${before} → ${after}`,
      unclear: ({ what, before, after }) => `已无法判断${what}的许可证允许什么：${before} → ${after}`,
      "less-restrictive": ({ what, before, after, limits }) =>
        `${what}的许可证限制放宽：${before} → ${after}${limits.length === 0 ? "" : `（取消的限制：${limits.join("、")}）`}`,
      other: ({ what, before, after }) => `${what}的许可证有变化：${before} → ${after}`,
    },
    unseenNow: (artifacts) => `在此提交中未能查看，因此未作比较：${artifacts}`,
    unseenBefore: (artifacts) => `在基准提交中未能查看，因此未作比较：${artifacts}`,
    classUncompared: (change) => `${change}：双方未能全部查看，因此不能断定有所增加或减少。`,
    clause: (quote) => `“${quote}”`,
    more: (count) => `另有 ${count} 处许可证变化。`,
  },
};
