import { spdxId } from "./spdx.ts";

interface Address {
  readonly pattern: RegExp;
  readonly id: (match: RegExpExecArray) => string | undefined;
}

const GNU = ([, kind, version]: RegExpExecArray): string | undefined =>
  kind === undefined || version === undefined
    ? undefined
    : spdxId(`${kind}-${version.includes(".") ? version : `${version}.0`}-only`);

/** Pages that hold one license, by host. */
const ADDRESSES: readonly Address[] = [
  { pattern: /creativecommons\.org\/publicdomain\/zero\/1\.0/, id: () => "CC0-1.0" },
  { pattern: /creativecommons\.org\/publicdomain\/mark\/1\.0/, id: () => "CC-PDM-1.0" },
  {
    pattern: /creativecommons\.org\/licenses\/([a-z-]{2,12})\/(\d\.\d)(?:\/(igo|[a-z]{2})\b)?/,
    id: ([, kind, version, port]) =>
      (port === undefined || port.length > 3 ? undefined : spdxId(`CC-${kind}-${version}-${port}`)) ??
      spdxId(`CC-${kind}-${version}`),
  },
  {
    pattern: /creativecommons\.org\/licenses\/([a-z-]{2,12})\/?$/,
    id: ([, kind]) =>
      /^by(?:-n[cd]|-sa){0,3}$/.test(kind ?? "") ? `LicenseRef-CC-${kind?.toUpperCase()}-family` : undefined,
  },
  { pattern: /apache\.org\/licenses\/license-(\d\.\d)/, id: ([, version]) => spdxId(`Apache-${version}`) },
  { pattern: /gnu\.org\/licenses\/(?:old-licenses\/)?(a?gpl|lgpl)-(\d(?:\.\d)?)/, id: GNU },
  {
    pattern: /gnu\.org\/licenses\/(?:old-licenses\/)?fdl-(1\.\d)/,
    id: ([, version]) => spdxId(`GFDL-${version}-only`),
  },
  { pattern: /mozilla\.org\/(?:en-us\/)?mpl\/2\.0/, id: () => "MPL-2.0" },
  {
    pattern: /opendatacommons\.org\/licenses\/(odbl|by|pddl)/,
    id: ([, kind]) => ({ odbl: "ODbL-1.0", by: "ODC-By-1.0", pddl: "PDDL-1.0" })[kind ?? ""],
  },
  {
    pattern: /cdla\.(?:dev|io)\/(permissive|sharing)-(\d)-0/,
    id: ([, kind, version]) => spdxId(`CDLA-${kind}-${version}.0`),
  },
  {
    pattern: /opensource\.org\/licen[cs]es?\/(?:alphabetical\/)?([a-z0-9.-]{2,40})/,
    id: ([, name]) => openSource(name ?? ""),
  },
  {
    pattern: /spdx\.org\/licenses\/([a-z0-9.+-]{2,60})/,
    id: ([, name]) => spdxId((name ?? "").replace(/\.(?:html|json|txt)$/, "")),
  },
  { pattern: /choosealicense\.com\/licenses\/([a-z0-9.-]{2,40})/, id: ([, name]) => spdxId(name ?? "") },
  { pattern: /unlicense\.org/, id: () => "Unlicense" },
  {
    pattern:
      /img\.shields\.io\/badge\/(?:code%20|data%20|model%20|weights%20)?licen[cs]e-([a-z0-9._%-]{2,60}?)-[a-z0-9]{2,20}(?:\.svg)?(?:\?|$)/,
    id: ([, name]) => badge(name ?? ""),
  },
  { pattern: /huggingface\.co\/spaces\/bigscience\/license/, id: () => "LicenseRef-BigScience-RAIL-1.0" },
  {
    pattern: /huggingface\.co\/spaces\/compvis\/stable-diffusion-license/,
    id: () => "LicenseRef-CreativeML-Open-RAIL-M",
  },
  { pattern: /ai\.google\.dev\/gemma\/terms/, id: () => "LicenseRef-Gemma" },
  { pattern: /mistral\.ai\/licenses\/(mrl|mnpl)/, id: ([, kind]) => `LicenseRef-Mistral-${kind?.toUpperCase()}` },
  {
    pattern: /llama\.com\/llama(2|3|3_1|3_2|3_3|4)\/license/,
    id: ([, version]) => `LicenseRef-Llama-${version?.replace("_", ".")}`,
  },
];

function openSource(name: string): string | undefined {
  const bare = name.replace(/\.(?:php|html)$/, "");
  const known: Record<string, string> = {
    "apache-2.0": "Apache-2.0",
    "gpl-license": "LicenseRef-GPL-family",
    "bsd-license": "BSD-2-Clause",
    "mit-license": "MIT",
  };
  return known[bare] ?? spdxId(bare);
}

/** The message of a static badge: `_` and `%20` are spaces there, `--` a hyphen. */
function badge(message: string): string | undefined {
  const words = message.replace(/--/g, "\u0000").replace(/_|%20/g, " ").replaceAll("\u0000", "-").trim();
  return (
    spdxId(words.replace(/ /g, "-")) ??
    ({ "apache 2": "Apache-2.0", "apache 2.0": "Apache-2.0", apache2: "Apache-2.0" } as Record<string, string>)[words]
  );
}

/** The license whose page or badge an address is, undefined when it is neither. The address is only read, never opened. */
export function licenseOfUrl(url: string): string | undefined {
  const lower = url.slice(0, 300).toLowerCase();
  for (const { pattern, id } of ADDRESSES) {
    const match = pattern.exec(lower);
    if (match) {
      const found = id(match);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
