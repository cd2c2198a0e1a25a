import type { Facts } from "../../evidence/facts.ts";
import { told } from "../../messages/said.ts";
import { licensePassedOn } from "../catalogue/base-models.ts";
import type { LicenseEvidence } from "./collect.ts";
import type { LicenseFinding } from "./findings.ts";

const MOST_BASES = 20;

/**
 * A card that names a base model whose license goes over to what is made of it, and puts the result under an open one.
 * The base's limits stay whatever the card says; that the weights really derive from it is the card's own statement.
 */
export function baseModelFindings({ documents }: Facts, { statements }: LicenseEvidence): LicenseFinding[] {
  return documents.flatMap((document) => {
    const front = document.frontMatter;
    if (front === undefined || front.problem !== undefined) return [];
    const stated = statements.find(
      ({ path, how, open, id }) => path === document.path && how === "front-matter" && open === true && id !== null,
    );
    const passed = basesIn(front.data).map((base) => ({ base, license: licensePassedOn(base) }));
    const first = passed.find(({ license }) => license !== undefined);
    if (stated === undefined || stated.id === null || first?.license === undefined) return [];
    return [
      {
        rule: "license-base-model" as const,
        level: "warning" as const,
        ...told("license.baseModel", first.base.slice(0, 100), first.license, stated.id),
        path: document.path,
        lines: [front.lines[0], front.lines[1]],
      },
    ];
  });
}

/** `base_model`: one, or a list of several, as the Hub takes it. */
function basesIn({ base_model: given }: Readonly<Record<string, unknown>>): string[] {
  const all = Array.isArray(given) ? given : [given];
  return all.filter((one): one is string => typeof one === "string").slice(0, MOST_BASES);
}
