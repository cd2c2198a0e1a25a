/**
 * How a policy goes over the one that it starts from. A setting replaces the one below it, lists as wholes; `artifacts`
 * are put together id by id, `ignore` and `waivers` are joined. What is locked below stays as it is there, and locks add up.
 *
 * A locked `fail` (or `profile`, or `frameworks`) would be worth nothing if what it looks at could be waived, ignored, aimed lower or called no model: with
 * it, the settings that would get round it may only be made stricter.
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
  const { policy } = base;
  const locked = new Set(base.locked);
  const problems: PolicyProblem[] = [];
  const refuse = (key: string, setting: string, code: "policy.locked" | "policy.lockedWith"): void => {
    const place = (base.source ?? "").slice(0, 300);
    problems.push({ path, line: lineOf(key), ...told(code, setting, place) });
  };
  const free: Partial<Policy> = { ...settings };
  const isFailLocked = locked.has("fail") || locked.has("frameworks");
  for (const key of Object.keys(settings) as (keyof Policy)[]) {
    // What a profile stands for is refused as `fail` is, and told once.
    if (key === "fail" && locked.has("fail") && settings.profile !== undefined) {
      delete free[key];
      continue;
    }
    const getsRound = isFailLocked && !isStricter(policy, settings, key, locked);
    if (!locked.has(key) && !getsRound) continue;
    refuse(key, key, locked.has(key) ? "policy.locked" : "policy.lockedWith");
    delete free[key];
  }
  // A model's own target would go round that of all.
  const isRefused = ({ target }: Policy["models"][number]): boolean =>
    target !== undefined && (locked.has("target") || (isFailLocked && target > (free.target ?? policy.target ?? 3)));
  if (free.models?.some(isRefused) === true) {
    refuse("models", "models.target", locked.has("target") ? "policy.locked" : "policy.lockedWith");
    free.models = free.models.map((model) => {
      const { target: _, ...rest } = model;
      return isRefused(model) ? rest : model;
    });
  }
  for (const key of free.lock ?? []) {
    locked.add(key);
    // They are two names of one thing.
    if (key === "profile") locked.add("fail");
  }
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

/** Whether a setting asks no less than the one below it. Settings that change no conclusion are always free. */
function isStricter(below: Policy, settings: Partial<Policy>, key: keyof Policy, locked: ReadonlySet<string>): boolean {
  switch (key) {
    case "target":
      return (settings.target ?? 3) <= (below.target ?? 3);
    case "profile":
      return !locked.has("fail");
    case "frameworks":
      return below.frameworks.every((id) => settings.frameworks?.includes(id));
    case "model":
      return settings.model === true;
    case "waivers":
    case "ignore":
      return settings[key]?.length === 0;
    default:
      return true;
  }
}
