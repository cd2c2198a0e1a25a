/** Licenses that take something away, as findings on the lines that state them, for the check run's annotations. */
import type { Messages } from "../../messages/en.ts";
import { restrictionWord } from "../language.ts";
import { visible } from "../markdown/escape.ts";
import type { ReportFinding } from "../schema.ts";
import type { Difference } from "./difference.ts";
import { isHarsher, type LicenseChange, type StatedLicense } from "./license-change.ts";

/** One finding for each harsher license, on the clause that came, else on what states the license; plain text. */
export const differenceAnnotations = ({ licenses }: Difference, messages: Messages): readonly ReportFinding[] =>
  licenses.filter(isHarsher).flatMap((change) => {
    const { path, lines: stated } = change.after;
    if (path === undefined) return [];
    const lines = change.clauses[0]?.lines ?? stated;
    const place = lines === undefined ? {} : { lines: [lines[0], lines[1]] as [number, number] };
    return [{ rule: "license-change", level: "warning", message: sentenceOf(change, messages), path, ...place }];
  });

function sentenceOf({ kind, of, before, after, categories, clauses }: LicenseChange, messages: Messages): string {
  const { difference, component, enumerate, face } = messages;
  const side = ({ license, path, covers }: StatedLicense): string =>
    visible(covers ?? license ?? (path === undefined ? difference.none : face.notNamed), 60);
  const sentence = difference.license[kind]({
    what: "file" in of ? visible(of.file, 200) : enumerate(of.artifacts.map((id) => component[id])),
    before: side(before),
    after: side(after),
    limits: categories.slice(0, 6).map((category) => restrictionWord(messages, category)),
  });
  const quotes = clauses.slice(0, 3).map(({ quote }) => difference.clause(visible(quote, 240)));
  return [sentence, ...quotes].join("\n");
}
