/** TRUE: transparent, reproducible, understandable, executable; with the checklist for the release of research code. */
import type { Framework, FrameworkRule } from "../framework.ts";
import {
  checkChecksums,
  checkCommands,
  checkConfigurations,
  checkContainer,
  checkData,
  checkEnvironment,
  checkPieces,
  checkResults,
  checkSeeds,
  checkWay,
} from "./checks.ts";

const TRUE =
  "Linux Foundation 2025, Charting Strategic Directions for Global Collaboration in Open Source AI, panel 3 (TRUE)";
const CHECKLIST = "Papers with Code, ML Code Completeness Checklist (Tips for Publishing Research Code)";
const SEEDS = "PyTorch documentation, Reproducibility";
const REVISIONS = "Hugging Face Hub documentation, Download files (revision)";
const PINEAU = "Pineau 2020, The Machine Learning Reproducibility Checklist";

const RULES: readonly FrameworkRule[] = [
  {
    id: "true-pieces",
    title: "Code to train, code to evaluate, and the trained model",
    asks: "Are the training code, the evaluation code and the trained weights released?",
    why: "These are what a result is made of: without one of them nobody can make it again or check it.",
    decides:
      "All three are in the tree or linked by the documents. It fails where one was looked for everywhere and not found.",
    remedy: "Add what is missing, or link it from the README with a sentence that says what it is.",
    effort: "days",
    references: [CHECKLIST],
    check: checkPieces,
  },
  {
    id: "true-data",
    title: "Transparent: the training data is there or documented",
    asks: "Can a reader find out what the model learned from?",
    why: "What a model can do and where it fails begins with its data.",
    decides:
      "The datasets are there or linked, or a data card documents them. It fails where neither was found and all of the tree was seen.",
    remedy: "Link the datasets with their versions, or add DATA_CARD.md.",
    effort: "hours",
    references: [TRUE, PINEAU],
    check: checkData,
  },
  {
    id: "true-environment",
    title: "Reproducible: the environment is pinned",
    asks: "Are the versions of what the code needs fixed?",
    why: "Code that ran with one version of a library gives other numbers, or none, with the next.",
    decides:
      "A lock file, or a requirements or conda file in which every entry has an exact version, is enough. Entries with open versions get a warning on the first of them. It fails where no dependency is declared at all. Requirements of tests and documentation do not count.",
    remedy: "Commit a lock file (uv.lock, poetry.lock, conda-lock.yml), or write exact versions with ==.",
    effort: "minutes",
    references: [CHECKLIST, "pip documentation, Repeatable Installs"],
    check: checkEnvironment,
  },
  {
    id: "true-seeds",
    title: "Reproducible: random seeds are fixed",
    asks: "Do training or evaluation fix the seeds of their random numbers?",
    why: "Without the seed a second run is another experiment.",
    decides:
      "Code that trains or evaluates, its settings and the documents are read for a seed that is set or stated. It warns where none is found and all code was read; it does not apply where nothing in the tree trains or evaluates.",
    remedy: "Set the seed in code or settings, and state it in the README.",
    effort: "minutes",
    references: [TRUE, SEEDS],
    check: checkSeeds,
  },
  {
    id: "true-configurations",
    title: "Reproducible: the settings of the training run",
    asks: "Are the settings of the training run in the tree?",
    why: "Training code has many settings; the model came from one of them.",
    decides:
      "Files of training settings, or a filled section on hyperparameters. It applies where the training code is in the tree.",
    remedy: "Commit the configuration files of the released runs.",
    effort: "minutes",
    references: [CHECKLIST, PINEAU],
    check: checkConfigurations,
  },
  {
    id: "true-commands",
    title: "Executable: the commands name files that exist",
    asks: "Are the scripts that the documents' commands run in the tree?",
    why: "A command that names a missing file ends the attempt to reproduce at its first step.",
    decides:
      "Commands in the documents that run a script (python, bash, torchrun, accelerate, deepspeed, sbatch) are compared with the whole tree by the script's file name. A script is called missing only where the document fetches nothing from elsewhere, no other repository is spoken of beside the command, and the name is no stand-in.",
    remedy: "Commit the script, or correct the command.",
    effort: "minutes",
    references: [CHECKLIST],
    finding: "notice",
    check: checkCommands,
  },
  {
    id: "true-checksums",
    title: "Reproducible: weights and data can be checked",
    asks: "Can a reader tell whether the weights and data are the same ones?",
    why: "Files on other hosts change without a trace unless a checksum or a fixed revision says which ones were meant.",
    decides:
      "Checksum files, checksums in documents or code, pointers with hashes, weights in the tree itself, or downloads that are pinned to a commit. It warns where there is none.",
    remedy: "State the SHA-256 of each file, or pin downloads to a commit of the hub.",
    effort: "minutes",
    references: [TRUE, REVISIONS],
    check: checkChecksums,
  },
  {
    id: "true-container",
    title: "Executable: a container",
    asks: "Is there a container in which the code runs?",
    why: "A container keeps what no list of packages names: the system, the drivers' interface, the compiler.",
    decides: "A container file, or a command in the documents that pulls or runs an image.",
    remedy: "Add a Dockerfile that installs the pinned environment.",
    effort: "hours",
    references: [CHECKLIST],
    check: checkContainer,
  },
  {
    id: "true-results",
    title: "Reproducible: results with how they were produced",
    asks: "Do the results come with the commands or settings that produced them?",
    why: "A number can be checked only by who knows how it was measured.",
    decides:
      "A command that evaluates, code under a heading on evaluation or reproduction, or result files of a harness that keep the settings of the run. Evaluation code without a command gets a warning.",
    remedy: "Put the exact command below each table of results, or commit the harness's result files.",
    effort: "minutes",
    references: [CHECKLIST],
    check: checkResults,
  },
  {
    id: "true-way",
    title: "Understandable: the way from installing to measuring",
    asks: "Do the documents lead a reader through installing and using the model, and training and evaluating where there is code for it?",
    why: "Code that only its authors can run is not understood by anyone else.",
    decides:
      "Each step counts where a heading announces it and something is written below, or where a command or code shows it.",
    remedy: "Add the missing steps to the README, each with a command that runs as it stands.",
    effort: "hours",
    references: [TRUE, CHECKLIST],
    check: checkWay,
  },
];

export const trueFramework: Framework = {
  id: "true",
  title: "TRUE: transparent, reproducible, understandable, executable",
  version: "2025-07",
  rules: RULES,
};
