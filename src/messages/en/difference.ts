/** What a pull request changes. Places, licenses and names are in the face's own form already. */
import { list } from "./names.ts";

export interface LicenseChangeWords {
  /** The artifacts, or the license file. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** What the license takes away now, or took away before. */
  readonly limits: readonly string[];
}

const limited = (limits: readonly string[]): string => (limits.length === 0 ? "" : `: ${list(limits)}`);

export const difference = {
  difference: {
    /** In the place of a license where there is none. */
    none: "no license",
    license: {
      "more-restrictive": ({ what, before, after, limits }: LicenseChangeWords) =>
        `The license of ${what} becomes more restrictive, from ${before} to ${after}${limited(limits)}`,
      "policy-added": ({ what, before, after, limits }: LicenseChangeWords) =>
        `A policy of use now binds those who use ${what}, from ${before} to ${after}${limited(limits)}`,
      "grant-removed": ({ what, before, after }: LicenseChangeWords) =>
        `${what}: a right that was granted is gone, from ${before} to ${after}`,
      "more-conditions": ({ what, before, after }: LicenseChangeWords) =>
        `The license of ${what} asks for more, from ${before} to ${after}: copyleft reaches farther`,
      "scope-narrowed": ({ what, before, after }: LicenseChangeWords) =>
        `${what} covers less than before: ${after} instead of ${before}`,
      unclear: ({ what, before, after }: LicenseChangeWords) =>
        `It cannot be told any more what the license of ${what} permits, from ${before} to ${after}`,
      "less-restrictive": ({ what, before, after, limits }: LicenseChangeWords) =>
        `The license of ${what} permits more, from ${before} to ${after}${limits.length === 0 ? "" : `; gone: ${list(limits)}`}`,
      other: ({ what, before, after }: LicenseChangeWords) =>
        `The license of ${what} changes, from ${before} to ${after}`,
    },
    /** Where one side could not be looked at, nothing is said to have come or gone. */
    unseenNow: (artifacts: string) => `Not compared, because it could not be looked at here: ${artifacts}`,
    unseenBefore: (artifacts: string) => `Not compared, because it could not be looked at in the base: ${artifacts}`,
    classUncompared: (change: string) =>
      `${change}: not everything could be looked at on both sides, so nothing is said to have been gained or lost`,
    clause: (quote: string) => `“${quote}”`,
    more: (count: number) => `and ${count} more changes of licenses.`,
  },
};
