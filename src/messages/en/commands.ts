/** Answers to commands. `/openness …` is written as it is typed; what comes from a person is escaped before it is put in. */
import { plural } from "./names.ts";
import { ruleHelp } from "./rule-help.ts";

const wait = (seconds: number): string =>
  seconds < 90 ? plural(seconds, "second") : plural(Math.ceil(seconds / 60), "minute");

export const commands = {
  commands: {
    title: "Commands",
    introduction:
      "Write a command on a line of its own in a comment, a review or a review comment on an open pull request.",
    who: "The author of the pull request may use them, and the owner, members and collaborators of the repository.",
    command: "Command",
    does: "What it does",
    summary: {
      run: "audits the newest commit of the pull request again and brings the comment up to date",
      help: "lists the commands",
      explain: "tells what an artifact or a rule asks and how it was decided here; alone, what the next class lacks",
      mof: "writes the MOF file as found, ready to commit",
      diff: "tells what this pull request changes",
      export: "writes the report in another format",
    },
    example: (command: string) => `Example: ${command}`,
    formats: (names: string) => `Formats: ${names}.`,
    unknown: (word: string) => `There is no command ${word}.`,
    noTopic: (word: string) => `There is no artifact or rule called ${word}.`,
    noFormat: (word: string) => `There is no format called ${word}.`,
    nearest: (names: string) => `Nearest: ${names}.`,
    topics: (names: string) => `Artifacts: ${names}.`,
    refused:
      "`/openness` is for the author of this pull request and for the owner, members and collaborators of the repository, so nothing was done.",
    tooSoon: (every: number, most: number, seconds: number) =>
      `\`/openness\` was not carried out: an audit may be asked for every ${every} seconds, and commands ${most} times an hour on one pull request. Ask again in ${wait(seconds)}; a push is audited without asking.`,
    decided: "How it is decided",
    remedy: "What to do",
    here: "Here",
    /** Under the title of a rule: of which framework it is. */
    ruleOf: (framework: string) => `Rule of ${framework}`,
    ruleNotHere: "This rule found nothing in this commit.",
    nothingMissing: "No required artifact is missing for a further class.",
    mof: (path: string) => `This is the MOF file of what was found, to be saved as ${path}.`,
    difference: "What this pull request changes",
    noBase: "The commit that this pull request starts from was not audited, so that there is nothing to compare with.",
    exported: (format: string) => `The report as ${format}:`,
    tooLong: (format: string) => `The report as ${format} is too long for a comment. On the command line:`,
    answered: (commit: string) => `Answer to a command, on commit ${commit}.`,
    ruleHelp,
  },
};
