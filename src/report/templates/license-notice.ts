/**
 * Licenses by kind of work, as the Model Openness Framework asks for (paper, section 5.3: licenses that suit the type).
 * Texts of licenses are too long for an address: GitHub's own page adds those that it has, and elsewhere a short notice
 * names the license by its SPDX id and says where its text is. A notice has nothing to fill in: committing it is stating it.
 */
import type { Template } from "./template.ts";

export type LicensedKind = "code" | "data" | "document" | "weights";

/** What GitHub's license page is asked for; it writes a file called LICENSE, for code. */
export const GITHUB_LICENSE = "apache-2.0";

const notice = (path: string, works: string, id: string, address: string): Template => ({
  path,
  comment: "html",
  // One plain sentence: whoever reads licenses by machine finds no second one to weigh it against.
  write: ({ model }) =>
    `The ${works} of ${model} are released under the ${id} license.\n\n<!-- Its text: ${address} -->\n`,
});

export const LICENSE_NOTICES: Readonly<Record<LicensedKind, Template>> = {
  code: notice("LICENSE-CODE.md", "source code files", "Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
  weights: notice("LICENSE-MODEL.md", "weights", "OpenMDW-1.0", "https://spdx.org/licenses/OpenMDW-1.0.html"),
  data: notice("LICENSE-DATA.md", "datasets", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/legalcode"),
  document: notice(
    "LICENSE-DOCS.md",
    "documents",
    "CC-BY-4.0",
    "https://creativecommons.org/licenses/by/4.0/legalcode",
  ),
};
