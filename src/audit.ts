/**
 * The one function that everything above calls: a snapshot and a policy in, a report out. Pure: no network, no clock.
 */
import type { ArtifactFinding, ArtifactId } from "./evidence/artifacts/artifact.ts";
import { ARTIFACTS } from "./evidence/artifacts/index.ts";
import type { Facts } from "./evidence/facts.ts";
import type { FactsCache } from "./evidence/facts-cache.ts";
import { gatherFacts } from "./evidence/gather.ts";
import { describeModel } from "./evidence/model-description.ts";
import { isModelRepository } from "./evidence/model-repository.ts";
import { NO_FACTS, type RemoteFacts } from "./evidence/remote/fact.ts";
import { keyOf, type RemoteRequest } from "./evidence/remote/request.ts";
import { MOST_REQUESTS, namedBases, wantedOf } from "./evidence/remote/wanted.ts";
import { swhidOf } from "./evidence/swhid.ts";
import { judge } from "./frameworks/frameworks.ts";
import { checkBadges, checkClaims, mofFileFindings } from "./frameworks/mof/claims.ts";
import { evaluateMof, mofVerdicts } from "./frameworks/mof/evaluate.ts";
import { MOF_FILE_PATHS, parseMofFile } from "./frameworks/mof/file.ts";
import { applyRemote } from "./license/remote/apply.ts";
import { collectLicenses } from "./license/scope/collect.ts";
import { licenseFindings } from "./license/scope/findings.ts";
import { applyBaseModels } from "./license/scope/findings-base.ts";
import { inEnglish, say } from "./messages/said.ts";
import { type AuditOne, auditModels } from "./models/audit-models.ts";
import { undeclaredModels } from "./models/undeclared.ts";
import { conclude, type LicenseLoss } from "./policy/conclude.ts";
import { applyDeclared, declaredLicenses } from "./policy/declared.ts";
import type { LoadedPolicy, PolicyProblem } from "./policy/policy.ts";
import { POLICY_PATH, type ProposedPolicy, proposedPolicy } from "./policy/proposed.ts";
import { waiverFindings } from "./policy/waivers.ts";
import { componentsOf, toRestriction } from "./report/components.ts";
import { isHarsher, licenseChangeOf, narrowedFiles } from "./report/difference/license-change.ts";
import { type ComponentReport, type Report, type ReportFinding, SCHEMA_VERSION } from "./report/schema.ts";
import { occupiedPaths } from "./report/templates/offers.ts";
import type { Snapshot } from "./snapshot/snapshot.ts";
import { RULES_VERSION, VERSION } from "./version.ts";

/**
 * Audits one snapshot. Never throws on what a repository contains.
 * @param base the report of what a pull request builds on, where there is one
 * @param cache what blobs were seen to show before; the report is the same without, later
 * @param remote what the hosts of linked artifacts said; the report tells what there is to ask
 */
export function audit(
  snapshot: Snapshot,
  loaded: LoadedPolicy,
  base?: Report,
  cache?: FactsCache,
  remote: RemoteFacts = NO_FACTS,
): Report {
  const wanted = new Map<string, RemoteRequest>();
  const audited = (policy: LoadedPolicy, asking: Map<string, RemoteRequest>): Report => {
    const one: AuditOne = (part, own, before, known) =>
      auditOne(part, own, before, known, { facts: remote, wanted: asking });
    const { model, models } = policy.policy;
    return models.length === 0 || model === false
      ? one(snapshot, policy, base, cache)
      : auditModels(one, snapshot, policy, base, cache);
  };
  const proposed = proposedPolicy(loaded, snapshot);
  const inForce = withPolicyFile(audited(loaded, wanted), snapshot);
  const report =
    proposed === undefined ? inForce : withProposal(inForce, proposed, () => audited(proposed.loaded, new Map()));
  const requests = loaded.policy.remote === false ? [] : [...wanted.values()].slice(0, MOST_REQUESTS);
  const asked = { wanted: requests, facts: [...remote.all] };
  return { ...withPlaces(report, snapshot), ...(requests.length === 0 ? {} : { remote: asked }) };
}

/** Names the policy file of the audited tree, so that two reports tell whether it changed between them. */
function withPolicyFile(report: Report, { entries }: Snapshot): Report {
  const file = entries.find(({ path }) => path === POLICY_PATH);
  return file === undefined ? report : { ...report, policy: { ...report.policy, file: file.sha } };
}

