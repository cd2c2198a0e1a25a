import type { ArtifactRule } from "./artifact.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import { codeLinks } from "./shared/linked-code.ts";
import { doing, sourceEvidence } from "./shared/sources.ts";

const TOOLS = /\b(library|framework|engine|toolkit|tokenizer|kernels?)\b|框架|工具|ライブラリ/i;

export const supportingLibrariesAndTools: ArtifactRule = {
  id: "supporting-libraries-and-tools",
  name: "Supporting libraries and tools",
  mofClass: 2,
  type: "code",
  required: false,
  asks: "Are the libraries and tools used in development released or named with versions?",
  why: "Code that cannot be installed cannot be run; a tokenizer is part of what the model is.",
  decides:
    "Dependency declarations (requirements, project files, lock files, containers), tokenizer files or code in the tree. Else a link to the libraries used.",
  remedy: "Add requirements.txt or pyproject.toml with pinned versions, and the tokenizer.",
  effort: "minutes",
  references: ["Model Openness Framework, component Supporting libraries and tools (Class II, optional)"],
  find(facts) {
    const files = facts.configs
      .filter(
        (file) =>
          (file.kind === "dependencies" || file.kind === "tokenizer") &&
          file.area !== "test" &&
          file.area !== "documentation",
      )
      .map((file) =>
        inTree(file.kind === "dependencies" ? "dependencies-declared" : "tokenizer-in-tree", file, [
          file.line,
          file.line,
        ]),
      );
    return decide(
      facts,
      [...files, ...sourceEvidence("tokenizer-in-source", doing(facts, ["tokenizes"]))],
      codeLinks(facts, TOOLS).map((placed) => atLink("tools-linked", placed)),
    );
  },
};
