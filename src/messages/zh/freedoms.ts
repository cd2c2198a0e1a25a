/** 关于四项自由（使用、研究、修改、分享）的说明。 */
import type { freedoms as english } from "../en/freedoms.ts";

const list = (items: readonly string[]): string => items.join("、");

export const freedoms: typeof english = {
  freedom: { use: "使用", study: "研究", modify: "修改", share: "分享" },
  freedoms: {
    nothing: "没有找到可以判断其条款的制品。",
    given: (freedom, count) => `${freedom}：${count} 项制品均无限制。`,
    all: (freedom, sentences) => `${freedom}：${sentences.join("；")}。`,
    limited: (artifacts, license, limits) => `${list(artifacts)}受 ${license} 限制（${list(limits)}）`,
    partly: (artifacts, license, limits) =>
      `${list(artifacts)}在 ${license} 下允许，但并非用于任何目的（${list(limits)}）`,
    limit: (what, whom) => `${what}：${whom}`,
    withheld: (artifacts) => `${list(artifacts)}没有找到许可证，因此未获授权`,
    unknown: (artifacts) => `${list(artifacts)}的情况无法确定`,
    termsIn: (path) => `${path} 中的条款`,
    rest: (count) => `其余 ${count} 项不受限制`,
    more: (count) => `另外 ${count} 项`,
    held: (artifacts) => `${list(artifacts)}的许可证允许权利人远程限制使用，例如在违反条件时。`,
    revocable: (artifacts) => `${list(artifacts)}的许可证写明可以撤销：今天允许的，明天未必允许。`,
    changing: "有条款写明，这些条款或其所依据的政策以后可以更改。",
    lasting: (count) => `找到的 ${count} 项制品均采用开放许可证，没有发现可以任意撤销的条款。`,
    lastingUnknown: (artifacts) => `无法确定${list(artifacts)}的条款以后是否不变。`,
  },
  whom: {
    noncommercial: "针对一切以此营利者",
    "research-only": "针对研究以外的使用",
    "no-production": "针对生产环境中的使用",
    "user-threshold": "针对用户数超过规定的服务",
    "revenue-threshold": "针对收入超过规定的公司",
    "use-restrictions": "针对其所列的用途",
    "use-policy": "针对其政策禁止的用途",
    "field-of-use": "针对特定的使用领域",
    territory: "针对某些国家的个人和公司",
    "no-training-others": "针对其他模型的开发者",
    "no-sale": "针对一切出售者",
    "no-redistribution": "针对一切再分发者",
    "no-derivatives": "针对一切发布修改版者",
    "no-reverse-engineering": "针对一切进行剖析者",
    "registration-required": "针对一切未注册者",
    "permission-required": "针对一切未获许可者",
    revocable: "权利人决定后随时针对所有人",
    branding: "针对一切再分发者",
    "extra-terms": "针对附加条款所列的人",
  },
};
