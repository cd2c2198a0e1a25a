/** The checks of TRUE: each a pure function from what was found to an outcome. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import { say } from "../../messages/said.ts";
import type { JudgedComponent, Material, Outcome, RuleEvidence } from "../framework.ts";
import { hasReadAllCode, isThere, outcome, placesOf, textAt } from "../looking.ts";
import { scriptsNamed } from "./commands.ts";
import { environmentOf } from "./environment.ts";
import { seedsIn } from "./seeds.ts";
import { evaluationCommands, type Step, stepsTold, trainingCommands } from "./way.ts";

const hasCode = ({ sources }: Facts): boolean => sources.some(({ path }) => areaOf(path) !== "test");

/** All of the artifacts are there, or which are not; what could not be looked at is no lack. */
function artifactsThere({ components }: Material, ids: readonly ArtifactId[]): Outcome {
  const places = ids.flatMap((id) => placesOf(components[id]).slice(0, 1));
  const names = (chosen: readonly ArtifactId[]) => chosen.map((id) => say(`artifact.${id}`));
  const absent = ids.filter((id) => components[id].presence === "absent");
  const unknown = ids.filter((id) => components[id].presence === "undetermined");
  if (absent.length > 0) return outcome("fail", say("true.lacking", names(absent)), places);
  if (unknown.length > 0) return outcome("undetermined", say("true.notSeen", names(unknown)), places);
  return outcome("pass", say("true.allThere", names(ids)), places);
}

/** A checklist of what is good to have: one tick that is missing is a remark, all of them missing is a failure. */
export function checkPieces(material: Material): Outcome {
  const found = piecesOf(material);
  const ids = ["training-code", "evaluation-code", "model-parameters-final"] as const;
  const isSome = ids.some((id) => isThere(material.components[id]));
  return found.verdict === "fail" && isSome ? { ...found, verdict: "warn" } : found;
}

function piecesOf(material: Material): Outcome {
  const ids = ["training-code", "evaluation-code", "model-parameters-final"] as const;
  const training = material.components["training-code"];
  if (training.noteSaid?.code !== "note.onlyFineTuning") return artifactsThere(material, ids);
  // Code that others fine-tune with shows nothing of how the released model was trained.
  const others = artifactsThere(material, ["evaluation-code", "model-parameters-final"]);
  return others.verdict === "fail"
    ? others
    : outcome("fail", say("true.onlyFineTuning"), [...placesOf(training), ...others.evidence]);
}

export function checkData(material: Material): Outcome {
  const ids = ["datasets", "data-card"] as const;
  const there = ids.filter((id) => isThere(material.components[id]));
  if (there.length === 0) return artifactsThere(material, ids);
  const places = there.flatMap((id) => placesOf(material.components[id]));
  return outcome(
    "pass",
    say(
      "true.allThere",
      there.map((id) => say(`artifact.${id}`)),
    ),
    places,
  );
}

export function checkEnvironment({ facts, components }: Material): Outcome {
  if (!hasCode(facts)) return outcome("not-applicable", say("true.noCode"));
  const { locked, pinned, open } = environmentOf(facts);
  if (locked.length > 0) return outcome("pass", say("true.pinned"), locked);
  const declared = components["supporting-libraries-and-tools"];
  if (open.length > 0) return outcome("warn", say("true.unpinned"), open);
  if (pinned.length > 0) return outcome("pass", say("true.pinned"), pinned);
  if (isThere(declared)) return outcome("warn", say("true.notLocked"), placesOf(declared));
  if (declared.presence === "undetermined" || !hasReadAllCode(facts))
    return outcome("undetermined", say("true.unread"));
  return outcome("warn", say("true.noEnvironment"));
}

export function checkSeeds({ facts, components }: Material): Outcome {
  const runs = (["training-code", "evaluation-code"] as const).map((id) => components[id]);
  if (!runs.some(({ presence }) => presence === "in-repo")) return outcome("not-applicable", say("true.nothingRuns"));
  const seeds = seedsIn(facts);
  if (seeds.length > 0) return outcome("pass", say("true.seeded"), seeds);
  return hasReadAllCode(facts) ? outcome("warn", say("true.unseeded")) : outcome("undetermined", say("true.unread"));
}

