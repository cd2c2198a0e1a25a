/** Three fixtures for every rule of every framework, each with the verdict that is right for it. */
import {
  CODE,
  card,
  detailed,
  emptied,
  type Fixtures,
  fails,
  fromArchive,
  LIMITED,
  NONCOMMERCIAL,
  NOTICE,
  OPENMDW,
  OPT_OUT,
  ofCard,
  ofDataCard,
  ofOpenMdw,
  passes,
  REVOCABLE,
  restricted,
  SEALED,
  SUMMARY,
  section,
  stating,
  text,
  UNFIXED,
  UNMEASURED,
  UNNAMED,
  under,
  unfixedBut,
  withoutSection,
  withResults,
} from "./three-changes.ts";
import { FAILING, MISLEADING, PASSING } from "./three-trees.ts";

export const FIXTURES: Readonly<Record<string, Fixtures>> = {
  "freedoms-use": { passing: passes, failing: [NONCOMMERCIAL, "fail"], misleading: LIMITED },
  "freedoms-study": { passing: passes, failing: [under("other", SEALED), "fail"], misleading: [NONCOMMERCIAL, "pass"] },
  "freedoms-modify": {
    passing: passes,
    failing: [under("cc-by-nd-4.0", "SPDX-License-Identifier: CC-BY-ND-4.0\n"), "fail"],
    misleading: LIMITED,
  },
  "freedoms-share": { passing: passes, failing: [NONCOMMERCIAL, "fail"], misleading: LIMITED },
  "freedoms-lasting": {
    passing: passes,
    failing: [under("other", REVOCABLE), "fail"],
    misleading: [NONCOMMERCIAL, "undetermined"],
  },
  "osaid-data-description": { passing: passes, failing: fails, misleading: [MISLEADING, "undetermined"] },
  "osaid-data-sources": { passing: passes, failing: fails, misleading: [MISLEADING, "undetermined"] },
  "osaid-code-training": { passing: passes, failing: fails, misleading: [MISLEADING, "fail"] },
  "osaid-code-preprocessing": {
    passing: passes,
    failing: [NONCOMMERCIAL, "fail"],
    misleading: [MISLEADING, "undetermined"],
  },
  "osaid-code-inference": { passing: passes, failing: fails, misleading: [MISLEADING, "fail"] },
  "osaid-code-libraries": {
    passing: passes,
    failing: [NONCOMMERCIAL, "fail"],
    misleading: [MISLEADING, "not-applicable"],
  },
  "osaid-code-architecture": { passing: passes, failing: fails, misleading: [MISLEADING, "fail"] },
  "osaid-parameters": { passing: passes, failing: fails, misleading: [MISLEADING, "fail"] },
  "openmdw-version": {
    passing: [ofOpenMdw(OPENMDW, NOTICE), "pass"],
    failing: [ofOpenMdw(`${OPENMDW}\nYou may not use the model for war.\n`, NOTICE), "fail"],
    misleading: [passes[0], "not-applicable"],
  },
  "openmdw-covers": {
    passing: [ofOpenMdw(OPENMDW, NOTICE), "pass"],
    failing: [
      ofOpenMdw(OPENMDW, {
        "LICENSE-DATA": "The datasets are under CC-BY-NC-4.0.\n\nSPDX-License-Identifier: CC-BY-NC-4.0\n",
      }),
      "warn",
    ],
    misleading: [passes[0], "not-applicable"],
  },
  "openmdw-text": {
    passing: [ofOpenMdw(OPENMDW, NOTICE), "pass"],
    failing: [ofOpenMdw("SPDX-License-Identifier: OpenMDW-1.0\n", NOTICE), "warn"],
    misleading: [
      ofOpenMdw("OpenMDW License Agreement, version 1.0\n\nSee https://openmdw.ai for its text.\n", NOTICE),
      "warn",
    ],
  },
  "openmdw-notices": {
    passing: [ofOpenMdw(OPENMDW, NOTICE), "pass"],
    failing: [ofOpenMdw(OPENMDW), "warn"],
    misleading: [ofOpenMdw(OPENMDW, { NOTICE: "\n" }), "warn"],
  },
  "openwashing-restricted": {
    passing: passes,
    failing: fails,
    misleading: [
      restricted(["Our model is fully open source.", "Our code is open source, unlike the weights."]),
      "not-applicable",
    ],
  },
  "openwashing-weights-only": {
    passing: passes,
    failing: [
      {
        "README.md":
          "---\nlicense: apache-2.0\n---\n# Heron-7B\n\nHeron-7B is a language model. Our model is fully open source.\n",
        LICENSE: text("LICENSE"),
        "model.safetensors": FAILING["model.safetensors"]!,
      },
      "warn",
    ],
    misleading: [MISLEADING, "not-applicable"],
  },
  "true-letters": { passing: passes, failing: [FAILING, "warn"], misleading: [MISLEADING, "warn"] },
  "true-pieces": { passing: passes, failing: [FAILING, "warn"], misleading: [MISLEADING, "warn"] },
  "true-data": { passing: passes, failing: fails, misleading: [MISLEADING, "fail"] },
  "true-environment": {
    passing: passes,
    failing: [UNFIXED, "warn"],
    misleading: [
      unfixedBut({ "requirements.txt": "torch==2.*\n", "tests/requirements.txt": "pytest==8.0.0\n" }),
      "warn",
    ],
  },
  "true-seeds": {
    passing: passes,
    failing: [UNFIXED, "warn"],
    misleading: [unfixedBut({ "NOTES.md": "# Notes\n\nA seed fund paid for the first year.\n" }), "warn"],
  },
  "true-configurations": {
    passing: passes,
    failing: [UNFIXED, "warn"],
    misleading: [unfixedBut({ "config/serve.yaml": "host: localhost\nport: 8000\nmax_tokens: 512\n" }), "warn"],
  },
  "true-commands": {
    passing: passes,
    failing: [
      card(
        ["python train.py", "python run_training.py"],
        ["docker pull heronlab/heron:1.0\n", ""],
        ["pip install -r requirements.txt\n", ""],
      ),
      "fail",
    ],
    misleading: [
      card(["python train.py", "git clone https://github.com/other/kit\npython kit/run_training.py"]),
      "pass",
    ],
  },
  "true-checksums": {
    passing: passes,
    failing: [{ ...PASSING, "model.safetensors": "" }, "warn"],
    misleading: [
      {
        ...PASSING,
        "model.safetensors": "",
        "NOTES.md": "# Notes\n\nMatch the checksum before you load the weights.\n",
      },
      "warn",
    ],
  },
  "true-container": {
    passing: passes,
    failing: [UNFIXED, "warn"],
    misleading: [unfixedBut({ "third_party/other/Dockerfile": "FROM scratch\n" }), "warn"],
  },
  "true-results": { passing: passes, failing: [FAILING, "warn"], misleading: [UNFIXED, "warn"] },
  "true-way": { passing: passes, failing: [UNFIXED, "warn"], misleading: [MISLEADING, "not-applicable"] },
  "software-heritage-open": {
    passing: [card(...CODE), "pass"],
    failing: [restricted(...CODE), "fail"],
    misleading: [card(["It speaks\nEnglish", "Its code is on GitHub. It speaks\nEnglish"]), "not-applicable"],
  },
  "software-heritage-identified-data": {
    passing: [fromArchive(" We trained on the snapshot swh:1:snp:c7c108084bc0bf3d81436bf980b46e98bd338453."), "pass"],
    failing: [fromArchive(""), "fail"],
    misleading: [
      fromArchive(
        "",
        section("Archive", "This repository is archived as swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d."),
      ),
      "fail",
    ],
  },
  "software-heritage-opt-out": {
    passing: [card(...CODE, OPT_OUT), "pass"],
    failing: [card(...CODE), "warn"],
    misleading: [card(...CODE, section("Newsletter", "You can opt out of our newsletter at any time.")), "warn"],
  },
  "evaluation-harness": {
    passing: passes,
    failing: [UNMEASURED, "warn"],
    misleading: [MISLEADING, "not-applicable"],
  },
  "evaluation-tasks": {
    passing: passes,
    failing: [UNNAMED, "undetermined"],
    misleading: [MISLEADING, "not-applicable"],
  },
  "evaluation-repeatable": { passing: passes, failing: [UNFIXED, "warn"], misleading: [MISLEADING, "not-applicable"] },
  "evaluation-versions": {
    passing: [withResults(0.612), "pass"],
    failing: [PASSING, "warn"],
    misleading: [UNFIXED, "warn"],
  },
  "evaluation-numbers": {
    passing: [withResults(0.612), "pass"],
    failing: [withResults(0.512), "fail"],
    misleading: [withResults(0.512, "stork-7b"), "not-applicable"],
  },
  "card-details": ofCard(detailed(""), detailed("## Model details\n\n[More Information Needed]\n")),
  "card-uses": ofCard(card(withoutSection("Intended use"), withoutSection("Out-of-scope use")), MISLEADING),
  "card-limits": ofCard(card(withoutSection("Bias, risks and limitations")), MISLEADING),
  "card-training": ofCard(card([/## Training procedure[\s\S]{1,900}?(?=## Evaluation)/, ""]), MISLEADING),
  "card-evaluation": ofCard(card([/## Evaluation\n[\s\S]{1,400}?(?=## How)/, ""]), MISLEADING),
  "card-cost": ofCard(card([/Training used 512.*\n/, ""]), MISLEADING),
  "card-languages": ofCard(
    card(
      ["language: [en, sw]\n", ""],
      ["It speaks\nEnglish and Swahili. ", ""],
      ["300 billion tokens of English and Swahili text", "300 billion tokens"],
    ),
    MISLEADING,
  ),
  "card-placeholders": ofCard(card(emptied("Intended use")), MISLEADING),
  "card-reach": ofCard(card([/## Citation[\s\S]{1,300}$/, ""]), MISLEADING),
  "datacard-motivation": ofDataCard("Motivation"),
  "datacard-composition": ofDataCard("Composition"),
  "datacard-collection": ofDataCard("Collection"),
  "datacard-processing": ofDataCard("Preprocessing", "Personal and sensitive information"),
  "datacard-risks": ofDataCard("Personal and sensitive information"),
  "datacard-terms": ofDataCard("License and maintenance"),
  "eu-ai-act-compute": {
    passing: [stating("Training took 3.8e24 FLOPs in all."), "pass"],
    failing: [stating("Training took 3.8e25 FLOPs in all."), "warn"],
    misleading: [
      stating("Each GPU does 3.12e14 FLOP/s, and the threshold of the law is 10^25 FLOPs."),
      "not-applicable",
    ],
  },
  "eu-ai-act-exemption": { passing: passes, failing: [restricted(), "warn"], misleading: [MISLEADING, "warn"] },
  "eu-ai-act-technical-documentation": {
    passing: [restricted(), "pass"],
    failing: [FAILING, "warn"],
    misleading: [MISLEADING, "warn"],
  },
  "eu-ai-act-downstream-information": {
    passing: [restricted(section("Input", "The context window is 4096 tokens.")), "pass"],
    failing: [FAILING, "warn"],
    misleading: [MISLEADING, "warn"],
  },
  "eu-ai-act-copyright-policy": {
    passing: [
      restricted(section("Copyright policy", "Our copyright policy follows Article 4(3) of Directive (EU) 2019/790.")),
      "pass",
    ],
    failing: [FAILING, "warn"],
    misleading: [restricted(section("Copyright", "Copyright 2026 Heron Lab. All rights reserved.")), "warn"],
  },
  "eu-ai-act-training-summary": {
    passing: [{ ...restricted(), "TRAINING_CONTENT_SUMMARY.md": SUMMARY }, "pass"],
    failing: [FAILING, "warn"],
    misleading: [
      restricted(section("Summary of training", "Training took three weeks on the cluster of the university.")),
      "warn",
    ],
  },
};
