/**
 * The frame of the check run, the comment, the page and the terminal, around what names and findings say. Where a sentence
 * takes a place, a license or a name in `face`, that is in the face's own form already (Markdown, or plain for a terminal).
 */
import {
  type ArtifactName,
  type ClassNumber,
  type Count,
  className,
  list,
  names,
  plural,
  type TitleReason,
} from "./names.ts";

export interface RemedyWords {
  readonly name: string;
  readonly state: string;
  /** How long it takes, or whose decision. */
  readonly takes: string;
  readonly why: string;
  readonly remedy: string;
}

export interface FooterWords {
  readonly commit: string;
  readonly branch: string | undefined;
  /** Address of the pull request's checks. */
  readonly checks: string;
  readonly policyPath: string;
}

export const faces = {
  verdict: {
    notAModelTitle: "Not a model repository",
    policyNotMet: "policy not met",
    artifactsOpen: ({ open, of }: Count) => `${open} of ${of} artifacts open`,
    towards: ({ open, of }: Count, mofClass: ClassNumber) => `${open} of ${of} for ${className(mofClass)}`,
    shortOf: (count: number, mofClass: ClassNumber) => `${count} short of ${className(mofClass)}`,
    reason: ({ id, why }: { readonly id: ArtifactName; readonly why: TitleReason }) =>
      `${names.artifact[id]} ${names.titleWord[why]}`,
    none: "No class of the Model Openness Framework is reached yet.",
    noneSeen: "No class of the Model Openness Framework can be confirmed, because not everything could be checked.",
    reached: (mofClass: ClassNumber, { of }: Count) =>
      `All ${of} artifacts that ${className(mofClass)} asks for are released under open licenses.`,
    missing: (artifact: string, state: string) => `${artifact} (${state})`,
    next: (mofClass: ClassNumber, { open, of }: Count, missing: readonly string[], unchecked: readonly string[]) =>
      [
        `${open} of ${of} artifacts for ${className(mofClass)} ${open === 1 ? "is" : "are"} open`,
        ...(missing.length === 0 ? [] : [`still needed: ${list(missing)}`]),
        ...(unchecked.length === 0 ? [] : [`could not be checked: ${list(unchecked)}`]),
      ]
        .join("; ")
        .concat("."),
  },

  /** What to do about an artifact that is there and does not count. */
  remedy: {
    restricted: (license: string, categories: readonly string[]) =>
      `Release it under an open license: ${license} restricts${categories.length > 0 ? ` (${list(categories)})` : ""}.`,
    unlicensed: (isLinked: boolean, suggestion: string) =>
      `Say under which license it is, in the README${isLinked ? " beside the link" : " or a LICENSE file beside it"}; for instance ${suggestion}.`,
    unknown: "Name its license by an SPDX identifier, where the artifact is or where the README links it.",
    undetermined: "It may be there, but could not be checked: make its address public, or run the audit again.",
  },

  /** Licenses that suit a kind of work. */
  suggestion: {
    code: "Apache-2.0 or MIT",
    data: "CDLA-Permissive-2.0 or CC-BY-4.0",
    document: "CC-BY-4.0, which arXiv offers too",
    weights: "OpenMDW-1.0 or Apache-2.0",
  },

  face: {
    columns: ["Artifact", "Status", "License", "Where"],
    notNamed: "not named",
    noLicense: "–",
    more: (count: number) => `+${count} more`,
    progress: ({ open, of }: Count) => `${open} of ${of} open`,
    policyFailed: "The check fails by this repository's policy.",
    policyAim: "Target.",
    incomplete: "Part of the repository could not be seen, so nothing is called missing on that ground:",
    problems: "Problems",
    /** Where a finding is, after its sentence. */
    at: (place: string) => ` (${place})`,
    remediesFor: (mofClass: ClassNumber) => `To reach ${className(mofClass)}`,
    remedy: ({ name, state, takes, why, remedy }: RemedyWords) => `${name} · ${state} · ${takes}. ${why} → ${remedy}`,
    /** One remedy for several artifacts that could not be looked at. */
    remedyUnchecked: (names: string, state: string, takes: string, remedy: string) =>
      `${names} · ${state} · ${takes}. → ${remedy}`,
    changes: "Compared with the base",
    changed: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    noChanges: "Compared with the base, class, artifacts and licenses are unchanged.",
    evidence: "Evidence",
    /** Heads the evidence of one artifact. */
    outcome: (name: string, state: string, reasons: string) => `${name}: ${state}. ${reasons}`,
    evidenceRule: (rule: string) => `by ${rule}`,
    writtenIn: (place: string) => `, written in ${place}`,
    licenseFrom: (license: string, scope: string, place: string) => `${license}, license by ${scope}: ${place}`,
    typeMismatch: " (open, but meant for another kind of work)",
    clause: (restriction: string, quote: string) => `${restriction}: “${quote}”`,
    motTitle: "Model Openness Tool",
    mot: (label: string, progress: readonly [three: number, two: number, one: number]) =>
      `From the same evidence the Model Openness Tool would compute: ${label} (Class III ${progress[0]} %, Class II ${progress[1]} %, Class I ${progress[2]} %).`,
    licenseFiles: "License files",
    licenseFile: (place: string, licenses: string, open: string, covers: string) =>
      `${place}: ${licenses}, ${open} · ${covers}`,
    licenseOpen: { true: "open", false: "restricted", null: "to be read by a person" },
    annotationsCut: (count: number) => `${plural(count, "more finding")} not shown as annotations.`,
    findingsCut: (count: number) => `… and ${plural(count, "more finding")}.`,
    linesCut: (count: number) => `*${plural(count, "line")} left out: GitHub shows no more here.*`,
    /** Ends the comment: what was audited, how to audit again, how to turn it off. */
    swhids: (ids: readonly string[]) => `Software Heritage identifiers: ${ids.join(" · ")}`,
    footer: ({ commit, branch, checks, policyPath }: FooterWords) =>
      `Audited ${commit}${branch === undefined ? "" : ` (${branch})`}. Run again: comment /openness, or [re-run the check](${checks}). Turn this comment off: set comment to never in ${policyPath}. An aid for reading a repository, not legal advice.`,
    notAModel: "This does not look like a repository that releases a model, so it was not audited.",
    notAModelBecause: (why: string) => `Why: ${why}`,
    notAModelRemedy: "If it does release one, say so in the policy file and ask again:",
  },

  /** Written where a repository could not be read. */
  unread: {
    title: "Undetermined · the repository could not be read",
    nothingSaid: "Nothing is said here about what the repository holds: its files could not all be read.",
    reason: (why: string) => `Reason: ${why}`,
    /** The id by which GitHub's support finds the answer. */
    request: (id: string) => `GitHub's request id: ${id}`,
    enforced: "The check fails, because the policy here may fail checks, and what was not read cannot pass.",
    unknownPolicy: "The check fails, because it is not known whether a policy here may fail checks.",
    advisory: "The check does not fail, because the policy here fails no checks.",
    again:
      "Re-run this check to try again. If it goes on, see whether the App may still read the contents of this repository.",
    model: (policyPath: string) =>
      `\`model: true\` or \`model: false\` in ${policyPath} says once and for all whether it holds a model.`,
    cutList: "GitHub cuts the list of this commit's files, and what was seen of them shows no model.",
    cutBase:
      "The commit that this one is compared with could not be seen whole, and the policy forbids to drop a class.",
    permission: (permission: string) =>
      `the App was not granted ${permission}. An owner of the account has to accept it on the page of the installation, under GitHub Apps in the settings.`,
    noAnswer: (detail: string) => `GitHub gave no usable answer (${detail})`,
    notThere: (detail: string) => `GitHub says that there is nothing to be read (${detail})`,
    refused: (detail: string) => `GitHub refused (${detail})`,
    failed: (detail: string) => `the audit did not come to its end (${detail})`,
    noComment: (why: string) => `No comment can be written on the pull request: ${why}`,
    noCheckRun: (why: string) => `No check run can be written on the commit: ${why}`,
  },

  /** How one artifact was decided, on a terminal. */
  explanation: {
    presence: {
      "in-repo": "in the repository",
      linked: "linked",
      absent: "absent",
      undetermined: "could not be told",
    },
    counted: "Counted",
    leftOut: "Left out",
    nothing: "Nothing in what was read came into question.",
  },
};
