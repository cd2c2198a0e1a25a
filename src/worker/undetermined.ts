/** What is said when a repository could not be read: that it could not, and nothing about what it holds. */
import type { LoadedPolicy } from "../policy/policy.ts";
import type { CheckRunFace } from "../report/checkrun.ts";

/**
 * The check run of an audit that could not be made. GitHub lets a neutral check pass where it is required, so it is
 * neutral only for an owner who is known to demand nothing.
 * @param reason one sentence; anything but plain words is taken out of it
 */
export function undeterminedFace(reason: string, policy: LoadedPolicy | undefined): CheckRunFace {
  const isAdvisory = policy !== undefined && policy.policy.fail.length === 0;
  return {
    title: "Undetermined · the repository could not be read",
    summary: [
      "**Nothing is said here about what the repository holds: its files could not all be read.**",
      "",
      `Reason: ${reason.replaceAll(/[^\w .,:/#-]/g, " ").slice(0, 300)}`,
      "",
      "Re-run this check to try again. If it goes on, see whether the App may still read the contents of this repository. " +
        "`model: true` or `model: false` in `.github/openness.yml` says once and for all whether it holds a model.",
    ].join("\n"),
    text: "",
    annotations: [],
    conclusion: isAdvisory ? "neutral" : "failure",
  };
}

export const CUT_LIST = "GitHub cuts the list of this commit's files, and what was seen of them shows no model.";
export const CUT_BASE =
  "The commit that this one is compared with could not be seen whole, and the policy forbids to drop a class.";
