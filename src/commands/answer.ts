/** The comment that answers a command. */
import type { Messages } from "../messages/en.ts";
import { differenceBetween, isSame } from "../report/difference/difference.ts";
import { differenceLines } from "../report/difference/lines.ts";
import { FORMATS, type Format, formatNamed } from "../report/formats/formats.ts";
import { compactJson } from "../report/formats/json-text.ts";
import { limitLines, MAX_COMMENT } from "../report/limit.ts";
import { code } from "../report/markdown/escape.ts";
import type { Place } from "../report/markdown/links.ts";
import { type Frame, type Lines, notAModel, section } from "../report/markdown/sections.ts";
import type { Report } from "../report/schema.ts";
import { knownOf } from "../report/templates/known.ts";
import { mofFile } from "../report/templates/mof-file.ts";
import { type HeadBranch, pageFor } from "../report/templates/pages.ts";
import { explainLines } from "./explain.ts";
import { fenced } from "./fence.ts";
import { formatNames, helpLines, unknownLines } from "./help.ts";
import { nearest } from "./nearest.ts";
import type { Asked } from "./parse.ts";

/** Characters of a file in a comment: what is cut is no file any more, so a longer one is not shown at all. */
const MAX_FILE = 60_000;
/** A link to the page that adds the file stands beside it, and holds it again as far as it fits. */
const MAX_LINKED_FILE = 50_000;

export interface AnswerContext {
  readonly report: Report;
  /** The report of the commit that the pull request starts from, where it is known. */
  readonly base: Report | undefined;
  readonly place: Place;
  readonly messages: Messages;
  /** When the answer is made. */
  readonly created: Date;
  /** Where files are added to the pull request; undefined where nothing can be linked. */
  readonly headBranch?: HeadBranch | undefined;
  /** Why nothing may be said of the commit, in one line of Markdown, where not enough of it could be seen. */
  readonly unread?: string | undefined;
}

/** The answer in Markdown, within GitHub's limit. @param marker its first line, by which it is found again */
export function answerFace(asked: Asked, context: AnswerContext, marker: string): string {
  const { messages, place } = context;
  const footer = `<sub>${messages.commands.answered(code(place.head.slice(0, 7)))}</sub>`;
  const lines = [marker, ...answerLines(asked, context), "", footer];
  return limitLines(lines.join("\n"), MAX_COMMENT, (cut) => `${messages.face.linesCut(cut)}\n\n${footer}`);
}

function answerLines({ name, argument }: Asked, context: AnswerContext): Lines {
  const { messages, report, unread } = context;
  const frame: Frame = { messages, place: context.place };
  if (name === "help" || name === "run") return helpLines(messages);
  if (name === "unknown") return unknownLines(argument ?? "", messages);
  if (name === "explain" && (argument !== undefined || unread === undefined))
    return explainLines(argument, unread === undefined ? report : undefined, frame, context.headBranch);
  if (unread !== undefined) return [`**${messages.unread.nothingSaid}**`, "", messages.unread.reason(unread)];
  if (name === "export") return exportLines(argument, context);
  if (!report.isModelRepository) return notAModel(report, frame);
  return name === "mof" ? mofLines(context) : diffLines(context);
}

/** Not the format of that name, which keeps an open license's identifier where more terms were added to it. */
function mofLines({ report, place, messages, headBranch }: AnswerContext): Lines {
  const { path } = mofFile;
  const content = mofFile.write(knownOf(report, place.serverUrl), report);
  if (content.length > MAX_LINKED_FILE) return commandLineLines("mof", place, messages);
  const page =
    headBranch === undefined ? undefined : pageFor(headBranch, { kind: "new", path, text: content, template: mofFile });
  const link = page === undefined ? [] : ["", `**[${messages.templates.add(path)}](${page})**`];
  return [messages.commands.mof(`\`${path}\``), ...link, "", ...fenced(content, "yaml")];
}

function diffLines({ report, base, messages, place }: AnswerContext): Lines {
  const { commands, face } = messages;
  if (base === undefined) return [commands.noBase];
  const difference = differenceBetween(base, report);
  const lines = isSame(difference) ? [face.noChanges] : differenceLines(difference, { messages, place });
  return section(`### ${commands.difference}`, lines).slice(1);
}

/** The word after a fence by which GitHub colours a file. */
const LANGUAGE: Readonly<Record<string, string>> = {
  yml: "yaml",
  md: "markdown",
  html: "html",
  xml: "xml",
  svg: "xml",
};

const languageOf = ({ extension }: Format): string =>
  LANGUAGE[extension] ?? (/json$|sarif$/.test(extension) ? "json" : "text");

function exportLines(written: string | undefined, { report, created, place, messages }: AnswerContext): Lines {
  const { commands } = messages;
  const name = (written ?? "").toLowerCase().replaceAll("`", "");
  const format = formatNamed(name);
  if (format === undefined) {
    const near = nearest(
      name,
      FORMATS.map((known) => known.name),
    );
    const hint = near.length === 0 ? [] : [commands.nearest(messages.enumerate(near.map((one) => `\`${one}\``)))];
    const unknown = written === undefined ? [] : [commands.noFormat(code(written, 80))];
    return [messages.join([...unknown, ...hint, commands.formats(formatNames(messages))])];
  }
  const drawn = format.render(report, { created, serverUrl: place.serverUrl });
  const content = drawn.length > MAX_FILE ? compactJson(drawn) : drawn;
  if (content.length > MAX_FILE) return commandLineLines(format.name, place, messages);
  return [commands.exported(`\`${format.name}\``), "", ...fenced(content, languageOf(format))];
}

function commandLineLines(format: string, { owner, repo, head }: Place, { commands }: Messages): Lines {
  const command = `openness audit ${owner}/${repo}@${head} --format ${format}`;
  return [commands.tooLong(`\`${format}\``), "", ...fenced(command, "sh")];
}
