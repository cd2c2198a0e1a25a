/** What model cards and data cards say, section by section, against the templates that people write them by. */
import type { Framework, FrameworkRule, Material, Outcome } from "../framework.ts";
import { checkLanguages, checkPlaceholders } from "./checks.ts";
import { judgeDataCard, judgeModelCard } from "./judge-parts.ts";
import {
  COLLECTION,
  COMPOSITION,
  COST,
  DETAILS,
  EVALUATION,
  LIMITS,
  MOTIVATION,
  PROCESSING,
  REACH,
  RISKS,
  TERMS,
  TRAINING,
  USES,
} from "./parts.ts";

const HUB = "Hugging Face Hub documentation, Model Cards and the annotated model card template";
const MITCHELL = "Mitchell et al. 2019, Model Cards for Model Reporting";
const GEBRU = "Gebru et al. 2021, Datasheets for Datasets";
const PUSHKARNA = "Pushkarna et al. 2022, Data Cards: Purposeful and Transparent Dataset Documentation";
const JOSHI = "Joshi et al. 2020, The State and Fate of Linguistic Diversity and Inclusion in the NLP World";
const LACOSTE = "Lacoste et al. 2019, Quantifying the Carbon Emissions of Machine Learning";

const IN_MODEL_CARD =
  "The model card and the front page are read for headings with something written below and for plain sentences, in English, Chinese and Japanese, and for the card's metadata. What a template left empty does not count.";
const IN_DATA_CARD =
  "The data card, or the sections that document the data, are read in the same way. Where the card lies only on another host, nothing is said of it.";

const rule = (
  id: string,
  words: Pick<FrameworkRule, "title" | "asks" | "why" | "decides" | "remedy" | "effort" | "references">,
  check: (material: Material) => Outcome,
): FrameworkRule => ({ id, ...words, check });

