import type { Document } from "../../evidence/documents/document.ts";

/** "Lumo is a transformer-based text-to-audio model": the name stands for the model from here on. */
const DEFINES =
  /^\W{0,6}(\p{Lu}[\w.+-]{1,30}) (?:is|are) (?:an?|the|our)(?:(?!\s(?:for|of|to|that|which|with|by|from|in|on)\s)[^.]){0,100}\bmodels?\b(?! (?:architectures?|frameworks?|librar(?:y|ies)|zoos?|hubs?|cards?|server|format)\b)/u;
const LEADING_NAME = /^[^\p{L}\p{N}]{0,8}(\p{L}[\w.+-]{1,30}) (?:is|are) (?:now )?\w{0,12}licen[cs]ed\b/u;

/** Passages in which a page introduces what it is about. */
const OPENING = 40;

/** Names that a document defines as a model, in lower case. A name of a framework or library is none. */
export function namesOfModels({ passages }: Document): ReadonlySet<string> {
  return new Set(passages.slice(0, OPENING).flatMap(({ text }) => DEFINES.exec(text)?.[1]?.toLowerCase() ?? []));
}

/** Is the thing that a sentence licenses a model by its name? "Lumo is licensed under the MIT License." */
export function licensesModel(sentence: string, models: ReadonlySet<string>): boolean {
  const name = LEADING_NAME.exec(sentence)?.[1]?.toLowerCase();
  return name !== undefined && models.has(name);
}
