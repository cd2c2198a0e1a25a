import { describe, expect, test } from "vitest";
import { auditOf } from "../../auditing.ts";
import { spdxText } from "../../license/texts.ts";
import type { FileOf } from "../../snapshot-of.ts";

const POINTER =
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 4000000000\n";
const README =
  "# Aurora-7B\n\n## Intended use\n\nAurora-7B answers questions in English and in French, for study and for work.\n\nCopyright (c) 2026 Aurora Lab\n";
const TEXT = spdxText("OpenMDW-1.0");
const TEXT_1_1 = TEXT.replace(/version 1\.0 \(OpenMDW-1\.0\)/, "version 1.1 (OpenMDW-1.1)").replace(
  "infringe any patent",
  "infringe any patent or copyright",
);

const release = (license: string, more: Readonly<Record<string, FileOf>> = {}, complete = true) =>
  auditOf(
    { "README.md": README, LICENSE: license, "model.safetensors": POINTER, ...more },
    { name: "aurora-7b", policy: "model: true\n", complete },
  );
type Audited = ReturnType<typeof release>;
const verdicts = (report: Audited): string =>
  (report.frameworks.openmdw?.requirements ?? [])
    .map(({ id, verdict }) => `${id.replace("openmdw-", "")} ${verdict}`)
    .join(", ");
const because = (report: Audited, id: string): string =>
  report.frameworks.openmdw?.requirements.find((one) => one.id === `openmdw-${id}`)?.because ?? "";

describe("OpenMDW", () => {
  test("its text at the root, with a notice, covers all that is there", () => {
    const report = release(TEXT);
    expect(verdicts(report)).toBe("version pass, covers pass, text pass, notices pass");
    expect(because(report, "version")).toBe("It is under OpenMDW 1.0.");
  });

  test("version 1.1 is recognised as such", () => {
    const report = release(TEXT_1_1);
    expect(verdicts(report)).toBe("version pass, covers pass, text pass, notices pass");
    expect(because(report, "version")).toBe("It is under OpenMDW 1.1.");
  });

  test("another license is none of its business", () => {
    expect(report(release("SPDX-License-Identifier: Apache-2.0\n"))).toBe("not-applicable");
  });

  test("a mere tag names it and carries no text", () => {
    const tagged = release("SPDX-License-Identifier: OpenMDW-1.0\n");
    expect(verdicts(tagged)).toContain("text warn");
    expect(verdicts(release("SPDX-License-Identifier: OpenMDW-1.0\n", {}, false))).toContain("text undetermined");
  });

  test("no notice of copyright anywhere is a warning, and a NOTICE file is one", () => {
    const bare = README.replace("Copyright (c) 2026 Aurora Lab", "Made with care.");
    expect(verdicts(release(TEXT, { "README.md": bare }))).toContain("notices warn");
    expect(verdicts(release(TEXT, { "README.md": bare, NOTICE: "Aurora-7B by Aurora Lab\n" }))).toContain(
      "notices pass",
    );
    expect(verdicts(release(TEXT, { "README.md": bare }, false))).toContain("notices undetermined");
  });

  test("the agreement's own words about copyright notices are no notice", () => {
    expect(TEXT).toMatch(/copyright notices/);
    expect(verdicts(release(TEXT, { "README.md": README.replace("Copyright (c) 2026 Aurora Lab", "") }))).toContain(
      "notices warn",
    );
  });

  test("what is under other terms that limit is told, though the root is under OpenMDW", () => {
    const mixed = release(TEXT, { "README.md": `---\nlicense: cc-by-nc-4.0\n---\n${README}` });
    expect(verdicts(mixed)).toContain("covers warn");
    expect(because(mixed, "covers")).toMatch(/under terms that are not open: weights/);
  });

  test("a changed text may not bear the name", () => {
    const changed = TEXT.replace(/free of\s{1,4}charge,/, "free of charge and for non-commercial purposes only,");
    expect(changed).not.toBe(TEXT);
    expect(verdicts(release(changed))).toMatch(/version fail|not-applicable/);
    expect(verdicts(release(changed))).not.toContain("version pass");
  });
});

const report = (one: Audited) => one.frameworks.openmdw?.verdict;
