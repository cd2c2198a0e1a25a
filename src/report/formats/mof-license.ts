/** A license as a Model Openness Tool file takes it: one identifier for each component. */
import { isOpen } from "../../license/catalogue.ts";

/** A license that is stated and cannot be named; the tool finds it not open. */
const UNNAMED = "LicenseRef-unknown";

/**
 * The one identifier to enter: of several that apply together one that is not open, as the tool's maintainer records
 * the most restrictive; of a choice one that is open, as an owner would take it.
 */
export function mofLicense(id: string | null): string {
  if (id === null || !/^[\x21-\x7e](?:[\x20-\x7e]{0,498}[\x21-\x7e])?$/.test(id)) return UNNAMED;
  if (!/ (?:AND|OR) /i.test(id)) return named(id);
  const all = id
    .replace(/[()]/g, " ")
    .split(/ AND /i)
    .map((part) => {
      const choices = part.split(/ OR /i).map((choice) => choice.trim());
      return choices.find((choice) => isOpen(choice, "mot")) ?? choices[0] ?? "";
    });
  return named(all.find((one) => !isOpen(one, "mot")) ?? all[0] ?? "");
}

/** What would read as another thing in the file: nothing at all, or PHP's empty "0", or the word for no license. */
const named = (id: string): string =>
  id === "" || id === "0" || id === "unlicensed" || id.length > 200 ? UNNAMED : id;
