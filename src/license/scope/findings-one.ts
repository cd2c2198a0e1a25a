import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import { squash } from "../../evidence/artifacts/shared/names.ts";
import type { Facts } from "../../evidence/facts.ts";
import { told } from "../../messages/said.ts";
import type { LicenseEvidence } from "./collect.ts";
import type { LicenseFinding } from "./findings.ts";

/** "The checkpoint of Lumo 16B is licensed for …", "Weights of Lumo-XL are for …": one of several is named. */
const ONE_OF_THEM =
  /\b(?:checkpoints?|weights|models?) (?:of|for|named|called) (?:the )?\W{0,3}([A-Z][\w.+-]{1,40}(?: \d[\w.]{0,10}| [A-Z][\w.+-]{0,20}){0,3})\W{0,3} (?:is|are)\b/;
const MOST = 5;

/**
 * A limit that a sentence puts on one checkpoint of several. All weights are one component (Model Openness Framework), so
 * that the strictest of them counts; which one it is tells a reader what is left to use freely.
 */
export function limitsOfOne(facts: Facts, { statements }: LicenseEvidence): LicenseFinding[] {
  const limited = statements.filter(
    ({ how, open, scopes }) => how === "sentence" && open === false && scopes.includes("parameters"),
  );
  if (limited.length === 0) return [];
  const released = modelsLinked(facts);
  return limited.slice(0, MOST).flatMap(({ words, path, lines }): LicenseFinding[] => {
    const name = ONE_OF_THEM.exec(words)?.[1];
    if (name === undefined || !released.some((one) => !one.includes(squash(name)))) return [];
    return [
      {
        rule: "license-limit-of-one",
        level: "notice",
        ...told("license.limitOfOne", name),
        path,
        lines: [lines[0], lines[1]],
      },
    ];
  });
}

/** Names of the models on hubs that the documents link, without their organisations. */
function modelsLinked(facts: Facts): readonly string[] {
  const ids = releaseDocuments(facts).flatMap(({ links }) =>
    links.flatMap(({ target }) =>
      target.kind === "hf-model" || target.kind === "modelscope-model" ? [target.id] : [],
    ),
  );
  return [...new Set(ids.map((id) => squash(id.slice(id.indexOf("/") + 1))))];
}
