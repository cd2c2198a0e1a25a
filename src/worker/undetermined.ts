/** What is said when a repository could not be read: that it could not, and nothing about what it holds. */
import { messagesIn } from "../messages/languages.ts";
import { type Said, say, speak } from "../messages/said.ts";
import type { LoadedPolicy } from "../policy/policy.ts";
import type { CheckRunFace } from "../report/checkrun.ts";
import { POLICY_PATH } from "../report/comment.ts";

/**
 * The check run of an audit that could not be made. GitHub lets a neutral check pass where it is required, so it is
 * neutral only for an owner who is known to demand nothing.
 * @param reason one sentence; of one that is not the program's own, anything but plain words is taken out
 */
export function undeterminedFace(reason: string | Said, policy: LoadedPolicy | undefined): CheckRunFace {
  const isAdvisory = policy !== undefined && policy.policy.fail.length === 0;
  const messages = messagesIn(policy?.policy.language);
  const { unread } = messages;
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
      "",
      messages.join([unread.again, unread.model(`\`${POLICY_PATH}\``)]),
    ].join("\n"),
    text: "",
    annotations: [],
    conclusion: isAdvisory ? "neutral" : "failure",
  };
}

export const CUT_LIST = say("unread.cutList");
export const CUT_BASE = say("unread.cutBase");
