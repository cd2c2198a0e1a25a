/** A repository of several models: each audited on what is its own and what all share, and one report of them. */
import { ARTIFACT_IDS } from "../evidence/artifacts/artifact.ts";
import type { FactsCache } from "../evidence/facts-cache.ts";
import { isWithin } from "../evidence/home.ts";
import { told } from "../messages/said.ts";
import type { LoadedPolicy, Policy } from "../policy/policy.ts";
import { reportOfModel } from "../report/one-model.ts";
import type { Report, ReportFinding } from "../report/schema.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { combined, type OneModel } from "./combine.ts";
import { folderOfModel, hasFiles, partsOf } from "./parts.ts";
import { SharedFacts } from "./shared-facts.ts";

/** Audits a snapshot as one model. */
export type AuditOne = (snapshot: Snapshot, loaded: LoadedPolicy, base?: Report, cache?: FactsCache) => Report;

/**
 * Audits every model that the owner declares.
 * @param base the report of what it builds on: each model is compared with what it was there
 * @param cache what blobs were seen to show before; without it, what several models share is still analysed once
 */
export function auditModels(
  auditOne: AuditOne,
  snapshot: Snapshot,
  loaded: LoadedPolicy,
  base?: Report,
  cache: FactsCache = new SharedFacts(),
): Report {
  const { models } = loaded.policy;
  const audited = partsOf(snapshot, models).map((part, index): OneModel => {
    const [declared, place] = [models[index], part.model];
    if (declared === undefined || place === undefined) throw new Error("every model has its part");
    const before = base === undefined ? undefined : reportOfModel(base, declared.name);
    const report = auditOne(part, policyOf(loaded, declared), before, cache);
    const findings = [...missingFolder(part), ...report.findings];
    return { name: place.name, path: place.path, report: { ...report, findings } };
  });
  const [first, ...others] = audited;
  return first === undefined ? auditOne(snapshot, loaded, base, cache) : combined([first, ...others]);
}

/** A folder that is not there, where all of the tree was seen. */
function missingFolder(part: Snapshot): ReportFinding[] {
  const { model, complete } = part;
  if (model === undefined || !complete || hasFiles(part)) return [];
  const words = told("models.noFolder", model.name, model.path);
  return [{ rule: "model-folder-missing", level: "warning", ...words }];
}

/** The owner's policy for one model: what is declared for it alone comes before what is declared for all. */
function policyOf(
  loaded: LoadedPolicy,
  { name, path, target, artifacts = {} }: Policy["models"][number],
): LoadedPolicy {
  const { policy } = loaded;
  const elsewhere = policy.models
    .filter((other) => other.name !== name)
    .map((other) => folderOfModel(other.path))
    .filter((folder) => folder !== "" && !isWithin(folderOfModel(path), folder));
  const isElsewhere = (place: unknown): boolean =>
    typeof place === "string" && elsewhere.some((folder) => isWithin(folderOfModel(place), folder));
  const shared: Policy["artifacts"] = { ...policy.artifacts };
  for (const id of ARTIFACT_IDS) {
    const places: readonly unknown[] = [policy.artifacts[id]].flat();
    if (places.every((place) => isElsewhere(pathOf(place)))) delete shared[id];
  }
  return {
    ...loaded,
    policy: {
      ...policy,
      model: true,
      artifacts: { ...shared, ...artifacts },
      ...(target === undefined ? {} : { target }),
    },
  };
}

/** Where a declaration says that an artifact is: itself, or its path. */
function pathOf(declared: unknown): unknown {
  return typeof declared === "object" && declared !== null && "path" in declared ? declared.path : declared;
}
