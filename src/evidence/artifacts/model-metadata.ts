import type { Document } from "../documents/document.ts";
import { topicsAround } from "../documents/sections.ts";
import { areaOf } from "../files/area.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import { releaseDocuments, releaseLinks } from "./shared/links.ts";
import { logBookLines, optionTables } from "./shared/training-records.ts";

const HYPERPARAMETER =
  /\b(learning[-_ ]?rate|batch[-_ ]?size|warm-?up|weight[-_ ]?decay|optimi[sz]er|adam\w?|epochs?|gradient[-_ ]?accumulation|lr[-_ ]?schedule|training[-_ ]?steps|max[-_ ]?steps|sequence[-_ ]?length)\b|学习率|批大小|学習率|バッチサイズ/gi;

export const modelMetadata: ArtifactRule = {
  id: "model-metadata",
  name: "Model metadata",
  mofClass: 1,
  type: "data",
  required: false,
  asks: "Is the training configuration released: hyperparameters, schedules, logs, optimizer states?",
  why: "Code without its settings does not reproduce a model.",
  decides:
    "Training configurations or logs in the tree, or a table or section of hyperparameters of the training or the log-book of a run in the documents, or linked logs. Architecture-only configurations and settings for users' fine-tuning do not count.",
  remedy: "Commit the configuration of the released run and its logs, or a table of hyperparameters in the model card.",
  effort: "hours",
  references: ["Model Openness Framework, component Model metadata (Class I, optional)"],
  find(facts) {
    const files = facts.configs
      .filter((file) => (file.kind === "training" || file.kind === "log") && file.area === "own")
      .map((file) => inTree(file.kind === "log" ? "training-log" : "training-config", file, [file.line, file.line]));
    const written = releaseDocuments(facts)
      .filter((document) => areaOf(document.path) === "own" || documentsRelease(document))
      .flatMap(hyperparameters);
    const kept = releaseDocuments(facts).flatMap((document) => {
      const book = logBookLines(document);
      return [
        ...(book === undefined ? [] : [inTree("training-log-book", document, book)]),
        ...optionTables(document).map((lines) => inTree("hyperparameters-written", document, lines)),
      ];
    });
    const logs = releaseLinks(facts)
      .filter(({ link }) => /wandb\.ai\/|tensorboard\.dev\/|comet\.com\//i.test(link.url))
      .map((placed) => atLink("training-log-linked", placed));
    return decide(facts, [...files, ...written, ...kept], logs);
  },
};

/** Documentation speaks of the released run only where it says so; the rest is advice to users. */
function documentsRelease({ path, passages }: Document): boolean {
  return (
    areaOf(path) === "documentation" &&
    passages.some(({ text }) =>
      /\b(exact|same) (settings|hyper-?parameters|configurations?)\b|\bwe used (in|for) (the|our) paper\b|\bused in (the|our) paper\b/i.test(
        text,
      ),
    )
  );
}

function hyperparameters(document: Document): Evidence[] {
  const tables = document.tables.filter(
    (table) => distinct(`${table.headers.join(" ")} ${table.rows.map((row) => row.join(" ")).join(" ")}`) >= 2,
  );
  const sections = document.sections.filter(
    (section) =>
      section.topics.includes("hyperparameters") &&
      !section.topics.includes("fine-tuning") &&
      distinct(section.text) >= 2,
  );
  const commands = document.codeBlocks.filter(
    (block) => distinct(block.text.replace(/[._]/g, " ")) >= 3 && /\b(train|pretrain)/i.test(block.text),
  );
  const forUsers = (section: number | undefined): boolean => {
    const nearest = topicsAround(document, section);
    return nearest.includes("fine-tuning") || (nearest.includes("usage") && !nearest.includes("training"));
  };
  const places = [...tables, ...commands].filter((place) => !forUsers(place.section));
  return [...places, ...sections].map((place) => inTree("hyperparameters-written", document, place.lines));
}

function distinct(text: string): number {
  return new Set((text.match(HYPERPARAMETER) ?? []).map((word) => word.toLowerCase().replace(/[-_ ]/g, ""))).size;
}
