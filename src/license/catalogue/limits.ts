import type { RestrictionCategory } from "../license.ts";

type Limits = readonly RestrictionCategory[];

/**
 * What licenses with a known limit take away, by identifier: the clauses are those named for each license in its own
 * text (community licenses: acceptable use, user thresholds, outputs; RAIL: attachment A; source-available: the use
 * they keep for the licensor).
 */
const LIMITS: Readonly<Record<string, Limits>> = {
  "BUSL-1.1": ["no-production"],
  "SSPL-1.0": ["field-of-use"],
  "Elastic-2.0": ["field-of-use"],
  "FSL-1.1-ALv2": ["field-of-use"],
  "FSL-1.1-MIT": ["field-of-use"],
  "Hippocratic-2.1": ["use-restrictions"],
  JSON: ["use-restrictions"],
  "SUL-1.0": ["noncommercial"],
  Aladdin: ["noncommercial"],
  "NCGL-UK-2.0": ["noncommercial"],
  "MS-LPL": ["field-of-use"],
  "PolyForm-Small-Business-1.0.0": ["revenue-threshold"],
  "PolyForm-Noncommercial-1.0.0": ["noncommercial"],
  "LicenseRef-Llama-1": ["noncommercial", "research-only", "revocable"],
  "LicenseRef-Llama-2": ["user-threshold", "use-policy", "no-training-others"],
  "LicenseRef-Llama-3": ["user-threshold", "use-policy", "no-training-others", "branding"],
  "LicenseRef-Llama-3.1": ["user-threshold", "use-policy", "branding"],
  "LicenseRef-Llama-3.2": ["user-threshold", "use-policy", "branding"],
  "LicenseRef-Llama-3.3": ["user-threshold", "use-policy", "branding"],
  "LicenseRef-Llama-4": ["user-threshold", "use-policy", "branding"],
  "LicenseRef-Llama-family": ["use-policy"],
  "LicenseRef-OPT-175B": ["noncommercial", "research-only"],
  "LicenseRef-Chameleon-Research": ["noncommercial", "research-only"],
  "LicenseRef-FAIR-Noncommercial-Research": ["noncommercial", "research-only"],
  "LicenseRef-BigScience-RAIL-1.0": ["use-restrictions"],
  "LicenseRef-BigScience-OpenRAIL-M": ["use-restrictions"],
  "LicenseRef-CreativeML-Open-RAIL-M": ["use-restrictions"],
  "LicenseRef-OpenRAIL++-M": ["use-restrictions"],
  "LicenseRef-BigCode-OpenRAIL-M": ["use-restrictions"],
  "LicenseRef-OpenRAIL-family": ["use-restrictions"],
  "LicenseRef-RAIL-Source-1.0": ["use-restrictions"],
  "LicenseRef-RAIL-Source-1.1": ["use-restrictions"],
  "LicenseRef-SDXL-0.9-Research": ["noncommercial", "research-only"],
  "LicenseRef-Gemma": ["use-policy"],
  "LicenseRef-Gemma-PUP": ["use-policy"],
  "LicenseRef-HAI-DEF": ["use-policy"],
  "LicenseRef-DeepSeek": ["use-restrictions"],
  "LicenseRef-Tongyi-Qianwen": ["user-threshold", "no-training-others"],
  "LicenseRef-Tongyi-Qianwen-Research": ["noncommercial", "no-training-others"],
  "LicenseRef-Qwen": ["user-threshold"],
  "LicenseRef-Qwen-Research": ["noncommercial"],
  "LicenseRef-Qwen-Community-1.0": ["revenue-threshold"],
  "LicenseRef-Yi": ["registration-required", "use-restrictions"],
  "LicenseRef-Baichuan": ["user-threshold", "registration-required"],
  "LicenseRef-ChatGLM3": ["registration-required", "field-of-use"],
  "LicenseRef-GLM-4": ["registration-required", "field-of-use"],
  "LicenseRef-GLM-130B": ["noncommercial", "field-of-use"],
  "LicenseRef-TeleChat": ["registration-required"],
  "LicenseRef-Tencent-Hunyuan": ["territory", "user-threshold", "no-training-others", "use-policy"],
  "LicenseRef-MiniMax-Model": ["use-restrictions"],
  "LicenseRef-Bilibili-Model": ["user-threshold", "no-training-others"],
  "LicenseRef-Databricks-Open-Model": ["user-threshold", "no-training-others", "use-policy"],
  "LicenseRef-Falcon-2": ["use-policy"],
  "LicenseRef-Falcon-LLM": ["use-policy"],
  "LicenseRef-Falcon-Mamba": ["use-policy"],
  "LicenseRef-FLUX-1-dev-NC": ["noncommercial"],
  "LicenseRef-Stability-Community": ["revenue-threshold", "use-policy", "no-training-others"],
  "LicenseRef-Stability-NC": ["noncommercial", "use-policy"],
  "LicenseRef-EXAONE-NC": ["noncommercial", "research-only", "no-reverse-engineering"],
  "LicenseRef-Mistral-MRL": ["research-only", "noncommercial"],
  "LicenseRef-Mistral-MNPL": ["no-production"],
  "LicenseRef-NVIDIA-Open-Model": ["use-policy"],
  "LicenseRef-NVIDIA-Source-Code-NC": ["noncommercial"],
  "LicenseRef-NVIDIA-Model-Training": ["field-of-use"],
  "LicenseRef-NTT-Dialog-Eval": ["research-only", "no-redistribution"],
  "LicenseRef-Fair-AI-Public-1.0-SD": ["use-restrictions"],
  "LicenseRef-Apple-ML-Ferret": ["research-only"],
  "LicenseRef-Apple-AMLR": ["research-only"],
  "LicenseRef-Apple-Sample-Code": ["field-of-use"],
  "LicenseRef-Seamless": ["noncommercial", "research-only", "use-policy"],
  "LicenseRef-SA-1B-Dataset-Research": ["research-only"],
  "LicenseRef-DeepFloyd-IF": ["research-only"],
  "LicenseRef-H-Research": ["research-only"],
  "LicenseRef-Intel-Research": ["research-only"],
  "LicenseRef-Grok-2-Community": ["use-policy", "no-training-others"],
  "LicenseRef-HyperCLOVA-X-SEED": ["user-threshold", "use-policy"],
  "LicenseRef-Playground-v2.5-Community": ["user-threshold", "no-training-others"],
  "LicenseRef-LTX-2-Community": ["revenue-threshold", "use-restrictions"],
  "LicenseRef-LFM-1.0": ["revenue-threshold"],
  "LicenseRef-Jamba-Open-Model": ["revenue-threshold"],
  "LicenseRef-Gretel-SAL": ["field-of-use"],
  "LicenseRef-Databricks": ["field-of-use"],
  "LicenseRef-Open-Aleph": ["noncommercial"],
  "LicenseRef-CCG-Research": ["research-only"],
  "LicenseRef-MSR": ["research-only"],
  "LicenseRef-OCamlPro-NC": ["noncommercial"],
  "LicenseRef-noncommercial": ["noncommercial"],
  "LicenseRef-research-only": ["research-only"],
};

/** Categories of restriction that a license is known for; empty for a license without a known limit. */
export function knownLimits(id: string): Limits {
  const own = Object.hasOwn(LIMITS, id) ? LIMITS[id] : undefined;
  if (own !== undefined) return own;
  const limits: RestrictionCategory[] = [];
  if (/^(?:LicenseRef-)?CC-(?:[A-Z]{2}-){0,3}NC(?:-|$)/.test(id)) limits.push("noncommercial");
  if (/^(?:LicenseRef-)?CC-(?:[A-Z]{2}-){0,3}ND(?:-|$)/.test(id)) limits.push("no-derivatives");
  if (id.startsWith("PolyForm-")) limits.push("field-of-use");
  return limits;
}
