import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Facts } from "../../evidence/facts.ts";
import { type Said, say, told } from "../../messages/said.ts";
import type { LicenseEvidence } from "./collect.ts";
import type { LicenseFinding } from "./findings.ts";
import type { LicenseStatement } from "./statement.ts";

/** Findings about what documents and metadata state: sources that differ, names without a text, a version or a meaning. */
export function statedFindings(facts: Facts, evidence: LicenseEvidence): LicenseFinding[] {
  return [
    ...sourcesThatDiffer(evidence),
    ...textsMissing(facts, evidence),
    ...withoutVersion(evidence),
    ...calledOther(facts),
  ];
}

function at({ path, lines }: Pick<LicenseStatement, "path" | "lines">): Pick<LicenseFinding, "path" | "lines"> {
  return { path, lines: [lines[0], lines[1]] };
}

/** A license without what its holder may choose: GPL-3.0-only and GPL-3.0-or-later have one text. */
function textOf(id: string): string {
  return id.replace(/-(?:only|or-later)$/, "").replace(/^LicenseRef-modified-/, "");
}

/** Two names may mean one license: a family and its member do. */
function mayBeOne(a: string, b: string): boolean {
  const family = (id: string): string | undefined => /^LicenseRef-(.{2,30})-family$/.exec(id)?.[1];
  const holds = (name: string | undefined, id: string): boolean =>
    name !== undefined && id.replace(/^LicenseRef-/, "").startsWith(`${name}-`);
  return textOf(a) === textOf(b) || holds(family(a), b) || holds(family(b), a);
}

const speaks = (statement: LicenseStatement): boolean => statement.id !== null && statement.folder === "";

/**
 * Front matter, license file and text of the README against each other. The file covers the repository and front matter
 * the model, so two names can both be right; they conflict when nothing says that they are meant for different things.
 */
function sourcesThatDiffer({ statements }: LicenseEvidence): LicenseFinding[] {
  const of = (how: LicenseStatement["how"], scope: LicenseStatement["scopes"][number]): LicenseStatement[] =>
    statements.filter((one) => speaks(one) && one.how === how && one.scopes.includes(scope));
  const front = of("front-matter", "parameters");
  const files = [...of("file", "all"), ...of("file", "parameters")];
  const prose = [...of("sentence", "all"), ...of("sentence", "parameters")];
  const agrees = (one: LicenseStatement, others: readonly LicenseStatement[]): boolean =>
    others.length === 0 || others.some(({ id }) => mayBeOne(one.id ?? "", id ?? ""));
  const said = of("sentence", "all");
  // "This code repository is under …" agrees with a file that is named for the code.
  const around = [...files, ...of("file", "code"), ...front];
  const lone =
    front.find((one) => !agrees(one, prose)) ??
    front.find((one) => !agrees(one, files) && !of("sentence", "parameters").some(({ id }) => id === one.id)) ??
    // A text that names the file's license too says more than the file does, and not something else.
    (said.some((one) => agrees(one, around)) ? undefined : said[0]);
  if (lone === undefined) return [];
  const stated = [
    ...front.slice(0, 2).map(({ id, path }) => say("source.frontMatter", id ?? "", path)),
    ...files.slice(0, 3).map(({ id, path }) => say("source.file", id ?? "", path)),
    ...prose.slice(0, 3).map(({ id, path }) => say("source.prose", id ?? "", path)),
  ];
  return [
    {
      rule: "license-sources-differ",
      level: "warning",
      ...told("license.sourcesDiffer", distinct(stated)),
      ...at(lone),
    },
  ];
}

const distinct = (sources: readonly Said[]): readonly Said[] => [
  ...new Map(sources.map((source) => [JSON.stringify(source), source])).values(),
];

/** Licenses that need no text with them: Creative Commons asks for the address only, and a waiver grants nothing that ends. */
const TEXT_NOT_NEEDED = /^(?:LicenseRef-)?CC(?:0|-)|^(?:Unlicense|WTFPL|PDDL-1\.0)$/;
/** Names for terms that nobody named. */
const NO_NAME = /^LicenseRef-(?:custom|noncommercial|research-only)$/;
const MOST_MISSING = 5;

/** A license counts as released with the work only when its text is there (MOF, license files in the distribution). */
function textsMissing(facts: Facts, { files, statements }: LicenseEvidence): LicenseFinding[] {
  // A text that was not seen or not read may be the one.
  if (!facts.snapshot.complete || files.some(({ identification }) => identification === undefined)) return [];
  const held = files.flatMap(({ identification }) =>
    (identification?.licenses ?? []).filter(({ how }) => how === "text").map(({ id }) => id),
  );
  const found = new Map<string, LicenseFinding>();
  for (const statement of statements) {
    const { id } = statement;
    if (id === null || statement.how === "file" || TEXT_NOT_NEEDED.test(id) || NO_NAME.test(id)) continue;
    // A package deeper in the tree is often a tool of the project's, not the release.
    if (statement.how === "package-metadata" && statement.folder !== "") continue;
    if (inReuseFolder(facts, id)) continue;
    if (held.some((text) => mayBeOne(text, id)) || [...found.keys()].some((known) => mayBeOne(known, id))) continue;
    if (found.size >= MOST_MISSING) break;
    found.set(id, {
      rule: "license-text-missing",
      level: "notice",
      ...told("license.textMissing", id),
      ...at(statement),
    });
  }
  return [...found.values()];
}

/** Texts in `LICENSES/` are named for their identifier (REUSE specification 3.3). */
function inReuseFolder({ snapshot }: Facts, id: string): boolean {
  return snapshot.entries.some(
    ({ path }) => /^LICENSES\/[^/]{1,100}$/.test(path) && path.slice(9).replace(/\.\w{1,5}$/, "") === id,
  );
}

function withoutVersion({ statements }: LicenseEvidence): LicenseFinding[] {
  const found = new Map<string, LicenseFinding>();
  for (const statement of statements) {
    const name = /^LicenseRef-(.{2,30})-family$/.exec(statement.id ?? "")?.[1];
    if (name === undefined || statement.how === "file" || found.has(name)) continue;
    // The version is said elsewhere.
    if (statements.some(({ id }) => id !== null && id !== statement.id && mayBeOne(id, statement.id ?? ""))) continue;
    found.set(name, { rule: "license-family", level: "warning", ...told("license.family", name), ...at(statement) });
  }
  return [...found.values()];
}

/** `other` asks for a name and an address (hub documentation, model cards: `license_name`, `license_link`). */
function calledOther(facts: Facts): LicenseFinding[] {
  return releaseDocuments(facts).flatMap(({ path, frontMatter }): LicenseFinding[] => {
    if (frontMatter === undefined || frontMatter.problem !== undefined) return [];
    const { license, license_name: name, license_link: link } = frontMatter.data;
    const stated = Array.isArray(license) ? license : [license];
    if (!stated.some((one) => typeof one === "string" && /^other$/i.test(one.trim()))) return [];
    const isSaid = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
    if (isSaid(name) && isSaid(link)) return [];
    return [
      { rule: "license-other", level: "warning", ...told("license.other"), ...at({ path, lines: frontMatter.lines }) },
    ];
  });
}
