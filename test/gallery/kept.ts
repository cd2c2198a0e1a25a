/** From a report to what is kept of it, and what is another between two kept files. */
import { FRAMEWORKS } from "../../src/frameworks/frameworks.ts";
import { en } from "../../src/messages/en.ts";
import { frameworkRows } from "../../src/report/framework-rows.ts";
import { linesLabel } from "../../src/report/markdown/links.ts";
import { classRows } from "../../src/report/rows.ts";
import type { ComponentReport, Report } from "../../src/report/schema.ts";
import { limitWords, titleOf } from "../../src/report/verdict.ts";
import { type Kept, type KeptPlace, type KeptPlaces, keptSchema } from "./schema.ts";

/** More places than these are counted: the page is to be read. */
const SHOWN_PLACES = 3;

/**
 * What is kept of a report. Sentences are English, as the report's faces have them.
 * @param date of the commit
 * @param read today
 */
export function keptOf(repository: string, report: Report, date: string, read: string): Kept {
  const rows = classRows(report, en).flatMap(({ rows }) => rows);
  return keptSchema.parse({
    repository,
    commit: report.subject.commit ?? "",
    date,
    read,
    isModelRepository: report.isModelRepository,
    because: report.isModelRepositoryBecause,
    class: report.mof.class,
    title: titleOf(report, en),
    artifacts: Object.fromEntries(
      rows.map(({ id, state, component }) => [
        id,
        {
          state,
          presence: component.presence,
          ...(component.note === undefined ? {} : { note: component.note }),
          license: licenseOf(component),
          places: placesOf(component.evidence),
        },
      ]),
    ),
    frameworks: frameworkRows(report, en).map(({ id, verdict, requirements }) => ({
      id,
      verdict,
      requirements: requirements.map((one) => ({
        id: one.id,
        verdict: one.verdict,
        because: one.because,
        places: placesOf(one.evidence),
      })),
    })),
    findings: report.findings.map(({ rule, level, message, path, lines, elsewhere }) => ({
      rule,
      level,
      message,
      place: path === undefined || elsewhere === true ? null : { path, ...(lines === undefined ? {} : { lines }) },
    })),
  });
}

function licenseOf({ license }: ComponentReport): Kept["artifacts"]["datasets"]["license"] {
  if (license === null) return null;
  const { id, source, open } = license;
  return { id, ...placeAt(source), limits: open === false ? [...limitWords(license, en)] : [] };
}

type Found = ComponentReport["evidence"][number] | Report["frameworks"][string]["requirements"][number]["evidence"][0];

function placesOf(evidence: readonly Found[]): KeptPlaces {
  const all = evidence.flatMap((one) => placeOf(one) ?? []);
  return { shown: all.slice(0, SHOWN_PLACES), more: Math.max(0, all.length - SHOWN_PLACES) };
}

function placeOf(one: Found): KeptPlace | undefined {
  if (one.path !== undefined) return placeAt({ path: one.path, lines: one.lines });
  if (!("url" in one) || one.url === undefined) return undefined;
  return { url: withoutSecrets(one.url), ...(one.writtenAt === undefined ? {} : { writtenAt: one.writtenAt }) };
}

const SECRET = /token|key|secret|signature|password|credential/i;

/** An address as the repository has it, but for access tokens: they were published, and need not be spread. */
function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const secret = [...url.searchParams.keys()].filter((name) => SECRET.test(name));
  if (secret.length === 0) return address;
  for (const name of secret) url.searchParams.delete(name);
  return url.href;
}

const placeAt = ({
  path,
  lines,
}: {
  readonly path: string;
  readonly lines?: readonly [number, number] | undefined;
}) => ({
  path,
  ...(lines === undefined ? {} : { lines: [lines[0], lines[1]] as [number, number] }),
});

/** A kept file as it is written: a line for each artifact, requirement and finding, so that changes read well. */
export function writtenKept({ artifacts, frameworks, findings, ...head }: Kept): string {
  const facts = Object.entries(head).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const rows = Object.entries(artifacts).map(([id, one]) => `  ${JSON.stringify(id)}: ${JSON.stringify(one)}`);
  const judged = frameworks.map(({ id, verdict, requirements }) => {
    const each = requirements.map((one) => `\n   ${JSON.stringify(one)}`).join(",");
    return `  {"id": ${JSON.stringify(id)}, "verdict": ${JSON.stringify(verdict)}, "requirements": [${each}]}`;
  });
  const told = findings.map((one) => `  ${JSON.stringify(one)}`);
  return [
    "{",
    ...facts,
    ` "artifacts": {\n${rows.join(",\n")}\n },`,
    ` "frameworks": [${judged.length === 0 ? "" : `\n${judged.join(",\n")}\n `}],`,
    ` "findings": [${told.length === 0 ? "" : `\n${told.join(",\n")}\n `}]`,
    "}\n",
  ].join("\n");
}

/** What the second says otherwise than the first, in lines to read; the day of reading is no difference. */
export function differences(before: Kept, after: Kept): string[] {
  const [was, is] = [statements(before), statements(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [left, right] = [was.get(key), is.get(key)];
    return left === right ? [] : [`${key}: ${left ?? "(not said)"} → ${right ?? "(not said)"}`];
  });
}

function statements({ read: _, artifacts, frameworks, findings, ...head }: Kept): Map<string, string> {
  const said = new Map(Object.entries(head).map(([key, value]) => [key, `${value}`]));
  for (const [id, { state, presence, note = "", license, places }] of Object.entries(artifacts)) {
    const from =
      license === null ? "no license" : `${license.id} (${placeWords(license)}) ${license.limits.join(", ")}`;
    said.set(id, [presence, state, from, placesWords(places), note].filter(Boolean).join(" · "));
  }
  for (const { id, verdict, requirements } of frameworks) {
    said.set(id, verdict);
    for (const { id: rule, verdict: one, because, places } of requirements)
      said.set(rule, [one, because, placesWords(places)].filter(Boolean).join(" · "));
  }
  for (const { rule, level, message, place } of findings)
    said.set(`finding ${rule}: ${message} ${place === null ? "" : placeWords(place)}`.trim(), level);
  return said;
}

const placesWords = ({ shown, more }: KeptPlaces): string =>
  [...shown.map(placeWords), ...(more === 0 ? [] : [`${more} more`])].join(", ");

function placeWords(place: KeptPlace): string {
  if ("path" in place) return `${place.path}${linesLabel(place.lines)}`;
  const { url, writtenAt } = place;
  return writtenAt === undefined ? url : `${url} (${placeWords(writtenAt)})`;
}

/** Whether a framework is a law, of which a repository shows evidence alone. */
export const isLaw = (id: string): boolean => FRAMEWORKS.find((one) => one.id === id)?.isEvidence === true;
