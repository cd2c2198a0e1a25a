/**
 * What hosts without a machine-readable description that could be had here say of their answers in prose, as schemas of
 * our own: Zenodo ("Records" and "Errors" of developers.zenodo.org), Software Heritage (`/api/1/resolve/` of its API
 * documentation), and arXiv (OAI-PMH 2.0, section 4.1 and "Error and Exception Conditions"; arXiv's metadata format of
 * the same name).
 */

const text = { type: "string" } as const;

const REFERENCE = {
  type: "object",
  required: ["name", "ref", "targetCommit"],
  properties: {
    name: text,
    ref: { type: "string", pattern: "^refs/" },
    targetCommit: { type: "string", pattern: "^[0-9a-f]{40}$" },
  },
};

/** Branches and tags of the Hub, which its client's types do not describe (hub documentation, "Hub API Endpoints"). */
export const HUB_REFERENCES = {
  type: "object",
  required: ["branches", "tags", "converts"],
  properties: Object.fromEntries(
    ["branches", "tags", "converts"].map((name) => [name, { type: "array", items: REFERENCE }]),
  ),
};

export const ZENODO_RECORD = {
  type: "object",
  required: ["id", "conceptrecid", "metadata", "files"],
  properties: {
    id: { type: "integer" },
    conceptrecid: text,
    metadata: {
      type: "object",
      required: ["title", "access_right"],
      properties: {
        title: text,
        access_right: { enum: ["open", "embargoed", "restricted", "closed"] },
        license: { type: "object", required: ["id"], properties: { id: text } },
        version: text,
      },
    },
    files: {
      type: "array",
      items: {
        type: "object",
        required: ["key", "size", "checksum"],
        properties: {
          key: text,
          size: { type: "integer" },
          checksum: { type: "string", pattern: "^md5:[0-9a-f]{32}$" },
        },
      },
    },
  },
};

export const ZENODO_ERROR = {
  type: "object",
  required: ["status", "message"],
  properties: { status: { type: "integer" }, message: text },
};

export const SOFTWARE_HERITAGE_OBJECT = {
  type: "object",
  required: ["namespace", "scheme_version", "object_type", "object_id", "metadata", "browse_url"],
  properties: {
    namespace: { const: "swh" },
    scheme_version: { const: 1 },
    object_type: { enum: ["content", "directory", "release", "revision", "snapshot"] },
    object_id: { type: "string", pattern: "^[0-9a-f]{40}$" },
    metadata: { type: "object" },
    browse_url: text,
  },
};

export const SOFTWARE_HERITAGE_ERROR = {
  type: "object",
  required: ["exception", "reason"],
  properties: { exception: text, reason: text },
};

/** Elements of an answer with a paper, in their order; what may be left out may be. */
const PAPER =
  /^<\?xml version="1\.0"[^>]*\?>\s*<OAI-PMH xmlns="http:\/\/www\.openarchives\.org\/OAI\/2\.0\/"[^>]*>\s*<responseDate>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/responseDate>\s*<request[^>]*>[^<]+<\/request>\s*<GetRecord>\s*<record>\s*<header>\s*<identifier>oai:arXiv\.org:[^<]+<\/identifier>\s*<datestamp>\d{4}-\d\d-\d\d<\/datestamp>\s*(?:<setSpec>[^<]+<\/setSpec>\s*)*<\/header>\s*<metadata>\s*<arXiv xmlns="http:\/\/arxiv\.org\/OAI\/arXiv\/"[^>]*>\s*<id>[^<]+<\/id>\s*<created>\d{4}-\d\d-\d\d<\/created>[\s\S]*<authors>\s*<author>\s*<keyname>[\s\S]*<\/authors>\s*<title>[\s\S]*<\/title>\s*<categories>[^<]+<\/categories>[\s\S]*<abstract>[^<]+<\/abstract>\s*<\/arXiv>\s*<\/metadata>\s*<\/record>\s*<\/GetRecord>\s*<\/OAI-PMH>\s*$/;
const REFUSAL =
  /^<\?xml version="1\.0"[^>]*\?>\s*<OAI-PMH xmlns="http:\/\/www\.openarchives\.org\/OAI\/2\.0\/"[^>]*>\s*<responseDate>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/responseDate>\s*<request[^>]*>[^<]+<\/request>\s*<error code="(?:badArgument|badVerb|cannotDisseminateFormat|idDoesNotExist)">[^<]*<\/error>\s*<\/OAI-PMH>\s*$/;

/** What is wrong with an answer of arXiv. */
export const arxivProblems = (xml: string): string[] =>
  PAPER.test(xml) || REFUSAL.test(xml) ? [] : ["neither a paper nor an error of OAI-PMH"];
