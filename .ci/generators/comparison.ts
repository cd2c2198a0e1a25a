/** docs/comparison.md: what fixtures/comparison/ says, each word of other programs a link to where it was read. */
import { addressOf, NOTHING, type Program, readComparison, type Table, UNKNOWN } from "../comparison.ts";

const SUPERSCRIPTS = ["", "²", "³"];

/** One line of a table, and the addresses that its links name. */
function line(row: Table["rows"][number], programs: readonly Program[], links: Map<string, string>): string {
  const cells = programs.map((program) => {
    const cell = row.others[program.id];
    if (cell === undefined) throw new Error(`"${row.point}" says nothing of ${program.name}`);
    if (typeof cell === "string") return cell;
    return cell.read
      .map((source, index) => {
        const address = addressOf(program, source);
        const name = links.get(address) ?? `${program.id}-${links.size + 1}`;
        links.set(address, name);
        return `[${index === 0 ? cell.says : SUPERSCRIPTS[index]}][${name}]`;
      })
      .join(" ");
  });
  const test = `\`${row.test.file}\`: "${row.test.title}"`;
  return `| ${[row.point, row.openness, test, ...cells].join(" | ")} |`;
}

export async function generate(): Promise<ReadonlyMap<string, string>> {
  const { read, programs, tables } = readComparison();
  const links = new Map<string, string>();
  const sections = tables.flatMap(({ title, rows }) => [
    `## ${title}`,
    "",
    `| | Openness | shown by | ${programs.map(({ name }) => name).join(" | ")} |`,
    `|${" --- |".repeat(programs.length + 3)}`,
    ...rows.map((row) => line(row, programs, links)),
    "",
  ]);
  const cells = tables.flatMap(({ rows }) => rows.flatMap(({ others }) => Object.values(others)));
  const unknown = cells.includes(UNKNOWN) ? `, and "${UNKNOWN}" where it could not be found out` : "";
  const lines = [
    "# Beside other Apps",
    "",
    "What a maintainer, an owner and an operator meet in Openness and in eleven programs that check repositories, point by point.",
    "They judge other things than Openness does, and several do more of what they are for; where they do more here, the line says so.",
    "",
    `The programs were read in ${read}, in their source at the commits below and in their documentation. What is said of one is a link`,
    "to where it was read, at that commit or at the one in the address; a small ² or ³ is a second or third place. Each line of",
    "Openness names the test that shows it.",
    `"${NOTHING}" stands where there is no such thing to compare${unknown}.`,
    "",
    "Something is wrong, or no longer so? Change the cell and its source in `fixtures/comparison/`, run `npm run generate`, and send both;",
    "an issue with a link to the line that shows it is as good.",
    "",
    "| program | read at |",
    "| --- | --- |",
    ...programs.map(({ name, repositories }) => {
      const commits = repositories.map(
        (repository) =>
          `[${repository.name}](https://github.com/${repository.name}/tree/${repository.commit}) \`${repository.commit.slice(0, 10)}\``,
      );
      return `| ${name} | ${commits.join(", ")} |`;
    }),
    "",
    ...sections,
    ...[...links].map(([address, name]) => `[${name}]: ${address}`),
    "",
  ];
  return new Map([["docs/comparison.md", lines.join("\n")]]);
}
