import { describe, expect, test } from "vitest";
import { loadPolicy, unreadablePolicy } from "../../src/policy/load.ts";
import { DEFAULT_POLICY, FAILURES } from "../../src/policy/policy.ts";

const EVERY_DEMAND = FAILURES;
const LIST = FAILURES.join(", ");
const PATH = ".github/openness.yml";
const load = (text: string) => loadPolicy(text, PATH);
const told = (text: string): readonly string[] => load(text).problems.map(({ line, message }) => `${line}: ${message}`);

test("no file is the default policy, from nowhere", () => {
  expect(loadPolicy(null, PATH)).toEqual({ policy: DEFAULT_POLICY, source: null, problems: [] });
});

test.each(["", "# only a comment\n", "target:\nfail:\n"])(
  "a file that sets nothing is the default policy: %j",
  (text) => {
    expect(load(text)).toEqual({ policy: DEFAULT_POLICY, source: PATH, sources: [{ path: PATH }], problems: [] });
  },
);

test.each([
  ["III", 3],
  ["2", 2],
  ["I", 1],
])("target: %s is Class %i", (target, mofClass) => {
  expect(load(`target: ${target}`).policy.target).toBe(mofClass);
});

test("every setting is read", () => {
  const text = `
target: II
fail: [below-target, undetermined]
comment: always
drafts: true
model: true
models: [{name: Heron, path: heron, target: III}]
artifacts:
  data-card: docs/data.md
  datasets: [https://example.org/a, data/**]
ignore: [third_party/**]
extends: heron-lab/.github
`;
  expect(load(text)).toEqual({
    policy: {
      target: 2,
      fail: ["below-target", "undetermined"],
      comment: "always",
      drafts: true,
      model: true,
      models: [{ name: "Heron", path: "heron", target: 3 }],
      artifacts: { "data-card": "docs/data.md", datasets: ["https://example.org/a", "data/**"] },
      ignore: ["third_party/**"],
      extends: "heron-lab/.github",
      frameworks: [],
      waivers: [],
      lock: [],
    },
    source: PATH,
    sources: [{ path: PATH }],
    problems: [],
  });
});

describe("what is wrong is told on its line, and the rest is kept", () => {
  test("a wrong value falls back to the default, its neighbours stay", () => {
    const { policy, problems } = load("drafts: true\ntarget: IV\ncomment: never\n");
    expect(policy).toEqual({ ...DEFAULT_POLICY, drafts: true, comment: "never" });
    expect(problems).toMatchObject([
      { path: PATH, line: 2, message: 'target: found "IV", expected one of 1, 2, 3, I, II, III. It was left out.' },
    ]);
  });

  test("of a list only the wrong items are left out", () => {
    const text = "fail:\n  - below-target\n  - nonsense\n  - unlicensed\n  - 7\n";
    expect(load(text).policy.fail).toEqual(["below-target", "unlicensed"]);
    expect(told(text)).toEqual([
      `3: fail: found "nonsense", expected one of ${LIST}. It was left out.`,
      `5: fail: found 7, expected one of ${LIST}. It was left out.`,
    ]);
  });

  test("of artifacts only the wrong entries are left out", () => {
    const text = "artifacts:\n  weights: a\n  data-card: b\n  datasets: [1]\n";
    expect(load(text).policy.artifacts).toEqual({ "data-card": "b" });
    expect(told(text)).toEqual(
      expect.arrayContaining([
        '2: artifacts.weights: found "a", expected the id of an artifact of the framework. It was left out.',
        "4: artifacts.datasets: found [1], expected a place, or a list of at most 20: a text, or path or url with a license. It was left out.",
      ]),
    );
  });

  test.each([
    ['drafts: "yes"', 'drafts: found "yes", expected true or false. It was left out.'],
    ["ignore: src", 'ignore: found "src", expected a list. It was left out.'],
    ["ignore: ['']", 'ignore: found "", expected a text that is not empty. It was left out.'],
    [`ignore: ['${"x".repeat(300)}']`, `ignore: found "${"x".repeat(59)}, expected at most 200. It was left out.`],
    ["extends: 5", "extends: found 5, expected a text. It was left out."],
    ["artifacts: [a]", 'artifacts: found ["a"], expected a mapping. It was left out.'],
  ])("%s", (text, message) => {
    expect(load(text).policy).toEqual(DEFAULT_POLICY);
    expect(load(text).problems).toMatchObject([{ path: PATH, line: 1, message }]);
  });

  test("an unknown setting is named with the known ones", () => {
    expect(told("targets: 3")[0]).toMatch(/^1: targets is not a setting .* target, profile, fail, frameworks, comment/);
  });

  test("__proto__ is an unknown setting and changes nothing else", () => {
    const { policy, problems } = load("__proto__: {drafts: true}\nconstructor: 1\n");
    expect(policy).toEqual(DEFAULT_POLICY);
    expect(policy.drafts).toBe(false);
    expect(problems).toHaveLength(2);
  });

  test.each([
    ["broken YAML", "{", 1, /Not valid YAML/],
    ["a list", "- target", 1, /must be a mapping/],
    ["a huge file", `#${"x".repeat(70_000)}`, 1, /at most 65536/],
    ["an alias bomb", `a: &a [1,1]\nb: [${"*a,".repeat(60)}]`, 1, /cannot be resolved/],
  ])("%s leaves the default policy", (_, text, line, message) => {
    const { policy, source, problems } = load(text);
    expect({ policy, source }).toEqual({ policy: DEFAULT_POLICY, source: PATH });
    expect(problems[0]).toMatchObject({ path: PATH, line });
    expect(problems[0]?.message).toMatch(message);
  });

  test("a thousand wrong settings make fifty problems", () => {
    const text = Array.from({ length: 1000 }, (_, index) => `s${index}: 1`).join("\n");
    expect(load(text).problems).toHaveLength(50);
  });
});

