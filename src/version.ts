import metadata from "../package.json" with { type: "json" };

/** Version of the program. */
export const VERSION: string = metadata.version;

/** Version of the rules: raised whenever the same tree may give another report, so that kept results are made anew. */
export const RULES_VERSION = "12";
