/** Reports at random: all states of artifacts, licenses of all kinds, and any words in all places. */
import fc from "fast-check";
import { ARTIFACT_IDS, type ArtifactId } from "../../../src/evidence/artifacts/artifact.ts";
import { licenseFacts } from "../../../src/license/catalogue.ts";
import type { ComponentReport, Report } from "../../../src/report/schema.ts";
import { exampleReport } from "../example.ts";
import { ATTACKS, HOSTILE_URLS } from "../hostile.ts";

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

const componentArbitrary = (words: fc.Arbitrary<string>): fc.Arbitrary<ComponentReport> =>
  fc
    .record({
      presence: fc.constantFrom("in-repo" as const, "linked" as const, "absent" as const, "undetermined" as const),
      license: fc.option(license),
      words,
      url: anyUrl,
      lines: anyLines,
    })
    .map(({ presence, license: found, words: said, url, lines }): ComponentReport => {
      const open = found === null ? null : found.id === null ? null : licenseFacts(found.id).open;
      const isThere = presence === "in-repo" || presence === "linked";
      return {
        presence,
        because: said,
        note: said,
        evidence: !isThere
          ? []
          : presence === "in-repo"
            ? [{ path: said, rule: said, sha: said, ...(lines === undefined ? {} : { lines }) }]
            : [{ url, rule: said, writtenAt: { path: said, lines: [1, 2] } }],
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
  })
  .map(({ components, words, owner, commit, target, fail, isModelRepository, lines }) => {
    const report = exampleReport({
      components: Object.fromEntries(ARTIFACT_IDS.map((id, index) => [id, components[index]])) as Record<
        ArtifactId,
        ComponentReport
      >,
      policy: { fail: [...fail], ...(target === undefined ? {} : { target }) },
      report: { isModelRepository },
    });
    const { tool, subject } = report;
    return {
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
    } satisfies Report;
  });
