import type { ArtifactRule } from "./artifact.ts";
import { atLink, decideCode } from "./shared/findings.ts";
import { codeLinks } from "./shared/linked-code.ts";
import { doing, sourceEvidence } from "./shared/sources.ts";

const PREPARES =
  /\b(data|dataset|corpus)\b[^.]{0,40}\b(pre-?process\w{0,4}|preparation|prep|process(ing)?|filter(ing)?|de-?dup\w{0,10}|curation|cleaning|pipeline|toolkit)\b|\b(pre-?process\w{0,4}|prepar\w{1,6}|de-?dup\w{0,10}|curat\w{1,4}|clean\w{0,3})\b[^.]{0,60}\b(code|scripts?|toolkit|pipeline|data)\b|数据(预)?处理(代码|脚本|流程)|データ前処理/i;

/** A list of training tools that names data processing among other things does not say which of them prepared the data. */
const ABOUT_TRAINING = /^(?![\s\S]{0,400}\bpre-?process)[\s\S]{0,400}\btraining\b(?! (data|corpus|corpora|sets?|mix))/i;

export const dataPreprocessingCode: ArtifactRule = {
  id: "data-preprocessing-code",
  name: "Data preprocessing code",
  mofClass: 1,
  type: "code",
  required: true,
  asks: "Is the code that cleaned, filtered, tokenised or packed the training data released?",
  why: "What was filtered out shapes the model as much as what was kept.",
  decides:
    "Source files of the release that prepare training data. Tokenizer classes, image transforms inside inference, and preparation of users' own fine-tuning data do not count. Else the documents link the preparation code.",
  remedy:
    "Publish the scripts that built the training set from its sources, or link the toolkit and configuration used.",
  effort: "days",
  references: ["Model Openness Framework, component Data preprocessing code (Class I, code)"],
  find(facts) {
    return decideCode(
      facts,
      sourceEvidence("preprocessing-in-source", doing(facts, ["prepares-data"])),
      codeLinks(facts, PREPARES, { unless: ABOUT_TRAINING }).map((placed) => atLink("preprocessing-linked", placed)),
    );
  },
};
