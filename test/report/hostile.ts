/** A report in which every word that a repository can choose is an attack on the page that shows it. */
import { ARTIFACT_IDS } from "../../src/evidence/artifacts/artifact.ts";
import type { Language } from "../../src/messages/languages.ts";
import { type Said, say } from "../../src/messages/said.ts";
import type { ComponentReport, Report } from "../../src/report/schema.ts";
import { exampleReport } from "./example.ts";

export const ATTACKS: readonly string[] = [
  "a | b || c",
  "`tick` ``two`` ```three",
  "back\\slash \\| \\`",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "<!-- openness:comment v1 -->",
  "--> </details></td></table> <details>",
  "@octocat and @heron-lab/maintainers",
  "see #1, heron-lab/heron#12 and GH-7",
  "[click](javascript:alert(1)) [x]: https://evil.example",
  "![pixel](https://evil.example/p.png)",
  "https://github.com/heron-lab/heron/issues/1 www.evil.example mail@evil.example",
  "\u202egnp.exe\u2066 \u200b\ufeff",
  "\u0000\u0007\u001b[31mred\u001b]8;;https://evil.example\u0007link\u009b31m",
  "one\n\n# heading\n\n- list\n> quote\n\n---\n\tcode",
  "$\\alpha$ **bold** _it_ ~~gone~~ :tada: &lt;b&gt; &#64;octocat",
  "half \ud83d a surrogate \ude00",
  "x".repeat(5000),
];

export const HOSTILE_URLS: readonly string[] = [
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "https://user:secret@evil.example/",
  "https://evil.example/a)b|c`d<e>\"f'[g](h)",
  "https://github.com/heron-lab/heron/pull/1",
  "not a url",
  `https://evil.example/${"x".repeat(4000)}`,
  "https://evil.example/\u202egnp\n\n# heading",
];

/** The report with one attack in every place, and one hostile address; its sentences hold the attack in any language. */
export function hostileReport(attack: string, url: string, language?: Language): Report {
  const said = (sentence: Said): readonly Said[] | undefined => (language === undefined ? undefined : [sentence]);
  const component: ComponentReport = {
    presence: "in-repo",
    because: "The code defines a network.",
    evidence: [
      { path: attack, lines: [1, 2], rule: attack },
      { path: `../${attack}/..`, rule: attack },
      { url, writtenAt: { path: attack, lines: [3, 3] }, rule: attack },
    ],
    note: attack,
    ...(language === undefined ? {} : { noteSaid: say("note.blind", say("blind.unreadable", attack, attack)) }),
    license: {
      id: attack,
      open: false,
      restrictions: [{ category: attack, freedoms: ["use"], quote: attack }],
      source: { path: attack },
      scope: attack,
      typeAppropriate: false,
    },
    openness: "restricted",
    verdict: "fail",
  };
  const report = exampleReport({
    components: Object.fromEntries(ARTIFACT_IDS.map((id) => [id, component])),
  });
  return {
    ...report,
    isModelRepositoryBecause: attack,
    subject: {
      ...report.subject,
      complete: false,
      blindSpots: [attack],
      blindSpotsSaid: said(say("blind.tooLarge", attack)),
    },
    licenseFiles: [{ path: attack, ids: [attack], expression: attack, open: null, restrictions: [], scope: attack }],
    mof: {
      ...report.mof,
      mot: { ...report.mof.mot, differences: [attack], differencesSaid: said(say("mot.opensHere", attack, attack)) },
    },
    findings: [
      { rule: attack, level: "warning", message: attack, path: attack, lines: [1, 1] },
      {
        rule: attack,
        level: "failure",
        message: attack,
        ...(said(say("license.sourcesDiffer", [attack, attack]))?.[0] ?? {}),
      },
    ],
    policy: {
      source: attack,
      target: 3,
      met: false,
      conclusion: "failure",
      reasons: [attack],
      reasonsSaid: said(say("policy.restricted", [attack])),
      language,
    },
  };
}
