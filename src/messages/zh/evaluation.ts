/** 关于模型评估的说明。 */
import type { evaluation as english } from "../en/evaluation.ts";
import { list } from "./names.ts";

export const evaluation: typeof english = {
  evaluation: {
    versions: "评估工具的版本或固定的环境",
    nothing: "没有找到评估，因此不适用。",
    noResults: "没有找到结果，因此不适用。",
    unread: "可能相关的内容没有全部看到。",
    harness: (names) => `使用：${list(names)}。`,
    ownCode: "没有写明已知的评估工具，但有自己的评估代码。",
    noHarness: "公布了结果，但没有找到已知的评估工具，也没有找到评估代码。",
    tasks: (names) => `写明：${list(names)}。`,
    tasksAndMore: (names, more) => `写明：${names.join("、")}，另有 ${more} 项。`,
    tasksUntold: "有结果，但没有从表格或结果文件中读出已知的基准。",
    lacking: (names) => `没有找到：${list(names)}。`,
    complete: "代码、数据、结果和版本都已找到。",
    notComparable: (left) => `文档中没有能确定与文件树内结果文件对应的数值，因此没有比较。${left}`,
    agree: (count, left) => `文档中的 ${count} 个数值与结果文件比较，结果一致。${left}`,
    mayAgree: (unread) => `文档中的数值与已读的结果文件不同；还有 ${unread} 个结果文件没有读到，因此不作判断。`,
    contradiction: (stated, task, setting, path, found) =>
      `${task}（${setting}）文档写为 ${stated}，${path} 为 ${found}。`,
    contradicted: (wrong, all, which, left) =>
      `可比较的 ${all} 个数值中有 ${wrong} 个与结果文件不同：${which.join("")}${left}`,
    pinHarness: "评估工具的版本",
    pinTasks: "任务的版本",
    pinSeeds: "随机种子",
    pinModel: "权重的修订版本",
    met: (what, how) => `${what}：满足（${how}）`,
    notMet: (what) => `${what}：不满足`,
    unseen: (what) => `${what}：没有全部读到，无法判断`,
    requirements: (each) => `${each.join("；")}。`,
    leftOut: (count, why) => `另有 ${count} 个相同模型和任务的数值没有比较：${why.join("；")}。`,
    leftMetric: (count) => `${count} 个的指标不同或未写明`,
    leftShots: (count) => `${count} 个的示例数不同或未写明`,
    leftSplit: (count) => `${count} 个的数据划分不同或未写明`,
    leftSubset: (count) => `${count} 个的语言或科目不同`,
    leftVersion: (count) => `${count} 个的任务版本不同`,
    leftWay: (count) => `${count} 个的测量方式不同`,
    leftRuns: (count) => `${count} 个在结果文件中有多次运行的不同数值`,
    leftRow: (count) => `${count} 个所在的表中另有一行与结果文件一致`,
  },
};
