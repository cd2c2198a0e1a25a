/** How much compute a repository's documents say that its model took to train, in floating-point operations. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import { carriesName } from "../../evidence/artifacts/shared/names.ts";
import type { Document, Table } from "../../evidence/documents/document.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { RuleEvidence } from "../framework.ts";

/** Above it, high-impact capabilities are presumed (Regulation (EU) 2024/1689, Article 51(2)). */
export const SYSTEMIC_FLOP = 1e25;
/** Above it, a model that generates language, images or video is taken to be general-purpose (Commission guidelines C(2025) 5045). */
export const GENERAL_PURPOSE_FLOP = 1e23;

export interface Compute {
  /** Floating-point operations in all, never per second. */
  readonly flop: number;
  readonly place: RuleEvidence;
}

/** One petaflop per second for a day. */
const PETAFLOP_DAY = 8.64e19;
/** Fewer than any training that is spoken of in powers of ten, more than anybody can do: not training compute. */
const LEAST = 1e17;
const MOST = 1e30;
const LONGEST = 600;

const NUMBER = "(\\d{1,6}(?:[.,]\\d{1,6}){0,3})";
const UNIT = "(?:FLOPs?\\b|floating[- ]point operations?\\b)";
/** What makes operations into a speed, or those of something smaller than a training. */
const NOT_PER = "(?!\\s?(?:/|per\\b|p/s|-?s\\b))";
const POWER = "\\s?(?:[×x*·]|\\\\times)\\s?10\\s?(?:\\^|\\*\\*)?\\s?[{(]?\\s?\\+?(\\d{2})\\s?[})]?\\$?";
const EXPONENT = "\\s?e\\s?\\+?(\\d{2})";
const FORMS: readonly (readonly [form: RegExp, factor: number])[] = [
  [
    new RegExp(`(?<![\\d.,])${NUMBER}(?:${EXPONENT}|${POWER})\\s{0,2}\\$?(?:training |total )?${UNIT}${NOT_PER}`, "gi"),
    1,
  ],
  [new RegExp(`(?<![\\d.,])${NUMBER}\\s?(?:zetta|Z)(?:-| )?FLOPs?\\b${NOT_PER}`, "g"), 1e21],
  [new RegExp(`(?<![\\d.,])${NUMBER}\\s?(?:yotta|Y)(?:-| )?FLOPs?\\b${NOT_PER}`, "g"), 1e24],
  [new RegExp(`(?<![\\d.,])${NUMBER}\\s?peta-?flops?(?:/s)?[- ]days?\\b`, "gi"), PETAFLOP_DAY],
];
/** In a column or row that is headed with the unit, the number stands alone. */
const BARE = new RegExp(`^[~≈<>]?\\s?${NUMBER}(?:${EXPONENT}|${POWER})\\s?\\$?(?:${UNIT})?$`, "i");

const OF_TRAINING = /train|comput|\bbudget\b|训练|算力|学習|計算/i;
const ASIDE =
  /\b(?:threshold|limit|exceed(?:s|ing)?|AI Act|presum\w{1,8}|systemic|guidelines?|other|than|compared|versus|vs|unlike|estimated? for|per (?:token|step|image|sequence|sample|second|gpu|device|iteration|layer|forward))\b|相比|比較|他の|阈值|閾値/i;
/** Hardware and number formats look like names of models. */
const HARDWARE =
  /^(?:[AHVBPTL]\d{1,4}[A-Z]{0,4}|MI\d{3}X?|TPU-?v?\d{0,2}[a-z]?|v\d[a-z]?|B?FP?-?\d{1,2}|INT\d|GB?\d{0,3}|\d.{0,12})$/i;
const NAME = /\b[A-Z][A-Za-z]{1,20}[- ]?v?\d[\w.-]{0,12}\b/g;

