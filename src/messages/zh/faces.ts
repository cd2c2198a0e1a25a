/** 检查、评论、页面和终端输出的框架语句。 */
import type { faces as english } from "../en/faces.ts";
import { className, list, names } from "./names.ts";

export const faces: typeof english = {
  verdict: {
    notAModelTitle: "不是模型仓库",
    policyNotMet: "未满足策略",
    artifactsOpen: ({ open, of }) => `${of} 项中有 ${open} 项开放`,
    towards: ({ open, of }, mofClass) => `${className(mofClass)}所需 ${of} 项中有 ${open} 项`,
    shortOf: (count, mofClass) => `距 ${className(mofClass)}还差 ${count} 项`,
    reason: ({ id, why }) => `${names.artifact[id]}${names.titleWord[why]}`,
    none: "尚未达到 Model Openness Framework 的任何类别。",
    noneSeen: "有内容未能核实，因此无法确认达到 Model Openness Framework 的哪个类别。",
    reached: (mofClass, { of }) => `${className(mofClass)}要求的 ${of} 项内容都已按开放许可证发布。`,
    missing: (artifact, state) => `${artifact}（${state}）`,
    next: (mofClass, { open, of }, missing, unchecked) =>
      [
        `${className(mofClass)}所需的 ${of} 项内容中有 ${open} 项开放`,
        ...(missing.length === 0 ? [] : [`还需要：${list(missing)}`]),
        ...(unchecked.length === 0 ? [] : [`未能核实：${list(unchecked)}`]),
      ]
        .join("；")
        .concat("。"),
  },

  remedy: {
    restricted: (license, categories) =>
      `请按开放许可证发布：${license} 含有限制${categories.length > 0 ? `（${list(categories)}）` : ""}。`,
    unlicensed: (isLinked, suggestion) =>
      `请在 README ${isLinked ? "的链接旁" : "或同一位置的 LICENSE 文件中"}写明许可证，例如 ${suggestion}。`,
    unknown: "请在内容所在之处，或 README 中链接它的地方，用 SPDX 标识符写明许可证。",
    undetermined: "内容可能存在，但无法核实：请公开其地址，或重新运行审查。",
  },

  suggestion: {
    code: "Apache-2.0 或 MIT",
    data: "CDLA-Permissive-2.0 或 CC-BY-4.0",
    document: "CC-BY-4.0（arXiv 也提供此选项）",
    weights: "OpenMDW-1.0 或 Apache-2.0",
  },

  face: {
    // 不换行空格为各列留出最小宽度：在手机上，列会缩到一个字宽。
    columns: ["内容", "状\u00a0\u00a0\u00a0\u00a0\u00a0态", "许可证", "位置"],
    notNamed: "未命名",
    noLicense: "–",
    more: (count) => `另有 ${count} 处`,
    progress: ({ open, of }) => `${of} 项中有 ${open} 项开放`,
    policyFailed: "按照本仓库的策略，检查未通过。",
    policyAim: "目标。",
    incomplete: "仓库的一部分无法看到，因此不会据此判定任何内容缺失：",
    problems: "问题",
    at: (place) => `（${place}）`,
    remediesFor: (mofClass) => `如何达到 ${className(mofClass)}`,
    remedy: ({ name, state, takes, why, remedy }) => `${name} · ${state} · ${takes}。${why}做法：${remedy}`,
    remedyUnchecked: (names, state, takes, remedy) => `${names} · ${state} · ${takes}。做法：${remedy}`,
    changes: "与对比基准相比",
    changed: (name, from, to) => `${name}：${from} → ${to}`,
    noChanges: "与对比基准相比，类别、内容和许可证均无变化。",
    evidence: "证据",
    outcome: (name, state, reasons) => `${name}：${state}。${reasons}`,
    evidenceRule: (rule) => `规则 ${rule}`,
    writtenIn: (place) => `（写在 ${place} 中）`,
    licenseFrom: (license, scope, place) => `${license}（适用依据：${scope}）：${place}`,
    typeMismatch: "（开放，但适用于另一类作品）",
    clause: (restriction, quote) => `${restriction}：“${quote}”`,
    motTitle: "Model Openness Tool",
    mot: (label, progress) =>
      `根据同样的证据，Model Openness Tool 会得出：${label}（III 类 ${progress[0]} %，II 类 ${progress[1]} %，I 类 ${progress[2]} %）。`,
    licenseFiles: "许可证文件",
    licenseFile: (place, licenses, open, covers) => `${place}：${licenses}，${open} · 适用于：${covers}`,
    licenseOpen: { true: "开放", false: "受限", null: "需要人工审阅" },
    annotationsCut: (count) => `另有 ${count} 个问题没有显示为注释。`,
    findingsCut: (count) => `另有 ${count} 个问题。`,
    linesCut: (count) => `*省略了 ${count} 行：已达到 GitHub 的显示上限。*`,
    swhids: (ids) => `Software Heritage 标识符：${ids.join("、")}`,
    footer: ({ commit, branch, checks, policyPath }) =>
      `已审查 ${commit}${branch === undefined ? "" : `（${branch}）`}。重新运行：评论 /openness，或[重新运行检查](${checks})。关闭此评论：在 ${policyPath} 中把 comment 设为 never。本结果用于帮助阅读仓库，不是法律意见。`,
    notAModel: "该仓库看起来不发布模型，因此没有审查。",
    notAModelBecause: (why) => `原因：${why}`,
    notAModelRemedy: "如果它确实发布模型，请在策略文件中写明，然后重新运行：",
  },

  unread: {
    title: "无法判定 · 仓库无法读取",
    nothingSaid: "未能读取该仓库的全部文件，因此这里对其内容不作任何结论。",
    reason: (why) => `原因：${why}`,
    request: (id) => `GitHub 请求 ID：${id}`,
    enforced: "该仓库的策略可以使检查不通过，未能读取的内容不能算作通过，因此此检查不通过。",
    unknownPolicy: "不知道该仓库的策略是否会使检查不通过，因此此检查不通过。",
    advisory: "该仓库的策略不会使检查不通过，因此此检查不算失败。",
    again: "请重新运行此检查。如果问题持续存在，请确认 App 是否仍有权限读取该仓库的内容。",
    model: (policyPath) => `在 ${policyPath} 中写上 \`model: true\` 或 \`model: false\`，即可确定它是否是模型仓库。`,
    cutList: "GitHub 截断了此提交的文件列表，已看到的部分没有体现模型。",
    cutBase: "作为对比基准的提交未能完整看到，而策略不允许类别下降。",
    permission: (permission) =>
      `App 未获得 ${permission} 权限。账户所有者需要在设置的 GitHub Apps 中，打开此安装的页面并接受该权限。`,
    noAnswer: (detail) => `GitHub 没有给出可用的回应（${detail}）`,
    notThere: (detail) => `GitHub 表示没有可读取的内容（${detail}）`,
    refused: (detail) => `GitHub 拒绝了请求（${detail}）`,
    failed: (detail) => `审计未能完成（${detail}）`,
    noComment: (why) => `无法在拉取请求上发表评论：${why}`,
    noCheckRun: (why) => `无法在提交上写入检查结果：${why}`,
  },

  explanation: {
    presence: {
      "in-repo": "在仓库中",
      linked: "有链接",
      absent: "缺失",
      undetermined: "无法判定",
    },
    counted: "采用",
    leftOut: "排除",
    nothing: "在已读取的内容中没有候选项。",
  },
};
