/** What is said when a repository could not be read: that it could not, and nothing about what it holds. */
import { NoAnswer, NotReadable, Refused } from "../github/errors.ts";
import { messagesIn } from "../messages/languages.ts";
import { type Said, say, speak } from "../messages/said.ts";
import { isEnforced, type LoadedPolicy } from "../policy/policy.ts";
import { actionsOf } from "../report/buttons.ts";
import type { CheckRunFace } from "../report/checkrun.ts";
import { POLICY_PATH } from "../report/comment.ts";
import { code } from "../report/markdown/escape.ts";

/**
 * The check run of an audit that could not be made. GitHub lets a neutral check pass where it is required, so it is
 * neutral only for an owner who is known to demand nothing.
 * @param request the id of GitHub's answer that stopped the audit, by which its support finds it
 */
export function undeterminedFace(reason: Said, policy: LoadedPolicy | undefined, request?: string): CheckRunFace {
  const isAdvisory = policy !== undefined && !isEnforced(policy.policy);
  const messages = messagesIn(policy?.policy.language);
  const { unread } = messages;
  const { unknownPolicy, advisory, enforced } = unread;
  const consequence = policy === undefined ? unknownPolicy : isAdvisory ? advisory : enforced;
  return {
    title: unread.title,
    summary: [
      `**${unread.nothingSaid}**`,
      "",
      unread.reason(speak(messages, reason) ?? reason.code),
      ...(request === undefined ? [] : ["", unread.request(code(request, 100))]),
      "",
      consequence,
      "",
      messages.join([unread.again, unread.model(`\`${POLICY_PATH}\``)]),
    ].join("\n"),
    text: "",
    annotations: [],
    actions: actionsOf(["rerun"], messages),
    conclusion: isAdvisory ? "neutral" : "failure",
  };
}

/** Why an audit was given up. Of words that are not the program's own, anything but plain ones is taken out. */
export function reasonOf(error: unknown): Said {
  const words = error instanceof Error ? error.message : String(error);
  const detail = code(words.slice(0, 300).replaceAll(/[^\w .,:/#-]/g, " "), 300);
  if (error instanceof Refused && error.because?.kind === "permission")
    return say("unread.permission", error.because.permission);
  if (error instanceof Refused) return say("unread.refused", detail);
  if (error instanceof NotReadable) return say("unread.notThere", detail);
  return error instanceof NoAnswer ? say("unread.noAnswer", detail) : say("unread.failed", detail);
}

/** The reason in the owner's language. */
export const reasonIn = ({ policy }: LoadedPolicy, reason: Said): string =>
  speak(messagesIn(policy.language), reason) ?? reason.code;

export const CUT_LIST = say("unread.cutList");
export const CUT_BASE = say("unread.cutBase");
