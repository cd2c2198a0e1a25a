/** What is said when a repository could not be read: that it could not, and nothing about what it holds. */
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
 * @param reason one sentence; of one that is not the program's own, anything but plain words is taken out
 * @param request the id of GitHub's answer that stopped the audit, by which its support finds it
 */
export function undeterminedFace(
  reason: string | Said,
  policy: LoadedPolicy | undefined,
  request?: string,
): CheckRunFace {
  const isAdvisory = policy !== undefined && !isEnforced(policy.policy);
  const messages = messagesIn(policy?.policy.language);
  const { unread } = messages;
  const { unknownPolicy, advisory, enforced } = unread;
  const consequence = policy === undefined ? unknownPolicy : isAdvisory ? advisory : enforced;
  const why =
    typeof reason === "string"
      ? reason.replaceAll(/[^\w .,:/#-]/g, " ").slice(0, 300)
      : (speak(messages, reason) ?? reason.code);
  return {
    title: unread.title,
    summary: [
      `**${unread.nothingSaid}**`,
      "",
      unread.reason(why),
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

/** The reason in the owner's language. */
export const reasonIn = ({ policy }: LoadedPolicy, reason: Said): string =>
  speak(messagesIn(policy.language), reason) ?? reason.code;

export const CUT_LIST = say("unread.cutList");
export const CUT_BASE = say("unread.cutBase");
