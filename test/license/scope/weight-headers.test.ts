import { describe, expect, it } from "vitest";
import { audit } from "../../../src/audit.ts";
import { loadPolicy } from "../../../src/policy/load.ts";
import type { Snapshot } from "../../../src/snapshot/snapshot.ts";
import { gguf, safetensors } from "../../binaries.ts";
import { type FileOf, snapshotOf } from "../../snapshot-of.ts";
import { spdxText } from "../texts.ts";

const SIZE = 5_000_000;

/** The license of the weights of a release whose weight files have these heads; undefined where none was read. */
function licenseOf(
  heads: Readonly<Record<string, Uint8Array | undefined>>,
  files: Readonly<Record<string, FileOf>> = {},
) {
  const paths = Object.keys(heads);
  const written = snapshotOf({
    "README.md": "# Lumo\n\nLumo is a language model.\n",
    ...files,
    ...Object.fromEntries(paths.map((path) => [path, { bytes: SIZE }])),
  });
  const contents = new Map(written.contents);
  for (const [path, head] of Object.entries(heads)) {
    if (head === undefined) contents.delete(path);
    else contents.set(path, { kind: "binary", size: SIZE, head });
  }
  const snapshot: Snapshot = { ...written, contents };
  return audit(snapshot, loadPolicy(null, ".github/openness.yml")).components["model-parameters-final"].license;
}

const under = (license: string, rest: Record<string, string> = {}) => gguf({ "general.license": license, ...rest });
const APACHE = { LICENSE: spdxText("Apache-2.0") };
const NONCOMMERCIAL = { LICENSE: spdxText("CC-BY-NC-4.0") };

describe("the license in a weight file's header", () => {
  it("is that of the weights, with the file as its source", () => {
    expect(licenseOf({ "lumo.gguf": under("apache-2.0") })).toMatchObject({
      id: "Apache-2.0",
      open: true,
      source: { path: "lumo.gguf" },
      scope: "component",
    });
    expect(licenseOf({ "lumo.safetensors": safetensors({ "modelspec.license": "MIT" }) })?.id).toBe("MIT");
    expect(licenseOf({ "lumo.gguf": undefined })).toBeNull();
  });

  it("restricts weights in a repository with an open license, and says what", () => {
    const found = licenseOf({ "lumo.gguf": under("cc-by-nc-4.0") }, APACHE);
    expect(found).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
    expect(found?.restrictions[0]).toMatchObject({ category: "noncommercial", quote: "general.license: cc-by-nc-4.0" });
  });

  it("never opens weights that the repository's license restricts", () => {
    expect(licenseOf({ "lumo.gguf": under("mit") }, NONCOMMERCIAL)).toMatchObject({
      id: "CC-BY-NC-4.0",
      open: false,
      source: { path: "LICENSE" },
    });
  });

  it("never opens what is said of the file itself beside it", () => {
    const tag = { "lumo.gguf.license": "SPDX-License-Identifier: CC-BY-NC-4.0\n" };
    expect(licenseOf({ "lumo.gguf": under("mit") }, tag)).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });

  it("speaks of its own file: unread ones have the license around them, and of all the strictest counts", () => {
    const heads = { "a.gguf": under("cc-by-nc-4.0"), "b.gguf": undefined };
    expect(licenseOf(heads, APACHE)?.id).toBe("CC-BY-NC-4.0");
    expect(licenseOf({ "a.gguf": under("mit"), "b.gguf": undefined, "c.gguf": undefined })).toBeNull();
    expect(licenseOf({ "a.gguf": under("mit"), "b.gguf": under("llama3.1") })?.open).toBe(false);
  });

  it("may be an expression: of a choice the most open counts, of a conjunction the strictest", () => {
    expect(licenseOf({ "lumo.gguf": under("MIT OR CC-BY-NC-4.0") })?.open).toBe(true);
    expect(licenseOf({ "lumo.gguf": under("MIT AND CC-BY-NC-4.0") })?.open).toBe(false);
  });

  it("`other` has a name or an address beside it, and without one is unknown, not open", () => {
    expect(licenseOf({ "lumo.gguf": under("other", { "general.license.name": "llama3.1" }) })?.open).toBe(false);
    const link = { "general.license.link": "https://creativecommons.org/licenses/by-nc/4.0/" };
    expect(licenseOf({ "lumo.gguf": under("other", link) })?.id).toBe("CC-BY-NC-4.0");
    expect(licenseOf({ "lumo.gguf": under("other") }, APACHE)).toMatchObject({ id: null, open: null });
  });

  it("that says nothing leaves the license around it", () => {
    for (const nothing of ["unknown", " ", "N/A", "none"])
      expect(licenseOf({ "lumo.gguf": under(nothing) }, APACHE), nothing).toMatchObject({
        id: "Apache-2.0",
        open: true,
      });
  });
});
