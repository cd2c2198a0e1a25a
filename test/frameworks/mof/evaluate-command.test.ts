import { expect, test } from "vitest";
import { evaluateCommand } from "../../../src/frameworks/mof/evaluate-command.ts";
import { CLASS_3, mofFile } from "./mof-file.ts";

test("one entry per file, in order, with an error where a file is none", () => {
  const text = mofFile({ components: CLASS_3, license: { distribution: "Apache-2.0" } });
  const entries = evaluateCommand([
    { file: "a.yml", text },
    { file: "gone.yml", error: "No such file." },
    { file: "b.yml", text: "hello: world" },
  ]);
  expect(JSON.parse(JSON.stringify(entries))).toEqual([
    { file: "a.yml", class: 3, label: "Class III - Open Model", progress: { "1": 0, "2": 60, "3": 100 } },
    { file: "gone.yml", error: "No such file." },
    { file: "b.yml", error: 'line 1: framework.name must be "Model Openness Framework"; found nothing.' },
  ]);
});
