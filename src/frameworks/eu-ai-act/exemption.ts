/** The conditions under which Article 53(2) of the AI Act exempts open-source models from 53(1)(a) and (b). */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Facts } from "../../evidence/facts.ts";
import { say } from "../../messages/said.ts";
import type { Material, Outcome, RuleEvidence } from "../framework.ts";
import { isThere, outcome, placesOf } from "../looking.ts";
import { SYSTEMIC_FLOP, statedCompute } from "./compute.ts";
import { documentedItems } from "./documentation.ts";

/**
 * Signs that the model is provided against a price (recital 103; Commission guidelines C(2025) 5045): dual licensing,
 * commercial licenses on request, paid support or versions.
 */
const MONETISED =
  /\bdual[- ]licen[cs](?:ed|ing)\b|\b(?:contact|email|e-mail|reach out to|write to)\b[^.]{0,80}\bcommercial (?:licen[cs](?:e|ing)|use|terms)\b|\bcommercial licen[cs]es?\b[^.]{0,60}\b(?:contact|available (?:on|upon|for)|purchase|fee|sales)\b|\bpaid (?:support|version|tier|licen[cs]e)s?\b|商业(?:授权|许可)[^。]{0,30}(?:联系|邮件|申请)|商用(?:利用|ライセンス)[^。]{0,40}(?:お問い合わせ|ご連絡|有償)/i;
/** Others' licenses and the free use that needs no license are no price. */
const NOT_A_PRICE = /\b(?:no|not|without|free|third[- ]party|neither)\b|免费|無料|不要/i;

/** Sentences that offer the model, or rights to it, for money. */
export function monetisation(facts: Facts): readonly RuleEvidence[] {
  return releaseDocuments(facts)
    .flatMap(({ path, passages }) =>
      passages.flatMap(({ text, lines }) =>
        text
          .slice(0, 8_000)
          .split(/[。！!\n]|\.(?=\s|$)/)
          .some((sentence) => MONETISED.test(sentence) && !NOT_A_PRICE.test(sentence))
          ? [{ path, lines }]
          : [],
      ),
    )
    .slice(0, 5);
}

/**
 * Whether what a repository shows fits the exemption. A pass is evidence, not a finding of law; and nobody fails by not
 * being exempt, so that it warns.
 */
export function checkExemption(material: Material): Outcome {
  const known = kept.get(material) ?? exemptionOf(material);
  kept.set(material, known);
  return known;
}

/** Three rules ask. */
const kept = new WeakMap<Material, Outcome>();

function exemptionOf(material: Material): Outcome {
  const { facts, components } = material;
  const weights = components["model-parameters-final"];
  const places = placesOf(weights);
  const systemic = statedCompute(facts).filter(({ flop }) => flop > SYSTEMIC_FLOP);
  if (systemic.length > 0)
    return outcome(
      "warn",
      say("euAiAct.exemptionSystemic"),
      systemic.map(({ place }) => place),
    );
  if (weights.presence === "undetermined") return outcome("undetermined", say("euAiAct.weightsUnseen"));
  if (weights.presence === "absent") return outcome("undetermined", say("euAiAct.weightsElsewhere"));
  if (weights.license?.open === false)
    return outcome("warn", say("euAiAct.licenseRestricts", weights.license.id ?? say("claims.unnamed")), [
      ...placesOfLicense(weights.license),
      ...places,
    ]);
  if (weights.license?.open !== true) return outcome("undetermined", say("euAiAct.licenseUnknown"), places);
  const paid = monetisation(facts);
  if (paid.length > 0) return outcome("warn", say("euAiAct.monetised"), paid);
  const items = documentedItems(material);
  const lacking = [
    ...(items.has("architecture") || isThere(components["technical-report"]) ? [] : [say("euAiAct.architecture")]),
    ...(items.has("integration") || isThere(components["model-card"]) ? [] : [say("euAiAct.integration")]),
  ];
  if (lacking.length === 0) return outcome("pass", say("euAiAct.exemptionShown"), places);
  return outcome(facts.blindSpots.length > 0 ? "undetermined" : "warn", say("euAiAct.exemptionLacks", lacking), places);
}

const placesOfLicense = ({
  source: { path, lines },
}: NonNullable<Material["components"]["model-card"]["license"]>): readonly RuleEvidence[] => [
  { path, lines: lines ?? [1, 1] },
];
