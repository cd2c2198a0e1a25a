/**
 * What holds in place of a policy that was to be started from and could not be read: the strictest there is. What it
 * demanded is not known, and a check that it made strict must not turn lenient because it is gone.
 */
import { isRecord, readYaml } from "../frameworks/yaml.ts";
import { DEFAULT_POLICY, FAILURES, type LoadedPolicy } from "./policy.ts";

/** Whether a policy's text is a mapping of settings, or sets nothing. What is not is read in parts, if at all. */
export function isWhole(text: string): boolean {
  const yaml = readYaml(text);
  return yaml.ok && (yaml.value === null || yaml.value === undefined || isRecord(yaml.value));
}

/**
 * Everything is demanded, and the highest class. What `below` locks stays as it is there; whatever goes over it may say
 * otherwise, for then it is that file's own word.
 */
export function strictest(below: LoadedPolicy | undefined): LoadedPolicy {
  const { policy, locked = [], ...rest } = below ?? { policy: DEFAULT_POLICY, source: null, problems: [] };
  return {
    ...rest,
    ...(locked.length === 0 ? {} : { locked }),
    policy: {
      ...policy,
      ...(locked.includes("fail") ? {} : { fail: [...FAILURES] }),
      ...(locked.includes("target") ? {} : { target: 1 }),
    },
  };
}
