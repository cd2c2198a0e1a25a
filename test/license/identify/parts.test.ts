import { describe, expect, it } from "vitest";
import { identifyWhole } from "../../../src/license/identify/parts.ts";
import { identifyLicense } from "../../../src/license/identify.ts";
import { spdxText } from "../texts.ts";

const KEPT =
  "Files from other projects have notices at the top of each file. Below are the licenses used in those files.";
const heading = (what: string): string => `\n\n------------- LICENSE FOR ${what} code --------------\n\n`;
const compound = (first: string, between: string, second: string): string =>
  `${spdxText(first)}\n\n${between}${heading("Acorn")}${spdxText(second)}\n`;
const ids = (text: string) => identifyWhole(text).licenses.map(({ id }) => id);

describe("a license file in parts", () => {
  it("is open where all of its parts are", () => {
    const text = compound("Apache-2.0", `This repository also contains code from Acorn Ltd. ${KEPT}`, "BSD-3-Clause");
    expect(identifyWhole(text)).toMatchObject({ open: true, review: [] });
    expect(ids(text)).toEqual(["Apache-2.0", "BSD-3-Clause"]);
  });

  it("leaves a limit of files that carry their own notice to a person", () => {
    const text = compound("BSD-3-Clause", KEPT, "CC-BY-NC-4.0");
    const first = text.split("\n").findIndex((line) => line.includes("LICENSE FOR")) + 1;
    expect(ids(text)).toEqual(["BSD-3-Clause"]);
    expect(identifyWhole(text)).toMatchObject({ open: null, restrictions: [] });
    expect(identifyWhole(text).review.at(-1)?.[0]).toBe(first);
    expect(identifyLicense(text).open).toBe(false);
  });

  it("limits all where nothing keeps the second part to some files", () => {
    expect(identifyWhole(compound("BSD-3-Clause", "", "CC-BY-NC-4.0")).open).toBe(false);
    expect(identifyWhole(`${spdxText("BSD-3-Clause")}\n\n${KEPT}\n\n${spdxText("CC-BY-NC-4.0")}`).open).toBe(false);
  });

  it("limits all where the first part does", () => {
    expect(identifyWhole(compound("CC-BY-NC-4.0", KEPT, "MIT")).open).toBe(false);
  });

  it("stays unexplained where a part is no license that is known", () => {
    const text = `${spdxText("MIT")}\n\n${KEPT}${heading("Acorn")}Ask the mayor of Acorn before you run it.\n`;
    expect(identifyWhole(text).open).toBeNull();
  });
});
