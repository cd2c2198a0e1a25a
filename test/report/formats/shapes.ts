/** SPDX's own ontology and shapes, as judges of what is written: what its JSON Schema cannot tell, such as classes of what is referred to. */
import { readFileSync } from "node:fs";
import type { Quad } from "@rdfjs/types";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import ShaclValidator from "rdf-validate-shacl";

const CONTEXT_URL = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";
const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/schemas/${name}`, import.meta.url), "utf8");

const CONTEXT = JSON.parse(read("spdx-3.0.1-context.jsonld")) as object;
/** Shapes that are classes are found as such only where an OWL class is known to be a class (OWL 2 RDF-Based Semantics, table 5.2). */
const OWL = `<http://www.w3.org/2002/07/owl#Class> <http://www.w3.org/2000/01/rdf-schema#subClassOf>
  <http://www.w3.org/2000/01/rdf-schema#Class> .`;
const MODEL: readonly Quad[] = new Parser().parse(`${read("spdx-3.0.1-model.ttl")}\n${OWL}`);
const VALIDATOR = new ShaclValidator(new Store(MODEL));

/** Nothing is fetched: of all contexts there is one. */
function documentLoader(url: string) {
  if (url !== CONTEXT_URL) throw new Error(`A context that is not SPDX's: ${url}`);
  return Promise.resolve({ contextUrl: null, documentUrl: url, document: CONTEXT });
}

/** The document as triples. Throws where JSON-LD would drop something of it without a word. */
export async function triplesOf(text: string): Promise<readonly Quad[]> {
  const document = JSON.parse(text) as object;
  const lines = await jsonld.toRDF(document, { documentLoader, format: "application/n-quads", safe: true });
  return new Parser({ format: "N-Quads" }).parse(lines);
}

/** What the shapes find wrong, in lines; empty where nothing is. */
export async function spdxShapeMistakes(text: string): Promise<readonly string[]> {
  // The ontology is among the data, so that the individuals of SPDX's vocabularies have their classes.
  const { results } = await VALIDATOR.validate(new Store([...MODEL, ...(await triplesOf(text))]));
  return results.map(({ focusNode, path, message }) =>
    [focusNode?.value, path?.value, ...message.map(({ value }) => value)].join(" "),
  );
}
