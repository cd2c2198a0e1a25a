import { expect, test } from "vitest";
import { checkRunFace } from "../../../src/report/checkrun.ts";
import { auditOf } from "../../auditing.ts";

const CONTEXT = { owner: "o", repo: "r", head: "0123456789abcdef0123456789abcdef01234567" };
const release = (license: string) =>
  auditOf(
    {
      "README.md": `---\nlicense: ${license}\n---\n# Aurora-7B\n\nAurora-7B answers questions in English and French.\n`,
      "model.safetensors":
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 4000000000\n",
    },
    { name: "aurora-7b", policy: "model: true\n" },
  );
const annotated = (base: string, head: string): readonly string[] =>
  checkRunFace(release(head), { ...CONTEXT, base: release(base) })
    .annotations.filter(({ title }) => title === "License takes something away")
    .map(({ path, start_line, message }) => `${path}:${start_line} ${message}`);

test("a license that takes something away is annotated where it is stated, in a card in its front matter", () => {
  const [first] = annotated("apache-2.0", "cc-by-nc-4.0");
  expect(first).toMatch(
    /^README\.md:1 The license of .{1,200} becomes more restrictive, from Apache-2\.0 to CC-BY-NC-4\.0/,
  );
});

test("one that gives more, or is the same, is not", () => {
  expect(annotated("cc-by-nc-4.0", "apache-2.0")).toEqual([]);
  expect(annotated("apache-2.0", "apache-2.0")).toEqual([]);
});
