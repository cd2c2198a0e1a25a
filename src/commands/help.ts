/** `/openness help`, from the registry. */
import type { Messages } from "../messages/en.ts";
import { FORMATS } from "../report/formats/formats.ts";
import { code } from "../report/markdown/escape.ts";
import type { Lines } from "../report/markdown/sections.ts";
import { nearest } from "./nearest.ts";
import { COMMANDS, usageOf } from "./registry.ts";

/** The table of the commands, with examples of those that take something. */
export function helpLines(messages: Messages): Lines {
  const { commands } = messages;
  return [
    `### ${commands.title}`,
    "",
    commands.introduction,
    "",
    `| ${commands.command} | ${commands.does} |`,
    "| --- | --- |",
    ...COMMANDS.map((declared) => {
      const example = declared.takes === undefined ? [] : [commands.example(`\`${declared.example}\``)];
      const words = [commands.summary[declared.name], ...example].join("<br>");
      // A bar ends a cell, also in code letters.
      return `| \`${usageOf(declared).replaceAll("|", "\\|")}\` | ${words} |`;
    }),
    "",
    commands.formats(formatNames(messages)),
    "",
    commands.who,
  ];
}

/** The help for a person who mistyped a command. */
export function unknownLines(word: string, messages: Messages): Lines {
  const { commands } = messages;
  const near = nearest(
    word,
    COMMANDS.flatMap((command) => command.word ?? []),
  );
  const hint =
    near.length === 0 ? [] : [commands.nearest(messages.enumerate(near.map((name) => `\`/openness ${name}\``)))];
  return [messages.join([commands.unknown(code(word, 60)), ...hint]), "", ...helpLines(messages)];
}

export const formatNames = (messages: Messages): string => messages.enumerate(FORMATS.map(({ name }) => `\`${name}\``));