/** Tells what is wrong in the policy that the commit holds, and what the check would be with it. */
function withProposal(
  report: Report,
  { loaded, problems, isOther, isGone, isPart }: ProposedPolicy,
  preview: () => Report,
): Report {
  const findings = problems.map((problem) => ({ ...policyFinding(problem), rule: "policy-proposed-invalid" }));
  const all = { ...report, findings: [...findings, ...report.findings] };
  if (!isOther) return all;
  const { policy, mof } = preview();
  const { conclusion, met, reasons, reasonsSaid } = policy;
  const day = loaded.today === undefined ? {} : { day: loaded.today };
  const proposed = { conclusion, met, class: mof.class, reasons, reasonsSaid, isGone, isPart, ...day };
  return { ...all, policy: { ...all.policy, proposed } };
}

/** Marks findings about files that are not in the tree: the policy in force may be of another commit or repository. */
function withPlaces(report: Report, { entries }: Snapshot): Report {
  const paths = new Set(entries.map(({ path }) => path));
  const placed = (finding: ReportFinding): ReportFinding =>
    finding.path === undefined || paths.has(finding.path) ? finding : { ...finding, elsewhere: true };
  return {
    ...report,
    findings: report.findings.map(placed),
    ...(report.models === undefined
      ? {}
      : { models: report.models.map((model) => ({ ...model, findings: model.findings.map(placed) })) }),
  };
}

/** Audits a snapshot as that of one model. */
function auditOne(
  snapshot: Snapshot,
  loaded: LoadedPolicy,
  base: Report | undefined,
  cache: FactsCache | undefined,
  remote: { readonly facts: RemoteFacts; readonly wanted: Map<string, RemoteRequest> },
): Report {
  const { policy } = loaded;
  const facts = gatherFacts(snapshot, policy.ignore, cache);
  const declared = applyDeclared(policy, facts, find(facts));
  const model = isModelRepository(declared.findings, facts);
  const licenses = collectLicenses(facts, cache);
  const components = componentsOf(declared.findings, licenses, facts.blindSpotsSaid[0]);
  if (policy.model ?? model.is) for (const one of wantedOf(facts, components)) remote.wanted.set(keyOf(one), one);
  const remoteFindings = applyRemote(components, remote.facts);
  const weights = components["model-parameters-final"];
  const baseFindings = applyBaseModels(weights, namedBases(facts), remote.facts, licenses.statements);
  const verdicts = mofVerdicts(components);
  for (const id of Object.keys(verdicts) as ArtifactId[]) components[id].verdict = verdicts[id];
  const mof = evaluateMof(components);
  const isModel = policy.model ?? model.is;
  const modelSaid = policy.model === undefined ? model.said : say("model.owner");
  const licenseFiles = licenses.files.map((file) => ({
    path: file.path,
    ids: file.identification?.licenses.map(({ id }) => id) ?? [],
    expression: file.identification?.expression ?? null,
    open: file.identification?.open ?? null,
    restrictions: (file.identification?.restrictions ?? []).map(toRestriction),
    scope: file.folder === "" ? file.scopes.join(", ") : `${file.folder}/ (${file.scopes.join(", ")})`,
  }));
  const judged = isModel ? judge({ facts, components, licenseFiles }) : { reports: {}, findings: [] };
  const findings: ReportFinding[] = [
    ...policyFindings(loaded),
    ...declared.problems,
    ...declaredLicenses(policy, components),
    ...licenseFindings(facts, licenses),
    ...baseFindings,
    ...remoteFindings.map((finding) => ({ ...finding })),
    ...claimFindings(facts, components),
    ...judged.findings,
    ...(isModel && snapshot.model === undefined ? undeclaredModels(facts) : []),
  ];
  const modelDescription = isModel ? describeModel(facts, declared.findings["model-card"]) : undefined;
  const conclusion = conclude(policy, {
    isModelRepository: isModel,
    components,
    class: mof.class,
    complete: facts.blindSpots.length === 0,
    findings,
    frameworks: judged.reports,
    pathsOf: (id) => pathsOf(components[id]),
    today: loaded.today,
    ...(base === undefined ? {} : { base: base.mof.class, licenseLosses: lossesSince(base, components, licenseFiles) }),
  });
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "openness", version: VERSION, rules: RULES_VERSION },
    subject: {
      source: snapshot.source.kind,
      ...(snapshot.repository === undefined ? {} : { repository: { ...snapshot.repository } }),
      commit: snapshot.commit ?? null,
      tree: snapshot.tree,
      ...swhidsOf(snapshot),
      complete: facts.blindSpots.length === 0,
      blindSpots: [...facts.blindSpots],
      blindSpotsSaid: facts.blindSpotsSaid,
      occupied: occupiedPaths(
        snapshot.entries.map(({ path }) => path),
        snapshot.model?.path ?? "",
      ),
    },
    isModelRepository: isModel,
    isModelRepositoryBecause: inEnglish(modelSaid),
    isModelRepositoryBecauseSaid: modelSaid,
    components,
    licenseFiles,
    ...(modelDescription === undefined ? {} : { modelDescription }),
    mof: {
      ...mof,
      missingForNext: mof.missingForNext.map((missing) => ({ ...missing })),
      mot: { ...mof.mot, differences: [...mof.mot.differences] },
    },
    frameworks: judged.reports,
    findings: [...findings, ...waiverFindings(conclusion.waivers)],
    policy: {
      source: loaded.source,
      target: policy.target ?? null,
      met: conclusion.met,
      conclusion: conclusion.conclusion,
      reasons: [...conclusion.reasons],
      reasonsSaid: conclusion.reasonsSaid,
      ...(loaded.sources === undefined ? {} : { sources: loaded.sources.map((source) => ({ ...source })) }),
      ...(conclusion.waivers.length === 0 ? {} : { waivers: [...conclusion.waivers] }),
      ...(policy.language === undefined ? {} : { language: policy.language }),
    },
  };
}

