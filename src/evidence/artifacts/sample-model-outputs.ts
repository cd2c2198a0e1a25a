import type { Document } from "../documents/document.ts";
import type { Facts } from "../facts.ts";
import { areaOf } from "../files/area.ts";
import { fromHome } from "../home.ts";
import type { SourceFile } from "../source/source.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { othersWork, quietly } from "./shared/considered.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import { isUnder, type PlacedLink, releaseDocuments, releaseLinks } from "./shared/links.ts";
import { isOwnHubId, namesModel } from "./shared/names.ts";
import { shownOutputs } from "./shared/shown-images.ts";
import { doing } from "./shared/sources.ts";
import { transcriptsIn } from "./shared/transcripts.ts";

const OUTPUT_IMAGE = /\b(demos?|samples?|chats?|outputs?|generations?|generated|gallery|screenshots?)\b/i;
const OUTPUT_HEADING =
  /\b(samples?|sample outputs?|example outputs?|generations?|gallery|transcripts?|example (dialogue|conversation|chat)s?)\b|示例输出|生成示例|样例|对话示例|效果展示|生成例|出力例|対話例/i;
const SAYS_OUTPUT =
  /\b(this will (print|output|generate)|outputs? something like|generates? (something|samples?) like|example output|sample output|the (model )?output( is|:)|prints? something like)\b|输出如下|输出结果|出力例/i;

/**
 * An answer that stands as a comment behind the code: `print(probs)  # prints: [[0.99 0.01]]`. Without a colon or an arrow
 * the verb must be followed by a value: "# print output" says what the next line does.
 */
const COMMENTED_ANSWER =
  /^.{0,200}#\s{0,3}(?:(?:prints?|outputs?|returns?)(?:\s{0,3}(?::|=>|->)\s{0,3}\S{2}|\s{1,3}["'`[({<\d-])|(?:=>|->|➜)\s{0,3}:?\s{0,3}\S{2})/i;

/** What a program prints before the text that the model writes, and a line of such text. */
const GENERATING = /^(?:generating|generated|generation|generated text|completion|model output)\s?:\s{0,4}$/i;
const PROSE = /^\p{L}[\p{L}'’,-]{0,30}(?: [\p{L}'’,.;-]{1,30}){4}/u;

/** What a link to outputs is called. */
const SAMPLE_PAGE =
  /\b(samples?|examples?) (web)?(page|site)\b|\b(audio|video|music|speech|voice|image|generated|generation|model|output) (samples|examples)\b|\bsamples? (outputs?|generations?)\b|サンプル音声|音频样例|生成样例/i;

/** `lumo-output-dataset`, `lumo_generations`. */
const NAMED_OUTPUTS = /[-_](?:model[-_])?(?:outputs?|generations|samples|completions)(?:[-_](?:data|dataset|set))?$/i;

