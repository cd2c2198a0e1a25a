/** The gallery's page, from what is kept. Nothing that was read in a repository reaches it unescaped. */
import { FRAMEWORKS } from "../../src/frameworks/frameworks.ts";
import { plural } from "../../src/messages/en/names.ts";
import { en } from "../../src/messages/en.ts";
import { frameworkTitle, ruleWords, VERDICT_SYMBOLS } from "../../src/report/framework-rows.ts";
import { code, text } from "../../src/report/markdown/escape.ts";
import { addressLink, fileLink, type Place } from "../../src/report/markdown/links.ts";
import { SYMBOLS } from "../../src/report/rows.ts";
import { isLaw } from "./kept.ts";
import { ROOMS } from "./list.ts";
import { MISTAKES, REVIEWED } from "./review.ts";
import type { Kept, KeptPlace, KeptPlaces, Mistake } from "./schema.ts";

type Lines = readonly string[];
type KeptFramework = Kept["frameworks"][number];

const row = (cells: Lines): string => `| ${cells.join(" | ")} |`;
const table = (head: Lines, rows: readonly Lines[]): Lines =>
  rows.length === 0 ? [] : [row(head), row(head.map(() => ":--")), ...rows.map(row), ""];
const placeOf = ({ repository, commit }: Kept): Place => {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo, head: commit };
};

/**
 * @param all what is kept, in any order; rooms of which nothing is kept are left out
 * @param mistakes what the review found wrong in it
 */
export function pageOf(all: readonly Kept[], mistakes: readonly Mistake[] = MISTAKES): string {
  const byName = new Map(all.map((kept) => [kept.repository, kept]));
  const rooms = ROOMS.map(({ title, repositories }) => ({
    title,
    shown: repositories.flatMap(({ repository, remark }) => {
      const kept = byName.get(repository);
      return kept === undefined ? [] : [{ kept, remark }];
    }),
  })).filter(({ shown }) => shown.length > 0);
  return `${[
    ...INTRODUCTION,
    ...table(
      ["repository", "commit of", "what Openness says"],
      rooms.flatMap(({ shown }) =>
        shown.map(({ kept }) =>
          overviewOf(
            kept,
            mistakes.some(({ repository, about }) => repository === kept.repository && about === "model"),
          ),
        ),
      ),
    ),
    ...LEGEND,
    ...rooms.flatMap(({ title, shown }) => [
      `## ${title}`,
      "",
      ...shown.flatMap(({ kept, remark }) =>
        sectionOf({
          kept,
          remark,
          mistakes: mistakes.filter(({ repository }) => repository === kept.repository),
        }),
      ),
    ]),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

const INTRODUCTION: Lines = [
  "# What Openness says about …",
  "",
  "<!-- Written by `npm run gallery -- DIR --update` from fixtures/gallery; do not edit. -->",
  "",
  "Openness was run on public repositories that many people know, and this page tells what it said: facts, and where they",
  "are written. It is no ranking and no judgement of the people who made these models.",
  "",
  "- **The repository alone was read**, at the commit that each section names. What lies elsewhere (weights on a hub, a paper,",
  "  a data set) is shown as linked where the repository links it. No host was asked, so that a license that only a hub's",
  "  page states is not known here: “no license” means that this repository states none for it, and “missing” that it",
  "  was not found in this repository.",
  "- **A release is often spread over several repositories.** Each is read by itself; what one lacks another may hold.",
  "- **“Could not be told” is not “no”.**",
  "- Frameworks beside the Model Openness Framework are advisory. What is said of the EU AI Act is which evidence was found,",
  "  not whether anybody complies.",
  "- **The page was held against the files it speaks of.** What was found wrong is told at the head of a section and marked ✋",
  "  below, until the program says it right.",
  "- **Is something wrong here?** Open an issue and name the section, the line and what is right: it is mended in the rule, and",
  "  this page is written anew. Whoever has the checkouts can repeat all of it: `npm run gallery -- DIR`.",
  "",
];

const LEGEND: Lines = [
  "Places are linked at the commit that was read. The sentences are the program's own.",
  "[artifacts.md](artifacts.md) and [licenses.md](licenses.md) tell how artifacts and licenses are recognised, and",
  "[frameworks/](frameworks) what each framework asks.",
  "",
];

