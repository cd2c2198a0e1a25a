import { say } from "../../messages/said.ts";
import type { Facts } from "../facts.ts";
import { areaOf } from "../files/area.ts";
import type { ArtifactRule } from "./artifact.ts";
import { leave } from "./shared/considered.ts";
import { atLink, decideCode } from "./shared/findings.ts";
import { codeLinks, isThisRepository } from "./shared/linked-code.ts";
import { isUnder, type PlacedLink, releaseLinks, wordsBefore } from "./shared/links.ts";
import { namesModel } from "./shared/names.ts";
import { doing, sourceEvidence } from "./shared/sources.ts";

const TRAINS =
  /\b((we )?(train|trained|pre-?train|pre-?trained(?! (transformers?|models?|language)))\b[^.]{0,100}\b(using|with|on top of|in|by)\b|training (code|scripts?|framework|pipeline|library|recipes?|codebase)|trainer\b|(our|the) fork of|to (train|reproduce)|fine-?tun(e|ed|ing)\b[^.]{0,60}\b(code|scripts?|recipes?|using|with|see|refer))|训练(代码|框架|脚本)|学習(コード|スクリプト)/i;
const NOT_TRAINS =
  /\b(tokenizer|data(set)? (preparation|processing)|classifier|evaluat\w{1,5}|quanti[sz]\w{1,6}|deploy\w{0,5}|serv(e|ing))\b/i;

/** "scripts for pre-training, fine-tuning and evaluating X": code of several ends, of which training is one. */
const SURELY_TRAINS =
  /\b(code|scripts?|recipes?)\b[^.]{0,60}\b(for|to)\b[^.]{0,20}\bpre-?train(ing)?\b|\bcode\b[^.]{0,20}\bso (that )?you can (pre-?)?train\b/i;

export const trainingCode: ArtifactRule = {
  id: "training-code",
  name: "Training code",
  mofClass: 2,
  type: "code",
  required: true,
  asks: "Is the code that trained the model released?",
  why: "With it others can reproduce the model, find its faults and train the next one.",
  decides:
    "Source files of the release that train (a loss is propagated and an optimizer stepped, a trainer is run, a launch script does so). Fine-tuning code counts and is named as such. Else the documents link the code that trained the model.",
  remedy:
    "Publish the training scripts with their configurations and launch commands, or link the repository and commit that trained the model.",
  effort: "days",
  references: ["Model Openness Framework, component Training code (Class II, code)"],
  find(facts) {
    const trains = doing(facts, ["trains"]);
    const tunes = doing(facts, ["fine-tunes"]);
    const companions = releaseLinks(facts).filter((placed) => isTrainingCompanion(placed, facts));
    const linked = [
      ...companions,
      ...codeLinks(facts, TRAINS, { unless: NOT_TRAINS }).filter((placed) => isWhatTrained(placed, facts)),
    ];
    // Beside the repository that trained the model, a tutorial shows users how to tune theirs.
    const shown = trains.length === 0 && tunes.length > 0 && tunes.every(({ file }) => areaOf(file.path) === "example");
    if (shown && companions.length > 0)
      return decideCode(
        facts,
        [],
        companions.map((placed) => atLink("training-linked", placed)),
      );
    const note = trains.length === 0 && tunes.length > 0 ? say("note.onlyFineTuning") : undefined;
    return decideCode(
      facts,
      sourceEvidence("training-in-source", trains.length > 0 ? trains : tunes),
      linked.map((placed) => atLink("training-linked", placed)),
      note,
    );
  },
};

/** "We advise you to use frameworks, including [X], to finetune your models": the reader's training, not the release's. */
const ADVISES_READERS =
  /\b(advise|recommend|encourage|suggest)( you| users?| everyone)?\b[^.]{0,80}\b(use|using|try)\b|\byou (can|may|could) (also )?(use|try|fine-?tune|train)\b|\b(fine-?tune|train) your\b|推荐(您)?使用|建议(您)?使用|您可以使用/i;
/** "… are derived from [X series]": what was trained before. */
const DERIVED_FROM = /\b(derived|initiali[sz]ed|started?|distilled|fine-?tuned) from\W{0,4}(the )?$/i;

function isWhatTrained(placed: PlacedLink, facts: Facts): boolean {
  const { link } = placed;
  if (isUnder(placed, "license")) return leave(facts, placed, say("leftOut.amongOtherTopics"));
  const isGuide = /^(example|documentation)$/.test(areaOf(placed.document.path));
  const isTuning =
    isGuide &&
    placed.headings.some(({ topics, title }) => topics.includes("fine-tuning") || /fine-?tun|SFT|微调/i.test(title));
  const isOwn = link.target.kind === "github" && facts.ownOrganisations.includes(link.target.owner.toLowerCase());
  if ((ADVISES_READERS.test(link.context) || isTuning || areaOf(placed.document.path) === "example") && !isOwn)
    return leave(facts, placed, say("leftOut.usersTuning"));
  return !DERIVED_FROM.test(wordsBefore(link, 80)) || leave(facts, placed, say("leftOut.notSaidCode"));
}

/**
 * Another repository of the house, by its owner or its name, in a paragraph that says that the pre-training is done with
 * it: it is the release's own wherever that is said, in the news as well.
 */
function isTrainingCompanion(placed: PlacedLink, facts: Facts): boolean {
  const { document, link } = placed;
  const { target } = link;
  if (target.kind !== "github" || target.page !== "repository" || isThisRepository(target, facts)) return false;
  if (isUnder(placed, "acknowledgements", "related-work")) return false;
  if (!namesModel(target.repo, facts) && !facts.ownOrganisations.includes(target.owner.toLowerCase())) return false;
  return document.passages.some(
    ({ text, lines }) => lines[0] <= link.line && link.line <= lines[1] && SURELY_TRAINS.test(text.slice(0, 4_000)),
  );
}
