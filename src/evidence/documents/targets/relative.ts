import type { Target } from "../document.ts";
import { decoded } from "./address.ts";

/**
 * A path written in a document, resolved against the document's folder. GitHub shows a document two levels below the
 * repository (`/blob/main/`), so that paths which climb out by two reach the repository's pages.
 * @returns undefined when the path leaves the repository
 */
export function relativeTarget(url: string, documentPath: string): Target | undefined {
  const [beforeFragment = "", fragment] = cut(url, "#");
  const [path] = cut(beforeFragment, "?");
  const from = path.startsWith("/") ? [] : documentPath.split("/").slice(0, -1);
  const resolved: string[] = [...from];
  let climbed = 0;
  for (const raw of path.replaceAll("\\", "/").split("/")) {
    const part = decoded(raw);
    if (part === "" || part === ".") continue;
    if (part !== "..") resolved.push(part);
    else if (resolved.pop() === undefined) climbed += 1;
  }
  if (climbed > 0) {
    const [page, , ...rest] = resolved;
    if (climbed > 2 || !/^(?:blob|tree|raw)$/.test(page ?? "") || rest.length === 0) return undefined;
    return { kind: "file", path: rest.join("/"), ...(fragment ? { fragment } : {}) };
  }
  return { kind: "file", path: resolved.join("/"), ...(fragment ? { fragment } : {}) };
}

function cut(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), decoded(text.slice(at + 1))];
}
