import { audit } from "../audit.ts";
import { ARTIFACT_IDS } from "../evidence/artifacts/artifact.ts";
import { explainArtifact } from "../evidence/explain.ts";
import { selectReads } from "../evidence/files/select.ts";
import { gatherFacts } from "../evidence/gather.ts";
import { remoteRequest } from "../evidence/remote/request.ts";
import { FRAMEWORKS } from "../frameworks/frameworks.ts";
import { messagesIn } from "../messages/languages.ts";
import { say } from "../messages/said.ts";
import { partsOf } from "../models/parts.ts";
import { loadPolicy, unreadablePolicy } from "../policy/load.ts";
import type { LoadedPolicy } from "../policy/policy.ts";
import { POLICY_PATH } from "../policy/proposed.ts";
import { explanationFace } from "../report/explanation.ts";
import { frameworkExplanation } from "../report/framework-explanation.ts";
import type { Report } from "../report/schema.ts";
import { type Content, type Snapshot, takeSnapshot } from "../snapshot/snapshot.ts";
import { openSource } from "../snapshot/source.ts";
import { MemoryFacts } from "../store/memory-facts.ts";
import { readArguments } from "./arguments.ts";
import { FORMAT_HELP, FORMAT_OPTIONS, partOf, readOutput, renderOutput } from "./format.ts";
import { withProgress } from "./progress.ts";
import { type Command, UsageError } from "./usage.ts";

export const auditCommand: Command = {
  name: "audit",
  summary: "audit a folder, a git repository or OWNER/REPO on GitHub",
  help: `Usage: openness audit SOURCE [--rev REV] [--format FORMAT] [--date DATE] [--compare FILE]
                             [--offline] [--model NAME] [--explain ARTIFACT|FRAMEWORK]

SOURCE is a folder, a git work tree, a bare git directory (committed content, never the working files), or
OWNER/REPO[@REF] on GitHub. GITHUB_TOKEN, if set, is used for GitHub; GHE_HOST names another GitHub.

Options
  --rev REV        the commit, branch or tag to audit (default: HEAD)
  --offline        ask no other host, neither GitHub nor those of linked weights, data and papers; SOURCE must then be
                   on this machine. REMOTE=off keeps from asking the latter alone
  --explain ARTIFACT|FRAMEWORK
                   instead of the report, print every file and link that was considered for one artifact, whether it
                   counts, and why or why not. ARTIFACT is one of
${idList(ARTIFACT_IDS)}
                   Of a framework, print each requirement with its reason and its place. FRAMEWORK is one of
${idList(FRAMEWORKS.map(({ id }) => id))}
${FORMAT_HELP}

Waivers of the policy are held against their expiry on DATE (UTC), or today where it is left out.

Exit code: 0 when the policy of the repository (${POLICY_PATH}) is met, 1 when it is not, 2 on bad usage or when the
source cannot be read; with --explain 0 or 2.
`,
  async run(args) {
    const { values, positionals } = readArguments("audit", args, {
      rev: { type: "string" },
      ...FORMAT_OPTIONS,
      offline: { type: "boolean", default: false },
      explain: { type: "string" },
    });
    const [source, ...more] = positionals;
    if (source === undefined || more.length > 0) throw new UsageError("Name exactly one source: openness audit SOURCE");
    const output = await readOutput(values);
    const explain = ARTIFACT_IDS.find((id) => id === values.explain);
    const framework = FRAMEWORKS.find(({ id }) => id === values.explain)?.id;
    if (values.explain !== undefined && explain === undefined && framework === undefined) {
      const known = [...ARTIFACT_IDS, ...FRAMEWORKS.map(({ id }) => id)].join(", ");
      throw new UsageError(`There is no artifact or framework "${values.explain}": choose ${known}.`);
    }
    if (values.explain !== undefined && output.format.name !== "text")
      throw new UsageError("--explain prints text: leave --format out, or ask for the report without --explain.");
    const { snapshot, loaded, report } = await withProgress(`Auditing ${source}`, () =>
      auditSource(source, values.rev, values.offline === true, output.released),
    );
    const asked = partOf(report, output);
    if (explain !== undefined) {
      const part = partFor(asked, snapshot, loaded);
      const explanation = explainArtifact(gatherFacts(part, loaded.policy.ignore), explain);
      process.stdout.write(
        explanationFace(explain, explanation, asked.components[explain], messagesIn(loaded.policy.language)),
      );
      return 0;
    }
    if (framework !== undefined) {
      const messages = messagesIn(loaded.policy.language);
      process.stdout.write(frameworkExplanation(asked, framework, messages) ?? `${messages.face.notAModel}\n`);
      return 0;
    }
    process.stdout.write(renderOutput(asked, output));
    return asked.policy.met ? 0 : 1;
  },
};

/** What the model sees that the report speaks for: of several, the least open one. */
function partFor(report: Report, snapshot: Snapshot, { policy }: LoadedPolicy): Snapshot {
  const meant = report.models?.find(({ components }) => components === report.components);
  return partsOf(snapshot, policy.models).find(({ model }) => model?.name === meant?.name) ?? snapshot;
}

export interface Audited {
  readonly snapshot: Snapshot;
  readonly loaded: LoadedPolicy;
  readonly report: Report;
}

/**
 * Audits a source as the command does.
 * @param day on which waivers are held against their expiry
 */
export async function auditSource(
  source: string,
  rev: string | undefined,
  offline: boolean,
  day: Date = new Date(),
): Promise<Audited> {
  const { port } = await openSource(source, {
    rev,
    // Sources on this machine need none of GitHub's client.
    github: offline ? undefined : async (named) => (await import("./github-source.ts")).openGitHub(named),
  });
  const snapshot = await takeSnapshot(port, (listing) => [
    ...selectReads(listing),
    ...listing.entries.filter(({ path }) => path === POLICY_PATH),
  ]);
  const today = day.toISOString().slice(0, 10);
  const loaded = { ...policyOf(snapshot.contents.get(POLICY_PATH)), today };
  const facts = new MemoryFacts().scope("");
  const report = audit(snapshot, loaded, undefined, facts);
  const wanted = report.remote?.wanted ?? [];
  if (offline || process.env.REMOTE === "off" || wanted.length === 0) return { snapshot, loaded, report };
  const { PublicHosts } = await import("../remote/hosts.ts");
  const said = await new PublicHosts().look(
    wanted.flatMap(({ kind, id, revision }) => remoteRequest(kind, id, revision) ?? []),
  );
  return { snapshot, loaded, report: audit(snapshot, loaded, undefined, facts, said) };
}

/** Ids as lines of the help. */
function idList(ids: readonly string[]): string {
  const lines: string[] = [];
  for (const id of ids) {
    const last = lines.at(-1);
    if (last === undefined || last.length + id.length > 80) lines.push(id);
    else lines[lines.length - 1] = `${last}, ${id}`;
  }
  return lines.map((line) => `                   ${line}`).join("\n");
}

/** A policy file that is not text is told and demands nothing silently. */
function policyOf(content: Content | undefined): LoadedPolicy {
  if (content === undefined) return loadPolicy(null, POLICY_PATH);
  return content.kind === "text"
    ? loadPolicy(content.text, POLICY_PATH)
    : unreadablePolicy(POLICY_PATH, say("policy.notText"));
}
