/** A license as it is written into a Model Openness Tool file. */
import { oneLicense, UNNAMED_LICENSE } from "../../frameworks/mof/one-license.ts";

/** The one identifier to enter; what is no line of plain characters cannot stand in the file and has no name there. */
export function mofLicense(id: string | null): string {
  if (id === null || !/^[\x21-\x7e](?:[\x20-\x7e]{0,498}[\x21-\x7e])?$/.test(id)) return UNNAMED_LICENSE;
  return named(oneLicense(id));
}

/** What would read as another thing in the file: nothing at all, or PHP's empty "0", or the word for no license. */
const named = (id: string): string =>
  id === "" || id === "0" || id === "unlicensed" || id.length > 200 ? UNNAMED_LICENSE : id;
