/** 关于所有者的策略：其中的错误，以及是否满足的原因。 */
import type { policy as english } from "../en/policy.ts";
import { className, list, reached } from "./names.ts";

export const policy: typeof english = {
  expectation: {
    boolean: "true 或 false",
    text: "文本",
    list: "列表",
    mapping: "映射",
    other: (what) => `${what} 类型的值`,
    atMost: (count) => `不超过 ${count}`,
    notEmpty: "非空文本",
    value: (value) => value,
    oneOf: (values) => `以下之一（${values.join(", ")}）`,
    near: (meant, values) => `以下之一（${values.join(", ")}），是否想写 ${meant}`,
    textOrTexts: "位置（文本，或 path、url 与 license 的组合），或不超过 20 项的位置列表",
    unknownArtifact: "框架中某项内容的 ID",
    asIs: (words) => words,
    nothing: "空值",
  },

  inForce: {
    heading: "策略",
    sources: (files) => `生效的策略：${files.join("；")}。`,
    source: (file, commit) => `${file}（提交 ${commit}）`,
    proposed: "此提交中的策略文件与生效的策略（默认分支上的）不同。若采用它，检查结果将是：",
    gone: "此提交中没有策略文件，而默认分支上的策略正在生效。若没有它，检查结果将是：",
    would: (conclusion, reasons) => [`${conclusion}。`, ...reasons].join(""),
    isPart: "它继承了另一份策略，那份策略未被读取，因此其内容没有计入。",
    success: "成功",
    neutral: "中性",
    failure: "失败",
  },

  policy: {
    expected: (key, found, expectation) => `${key}：当前值为“${found}”，应为：${expectation}。该设置已忽略。`,
    unreadable: (why) => `策略无法读取（${why}），因此使用了默认值。`,
    notText: "不是文本",
    unknownKey: (key, known) => `没有 ${key} 这项设置，已忽略。可用的设置：${known.join(", ")}。`,
    unknownKeyNear: (key, meant, known) =>
      `没有 ${key} 这项设置，已忽略。是否想写 ${meant}？可用的设置：${known.join(", ")}。`,
    renamed: (before, now) => `fail：${before} 现已改名为 ${now}，旧名称仍然有效。`,
    locked: (key, source) => `${key} 已由 ${source} 锁定，不能在此更改，以锁定处的设置为准。`,
    lockedWith: (key, source) => `${key} 会绕过 ${source} 锁定的失败项目，不能在此这样设置，以锁定处的设置为准。`,
    failUnread: "fail：其中没有可读取的项目，在修正之前，所有可导致失败的项目都会导致失败。",
    notAMapping: "策略必须是由设置组成的映射，因此使用了默认值。",
    extendsForm: (found) => `extends：应为 owner/repository 的形式（可加 :path 和 @ref），当前值为 ${found}。`,
    extendsUnread: (repository) =>
      `extends：无法从 ${repository} 读取策略，因此不知道它的要求。在能够读取之前，除非本文件用 fail 和 target 另行指定，所有可导致失败的项目都会导致失败，目标为 I 类。`,
    extendsKept: (repository, commit) =>
      `extends：无法从 ${repository} 读取策略，沿用上次读取的内容${commit === "" ? "" : `（提交 ${commit}）`}。`,
    declaredNotFound: (artifact, place) => `策略称 ${artifact} 位于“${place}”，但文件树中没有这个路径。`,
    notAModel: "这不是发布模型的仓库，策略对它没有要求。",
    notAModelUncertain: "仓库的一部分无法看到，因此无法判定它是否是发布模型的仓库。",
    missing: (artifact, state) => `${artifact}（${state}）`,
    targetMet: (target) => `已达到 ${className(target)}。`,
    targetMissed: (target, missing) => `目标是 ${className(target)}，尚未达到：${list(missing)}。`,
    targetUndetermined: (target, undetermined) =>
      `目标是 ${className(target)}，是否达到无法判定：${list(undetermined)}。`,
    classDropped: (from, to) => `类别下降：${reached(from)} → ${reached(to)}。`,
    baseUndetermined: "对比基准无法评估，因此无法判定类别是否下降。",
    restricted: (names) => `许可证含有限制：${list(names)}。`,
    unlicensed: (names) => `发布时没有许可证：${list(names)}。`,
    unknown: (names) => `许可证无法判定：${list(names)}。`,
    weights: (names) => `权重的许可证含有限制，或无法判定：${list(names)}。`,
    licenses: (names) => `许可证比对比基准更严格：${list(names)}。`,
    licensesUndetermined: "对比基准无法评估，因此无法判定许可证是否变得更严格。",
    openwashing: (sentences) => `宣称的开放程度高于实际：${sentences.join("")}`,
    requirement: (id, why) => `${id}：${why}`,
    frameworkUnmet: (framework, unmet) => `未满足必需的框架 ${framework}。${unmet.join("")}`,
    frameworkUnjudged: (framework, open) => `无法判定是否满足必需的框架 ${framework}。${open.join("")}`,
    unnamedLicense: "无法识别的许可证",
    declaredLicense: (artifact, license) =>
      `策略称 ${artifact} 的许可证是 ${license}，但发布的文档没有写明，因此不计入。`,
    declaredLicenseDiffers: (artifact, license, stated) =>
      `策略称 ${artifact} 的许可证是 ${license}，但实际写明的是 ${stated}。只有写明的才计入。`,
    undetermined: (names) => `无法核实：${list(names)}。`,
    blind: "仓库的一部分无法看到。",
  },
};
