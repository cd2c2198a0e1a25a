import { describe, expect, it } from "vitest";
import { look, presence } from "./looking.ts";

describe("the log-book of a training run", () => {
  const entries = (words: string) =>
    ["2022-05-06 04:00", "2022-05-07", "2022.05.10"].map((date) => `## ${date} ${words}\n\nIt went on.\n`).join("\n");

  it("is metadata, with the lines of its entries", () => {
    const book = `# The training notes of Lumo\n\n${entries("Loss explodes, restart from step 4000")}`;
    expect(look("model-metadata", { "README.md": "# Lumo\n", "logs/main-log.md": book })).toMatchObject({
      presence: "in-repo",
      evidence: [{ path: "logs/main-log.md", lines: [3, 13], rule: "training-log-book" }],
    });
  });

  it("is not a log of changes to the program, nor notes without entries of a run", () => {
    const changes = `# Release notes\n\n${entries("Add warmup of the learning rate")}`;
    expect(presence("model-metadata", { "docs/history-of-lumo.md": changes })).toBe("absent");
    expect(presence("model-metadata", { "docs/training-notes.md": `# Training notes\n\n${entries("Lunch")}` })).toBe(
      "absent",
    );
    expect(presence("model-metadata", { "docs/training-notes.md": "# Training notes\n\nThe loss went down.\n" })).toBe(
      "absent",
    );
  });
});

describe("a table of options", () => {
  const table = (title: string, options: string) =>
    `# ${title}\n\n| Config | GPUs | Options |\n| :- | :- | :- |\n| Lumo-T | 8 | \`${options}\` |\n`;

  it("gives the settings of training where the page says so", () => {
    const page = table("Training configurations", "--cfg=lumo-t --gpus=8 --batch=32 --gamma=8.2");
    expect(presence("model-metadata", { "docs/configs.md": page })).toBe("in-repo");
  });

  it("does not where it explains other programs, hardware only, or the tuning of users", () => {
    const settings = "--batch=32 --gamma=8.2";
    expect(presence("model-metadata", { "docs/configs.md": table("Serving", settings) })).toBe("absent");
    expect(presence("model-metadata", { "docs/configs.md": table("Training options", "--gpus=8 --outdir=x") })).toBe(
      "absent",
    );
    expect(presence("model-metadata", { "docs/configs.md": table("Fine-tuning training settings", settings) })).toBe(
      "absent",
    );
  });
});

describe("a listing of scores", () => {
  const page = (words: string, listing: string) => ({ "docs/parameters.md": `# Lumo\n\n${words}\n\n${listing}` });
  const scores = "    first: 0.9088\n    tuned_2: 0.9061\n    tuned_3: 0.9075\n";

  it("is results where the paragraph before says of what", () => {
    expect(look("evaluation-results", page("Average LDDT-Ca scores are listed below.", scores))).toMatchObject({
      presence: "in-repo",
      evidence: [{ rule: "results-listed", lines: [5, 7] }],
    });
  });

  it("is not settings, speeds, or figures of nothing named", () => {
    expect(presence("evaluation-results", page("The settings are listed below.", scores))).toBe("absent");
    expect(presence("evaluation-results", page("Latency results for accuracy mode are listed below.", scores))).toBe(
      "absent",
    );
    expect(presence("evaluation-results", page("The results are listed below.", scores))).toBe("absent");
    expect(presence("evaluation-results", page("BLEU scores are listed below.", "    a: 1\n    b: 2\n"))).toBe(
      "absent",
    );
  });
});

describe("a list of released parameter files", () => {
  const guide = (words: string) => ({
    "README.md": "# Lumo\n",
    "docs/parameters.md": `# Parameters of Lumo\n\nFiles:\n\n    initial.pt:\n        Lumo after the first phase.\n    tuned_x.pt:\n        ${words}\n`,
    "scripts/download_params.sh": 'aws s3 cp --no-sign-request s3://acme/lumo_params/ "$1" --recursive\n',
  });

  it("links intermediate checkpoints where it calls them checkpoints in the order of training", () => {
    expect(
      look("model-parameters-intermediate", guide("Checkpoints in chronological order of the phase.")),
    ).toMatchObject({
      presence: "linked",
      evidence: [{ url: "s3://acme/lumo_params/", writtenAt: { path: "docs/parameters.md" } }],
    });
  });

  it("does not where they are sizes, promised, or kept nowhere", () => {
    expect(presence("model-parameters-intermediate", guide("Checkpoints by size, the smallest first."))).toBe("absent");
    const promised = guide("Checkpoints in chronological order, coming soon.");
    expect(presence("model-parameters-intermediate", promised)).toBe("absent");
    const { "scripts/download_params.sh": _, ...nowhere } = guide("Checkpoints in chronological order.");
    expect(presence("model-parameters-intermediate", nowhere)).toBe("absent");
  });

  it("has its final weights in the house's own folder, not in another model's or a page that only speaks of them", () => {
    const page = (heading: string, address: string) => ({
      "README.md": `# Lumo\n\n## ${heading}\n\nWe provide models:\n\n- [${address}](${address})\n`,
    });
    const own = "https://files.acme.example/lumo/pretrained/";
    expect(presence("model-parameters-final", page("Pre-trained models", own))).toBe("linked");
    // The release's own baseline is its own: the name in the address says whose it is.
    expect(presence("model-parameters-final", page("Pre-trained models", `${own}baseline/`))).toBe("linked");
    expect(presence("model-parameters-final", page("Contact", own))).toBe("absent");
    expect(presence("model-parameters-final", page("Pre-trained models", own.replace("lumo", "aria")))).toBe("absent");
    const blog = "https://acme.example/lumo/about-our-weights";
    expect(presence("model-parameters-final", page("Pre-trained models", blog))).toBe("absent");
  });

  it("has its final weights in a bucket's folder of parameters of this very model", () => {
    const script = (address: string) => ({ "README.md": "# Lumo\n", "get.sh": `aws s3 cp ${address} . --recursive\n` });
    expect(presence("model-parameters-final", script("s3://acme/lumo_params/"))).toBe("linked");
    expect(presence("model-parameters-final", script("s3://lumo/aria_params/"))).toBe("absent");
    expect(presence("model-parameters-final", script("s3://acme/lumo_data/"))).toBe("absent");
  });
});

describe("an archive of an evaluation that was not read", () => {
  it("leaves open whether there are results, where nothing else shows them", () => {
    for (const archive of [{ bytes: 3_000_000 }, { lfs: 3_000_000 }])
      expect(look("evaluation-results", { "README.md": "# Lumo\n", "logs/run.eval": archive })).toMatchObject({
        presence: "undetermined",
        noteSaid: { code: "note.unreadArchives", values: [1] },
      });
    expect(presence("evaluation-results", { "README.md": "# Lumo\n", "tests/run.eval": { bytes: 3_000_000 } })).toBe(
      "absent",
    );
    expect(presence("evaluation-results", { "README.md": "# Lumo\n", "run.eval.md": "x" })).toBe("absent");
  });
});
