import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Document, Link } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import { told } from "../../messages/said.ts";
import { normalizeLicenseName } from "../names.ts";
import type { LicenseEvidence } from "./collect.ts";
import type { LicenseFinding } from "./findings.ts";

/** Findings about links to licenses: to files that are not there, and to what another repository is under. */
export function linkFindings(facts: Facts, { files }: LicenseEvidence): LicenseFinding[] {
  const documents = releaseDocuments(facts).filter(({ path }) => !files.some((file) => file.path === path));
  return [...brokenLinks(facts), ...linksElsewhere(facts, documents)];
}

function brokenLinks(facts: Facts): LicenseFinding[] {
  if (!facts.snapshot.complete) return [];
  const paths = facts.snapshot.entries.map(({ path }) => path);
  const known = new Set(paths);
  const isThere = (target: string): boolean => {
    const path = target.replace(/\/+$/, "");
    return known.has(path) || paths.some((one) => one.startsWith(`${path}/`));
  };
  return facts.documents.flatMap((document) =>
    document.links.flatMap((link): LicenseFinding[] => {
      const { target } = link;
      if (target.kind !== "file" || !/licen[cs]e|copying/i.test(target.path) || isThere(target.path)) return [];
      return [
        {
          rule: "license-link-broken",
          level: "warning",
          ...told("license.linkBroken", target.path),
          path: document.path,
          lines: [link.line, link.line],
        },
      ];
    }),
  );
}

/** Sentences about somebody else's work, which has its own license. */
const OTHERS =
  /\b(third[- ]party|adapted|derived|based on|borrow(s|ed)?|built (on|upon)|thanks?|original(ly)?|forked?|base model|dependenc(y|ies))\b|致谢|基于/i;
const BADGE = /^https?:\/\/img\.shields\.io\/github\/license\/([\w.-]{1,60})\/([\w.-]{1,100}?)(?:\.svg)?(?:[?#]|$)/i;
const LICENSE_FILE = /(^|\/)(un)?licen[cs]e[^/]{0,60}$|(^|\/)copying[^/]{0,20}$/i;
/** "License", "our LICENSE file": words that speak of this repository unless they say otherwise. */
const OWN_LICENSE = /^\W{0,5}(?:the |our |this )?licen[cs]e(?: file| badge)?\W{0,5}$/i;

/** A link that is called by its license's own name, as "MIT License", speaks of this repository too; a house's license does not. */
function speaksOfThis(text: string): boolean {
  const words = text.slice(0, 100);
  if (OWN_LICENSE.test(words)) return true;
  const id = normalizeLicenseName(words.replace(/^licen[cs]e:\s{0,3}/i, ""))?.id;
  return id !== undefined && !id.startsWith("LicenseRef-");
}

const MOST = 5;

function linksElsewhere(facts: Facts, documents: readonly Document[]): LicenseFinding[] {
  const own = facts.snapshot.repository;
  if (own === undefined) return [];
  const found = new Map<string, LicenseFinding>();
  for (const document of documents) {
    for (const link of document.links) {
      const repository = repositoryOf(link);
      if (repository === undefined || isSame(repository, own) || isAboutOthers(document, link)) continue;
      const name = `${repository.owner}/${repository.name}`;
      const key = `${document.path} ${name.toLowerCase()}`;
      if (found.has(key) || found.size >= MOST) continue;
      found.set(key, {
        rule: "license-elsewhere",
        level: "notice",
        ...told("license.elsewhere", name),
        path: document.path,
        lines: [link.line, link.line],
      });
    }
  }
  return [...found.values()];
}

interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** The repository whose license a badge shows or a link opens, when the words do not say that it is another's. */
function repositoryOf({ target, text, url }: Link): Repository | undefined {
  if (target.kind === "badge") {
    const [, owner, name] = BADGE.exec(url.slice(0, 300)) ?? [];
    return owner === undefined || name === undefined ? undefined : { owner, name };
  }
  if (target.kind !== "github" || target.page !== "file") return undefined;
  return LICENSE_FILE.test(target.path ?? "") && speaksOfThis(text)
    ? { owner: target.owner, name: target.repo }
    : undefined;
}

/** A repository that was renamed, moved or forked keeps its name or its owner's links; that is no mistake in the license. */
function isSame(a: Repository, b: Repository): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase();
}

function isAboutOthers(document: Document, link: Link): boolean {
  const section = link.section === undefined ? undefined : document.sections[link.section];
  const elsewhere = section?.topics.some((topic) => topic === "acknowledgements" || topic === "related-work") === true;
  return elsewhere || OTHERS.test(link.context);
}
