/** Whether an answer that a test gives in a host's name is one that the host describes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import {
  arxivProblems,
  HUB_REFERENCES,
  SOFTWARE_HERITAGE_ERROR,
  SOFTWARE_HERITAGE_OBJECT,
  ZENODO_ERROR,
  ZENODO_RECORD,
} from "./written.ts";

interface Schema {
  readonly type?: unknown;
  readonly required?: readonly string[];
  readonly [key: string]: unknown;
}
interface Slice {
  readonly schemas: Readonly<Record<string, Schema>>;
}

const { huggingface, github } = JSON.parse(
  readFileSync(join(import.meta.dirname, "hosts.generated.json"), "utf8"),
) as Record<"huggingface" | "github", Slice>;
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });

/** @param path without the host, with the query, as the question has it */
export function answerProblems(host: string, path: string, status: number, body: unknown): string[] {
  if (host === "arxiv") return status === 200 ? arxivProblems(String(body)) : [];
  const schema = schemaFor(host, path, status);
  if (schema === undefined) return [];
  return ajv.validate(schema, body) ? [] : (ajv.errors ?? []).map(said);
}

const said = ({ instancePath, message }: ErrorObject): string => `${instancePath || "/"} ${message}`;

function schemaFor(host: string, path: string, status: number): Schema | undefined {
  if (host === "hf" && status === 200) {
    if (/^\/api\/models\/.+\/refs$/.test(path)) return HUB_REFERENCES;
    if (path.startsWith("/api/models/")) return asked(huggingface.schemas.model, path);
    if (path.startsWith("/api/datasets/")) return asked(huggingface.schemas.dataset, path);
  }
  if (host === "github") {
    if (status !== 200) return status === 404 ? github.schemas.error : undefined;
    return path.includes("/releases/") ? github.schemas.release : github.schemas.repository;
  }
  if (host === "zenodo")
    return status === 200 ? ZENODO_RECORD : status === 404 || status === 410 ? ZENODO_ERROR : undefined;
  if (host === "swh") {
    return status === 200 ? SOFTWARE_HERITAGE_OBJECT : status === 404 ? SOFTWARE_HERITAGE_ERROR : undefined;
  }
  return undefined;
}

/** Of a page of the Hub only the fields that are asked for come (hub documentation, "expand"). */
function asked(schema: Schema | undefined, path: string): Schema | undefined {
  const fields = new URLSearchParams(path.slice(path.indexOf("?"))).getAll("expand[]");
  return schema === undefined || fields.length === 0
    ? undefined
    : { ...schema, required: schema.required?.filter((name) => fields.includes(name)) ?? [] };
}
