import type { Document } from "../documents/document.ts";
import type { Facts } from "../facts.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { quietly } from "./shared/considered.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import { isUnder, releaseDocuments, releaseLinks } from "./shared/links.ts";
import { doing } from "./shared/sources.ts";

const OUTPUT_IMAGE = /\b(demos?|samples?|chats?|outputs?|generations?|generated|gallery|screenshots?)\b/i;
const OUTPUT_HEADING =
  /\b(samples?|sample outputs?|example outputs?|generations?|gallery|transcripts?|example (dialogue|conversation|chat)s?)\b|示例输出|生成示例|样例|对话示例|效果展示|生成例|出力例|対話例/i;
const SAYS_OUTPUT =
  /\b(this will (print|output|generate)|outputs? something like|generates? (something|samples?) like|example output|sample output|the (model )?output( is|:)|prints? something like)\b|输出如下|输出结果|出力例/i;

/** An answer that stands as a comment behind the code: `print(probs)  # prints: [[0.99 0.01]]`. */
const COMMENTED_ANSWER = /^.{0,200}#\s{0,3}(prints?|outputs?|returns?|=>|->|➜)\s{0,3}:?\s{0,3}\S{2}/i;

export const sampleModelOutputs: ArtifactRule = {
  id: "sample-model-outputs",
  name: "Sample model outputs",
  mofClass: 3,
  type: "document",
  required: false,
  asks: "Are examples of the model's outputs shown?",
  why: "Examples show at a glance what to expect, and let others see whether they get the same.",
  decides:
    "Files of generations in the tree, outputs shown in the documents (a transcript, a printed answer, images of generations), or a link to samples. Prompts without answers do not count.",
  remedy: "Add a few prompts with the model's answers to the README or a samples/ folder.",
  effort: "minutes",
  references: ["Model Openness Framework, component Sample model outputs (Class III, optional)"],
  find(facts) {
    const files = facts.data
      .filter((file) => file.role === "outputs" && file.area !== "test")
      .map((file) => inTree("outputs-in-tree", file));
    const documents = releaseDocuments(facts);
    const shown = [...documents.flatMap(printedAnswers), ...documents.flatMap(outputSections)];
    const images = facts.media
      .filter(
        (file) =>
          file.kind !== "pdf" &&
          file.area !== "test" &&
          file.area !== "documentation" &&
          file.path.split("/").length <= 5 &&
          !/(^|\/)(data|datasets?|inputs?)\//i.test(file.path) &&
          OUTPUT_IMAGE.test(file.path.replace(/[-_/.]/g, " ")),
      )
      .map((file) => inTree("outputs-figure", file));
    const linked = releaseLinks(facts)
      .filter(
        (placed) =>
          isUnder(placed, "samples") &&
          OUTPUT_HEADING.test(placed.headings[0]?.title ?? "") &&
          placed.link.target.kind !== "file",
      )
      .map((placed) => atLink("outputs-linked", placed));
    return decide(facts, [...files, ...shown, ...notebookOutputs(facts), ...images], linked);
  },
};

/** Interactive sessions whose code is followed by an answer (`>>> print(response)` and then text), or text that says so. */
function printedAnswers(document: Document): Evidence[] {
  const sessions = document.codeBlocks.filter((block) => {
    const lines = block.text.split("\n");
    return lines.some(
      (line, index) =>
        (/^>>> .{0,200}(print|response|output|chat|generate)/.test(line) && /^[^>.\s]/.test(lines[index + 1] ?? "")) ||
        COMMENTED_ANSWER.test(line),
    );
  });
  const said = document.passages.filter(
    (passage) =>
      SAYS_OUTPUT.test(passage.text) &&
      document.codeBlocks.some((block) => block.lines[0] >= passage.lines[1] && block.lines[0] <= passage.lines[1] + 3),
  );
  return [
    ...sessions.map((block) => inTree("outputs-printed", document, block.lines)),
    ...said.map((passage) => inTree("outputs-printed", document, passage.lines)),
  ];
}

/** Notebooks that run the model and were saved with what came out. */
function notebookOutputs(facts: Facts): Evidence[] {
  return doing(quietly(facts), ["infers"], "weak").flatMap(({ file }) => {
    const content = file.language === "notebook" ? facts.snapshot.contents.get(file.path) : undefined;
    const saved =
      content?.kind === "text" && /"output_type":\s{0,4}"(stream|execute_result|display_data)"/.test(content.text);
    return saved ? [inTree("outputs-in-notebook", file)] : [];
  });
}

function outputSections(document: Document): Evidence[] {
  return document.sections
    .filter(
      (section) =>
        section.topics.includes("samples") &&
        OUTPUT_HEADING.test(section.title) &&
        (section.filled || document.codeBlocks.some((block) => block.section === section.index)),
    )
    .map((section) => inTree("outputs-section", document, section.lines));
}
