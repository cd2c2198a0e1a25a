import { describe, expect, test } from "vitest";
import { MOF_FILE_PATHS, parseMofFile } from "../../../src/frameworks/mof/file.ts";
import { mofFile } from "./mof-file.ts";

const HEAD = "framework: {name: Model Openness Framework}\nrelease:\n  name: Heron\n  producer: Lab\n";
const messages = (text: string): readonly string[] =>
  parseMofFile(text, "mof.yml").problems.map(({ message }) => message);

describe("where a MOF file may lie", () => {
  test.each(["mof.yml", "MOF.json", ".mof.yaml", ".github/mof.yml", "docs/heron.mof.yml", "heron.mot.yml"])(
    "%s",
    (path) => {
      expect(MOF_FILE_PATHS.test(path)).toBe(true);
    },
  );

  test.each(["src/mof.yml", "agent.mof", "mofs.yml", "docs/sub/mof.yml", ".mot.yml.txt", "xmof.yml"])(
    "not %s",
    (path) => {
      expect(MOF_FILE_PATHS.test(path)).toBe(false);
    },
  );
});

test("a component knows its line, its license and its place", () => {
  const text = `${HEAD}  license: {}
  components:
    - name: Model card
      license: CC-BY-4.0
      component_path: MODEL_CARD.md
    - name: Datasets
`;
  expect(parseMofFile(text, "mof.yml").file?.components).toEqual([
    {
      id: "model-card",
      name: "Model card",
      line: 7,
      license: "CC-BY-4.0",
      licensePath: undefined,
      componentPath: "MODEL_CARD.md",
    },
    {
      id: "datasets",
      name: "Datasets",
      line: 10,
      license: undefined,
      licensePath: undefined,
      componentPath: undefined,
    },
  ]);
});

test("the older shape lists everything, and says in license_name what is there", () => {
  const text = `${HEAD}  mof_class: Class III
  components:
    - {name: Model architecture, location: 'https://example.org/a', license_name: MIT}
    - {name: Datasets, location: '', license_name: Component not included}
    - {name: Model card, location: '', license_name: License not specified}
`;
  const { file } = parseMofFile(text, "mof.yml");
  expect(file?.shape).toBe("older");
  expect(file?.statedClass).toEqual({ class: 3, line: 5 });
  expect(file?.components.map(({ id, license, componentPath }) => [id, license, componentPath])).toEqual([
    ["model-architecture", "MIT", "https://example.org/a"],
    ["model-card", "unlicensed", undefined],
  ]);
});

test("JSON is read too, tabs included", () => {
  const json = JSON.stringify(
    {
      framework: { name: "Model Openness Framework" },
      release: { name: "a", producer: "b", license: {}, components: [{ name: "Model card" }] },
    },
    null,
    "\t",
  );
  expect(parseMofFile(json, "mof.json").file?.components[0]).toMatchObject({ id: "model-card", line: 11 });
});

describe("what is no MOF file says why, on its line", () => {
  test.each([
    ["the other MOFs", "framework: {name: Meta Object Facility}\nrelease: {}", 1, /framework.name must be/],
    ["a list", "- a", 1, /mapping/],
    ["no release", "framework:\n  name: Model Openness Framework\nrelease: 3", 3, /release/],
    ["broken YAML", "framework:\n  name: [", 2, /Not valid YAML/],
    [
      "an alias bomb",
      `a: &a [x,x]\nb: &b [${"*a,".repeat(40)}]\nc: &c [${"*b,".repeat(40)}]\n`,
      1,
      /cannot be resolved/,
    ],
    ["a huge file", `# ${"x".repeat(70_000)}`, 1, /at most 65536/],
    ["deep nesting", "[".repeat(20_000), 1, /./],
    ["nothing", "", 1, /mapping/],
  ])("%s", (_, text, line, message) => {
    const { file, problems } = parseMofFile(text, "mof.yml");
    expect(file).toBeUndefined();
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.line).toBe(line);
  });
});

test("components that the tool would not find are told with the name it knows", () => {
  const text = mofFile({ components: ["model weights", "Robot arm", "Datasets", "Datasets"] });
  expect(messages(text)).toEqual([
    'The Model Openness Tool finds components by their exact name: write "Model parameters (Final)" instead of "model weights".',
    '"Robot arm" is not a component of the framework, so it was left out.',
    '"Datasets" is listed twice; the last entry counts.',
  ]);
  expect(parseMofFile(text, "mof.yml").file?.components.map(({ id }) => id)).toEqual([
    "model-parameters-final",
    "datasets",
    "datasets",
  ]);
});

test("a name from JavaScript's own objects is no component and no license type", () => {
  const text = `${HEAD}  license: {__proto__: {name: MIT}, constructor: {name: MIT}}\n  components: [{name: constructor}, {name: __proto__}]`;
  const { file } = parseMofFile(text, "mof.yml");
  expect(file?.components).toEqual([]);
  expect(file?.license.distribution).toBeUndefined();
});