function overviewOf({ repository, date, isModelRepository, title }: Kept, isWrong: boolean): Lines {
  // GitHub's anchors keep letters, digits, hyphens and underscores of a heading, in small letters.
  const anchor = repository.toLowerCase().replace(/[^\p{L}\p{N}_-]/gu, "");
  return [
    `[${text(repository)}](#${anchor})`,
    date,
    `${isWrong ? "✋ " : ""}${isModelRepository ? text(title) : "Not a model repository"}`,
  ];
}

interface Section {
  readonly kept: Kept;
  readonly remark: string | undefined;
  readonly mistakes: readonly Mistake[];
}

function sectionOf({ kept, remark, mistakes }: Section): Lines {
  const { repository, commit, date, read, isModelRepository } = kept;
  const tree = `https://github.com/${repository}/tree/${commit}`;
  return [
    `### ${text(repository)}`,
    "",
    `Commit [${commit.slice(0, 12)}](${tree}) of ${date}, read on ${read}.${remark === undefined ? "" : ` ${remark}`}`,
    "",
    ...mistakesOf(kept, mistakes),
    ...(isModelRepository ? modelOf(kept, mistakes) : [`**Not a model repository.** ${text(kept.because)}`, ""]),
    ...findingsOf(kept),
  ];
}

/** What the review found wrong, before what it corrects. */
function mistakesOf(kept: Kept, mistakes: readonly Mistake[]): Lines {
  if (mistakes.length === 0) return [];
  const place = placeOf(kept);
  const lines = mistakes.map(({ about, right, at }) => {
    const where = at === undefined ? "" : ` · ${fileLink(place, at.path, at.lines, 60)}`;
    return `- *${nameOf(about)}*: ${text(right, 500)}${where}`;
  });
  return [`✋ **Not right below**, as reading the repository showed (${REVIEWED}):`, "", ...lines, ""];
}

/** What an artifact or a requirement is called. */
function nameOf(about: Mistake["about"]): string {
  if (about === "model") return "Model repository";
  const artifact = Object.entries(en.component).find(([id]) => id === about)?.[1];
  const titles = FRAMEWORKS.flatMap(({ id }) => ruleWords(id, about, en)?.title ?? []);
  return text(artifact ?? titles[0] ?? about);
}

function modelOf(kept: Kept, mistakes: readonly Mistake[]): Lines {
  const wrong = new Set<string>(mistakes.map(({ about }) => about));
  return [
    ...table(["framework", "verdict", "why"], [mofRow(kept), ...frameworkRows(kept, wrong)]),
    ...asideOf(kept),
    ...artifactsOf(kept, wrong),
    ...requirementsOf(kept, wrong),
  ];
}

const mofRow = ({ title, artifacts }: Kept): Lines => {
  const all = Object.values(artifacts);
  const open = all.filter(({ state }) => state === "open" || state === "covered").length;
  return [
    "Model Openness Framework",
    `**${text(title)}**`,
    `${open} of the ${all.length} artifacts ${open === 1 ? "is" : "are"} open here`,
  ];
};

const wordOf = (id: string, verdict: KeptFramework["verdict"]): string =>
  `${VERDICT_SYMBOLS[verdict]} ${en.frameworkFace[isLaw(id) ? "evidence" : "verdict"][verdict]}`;
const titleOf = (id: string): string =>
  text(frameworkTitle({ id, title: FRAMEWORKS.find((one) => one.id === id)?.title ?? id }, en));

/** Those that apply, each with the sentence that its verdict rests on. */
const frameworkRows = ({ frameworks }: Kept, wrong: ReadonlySet<string>): readonly Lines[] =>
  frameworks
    .filter(({ verdict }) => verdict !== "not-applicable")
    .map(({ id, verdict, requirements }) => {
      const deciding = requirements.filter((one) => one.verdict === verdict);
      const [first] = deciding;
      const others = deciding.length > 1 ? ` And ${plural(deciding.length - 1, "more requirement")}.` : "";
      return [
        titleOf(id),
        wordOf(id, verdict),
        first === undefined ? "" : `${handOf(first.id, wrong)}${text(first.because)}${others}`,
      ];
    });

