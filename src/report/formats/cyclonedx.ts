/** CycloneDX 1.7 as a bill of materials of the model (ML-BOM), with the verdict as attestations. */
import { visible } from "../markdown/escape.ts";
import type { Report } from "../schema.ts";
import { artifactRows } from "./artifact-rows.ts";
import { type FormatContext, timestampOf } from "./context.ts";
import {
  componentRef,
  MODEL_REF,
  modelComponent,
  ofSeveralRef,
  otherComponents,
  severalModels,
} from "./cyclonedx/components.ts";
import { declarationsOf, mofStandard } from "./cyclonedx/declarations.ts";
import { frameworkStandards } from "./cyclonedx/frameworks.ts";
import { jsonText } from "./json-text.ts";
import { documentUuid } from "./subject.ts";

/** The document, without a line break at the end. Its serial number is the same for the same commit and rules. */
export function cyclonedxFace(report: Report, context: FormatContext): string {
  const others = artifactRows(report).filter(({ id, isPresent }) => isPresent && id !== "model-parameters-final");
  const models = severalModels(report, context);
  return jsonText({
    $schema: "http://cyclonedx.org/schema/bom-1.7.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.7",
    serialNumber: `urn:uuid:${documentUuid(report, "cyclonedx")}`,
    version: 1,
    metadata: {
      timestamp: timestampOf(context.created),
      lifecycles: [{ phase: "discovery" }],
      tools: {
        components: [{ type: "application", name: "openness", version: visible(report.tool.version, 40) || "0" }],
      },
      component: modelComponent(report, context),
      properties: [{ name: "openness:rules", value: visible(report.tool.rules, 40) }],
    },
    components: [...otherComponents(report, context), ...models],
    dependencies: [
      {
        ref: MODEL_REF,
        dependsOn: [...others.map(({ id }) => componentRef(id)), ...models.map((_, at) => ofSeveralRef(at))],
      },
    ],
    // An audit sees what is released; what else the model was made of it cannot tell.
    compositions: [{ aggregate: report.subject.complete ? "incomplete" : "unknown", assemblies: [MODEL_REF] }],
    declarations: declarationsOf(report, context),
    definitions: { standards: [mofStandard(), ...frameworkStandards(report)] },
  });
}
