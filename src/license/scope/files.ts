import { type Analyse, analyseAnew, analyseThrough, type FactsCache } from "../../evidence/facts-cache.ts";
import { areaOf } from "../../evidence/files/area.ts";
import type { Content, Entry, Snapshot } from "../../snapshot/snapshot.ts";
import { identifyWhole } from "../identify/parts.ts";
import type { LicenseIdentification } from "../license.ts";
import { type Reach, reachOf } from "./reach.ts";
import type { Scope } from "./statement.ts";

/** A file that holds a license or a use policy, with what it is and what it covers. */
export interface LicenseFile {
  readonly path: string;
  readonly sha: string;
  readonly kind: "license" | "policy";
  /** Undefined when the text could not be read (PDF, binary, not fetched). */
  readonly identification: LicenseIdentification | undefined;
  readonly scopes: readonly Scope[];
  /** Folder that it covers; "" for the repository. */
  readonly folder: string;
  /** A model license that says that it covers weights wherever they are. */
  readonly reachesRemote: boolean;
  /** One that covers data sets as well (RAIL licenses say that they do not). */
  readonly reachesData: boolean;
}

const LICENSE_NAME =
  /^(un)?licen[cs]e([-_. ]|$)|[-_. ]licen[cs]e([-_. ]|$)|^copying([-_. ]|$)|licen[cs]e agreement|许可|许可证|协议|ライセンス|利用規約/i;
const POLICY_NAME = /(use|usage|acceptable[-_ ]?use|prohibited[-_ ]?use)[-_ ]?policy|prohibited[-_ ]?uses?/i;
const NOT_LICENSE =
  /\.(py|js|ts|json|jsonl|ya?ml|svg|png|jpe?g|gif|css|go|rs|c|cc|cpp|h|java|sh|bash|slurm|sbatch|pbs|bat|ps1|pl|rb|lua|jl|r|sql|ipynb|toml|csv|tsv|parquet|xml)$/i;

const NAME_SCOPES: readonly (readonly [RegExp, readonly Scope[]])[] = [
  [/model|weight|checkpoint|模型|モデル/i, ["parameters"]],
  [/code|代码|コード/i, ["code"]],
  [/data|数据|データ/i, ["data"]],
  [/docs?([-_.]|$)|documentation/i, ["documents"]],
];

/** License and policy files of the release (vendored code's stay with the vendored code). */
export function findLicenseFiles(snapshot: Snapshot, cache?: FactsCache): LicenseFile[] {
  const analyse = analyseThrough(cache);
  const paths = new Set(snapshot.entries.map(({ path }) => path));
  return snapshot.entries.flatMap((entry) => {
    // `weights.bin.license` is about the file beside it (REUSE specification 3.3).
    if (entry.path.endsWith(".license") && paths.has(entry.path.slice(0, -".license".length))) return [];
    const name = entry.path.slice(entry.path.lastIndexOf("/") + 1);
    if (
      entry.kind === "submodule" ||
      NOT_LICENSE.test(name) ||
      areaOf(entry.path) === "vendored" ||
      areaOf(entry.path) === "test"
    )
      return [];
    const policy = POLICY_NAME.test(name);
    if (!policy && !LICENSE_NAME.test(name)) return [];
    return [toLicenseFile(entry, name, policy, snapshot, analyse)];
  });
}

function toLicenseFile(entry: Entry, name: string, policy: boolean, snapshot: Snapshot, analyse: Analyse): LicenseFile {
  const text = textBehind(entry, snapshot.contents);
  // A symbolic link's own blob holds a path, not the text that it leads to: its id says nothing of that text.
  const known = entry.kind === "symlink" ? analyseAnew : analyse;
  const identification =
    text === undefined ? undefined : known("license", { ...entry, text }, (file) => identifyWhole(file.text));
  const parent = entry.path.includes("/") ? entry.path.slice(0, entry.path.lastIndexOf("/")) : "";
  const reuse = /(^|\/)(licenses|model[-_]?licenses)$/i.test(parent);
  const named =
    NAME_SCOPES.find(([pattern]) => pattern.test(name.replace(/licen[cs]e/i, "")))?.[1] ??
    (/model[-_]?licenses$/i.test(parent) ? (["parameters"] as const) : undefined);
  const model = identification !== undefined && isModelLicense(identification, text ?? "");
  const own = text === undefined || policy ? undefined : reachOf(text);
  return {
    path: entry.path,
    sha: entry.sha,
    kind: policy ? "policy" : "license",
    identification,
    scopes: policy ? ["parameters"] : (named ?? scopesBy(own)),
    folder: reuse ? parent.slice(0, Math.max(0, parent.lastIndexOf("/"))) : parent,
    reachesRemote:
      named?.includes("parameters") === true ||
      named?.includes("data") === true ||
      model ||
      own?.covers.includes("parameters") === true,
    reachesData:
      own?.covers.includes("data") === true ||
      (model &&
        /\bdata ?sets?\b|\b(use|using|access\w{0,5}|license)\b[^.]{0,60}\bthe data\b/i.test(text ?? "") &&
        !/\bdata\W{0,3} is not licensed\b/i.test(text ?? "")),
  };
}

const EVERYTHING: readonly Scope[] = ["code", "documents", "data", "parameters"];

/** What a file covers by its own words: everything in the repository unless it says otherwise. */
function scopesBy(own: Reach | undefined): readonly Scope[] {
  if (own === undefined || own.covers.includes("all")) return ["all"];
  if (own.only && own.covers.length > 0) return own.covers;
  const left: readonly Scope[] = own.leavesOut.filter((scope) => scope === "parameters" || scope === "data");
  return left.length === 0 ? ["all"] : EVERYTHING.filter((scope) => !left.includes(scope));
}

/** A license made for a model defines the model or its materials as what it covers. */
function isModelLicense(identification: LicenseIdentification, text: string): boolean {
  const bespoke = identification.licenses.some(
    ({ id }) =>
      id.startsWith("LicenseRef-") && !id.startsWith("LicenseRef-modified-") && !id.startsWith("LicenseRef-OpenMDW"),
  );
  return bespoke && /\b(model|weights|materials|parameters|checkpoints?)\b|模型|モデル/i.test(text.slice(0, 20_000));
}

/** The text of a license file; a symbolic link inside the tree is followed once. */
function textBehind(entry: Entry, contents: ReadonlyMap<string, Content>): string | undefined {
  const content = contents.get(entry.path);
  if (content?.kind === "text") return content.text;
  if (content?.kind !== "symlink") return undefined;
  const base = entry.path.includes("/") ? entry.path.slice(0, entry.path.lastIndexOf("/") + 1) : "";
  const steps: string[] = [];
  for (const part of `${base}${content.target}`.split("/")) {
    if (part === "..") steps.pop();
    else if (part !== "." && part !== "") steps.push(part);
  }
  const target = contents.get(steps.join("/"));
  return target?.kind === "text" ? target.text : undefined;
}
