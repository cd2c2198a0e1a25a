import type { ArtifactRule } from "./artifact.ts";
import { decide } from "./shared/findings.ts";
import { ownPublications } from "./shared/papers.ts";

export const technicalReport: ArtifactRule = {
  id: "technical-report",
  name: "Technical report",
  mofClass: 3,
  type: "document",
  required: true,
  asks: "Is there a report on this model?",
  why: "A report tells what the model can do and how it was made, so that others can judge and use it.",
  decides:
    "A PDF of a report is in the tree, or the documents link or cite a report or paper about this very model. Papers of other people's work (methods, benchmarks, base models) do not count. A research paper stands in for the report.",
  remedy:
    "Write a report (architecture, training, evaluation, use) as PDF or Markdown, or link the paper about this model.",
  effort: "days",
  references: ["Model Openness Framework, component Technical report (Class III, document)"],
  find(facts) {
    const own = ownPublications(facts).filter((publication) => publication.report);
    return decide(
      facts,
      own.filter((publication) => publication.inRepo).map((publication) => publication.evidence),
      own.map((publication) => publication.evidence),
    );
  },
};
