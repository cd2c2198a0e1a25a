/** Whether the documents load the model with a library that implements networks: then its code may be there, and not here. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { RuleEvidence } from "../framework.ts";

/** Libraries of networks that load weights by name, by the words with which a snippet loads them. */
const LOADS: readonly (readonly [string, RegExp])[] = [
  ["transformers", /\bfrom transformers(?:\.\w{1,40}){0,4} import\b[\s\S]{0,4000}(?:\.from_pretrained\(|\bpipeline\()/],
  ["diffusers", /\bfrom diffusers(?:\.\w{1,40}){0,4} import\b[\s\S]{0,4000}\.from_pretrained\(/],
  ["sentence-transformers", /\bfrom sentence_transformers import\b[\s\S]{0,4000}\bSentenceTransformer\(/],
  ["timm", /\btimm\.create_model\(/],
  ["vLLM", /\bvllm serve\b|\bfrom vllm import\b/],
  ["SGLang", /\bsglang\.launch_server\b/],
];
const LONGEST = 20_000;

export interface Loading {
  readonly library: string;
  readonly place: RuleEvidence;
}

/** The first snippet of the documents that loads a model with such a library. */
export function libraryThatLoads(facts: Facts): Loading | undefined {
  for (const { path, codeBlocks } of releaseDocuments(facts))
    for (const { text, lines } of codeBlocks) {
      const library = libraryIn(text);
      if (library !== undefined) return { library, place: { path, lines } };
    }
  return undefined;
}

/** The library with which a snippet loads a model. */
export const libraryIn = (snippet: string): string | undefined =>
  LOADS.find(([, words]) => words.test(snippet.slice(0, LONGEST)))?.[0];