describe("broken YAML does not undo the rest of the policy", () => {
  test("settings that can be read by themselves are kept", () => {
    const { policy, problems } = load(
      "# ours\ntarget: II\nignore: [\nfail:\n  - unlicensed\n- comment: x\ncomment: never\n",
    );
    expect(policy).toEqual({ ...DEFAULT_POLICY, target: 2, comment: "never", fail: [...EVERY_DEMAND] });
    expect(problems).toMatchObject([{ message: expect.stringMatching(/^Not valid YAML/) }]);
  });

  test("a fail list that cannot be read demands everything, so that a slip does not turn a strict check lenient", () => {
    expect(load("target: 2\nfail: [below-target").policy).toMatchObject({ target: 2, fail: EVERY_DEMAND });
    expect(load("target: 2\nfail: [unlicensed]\nignore: [").policy.fail).toEqual(["unlicensed"]);
    expect(load("ignore: [").policy.fail).toEqual([]);
  });

  test.each(["fail: below-target", "fail: [below-tagret]", "fail: {}", "fail: 7"])(
    "nor does a fail of which nothing is known: %s",
    (text) => {
      const { policy, problems } = load(text);
      expect(policy.fail).toEqual(EVERY_DEMAND);
      expect(problems.at(-1)).toMatchObject({ line: 1, message: expect.stringContaining("everything is demanded") });
    },
  );

  test("a fail that is empty is the owner's word", () => {
    expect(load("fail: []")).toMatchObject({ policy: { fail: [] }, problems: [] });
  });

  test("the same setting twice is told, and the last counts", () => {
    const { policy, problems } = load("target: 3\ntarget: 2");
    expect(policy.target).toBe(2);
    expect(problems).toMatchObject([{ line: 2, message: expect.stringMatching(/unique/) }]);
  });
});

test("a policy that cannot be read at all says so", () => {
  expect(unreadablePolicy(PATH, "it is not text")).toMatchObject({
    policy: DEFAULT_POLICY,
    problems: [
      { path: PATH, line: 1, message: "The policy could not be read (it is not text), so the defaults were used." },
    ],
  });
});

test("an inherited policy holds where this one says nothing, and its problems are kept", () => {
  const shared = loadPolicy("target: 3\nfail: [unlicensed]\nwrong: 1\n", "heron-lab/.github/openness.yml");
  const own = loadPolicy("target: 2\n", PATH, shared);
  expect(own.policy).toMatchObject({ target: 2, fail: ["unlicensed"] });
  expect(own.source).toBe(PATH);
  expect(own.problems).toMatchObject([{ path: "heron-lab/.github/openness.yml", line: 3 }]);
  expect(loadPolicy(null, PATH, shared)).toBe(shared);
});

