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
import { checkLetters, once } from "./letters.ts";

const TRUE =
  "Linux Foundation 2025, Charting Strategic Directions for Global Collaboration in Open Source AI, panel 3 (TRUE)";
const CHECKLIST = "Papers with Code, ML Code Completeness Checklist (Tips for Publishing Research Code)";
const SEEDS = "PyTorch documentation, Reproducibility";
const REVISIONS = "Hugging Face Hub documentation, Download files (revision)";
const PINEAU = "Pineau 2020, The Machine Learning Reproducibility Checklist";

const pieces = once(checkPieces);
const data = once(checkData);
const environment = once(checkEnvironment);
const seeds = once(checkSeeds);
const configurations = once(checkConfigurations);
const commands = once(checkCommands);
const checksums = once(checkChecksums);
const container = once(checkContainer);
const results = once(checkResults);
const way = once(checkWay);

const RULES: readonly FrameworkRule[] = [
  {
    id: "true-letters",
    title: "Which of the four words the release shows",
    asks: "Is the release transparent, reproducible, understandable and executable?",
    why: "The four are different goods: a release may be easy to run and hard to reproduce.",
    decides:
      "Transparent: the rule on data. Reproducible: the three pieces, environment, seeds, settings, checksums, results. Understandable: the way from installing to measuring. Executable: commands and container. A word is shown where all of its rules that apply are met, in part where some are. The source sets no threshold: it fails only where none of the four is shown even in part.",
    remedy: "Take the first rule below that is not met.",
    effort: "hours",
    references: [TRUE],
    check: checkLetters([
      ["transparent", [data]],
      ["reproducible", [pieces, environment, seeds, configurations, checksums, results]],
      ["understandable", [way]],
      ["executable", [commands, container]],
    ]),
  },
  {
    id: "true-pieces",
    title: "Code to train, code to evaluate, and the trained model",
    asks: "Are the training code, the evaluation code and the trained weights released?",
    why: "These are what a result is made of: without one of them nobody can make it again or check it.",
    decides:
      "All three are in the tree or linked by the documents. It warns where one was looked for everywhere and not found, and fails where none of them was found.",
    remedy: "Add what is missing, or link it from the README with a sentence that says what it is.",
    effort: "days",
    references: [CHECKLIST],
    check: pieces,
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
    check: data,
  },
  {
    id: "true-environment",
    title: "Reproducible: the environment is pinned",
    asks: "Are the versions of what the code needs fixed?",
    why: "Code that ran with one version of a library gives other numbers, or none, with the next.",
    decides:
      "A lock file, or a requirements or conda file in which every entry has an exact version, is enough. Entries with open versions get a warning on the first of them, and so does code without any declared dependency. Requirements of tests and documentation do not count.",
    remedy: "Commit a lock file (uv.lock, poetry.lock, conda-lock.yml), or write exact versions with ==.",
    effort: "minutes",
    references: [CHECKLIST, "pip documentation, Repeatable Installs"],
    check: environment,
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
    check: seeds,
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
    check: configurations,
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
    check: commands,
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
    check: checksums,
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
    check: container,
  },
  {
    id: "true-results",
    title: "Reproducible: results with how they were produced",
    asks: "Do the results come with the commands or settings that produced them?",
    why: "A number can be checked only by who knows how it was measured.",
    decides:
      "A command that evaluates, code under a heading on evaluation or reproduction, or result files of a harness that keep the settings of the run. Results without them, and evaluation code without a command, get a warning.",
    remedy: "Put the exact command below each table of results, or commit the harness's result files.",
    effort: "minutes",
    references: [CHECKLIST],
    check: results,
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
    check: way,
  },
];

export const trueFramework: Framework = {
  id: "true",
  title: "TRUE: transparent, reproducible, understandable, executable",
  version: "2025-07",
  rules: RULES,
};