export function checkConfigurations({ facts, components }: Material): Outcome {
  if (components["training-code"].presence !== "in-repo") return outcome("not-applicable", say("true.noTraining"));
  const files = facts.configs.filter(({ kind, area }) => kind === "training" && (area === "own" || area === "example"));
  if (files.length > 0)
    return outcome(
      "pass",
      say("true.configured"),
      files.map(({ path, line }) => ({ path, lines: [line, line] })),
    );
  const sections = facts.documents.flatMap(({ path, sections: all }) =>
    all
      .filter(({ topics, filled }) => filled && topics.includes("hyperparameters"))
      .map(({ lines }) => ({ path, lines })),
  );
  const told = [...sections, ...trainingCommands(facts)];
  if (told.length > 0) return outcome("pass", say("true.configuredInText"), told);
  return hasReadAllCode(facts)
    ? outcome("warn", say("true.notConfigured"))
    : outcome("undetermined", say("true.unread"));
}

export function checkCommands({ facts }: Material): Outcome {
  const scripts = scriptsNamed(facts);
  const there = scripts.filter(({ state }) => state === "there");
  const missing = scripts.filter(({ state }) => state === "missing");
  const placesIn = (list: typeof scripts): readonly RuleEvidence[] => list.map(({ place }) => place);
  const names = (list: typeof scripts) => list.slice(0, 5).map(({ name }) => name);
  if (missing.length > 0 && !facts.snapshot.complete)
    return outcome("undetermined", say("true.unread"), placesIn(missing));
  if (missing.length > 0) return outcome("fail", say("true.commandsMissing", names(missing)), placesIn(missing));
  if (there.length > 0) return outcome("pass", say("true.commandsThere", there.length), placesIn(there));
  return outcome("not-applicable", say("true.noCommands"));
}

const CHECKSUM_FILE =
  /(?:^|\/)(?:(?:sha(?:1|256|512)|md5)sums?(?:\.txt)?|checksums?[\w.-]{0,40}|checklist\.chk|[^/]{1,120}\.(?:sha256|sha512|md5|dvc))$/i;
/** A hash that is called one, or that ends the address of a file which code downloads and then checks. */
const CHECKSUM =
  /\b(?:sha-?(?:256|512)(?:sum)?|md5(?:sum)?|checksums?)\b[^\n]{0,160}\b(?:[0-9a-f]{64}|[0-9a-f]{128}|[0-9a-f]{32})\b/i;
