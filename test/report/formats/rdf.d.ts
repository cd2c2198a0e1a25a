/** What the tests use of two packages that bring no types. */
declare module "jsonld" {
  interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }
  interface Options {
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
    readonly format: "application/n-quads";
    /** Throws where a property or a type would be lost. */
    readonly safe: boolean;
  }
  const jsonld: { readonly toRDF: (document: object, options: Options) => Promise<string> };
  export default jsonld;
}

declare module "n3" {
  import type { DatasetCore, Quad } from "@rdfjs/types";
  export class Parser {
    constructor(options?: { readonly format?: string });
    parse(text: string): Quad[];
  }
  export const Store: new (quads: readonly Quad[]) => DatasetCore;
}
