import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseSource } from "../../../src/evidence/source/analyse.ts";

const repeated = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));

describe("hostile source", () => {
  const units = ["(", "(\n", "f(\n", ",\n", "[{(", '"', '"""a', "a.", "a.\n", "{1:\n", "else:\n", "class A(A): pass\n"];
  units.push(
    "@x\n",
    "a @ b\n",
    "lambda x:\n",
    "\\\n",
    " ",
    "\t\n",
    "漢字\n",
    'f"{f"{',
    "--lr 1 ",
    "python a.py \\\n",
    "matmul( ",
  );
  it.each(units)("of a megabyte of %j takes bounded time in every language", (unit) => {
    const text = repeated(unit);
    for (const path of ["a.py", "a.sh", "a.cu", "a.js", "a.ipynb"]) {
      const start = performance.now();
      analyseSource(path, "", text);
      // Bounds are some 300 ms when nothing else runs; a quadratic step takes many seconds.
      expect(performance.now() - start).toBeLessThan(3_000);
    }
  });

  it("gives the same marks each time, because work is counted and not timed", () => {
    const text = `${"a b\n".repeat(50_000)}loss.backward()\noptimizer.step()\n`;
    expect(analyseSource("a.py", "", text)).toEqual(analyseSource("a.py", "", text));
  });

  it("keeps line numbers when an overlong line is left out", () => {
    const text = `x = "${"a".repeat(9_000)}"\nimport torch\nloss.backward()\noptimizer.step()\n`;
    expect(analyseSource("a.py", "", text).roles[0]).toMatchObject({ role: "trains", line: 3 });
  });

  it("of any characters never throws", () => {
    const token = fc.constantFrom(
      "class A(nn.Module):",
      "\n",
      "  ",
      "def f(",
      "@",
      "model.generate(",
      "'org/x'",
      ")",
      ":",
      "import ",
      "from a import b",
      '"',
      "\\",
      "{",
      "!",
      "\u2028",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(token, fc.string({ maxLength: 6 })), { maxLength: 60 }),
        fc.constantFrom("a.py", "a.ipynb", "a.sh", "a.c", "a.ts", "a.txt"),
        (parts, path) => {
          const file = analyseSource(path, "", parts.join(""));
          return file.roles.every(({ line }) => line >= 1) && file.references.every(({ line }) => line >= 1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
