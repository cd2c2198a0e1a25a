import { identifyLicense } from "./identify.ts";
import type { RestrictionCategory } from "./license.ts";
import { MAX_BYTES, readLicenseText } from "./text/read.ts";

/** Bytes of a file that are read; more need not be given. */
export const MAX_LICENSE_BYTES = MAX_BYTES;

/** One line of what `openness license FILE…` prints. */
export interface LicenseReport {
  readonly file: string;
  readonly licenses: readonly { readonly id: string; readonly coverage: number }[];
  /** SPDX expression, null when no license was found. */
  readonly expression: string | null;
  readonly open: boolean | null;
  readonly restrictions: readonly RestrictionCategory[];
}

/** Identifies each file's licenses; a binary file holds none. The result is what the command prints as JSON. */
export function licenseCommand(
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
): LicenseReport[] {
  return files.map(({ file, bytes }) => {
    const text = readLicenseText(bytes);
    if (text === undefined) return { file, licenses: [], expression: null, open: null, restrictions: [] };
    const { licenses, expression, open, restrictions } = identifyLicense(text);
    return {
      file,
      licenses: licenses.map(({ id, coverage }) => ({ id, coverage: Math.round(coverage * 1000) / 1000 })),
      expression: expression ?? null,
      open,
      restrictions: [...new Set(restrictions.map(({ category }) => category))],
    };
  });
}