const HASH = /\b[0-9a-f]{64}\b/;
const SAYS_HASH = /\b(?:sha-?256|checksum)/i;
/** A commit that a download is pinned to: `revision="…"`, `--revision …`, `resolve/<commit>/`. */
const REVISION = /\brevision["']?\s{0,4}[=:\s]\s{0,4}["']?[0-9a-f]{40}\b|\/resolve\/[0-9a-f]{40}\//;

export function checkChecksums({ facts, components }: Material): Outcome {
  const parts = (["model-parameters-final", "datasets"] as const).map((id) => components[id]);
  if (!parts.some(isThere)) return outcome("not-applicable", say("true.nothingToCheck"));
  const held = facts.weights.filter(({ form }) => form === "file" || form === "pointer");
  const files = facts.entries.filter(
    ({ path, kind }) => kind === "file" && CHECKSUM_FILE.test(path) && areaOf(path) !== "test",
  );
  const texts = [...facts.documents, ...facts.sources].flatMap(({ path }) => checksumLine(facts, path));
  const places = [...[...files, ...held].map(({ path }): RuleEvidence => ({ path, lines: [1, 1] })), ...texts];
  if (places.length > 0) return outcome("pass", say("true.checkable"), places);
  return hasReadAllCode(facts)
    ? outcome("warn", say("true.notCheckable"), parts.flatMap(placesOf))
    : outcome("undetermined", say("true.unread"));
}

function checksumLine(facts: Facts, path: string): readonly RuleEvidence[] {
  const area = areaOf(path);
  // A notebook's hashes are those of its outputs and widgets; an evaluation's revisions are of models it compares with.
  if (area === "test" || area === "vendored" || /\.ipynb$|bench|eval/i.test(path)) return [];
  const text = (textAt(facts, path) ?? "").slice(0, 300_000);
  const saysHash = SAYS_HASH.test(text);
  // What is commented out pins nothing.
  const isCode = /\.(?:py|sh|slurm|sbatch)$/i.test(path);
  const at = text
    .split("\n")
    .findIndex(
      (line) =>
        line.length <= 2_000 &&
        !(isCode && /^\s{0,40}#/.test(line)) &&
        (CHECKSUM.test(line) || REVISION.test(line) || (saysHash && HASH.test(line))),
    );
  return at < 0 ? [] : [{ path, lines: [at + 1, at + 1] }];
}

const CONTAINER =
  /(?:^|\/)(?:(?:dockerfile|containerfile)(?:[-_.][\w.-]{1,60})?|[\w.-]{1,60}\.(?:dockerfile|def|sif\.def)|(?:docker-)?compose[\w.-]{0,40}\.ya?ml|devcontainer\.json|singularity[\w.-]{0,40}|cog\.yaml)$/i;

export function checkContainer({ facts }: Material): Outcome {
  if (!hasCode(facts)) return outcome("not-applicable", say("true.noCode"));
  const files = facts.entries.filter(
    ({ path, kind }) => kind === "file" && CONTAINER.test(path) && areaOf(path) !== "test",
  );
  const pulls = facts.documents.flatMap(({ path, codeBlocks }) =>
    codeBlocks
      .filter(({ text }) =>
        /\b(?:docker|podman|singularity|apptainer|enroot)\s{1,4}(?:pull|run|build|import)\b/.test(
          text.slice(0, 20_000),
        ),
      )
      .map(({ lines }) => ({ path, lines })),
  );
  const places = [...files.map(({ path }): RuleEvidence => ({ path, lines: [1, 1] })), ...pulls];
  if (places.length > 0) return outcome("pass", say("true.contained"), places);
  return facts.snapshot.complete
    ? outcome("warn", say("true.notContained"))
    : outcome("undetermined", say("true.unread"));
}

/** Harnesses whose result files keep the settings of the run. */
const KEEPS_SETTINGS: ReadonlySet<string> = new Set([
  "lm-evaluation-harness",
  "lighteval",
  "inspect",
  "helm",
  "moonshot",
  "mteb",
]);

export function checkResults({ facts, components }: Material): Outcome {
  const results = components["evaluation-results"];
  const code = components["evaluation-code"];
  if (results.presence === "undetermined") return outcome("undetermined", say("true.unread"));
  if (results.presence === "absent") return outcome("warn", say("true.lacking", [say("artifact.evaluation-results")]));
  const files = facts.results.filter(({ tool, area }) => KEEPS_SETTINGS.has(tool) && area === "own");
  const how: readonly RuleEvidence[] = [
    ...evaluationCommands(facts),
    ...files.map(({ path }): RuleEvidence => ({ path, lines: [1, 1] })),
  ];
  if (how.length > 0) return outcome("pass", say("true.resultsTold"), how);
  if (isThere(code)) return outcome("warn", say("true.resultsWithCode"), [...placesOf(results), ...placesOf(code)]);
  if (code.presence === "undetermined" || facts.blindSpots.length > 0)
    return outcome("undetermined", say("true.unread"), placesOf(results));
  return outcome("warn", say("true.resultsUntold"), placesOf(results));
}

/** A script of that name is there to be run; code that computes a metric somewhere is not. */
const hasEvaluationScript = ({ evidence }: JudgedComponent): boolean =>
  evidence.some(({ path }) => /(?:^|[/_-])(?:eval|bench|test)[^/]{0,60}\.(?:py|sh)$/i.test(path ?? ""));

export function checkWay({ facts, components }: Material): Outcome {
  if (!hasCode(facts)) return outcome("not-applicable", say("true.noCode"));
  const told = stepsTold(facts);
  const asked: readonly Step[] = [
    "install",
    "use",
    ...(components["training-code"].presence === "in-repo" ? (["train"] as const) : []),
    ...(hasEvaluationScript(components["evaluation-code"]) ? (["evaluate"] as const) : []),
  ];
  const untold = asked.filter((step) => !told.has(step));
  const names = (steps: readonly Step[]) => steps.map((step) => say(`trueStep.${step}`));
  const places = [...told.values()];
  if (untold.length === 0) return outcome("pass", say("true.stepsTold", names(asked)), places);
  if (facts.blindSpots.length > 0) return outcome("undetermined", say("true.unread"), places);
  return outcome("warn", say("true.stepsUntold", names(untold)), places);
}
