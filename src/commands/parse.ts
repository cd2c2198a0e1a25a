/** Finds commands in what a person wrote. */
import { COMMANDS, type CommandName } from "./registry.ts";

/** Longer comments are not searched to their end. */
const MAX_COMMENT_CHARACTERS = 65_536;
/** Of one comment, no more commands than these: each may be answered with a comment. */
export const MAX_COMMANDS = 3;
/** Characters of what follows a command. */
export const MAX_ARGUMENT = 80;
/** Commonest of all: no line of a command is longer, so that the rest need not be looked at. */
const MAX_LINE = 200;

export interface Asked {
  readonly name: CommandName;
  /** What followed the command's word; of an unknown command, the word itself. */
  readonly argument?: string;
}

/** The commands of a comment in their order, each once: on a line of their own, outside fenced code and quotations. */
export function commandsIn(body: string): readonly Asked[] {
  const found = new Map<string, Asked>();
  for (const line of linesOutsideCode(body)) {
    const asked = commandOf(line);
    if (asked !== undefined) found.set(`${asked.name} ${asked.argument ?? ""}`, asked);
    if (found.size === MAX_COMMANDS) break;
  }
  return [...found.values()];
}

function* linesOutsideCode(body: string): Generator<string> {
  let fence: string | undefined;
  for (const line of body.slice(0, MAX_COMMENT_CHARACTERS).split(/\r\n|\n|\r/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      // CommonMark 4.5: a fence is closed by its own character, at least as many of them, and nothing after.
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    } else if (mark !== undefined) fence = mark;
    else yield line;
  }
}

/** Four spaces or a tab make code; `>` makes a quotation, and replying by mail makes many. */
function commandOf(line: string): Asked | undefined {
  if (line.length > MAX_LINE) return undefined;
  const [, rest] = /^ {0,3}\/openness(?![^ \t])([^\n]{0,200})$/i.exec(line) ?? [];
  if (rest === undefined) return undefined;
  const [word, ...following] = rest.split(/[ \t]{1,200}/).filter((part) => part !== "");
  if (word === undefined) return { name: "run" };
  const declared = COMMANDS.find((command) => command.word === word.toLowerCase());
  const argument = following.join(" ").slice(0, MAX_ARGUMENT);
  if (declared !== undefined) {
    const takesIt = argument === "" || declared.takes !== undefined;
    if (takesIt) return { name: declared.name, ...(argument === "" ? {} : { argument }) };
    return undefined;
  }
  // A sentence that begins with the App's name is not a command that was mistyped.
  return following.length > 1 ? undefined : { name: "unknown", argument: word.slice(0, MAX_ARGUMENT) };
}
