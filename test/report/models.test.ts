import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { LANGUAGES, messagesIn } from "../../src/messages/languages.ts";
import { checkRunFace } from "../../src/report/checkrun.ts";
import { commentFace } from "../../src/report/comment.ts";
import { differenceBetween, isSame } from "../../src/report/difference/difference.ts";
import { htmlFace } from "../../src/report/formats/html.ts";
import { mofFace } from "../../src/report/formats/mof.ts";
import { MAX_TITLE } from "../../src/report/limit.ts";
import { reportOfModel } from "../../src/report/one-model.ts";
import { textFace } from "../../src/report/text.ts";
import { titleOf } from "../../src/report/verdict.ts";
import { auditOf } from "../auditing.ts";
import type { FileOf } from "../snapshot-of.ts";

const POLICY =
  "models:\n  - {name: Willow, path: willow}\n  - {name: Cedar, path: cedar}\n  - {name: Oak, path: oak}\n";
const FILES: Readonly<Record<string, FileOf>> = {
  "README.md": "# Acme's models\n\nThree models.\n",
  "willow/model.safetensors": { lfs: 13_476_835_328 },
  "willow/LICENSE": "SPDX-License-Identifier: Apache-2.0\n",
  "cedar/model.safetensors": { lfs: 3_476_835_328 },
  "oak/model.safetensors": { lfs: 3_476_835_328 },
};
const PLACE = {
  owner: "acme-ai",
  repo: "lumo",
  head: "0123456789abcdef0123456789abcdef01234567",
  serverUrl: undefined,
};

const report = auditOf(FILES, { policy: POLICY });

describe("a check run and a comment about several models", () => {
  const faces = (one = report) => [checkRunFace(one, PLACE).summary, commentFace(one, { ...PLACE, pullRequest: 7 })];

  it("begin with a table of them, and fold what each of the others has", () => {
    for (const face of faces()) {
      const rows = ["Willow", "Cedar", "Oak"].map((name) => face.indexOf(`| ${name} |`));
      expect(rows.every((row) => row > 0)).toBe(true);
      expect(face.indexOf("| Oak |")).toBeLessThan(face.indexOf("| Artifact |"));
      expect(face.match(/<summary>(?:Willow|Cedar|Oak): /g)).toHaveLength(2);
    }
  });

  it("say nothing of several where one is declared", () => {
    const one = auditOf(FILES, { policy: "models: [{name: Willow, path: willow}]\n" });
    for (const face of faces(one)) expect(face).not.toMatch(/least open|Willow: /);
    expect(titleOf(one)).not.toContain("models");
  });

  it("keep their room for the rest however many models there are", () => {
    const many = Array.from({ length: 20 }, (_, i) => `model-${i}`);
    const policy = `models:\n${many.map((name) => `  - {name: ${name}, path: ${name}}\n`).join("")}`;
    const files = Object.fromEntries(many.map((name) => [`${name}/model.safetensors`, { lfs: 3_476_835_328 }]));
    for (const face of faces(auditOf(files, { policy }))) {
      expect(face.match(/<details>/g)!.length).toBeLessThan(20);
      expect(face).toMatch(/Not shown for want of room: \d+ of the models/);
    }
  });

  it("let no model's name be markup", () => {
    const policy = JSON.stringify({
      models: [
        { name: "@octocat | <b>x</b> `y` [z](http://evil.example)", path: "willow" },
        { name: "Cedar", path: "cedar" },
      ],
    });
    for (const face of faces(auditOf(FILES, { policy }))) {
      expect(face).not.toMatch(/@octocat|<b>|\]\(http:\/\/evil/);
      const row = face.split("\n").find((line) => line.includes("octocat") && line.startsWith("|"));
      expect(row?.match(/(?<!\\)\|/g)).toHaveLength(6);
    }
  });
});

describe("a title about several models", () => {
  it.each(LANGUAGES)("says how many and the lowest class, in %s, within GitHub's room", (language) => {
    const failing = auditOf(FILES, { policy: `${POLICY}target: 3\nfail: [undetermined]\n` });
    for (const one of [report, failing]) {
      const title = titleOf(one, messagesIn(language));
      expect(title).toMatch(/^(?:3 models · lowest|モデル 3 件 · 最低：|3 个模型 · 最低：)/);
      expect(Array.from(title).length).toBeLessThanOrEqual(MAX_TITLE);
    }
  });
});

describe("formats", () => {
  it("name each model in the terminal", () => {
    const lines = textFace(report, { colour: false }).split("\n");
    for (const name of ["Willow", "Cedar", "Oak"])
      expect(lines.filter((line) => line.trimStart().startsWith(name))).toHaveLength(1);
  });

  it("show a table of the models on the page, with nothing of a name as markup", () => {
    const context = { created: new Date(0), released: undefined, serverUrl: undefined, colour: false };
    const page = htmlFace(report, context);
    expect(page.match(/<th scope="row">(?:Willow|Cedar|Oak)<\/th>/g)).toHaveLength(3);
    const policy = JSON.stringify({
      models: [
        { name: "<b>x</b>", path: "willow" },
        { name: "y", path: "<i>" },
      ],
    });
    expect(htmlFace(auditOf(FILES, { policy }), context)).not.toMatch(/<b>x|<i>/);
    expect(htmlFace(reportOfModel(report, "Willow")!, context)).not.toContain(">Cedar<");
  });

  it("write the MOF file of one model under its name, and say whom that of all speaks for", () => {
    const context = { created: new Date(0), released: undefined, serverUrl: undefined, colour: false };
    expect(mofFace(report, context)).toMatch(/^# The repository holds 3 models/);
    const alone = mofFace(reportOfModel(report, "Willow")!, context);
    expect(alone).not.toContain("#");
    expect(parse(alone)).toMatchObject({ release: { name: "Willow" } });
    expect(alone).toContain("willow/model.safetensors");
  });
});

describe("changes", () => {
  it("are those of each model against itself, though another may be the least open now", () => {
    const { "willow/model.safetensors": _, ...less } = FILES;
    const changes = differenceBetween(report, auditOf(less, { policy: POLICY }));
    expect(changes.artifacts.map(({ id, to }) => [id, to])).toEqual([["model-parameters-final", "absent"]]);
    expect(isSame(differenceBetween(report, auditOf(FILES, { policy: POLICY })))).toBe(true);
  });
});
