import { describe, expect, it } from "vitest";
import { isOpen, isTypeAppropriate, licenseFacts } from "../../src/license/catalogue.ts";

describe("whether a license is open", () => {
  it.each(["MIT", "Apache-2.0", "GPL-3.0-only", "CC-BY-4.0", "CC0-1.0", "CDLA-Permissive-2.0", "OpenMDW-1.0"])(
    "%s is, in both profiles",
    (id) => {
      expect(isOpen(id, "mof")).toBe(true);
      expect(isOpen(id, "mot")).toBe(true);
    },
  );

  it.each(["PDDL-1.0", "LicenseRef-OpenMDW-1.1", "etalab-2.0", "O-UDA-1.0"])(
    "%s is, though the tool does not list it",
    (id) => {
      expect(isOpen(id, "mof")).toBe(true);
      expect(isOpen(id, "mot")).toBe(false);
    },
  );

  it("the tool's misspelt PDDL is open to the tool alone", () => {
    expect(isOpen("ODC-PDDL-1.0", "mot")).toBe(true);
    expect(isOpen("ODC-PDDL-1.0", "mof")).toBeNull();
  });

  it("the tool compares letter for letter", () => {
    expect(isOpen("apache-2.0", "mot")).toBe(false);
    expect(isOpen("BSD-3", "mot")).toBe(false);
  });

  it.each([
    "CC-BY-NC-4.0",
    "CC-BY-NC-ND-3.0",
    "CC-BY-ND-4.0",
    "BUSL-1.1",
    "SSPL-1.0",
    "LicenseRef-Llama-3.1",
    "LicenseRef-Gemma",
    "LicenseRef-OpenRAIL-family",
    "LicenseRef-CC-BY-NC-family",
    "LicenseRef-noncommercial",
  ])("%s is not", (id) => {
    expect(isOpen(id, "mof")).toBe(false);
    expect(licenseFacts(id).limits.length).toBeGreaterThan(0);
  });

  it.each([
    "LicenseRef-modified-MIT",
    "LicenseRef-custom",
    "C-UDA-1.0",
    "LicenseRef-CC-family",
    "constructor",
    "__proto__",
  ])("%s cannot be told", (id) => {
    expect(isOpen(id, "mof")).toBeNull();
    expect(isOpen(id, "mot")).toBe(false);
  });

  it("a family all of whose members are open is open", () => {
    expect(isOpen("LicenseRef-GPL-family", "mof")).toBe(true);
  });
});

describe("whether a license suits a type of component", () => {
  it.each([
    ["MIT", "code", true],
    ["BSD-3-Clause", "code", true],
    ["CC-BY-4.0", "code", false],
    ["CC-BY-4.0", "data", true],
    ["CC-BY-4.0", "document", true],
    ["Apache-2.0", "document", true],
    ["Apache-2.0", "data", false],
    ["ODbL-1.0", "data", true],
    ["LicenseRef-OpenMDW-1.1", "data", true],
    ["LicenseRef-OpenMDW-1.1", "code", true],
  ] as const)("%s for %s: %s", (id, type, fits) => {
    expect(isTypeAppropriate(id, type, "mof")).toBe(fits);
  });

  it.each([
    ["BSD-3-Clause", "code", false],
    ["CC-BY-4.0", "data", false],
    ["CC0-1.0", "data", false],
    ["C-UDA-1.0", "data", true],
    ["OpenMDW-1.0", "data", true],
  ] as const)("the tool's own list differs: %s for %s: %s", (id, type, fits) => {
    expect(isTypeAppropriate(id, type, "mot")).toBe(fits);
  });
});
