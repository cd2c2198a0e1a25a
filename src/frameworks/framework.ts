/** The form of a framework: a module of declared rules, each with one pure function from what was found to a verdict. */
import type { ArtifactId, Lines } from "../evidence/artifacts/artifact.ts";
import type { Facts } from "../evidence/facts.ts";
import type { Said } from "../messages/said.ts";
import type { MofComponent } from "./mof/state.ts";

/** `undetermined` is what could not be looked at; it is never `fail`. */
export type Verdict = "pass" | "fail" | "warn" | "not-applicable" | "undetermined";

/** A clause that limits; the report's restrictions have this shape. */
export interface Clause {
  readonly category: string;
  readonly quote: string;
  readonly lines?: Lines | undefined;
}

/** One artifact as it was found; the report's components have this shape. */
export interface JudgedComponent extends MofComponent {
  readonly evidence: readonly {
    readonly path?: string | undefined;
    readonly url?: string | undefined;
    readonly lines?: Lines | undefined;
    readonly writtenAt?: RuleEvidence | undefined;
  }[];
  /** What was to be said of how it was found. */
  readonly noteSaid?: Said | undefined;
  readonly license:
    | (NonNullable<MofComponent["license"]> & {
        readonly restrictions: readonly Clause[];
        readonly source: { readonly path: string; readonly lines?: Lines | undefined };
        readonly scope: string;
      })
    | null;
}

/** A license file or use policy of the repository; the report's license files have this shape. */
export interface JudgedLicenseFile {
  readonly path: string;
  readonly ids: readonly string[];
  readonly open: boolean | null;
  readonly restrictions: readonly Clause[];
  readonly scope: string;
}

/** What frameworks judge. */
export interface Material {
  readonly facts: Facts;
  readonly components: Readonly<Record<ArtifactId, JudgedComponent>>;
  readonly licenseFiles: readonly JudgedLicenseFile[];
}

/** Where the repository says or shows what a rule judges. */
export interface RuleEvidence {
  readonly path: string;
  readonly lines: Lines;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly said: Said;
  readonly evidence: readonly RuleEvidence[];
  /** Where the rule judges artifacts one by one: each of them. */
  readonly artifacts?: readonly ArtifactVerdict[];
}

export interface ArtifactVerdict {
  readonly id: ArtifactId;
  readonly verdict: Verdict;
}

/** A rule as it is declared; other languages bring their own words for the first five. */
export interface FrameworkRule {
  /** Never changes once it is published: reports, SARIF and waivers name it. */
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  readonly why: string;
  readonly decides: string;
  readonly remedy: string;
  readonly effort: "minutes" | "hours" | "days";
  readonly references: readonly string[];
  /** How loud a finding is where the rule is not met; left out for rules that are told in the framework's part alone. */
  readonly finding?: "notice" | "warning";
  check(material: Material): Outcome;
}

export interface Framework {
  readonly id: string;
  readonly title: string;
  /** The version or the date of the text that the rules follow. */
  readonly version: string;
  /** True for laws: a repository shows evidence of what they ask, and never that they are complied with. */
  readonly isEvidence?: true;
  readonly rules: readonly FrameworkRule[];
}
