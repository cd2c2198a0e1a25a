/** What is written because somebody asked: answers, refusals and reactions. */
import { answerFace } from "../commands/answer.ts";
import { answerMarker, isAnswerTo, isRefusalOf, refusalIn, refusalMarker } from "../commands/marker.ts";
import type { Write } from "../github/documents.ts";
import { type Reaction, reactionWrite } from "../github/publish.ts";
import type { Facts, PullRequestFacts } from "../github/read.ts";
import type { Messages } from "../messages/en.ts";
import type { Place } from "../report/markdown/links.ts";
import type { Report } from "../report/schema.ts";
import { MOST_AN_HOUR, SECONDS_BETWEEN } from "./command.ts";
import { type Command, isRun, type Job } from "./job.ts";

/** One person is refused in words once an hour on a pull request, and all together no more often than this. */
const MOST_REFUSALS_AN_HOUR = 3;
const HOUR = 3_600_000;

export interface AnswerMaterial {
  readonly job: Job;
  readonly facts: Facts | undefined;
  readonly report: Report;
  readonly base: Report | undefined;
  readonly place: Place;
  readonly messages: Messages;
  /** Why nothing may be said of the commit, where not enough of it could be seen. */
  readonly unread: string | undefined;
}

/**
 * Answers that do not stand yet. Each carries the id of the comment that asked, by which it is found among the pull
 * request's comments when the same is tried again, after a crash or a request whose outcome nobody told.
 */
export function answerWrites({ job, facts, ...context }: AnswerMaterial): readonly Write[] {
  return job.commands.flatMap((command, index): Write[] => {
    const { commentId, position = 0, name = "run", argument } = command;
    const pull = openPull(facts, command);
    if (!command.isAllowed || isRun(command) || pull === undefined) return [];
    if (ours(pull).some(({ body }) => isAnswerTo(body, commentId, position))) return [];
    const asked = { name, ...(argument === undefined ? {} : { argument }) };
    const { headBranch } = pull;
    const { serverUrl } = context.place;
    const about = {
      ...context,
      created: new Date(),
      ...(headBranch === undefined ? {} : { headBranch: { ...headBranch, serverUrl } }),
    };
    const body = answerFace(asked, about, answerMarker(commentId, position));
    return [{ alias: `answer${index}`, field: "addComment", input: { subjectId: pull.id, body } }];
  });
}

/** Refusals in one sentence, to those who were not told within the hour. */
export function refusalWrites(
  commands: readonly Command[],
  facts: Facts,
  messages: Messages,
  now: Date = new Date(),
): readonly Write[] {
  const told = new Map<number, Set<number>>();
  return commands.flatMap((command, index): Write[] => {
    const { commentId, isAllowed, person, subjectKind, pullRequest, wait } = command;
    const pull = openPull(facts, command);
    if (isAllowed || person === undefined || subjectKind === "button" || pull === undefined) return [];
    const earlier = ours(pull).flatMap(({ body }) => refusalIn(body) ?? []);
    const recent = earlier.filter(({ at }) => now.getTime() - at < HOUR);
    const people = told.get(pullRequest) ?? new Set(recent.map((refusal) => refusal.person));
    told.set(pullRequest, people);
    const isTold = people.has(person) || earlier.some((refusal) => isRefusalOf(refusal, commentId));
    if (isTold || Math.max(people.size, recent.length) >= MOST_REFUSALS_AN_HOUR) return [];
    people.add(person);
    const sentence =
      wait === undefined ? messages.commands.refused : messages.commands.tooSoon(SECONDS_BETWEEN, MOST_AN_HOUR, wait);
    const body = [refusalMarker(commentId, person, now), sentence].join("\n");
    return [{ alias: `refusal${index}`, field: "addComment", input: { subjectId: pull.id, body } }];
  });
}

/** One reaction for each comment that asked; a button has nothing to react to. */
export function reactionWrites(commands: readonly Command[], allowed: Reaction): readonly Write[] {
  const byComment = Map.groupBy(
    commands.filter(({ subjectKind }) => subjectKind !== "button"),
    ({ commentId }) => commentId,
  );
  return [...byComment].map(([id, all], index) =>
    reactionWrite(index, id, all.some(({ isAllowed }) => isAllowed) ? allowed : "THUMBS_DOWN"),
  );
}

const openPull = (facts: Facts | undefined, { pullRequest }: Command): PullRequestFacts | undefined =>
  facts?.pullRequests.find(({ number, isOpen }) => number === pullRequest && isOpen);

const ours = ({ comments }: PullRequestFacts): PullRequestFacts["comments"] =>
  comments.filter(({ viewerDidAuthor }) => viewerDidAuthor);
