import { say } from "../../messages/said.ts";
import type { ArtifactRule } from "./artifact.ts";
import { atLink, decideCode } from "./shared/findings.ts";
import { codeLinks } from "./shared/linked-code.ts";
import { doing, sourceEvidence } from "./shared/sources.ts";

const TRAINS =
  /\b((we )?(train|trained|pre-?train|pre-?trained)\b[^.]{0,100}\b(using|with|on top of|in|by)\b|training (code|scripts?|framework|pipeline|library|recipes?|codebase)|trainer\b|(our|the) fork of|to (train|reproduce)|fine-?tun(e|ed|ing)\b[^.]{0,60}\b(code|scripts?|recipes?|using|with|see|refer))|训练(代码|框架|脚本)|学習(コード|スクリプト)/i;
const NOT_TRAINS =
  /\b(tokenizer|data(set)? (preparation|processing)|classifier|evaluat\w{1,5}|quanti[sz]\w{1,6}|deploy\w{0,5}|serv(e|ing))\b/i;

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
    const linked = codeLinks(facts, TRAINS, { unless: NOT_TRAINS });
    const note = trains.length === 0 && tunes.length > 0 ? say("note.onlyFineTuning") : undefined;
    return decideCode(
      facts,
      sourceEvidence("training-in-source", trains.length > 0 ? trains : tunes),
      linked.map((placed) => atLink("training-linked", placed)),
      note,
    );
  },
};
