/** What is said of failures that the owner accepts. */

export const waivers = {
  waiver: {
    applied: (what: string, reason: string, expires: string) =>
      `Waived by the policy: ${what}. Reason: ${reason}${expires === "" ? "" : ` (until ${expires})`}`,
    expired: (what: string, reason: string, expires: string) =>
      `The waiver of ${what} expired after ${expires || "its last day"} and stops nothing. Its reason was: ${reason}`,
    unused: (what: string, reason: string) =>
      `The waiver of ${what} stopped nothing and can be removed. Its reason is: ${reason}`,
  },
};
