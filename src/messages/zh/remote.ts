/** 根据链接所在站点的应答得出的说明。 */
import type { remote as english } from "../en/remote.ts";

export const remote: typeof english = {
  remote: {
    missing: (url, why) => `${url} 处没有所链接的内容：${why}。`,
    gated: (url, why) => `${url} 并非对所有人开放：${why}。`,
    incomplete: (url, why) => `${url} 处的内容不完整：${why}。`,
    notThere: (url, why) => `虽有指向 ${url} 的链接，但那里并没有：${why}。`,
    licenseDiffers: (own, url, hosts) => `仓库写的是 ${own}，而 ${url} 写的是带有限制的 ${hosts}。以较严格的为准。`,
    baseLicense: (base, license) =>
      `模型卡称基础模型为 ${base}，其许可证 ${license} 带有限制，这些限制同样适用于由它衍生的模型。`,
    checked: (state, date) => `${state}（${date}）`,
  },
  remoteState: {
    verified: "已核实",
    gated: "需申请",
    missing: "不存在",
    incomplete: "不完整",
    unverified: "未核实",
    unknown: "未能查看",
  },
  remoteReason: {
    proven: "任何人都可以获取",
    found: "站点上存在",
    "gate-automatic": "须先填写表单",
    "gate-manual": "由所有者逐一审批申请",
    embargoed: "尚在限制公开期内",
    "not-public": "站点只向部分人提供",
    "not-found": "站点上没有以此为名的公开内容",
    disabled: "站点已停止提供",
    deleted: "已被删除",
    "shards-missing": "缺少部分分片文件",
    "empty-file": "文件为空",
    "no-files": "只有说明文件",
    "adapter-only": "只有适配器，还需要基础模型",
    "derived-only": "只有转换后的权重",
    "other-format": "文件格式无法检查",
    "header-not-read": "无法读取文件头",
    "not-downloaded": "文件本身没有应答",
    "list-cut": "文件列表过长，未能看全",
    "no-answer": "站点没有应答",
    refused: "站点暂不接受更多请求",
    "not-understood": "无法理解应答",
    "no-time": "没有剩余时间可供查询",
  },
};
