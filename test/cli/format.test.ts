/** `--format`, `--date`, `--compare` and `openness report`, as a shell sees them. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/report/formats/formats.ts";
import { exampleReport } from "../report/example.ts";

const ROOT = join(import.meta.dirname, "../..");
const MODEL = join(ROOT, "fixtures/demo-model");
const EPOCH = "1795512612";

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

function openness(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const given = { PATH: process.env.PATH, SOURCE_DATE_EPOCH: EPOCH, ...env };
  return new Promise((done) => {
    execFile(process.execPath, [join(ROOT, "src/cli.ts"), ...args], { env: given }, (error, out, complaint) => {
      done({ code: error === null ? 0 : Number(error.code), out, complaint });
    });
  });
}

let folder = "";
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "openness-format-"));
  const { out } = await openness(["audit", MODEL, "--offline", "--format", "json"]);
  await writeFile(at("report.json"), out);
  return () => rm(folder, { recursive: true, force: true });
});

describe("--format", () => {
  it.each(FORMATS.map(({ name }) => name))("%s of a saved report is that of the audit, byte for byte", async (name) => {
    const [audited, saved] = await Promise.all([
      openness(["audit", MODEL, "--offline", "--format", name, "--date", "2026-11-20"]),
      openness(["report", at("report.json"), "--format", name, "--date", "2026-11-20"]),
    ]);
    expect([audited.code, audited.complaint]).toEqual([0, ""]);
    expect(saved).toEqual(audited);
    expect(saved.out).toMatch(/\n$/);
  });

  it("is listed with all formats in the help of both commands, and in the documents", async () => {
    const helps = await Promise.all([openness(["audit", "--help"]), openness(["report", "--help"])]);
    const page = await readFile(join(ROOT, "docs/formats.md"), "utf8");
    for (const { name, summary } of FORMATS) {
      for (const { out } of helps) expect(out).toMatch(new RegExp(`^ +${name} +\\S`, "m"));
      expect(page).toContain(`| \`${name}\` | ${summary} |`);
    }
  });

  it("mof is read back by evaluate with the class of the report", async () => {
    const { out } = await openness(["report", at("report.json"), "--format", "mof"]);
    await writeFile(at("mof.yml"), out);
    const evaluated = await openness(["evaluate", at("mof.yml")]);
    const { mof } = JSON.parse(await readFile(at("report.json"), "utf8")) as ReturnType<typeof exampleReport>;
    expect(JSON.parse(evaluated.out)).toMatchObject([{ class: mof.mot.class, progress: mof.mot.progress }]);
  });

  it("takes its time from SOURCE_DATE_EPOCH, else from the clock", async () => {
    const created = async (env: Record<string, string>): Promise<string> =>
      (
        JSON.parse((await openness(["report", at("report.json"), "--format", "in-toto"], env)).out) as {
          predicate: { timeCreated: string };
        }
      ).predicate.timeCreated;
    expect(await created({})).toBe(new Date(Number(EPOCH) * 1000).toISOString().replace(".000", ""));
    const now = Date.parse(await created({ SOURCE_DATE_EPOCH: "" }));
    expect(Math.abs(Date.now() - now)).toBeLessThan(60_000);
  });
});

describe("openness report", () => {
  it("audits a folder first, and gives the same out as the audit does", async () => {
    const [audited, reported] = await Promise.all([
      openness(["audit", MODEL, "--offline", "--format", "cyclonedx"]),
      openness(["report", "--format", "cyclonedx", MODEL]),
    ]);
    expect(reported).toEqual({ ...audited, code: 0 });
    expect(JSON.parse(reported.out)).toMatchObject({ specVersion: "1.7" });
  });

  it("gives a report out byte for byte as it was saved, so that a statement's digest is the file's", async () => {
    const { components, mof, frameworks, findings, policy, licenseFiles, ...rest } = exampleReport();
    const own = { isModelRepository: true, isModelRepositoryBecause: "x", findings, policy, licenseFiles };
    const model = { path: "a", name: "one", ...own, frameworks, mof, components };
    const report = {
      ...rest,
      models: [model, { ...model, name: "two" }],
      policy,
      findings,
      frameworks,
      mof,
      licenseFiles,
      components,
    };
    const text = `${JSON.stringify(report, null, 2)}\n`;
    await writeFile(at("models.json"), text);
    const [same, statement] = await Promise.all([
      openness(["report", at("models.json"), "--format", "json"]),
      openness(["report", at("models.json"), "--format", "in-toto"]),
    ]);
    expect(same.out).toBe(text);
    expect(JSON.parse(statement.out)).toMatchObject({
      predicate: { report: { sha256: createHash("sha256").update(text).digest("hex") } },
    });
  });

  it("reads reports of earlier versions with the same first number, and no others", async () => {
    const now = JSON.parse(await readFile(at("report.json"), "utf8")) as { schemaVersion: string };
    const [first, second] = now.schemaVersion.split(".").map(Number) as [number, number];
    const outcomeOf = async (schemaVersion: string): Promise<number> => {
      await writeFile(at(`report-${schemaVersion}.json`), JSON.stringify({ ...now, schemaVersion }));
      return (await openness(["report", at(`report-${schemaVersion}.json`)])).code;
    };
    expect(await outcomeOf(`${first}.${second - 1}.0`)).toBe(0);
    expect(await outcomeOf(`${first}.${second + 1}.0`)).toBe(2);
    expect(await outcomeOf(`${first + 1}.0.0`)).toBe(2);
  });
});

describe("--compare", () => {
  it("tells how a record differs from the evidence", async () => {
    await writeFile(
      at("record.yml"),
      `framework: {name: Model Openness Framework, version: "1.0", date: "2024-12-15"}
release:
  name: tiny
  producer: lab
  license: {distribution: {name: Apache-2.0}}
  components: [{name: Model parameters (Final)}, {name: Data card}]
`,
    );
    const { code, out } = await openness([
      "report",
      at("report.json"),
      "--format",
      "mof",
      "--compare",
      at("record.yml"),
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Record: Unclassified$/m);
    expect(out).toMatch(/Model parameters \(Final\) +recorded with Apache-2\.0, found with LicenseRef-noncommercial$/m);
    expect(out).toMatch(/Data card +recorded \(Apache-2\.0\), not found$/m);
  });
});

describe("what is asked for wrongly", () => {
  it.each<[string, readonly string[], string]>([
    ["an unknown format", ["report", "REPORT", "--format", "xml"], "choose text, json, "],
    ["a day that there is not", ["report", "REPORT", "--date", "2026-02-30"], "is no date"],
    ["a date in words", ["report", "REPORT", "--date", "today"], "is no date"],
    ["a record for another format", ["report", "REPORT", "--compare", "x.yml"], "--format mof"],
    [
      "a record that is not there",
      ["report", "REPORT", "--format", "mof", "--compare", "/nonexistent"],
      "could not be read",
    ],
    ["a record that is none", ["report", "REPORT", "--format", "mof", "--compare", "REPORT"], "is no record"],
    ["a folder outside the repository", ["report", "REPORT", "--format", "sarif", "--within", "../x"], "--within ../x"],
    ["no report", ["report"], "Name exactly one file"],
    ["a report that is not there", ["report", "/nonexistent"], "could not be read"],
    ["a report that is not JSON", ["report", join(ROOT, "LICENSE")], "is not JSON"],
    ["JSON that is no report", ["report", join(ROOT, "package.json")], "is no report of this version"],
  ])("%s is said in one sentence, with exit code 2", async (_, args, sentence) => {
    const { code, out, complaint } = await openness(args.map((one) => (one === "REPORT" ? at("report.json") : one)));
    expect([code, out]).toEqual([2, ""]);
    expect(complaint.trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
  });

  it("a time that is none, and a report that is nested without end, are said as well", async () => {
    const { complaint } = await openness(["report", at("report.json")], { SOURCE_DATE_EPOCH: "now" });
    expect(complaint).toContain("SOURCE_DATE_EPOCH must be");
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const report = JSON.stringify(exampleReport({ report: { findings: [] } })).replace(
      '"findings":[]',
      `"findings":[{"rule":"r","level":"notice","message":"m","code":"c","values":${deep}}]`,
    );
    // In a place that the schema knows, and in one that it does not.
    for (const text of [report, report.replace('"code":"c","values"', '"more"')]) {
      await writeFile(at("deep.json"), text);
      const { code, complaint: said } = await openness(["report", at("deep.json"), "--format", "json"]);
      expect(code).toBe(2);
      expect(said.trim().split("\n")).toEqual([expect.stringContaining("is no report")]);
    }
  });
});
