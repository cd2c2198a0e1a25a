/**
 * `CITATION.cff` in Citation File Format 1.2.0 (schema guide, "Valid keys"): valid as it is, and silent about a paper until
 * its author fills in which.
 */
import { stringify } from "yaml";
import type { Known } from "./known.ts";
import type { Template } from "./template.ts";

export const citation: Template = {
  path: "CITATION.cff",
  comment: "hash",
  write: (known) =>
    [
      stringify(
        {
          "cff-version": "1.2.0",
          message: "If you use this model, please cite it.",
          type: "software",
          title: known.model,
          authors: [{ name: known.producer ?? "The authors" }],
        },
        { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" },
      ).trimEnd(),
      ...preferred(known),
      "",
    ].join("\n"),
};

const preferred = ({ paper }: Known): string[] => [
  "# The paper about this model: remove the signs of comments and fill in.",
  ...(paper === undefined ? [] : [`# Found by the audit: ${paper}`]),
  "# preferred-citation:",
  "#   type: article",
  "#   title: TITLE OF THE PAPER",
  "#   authors:",
  "#     - family-names: FAMILY",
  "#       given-names: GIVEN",
  "#   year: YEAR",
  "#   url: https://ADDRESS.OF/THE/PAPER",
];