function asideOf({ frameworks }: Kept): Lines {
  const aside = frameworks.filter(({ verdict }) => verdict === "not-applicable").map(({ id }) => titleOf(id));
  return aside.length === 0 ? [] : [`What these ask does not apply here: ${aside.join("; ")}.`, ""];
}

function artifactsOf(kept: Kept, wrong: ReadonlySet<string>): Lines {
  const place = placeOf(kept);
  const found = Object.entries(kept.artifacts).filter(([, { places }]) => places.shown.length > 0);
  const missing = Object.entries(kept.artifacts).filter(([, { places }]) => places.shown.length === 0);
  const rows = found.map(([id, { state, presence, note, license, places }]) => [
    en.component[id as keyof typeof en.component],
    `${handOf(id, wrong)}${SYMBOLS[state]} ${en.state[state]}${presence === "linked" ? ", linked" : ""}${
      note === undefined ? "" : `: ${text(note, 200)}`
    }`,
    license === null ? "" : licenseCell(license, place),
    placesIn(places, place, 2),
  ]);
  const named = (state: string) =>
    missing
      .filter(([, one]) => one.state === state)
      .map(([id]) => `${handOf(id, wrong)}${en.artifact[id as keyof typeof en.artifact]}`);
  return [
    ...table(["artifact", "state", "license, and what states it", "where"], rows),
    ...(["absent", "optional", "undetermined", "covered"] as const).flatMap((state) => {
      const names = named(state);
      return names.length === 0 ? [] : [`${SYMBOLS[state]} ${capital(en.state[state])}: ${names.join(", ")}.`, ""];
    }),
  ];
}

/** Marks what the review found wrong. */
const handOf = (id: string, wrong: ReadonlySet<string>): string => (wrong.has(id) ? "✋ " : "");

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

function licenseCell(
  { id, path, lines, limits }: NonNullable<Kept["artifacts"]["datasets"]["license"]>,
  place: Place,
): string {
  const limited = limits.length === 0 ? "" : `: ${limits.map((limit) => text(limit, 60)).join(", ")}`;
  return `${id === null ? en.face.notNamed : code(id, 60)}${limited} (${fileLink(place, path, lines, 44)})`;
}

/** @param most links that are drawn; the others are counted */
function placesIn({ shown, more }: KeptPlaces, place: Place, most: number): string {
  const links = shown.slice(0, most).map((one) => placeLink(one, place));
  const rest = more + shown.length - links.length;
  return [...links, ...(rest === 0 ? [] : [`${rest} more`])].join(", ");
}

function placeLink(one: KeptPlace, place: Place): string {
  if ("path" in one) return fileLink(place, one.path, one.lines, 44);
  const { url, writtenAt } = one;
  const written = writtenAt === undefined ? "" : ` (${fileLink(place, writtenAt.path, writtenAt.lines, 30)})`;
  return `${addressLink(url, 44)}${written}`;
}

/** Every requirement of the frameworks that apply, folded. */
function requirementsOf(kept: Kept, wrong: ReadonlySet<string>): Lines {
  const place = placeOf(kept);
  const told = kept.frameworks.filter(({ verdict }) => verdict !== "not-applicable");
  const lines = told.flatMap(({ id, verdict, requirements }) => [
    `- **${titleOf(id)}**: ${wordOf(id, verdict)}`,
    ...requirements
      .filter((one) => one.verdict !== "not-applicable")
      .map((one) => {
        const title = text(ruleWords(id, one.id, en)?.title ?? one.id);
        const places = one.places.shown.length === 0 ? "" : ` · ${placesIn(one.places, place, 1)}`;
        return `  - ${handOf(one.id, wrong)}${VERDICT_SYMBOLS[one.verdict]} *${title}*: ${text(one.because, 500)}${places}`;
      }),
  ]);
  if (lines.length === 0) return [];
  return ["<details><summary>Requirement by requirement</summary>", "", ...lines, "", "</details>", ""];
}

function findingsOf(kept: Kept): Lines {
  if (!kept.isModelRepository && kept.findings.every(({ level }) => level === "notice")) return [];
  const place = placeOf(kept);
  const lines = kept.findings.map(({ message, place: at }) => {
    const where = at === null ? "" : ` · ${fileLink(place, at.path, at.lines, 60)}`;
    return `- ${text(message, 600)}${where}`;
  });
  return lines.length === 0 ? [] : ["Also told:", "", ...lines, ""];
}
