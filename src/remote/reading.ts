/** Reading answers: JSON by a schema, text that may be shown, and what an error means. */
import type { z } from "zod";
import type { Finding, StatedLicense } from "../evidence/remote/fact.ts";
import type { Answer } from "./transport.ts";

/** An answer's JSON as the schema has it; undefined when it is something else. */
export function jsonOf<T>(answer: Answer, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(answer.body.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

export const unknown = (reason: "no-answer" | "refused" | "not-understood" | "no-time"): Finding => ({
  state: "unknown",
  reason,
});

export const missing = (reason: "not-found" | "disabled" | "deleted"): Finding => ({ state: "missing", reason });

/** What an answer means that is neither what was asked for nor a certain "no". */
export const unclear = ({ status }: Answer): Finding =>
  unknown(status === 429 || status >= 500 || status === 403 ? "refused" : "not-understood");

/** A host's words, fit to be kept: one line, no control signs, at most 200 characters. */
export function words(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value
    .slice(0, 1_000)
    .replace(/[\p{C}\s]{1,1000}/gu, " ")
    .trim()
    .slice(0, 200);
  return text === "" ? undefined : text;
}

/** A license as a host states it. */
export function stated(name: unknown, title?: unknown, url?: unknown): { license?: StatedLicense } {
  const said = words(Array.isArray(name) ? (name.length === 1 ? name[0] : undefined) : name);
  if (said === undefined) return {};
  const called = words(title);
  const link = words(url);
  return {
    license: {
      name: said,
      ...(called === undefined ? {} : { title: called }),
      ...(link === undefined ? {} : { url: link }),
    },
  };
}

/** A path or id in an address. */
export const inPath = (text: string): string => text.split("/").map(encodeURIComponent).join("/");
