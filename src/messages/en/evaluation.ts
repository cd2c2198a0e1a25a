/** What is said of how a model was evaluated. */
import { list, plural } from "./names.ts";

const after = (sentence: string, next: string): string => (next === "" ? sentence : `${sentence} ${next}`);

export const evaluation = {
  evaluation: {
    versions: "the version of the harness or a pinned environment",
    nothing: "No evaluation was found, so this does not apply.",
    noResults: "No results were found, so this does not apply.",
    unread: "Not everything that could show it was looked at.",
    harness: (names: readonly string[]) => `Named: ${list(names)}.`,
    ownCode: "No known harness is named; there is evaluation code of the release's own.",
    noHarness: "Results are published, but neither a known harness nor evaluation code was found.",
    tasks: (names: readonly string[]) => `Named: ${list(names)}.`,
    tasksAndMore: (names: readonly string[], more: number) => `Named: ${names.join(", ")}, and ${more} more.`,
    tasksUntold: "There are results, but no known benchmark was read in a table or a result file.",
    lacking: (names: readonly string[]) => `Not found: ${list(names)}.`,
    complete: "Code, data, results and versions were found.",
    notComparable: (left: string) =>
      after("No figure in the documents is surely one of a result file in the tree, so nothing was compared.", left),
    agree: (count: number, left: string) =>
      after(
        `${plural(count, "figure")} of the documents ${count === 1 ? "was" : "were"} compared with the result files and ${count === 1 ? "agrees" : "agree"}.`,
        left,
      ),
    mayAgree: (unread: number) =>
      `Figures of the documents differ from the result files that were read; ${plural(unread, "result file")} ${unread === 1 ? "was" : "were"} not read, so nothing is said against them.`,
    contradiction: (stated: string, task: string, setting: string, path: string, found: string) =>
      `${stated} is stated for ${task} (${setting}), ${path} says ${found}.`,
    contradicted: (wrong: number, all: number, which: readonly string[], left: string) =>
      after(
        `${wrong} of ${plural(all, "figure")} that could be compared ${wrong === 1 ? "differs" : "differ"} from the result files: ${which.join(" ")}`,
        left,
      ),
    pinHarness: "version of the harness",
    pinTasks: "versions of the tasks",
    pinSeeds: "seeds",
    pinModel: "revision of the weights",
    met: (what: string, how: string) => `${what}: met (${how})`,
    notMet: (what: string) => `${what}: not met`,
    unseen: (what: string) => `${what}: undetermined, because not everything was read`,
    requirements: (each: readonly string[]) => `${each.join("; ")}.`,
    leftOut: (count: number, why: readonly string[]) =>
      `${count} more of the same models and tasks ${count === 1 ? "was" : "were"} not compared: ${why.join("; ")}.`,
    leftMetric: (count: number) => `${count} for the metric, which is another or not told`,
    leftShots: (count: number) => `${count} for the number of examples, which is another or not told`,
    leftSplit: (count: number) => `${count} for the split`,
    leftSubset: (count: number) => `${count} for the language or subject`,
    leftVersion: (count: number) => `${count} for the version of the task`,
    leftWay: (count: number) => `${count} measured in another way`,
    leftRuns: (count: number) => `${count} of which the files hold several runs`,
    leftRow: (count: number) => `${count} beside another row that agrees`,
  },
};
