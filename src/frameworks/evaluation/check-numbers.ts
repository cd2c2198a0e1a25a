/** Judges the documents' numbers: agreeing, contradicted, or not to be told. */
import { type Said, say } from "../../messages/said.ts";
import type { Material, Outcome } from "../framework.ts";
import { outcome } from "../looking.ts";
import { type Compared, compareNumbers, isDoubtful, REASONS, type Reason } from "./compare.ts";
import type { Comparison } from "./comparison.ts";

/** So many contradictions are told; all are counted. */
const MOST_TOLD = 3;

/** A figure is contradicted only where every result file that may hold it was read. */
export function checkNumbers({ facts }: Pick<Material, "facts">): Outcome {
  const compared = compareNumbers(facts);
  const { comparisons, unread } = compared;
  const rest = leftOut(compared);
  const differing = comparisons.filter(({ agrees }) => !agrees);
  const hasBlindSpots = facts.blindSpots.length > 0;
  const wrong = hasBlindSpots ? [] : differing.filter((one) => !isDoubtful(one, unread));
  if (comparisons.length === 0) return outcome("not-applicable", say("evaluation.notComparable", rest));
  if (differing.length === 0)
    return outcome("pass", say("evaluation.agree", comparisons.length, rest), placesOf(comparisons));
  if (wrong.length === 0)
    return outcome("undetermined", say("evaluation.mayAgree", unread.length), placesOf(differing));
  const told = wrong.slice(0, MOST_TOLD).map(contradiction);
  return outcome("fail", say("evaluation.contradicted", wrong.length, comparisons.length, told, rest), placesOf(wrong));
}

const placesOf = (chosen: readonly Comparison[]): Outcome["evidence"] => chosen.map(({ stated }) => stated.place);

function contradiction({ stated, found }: Comparison): Said {
  const [first] = found;
  const { metric = "", shots } = first ?? {};
  return say(
    "evaluation.contradiction",
    stated.written,
    stated.task,
    typeof shots === "number" ? `${metric}, ${shots}-shot` : metric,
    first?.place.path ?? "",
    String(first?.value ?? ""),
  );
}

const SENTENCES = {
  metric: "evaluation.leftMetric",
  shots: "evaluation.leftShots",
  split: "evaluation.leftSplit",
  subset: "evaluation.leftSubset",
  version: "evaluation.leftVersion",
  way: "evaluation.leftWay",
  runs: "evaluation.leftRuns",
  row: "evaluation.leftRow",
} as const satisfies Readonly<Record<Reason, string>>;

/** How many figures of the same models and tasks were not compared and why; empty where there are none. */
function leftOut({ left }: Compared): Said | "" {
  const told = REASONS.flatMap((reason) => {
    const count = left.get(reason);
    return count === undefined ? [] : [{ count, said: say(SENTENCES[reason], count) }];
  });
  const all = told.reduce((sum, { count }) => sum + count, 0);
  return all === 0
    ? ""
    : say(
        "evaluation.leftOut",
        all,
        told.map(({ said }) => said),
      );
}
