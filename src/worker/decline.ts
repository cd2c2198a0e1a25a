/** What those are told who may not ask, or who asked too soon, where nobody else asked for anything. */
import type { GitHubClient } from "../github/client.ts";
import { NoAnswer } from "../github/errors.ts";
import { isFinal, publish } from "../github/publish.ts";
import { readFacts } from "../github/read.ts";
import { messagesIn } from "../messages/languages.ts";
import type { Store } from "../store/store.ts";
import { reactionWrites, refusalWrites } from "./answers.ts";
import { type Command, type Job, nameOf } from "./job.ts";
import { resolvePolicy } from "./policy-chain.ts";

/**
 * Reacts to each comment that asked, and says why nothing was done where that was not said just now. Nothing is audited.
 * @throws {NoAnswer} when GitHub did not take all of it; the same may be tried again
 */
export async function decline(
  client: GitHubClient,
  store: Pick<Store, "repository">,
  job: Job,
  declined: readonly Command[],
): Promise<void> {
  const asked = declined.filter(({ subjectKind }) => subjectKind !== "button");
  if (asked.length === 0) return;
  const { policy } = await store.repository(job.repository.id);
  const pullRequests = [...new Set(asked.map(({ pullRequest }) => pullRequest))];
  const facts = await readFacts(client, nameOf(job), { pullRequests });
  if (facts.isArchived) return;
  const { language } = (policy?.loaded ?? (await resolvePolicy(client, facts, undefined))).policy;
  const messages = messagesIn(language);
  const writes = [...refusalWrites(asked, facts, messages), ...reactionWrites(asked, "THUMBS_DOWN")];
  const outcomes = await publish(client, writes);
  const open = outcomes.filter(({ isDone, error }) => !isDone && !isFinal(error));
  if (open.length > 0) throw new NoAnswer(`${open.map(({ alias }) => alias).join(", ")} could not be written`);
}
