import type { ArtifactId } from "../evidence/artifacts/artifact.ts";
import { artifact } from "../evidence/artifacts/index.ts";
import type { RemoteFact } from "../evidence/remote/fact.ts";
import type { DeclaredWords, Messages } from "../messages/en.ts";
import { messagesIn } from "../messages/languages.ts";
import { type Said, spokenAs } from "../messages/said.ts";
import type { Report } from "./schema.ts";

/** The sentences of the language that the owner of the audited repository asked for. */
export const messagesOf = ({ policy }: Report): Messages => messagesIn(policy.language);

/** What the declaration of an artifact says, in a language. */
export const declaredWords = (id: ArtifactId, messages: Messages): DeclaredWords =>
  messages.declared?.[id] ?? artifact(id);

/** Sentences that the report keeps in English and, beside them, by their codes. */
export const spokenAll = (
  messages: Messages,
  sentences: readonly string[],
  said: readonly Said[] | undefined,
): readonly string[] => sentences.map((sentence, index) => spokenAs(messages, sentence, said?.[index]));

/** A category of restriction in words; by its id where the language has no words for it. */
export const restrictionWord = (messages: Messages, category: string): string =>
  wordIn(messages.restriction, category) ?? category.slice(0, 40);

/** The rule that put a license on an artifact. */
export const scopeWord = (messages: Messages, scope: string): string => wordIn(messages.scope, scope) ?? scope;

/** What a license file covers: kinds of work, or a folder with kinds in brackets. */
export function coversWords(messages: Messages, covers: string): string {
  const [, folder, kinds] = /^(?:([^\n]{1,4000}\/) \()?([a-z]{1,20}(?:, [a-z]{1,20}){0,5})\)?$/.exec(covers) ?? [];
  if (kinds === undefined) return covers;
  const words = messages.enumerate(kinds.split(", ").map((kind) => wordIn(messages.covers, kind) ?? kind));
  return folder === undefined ? words : `${folder} (${words})`;
}

/** A word by a key that may be anything, `constructor` included. */
export function wordIn(words: object, key: string): string | undefined {
  const word: unknown = Object.getOwnPropertyDescriptor(words, key)?.value;
  return typeof word === "string" ? word : undefined;
}

/** What a linked artifact's host said of it, with the day on which it was asked. */
export function remoteWord({ state, checkedAt }: RemoteFact, { remote, remoteState }: Messages): string {
  return checkedAt === undefined ? remoteState[state] : remote.checked(remoteState[state], checkedAt.slice(0, 10));
}
