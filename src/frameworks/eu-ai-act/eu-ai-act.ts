/**
 * Evidence towards Article 53 of the AI Act (Regulation (EU) 2024/1689) on general-purpose models, as of November 2026.
 * Advisory: whether the Act applies to a model, and whether it is complied with, a repository cannot show.
 */
import { say } from "../../messages/said.ts";
import type { Framework, FrameworkRule, Material, Outcome } from "../framework.ts";
import { outcome } from "../looking.ts";
import { ACCELERATOR_HOURS, GENERAL_PURPOSE_FLOP, SYSTEMIC_FLOP, statedCompute } from "./compute.ts";
import { ANNEX_XI, ANNEX_XII, documentedItems, ITEM_NAMES, type Item } from "./documentation.ts";
import { checkExemption } from "./exemption.ts";
import { purposeOf } from "./general-purpose.ts";
import { copyrightWords } from "./policy-on-copyright.ts";
import { SECTION_NAMES, trainingSummary } from "./training-summary.ts";

const ACT = "Regulation (EU) 2024/1689 (AI Act)";
const GUIDELINES = "Commission guidelines on general-purpose AI models, C(2025) 5045, 18 July 2025";
const ADVISORY =
  "Advisory and never legal advice: the Act concerns general-purpose models that are placed on the market of the Union.";
const APPLIES =
  "It is looked at for models that generate language, images or video by their card or introduction, unless the compute that they state is below 10^23 floating-point operations.";

const compute: FrameworkRule = {
  id: "eu-ai-act-compute",
  title: "Where training compute is stated, it is at most 10^25 floating-point operations",
  asks: "Is the training compute that the documents state above 10^25 floating-point operations?",
  why: "Above that line a model is presumed to have systemic risk: more is asked of it, and the exemption for open-source models ends.",
  decides: `Statements of operations in all are read from sentences and tables about the training of this model ("3.8e25 FLOPs", "6.3 × 10^24 FLOP", petaflop/s-days). Speeds, hours of accelerators, thresholds and other models' figures are none; nothing is computed from them. It warns above the line. ${ADVISORY}`,
  remedy: "State the compute that the training took in floating-point operations, and how it was counted.",
  effort: "minutes",
  references: [`${ACT}, Article 51(2)`, `${ACT}, Annex XI, section 1, 2(d)`, GUIDELINES],
  check: checkCompute,
};

const exemption: FrameworkRule = {
  id: "eu-ai-act-exemption",
  title: "What the exemption for open-source models asks is shown",
  asks: "Is the license of the weights a free and open-source one, and are weights, architecture and usage public?",
  why: "Providers of such models need not draw up the documentation of Article 53(1)(a) and (b), unless there is systemic risk.",
  decides: `${APPLIES} It passes where the weights are public under an open license and both architecture and usage are documented. It warns where the license is known to restrict, where the stated compute is above 10^25, where architecture or usage was not found, or where a commercial license or paid version is offered: such models are not exempt, which is no failing. That nothing is asked for in return, a repository cannot show. ${ADVISORY}`,
  remedy: "Put the weights under an open license, and document architecture and usage where the weights are.",
  effort: "hours",
  references: [`${ACT}, Article 53(2) and recitals 102 to 104`, GUIDELINES],
  check: (material) => whereItApplies(material, () => checkExemption(material)),
};

const technical: FrameworkRule = {
  id: "eu-ai-act-technical-documentation",
  title: "Technical documentation: the items of Annex XI",
  asks: "Which items of Annex XI, section 1, does the repository document?",
  why: "The AI Office may ask for this documentation; what is public is ready, and tells everybody else too.",
  decides: `${APPLIES} Each item counts where something of it was found: tasks, acceptable use, release, architecture, parameters, modality, license, integration, training, data, evaluation, compute and energy. Whether it is enough is not judged. It does not apply where the exemption of Article 53(2) is shown, and warns, never fails: the documentation is owed on request and need not be public. ${ADVISORY}`,
  remedy: "Add what is lacking to the model card or the technical report.",
  effort: "hours",
  references: [`${ACT}, Article 53(1)(a)`, `${ACT}, Annex XI, section 1`],
  check: (material) => checkItems(material, ANNEX_XI, "XI"),
};

const downstream: FrameworkRule = {
  id: "eu-ai-act-downstream-information",
  title: "Information for those who integrate the model: the items of Annex XII",
  asks: "Which items of Annex XII does the repository document?",
  why: "Who builds a system on a model must know what it can do, what it needs and where it ends.",
  decides: `${APPLIES} Each item counts where something of it was found: tasks, acceptable use, release, architecture, parameters, modality, license, integration, software, input size and data. Whether it is enough is not judged. It does not apply where the exemption of Article 53(2) is shown, and warns, never fails: the information is owed to those who integrate the model and need not be public. ${ADVISORY}`,
  remedy: "Add what is lacking to the model card.",
  effort: "hours",
  references: [`${ACT}, Article 53(1)(b)`, `${ACT}, Annex XII`],
  check: (material) => checkItems(material, ANNEX_XII, "XII"),
};

