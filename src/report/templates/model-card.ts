/**
 * A model card with the sections that Hugging Face's template asks for (huggingface_hub, `modelcard_template.md`; Mitchell
 * et al. 2019), and front matter that the Hub takes (Hub documentation, "Model Cards").
 */
import { stringify } from "yaml";
import type { Known } from "./known.ts";
import { type Template, toWrite } from "./template.ts";

export const modelCard: Template = {
  path: "MODEL_CARD.md",
  comment: "html",
  write: (known) =>
    [
      frontMatter(known),
      `# Model card for ${known.model}\n\n`,
      toWrite(
        "## Model details",
        "Architecture, number of parameters, languages, version, date, and who made it.",
        known.weights,
      ),
      toWrite("## Intended use", "For what, and for whom. Then what it must not be used for."),
      toWrite("## Limitations", "Where it fails, whom that may harm, and what its users should do about it."),
      toWrite(
        "## Training data",
        "Each source with its size and license, and how it was cleaned. Or a link to the data card.",
        known.datasets,
      ),
      toWrite("## Training procedure", "Steps, hyperparameters, hardware, and how long it took."),
      toWrite(
        "## Evaluation",
        "A table of benchmarks, settings and scores, and the command that gives them.",
        known.results,
      ),
      toWrite("## How to get started", "A few lines of code that load the weights and answer one prompt."),
      toWrite(
        "## License",
        "Under which license the weights are; under which the code; under which this document.",
        known.weightsLicense === undefined ? [] : [`weights: ${known.weightsLicense}`],
      ),
      toWrite(
        "## Citation",
        "BibTeX of the paper or report about this model.",
        known.paper === undefined ? [] : [known.paper],
      ),
    ].join(""),
};

/** Ids of the Hub that are SPDX's in small letters (Hub documentation, "Licenses"), and suit weights. */
const HUB_LICENSES: ReadonlySet<string> = new Set([
  "apache-2.0",
  "bsd-2-clause",
  "bsd-3-clause",
  "cc-by-4.0",
  "cc-by-sa-4.0",
  "cc-by-nc-4.0",
  "cc-by-nc-sa-4.0",
  "cc0-1.0",
  "cdla-permissive-2.0",
  "mit",
  "mpl-2.0",
  "openmdw-1.0",
]);

/** Only what is known: the license that the weights are under already, and data sets that were found. */
function frontMatter({ datasets, weightsLicense = "" }: Known): string {
  const ids = datasets.flatMap((url) => {
    const id = /^https:\/\/huggingface\.co\/datasets\/([\w.-]{1,96}\/[\w.-]{1,96})\/?$/.exec(url)?.[1];
    return id === undefined ? [] : [id];
  });
  const license = weightsLicense.toLowerCase();
  const data = {
    ...(HUB_LICENSES.has(license) ? { license } : {}),
    ...(ids.length === 0 ? {} : { datasets: ids }),
  };
  const known = Object.keys(data).length === 0 ? "" : stringify(data, { lineWidth: 0 });
  const hints = HUB_LICENSES.has(license)
    ? []
    : ["# license: an id of the Hub, such as apache-2.0, once you have chosen it"];
  return [
    "---",
    `${known}${hints.join("")}`.trimEnd(),
    "# language, pipeline_tag, library_name: as the Hub lists them",
    "---",
    "",
    "",
  ].join("\n");
}
