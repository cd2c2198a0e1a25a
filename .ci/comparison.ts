/** What fixtures/comparison/ says of Openness and of other programs, checked, and where each word of it was read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const FOLDER = join(import.meta.dirname, "../fixtures/comparison");

/** There is no such thing to compare. */
export const NOTHING = "–";
/** It could not be found out. */
export const UNKNOWN = "·";

const COMMIT = /^[0-9a-f]{40}$/;
const NAME = /^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/;
/** `[owner/name[@commit]:]path[#anchor]`; without a repository it is the program's first one. */
const FILE =
  /^(?:(?<repository>[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100})(?:@(?<commit>[0-9a-f]{40}))?:)?(?<path>[A-Za-z0-9_.+-]{1,80}(?:\/[A-Za-z0-9_.+-]{1,80}){0,15})(?<anchor>#(?:L[1-9]\d{0,5}(?:-L[1-9]\d{0,5})?|[a-z0-9-]{1,80}))?$/;

/** Words that stand in a cell: nothing that would end it, or the link around it. */
const words = z
  .string()
  .min(1)
  .max(90)
  .regex(/^[^|[\]\n]+$/, "a cell holds no bars, brackets or line breaks");

/** A cell about another program: what it says, and where that was read. */
export const cell = z.union([
  z.literal([NOTHING, UNKNOWN]),
  z.strictObject({
    says: words,
    read: z.union([z.string(), z.array(z.string()).min(2).max(3)]).transform((read) => [read].flat()),
  }),
]);

const programs = z.strictObject({
  read: z.string(),
  tables: z.array(z.string().regex(/^[a-z]{1,30}$/)).min(1),
  programs: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]{1,30}$/),
      name: words,
      repositories: z.array(z.strictObject({ name: z.string().regex(NAME), commit: z.string().regex(COMMIT) })).min(1),
      /** Hosts of its own documentation. */
      documentation: z.array(z.string().regex(/^[a-z0-9.-]{4,80}$/)).default([]),
    }),
  ),
});

const table = z.strictObject({
  title: words,
  rows: z.array(
    z.strictObject({
      point: words,
      openness: words,
      test: z.strictObject({ file: z.string().regex(/^test\/[^`]+\.test\.ts$/), title: z.string() }),
      others: z.record(z.string(), cell),
    }),
  ),
});

export type Cell = z.infer<typeof cell>;
export type Program = z.infer<typeof programs>["programs"][number];
export type Table = z.infer<typeof table>;

export interface Comparison {
  /** When the programs were read, as the page says it. */
  readonly read: string;
  readonly programs: readonly Program[];
  readonly tables: readonly Table[];
}

const yamlOf = (name: string): unknown => parse(readFileSync(join(FOLDER, `${name}.yml`), "utf8"));

/** The data of docs/comparison.md. Throws with the place of what is wrong: that is a mistake in this repository. */
export function readComparison(): Comparison {
  const { read, programs: all, tables } = programs.parse(yamlOf("programs"));
  return { read, programs: all, tables: tables.map((name) => table.parse(yamlOf(name))) };
}

/**
 * The address of what a cell cites: a file of one of the program's repositories at a full commit, one of its public threads
 * (`#12`), or a page of its documentation. Throws where it is none of these.
 */
export function addressOf(program: Program, source: string): string {
  const [first] = program.repositories;
  if (/^#[1-9]\d{0,6}$/.test(source)) return `https://github.com/${first!.name}/issues/${source.slice(1)}`;
  if (source.startsWith("https://")) {
    if (program.documentation.includes(new URL(source).host)) return source;
    throw new Error(
      `${program.name}: ${source} is no page of its own documentation (${program.documentation.join(", ")})`,
    );
  }
  const { repository = first!.name, commit, path, anchor = "" } = FILE.exec(source)?.groups ?? {};
  const known = program.repositories.find(({ name }) => name === repository);
  if (path === undefined) throw new Error(`${program.name}: ${source} names no file, thread or page`);
  if (known === undefined) throw new Error(`${program.name}: ${repository} is none of its repositories`);
  return `https://github.com/${known.name}/blob/${commit ?? known.commit}/${path}${anchor}`;
}
