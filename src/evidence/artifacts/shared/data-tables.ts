import type { Table } from "../../documents/document.ts";

const WHAT =
  /^(data|dataset|data ?source|sources?|subsets?|corpus|corpora|domains?|components?|languages?|数据集?|数据来源|来源|语料|データ|データセット|コーパス)\b|^(数据|来源|语料|データ)/i;
const HOW_MUCH =
  /\b(tokens?|size|documents?|docs|samples?|examples?|rows|hours|words|images|pairs|proportion|sampling|weight|ratio|percent(age)?|epochs|disk|gb|tb)\b|%|数量|占比|トークン|件数/i;

/** Rows that give an amount before a table says what the data is made of. */
const MIN_ROWS = 3;

/** A table of what the training data is made of: sources in the first column, amounts beside them. */
export function isDataTable(table: Table): boolean {
  const [first = "", ...others] = table.headers;
  if (!WHAT.test(first.trim()) || !others.some((header) => HOW_MUCH.test(header))) return false;
  return table.rows.filter((row) => row.slice(1).some((cell) => /\d/.test(cell))).length >= MIN_ROWS;
}
