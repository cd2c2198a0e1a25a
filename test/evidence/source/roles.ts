import { analyseSource } from "../../../src/evidence/source/analyse.ts";

/** The roles of a text as `role strength`, in the order of the marks, without repeats. */
export function rolesOf(path: string, text: string): string[] {
  const marks = analyseSource(path, "0".repeat(40), text).roles.map(({ role, strength }) => `${role} ${strength}`);
  return [...new Set(marks)];
}

/** The references of a text as `kind id`. */
export function referencesOf(path: string, text: string): string[] {
  return analyseSource(path, "0".repeat(40), text).references.map(({ kind, id }) => `${kind} ${id}`);
}
