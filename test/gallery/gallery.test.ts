/** The gallery's page against what is kept, and what is kept against what it may say. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "../../src/messages/en.ts";
import { auditOf } from "../auditing.ts";
import { allKept, fileName, KEPT_FOLDER, PAGE, REVIEW_FILE, readKept } from "./files.ts";
import { differences, keptOf, writtenKept } from "./kept.ts";
import { ROOMS, SHOWN } from "./list.ts";
import { pageOf } from "./page.ts";
import { isStillSaid, MISTAKES } from "./review.ts";
import { type Kept, keptSchema, type Mistake } from "./schema.ts";

const names = SHOWN.map(({ repository }) => repository);
const page = readFileSync(PAGE, "utf8");
const known = names.map((name) => readKept(name)!);

/** The part of a page that is about one repository. */
function sectionOf(whole: string, repository: string): string {
  const start = whole.indexOf(`\n### ${repository}\n`);
  const rest = whole.slice(start + 1);
  const end = rest.slice(4).search(/^#{2,3} /m);
  return start < 0 ? "" : end < 0 ? rest : rest.slice(0, end + 4);
}

const linksIn = (text: string): string[] => [...text.matchAll(/\]\(([^()\s]{1,2100})\)/g)].map(([, url]) => url!);
const decoded = (url: string): string => decodeURIComponent(url);

/** The addresses that the kept file itself names: what the repository links. */
const addressesOf = ({ artifacts }: Kept): string[] =>
  Object.values(artifacts).flatMap(({ places }) => places.shown.flatMap((one) => ("url" in one ? [one.url] : [])));