/** The commit's and the tree's own identifiers. A folder's tree is computed, and is known only where all of it was read. */
function swhidsOf({ commit, tree, source, complete, entries }: Snapshot): Pick<Report["subject"], "swhids"> {
  const revision = commit === undefined ? undefined : swhidOf("rev", commit);
  const isTreeSure =
    source.kind !== "folder" || (complete && entries.every(({ sha }) => swhidOf("cnt", sha) !== undefined));
  const directory = isTreeSure ? swhidOf("dir", tree) : undefined;
  if (revision === undefined && directory === undefined) return {};
  return {
    swhids: { ...(revision === undefined ? {} : { revision }), ...(directory === undefined ? {} : { directory }) },
  };
}

/** What licenses take away that they gave at the base. */
function lossesSince(
  base: Report,
  components: Readonly<Record<ArtifactId, ComponentReport>>,
  licenseFiles: Report["licenseFiles"],
): readonly LicenseLoss[] {
  const ofArtifacts = ARTIFACTS.flatMap(({ id }) => {
    const change = licenseChangeOf(base.components[id], components[id]);
    return change !== undefined && isHarsher(change) ? [{ of: { artifacts: [id] } }] : [];
  });
  return [...ofArtifacts, ...narrowedFiles(base, { licenseFiles })];
}

/** Where an artifact and its license are. */
const pathsOf = ({ evidence, license }: ComponentReport): readonly string[] => [
  ...evidence.flatMap((item) => ("path" in item && item.path !== undefined ? [item.path] : [])),
  ...(license === null ? [] : [license.source.path]),
];

function find(facts: Facts): Record<ArtifactId, ArtifactFinding> {
  return Object.fromEntries(ARTIFACTS.map((rule) => [rule.id, rule.find(facts)])) as Record<
    ArtifactId,
    ArtifactFinding
  >;
}

const policyFindings = ({ problems }: LoadedPolicy): ReportFinding[] => problems.map(policyFinding);

function policyFinding({ line, level, ...problem }: PolicyProblem): ReportFinding {
  const rule = level === "notice" ? "policy-renamed" : "policy-invalid";
  return { rule, ...problem, level: level ?? "warning", lines: [line, line] };
}

/** What the repository's own MOF file and badges claim against what was found. */
function claimFindings(facts: Facts, components: Record<ArtifactId, ComponentReport>): ReportFinding[] {
  const files = facts.entries.flatMap(({ path }) => {
    const content = MOF_FILE_PATHS.test(path) ? facts.snapshot.contents.get(path) : undefined;
    return content?.kind === "text" ? [parseMofFile(content.text, path)] : [];
  });
  return [
    ...files.flatMap((parsed) =>
      parsed.file === undefined ? [] : [...mofFileFindings(parsed), ...checkClaims(parsed.file, components)],
    ),
    ...checkBadges(facts.documents, components),
  ].map((claim) => ({ ...claim }));
}
