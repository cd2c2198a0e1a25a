import type { Facts } from "../../facts.ts";

/** Letters and digits only, lower case: "Llama 3.1-8B" and "llama3_1_8b" become alike. */
export function squash(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Does a text name the model that this repository is about? */
export function namesModel(text: string, facts: Facts): boolean {
  const squashed = squash(text);
  return facts.modelNames.some((name) => squashed.includes(name));
}

/** A hub id (`organisation/name`) is the release's own when its name carries the model's, or its organisation is the release's. */
export function isOwnHubId(id: string, facts: Facts): boolean {
  const [organisation = "", name = ""] = id.includes("/") ? id.split("/") : ["", id];
  return (
    namesModel(name, facts) || (organisation !== "" && facts.ownOrganisations.includes(organisation.toLowerCase()))
  );
}
