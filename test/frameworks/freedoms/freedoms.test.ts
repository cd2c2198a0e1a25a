import { describe, expect, test } from "vitest";
import { changingLines } from "../../../src/frameworks/freedoms/clauses.ts";
import { reportSchema } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";

const POINTER =
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 4000000000\n";
const CARD =
  "# Aurora-7B\n\n## Intended use\n\nAurora-7B answers questions in English and in French, for study and work.\n";

const release = (license: string | undefined, more: Readonly<Record<string, FileOf>> = {}, complete = true) =>
  auditOf(
    {
      "README.md":
        license === undefined ? CARD : `---\nlicense: ${license}\npipeline_tag: text-generation\n---\n${CARD}`,
      "model.safetensors": POINTER,
      ...more,
    },
    { name: "aurora-7b", policy: "model: true\n", complete },
  );

type Audited = ReturnType<typeof release>;
const verdicts = (report: Audited): string =>
  (report.frameworks.freedoms?.requirements ?? [])
    .map(({ id, verdict }) => `${id.replace("freedoms-", "")} ${verdict}`)
    .join(", ");
/** The card itself has no license of its own; its terms are not told. */
const weights = (report: Audited): string =>
  (report.frameworks.freedoms?.requirements ?? [])
    .flatMap(({ id, artifacts = [] }) =>
      artifacts
        .filter((one) => one.id === "model-parameters-final")
        .map(({ verdict }) => `${id.replace("freedoms-", "")} ${verdict}`),
    )
    .join(", ");
const because = (report: Audited, id: string): string =>
  report.frameworks.freedoms?.requirements.find((one) => one.id === `freedoms-${id}`)?.because ?? "";

describe("the four freedoms", () => {
  test("an open license for all that was found gives them all, and for good", () => {
    const report = release(undefined, {
      LICENSE: "SPDX-License-Identifier: Apache-2.0\n",
      "README.md": `${CARD}\nCode and weights are released under the Apache-2.0 license.\n`,
    });
    expect(verdicts(report)).toBe("use pass, study pass, modify pass, share pass, lasting pass");
    expect(() => reportSchema.parse(report)).not.toThrow();
  });

  test("a non-commercial license limits use and sharing, and change for commercial purposes; study stays", () => {
    const report = release("cc-by-nc-4.0");
    expect(weights(report)).toBe("use fail, study pass, modify warn, share fail");
    expect(because(report, "use")).toMatch(
      /weights.* by CC-BY-NC-4\.0, non-commercial use only \(for everyone who earns/,
    );
    expect(because(report, "modify")).toMatch(/though not for every purpose/);
  });

  test("each limit is told with those whom it is for, and where the license is stated", () => {
    const report = release("llama2");
    expect(because(report, "use")).toMatch(/a limit on users \(for services with more users than it allows\)/);
    expect(because(report, "modify")).toMatch(/no training of other models \(for developers of other models\)/);
    const use = report.frameworks.freedoms?.requirements[0];
    expect(use?.evidence[0]?.path).toBe("README.md");
    expect(use?.artifacts?.find(({ id }) => id === "model-parameters-final")?.verdict).toBe("fail");
  });

  test("clauses are pointed at in the text that holds them", () => {
    const license =
      "Aurora Model License\n\nYou may use and change the model.\n\nYou may use the model for non-commercial purposes only.\n\nThis license is revocable at any time.\n";
    const report = release(undefined, { LICENSE: license });
    const use = report.frameworks.freedoms?.requirements[0];
    expect(use?.verdict).toBe("fail");
    expect(use?.evidence).toContainEqual({ path: "LICENSE", lines: [5, 5] });
    expect(verdicts(report)).toContain("lasting fail");
  });

  test("what lies in the repository without a license is nobody's to use, but can be looked at", () => {
    const report = release(undefined);
    expect(verdicts(report)).toBe("use fail, study undetermined, modify fail, share fail, lasting undetermined");
  });

  test("where part of the tree was not seen, the license may lie there: nothing is called withheld", () => {
    expect(verdicts(release(undefined, {}, false))).not.toContain("fail");
  });

  test("a license that nobody knows limits nothing and gives nothing", () => {
    expect(weights(release("other"))).toBe(
      "use undetermined, study undetermined, modify undetermined, share undetermined",
    );
  });

  test("attribution and share-alike are conditions and no limits, though they ask for something", () => {
    expect(weights(release("cc-by-sa-4.0"))).toBe("use pass, study pass, modify pass, share pass");
  });

  test("a card without a license of its own is not called withheld where the model has one", () => {
    expect(verdicts(release("apache-2.0"))).not.toContain("fail");
  });

  test("linked data without a license are not called withheld: their terms are told elsewhere", () => {
    const report = release("apache-2.0", {
      "DATA.md":
        "# Data card\n\n## Training data\n\nTrained on [our corpus](https://huggingface.co/datasets/aurora-lab/aurora-corpus), collected from public web pages.\n",
    });
    const use = report.frameworks.freedoms?.requirements[0];
    expect(use?.verdict).not.toBe("fail");
  });
});

describe("terms that may change", () => {
  test("a policy that is updated from time to time is found with its lines", () => {
    expect(changingLines("Terms\n\nAurora Labs may update this\nAcceptable Use Policy from time to time.\n")).toEqual([
      3, 4,
    ]);
  });

  test("new versions that others may publish, and works that may be changed at any time, are none", () => {
    expect(changingLines("The Foundation may publish new versions of this license from time to time.")).toBeUndefined();
    expect(changingLines("You may modify the model at any time.")).toBeUndefined();
  });
});
