/** 关于所有者接受的不合格项（豁免）。 */
import type { waivers as english } from "../en/waivers.ts";

export const waivers: typeof english = {
  waiver: {
    applied: (what, reason, expires) =>
      `策略已豁免：${what}。理由：${reason}${expires === "" ? "" : `（有效期至 ${expires}）`}`,
    expired: (what, reason, expires) => `${what} 的豁免已于 ${expires} 之后过期，不再生效。原理由：${reason}`,
    unused: (what, reason) => `${what} 的豁免未被用到，可以删除。理由：${reason}`,
  },
};
