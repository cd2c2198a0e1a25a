/** 关于许可证、MOF 文件和 Model Openness Tool 的问题说明。 */
import type { findings as english } from "../en/findings.ts";
import { className, list, reached } from "./names.ts";

export const findings: typeof english = {
  yaml: {
    tooLong: (length, max) => `文件有 ${length} 个字符，最多读取 ${max} 个。`,
    invalid: (why) => `YAML 无效：${why}`,
    tooDeep: "YAML 无法解析：嵌套过深，或别名引用了自身。",
    unresolved: (why) => `YAML 无法解析：${why}`,
  },

  mofFile: {
    notAMapping: "MOF 文件应当是含有 framework 和 release 两个键的映射，这个文件不是。",
    noFramework: "framework.name 必须是“Model Openness Framework”，这里没有填写。",
    otherFramework: (found) => `framework.name 必须是“Model Openness Framework”，这里写的是“${found}”。`,
    noRelease: "键 release 缺失，或不是映射。",
    missingKey: (key) => `${key} 是必填项，这里为空。`,
    componentsNotAList: "release.components 必须是列表。",
    tooManyComponents: (count, max) =>
      `release.components 有 ${count} 项，而框架只有 17 个组件，因此只读取了前 ${max} 项。`,
    componentWithoutName: "该组件没有名称，已忽略。",
    unknownComponent: (name) => `“${name}”不是框架的组件，已忽略。`,
    misspelt: (found, exact) => `Model Openness Tool 按准确名称查找组件，请把“${found}”改为“${exact}”。`,
    listedTwice: (name) => `“${name}”列出了两次，以最后一次为准。`,
  },

  claims: {
    unnamed: "未命名的许可证",
    notFound: (name, release) => `MOF 文件称“${name}”已随“${release}”发布，但仓库和文档中都没有说明它在哪里。`,
    notRecognised: (name, path) => `MOF 文件称“${name}”位于 ${path}，但审查时没有在那里确认到它。`,
    misspeltLicense: (written, exact) =>
      `Model Openness Tool 按准确的 SPDX 标识符识别许可证，会把“${written}”视为不开放，请改为 ${exact}。`,
    license: (name, claimed, found) => `MOF 文件称“${name}”采用 ${claimed}，实际找到的是 ${found}。`,
    notLicensed: (name, claimed) => `MOF 文件称“${name}”采用 ${claimed}，但仓库中没有相应说明。`,
    restricted: (name, claimed, found) =>
      `MOF 文件称“${name}”采用开放的 ${claimed}，但实际找到的许可证（${found}）含有限制。`,
    classTooHigh: (claimed, found, why) =>
      `MOF 文件相当于 ${className(claimed)}，而证据支持的结论是“${reached(found)}”${
        why.length === 0 ? "" : `（${list(why)}）`
      }。`,
    badgeTooHigh: (claimed, found) => `徽章称已达到 ${className(claimed)}，而证据支持的结论是“${reached(found)}”。`,
  },

  subject: { parameters: "权重", code: "代码", data: "数据" },

  source: {
    stated: (id, path) => `${id}（${path}）`,
    frontMatter: (id, path) => `${path} 的 Front Matter 中的 ${id}`,
    file: (id, path) => `${path} 中的 ${id}`,
    prose: (id, path) => `${path} 正文中的 ${id}`,
  },

  license: {
    limitOfOne: (name) =>
      `这项限制只针对 ${name}。已发布的权重作为一个整体判断，因此按全部权重计算；为每个检查点分别写明许可证即可区分。`,
    contradiction: (subject, one, other) =>
      `关于${subject}的许可证有两种相互矛盾的说法：${one}和 ${other}。以较严格的为准。`,
    notRead: "该许可证文件无法作为文本读取，许可内容不明。请以纯文本形式添加。",
    onlyPdf: "该许可证只有 PDF，而 PDF 不会被读取，许可内容不明。请把同样的文本添加为纯文本文件。",
    linkBroken: (path) => `链接指向 ${path}，但仓库中没有这个文件。`,
    toReview: "没有已知的许可证能解释这些行，它们可能规定了条件，需要人工审阅。",
    elsewhere: (repository) => `这里说明的是另一个仓库 ${repository} 的许可证，请改为指向本仓库自己的许可证。`,
    onlyAddress: "该许可证文件只有一个网址，而网址的内容可能变化或消失。请把许可证正文写入文件。",
    onlyName: "该许可证文件只有一个名称。请把许可证正文写入文件。",
    textMissing: (id) => `这里写明了 ${id}，但仓库中没有任何文件包含它的正文。请把正文添加为 LICENSE 文件。`,
    sourcesDiffer: (stated) => `同一次发布写明了不同的许可证：${list(stated)}。请说明各自适用于什么。`,
    baseModel: (base, license, claimed) =>
      `基础模型 ${base} 采用 ${license}，其条款同样约束衍生模型；此处所写的 ${claimed} 不能解除这些限制。`,
    policy: (limits) => `该使用政策限制了模型的用途：${list(limits)}。`,
    family: (name) => `${name} 是一系列许可证的总称。请用带版本的 SPDX 标识符写明是哪一个。`,
    other: "许可证写作“other”。请提供名称（license_name）和正文位置（license_link），否则没有人知道许可的内容。",
  },

  kind: { code: "代码", data: "数据", document: "文档" },

  mot: {
    opensHere: (name, license) => `${name}：Model Openness Tool 不把 ${license} 算作开放，这里判定为开放。`,
    pddl: (name) => `${name}：Model Openness Tool 的列表写错了标识符，因此不接受 PDDL-1.0，这里判定为开放。`,
    opensThere: (name, license) =>
      `${name}：Model Openness Tool 按标识符把 ${license} 算作开放，但根据条款内容，这里判定为不开放。`,
    unclearHere: (name, license) =>
      `${name}：Model Openness Tool 按标识符把 ${license} 算作开放，但这里无法判定它是否开放。`,
    cannotSay: (name) => `${name}：无法核实的内容在 Model Openness Tool 中算作未发布，这里保留为未定。`,
    unfittingThere: (name, license, kind) =>
      `${name}：Model Openness Tool 警告 ${license} 不适合${kind}，这里认为适合。`,
    fittingThere: (name, license, kind) =>
      `${name}：Model Openness Tool 认为 ${license} 适合${kind}，这里认为另一种许可证更合适。`,
  },
};