export const sampleModelOutputs: ArtifactRule = {
  id: "sample-model-outputs",
  name: "Sample model outputs",
  mofClass: 3,
  type: "document",
  required: false,
  asks: "Are examples of the model's outputs shown?",
  why: "Examples show at a glance what to expect, and let others see whether they get the same.",
  decides:
    "Files of generations in the tree, outputs shown in the documents (a transcript, a printed answer, images of generations), notebooks saved with what the model gave back, or a link to samples. Prompts without answers, pictures of data and the types of input and output do not count.",
  remedy: "Add a few prompts with the model's answers to the README or a samples/ folder.",
  effort: "minutes",
  references: ["Model Openness Framework, component Sample model outputs (Class III, optional)"],
  find(facts) {
    const files = facts.data
      .filter((file) => file.role === "outputs" && file.area !== "test")
      .map((file) => inTree("outputs-in-tree", file));
    const documents = releaseDocuments(facts);
    const shown = [
      ...documents.flatMap(printedAnswers),
      ...documents.flatMap(outputSections),
      ...documents.flatMap((document) =>
        transcriptsIn(document).map((lines) => inTree("outputs-transcript", document, lines)),
      ),
      ...shownOutputs(facts).map(({ document, link }) => inTree("outputs-shown", document, [link.line, link.line])),
    ];
    const images = facts.media
      .filter(
        (file) =>
          file.kind !== "pdf" &&
          file.area !== "test" &&
          file.area !== "documentation" &&
          fromHome(file.path, facts.snapshot.model).split("/").length <= 5 &&
          !/(^|\/)(data|datasets?|inputs?)\//i.test(file.path) &&
          OUTPUT_IMAGE.test(file.path.replace(/[-_/.]/g, " ")),
      )
      .map((file) => inTree("outputs-figure", file));
    const elsewhere = releaseLinks(facts).filter(({ link }) => link.target.kind !== "file");
    const linked = elsewhere
      .filter((placed) => isUnder(placed, "samples") && OUTPUT_HEADING.test(placed.headings[0]?.title ?? ""))
      .map((placed) => atLink("outputs-linked", placed));
    const pages = elsewhere
      .filter((placed) => isSamplePage(placed) || isSetOfOutputs(placed, facts))
      .map((placed) => atLink("outputs-page-linked", placed));
    return decide(facts, [...files, ...shown, ...notebookOutputs(facts), ...images], [...linked, ...pages]);
  },
};

/** A repository or data set whose own name says that it holds the outputs of this model. */
function isSetOfOutputs(placed: PlacedLink, facts: Facts): boolean {
  const { target } = placed.link;
  const name = target.kind === "github" ? target.repo : target.kind === "hf-dataset" ? target.id : "";
  return NAMED_OUTPUTS.test(name) && namesModel(name, facts) && othersWork(placed) === undefined;
}

/** A page that the link calls one of samples, and not of data or code. */
function isSamplePage(placed: PlacedLink): boolean {
  const { link } = placed;
  return (
    !link.image &&
    link.target.kind !== "anchor" &&
    SAMPLE_PAGE.test(link.text) &&
    !/\b(data(sets?)?|training|code|source|app(lication)?s?)\b/i.test(link.text) &&
    othersWork(placed) === undefined
  );
}

/** Interactive sessions whose code is followed by an answer (`>>> print(response)` and then text), or text that says so. */
function printedAnswers(document: Document): Evidence[] {
  const sessions = document.codeBlocks.filter((block) => {
    const lines = block.text.split("\n");
    return lines.some(
      (line, index) =>
        (/^>>> .{0,200}(print|response|output|chat|generate)/.test(line) && /^[^>.\s]/.test(lines[index + 1] ?? "")) ||
        COMMENTED_ANSWER.test(line) ||
        (GENERATING.test(line) && lines.slice(index + 1, index + 9).some((next) => PROSE.test(next))),
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
  const running = doing(quietly(facts), ["infers"], "weak").flatMap(({ file }) => {
    const content = file.language === "notebook" ? facts.snapshot.contents.get(file.path) : undefined;
    const saved =
      content?.kind === "text" && /"output_type":\s{0,4}"(stream|execute_result|display_data)"/.test(content.text);
    return saved ? [inTree("outputs-in-notebook", file)] : [];
  });
  const shown = facts.sources
    .filter((file) => file.outputLine !== undefined && areaOf(file.path) !== "test" && runsOwnModel(file, facts))
    .map((file) => inTree("outputs-in-notebook", file, [file.outputLine ?? 1, file.outputLine ?? 1]));
  return [...running, ...shown];
}

/** A notebook that tunes shows what the user's model says; one that gets other people's model, what that one does. */
function runsOwnModel({ path, references, roles }: SourceFile, facts: Facts): boolean {
  const tunes =
    /fine[-_]?tun|(^|[/_-])(lora|sft|train)/i.test(path) ||
    roles.some(({ role, strength }) => strength === "strong" && (role === "trains" || role === "fine-tunes"));
  return !tunes && references.some(({ kind, id }) => kind === "hf-model" && isOwnHubId(id, facts));
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
