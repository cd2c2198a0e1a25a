import type { Area } from "./files.ts";

const VENDORED = new Set(
  `third_party third-party thirdparty 3rdparty 3rd_party 3rd-party vendor vendors vendored node_modules bower_components
  external externals extern deps dependencies submodules site-packages dist-packages .venv venv .yarn .git`.split(
    /\s+/,
  ),
);

const TEST = new Set(
  `test tests __tests__ testdata test_data test-data tests-data tests_data test_fixtures test-fixtures fixture fixtures
  __fixtures__ __mocks__ mocks pytests unittest unittests unit_tests unit-tests integration_tests e2e test_utils test-utils`.split(
    /\s+/,
  ),
);

const DOCUMENTATION = new Set(
  "doc docs documentation website wiki .github .gitlab _static docs_src mkdocs sphinx gitbook".split(" "),
);

const EXAMPLE = new Set(
  "example examples demo demos tutorial tutorials cookbook cookbooks playground quickstart getting_started".split(" "),
);

const KIND_OF_TEST =
  /^(?:compatibility|integration|smoke|unit|regression|functional|acceptance|system|e2e)[-_]?tests?$/;

/** Folders below which a `test` folder is a split of a dataset, not a test suite: data folders, and collections of benchmarks. */
const DATA_PARENT =
  /^(?:raw_|processed_|eval_)?(?:data|datas|dataset|datasets|corpus|corpora|benchmark|benchmarks|splits?)$|[-_](?:data|dataset|datasets|corpus)$/;

const SPLIT_FILE = /\.(?:jsonl?|csv|tsv|txt|parquet|arrow|xlsx|gz|zst|tfrecord|bin|npy|wav|flac|mp3|png|jpe?g)$/i;
const TEST_FILE =
  /^(?:conftest\.py|test_[^/]{1,200}\.(?:py|sh|ipynb|c|cc|cpp|cu)|[^/]{1,200}[-_]test\.(?:py|cc|cpp|cu|go)|[^/]{1,200}\.(?:test|spec)\.[jt]sx?)$/i;

/**
 * What a path is to the release, told from its folders (and, for tests, its name): vendored code is not the model's
 * artifact and test data is not released data (file-pattern survey of 63 model repositories). The outermost kind does
 * not win; vendored does, then test, documentation, example: `third_party/x/tests` is vendored, `docs/examples` is
 * documentation. A `test` folder inside a data folder that holds data files is the test split.
 */
export function areaOf(path: string): Area {
  const pieces = path.split("/");
  const name = pieces.pop() ?? "";
  let test = false;
  let documentation = false;
  let example = false;
  let inData = false;
  for (const piece of pieces) {
    const folder = piece.toLowerCase();
    if (VENDORED.has(folder)) return "vendored";
    if (KIND_OF_TEST.test(folder)) test = true;
    if (TEST.has(folder) && !(folder.startsWith("test") && inData && SPLIT_FILE.test(name))) test = true;
    else if (DOCUMENTATION.has(folder)) documentation = true;
    else if (
      EXAMPLE.has(folder) ||
      folder.endsWith("_demo") ||
      folder.endsWith("-demo") ||
      folder.endsWith("_examples")
    )
      example = true;
    inData ||= DATA_PARENT.test(folder);
  }
  if (test || TEST_FILE.test(name)) return "test";
  if (documentation) return "documentation";
  return example ? "example" : "own";
}
