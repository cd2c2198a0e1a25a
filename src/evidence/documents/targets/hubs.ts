import type { Target } from "../document.ts";
import { type Address, isHost } from "./address.ts";

const NAME = /^[\w.\-\u3400-\u9fff]{1,128}$/;

/** Model and dataset pages of hubs other than Hugging Face. */
export function hubTarget(address: Address): Target | undefined {
  const { host, segments, url } = address;
  const [first, second, third, fourth] = segments;
  if (isHost(host, "modelscope.cn", "modelscope.ai")) return modelScopeTarget(address);
  const model = (...id: readonly (string | undefined)[]): Target | undefined => named("hub-model", host, id);
  const dataset = (...id: readonly (string | undefined)[]): Target | undefined => named("hub-dataset", host, id);
  let found: Target | undefined;
  if (isHost(host, "wisemodel.cn", "modelers.cn", "gitee.com", "gitcode.com") && first === "models")
    found = model(second, third);
  else if (isHost(host, "wisemodel.cn", "modelers.cn") && first === "datasets") found = dataset(second, third);
  else if (isHost(host, "ai.gitee.com") && first === "hf-models") found = model(second, third);
  else if (host === "ai.gitcode.com") found = model(first, second);
  else if (isHost(host, "openxlab.org.cn")) {
    // Without `detail` the page of models is a list.
    if (first === "models" && second === "detail") found = model(third, fourth);
    else if (first === "datasets") found = dataset(second, third);
  } else if (isHost(host, "swanhub.co")) found = model(first, second);
  else if (isHost(host, "kaggle.com")) {
    if (first === "models") found = model(second, third);
    else if (first === "datasets") found = dataset(second, third);
    else if (first === "competitions" || first === "c") found = dataset(first, second);
  } else if (isHost(host, "tfhub.dev")) found = model(first, second);
  else if (isHost(host, "ngc.nvidia.com")) {
    const at = segments.indexOf("models");
    const [team, name] = (segments[at + 1] ?? "").split(":").slice(-2);
    // `catalog/models/nvidia:research:stylegan3`, `orgs/nvidia/teams/x/models/name`, `v2/models/nvidia/research/name/versions`.
    if (at >= 0 && name !== undefined) found = model(team, name);
    else if (at >= 0 && first === "v2") found = model(segments[at + 1], segments[segments.indexOf("versions") - 1]);
    else if (at >= 0) found = model(segments[at - 1], segments[at + 1]);
  } else if (host === "ollama.com" && first === "library") found = model(second?.split(":")[0]);
  else if (host === "ollama.com" && second !== undefined && first !== "blog")
    found = model(first, second.split(":")[0]);
  else if (host === "pytorch.org" && first === "hub") found = model(second);
  else if (host === "civitai.com" && first === "models") found = model(second);
  else if (isHost(host, "openslr.org")) found = dataset(/^resources$/.test(first ?? "") ? second : first);
  else if (host === "catalog.ldc.upenn.edu") found = dataset(first);
  else if (host === "registry.opendata.aws") found = dataset(first);
  else if (host === "archive.ics.uci.edu" && /^datasets?$/.test(first ?? "")) found = dataset(second);
  else if (host === "tensorflow.org" && first === "datasets" && second === "catalog") found = dataset(third);
  else if (host === "data.mendeley.com" && first === "datasets") found = dataset(second);
  else if (isHost(host, "opendatalab.com", "opendatalab.org.cn")) found = dataset(first, second);
  else if (host === "physionet.org" && first === "content") found = dataset(second);
  else if (host.includes("dataverse") && address.query.has("persistentId"))
    return { kind: "hub-dataset", host, id: (address.query.get("persistentId") ?? "").slice(0, 200) };
  else return undefined;
  return found ?? { kind: "web", url };
}

function modelScopeTarget({ url, segments }: Address): Target {
  const [first, second, third] = segments;
  const id = (owner: string | undefined, name: string | undefined): string | undefined => {
    const bare = name?.replace(/\.git$/, "");
    return owner !== undefined && bare !== undefined && NAME.test(owner) && NAME.test(bare)
      ? `${owner}/${bare}`
      : undefined;
  };
  if (first === "models" || first === "datasets") {
    const found = id(second, third);
    if (found !== undefined) return { kind: first === "models" ? "modelscope-model" : "modelscope-dataset", id: found };
  } else if (second?.endsWith(".git")) {
    const found = id(first, second);
    if (found !== undefined) return { kind: "modelscope-model", id: found };
  }
  return { kind: "web", url };
}

function named(
  kind: "hub-model" | "hub-dataset",
  host: string,
  parts: readonly (string | undefined)[],
): Target | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0 || known.length < Math.min(parts.length, 2) || !known.every((part) => NAME.test(part)))
    return undefined;
  return { kind, host, id: known.join("/") };
}
