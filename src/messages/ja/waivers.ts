/** 所有者が受け入れた不合格（適用除外）について。 */
import type { waivers as english } from "../en/waivers.ts";

export const waivers: typeof english = {
  waiver: {
    applied: (what, reason, expires) =>
      `ポリシーにより適用除外：${what}。理由：${reason}${expires === "" ? "" : `（${expires} まで有効）`}`,
    expired: (what, reason, expires) =>
      `${what} の適用除外は期限（${expires}）を過ぎたため、効力がありません。当時の理由：${reason}`,
    unused: (what, reason) => `${what} の適用除外は使われませんでした。削除できます。理由：${reason}`,
  },
};