describe("what was meant", () => {
  test("a setting and a value with a slip of the pen are told the nearest one, with line and column", () => {
    const { problems } = load("# ours\nfail: [regresion]\ntragets: 2\n");
    expect(problems).toMatchObject([
      { line: 2, column: 8, message: expect.stringContaining("(regression?)") },
      { line: 2, column: 1, message: expect.stringContaining("everything is demanded") },
      { line: 3, column: 1, message: expect.stringContaining("tragets") },
    ]);
    expect(problems[2]?.message).toContain("target is near");
  });

  test("old names of reasons work and are told", () => {
    const { policy, problems } = load("fail:\n  - target-missed\n  - class-dropped\n");
    expect(policy.fail).toEqual(["below-target", "regression"]);
    expect(problems).toMatchObject([
      { line: 2, level: "notice", message: expect.stringContaining("below-target") },
      { line: 3, level: "notice", message: expect.stringContaining("regression") },
    ]);
  });
});

describe("a waiver", () => {
  test.each([
    ["has no reason", "{rule: regression}"],
    ["names both an artifact and a rule", "{rule: regression, artifact: datasets, reason: x}"],
    ["names neither", "{reason: x}"],
    ["ends on a day that is not", "{rule: regression, reason: x, expires: '2026-02-30'}"],
  ])("that %s is left out and told", (_, waiver) => {
    const { policy, problems } = load(`waivers:\n  - ${waiver}\n  - {artifact: datasets, reason: licensed data}\n`);
    expect(policy.waivers).toEqual([{ artifact: "datasets", reason: "licensed data" }]);
    expect(problems.map(({ line }) => line)).toEqual([2]);
  });
});

describe("locks", () => {
  const owner = loadPolicy("target: 2\nfail: [below-target]\nlock: [target, fail]\n", "lab/.github/openness.yml");

  test("a locked setting stays as it is, and who sets it is told", () => {
    const { policy, problems } = loadPolicy("fail: []\ntarget: 3\ncomment: never\nlock: []\n", PATH, owner);
    expect(policy).toMatchObject({ target: 2, fail: ["below-target"], comment: "never", lock: ["target", "fail"] });
    expect(problems.map(({ line, message }) => [line, message.split(" ")[0]])).toEqual([
      [1, "fail"],
      [2, "target"],
    ]);
  });

  test("a model's own target does not go round a locked one", () => {
    const { policy, problems } = loadPolicy("models: [{name: A, path: a, target: 3}]\n", PATH, owner);
    expect(policy.models).toEqual([{ name: "A", path: "a" }]);
    expect(problems).toHaveLength(1);
  });

  test("broken YAML does not undo them", () => {
    expect(loadPolicy("target: 3\nfail: [\n", PATH, owner).policy).toMatchObject({ target: 2, fail: ["below-target"] });
  });
});

describe("a profile", () => {
  test.each([
    ["advisory", []],
    ["standard", ["regression", "license-more-restrictive", "openwashing"]],
    ["strict", FAILURES],
  ])("%s stands for its reasons", (profile, fail) => {
    expect(load(`profile: ${profile}`).policy.fail).toEqual(fail);
  });

  test("is no more than a fail that is said beside it", () => {
    expect(load("profile: strict\nfail: [unlicensed]").policy.fail).toEqual(["unlicensed"]);
    expect(load("profile: strict\nfail: []").policy.fail).toEqual([]);
    expect(load("profile: advisory\nfail: [nonsense]").policy.fail).toEqual(EVERY_DEMAND);
  });

  test("goes over what is inherited, and gets round no lock", () => {
    const below = loadPolicy("fail: [unlicensed]\n", "lab/.github/openness.yml");
    expect(loadPolicy("profile: advisory", PATH, below).policy.fail).toEqual([]);
    for (const lock of ["fail", "profile"]) {
      const locked = loadPolicy(`profile: strict\nlock: [${lock}]\n`, "lab/.github/openness.yml");
      for (const text of ["profile: advisory", "fail: []"]) {
        const { policy, problems } = loadPolicy(text, PATH, locked);
        expect(policy).toMatchObject({ fail: FAILURES, profile: "strict" });
        expect(problems).toHaveLength(1);
      }
    }
  });
});

