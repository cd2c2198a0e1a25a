/** Reports at random: all states of artifacts, licenses of all kinds, and any words in all places. */

import fc from "fast-check";
import { ARTIFACT_IDS, type ArtifactId } from "../../../src/evidence/artifacts/artifact.ts";
import { DESCRIBED_TOPICS } from "../../../src/evidence/model-description.ts";
import { REMOTE_REASONS, REMOTE_STATES, type RemoteFact } from "../../../src/evidence/remote/fact.ts";
import { licenseFacts } from "../../../src/license/catalogue.ts";
import type { ComponentReport, Report } from "../../../src/report/schema.ts";
import { exampleReport } from "../example.ts";
import { ATTACKS, HOSTILE_URLS } from "../hostile.ts";
import { modelOf } from "../model-of.ts";

/** Any UTF-16, halves of surrogate pairs and control characters among them. */
export const anyWords = fc.oneof(
  fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...ATTACKS, "", "0", "unlicensed", "../../etc/passwd", "/root", "a//b", "constructor", "__proto__"),
);
const anyUrl = fc.oneof(anyWords, fc.constantFrom(...HOSTILE_URLS, "https://huggingface.co/lab/m"));
const anyLines = fc.option(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), {
  nil: undefined,
});
const KNOWN = [
  "Apache-2.0",
  "MIT",
  "CC-BY-4.0",
  "CC-BY-NC-4.0",
  "PDDL-1.0",
  "OpenMDW-1.0",
  "OpenMDW-1.1",
  "LicenseRef-OpenMDW-1.1",
  "C-UDA-1.0",
  "GPL-3.0-only",
  "LicenseRef-llama3",
  "LicenseRef-bigscience-bloom-rail-1.0",
  "Apache-2.0 AND LicenseRef-llama3",
  "MIT OR Apache-2.0",
  "(MIT OR CC-BY-NC-4.0) AND CC-BY-4.0",
  "Apache-2.0 WITH LLVM-exception",
  "LicenseRef-CreativeML OpenRAIL++-M",
];
const license = fc.record({
  id: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...KNOWN, null) }, { weight: 1, arbitrary: anyWords }),
  words: anyWords,
  path: fc.oneof(fc.constantFrom("LICENSE", "MODEL_LICENSE", "README.md"), anyWords),
  lines: anyLines,
  appropriate: fc.constantFrom(true, false, null),
});

const anyVerdict = fc.constantFrom("pass", "fail", "warn", "not-applicable", "undetermined");
const SWHID = `swh:1:cnt:${"0a".repeat(20)}`;

const short = anyWords.map((words) => words.slice(0, 300));
const anyRemote: fc.Arbitrary<RemoteFact> = fc.record({
  kind: fc.constantFrom("hf-model", "hf-dataset", "zenodo"),
  id: short,
  host: short,
  url: anyUrl.map((url) => url.slice(0, 300)),
  state: fc.constantFrom(...REMOTE_STATES),
  reason: fc.constantFrom(...REMOTE_REASONS),
  checkedAt: fc.constantFrom("2026-11-24T09:00:00Z", undefined),
  revision: short,
  license: fc.option(fc.record({ name: short }), { nil: undefined }),
});

const anyDescription: fc.Arbitrary<NonNullable<Report["modelDescription"]>> = fc
  .tuple(anyWords, anyWords, fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), anyLines)
  .map(([one, other, grams]) => ({
    task: one,
    library: other,
    languages: [one, other],
    baseModels: [other, "heron-lab/heron-1b", one],
    architectureFamily: one,
    architecture: other,
    metrics: [
      { metric: one, value: other, dataset: one },
      { metric: other, value: one },
    ],
    emissions: { grams, activity: "training", hardware: one, place: other },
    statements: DESCRIBED_TOPICS.map((topic) => ({ topic, text: one, path: other, lines: [1, 9] as const })),
  }));

const anyFrameworks: fc.Arbitrary<Report["frameworks"]> = fc
  .tuple(fc.constantFrom("osaid", "freedoms", "other"), anyWords, anyVerdict, anyVerdict, anyLines)
  .map(([id, words, verdict, other, lines]) => ({
    [id]: {
      id: id === "other" ? words : id,
      title: words,
      version: words,
      verdict,
      requirements: [verdict, other].map((one) => ({
        id: words,
        verdict: one,
        because: words,
        becauseSaid: { code: words, values: [words] },
        evidence: lines === undefined ? [] : [{ path: words, lines }],
      })),
    },
  }));

