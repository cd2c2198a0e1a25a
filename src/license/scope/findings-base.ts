import type { RemoteFacts } from "../../evidence/remote/fact.ts";
import type { NamedBase } from "../../evidence/remote/wanted.ts";
import { told } from "../../messages/said.ts";
import { licensePassedOn } from "../catalogue/base-models.ts";
import { licenseFacts } from "../catalogue.ts";
import { isKnown, type RemoteComponent, restrict } from "../remote/component.ts";
import { statedAs } from "../remote/stated.ts";
import type { LicenseFinding } from "./findings.ts";
import type { LicenseStatement } from "./statement.ts";

/**
 * A base model's license goes on holding for what was made from it, whatever is said of the result: open weights are
 * restricted by it, and an open license beside it is a finding, one for each base. That the weights derive from the base
 * is the statement of the card, or of the model's own page.
 *
 * @param weights the final parameters, which are changed
 * @param named the bases that the repository's cards name
 * @param statements what the repository says of its licenses
 */
export function applyBaseModels(
  weights: RemoteComponent,
  named: readonly NamedBase[],
  facts: RemoteFacts,
  statements: readonly LicenseStatement[],
): LicenseFinding[] {
  const findings = new Map<string, LicenseFinding>();
  for (const { id, writtenAt } of [...named, ...basesOfPages(weights)]) {
    const license = bindingLicense(id, facts);
    if (license === undefined) continue;
    const claimed = openLicenseBeside(writtenAt.path, weights, statements);
    if (claimed === undefined || findings.has(id.toLowerCase())) continue;
    const said = told("license.baseModel", id.slice(0, 100), license, claimed);
    const [first, last] = writtenAt.lines;
    findings.set(id.toLowerCase(), {
      rule: "license-base-model",
      level: "warning",
      ...said,
      path: writtenAt.path,
      lines: [first, last],
    });
    if (weights.license === null || weights.openness !== "open") continue;
    restrict(weights, licenseFacts(license).limits, said);
    weights.license.open = false;
  }
  return [...findings.values()];
}

/** The base's license if it restricts: what its host says of it today or, where that is not known, what its maker's families are under. */
function bindingLicense(id: string, facts: RemoteFacts): string | undefined {
  const fact = facts.of({ kind: "hf-base", id });
  const told = fact?.state === "verified" ? statedAs(fact.license) : undefined;
  const known = told?.id ?? licensePassedOn(id);
  return known !== undefined && (told?.open ?? licenseFacts(known).open) === false ? known : undefined;
}

/** The open license that the weights are said to be under, or that the card itself states. */
function openLicenseBeside(
  path: string,
  { license }: RemoteComponent,
  statements: readonly LicenseStatement[],
): string | undefined {
  const ofCard = statements.find(
    (one) => one.path === path && one.how === "front-matter" && one.open === true && one.id !== null,
  );
  return ofCard?.id ?? (license?.open === true ? (license.id ?? undefined) : undefined);
}

function basesOfPages({ evidence }: RemoteComponent): NamedBase[] {
  return evidence.flatMap(({ remote, writtenAt }) =>
    remote === undefined || writtenAt === undefined || !isKnown(remote)
      ? []
      : (remote.baseModels ?? []).map((id) => ({ id, writtenAt })),
  );
}
