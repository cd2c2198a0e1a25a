/** From what a person wrote on a pull request to the commands in it. */
import { commandsIn } from "../commands/parse.ts";
import { mayAsk } from "../commands/registry.ts";
import type { Command } from "./job.ts";

export interface Remark {
  /** GraphQL id, which reactions take. */
  readonly id: string;
  readonly kind: "comment" | "review" | "review-comment";
  readonly body: string;
  /** `author_association` of the payload. */
  readonly association: string;
  /** The writer's id; undefined for bots, who are not heard, ourselves among them, and for accounts that are gone. */
  readonly person: number | undefined;
  readonly isByAuthor: boolean;
  readonly pullRequest: number;
}

/** The commands in their order; none where nobody is to be heard. */
export function remarkCommands({ id, kind, body, association, person, isByAuthor, pullRequest }: Remark): Command[] {
  if (person === undefined) return [];
  const isAllowed = mayAsk(association, isByAuthor);
  return commandsIn(body).map((asked, position) => ({
    ...asked,
    commentId: id,
    subjectKind: kind,
    position,
    pullRequest,
    isAllowed,
    person,
  }));
}
