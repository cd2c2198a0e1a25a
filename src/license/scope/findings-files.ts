import type { Facts } from "../../evidence/facts.ts";
import { say, told } from "../../messages/said.ts";
import type { LicenseEvidence } from "./collect.ts";
import type { LicenseFile } from "./files.ts";
import type { LicenseFinding } from "./findings.ts";

/** Findings about license and policy files: those that could not be read, hold no license, or restrict. */
export function licenseFileFindings(facts: Facts, { files }: LicenseEvidence): LicenseFinding[] {
  return files.flatMap((file) =>
    file.kind === "policy" ? restricting(file) : [...unread(file, files), ...empty(file, facts), ...toReview(file)],
  );
}

function at(file: LicenseFile, lines: readonly [number, number] = [1, 1]): Pick<LicenseFinding, "path" | "lines"> {
  return { path: file.path, lines: [lines[0], lines[1]] };
}

const PDF = /\.pdf$/i;

function unread(file: LicenseFile, files: readonly LicenseFile[]): LicenseFinding[] {
  if (file.identification !== undefined) return [];
  if (!PDF.test(file.path))
    return [{ rule: "license-not-read", level: "warning", ...told("license.notRead"), ...at(file) }];
  const name = stem(file.path);
  const isThereAsText = files.some((other) => other.identification !== undefined && stem(other.path) === name);
  return isThereAsText ? [] : [{ rule: "license-pdf", level: "warning", ...told("license.onlyPdf"), ...at(file) }];
}

/** Path without its extension, so that a PDF and the text beside it have one name. */
function stem(path: string): string {
  return path.replace(/\.(pdf|txt|md|rst)$/i, "").toLowerCase();
}

/** Words of a file that is a name and no license. */
const NAME_WORDS = 6;
const ADDRESS_ONLY = /^(?:\w{1,20}[:：]?\s{1,5}){0,4}<?https?:\/\/\S{3,300}$/;

function empty(file: LicenseFile, facts: Facts): LicenseFinding[] {
  const content = facts.snapshot.contents.get(file.path);
  if (content?.kind !== "text" || content.text.length > 1000) return [];
  const text = content.text.trim();
  // A short license text is one all the same.
  if (text === "" || file.identification?.licenses.some(({ how }) => how === "text") === true) return [];
  const code = ADDRESS_ONLY.test(text)
    ? "license.onlyAddress"
    : text.split(/\s{1,200}/).length <= NAME_WORDS
      ? "license.onlyName"
      : undefined;
  return code === undefined ? [] : [{ rule: "license-file-empty", level: "warning", ...told(code), ...at(file) }];
}

const MOST_REVIEWED = 3;

function toReview(file: LicenseFile): LicenseFinding[] {
  return (file.identification?.review ?? []).slice(0, MOST_REVIEWED).map((lines) => ({
    rule: "license-terms-to-review",
    level: "warning",
    ...told("license.toReview"),
    ...at(file, lines),
  }));
}

function restricting(file: LicenseFile): LicenseFinding[] {
  const restrictions = file.identification?.restrictions ?? [];
  const first = restrictions[0];
  if (first === undefined || file.identification?.open !== false) return [];
  const categories = [...new Set(restrictions.map(({ category }) => category))];
  const limits = categories.map((category) => say(`restriction.${category}`));
  return [{ rule: "license-policy", level: "warning", ...told("license.policy", limits), ...at(file, first.lines) }];
}
