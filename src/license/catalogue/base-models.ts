/**
 * Families of base models whose license binds those who change them, by the owner and name under which their makers
 * publish them on the Hugging Face Hub. Only families whose license says so itself: a derived model may be passed on
 * under these terms and no others (Llama Community License Agreements, section 1.b; Gemma Terms of Use, section 3.1).
 * Their makers' models under other terms are not listed.
 */
const BASES: readonly (readonly [names: RegExp, license: string])[] = [
  [/^meta-llama\/Llama-2-\d/i, "LicenseRef-Llama-2"],
  [/^(?:meta-llama|codellama)\/CodeLlama-\d/i, "LicenseRef-Llama-2"],
  [/^meta-llama\/Meta-Llama-3-\d/i, "LicenseRef-Llama-3"],
  [/^meta-llama\/(?:Meta-)?Llama-3\.1-\d/i, "LicenseRef-Llama-3.1"],
  [/^meta-llama\/Llama-3\.2-\d/i, "LicenseRef-Llama-3.2"],
  [/^meta-llama\/Llama-3\.3-\d/i, "LicenseRef-Llama-3.3"],
  [/^meta-llama\/Llama-4-[A-Z]/i, "LicenseRef-Llama-4"],
  [
    /^google\/(?:gemma-(?:1\.1-)?[27]b|gemma-2-\d|gemma-3-\d|gemma-3n-|codegemma-|recurrentgemma-|paligemma)/i,
    "LicenseRef-Gemma",
  ],
];

/** The license that a base model passes on to what is made of it; undefined where none is known to. */
export const licensePassedOn = (model: string): string | undefined => BASES.find(([names]) => names.test(model))?.[1];