/** Training compute in a sentence; undefined where it says none, or speaks of a speed, of a threshold or of others. */
export function computeIn(sentence: string, names: readonly string[] = []): number | undefined {
  const text = plain(sentence);
  if (text.length > LONGEST || !OF_TRAINING.test(text) || ASIDE.test(text)) return undefined;
  const isOfOthers = (text.match(NAME) ?? []).some((name) => !HARDWARE.test(name) && !carriesName(name, names));
  if (isOfOthers && !carriesName(text, names)) return undefined;
  const amounts = FORMS.flatMap(([form, factor]) =>
    [...text.matchAll(form)].map(([, number, ...exponents]) =>
      amountOf(
        number,
        exponents.find((one) => one !== undefined),
        factor,
      ),
    ),
  ).filter(isTraining);
  return amounts.length === 0 ? undefined : Math.max(...amounts);
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const plain = (text: string): string =>
  text
    .slice(0, LONGEST * 4)
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/g, (digits) => `^${Array.from(digits, (one) => SUPERSCRIPT.indexOf(one)).join("")}`)
    .replaceAll(/\*\*(?!\d)|[`$]/g, "");

function amountOf(number: string | undefined, exponent: string | undefined, factor: number): number {
  const digits = (number ?? "").replaceAll(/,(?=\d{3}(?:\D|$))/g, "").replace(",", ".");
  return Number(digits) * (exponent === undefined ? 1 : 10 ** Number(exponent)) * factor;
}

const isTraining = (flop: number): boolean => Number.isFinite(flop) && flop >= LEAST && flop <= MOST;

const kept = new WeakMap<Facts, readonly Compute[]>();

/** All that the documents state of this model's training, in reading order. GPU hours are no operations and not counted. */
export function statedCompute(facts: Facts): readonly Compute[] {
  const known = kept.get(facts);
  if (known !== undefined) return known;
  const found = releaseDocuments(facts).flatMap((document) => [
    ...inSentences(document, facts.modelNames),
    ...document.tables.flatMap((table) => inTable(document.path, table, facts.modelNames)),
  ]);
  kept.set(facts, found);
  return found;
}

function inSentences({ path, passages }: Document, names: readonly string[]): readonly Compute[] {
  return passages.flatMap(({ text, lines }) => {
    if (!/flop|floating/i.test(text)) return [];
    return text
      .slice(0, 20_000)
      .split(/[。！!;；\n]|\.(?=\s|$)/)
      .flatMap((sentence) => {
        const flop = computeIn(sentence, names);
        return flop === undefined ? [] : [{ flop, place: { path, lines } }];
      });
  });
}

const UNIT_HEAD = /flops?\b|floating[- ]point operations/i;
const isHead = (text: string | undefined): boolean =>
  text !== undefined && UNIT_HEAD.test(text) && OF_TRAINING.test(text) && !ASIDE.test(text) && !/\/s|per/i.test(text);

/** "Training FLOPs" over a column, or before a row, where the other head is this model's or there is but one. */
function inTable(path: string, { headers, rows, lines }: Table, names: readonly string[]): readonly Compute[] {
  const cells = rows.slice(0, 200).flatMap((row) => {
    const label = row[0] ?? "";
    return row.slice(1).flatMap((cell, index) => {
      const head = headers[index + 1] ?? "";
      const isOurs = (name: string): boolean => carriesName(name, names);
      const byRow = isHead(label) && (row.length === 2 || isOurs(head));
      const byColumn = isHead(head) && isOurs(label);
      return byRow || byColumn ? [cell] : [];
    });
  });
  return cells.flatMap((cell) => {
    const [, number, ...exponents] = BARE.exec(plain(cell).trim().slice(0, 60)) ?? [];
    const flop = amountOf(
      number,
      exponents.find((one) => one !== undefined),
      1,
    );
    return number !== undefined && isTraining(flop) ? [{ flop, place: { path, lines } }] : [];
  });
}

/** Hours of accelerators, which are stated more often than operations and are none. */
export const ACCELERATOR_HOURS =
  /\b(?:GPU|TPU|NPU|accelerator|A100|H100|H800|V100)(?:[- ]chip)?[- ]hours?\b|GPU\s?(?:小时|時間)/i;
