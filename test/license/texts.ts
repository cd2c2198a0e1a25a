import { createRequire } from "node:module";

const list = createRequire(import.meta.url)("spdx-license-list/spdx-full.json") as Record<
  string,
  { readonly licenseText: string; readonly osiApproved: boolean }
>;

/** The text of a license on the SPDX list. */
export function spdxText(id: string): string {
  const text = list[id]?.licenseText;
  if (text === undefined) throw new Error(`${id} is not on the SPDX list`);
  return text;
}

export const spdxIds: readonly string[] = Object.keys(list);

/** Paragraphs that limit, in words of our own: each takes another freedom. */
export const LIMITS: Readonly<Record<string, string>> = {
  commerce: "Commercial exploitation of the software in any form is not permitted unless you have bought a license.",
  study: "The weights are offered exclusively for academic research and classroom teaching.",
  users: "Operators with more than 50 million monthly active users have no rights under this license.",
  revenue: "Companies whose yearly revenue is above 5 million dollars must negotiate a separate agreement with us.",
  harm: "You agree not to use the model to harass, defame or discriminate against any person.",
  policy: "Every use has to follow our Acceptable Use Policy, which we may change whenever we want.",
  military: "The software may not be used by armed forces or for military purposes.",
  europe: "This license does not extend to persons who live in the European Union.",
  rivals: "You must not use outputs of the model to train any other large language model.",
  sale: "You may not sell the software or a product whose value comes from it.",
  copies: "Redistribution of the weights to third parties is strictly prohibited.",
  changes: "You may not modify the weights or create derivative works of them.",
  form: "Before you use the model you must register with us and fill in the application form.",
  chinese: "本模型仅供学术研究使用，未经书面许可不得用于任何商业用途。",
  japanese: "本モデルの商用利用は禁止されており、研究目的でのみ利用できます。",
  german: "Die Nutzung zu kommerziellen Zwecken ist ausdrücklich untersagt.",
};
