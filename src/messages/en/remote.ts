/** What is said of linked artifacts by what their hosts answer. */

export const remote = {
  remote: {
    missing: (url: string, why: string) => `${url} does not lead to what is linked: ${why}.`,
    gated: (url: string, why: string) => `${url} is not open to everybody: ${why}.`,
    incomplete: (url: string, why: string) => `${url} does not hold what is linked: ${why}.`,
    notThere: (url: string, why: string) => `It is linked at ${url}, but is not there: ${why}.`,
    licenseDiffers: (own: string, url: string, hosts: string) =>
      `The repository says ${own}, and ${url} says ${hosts}, which restricts: the stricter counts.`,
    heading: "What the hosts of linked artifacts say",
    because: (state: string, reason: string) => `${state}: ${reason}`,
    licenseThere: (said: string, license: string) => `${said}; license there: ${license}`,
    checked: (state: string, date: string) => `${state} on ${date}`,
  },
  /** How a linked artifact was found on its host. */
  remoteState: {
    verified: "verified",
    gated: "gated",
    missing: "missing",
    incomplete: "incomplete",
    unverified: "not verified",
    unknown: "could not be looked at",
  },
  remoteReason: {
    proven: "the host shows it to everybody",
    found: "the host has it",
    "gate-automatic": "a form has to be filled in first",
    "gate-manual": "the owner decides on each request",
    embargoed: "it is under an embargo",
    "not-public": "the host gives it only to some",
    "not-found": "the host knows nothing by this name that is public",
    disabled: "the host has closed it",
    deleted: "it was deleted",
    "shards-missing": "some of the files that belong together are missing",
    "empty-file": "the file is empty",
    "no-files": "there are only descriptions",
    "adapter-only": "there is only an adapter, which needs its base model",
    "derived-only": "there are only converted weights",
    "other-format": "the files are in no format that can be checked",
    "header-not-read": "the head of the file could not be read",
    "not-downloaded": "the file itself did not answer",
    "list-cut": "the list of files was too long to be seen whole",
    "no-answer": "the host did not answer",
    refused: "the host takes no more questions for now",
    "not-understood": "the answer could not be understood",
    "no-time": "there was no time left to ask",
  },
};
