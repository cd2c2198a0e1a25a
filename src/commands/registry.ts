/** Every command, declared once: the parser, `/openness help` and docs/commands.md are made of these declarations. */
export type AskableName = "run" | "help" | "explain" | "mof" | "diff" | "export";
/** `unknown` is anything else that was written where a command stands. */
export type CommandName = AskableName | "unknown";

export interface CommandDeclaration {
  readonly name: AskableName;
  /** The word after `/openness`; none for the command that is asked for most. */
  readonly word: string | undefined;
  /** What follows the word, as help writes it; undefined where nothing may follow. */
  readonly takes: string | undefined;
  readonly example: string;
  /** A comment of its own, or the audit anew with a reaction. What each does in words: `commands.summary` of the messages. */
  readonly answers: "comment" | "audit";
}

const declare = (
  name: AskableName,
  { takes, example, answers = "comment" }: Partial<Omit<CommandDeclaration, "name" | "word">> = {},
): CommandDeclaration => {
  const word = name === "run" ? undefined : name;
  return { name, word, takes, example: example ?? ["/openness", ...(word ?? "").split(" ")].join(" ").trim(), answers };
};

/** In the order of the help. */
export const COMMANDS: readonly CommandDeclaration[] = [
  declare("run", { answers: "audit" }),
  declare("help"),
  declare("explain", { takes: "[artifact|rule]", example: "/openness explain data-card" }),
  declare("mof"),
  declare("diff"),
  declare("export", { takes: "<format>", example: "/openness export spdx" }),
];

/** The command as it is typed, with a place for what it takes. */
export const usageOf = ({ word, takes }: CommandDeclaration): string =>
  ["/openness", word, takes].filter((part) => part !== undefined).join(" ");

/**
 * Who may ask: the author of the pull request, and the owner, members and collaborators of the repository
 * (`author_association` in the webhook's payload; GraphQL docs, CommentAuthorAssociation). One commit that was merged at
 * some time makes a CONTRIBUTOR of anybody, and gives no say in what the App does there. Commands that only read are for
 * the same people: whoever may make the App write comments may make it write many.
 */
export function mayAsk(association: string, isAuthor: boolean): boolean {
  return isAuthor || ["OWNER", "MEMBER", "COLLABORATOR"].includes(association);
}
