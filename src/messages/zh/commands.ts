/** 对命令的回复。 */
import type { commands as english } from "../en/commands.ts";
import { ruleHelp } from "./rule-help.ts";

const wait = (seconds: number): string => (seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`);

export const commands: typeof english = {
  commands: {
    title: "命令",
    introduction: "在打开的拉取请求的评论、审查或审查评论中，将命令单独写成一行。",
    who: "拉取请求的作者，以及仓库的所有者、成员和协作者可以使用。",
    command: "命令",
    does: "作用",
    summary: {
      run: "重新审计拉取请求的最新提交，并更新评论",
      help: "列出所有命令",
      explain: "说明某项内容或规则的要求，以及此处如何判定；不带参数时，说明下一类别还缺什么",
      mof: "按审计结果写出可直接提交的 MOF 文件",
      diff: "说明此拉取请求带来的变化",
      export: "以其他格式写出报告",
    },
    example: (command) => `示例：${command}`,
    formats: (names) => `格式：${names}。`,
    unknown: (word) => `没有名为 ${word} 的命令。`,
    noTopic: (word) => `没有名为 ${word} 的内容或规则。`,
    noFormat: (word) => `没有名为 ${word} 的格式。`,
    nearest: (names) => `相近的有：${names}。`,
    topics: (names) => `各项内容：${names}。`,
    refused: "`/openness` 仅供此拉取请求的作者，以及仓库的所有者、成员和协作者使用，因此未执行任何操作。",
    tooSoon: (every, most, seconds) =>
      `\`/openness\` 未执行：同一个拉取请求中，每 ${every} 秒可请求一次审计，每小时最多 ${most} 次命令。请在 ${wait(seconds)}后再试；推送无需请求即会审计。`,
    decided: "判定方法",
    remedy: "处理方法",
    here: "此提交的结果",
    ruleOf: (framework) => `“${framework}”的规则`,
    ruleNotHere: "此规则在此提交中没有发现问题。",
    nothingMissing: "没有更高类别所需的内容缺失。",
    mof: (path) => `这是按审计结果写出的 MOF 文件，请保存为 ${path}。`,
    difference: "此拉取请求带来的变化",
    noBase: "此拉取请求所基于的提交尚未审计，因此无法比较。",
    exported: (format) => `${format} 格式的报告：`,
    tooLong: (format) => `${format} 格式的报告过长，无法放入评论。可用命令行获取：`,
    answered: (commit) => `这是针对提交 ${commit} 的命令回复。`,
    ruleHelp,
  },
};
