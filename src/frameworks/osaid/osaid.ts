/** The Open Source AI Definition 1.0: data information, code and parameters, each under the terms that it asks for. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { say } from "../../messages/said.ts";
import type { Framework, FrameworkRule, Material, Outcome } from "../framework.ts";
import { isThere, placesOf } from "../looking.ts";
import { judgeDescription, judgeSources } from "./data.ts";
import { dataDescription } from "./data-description.ts";
import { libraryThatLoads } from "./library.ts";
import { judgeArtifact } from "./terms.ts";

const TEXT = "OSI, Open Source AI Definition 1.0 (28 October 2024)";
const CHECKLIST = "OSI, checklist of components (after the Model Openness Framework)";

const description: FrameworkRule = {
  id: "osaid-data-description",
  title: "Data information: a complete description of the training data",
  asks: "Do documents under open terms describe all training data: where they come from, what they hold, how they were chosen and processed?",
  why: "A skilled person should be able to build a substantially equivalent system, also where some data cannot be shared.",
  decides:
    "Sections about training data, data cards, and sentences of front pages and model cards that say what the model was trained on are read for provenance, scope, selection and processing; sentences count that state what was done or what the data hold, and instructions for preparing data of one's own do not. In MOF terms these are Data card, Datasets, Technical report and Research paper. It is met where all four are described under open terms and the data themselves are released under an open license. It fails where neither description, data, report nor paper was found, and where the description's license is not open. Else it is undetermined: whether a description is complete, a person has to read, and papers that lie elsewhere are not read here.",
  remedy:
    "Write a data card that names every data set with origin, size, selection, labelling and filtering, and put it under an open license such as CC-BY-4.0.",
  effort: "days",
  references: [`${TEXT}, Data Information, item 1`, CHECKLIST],
  check: judgeDescription,
};

const sources: FrameworkRule = {
  id: "osaid-data-sources",
  title: "Data information: where the training data can be had",
  asks: "Is it listed where public data are, and from whom obtainable data can be had, also for a fee?",
  why: "The definition knows four kinds of training data (open, public, obtainable, unshareable) and asks for something else of each.",
  decides:
    "Data sets that were found count as open where their license is, else as public. Sentences that say the model was trained on licensed, purchased, internal or proprietary data, or that data cannot be released, name the other two kinds. It is met where the data sets that were found are open, a data card under an open license and other documents describe them in all four respects, and nothing else is spoken of. Where other kinds are spoken of it is undetermined, since a person has to judge whether the list is complete and what is said is enough. It fails where neither data, description, report nor paper was found.",
  remedy:
    "List every training data set with its address, or with the seller and the terms; describe in detail what cannot be shared.",
  effort: "hours",
  references: [
    `${TEXT}, Data Information, items 2 and 3`,
    "OSI, answers to frequent questions on the definition, kinds of data",
  ],
  check: judgeSources,
};

const APPROVED =
  "It is met where the artifact was found under a license that the OSI has approved, by the SPDX license list of this version. It fails where all of the tree was seen and the artifact is missing, or where its license is not open. Where the license is open and not on that list, or could not be told, it is undetermined.";

const code = (
  name: string,
  artifact: ArtifactId,
  words: Pick<FrameworkRule, "title" | "asks" | "why" | "remedy" | "effort">,
  check: (material: Material) => Outcome = (material) => judgeArtifact(artifact, "approved", material),
): FrameworkRule => ({
  id: `osaid-code-${name}`,
  decides: APPROVED,
  references: [`${TEXT}, Code`, CHECKLIST],
  ...words,
  check,
});

const training: FrameworkRule = {
  ...code(
    "training",
    "training-code",
    {
      title: "Code: training, validation and testing",
      asks: "Is the code that trained the model released under an OSI-approved license?",
      why: "How training was done is told completely only by the code that did it.",
      remedy: "Release the training code with its settings under an OSI-approved license such as Apache-2.0.",
      effort: "days",
    },
    (material) => {
      const outcome = judgeArtifact("training-code", "approved", material);
      const isTuningOnly = material.components["training-code"].noteSaid?.code === "note.onlyFineTuning";
      return isTuningOnly && outcome.verdict === "pass"
        ? { ...outcome, verdict: "undetermined", said: say("osaid.onlyTuning") }
        : outcome;
    },
  ),
  decides: `${APPROVED} Code that only fine-tunes leaves it undetermined, since the definition asks for the code that trained the released model.`,
};

const preprocessing: FrameworkRule = {
  ...code(
    "preprocessing",
    "data-preprocessing-code",
    {
      title: "Code: processing and filtering of data",
      asks: "Is the code that processed and filtered the data released under an OSI-approved license?",
      why: "Which data a model saw is decided by the code that filtered them.",
      remedy:
        "Release the scripts that prepared the training data under an OSI-approved license, or say where they are.",
      effort: "hours",
    },
    judgePreprocessing,
  ),
  decides: `${APPROVED} The definition asks for it where it was used: where no such code was found, the rule fails only if documents say that the data were filtered or processed and no data sets were found that others may have prepared; else it is undetermined.`,
};

/** Code that processed the data is asked for where it was used, which its absence alone does not show. */
function judgePreprocessing(material: Material): Outcome {
  const { components, facts } = material;
  if (components["data-preprocessing-code"].presence !== "absent")
    return judgeArtifact("data-preprocessing-code", "approved", material);
  if (isThere(components.datasets))
    return { verdict: "undetermined", said: say("osaid.preparedElsewhere"), evidence: placesOf(components.datasets) };
  const { aspects, places } = dataDescription(facts);
  return aspects.includes("processing")
    ? { verdict: "fail", said: say("osaid.processedWithout"), evidence: places }
    : { verdict: "undetermined", said: say("osaid.processingUnknown"), evidence: [] };
}