describe("required frameworks", () => {
  test("are known by their ids", () => {
    expect(load("frameworks: [openwashing]").policy.frameworks).toEqual(["openwashing"]);
    expect(told("frameworks: [openwashin]")[0]).toContain("(openwashing?)");
  });

  test("that are locked may be added to and not left out, nor waived or ignored away", () => {
    const owner = loadPolicy("frameworks: [openwashing]\nlock: [fail]\n", "lab/.github/openness.yml");
    expect(loadPolicy("frameworks: []", PATH, owner).policy.frameworks).toEqual(["openwashing"]);
    const fixed = loadPolicy("frameworks: [openwashing]\nlock: [frameworks]\n", "lab/.github/openness.yml");
    const { policy } = loadPolicy(
      "frameworks: []\nwaivers: [{rule: openwashing, reason: r}]\nignore: ['**']\nfail: [regression]",
      PATH,
      fixed,
    );
    expect(policy).toMatchObject({ frameworks: ["openwashing"], waivers: [], ignore: [], fail: ["regression"] });
  });
});

describe("a locked fail", () => {
  const owner = loadPolicy("target: 2\nfail: [restricted-weights]\nlock: [fail]\n", "lab/.github/openness.yml");
  const own = (text: string) => loadPolicy(text, PATH, owner);

  test.each([
    ["model: false", "model"],
    ["target: III", "target"],
    ["waivers: [{rule: restricted-weights, reason: ours}]", "waivers"],
    ["ignore: ['**']", "ignore"],
    ["models: [{name: A, path: a, target: III}]", "models.target"],
  ])("cannot be got round by %s", (text, setting) => {
    const { policy, problems } = own(text);
    expect(policy).toMatchObject({ target: 2, waivers: [], ignore: [] });
    expect(policy.model).toBeUndefined();
    expect(policy.models.map(({ target }) => target)).toEqual(setting === "models.target" ? [undefined] : []);
    expect(problems).toMatchObject([{ path: PATH, line: 1, code: "policy.lockedWith" }]);
    expect(problems[0]?.message).toContain(`${setting} would get round what lab/.github/openness.yml locks`);
  });

  test.each([
    ["model: true", { model: true }],
    ["target: I", { target: 1 }],
    ["waivers: []", { waivers: [] }],
    ["models: [{name: A, path: a, target: I}]", { models: [{ name: "A", path: "a", target: 1 }] }],
    ["comment: never", { comment: "never" }],
  ])("leaves a repository free to ask no less: %s", (text, policy) => {
    expect(own(text)).toMatchObject({ policy, problems: [] });
  });

  test("that nobody locked is free", () => {
    const free = loadPolicy("fail: [restricted-weights]\n", "lab/.github/openness.yml");
    expect(loadPolicy("model: false\nignore: [a]\n", PATH, free)).toMatchObject({
      policy: { model: false, ignore: ["a"] },
      problems: [],
    });
  });
});

test("artifacts are put together id by id, what is ignored and waived is joined, other lists replace", () => {
  const below = loadPolicy(
    "artifacts: {datasets: a, data-card: b}\nignore: [x]\nfail: [regression]\nwaivers: [{rule: regression, reason: r}]\n",
    "lab/.github/openness.yml",
  );
  const own =
    "artifacts: {datasets: c}\nignore: [y]\nfail: [undetermined]\nwaivers: [{artifact: datasets, reason: s}]\n";
  const { policy, sources } = loadPolicy(own, PATH, below, "abc");
  expect(policy).toMatchObject({
    artifacts: { datasets: "c", "data-card": "b" },
    ignore: ["x", "y"],
    fail: ["undetermined"],
    waivers: [{ rule: "regression" }, { artifact: "datasets" }],
  });
  expect(sources).toEqual([{ path: "lab/.github/openness.yml" }, { path: PATH, commit: "abc" }]);
});
