/** Small MOF files: a line for each component, `name` or `name = license`. */
export interface WrittenFile {
  readonly components: readonly string[];
  readonly license?: Readonly<Partial<Record<"distribution" | "code" | "data" | "document", string>>>;
}

export function mofFile({ components, license = {} }: WrittenFile): string {
  const listed = components.map((line) => {
    const [name, own] = line.split(" = ");
    return [`    - name: ${name}`, ...(own === undefined ? [] : [`      license: ${own}`])].join("\n");
  });
  const licenses = Object.entries(license).map(([type, name]) => `    ${type}: {name: ${name}}`);
  return [
    "framework: {name: Model Openness Framework, version: '1.0', date: '2024-12-15'}",
    "release:",
    "  name: Heron",
    "  producer: Heron Lab",
    licenses.length === 0 ? "  license: {}" : `  license:\n${licenses.join("\n")}`,
    listed.length === 0 ? "  components: []" : `  components:\n${listed.join("\n")}`,
  ].join("\n");
}

export const CLASS_3 = [
  "Model architecture",
  "Model parameters (Final)",
  "Technical report",
  "Evaluation results",
  "Model card",
  "Data card",
] as const;

export const CLASS_2 = ["Training code", "Inference code", "Evaluation code", "Evaluation data"] as const;

export const CLASS_1 = [
  "Datasets",
  "Data preprocessing code",
  "Model parameters (Intermediate)",
  "Research paper",
] as const;
