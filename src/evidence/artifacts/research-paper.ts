import type { ArtifactRule } from "./artifact.ts";
import { decide } from "./shared/findings.ts";
import { ownPublications } from "./shared/papers.ts";

export const researchPaper: ArtifactRule = {
  id: "research-paper",
  name: "Research paper",
  mofClass: 1,
  type: "document",
  required: true,
  asks: "Is there a paper about this model?",
  why: "A paper gives the full account of method, data and results that peers can examine and build on.",
  decides:
    "A paper about this very model (arXiv, proceedings, DOI, or a PDF in the tree) is linked or cited. Related work is told apart by title, place and wording.",
  remedy:
    "Post a preprint under an open license (on arXiv choose CC BY 4.0) and cite it in the README and CITATION.cff.",
  effort: "days",
  references: ["Model Openness Framework, component Research paper (Class I, document)"],
  find(facts) {
    const own = ownPublications(facts).filter((publication) => publication.paper);
    return decide(
      facts,
      own.filter((publication) => publication.inRepo).map((publication) => publication.evidence),
      own.map((publication) => publication.evidence),
    );
  },
};
