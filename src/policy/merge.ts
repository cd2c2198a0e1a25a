/**
 * How a policy goes over the one that it starts from. A setting replaces the one below it, lists as wholes; `artifacts`
 * are put together id by id, `ignore` and `waivers` are joined. What is locked below stays as it is there, and locks add up.
 */
import { told } from "../messages/said.ts";
import type { LoadedPolicy, Policy, PolicyProblem } from "./policy.ts";

export interface Merged {
  readonly policy: Policy;
  readonly locked?: readonly string[];
  readonly problems: readonly PolicyProblem[];
}

/**
 * Puts settings over a policy.
 * @param path where the settings were read
 * @param lineOf the line of a setting in that file
 */
export function merged(
  base: LoadedPolicy,
  settings: Partial<Policy>,
  path: string,
  lineOf: (key: string) => number,
): Merged {
  const locked = new Set(base.locked);
  const problems: PolicyProblem[] = [];
  const refuse = (key: string, setting: string): void => {
    const place = (base.source ?? "").slice(0, 300);
    problems.push({ path, line: lineOf(key), ...told("policy.locked", setting, place) });
  };
  const free: Partial<Policy> = { ...settings };
  for (const key of Object.keys(settings) as (keyof Policy)[]) {
    if (!locked.has(key)) continue;
    refuse(key, key);
    delete free[key];
  }
  // A model's own target would go round a locked one.
  if (locked.has("target") && free.models?.some(({ target }) => target !== undefined) === true) {
    refuse("models", "models.target");
    free.models = free.models.map(({ target: _, ...model }) => model);
  }
  const { policy } = base;
  for (const key of free.lock ?? []) locked.add(key);
  return {
    policy: {
      ...policy,
      ...free,
      artifacts: { ...policy.artifacts, ...free.artifacts },
      ignore: [...new Set([...policy.ignore, ...(free.ignore ?? [])])],
      waivers: [...policy.waivers, ...(free.waivers ?? [])],
      lock: [...new Set([...policy.lock, ...(free.lock ?? [])])],
    },
    ...(locked.size === 0 ? {} : { locked: [...locked] }),
    problems,
  };
}
