/** How values of both engines are read, so that callers see no difference. */

/** Type numbers of PostgreSQL's catalogue (pg_type.dat); they never change. */
const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;

const parseInt8 = (text: string): number | bigint => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
};
const parseInt8Array = (text: string): (number | bigint | null)[] =>
  text === "{}"
    ? []
    : text
        .slice(1, -1)
        .split(",")
        .map((item) => (item === "NULL" ? null : parseInt8(item)));

/** Where the engines' own ways differ: whole numbers of 64 bits, and days, which have no time zone. */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: parseInt8,
  [INT8_ARRAY]: parseInt8Array,
  [DATE]: (text) => text,
};
