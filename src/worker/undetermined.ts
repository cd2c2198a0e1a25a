/** What is said when a repository could not be read: that it could not, and nothing about what it holds. */

import type { LoadedPolicy } from "../policy/policy.ts";
import { CHECK_NAME } from "../report/checkrun.ts";

/**
 * The check run of an audit that could not be made. GitHub lets a neutral check pass where it is required, so it is
 * neutral only for an owner who is known to demand nothing.
 */
export function undeterminedCheck(head: string, reason: string, policy: LoadedPolicy | undefined) {
  const isAdvisory = policy !== undefined && policy.policy.fail.length === 0;
  return {
    name: CHECK_NAME,
    head_sha: head,
    external_id: `undetermined:${head}`,
    status: "completed",
    conclusion: isAdvisory ? "neutral" : "failure",
    output: {
      title: "Undetermined · the repository could not be read",
      summary: [
        "**Nothing is said here about what the repository holds: its files could not be read.**",
        "",
        `Reason: ${reason.replaceAll(/[^\w .:/#-]/g, " ").slice(0, 300)}`,
        "",
        "Re-run this check to try again. If it goes on, see whether the App may still read the contents of this repository.",
      ].join("\n"),
    },
  };
}