const componentArbitrary = (words: fc.Arbitrary<string>): fc.Arbitrary<ComponentReport> =>
  fc
    .record({
      presence: fc.constantFrom("in-repo" as const, "linked" as const, "absent" as const, "undetermined" as const),
      license: fc.option(license),
      words,
      url: anyUrl,
      lines: anyLines,
      remote: fc.option(anyRemote, { nil: undefined }),
    })
    .map(({ presence, license: found, words: said, url, lines, remote }): ComponentReport => {
      const open = found === null ? null : found.id === null ? null : licenseFacts(found.id).open;
      const isThere = presence === "in-repo" || presence === "linked";
      return {
        presence,
        because: said,
        note: said,
        evidence: !isThere
          ? []
          : presence === "in-repo"
            ? [{ path: said, rule: said, sha: said, swhid: SWHID, ...(lines === undefined ? {} : { lines }) }]
            : [
                {
                  url,
                  rule: said,
                  writtenAt: { path: said, lines: [1, 2] },
                  ...(remote === undefined ? {} : { remote }),
                },
              ],
        license:
          found === null || !isThere
            ? null
            : {
                id: found.id,
                open,
                restrictions: open === false ? [{ category: found.words, freedoms: ["use"], quote: found.words }] : [],
                source: { path: found.path, ...(found.lines === undefined ? {} : { lines: found.lines }) },
                scope: found.words,
                typeAppropriate: found.appropriate,
              },
        openness:
          found === null || !isThere
            ? "unlicensed"
            : open === true
              ? "open"
              : open === false
                ? "restricted"
                : "unknown",
        verdict: "undetermined",
      };
    });

/** A report whose framework verdicts are computed from its components as an audit computes them. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    components: fc.tuple(...ARTIFACT_IDS.map(() => componentArbitrary(anyWords))),
    words: anyWords,
    owner: fc.oneof(fc.constant("heron-lab"), anyWords),
    commit: fc.constantFrom("8d1f0a4c2b3e5f60718293a4b5c6d7e8f9012345", "not a commit", null),
    target: fc.constantFrom(1 as const, 2 as const, 3 as const, undefined),
    fail: fc.subarray(["below-target", "restricted-license", "unlicensed", "undetermined"] as const),
    isModelRepository: fc.boolean(),
    lines: anyLines,
    described: fc.option(anyDescription, { nil: undefined }),
    frameworks: anyFrameworks,
    names: fc.array(anyWords, { maxLength: 3 }),
  })
  .map(({ components, words, owner, commit, target, fail, isModelRepository, lines, described, frameworks, names }) => {
    const report = exampleReport({
      components: Object.fromEntries(ARTIFACT_IDS.map((id, index) => [id, components[index]])) as Record<
        ArtifactId,
        ComponentReport
      >,
      policy: { fail: [...fail], ...(target === undefined ? {} : { target }) },
      report: { isModelRepository },
    });
    const { tool, subject, policy } = report;
    const whole = {
      ...report,
      tool: { ...tool, version: words, rules: words },
      subject: {
        ...subject,
        repository: owner === "" ? undefined : { owner, name: words },
        commit,
        tree: words,
        complete: words.length % 2 === 0,
        blindSpots: [words],
      },
      isModelRepositoryBecause: words,
      licenseFiles: [
        { path: "LICENSE", ids: ["Apache-2.0"], expression: words, open: null, restrictions: [], scope: "all" },
        { path: words, ids: [words], expression: null, open: false, restrictions: [], scope: words },
      ].slice(words.length % 3),
      findings: [
        { rule: words, level: "warning", message: words, path: words, ...(lines === undefined ? {} : { lines }) },
        { rule: words, level: "failure", message: words },
        { rule: words, level: "notice", message: words },
      ],
      ...(described === undefined ? {} : { modelDescription: described }),
      frameworks,
      policy: {
        ...policy,
        sources: [{ path: words, commit: words }, { path: "x" }],
        waivers: [{ artifact: "datasets", reason: words, state: "applied" }],
      },
    } satisfies Report;
    return names.length === 0 ? whole : { ...whole, models: names.map((name) => modelOf(whole, name)) };
  });
