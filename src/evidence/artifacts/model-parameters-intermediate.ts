import { say } from "../../messages/said.ts";
import type { Facts } from "../facts.ts";
import type { ArtifactRule, Evidence } from "./artifact.ts";
import { modelParametersFinal } from "./model-parameters-final.ts";
import { leave, quietly } from "./shared/considered.ts";
import { atLink, decide, inTree } from "./shared/findings.ts";
import { releaseDocuments, releaseLinks } from "./shared/links.ts";
import { isOwnHubId, namesModel } from "./shared/names.ts";
import { isIntermediate, listsCheckpoints, namesStep, promisesIntermediate, saysIntermediate } from "./shared/steps.ts";

export const modelParametersIntermediate: ArtifactRule = {
  id: "model-parameters-intermediate",
  name: "Model parameters (Intermediate)",
  mofClass: 1,
  type: "data",
  required: true,
  asks: "Are checkpoints from intermediate training steps released?",
  why: "They let researchers study how a model learns, and others resume the training.",
  decides:
    "Checkpoints of at least two steps are in the tree, or the documents link revisions or repositories of intermediate steps, or say that they are released beside a link to the model's page, or list the released files as checkpoints in the order of training. Base models are final releases, and gradient checkpointing is something else.",
  remedy:
    "Upload checkpoints as branches or tags (step1000, step2000 …) of the model's hub repository and say so in the README.",
  effort: "hours",
  references: ["Model Openness Framework, component Model parameters (Intermediate) (Class I, data)"],
  find(facts) {
    const steps = facts.weights.filter(
      (file) =>
        file.step !== undefined &&
        (file.form === "file" ||
          file.form === "pointer" ||
          leave(facts, { path: file.path, sha: file.sha }, say("leftOut.placeholder"))),
    );
    const inRepo =
      new Set(steps.map((file) => file.step)).size >= 2 ? steps.map((file) => inTree("checkpoints-in-tree", file)) : [];
    const links = releaseLinks(facts).filter((placed) => {
      const { target } = placed.link;
      return (
        isIntermediate(placed) &&
        ((target.kind === "hf-model" && isOwnHubId(target.id, facts)) ||
          ["modelscope-model", "hub-model", "hf-collection", "download"].includes(target.kind))
      );
    });
    return decide(facts, inRepo, [
      ...links.map((placed) => atLink("checkpoints-linked", placed)),
      ...saidBesideModel(facts),
      ...listedAmongWeights(facts),
    ]);
  },
};

/** A file of parameters, as a list of the released ones names it. */
const PARAMETER_FILE = /\b[\w.-]{1,80}\.(pt|pth|ckpt|bin|safetensors|npz|msgpack|h5)\b/;

/**
 * A guide to the released parameter files that calls them checkpoints in the order of the training: they are where the
 * final weights are. Such lists are often set as code, for their indentation.
 */
function listedAmongWeights(facts: Facts): Evidence[] {
  const places = [...releaseDocuments(facts)].flatMap(({ path, passages, codeBlocks }) =>
    [...passages, ...codeBlocks]
      .filter(({ text }) => listsCheckpoints(text) && PARAMETER_FILE.test(text.slice(0, 20_000)))
      .map(({ lines }) => ({ path, lines })),
  );
  if (places.length === 0) return [];
  const urls = modelParametersFinal.find(quietly(facts)).evidence.flatMap((one) => ("url" in one ? [one.url] : []));
  const url = urls.find((one) => namesModel(one.replace(/\/$/, "").split("/").at(-1) ?? "", facts)) ?? urls[0];
  return url === undefined ? [] : places.map((writtenAt) => ({ url, writtenAt, rule: "checkpoints-listed" }));
}

/** "We release all intermediate checkpoints", or a revision in a code block, in a document that links the model's own page. */
function saidBesideModel(facts: Facts): Evidence[] {
  return releaseDocuments(facts).flatMap((document) => {
    const page = document.links.find(
      ({ target }) =>
        (target.kind === "hf-model" && isOwnHubId(target.id, facts)) ||
        (target.kind === "hf-organisation" && facts.ownOrganisations.includes(target.id.toLowerCase())),
    );
    if (page === undefined) return [];
    const said = document.passages.find(({ text, lines }) => {
      const promise = promisesIntermediate(text);
      if (promise !== undefined)
        leave(facts, { path: document.path, sha: document.sha, lines }, say("leftOut.onlyPromise", promise));
      return saysIntermediate(text);
    });
    const revised = document.codeBlocks.find(
      (block) =>
        /revision\s?=\s?["'][^"']{3,60}["']/.test(block.text) &&
        namesStep(/revision\s?=\s?["']([^"']{3,60})["']/.exec(block.text)?.[1] ?? ""),
    );
    const lines = said?.lines ?? revised?.lines;
    return lines === undefined
      ? []
      : [{ url: page.url, writtenAt: { path: document.path, lines }, rule: "checkpoints-said" }];
  });
}