const copyright: FrameworkRule = {
  id: "eu-ai-act-copyright-policy",
  title: "A policy to comply with copyright law",
  asks: "Do the documents tell of a policy on copyright, and of how reservations of rights are heeded?",
  why: "Every provider owes such a policy, of open-source models too; those whose works were used look for it.",
  decides: `${APPLIES} It passes where a file, a heading or a link is one of a copyright policy. It warns where only measures are told (text and data mining, robots.txt, reservations of rights), or nothing is: the policy must exist and need not be public. Copyright notices do not count. ${ADVISORY}`,
  remedy:
    "Write down, or link, how rights reserved under Article 4(3) of Directive (EU) 2019/790 are found and heeded.",
  effort: "days",
  references: [`${ACT}, Article 53(1)(c) and recital 104`, "Directive (EU) 2019/790, Article 4(3)"],
  check: (material) => whereItApplies(material, () => checkCopyright(material)),
};

const summary: FrameworkRule = {
  id: "eu-ai-act-training-summary",
  title: "A public summary of the training content, by the Commission's template",
  asks: "Is there a public summary of the content used for training, with every section of the template?",
  why: "Every provider owes it in public, of open-source models too; authors and readers learn from it what a model is made of.",
  decides: `${APPLIES} A document, or a part of one, that names itself so is read section by section: provider, model, modalities and size; public data sets, private data, crawled data, user data, synthetic data, other sources; reservations of rights, illegal content. A section counts where something stands under its heading, "no" too. A summary that is only linked is not read and stays undetermined. It warns where sections are lacking or none was found: it may be public elsewhere. ${ADVISORY}`,
  remedy: "Fill in the Commission's template and publish it beside the model card, or link it there.",
  effort: "days",
  references: [
    `${ACT}, Article 53(1)(d) and recital 107`,
    "Commission template for the public summary of training content, C(2025) 8311, 5 December 2025",
  ],
  check: (material) => whereItApplies(material, () => checkSummary(material)),
};

export const euAiAct: Framework = {
  id: "eu-ai-act",
  title: "EU AI Act, general-purpose models (advisory, not legal advice)",
  version: "2026-11",
  isEvidence: true,
  rules: [compute, exemption, technical, downstream, copyright, summary],
};

function whereItApplies({ facts }: Material, check: () => Outcome): Outcome {
  const purpose = purposeOf(facts);
  if (purpose === "not-told") return outcome("not-applicable", say("euAiAct.notGeneralPurpose"));
  if (purpose === "unseen") return outcome("undetermined", say("euAiAct.pagesUnseen"));
  if (purpose === "below")
    return outcome(
      "not-applicable",
      say("euAiAct.below"),
      statedCompute(facts).map(({ place }) => place),
    );
  return check();
}

function checkCompute({ facts }: Material): Outcome {
  const stated = statedCompute(facts);
  const largest = stated.reduce((most, { flop }) => Math.max(most, flop), 0);
  if (stated.length === 0) {
    const hours = facts.documents.flatMap(({ path, passages }) =>
      passages.filter(({ text }) => ACCELERATOR_HOURS.test(text.slice(0, 4_000))).map(({ lines }) => ({ path, lines })),
    );
    if (hours.length > 0) return outcome("not-applicable", say("euAiAct.hoursOnly"), hours);
    return outcome("not-applicable", say("euAiAct.computeNotStated"));
  }
  const places = stated.filter(({ flop }) => flop === largest).map(({ place }) => place);
  const amount = scientific(largest);
  if (largest > SYSTEMIC_FLOP) return outcome("warn", say("euAiAct.computeAbove", amount), places);
  const under =
    largest < GENERAL_PURPOSE_FLOP ? say("euAiAct.computeSmall", amount) : say("euAiAct.computeBelow", amount);
  return outcome("pass", under, places);
}

const scientific = (flop: number): string => {
  const [digits = "", exponent = ""] = flop.toExponential(2).split("e+");
  return `${Number(digits)} × 10^${exponent}`;
};

function checkItems(material: Material, wanted: readonly Item[], annex: "XI" | "XII"): Outcome {
  return whereItApplies(material, () => {
    const found = documentedItems(material);
    const lacking = wanted.filter((item) => !found.has(item));
    const count = wanted.length - lacking.length;
    if (checkExemption(material).verdict === "pass")
      return outcome("not-applicable", say("euAiAct.itemsExempt", annex, count, wanted.length));
    if (lacking.length === 0) return outcome("pass", say("euAiAct.itemsAll", annex, count));
    const names = lacking.map((item) => ITEM_NAMES[item]);
    return outcome(
      material.facts.blindSpots.length > 0 ? "undetermined" : "warn",
      say("euAiAct.itemsLacking", annex, count, wanted.length, names),
    );
  });
}

function checkCopyright({ facts }: Material): Outcome {
  const { policy, measures } = copyrightWords(facts);
  if (policy.length > 0) return outcome("pass", say("euAiAct.policyFound"), policy);
  if (facts.blindSpots.length > 0) return outcome("undetermined", say("euAiAct.policyUnseen"), measures);
  if (measures.length > 0) return outcome("warn", say("euAiAct.measuresOnly"), measures);
  return outcome("warn", say("euAiAct.noPolicy"));
}

function checkSummary({ facts }: Material): Outcome {
  const found = trainingSummary(facts);
  if (found === undefined)
    return facts.blindSpots.length > 0
      ? outcome("undetermined", say("euAiAct.summaryUnseen"))
      : outcome("warn", say("euAiAct.noSummary"));
  if (found.unread) return outcome("undetermined", say("euAiAct.summaryUnread"), found.found);
  if (found.lacking.length === 0) return outcome("pass", say("euAiAct.summaryWhole"), found.found);
  return outcome(
    "warn",
    say(
      "euAiAct.summaryLacks",
      found.lacking.map((id) => say("euAiAct.section", id, SECTION_NAMES[id])),
    ),
    found.found,
  );
}
