/**
 * The statement of Software Heritage on large language models for code (19 October 2023): three principles for models
 * that are trained on its archive of source code. All models of code are measured by them, and only where the archive is
 * said to be the source is a lack a failure.
 */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { say } from "../../messages/said.ts";
import type { Framework, FrameworkRule, Material, Outcome } from "../framework.ts";
import { isThere, outcome, placesOf } from "../looking.ts";
import { codeModel } from "./code-model.ts";
import { optOuts } from "./opt-out.ts";
import { identifiedData } from "./training-data.ts";

const STATEMENT = "Software Heritage, Statement on Large Language Models for Code, 19 October 2023";
const APPLIES =
  "It applies to models of code: those that their own page or card introduces as one, whose card gives code as the language, or whose name says so on a page that speaks of writing code.";

const open: FrameworkRule = {
  id: "software-heritage-open",
  title: "The model is given back under an open license, with what it takes to use it",
  asks: "Are the weights under an open license, with documentation and the tools to use them?",
  why: "Code in the archive is knowledge that everybody gave; a model made of it should be everybody's too, and usable.",
  decides: `${APPLIES} It passes where the final weights are under an open license, and a model card, technical report or paper, and inference code are there too. It fails where the weights' license is known not to be open, warns where documentation or inference code was not found, and leaves open what could not be told.`,
  remedy:
    "Put the weights under an open license (OpenMDW-1.0, Apache-2.0), and add a model card and code that runs the model.",
  effort: "hours",
  references: [`${STATEMENT}, principle 1`],
  check: (material) => ofCode(material, () => checkOpen(material)),
};

const identified: FrameworkRule = {
  id: "software-heritage-identified-data",
  title: "The code that the model was trained on is identified",
  asks: "Is the training data taken from the archive identified fully and precisely, for example by SWHIDs?",
  why: "Only who knows which files went in can look for bias, tell whether a given file is among them, and credit its authors.",
  decides: `${APPLIES} It passes where Software Heritage identifiers stand in what is said of the training data or in a list of them in the tree, or where a data set is named whose rows carry them (The Stack v2). A badge with the repository's own identifier does not count. It fails where the documents say that training data come from the archive and nothing identifies them, and warns where no data set is named either. What a linked data set holds is not looked at and stays undetermined.`,
  remedy:
    "Publish the SWHIDs of the files that the model was trained on, as a list in the repository or in the data set, and link it from the data card.",
  effort: "days",
  references: [`${STATEMENT}, principle 2`, "SWHID specification 1.2 (ISO/IEC 18670:2025)"],
  check: (material) => ofCode(material, () => checkIdentified(material)),
};

const optOut: FrameworkRule = {
  id: "software-heritage-opt-out",
  title: "Authors can keep their code out",
  asks: "Do the documents tell authors how to have their code left out of the training data?",
  why: "Authors should decide on the use of their work before training begins; later, nothing can be taken out of weights.",
  decides: `${APPLIES} It passes where a document or an issue form tells how to opt out of the training data or to ask for removal, or links such a place. Opting out of telemetry or mails does not count. It warns where nothing of the kind was found in the whole of the tree: the statement asks for it "where possible".`,
  remedy:
    "Say in the data card how an author asks for their code to be left out, by a form, an issue template or an address, and up to when that takes effect.",
  effort: "hours",
  references: [`${STATEMENT}, principle 3`],
  check: (material) => ofCode(material, () => checkOptOut(material)),
};

export const softwareHeritage: Framework = {
  id: "software-heritage",
  title: "Software Heritage statement on LLMs for code",
  version: "2023-10-19",
  rules: [open, identified, optOut],
};

/** The check of a model of code; for others, why there is none. */
function ofCode({ facts }: Material, check: () => Outcome): Outcome {
  const { is, isUnseen } = codeModel(facts);
  if (is) return check();
  return isUnseen
    ? outcome("undetermined", say("softwareHeritage.pagesUnseen"))
    : outcome("not-applicable", say("softwareHeritage.notOfCode"));
}

const DOCUMENTATION: readonly ArtifactId[] = ["model-card", "technical-report", "research-paper"];

function checkOpen({ components }: Material): Outcome {
  const weights = components["model-parameters-final"];
  const places = placesOf(weights);
  if (weights.presence === "undetermined") return outcome("undetermined", say("softwareHeritage.weightsUnseen"));
  if (weights.presence === "absent") return outcome("undetermined", say("softwareHeritage.weightsElsewhere"));
  if (weights.license?.open === false)
    return outcome("fail", say("softwareHeritage.restricted", weights.license.id ?? say("claims.unnamed")), places);
  if (weights.license?.open !== true) return outcome("undetermined", say("softwareHeritage.licenseUnknown"), places);
  const documents = DOCUMENTATION.map((id) => components[id]);
  const tools = components["inference-code"];
  const lacking = [
    ...(documents.some(isThere) ? [] : [{ said: say("softwareHeritage.documentation"), of: documents }]),
    ...(isThere(tools) ? [] : [{ said: say("softwareHeritage.tools"), of: [tools] }]),
  ];
  if (lacking.length === 0) return outcome("pass", say("softwareHeritage.open"), places);
  const isUnseen = lacking.some(({ of }) => of.some(({ presence }) => presence === "undetermined"));
  return outcome(
    isUnseen ? "undetermined" : "warn",
    say(
      "softwareHeritage.lacking",
      lacking.map(({ said }) => said),
    ),
    places,
  );
}

function checkIdentified({ facts }: Material): Outcome {
  const { ids, sets, unread, archive } = identifiedData(facts);
  if (ids.length > 0) return outcome("pass", say("softwareHeritage.identified"), ids);
  if (sets.length > 0) return outcome("pass", say("softwareHeritage.identifiedBySet"), sets);
  if (facts.blindSpots.length > 0) return outcome("undetermined", say("softwareHeritage.dataUnseen"));
  if (unread.length > 0) return outcome("undetermined", say("softwareHeritage.setsUnread"), unread);
  if (archive.length > 0) return outcome("fail", say("softwareHeritage.archiveUnidentified"), archive);
  return outcome("warn", say("softwareHeritage.unidentified"));
}

function checkOptOut({ facts }: Material): Outcome {
  const places = optOuts(facts);
  if (places.length > 0) return outcome("pass", say("softwareHeritage.optOut"), places);
  if (facts.blindSpots.length > 0) return outcome("undetermined", say("softwareHeritage.optOutUnseen"));
  return outcome("warn", say("softwareHeritage.noOptOut"));
}