const RULES: readonly FrameworkRule[] = [
  rule(
    "card-details",
    {
      title: "Model card: who made it, and what it is",
      asks: "Does the card say who developed the model and what kind of model it is?",
      why: "Whoever relies on a model needs to know whose it is and how it works.",
      decides: `Asked for are its developers and its type or architecture. ${IN_MODEL_CARD}`,
      remedy: "Fill the section on model details.",
      effort: "minutes",
      references: [HUB, MITCHELL],
    },
    judgeModelCard(DETAILS),
  ),
  rule(
    "card-uses",
    {
      title: "Model card: uses, and uses out of scope",
      asks: "Does the card say what the model is for, and what it is not for?",
      why: "A model that does well at one task harms at another; its makers know first.",
      decides: `Asked for are intended uses and uses out of scope. ${IN_MODEL_CARD}`,
      remedy: "Write what the model was made for, and what nobody should use it for.",
      effort: "hours",
      references: [HUB, MITCHELL],
    },
    judgeModelCard(USES),
  ),
  rule(
    "card-limits",
    {
      title: "Model card: limits, bias and risks",
      asks: "Does the card say where the model fails, and whom that may harm?",
      why: "Limits that are not written down are found out by those whom they hit.",
      decides: `Asked for are limitations, biases or risks. ${IN_MODEL_CARD}`,
      remedy: "Fill the section on bias, risks and limitations with what tests showed.",
      effort: "hours",
      references: [HUB, MITCHELL],
    },
    judgeModelCard(LIMITS),
  ),
  rule(
    "card-training",
    {
      title: "Model card: training data and procedure",
      asks: "Does the card say what the model was trained on, and how?",
      why: "What a model knows, and what it cannot know, follows from both.",
      decides: `Asked for are the training data and the training procedure or its settings. ${IN_MODEL_CARD}`,
      remedy: "Fill the section on training details, with links to the data.",
      effort: "hours",
      references: [HUB, MITCHELL],
    },
    judgeModelCard(TRAINING),
  ),
  rule(
    "card-evaluation",
    {
      title: "Model card: evaluation",
      asks: "Does the card give results, and say what they were measured on?",
      why: "A score says something only together with its data and metric.",
      decides: `Asked for are results and the data or benchmarks of the test. ${IN_MODEL_CARD}`,
      remedy: "Fill the section on evaluation with a table of benchmark, metric, setting and score.",
      effort: "hours",
      references: [HUB, MITCHELL],
    },
    judgeModelCard(EVALUATION),
  ),
  rule(
    "card-cost",
    {
      title: "Model card: compute and energy",
      asks: "Does the card state the computing that training took, and its energy or emissions?",
      why: "What a model cost the environment, and what it would take to make it again, cannot be seen from outside.",
      decides: `Asked for are the hardware or computing time, and energy or emissions with a figure. ${IN_MODEL_CARD}`,
      remedy:
        "State hardware, hours and region, and the emissions that follow from them (co2_eq_emissions in the metadata).",
      effort: "minutes",
      references: [HUB, LACOSTE],
    },
    judgeModelCard(COST),
  ),
  rule(
    "card-languages",
    {
      title: "Model card: languages",
      asks: "Are the languages that the model covers named one by one?",
      why: "Speakers of a language with little data cannot tell from the word multilingual whether the model serves them.",
      decides:
        "Languages are read from the card's metadata and from sentences on languages, training or support. Those outside classes 4 and 5 of the taxonomy of Joshi et al. are told apart as having less data. It does not apply to models that have nothing to do with language.",
      remedy: "List the languages in the metadata (language) and in the card, and say how well each is covered.",
      effort: "minutes",
      references: [HUB, JOSHI],
    },
    checkLanguages,
  ),
  rule(
    "card-placeholders",
    {
      title: "Model card: no placeholders",
      asks: "Is nothing left of the template's placeholders?",
      why: "A heading with More Information Needed below promises what is not there.",
      decides: "Lines of the card and the front page that hold a template's placeholder, outside code, are counted.",
      remedy: "Fill the sections, or take them out.",
      effort: "minutes",
      references: [HUB],
    },
    checkPlaceholders,
  ),
  rule(
    "card-reach",
    {
      title: "Model card: citation and contact",
      asks: "Does the card say how to cite the model and whom to ask?",
      why: "Errors get reported, and work gets credit, only where somebody can be named.",
      decides: `Asked for are a citation or paper and a contact. ${IN_MODEL_CARD}`,
      remedy: "Add a citation and a contact.",
      effort: "minutes",
      references: [HUB, MITCHELL],
    },
    judgeModelCard(REACH),
  ),
  rule(
    "datacard-motivation",
    {
      title: "Data card: why the data was made",
      asks: "Does the data card say what the data is for?",
      why: "Data that was made for one purpose misleads in another.",
      decides: `Asked for is the purpose. ${IN_DATA_CARD}`,
      remedy: "Say for what, and for whom, the data was put together.",
      effort: "minutes",
      references: [GEBRU, PUSHKARNA],
    },
    judgeDataCard(MOTIVATION),
  ),
  rule(
    "datacard-composition",
    {
      title: "Data card: what is in the data, and how much",
      asks: "Does the data card say what the data consists of, with amounts?",
      why: "Shares and amounts tell what a model has seen often and what hardly ever.",
      decides: `Asked for are amounts: tokens, documents, hours, bytes. ${IN_DATA_CARD}`,
      remedy: "Add a table of the parts with their sizes.",
      effort: "hours",
      references: [GEBRU, PUSHKARNA],
    },
    judgeDataCard(COMPOSITION),
  ),
  rule(
    "datacard-collection",
    {
      title: "Data card: sources and collection",
      asks: "Does the data card say where the data comes from and how it was collected?",
      why: "Rights, bias and contamination are judged by the sources.",
      decides: `Asked for are the sources and how the data was collected from them. ${IN_DATA_CARD}`,
      remedy: "Name every source with its version or date, and how it was taken from there.",
      effort: "hours",
      references: [GEBRU, PUSHKARNA],
    },
    judgeDataCard(COLLECTION),
  ),
  rule(
    "datacard-processing",
    {
      title: "Data card: cleaning and filtering",
      asks: "Does the data card say how the data was cleaned, filtered and labelled?",
      why: "What was thrown away shapes a model as much as what was kept.",
      decides: `Asked for is how the data was processed. ${IN_DATA_CARD}`,
      remedy: "Describe each step from raw to final data, with the code or its name.",
      effort: "hours",
      references: [GEBRU, PUSHKARNA],
    },
    judgeDataCard(PROCESSING),
  ),
  rule(
    "datacard-risks",
    {
      title: "Data card: personal data and bias",
      asks: "Does the data card speak of personal data and of bias?",
      why: "People whose data is in it, and people whom it leaves out, are the ones who bear the harm.",
      decides: `Asked for are personal or sensitive data, and bias or limits. ${IN_DATA_CARD}`,
      remedy: "Say whether personal data is in it and what was done about it, and which groups and languages are few.",
      effort: "hours",
      references: [GEBRU, PUSHKARNA],
    },
    judgeDataCard(RISKS),
  ),
  rule(
    "datacard-terms",
    {
      title: "Data card: license and maintenance",
      asks: "Does the data card name the license of the data, and who maintains it?",
      why: "Data without terms may not be used, and data that nobody maintains cannot be corrected.",
      decides: `Asked for are the license or terms, and maintenance, versions or a contact. ${IN_DATA_CARD}`,
      remedy: "Name the license of each part, the version, and whom to write to.",
      effort: "minutes",
      references: [GEBRU, PUSHKARNA],
    },
    judgeDataCard(TERMS),
  ),
];

export const cardQuality: Framework = {
  id: "card-quality",
  title: "Quality of model cards and data cards",
  version: "2026-11",
  rules: RULES,
};
