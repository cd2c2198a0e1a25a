/** The MOF file of what was found: complete and valid, nothing to fill in. Without a date, since a report has no clock. */
import { mofFace } from "../formats/mof.ts";
import type { Template } from "./template.ts";

export const mofFile: Template = {
  path: "mof.yml",
  comment: "hash",
  write: (_, report) => mofFace(report, { created: new Date(0) }),
};

/** The same file for an address that holds less: components and licenses stay, and where they are is left out. */
export const withoutPaths = (text: string): string =>
  text.replace(/^ {0,12}(?:component_path|license_path): .*\n/gm, "");
