/** A license as the Model Openness Tool takes it: one identifier for each component. */
import { isOpen } from "../../license/catalogue.ts";

/** A license that is stated and cannot be named; the tool finds it not open. */
export const UNNAMED_LICENSE = "LicenseRef-unknown";

/**
 * The one identifier to enter for an expression: of several that apply together one that is not open, as the tool's
 * maintainer records the most restrictive; of a choice one that is open, as an owner would take it.
 */
export function oneLicense(expression: string | null): string {
  if (expression === null) return UNNAMED_LICENSE;
  if (!/ (?:AND|OR) /i.test(expression)) return expression;
  const all = expression
    .replace(/[()]/g, " ")
    .split(/ AND /i)
    .map((part) => {
      const choices = part.split(/ OR /i).map((id) => id.trim());
      return choices.find((id) => isOpen(id, "mot")) ?? choices[0] ?? "";
    });
  return all.find((id) => !isOpen(id, "mot")) ?? all[0] ?? "";
}