const inference = code("inference", "inference-code", {
  title: "Code: inference",
  asks: "Is the code that runs the model released under an OSI-approved license?",
  why: "Using the model as it was meant takes the code that runs it.",
  remedy: "Add a script that loads the weights and runs them, under an OSI-approved license.",
  effort: "hours",
});

const architecture: FrameworkRule = {
  ...code(
    "architecture",
    "model-architecture",
    {
      title: "Code: model architecture",
      asks: "Is the model's architecture released as code under an OSI-approved license?",
      why: "Weights are numbers until the code says what they are multiplied with.",
      remedy: "Add the code that defines the network, under an OSI-approved license, or link it.",
      effort: "hours",
    },
    judgeArchitecture,
  ),
  decides: `${APPROVED} Where none was found and the documents load the model with a library that implements networks, it is undetermined, since the code may be in that library.`,
};

/** A network that a library implements is not missing, though it is not here. */
function judgeArchitecture(material: Material): Outcome {
  const loading =
    material.components["model-architecture"].presence === "absent" ? libraryThatLoads(material.facts) : undefined;
  return loading === undefined
    ? judgeArtifact("model-architecture", "approved", material)
    : { verdict: "undetermined", said: say("osaid.architectureElsewhere", loading.library), evidence: [loading.place] };
}

const libraries: FrameworkRule = {
  ...code(
    "libraries",
    "supporting-libraries-and-tools",
    {
      title: "Code: supporting libraries and tools",
      asks: "Are tokenizers, search of hyperparameters and other tools that were used released under OSI-approved licenses?",
      why: "A model without its tokenizer cannot be run or trained again.",
      remedy: "Name the libraries that were used, or release the tools under an OSI-approved license.",
      effort: "hours",
    },
    (material) =>
      material.components["supporting-libraries-and-tools"].presence === "absent"
        ? { verdict: "not-applicable", said: say("osaid.noLibraries"), evidence: [] }
        : judgeArtifact("supporting-libraries-and-tools", "approved", material),
  ),
  decides: `${APPROVED} The definition asks for them where they were used, so none found is not applicable.`,
};

const parameters: FrameworkRule = {
  id: "osaid-parameters",
  title: "Parameters under open terms",
  asks: "Are the weights released under terms that give the four freedoms?",
  why: "Weights are the part of the system that nobody else can make again at little cost.",
  decides:
    "It is met where final weights were found under an open license. The definition speaks of OSI-approved terms and not of licenses here and demands no particular instrument, so open data licenses and OpenMDW count. It fails where all of the tree was seen and no weights were found or linked, and where their license is not open.",
  remedy: "Release the weights under terms without limits of use, such as Apache-2.0, OpenMDW or CC-BY-4.0.",
  effort: "minutes",
  references: [`${TEXT}, Parameters`, CHECKLIST],
  check: (material) => judgeArtifact("model-parameters-final", "open", material),
};

export const osaid: Framework = {
  id: "osaid",
  title: "Open Source AI Definition",
  version: "1.0",
  rules: [description, sources, training, preprocessing, inference, libraries, architecture, parameters],
};
