/** The GitHub Action: its metadata as GitHub reads it, and its steps' scripts as a runner runs them. */
import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { reportSchema } from "../../src/report/schema.ts";

const ROOT = join(import.meta.dirname, "../..");
const MODEL = join(ROOT, "fixtures/demo-model");
const text = z.string().min(1);

/** GitHub's "Metadata syntax for GitHub Actions", as far as a composite action may use it. */
const metadata = z.strictObject({
  name: text.max(50),
  description: text.max(125),
  branding: z.strictObject({
    icon: text,
    color: z.enum(["white", "black", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"]),
  }),
  inputs: z.record(z.string().regex(/^[a-z][a-z-]*$/), z.strictObject({ description: text, default: z.string() })),
  outputs: z.record(z.string().regex(/^[a-z][a-z-]*$/), z.strictObject({ description: text, value: text })),
  runs: z.strictObject({
    using: z.literal("composite"),
    steps: z.array(
      z.union([
        z.strictObject({
          id: text.optional(),
          name: text,
          if: text.optional(),
          shell: z.literal("bash"),
          env: z.record(z.string().regex(/^[A-Z_]+$/), z.string()),
          run: text,
        }),
        z.strictObject({
          name: text,
          if: text.optional(),
          // A tag can be moved to other code; a commit cannot.
          uses: z.string().regex(/^[\w-]+\/[\w-]+(?:\/[\w-]+)*@[0-9a-f]{40}$/),
          with: z.record(z.string(), z.string()),
        }),
      ]),
    ),
  }),
});

const source = await readFile(join(ROOT, "action.yml"), "utf8");
const action = metadata.parse(parse(source));
const scripts = action.runs.steps.flatMap((step) => ("run" in step ? [step] : []));
const step = (name: string): (typeof scripts)[number] => scripts.find((one) => one.name === name)!;

describe("action.yml", () => {
  it("has the shape that GitHub reads, and refers to inputs and outputs that there are", () => {
    const ids = scripts.flatMap(({ id }) => (id === undefined ? [] : [id]));
    for (const [, name] of source.matchAll(/\binputs\.([a-z-]+)/g)) expect(Object.keys(action.inputs)).toContain(name);
    for (const [, id, output] of source.matchAll(/\bsteps\.([a-z]+)\.outputs\.([a-z]+)/g)) {
      expect(ids).toContain(id);
      const { run } = scripts.find((one) => one.id === id)!;
      expect(run, output).toMatch(new RegExp(`(?:\\b|\\\\n)${output}=`));
    }
  });

  it("lets no words of a workflow or a repository become part of a script", () => {
    for (const { name, run } of scripts) expect(run, name).not.toContain("${{");
  });

  it("is explained with every input and output", async () => {
    const page = await readFile(join(ROOT, "docs/action.md"), "utf8");
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
      expect(page).toContain(`| \`${name}\` |`);
    const { steps } = z
      .object({
        steps: z.array(
          z.looseObject({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() }),
        ),
      })
      .parse(Object.values((parse(/```yaml\n([\s\S]*?)```/.exec(page)![1]!) as { jobs: object }).jobs)[0]);
    const own = steps.find(({ uses }) => uses?.includes("openness"))!;
    for (const name of Object.keys(own.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
  });
});

interface Ran {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "openness-action-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a step as the runner does: the script in a file, `bash --noprofile --norc -eo pipefail`, files for what it says. */
async function runStep(name: string, env: Readonly<Record<string, string>>, path = process.env.PATH): Promise<Ran> {
  const folder = await scratch();
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  for (const file of Object.values(files)) await writeFile(file, "");
  const script = join(folder, "step.sh");
  await writeFile(script, step(name).run);
  const { code, log } = await new Promise<{ code: number; log: string }>((done) => {
    execFile(
      "/bin/bash",
      ["--noprofile", "--norc", "-eo", "pipefail", script],
      { cwd: env.WORKSPACE ?? folder, env: { PATH: path, HOME: folder, ...files, ...env } },
      (error, out, complaint) => done({ code: error === null ? 0 : Number(error.code), log: out + complaint }),
    );
  });
  const lines = (await readFile(files.GITHUB_OUTPUT, "utf8")).split("\n").filter((line) => line !== "");
  const outputs = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
  return { code, log, outputs, summary: await readFile(files.GITHUB_STEP_SUMMARY, "utf8") };
}

const audit = (source: string, output: string, more: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  runStep("Audit", {
    ACTION: ROOT,
    NODE: process.execPath,
    SOURCE: source,
    OUTPUT: output,
    FORMATS: "",
    DATE: "",
    SARIF_UPLOAD: "false",
    ...more,
  });

/** The demo model under a policy that it does not meet. */
async function strictModel(): Promise<string> {
  const folder = await scratch();
  await cp(MODEL, folder, { recursive: true });
  await mkdir(join(folder, ".github"), { recursive: true });
  await writeFile(join(folder, ".github/openness.yml"), "target: III\nfail: [below-target]\n");
  return folder;
}

describe("the audit step", () => {
  it("writes summary, outputs and report, without a token and without a network", async () => {
    const output = await scratch();
    const { code, log, outputs, summary } = await audit(MODEL, output);
    expect([code, log]).toEqual([0, ""]);
    expect(outputs).toEqual({
      class: "0",
      label: "Unclassified",
      met: "true",
      report: join(output, "openness.json"),
      files: output,
    });
    expect(summary).toContain("# 🔎 No class yet");
    const report: unknown = JSON.parse(await readFile(outputs.report!, "utf8"));
    expect(reportSchema.safeParse(report).success).toBe(true);
    expect(await readdir(output)).toEqual(["openness.json"]);
  });

  it("writes the formats that are asked for under their usual names, and SARIF where it is to be uploaded", async () => {
    const output = join(await scratch(), "a folder", "-x");
    const { code, log } = await audit(MODEL, output, {
      FORMATS: "html, mof",
      DATE: "2026-11-20",
      SARIF_UPLOAD: "true",
    });
    expect([code, log]).toEqual([0, ""]);
    expect((await readdir(output)).toSorted()).toEqual([
      "openness.html",
      "openness.json",
      "openness.sarif",
      "openness.yml",
    ]);
    expect(await readFile(join(output, "openness.yml"), "utf8")).toContain('date: "2026-11-20"');
  });

  it("writes places in SARIF as seen from the repository's root, where a folder of it is audited", async () => {
    const repository = await scratch();
    const folder = join(repository, "models/a heron");
    await cp(MODEL, folder, { recursive: true });
    await promisify(execFile)("git", ["init", "-q", repository]);
    const uris = async (source: string): Promise<readonly string[]> => {
      const output = await scratch();
      expect((await audit(source, output, { SARIF_UPLOAD: "true" })).code).toBe(0);
      const sarif = await readFile(join(output, "openness.sarif"), "utf8");
      return [...sarif.matchAll(/"uri": "([^"]+)"/g)].map(([, uri]) => uri!);
    };
    const placed = await uris(folder);
    expect(placed).toContain("models/a%20heron/README.md");
    const unplaced = await scratch();
    await cp(MODEL, unplaced, { recursive: true });
    expect(await uris(unplaced)).toEqual(placed.map((uri) => uri.replace("models/a%20heron/", "")));
  });

  it("says that a policy is not met, and leaves the end to the last step", async () => {
    const { code, outputs, summary } = await audit(await strictModel(), await scratch());
    expect([code, outputs.met]).toEqual([0, "false"]);
    expect(summary).toContain("The check fails by this repository's policy");
  });

  it.each([
    ["a folder that is not there", "/nonexistent", ""],
    ["an unknown format", MODEL, "xml"],
    ["a format that would be written elsewhere", MODEL, "../../evil"],
    ["two lines for a path", `${MODEL}\nclass=1`, ""],
  ])("ends at once for %s", async (_, source, formats) => {
    const output = await scratch();
    const { code, outputs } = await audit(source, output, { FORMATS: formats });
    expect(code).not.toBe(0);
    expect(outputs).toEqual({});
  });
});

describe("the last step", () => {
  const conclude = async (met: string, fail: string): Promise<readonly [number, string]> => {
    const { code, log } = await runStep("Conclude", { MET: met, POLICY_FAIL: fail });
    return [code, log.slice(0, log.lastIndexOf("::"))];
  };

  it("fails the job by the policy, and only where it should", async () => {
    expect(await conclude("true", "true")).toEqual([0, ""]);
    expect(await conclude("false", "true")).toEqual([1, "::error"]);
    expect(await conclude("false", "false")).toEqual([0, "::warning"]);
    expect(await conclude("", "true")).toEqual([1, "::error"]);
    expect(await conclude("true", "yes")).toEqual([2, "::error"]);
  });
});

describe("the first step", () => {
  /** A PATH whose `node` says a version, and whose `npm` writes down what it was asked and brings a Node, or not. */
  async function machine({ version, brings }: { version?: string; brings: boolean }) {
    const folder = await scratch();
    const bin = join(folder, "bin");
    const checkout = join(folder, "action");
    await mkdir(bin);
    await mkdir(checkout);
    for (const tool of ["bash", "mkdir", "cat", "chmod", "pwd"])
      await symlink(`/bin/${tool}`, join(bin, tool)).catch(() => {});
    const tool = async (name: string, script: string): Promise<void> => {
      await writeFile(join(bin, name), `#!/bin/bash\n${script}\n`);
      await chmod(join(bin, name), 0o755);
    };
    if (version !== undefined) {
      const posed = `Object.defineProperty(process.versions, "node", { value: "${version}" });`;
      await tool("node", `exec "${process.execPath}" -e '${posed}'"$2"`);
    }
    const node = brings
      ? `mkdir -p node_modules/.bin; echo > node_modules/.bin/node; chmod +x node_modules/.bin/node`
      : "";
    await tool("npm", `echo "$PWD npm $*" >> "${folder}/asked"\n${node}`);
    const ran = await runStep("Prepare", { ACTION: checkout }, bin);
    const asked = await readFile(join(folder, "asked"), "utf8").catch(() => "");
    return { ...ran, asked: asked.replaceAll(checkout, "ACTION"), checkout };
  }

  it("takes the machine's Node where it is new enough, and installs in the action's own folder only", async () => {
    const { code, outputs, asked } = await machine({ version: "22.22.0", brings: false });
    expect([code, outputs]).toEqual([0, { node: "node" }]);
    expect(asked).toMatch(/^ACTION npm ci --omit=dev --omit=optional /);
    expect(asked).not.toMatch(/ -g| --global/);
  });

  it.each(["22.21.9", "20.20.2", undefined])("takes the locked Node where the machine's is %s", async (version) => {
    const { code, outputs, asked, checkout } = await machine({ version, brings: true });
    expect([code, outputs]).toEqual([0, { node: `${checkout}/node_modules/.bin/node` }]);
    expect(asked).toMatch(/^ACTION npm ci --omit=dev (?!--omit=optional)/);
  });

  it("says what to do where there is neither", async () => {
    const { code, log } = await machine({ version: "20.20.2", brings: false });
    expect(code).toBe(1);
    expect(log).toContain("actions/setup-node");
  });
});
