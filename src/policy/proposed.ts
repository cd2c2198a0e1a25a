/**
 * The policy that the audited commit holds, where it is another than the one in force. It changes nothing for the commit
 * itself: who opens a pull request does not change the rules for it. What is wrong in it is told on its own lines, and what
 * it would come to is shown, so that nobody learns it only once it is merged.
 */

import { MAX_YAML_CHARACTERS } from "../frameworks/yaml.ts";
import { say } from "../messages/said.ts";
import type { Content, Entry, Listing } from "../snapshot/snapshot.ts";
import { loadPolicy, unreadablePolicy } from "./load.ts";
import { DEFAULT_POLICY, type LoadedPolicy, type PolicyProblem } from "./policy.ts";

/** Where a repository's own policy lies. */
export const POLICY_PATH = ".github/openness.yml";

export interface ProposedPolicy {
  readonly loaded: LoadedPolicy;
  /** What is wrong in the commit's file; its lines are those of the audited tree. */
  readonly problems: readonly PolicyProblem[];
  /** Whether it sets anything else than the policy in force. */
  readonly isOther: boolean;
  /** The commit holds no file, the default branch does. */
  readonly isGone: boolean;
  /** It starts from another policy, which was not read. */
  readonly isPart: boolean;
}

/** The file that holds the policy, among the files to read; one that is too long for a policy is not read. */
export const policyEntries = ({ entries }: Pick<Listing, "entries">): readonly Entry[] =>
  entries.filter(({ path, size = 0 }) => path === POLICY_PATH && size <= 4 * MAX_YAML_CHARACTERS);

/**
 * The policy of an audited commit, if it differs from the one in force.
 * @param loaded the policy in force; where it was read from the audited tree itself nothing can differ
 * @param tree the audited files; only a list that is complete can say that there is no policy
 */
export function proposedPolicy(
  loaded: LoadedPolicy,
  {
    entries,
    contents,
    complete,
  }: { entries: readonly Entry[]; contents: ReadonlyMap<string, Content>; complete: boolean },
): ProposedPolicy | undefined {
  const { own } = loaded;
  if (own === undefined) return undefined;
  const entry = entries.find(({ path }) => path === POLICY_PATH);
  const isGone = entry === undefined && complete && own.isThere;
  if (entry === undefined && !isGone) return undefined;
  const found =
    entry === undefined ? { read: own.inherited ?? NO_POLICY, isPart: false } : readOver(loaded, entry, contents);
  if (found === undefined) return undefined;
  const { read, isPart } = found;
  const problems = read.problems.filter(({ path }) => path === POLICY_PATH);
  const inForce = loaded.problems.filter(({ path }) => path === own.path);
  const isOther = keyOf(read.policy) !== keyOf(loaded.policy);
  if (!isOther && placesOf(problems) === placesOf(inForce)) return undefined;
  return { loaded: { ...read, today: loaded.today }, problems, isOther, isGone, isPart };
}

const NO_POLICY: LoadedPolicy = { policy: DEFAULT_POLICY, source: null, problems: [] };

/** The commit's file over what the one in force goes over, as far as that is known; undefined where it could not be read today. */
function readOver(
  { policy, own, inherited }: LoadedPolicy,
  { size = 0 }: Entry,
  contents: ReadonlyMap<string, Content>,
): { readonly read: LoadedPolicy; readonly isPart: boolean } | undefined {
  const below = own?.inherited;
  const content = contents.get(POLICY_PATH);
  if (content?.kind !== "text") {
    const isLong = size > 4 * MAX_YAML_CHARACTERS;
    if (!isLong && (content === undefined || content.kind === "unavailable")) return undefined;
    const why = isLong ? say("yaml.tooLong", size, MAX_YAML_CHARACTERS) : say("policy.notText");
    return { read: { ...(below ?? NO_POLICY), ...problemsOf(unreadablePolicy(POLICY_PATH, why)) }, isPart: false };
  }
  const alone = loadPolicy(content.text, POLICY_PATH, below);
  const named = alone.policy.extends;
  if (named === undefined) return { read: alone, isPart: false };
  if (named !== policy.extends) return { read: alone, isPart: true };
  const whole = loadPolicy(content.text, POLICY_PATH, inherited);
  return { read: { ...whole, policy: { ...whole.policy, extends: named } }, isPart: false };
}

const problemsOf = ({ problems }: LoadedPolicy): Pick<LoadedPolicy, "problems"> => ({ problems });

/** Settings in one order, whichever file they came from. */
const keyOf = (policy: LoadedPolicy["policy"]): string =>
  JSON.stringify(Object.entries(policy).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const placesOf = (problems: readonly PolicyProblem[]): string =>
  JSON.stringify(problems.map(({ line, column, message }) => [line, column, message]));
