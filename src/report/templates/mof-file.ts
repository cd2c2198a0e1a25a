/** The MOF file of what was found: complete and valid, nothing to fill in. Without a date, since a report has no clock. */
import { oneLicense } from "../../frameworks/mof/one-license.ts";
import { stateOf } from "../../frameworks/mof/state.ts";
import { isOpen } from "../../license/catalogue.ts";
import { mofFace } from "../formats/mof.ts";
import type { Report } from "../schema.ts";
import type { Template } from "./template.ts";

export const mofFile: Template = {
  path: "mof.yml",
  comment: "hash",
  write: ({ serverUrl }, report) =>
    mofFace(withoutOpenNames(report), { created: new Date(0), ...(serverUrl === undefined ? {} : { serverUrl }) }),
};

/** The same file for an address that holds less: components and licenses stay, and where they are is left out. */
export const withoutPaths = (text: string): string =>
  text.replace(/^ {0,12}(?:component_path|license_path): .*\n/gm, "");

/**
 * Terms that are not open go by no open license's name: who adds more terms to Apache-2.0 has an identifier that the Model
 * Openness Tool counts as open. The tool's own view of the report keeps the identifier and tells the difference; a file
 * that the owner commits would claim it.
 */
function withoutOpenNames(report: Report): Report {
  const components = Object.entries(report.components).map(([id, component]) => {
    const { license } = component;
    const claims = license !== null && isOpen(oneLicense(license.id), "mot") === true;
    return claims && stateOf(component) !== "open"
      ? [id, { ...component, license: { ...license, id: null } }]
      : [id, component];
  });
  return { ...report, components: Object.fromEntries(components) as Report["components"] };
}
