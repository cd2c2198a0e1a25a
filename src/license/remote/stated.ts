/** The license that a host states, by the names that the rest of the program uses. */
import type { StatedLicense } from "../../evidence/remote/fact.ts";
import { licenseFacts } from "../catalogue.ts";
import { normalizeLicenseName } from "../names.ts";

/** Ids that say that there is a license and not which (Hugging Face, "Licenses": `other`, `unknown`; GitHub: `NOASSERTION`). */
const NO_NAME = /^(?:other|unknown|noassertion|none|other-(?:open|closed|at|nc)|notspecified)$/i;

/** A license by id, with what is known of it. */
export interface KnownLicense {
  readonly id: string;
  readonly open: boolean | null;
}

/** What a host's statement means; undefined where it names nothing that is known. */
export function statedAs(stated: StatedLicense | undefined): KnownLicense | undefined {
  if (stated === undefined) return undefined;
  const names = [NO_NAME.test(stated.name) ? undefined : stated.name, stated.title, stated.url];
  for (const name of names) {
    const id = name === undefined || name === "" ? undefined : normalizeLicenseName(name)?.id;
    if (id !== undefined) return { id, open: licenseFacts(id).open };
  }
  return undefined;
}