describe("what the gallery keeps", () => {
  it("is one file for each repository of its list, and no other", () => {
    const files = readdirSync(KEPT_FOLDER)
      .filter((file) => file !== REVIEW_FILE)
      .sort();
    expect(files).toEqual(names.map((name) => `${fileName(name)}.json`).sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(names)("names %s, has the schema's shape, and is written as the script writes", (name) => {
    const text = readFileSync(`${KEPT_FOLDER}/${fileName(name)}.json`, "utf8");
    const kept = keptSchema.parse(JSON.parse(text));
    expect(kept.repository).toBe(name);
    expect(writtenKept(kept)).toBe(text);
  });

  it.each(known)("judges $repository by frameworks where it is a model repository, and only there", (kept) => {
    expect(kept.frameworks.length > 0).toBe(kept.isModelRepository);
    if (!kept.isModelRepository) expect(kept.class).toBe(0);
  });

  it("does not take LMOS, which is a platform for agents, for a model", () => {
    const lmos = known.filter(({ repository }) => repository.startsWith("eclipse-lmos/"));
    expect(lmos.length).toBeGreaterThan(0);
    for (const kept of lmos) {
      expect(kept.isModelRepository).toBe(false);
      expect(sectionOf(page, kept.repository)).toContain("**Not a model repository.**");
    }
  });

  it("calls nothing open that states no license, and nothing licensed that was not found", () => {
    for (const { repository, artifacts } of known)
      for (const [id, { state, license, presence }] of Object.entries(artifacts)) {
        if (state === "open") expect(license?.id, `${repository} ${id}`).toEqual(expect.any(String));
        if (presence === "absent") expect(license, `${repository} ${id}`).toBeNull();
      }
  });
});

describe("the gallery's page", () => {
  it("is what the kept files come to (write it with `npm run gallery -- --update`)", () => {
    expect(pageOf(allKept())).toBe(page);
  });

  it("is small enough that GitHub shows it whole", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(400_000);
  });

  it.each(known)("links files of $repository at the kept commit and nowhere else", (kept) => {
    const { repository, commit } = kept;
    const section = sectionOf(page, repository);
    const own = `https://github.com/${repository}`;
    const addresses = new Set(addressesOf(kept).map((url) => decoded(new URL(url).href)));
    expect(section).toContain(`(${own}/tree/${commit})`);
    for (const url of linksIn(section))
      if (!addresses.has(decoded(url)))
        expect(url.startsWith(`${own}/blob/${commit}/`) || url === `${own}/tree/${commit}`, url).toBe(true);
  });

  it("has an entry in its overview for each section", () => {
    for (const { repository } of known) {
      const anchor = repository.toLowerCase().replace(/[^a-z0-9_-]/g, "");
      expect(page).toContain(`](#${anchor})`);
    }
    for (const { title } of ROOMS) expect(page).toContain(`\n## ${title}\n`);
  });

  const HOSTILE = "]( [x](https://evil.example) <img src=x onerror=1> | @everyone `code` ‮";

  it("lets nothing of what was read be markup, a mention or a link", () => {
    const [shown] = SHOWN;
    const base = keptOf(
      shown!.repository,
      auditOf({ "README.md": "# Lumo\n\nLumo is a model. [Weights](https://huggingface.co/acme-ai/lumo-7b).\n" }),
      "2026-01-01",
      "2026-01-02",
    );
    const drawn = pageOf([
      {
        ...base,
        isModelRepository: true,
        because: HOSTILE,
        title: HOSTILE,
        artifacts: {
          ...base.artifacts,
          datasets: {
            state: "restricted",
            presence: "in-repo",
            license: { id: HOSTILE, path: `docs/${HOSTILE}.md`, limits: [HOSTILE] },
            places: { shown: [{ path: HOSTILE, lines: [1, 2] }, { url: "javascript:alert(1)" }], more: 0 },
          },
        },
        frameworks: [
          {
            id: "osaid",
            verdict: "fail",
            requirements: [
              {
                id: "osaid-parameters",
                verdict: "fail",
                because: HOSTILE,
                places: { shown: [{ path: HOSTILE }], more: 4 },
              },
            ],
          },
        ],
        findings: [{ rule: "any", level: "warning", message: HOSTILE, place: { path: HOSTILE } }],
      },
    ]);
    expect(drawn).not.toContain("(https://evil.example)");
    expect(drawn).not.toContain("(javascript:");
    expect(drawn).not.toContain("<img");
    expect(drawn).not.toContain("@everyone");
    expect(drawn).not.toContain("\u202e");
    expect(drawn).toContain("4 more");
  });
});

describe("the review", () => {
  it("names only what the kept files still say, each once", () => {
    for (const mistake of MISTAKES) {
      const kept = readKept(mistake.repository);
      const about = `${mistake.repository} ${mistake.about}`;
      expect(kept !== undefined && isStillSaid(mistake, kept), about).toBe(true);
      // Of what is no model repository, the page says nothing else that could be wrong.
      expect(kept?.isModelRepository === true || mistake.about === "model", about).toBe(true);
    }
    expect(new Set(MISTAKES.map((one) => JSON.stringify(one))).size).toBe(MISTAKES.length);
  });

  it("stands on the page before what it corrects, and marks it", () => {
    const [shown] = SHOWN;
    const kept = keptOf(
      shown!.repository,
      auditOf({ "README.md": "# Lumo\n\nLumo is a model. [Weights](https://huggingface.co/acme-ai/lumo-7b).\n" }),
      "2026-01-01",
      "2026-01-02",
    );
    const mistake: Mistake = {
      repository: shown!.repository,
      about: "model-parameters-final",
      says: "acme-ai/lumo-7b",
      right: "These are the weights of `another` model.",
      at: { path: "README.md", lines: [3, 3] },
    };
    expect(isStillSaid(mistake, kept)).toBe(true);
    expect(isStillSaid({ ...mistake, says: "acme-ai/other" }, kept)).toBe(false);
    expect(isStillSaid({ ...mistake, about: "datasets" }, kept)).toBe(false);
    expect(
      isStillSaid({ ...mistake, about: "osaid-parameters", says: "undetermined" }, { ...kept, frameworks: [] }),
    ).toBe(false);
    const drawn = pageOf([{ ...kept, isModelRepository: true }], [mistake]);
    const told = drawn.indexOf("- *Model parameters (Final)*: These are the weights of &#96;another&#96; model.");
    const marked = drawn.indexOf("| Model parameters (Final) | ✋ ");
    expect(told).toBeGreaterThan(0);
    expect(marked).toBeGreaterThan(told);
    expect(pageOf([{ ...kept, isModelRepository: true }], [])).not.toContain("| ✋ ");
  });
});

describe("the comparison with what is kept", () => {
  const README = "# Lumo\n\nLumo is a model. [Weights](https://huggingface.co/acme-ai/lumo-7b).\n";
  const kept = (extra: Record<string, string> = {}, read = "2026-01-02") =>
    keptOf("acme-ai/lumo", auditOf({ "README.md": README, "train.py": "print(1)\n", ...extra }), "2026-01-01", read);

  it("finds nothing in two readings of the same, on whatever day", () => {
    expect(differences(kept(), kept({}, "2026-05-05"))).toEqual([]);
  });

  it("names the artifact, the requirement and the finding that are said otherwise", () => {
    const changed: Kept = {
      ...kept(),
      artifacts: { ...kept().artifacts, datasets: { ...kept().artifacts.datasets, state: "open" } },
      findings: [{ rule: "any", level: "notice", message: "Something was found.", place: null }],
    };
    const lines = differences(kept(), changed);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^datasets: /);
    expect(lines[1]).toMatch(/^finding any: .*\(not said\) → /);
  });

  it("spreads no access token that an address holds", () => {
    const { artifacts } = kept({
      "README.md": "# Lumo\n\n[Lumo weights](https://huggingface.co/acme-ai/lumo-7b?accessToken=abc123&view=1).\n",
    });
    const [place] = artifacts["model-parameters-final"].places.shown;
    expect(place).toMatchObject({ url: "https://huggingface.co/acme-ai/lumo-7b?view=1" });
  });

  it("keeps the state in the words of the report's rows, and where each piece is written", () => {
    const { artifacts } = kept();
    expect(en.state[artifacts["model-parameters-final"].state]).toBe("no license");
    expect(artifacts["model-parameters-final"].places.shown).toEqual([
      { url: "https://huggingface.co/acme-ai/lumo-7b", writtenAt: { path: "README.md", lines: [3, 3] } },
    ]);
  });
});
