/**
 * 简体中文的名称。汉字与英文、数字之间留一个半角空格，全角标点旁边不留空格。
 */
import type { ArtifactName, ClassNumber, names as english, Level } from "../en/names.ts";

/** “甲”、“甲和乙”、“甲、乙和丙”。末项前后的英文与汉字之间补空格。 */
export function list(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined || items.length < 2) return items.join("");
  const head = items.slice(0, -1).join("、");
  return `${head}${/[!-~]$/.test(head) ? " " : ""}和${/^[!-~]/.test(last) ? " " : ""}${last}`;
}

export const className = (level: Level): string => ["未达到任何类别", "I 类", "II 类", "III 类"][level] ?? "";

/** 句中的类别名称。 */
export const reached = (level: Level): string => (level === 0 ? "未达类别" : className(level));

const classTitle = (mofClass: ClassNumber): string =>
  ({ 1: "I 类 · 开放科学", 2: "II 类 · 开放工具", 3: "III 类 · 开放模型" })[mofClass];

const artifact: Record<ArtifactName, string> = {
  "model-architecture": "模型架构",
  "model-parameters-final": "权重",
  "technical-report": "技术报告",
  "evaluation-results": "评测结果",
  "model-card": "模型卡",
  "data-card": "数据卡",
  "sample-model-outputs": "输出示例",
  "training-code": "训练代码",
  "inference-code": "推理代码",
  "evaluation-code": "评测代码",
  "evaluation-data": "评测数据",
  "supporting-libraries-and-tools": "支持库",
  "research-paper": "研究论文",
  datasets: "数据集",
  "data-preprocessing-code": "预处理代码",
  "model-parameters-intermediate": "中间检查点",
  "model-metadata": "模型元数据",
};

export const names: typeof english = {
  className,
  classTitle,

  enumerate: (items) => items.join("、"),
  join: (sentences) => sentences.join(""),
  label: (name, value) => `${name}：${value}`,

  artifact,
  component: {
    ...artifact,
    "model-parameters-final": "模型参数（最终）",
    "sample-model-outputs": "模型输出示例",
    "supporting-libraries-and-tools": "支持库与工具",
    "data-preprocessing-code": "数据预处理代码",
    "model-parameters-intermediate": "模型参数（中间）",
  },
  besideEnglish: [
    "model-card",
    "data-card",
    "sample-model-outputs",
    "supporting-libraries-and-tools",
    "model-metadata",
  ],
  state: {
    open: "开放",
    covered: "由研究论文代替",
    restricted: "受限",
    unlicensed: "无许可证",
    unknown: "许可证不明",
    absent: "缺失",
    optional: "未提供（可选）",
    undetermined: "无法核实",
  },
  titleWord: {
    restricted: "受限",
    unlicensed: "无许可证",
    unknown: "许可证不明",
    absent: "缺失",
    undetermined: "未核实",
  },

  rule: {
    "remote-missing": "链接处没有内容",
    "remote-gated": "链接处并非对所有人开放",
    "remote-incomplete": "链接处的内容不完整",
    "remote-license-differs": "链接处的许可证更严格",
    "models-undeclared": "多个模型未声明",
    "model-folder-missing": "模型的文件夹不存在",
    "declared-license": "声明的许可证",
    "declared-not-found": "声明的位置没有该内容",
    "license-base-model": "与基础模型的许可证矛盾",
    "license-limit-of-one": "只针对某一检查点的限制",
    "license-contradiction": "许可证说法相互矛盾",
    "license-elsewhere": "指向其他仓库的许可证",
    "license-file-empty": "许可证文件没有正文",
    "license-family": "许可证缺少版本",
    "license-link-broken": "许可证链接失效",
    "license-not-read": "许可证文件无法读取",
    "license-other": "许可证写作“other”",
    "license-pdf": "许可证只有 PDF",
    "license-policy": "使用政策含有限制",
    "license-sources-differ": "不同来源的许可证不一致",
    "license-terms-to-review": "需要人工审阅的条款",
    "license-text-missing": "只有许可证名称，没有正文",
    "mof-badge-class": "徽章高于证据",
    "license-change": "许可证收回了权利",
    "evaluation-numbers": "数值与结果文件不符",
    "true-commands": "命令所指的文件不存在",
    "openwashing-restricted": "权重受限却称“开源”",
    "openwashing-weights-only": "仅有权重却称“开源”",
    "mof-claim-class": "MOF 文件高于证据",
    "mof-claim-license": "MOF 文件写的是另一种许可证",
    "mof-claim-license-name": "MOF 文件中的许可证名称",
    "mof-claim-not-found": "MOF 文件列出，但未找到",
    "mof-claim-restricted": "MOF 文件称开放，实际受限",
    "mof-claim-unlicensed": "只有 MOF 文件写明许可证",
    "mof-file": "MOF 文件",
    "policy-proposed-invalid": "拟议的策略",
    "policy-invalid": "策略",
  },

  restriction: {
    noncommercial: "仅限非商业用途",
    "research-only": "仅限研究用途",
    "no-production": "禁止用于生产环境",
    "user-threshold": "用户数上限",
    "revenue-threshold": "收入上限",
    "use-restrictions": "禁止的用途",
    "use-policy": "须遵守使用政策",
    "field-of-use": "使用领域受限",
    territory: "部分国家或地区不可用",
    "no-training-others": "禁止用于训练其他模型",
    "no-sale": "禁止出售",
    "no-redistribution": "禁止再分发",
    "no-derivatives": "禁止演绎",
    "no-reverse-engineering": "禁止逆向工程",
    "registration-required": "需要登记",
    "permission-required": "需要授权",
    revocable: "日后可被撤销或限制",
    branding: "强制使用指定名称",
    "extra-terms": "附加条款",
  },

  scope: {
    component: "内容本身",
    type: "类型",
    folder: "文件夹",
    distribution: "整个发布",
    named: "名称",
    host: "站点",
  },
  covers: { all: "全部", code: "代码", parameters: "权重", data: "数据", documents: "文档" },
  effort: { minutes: "需要几分钟", hours: "需要几小时", days: "需要几天", decision: "需要权利人决定" },
};
