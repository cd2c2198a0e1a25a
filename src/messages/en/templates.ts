/** What the comment offers for artifacts that are missing: pages on which they can be added. */
import { type ClassNumber, className, plural } from "./names.ts";

export const templates = {
  templates: {
    /** Link to a page that holds a new file, filled in as far as is known. */
    add: (path: string) => `Add ${path}`,
    /** Link to a page that changes a file that is there. */
    edit: (path: string) => `Edit ${path}`,
    /** Link to the page that adds the text of a license. */
    license: "Add the license",
    upload: "Upload files",
    /** Summary of a fold that holds what a farther class lacks. */
    farther: (mofClass: ClassNumber, count: number) =>
      `Then, for ${className(mofClass)}: ${plural(count, "artifact", "artifacts")}`,
    optional: "Optional artifacts and files that help",
    mofFile:
      "The MOF file: what was found, in the form of the Model Openness Tool, so that others need not look again.",
    citation: "The citation file: GitHub shows from it how to cite the model.",
  },
};
