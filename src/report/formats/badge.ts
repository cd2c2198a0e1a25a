/** The class as a badge: words and colour, for shields.io or for a picture of our own. */
import { en } from "../../messages/en.ts";
import type { Report } from "../schema.ts";
import { jsonText } from "./json-text.ts";

export interface Badge {
  readonly label: string;
  readonly message: string;
  /** Six hexadecimal digits. Words beside it say the same. */
  readonly color: string;
}

const LABEL = "model openness";
const COLORS = { 1: "0b6b3a", 2: "1a7f37", 3: "2f7d32" } as const;
const NONE = "57606a";
const UNSURE = "8a6100";

/** "could not be checked" where what keeps the class away is only what nobody could look at. */
export function badgeOf(report: Report): Badge {
  if (!report.isModelRepository) return { label: LABEL, message: "not a model repository", color: NONE };
  const { class: reached, missingForNext } = report.mof;
  if (reached !== 0) return { label: LABEL, message: en.classTitle(reached), color: COLORS[reached] };
  const isUnsure = missingForNext.length > 0 && missingForNext.every(({ why }) => why === "undetermined");
  return isUnsure
    ? { label: LABEL, message: en.state.undetermined, color: UNSURE }
    : { label: LABEL, message: en.className(0).toLowerCase(), color: NONE };
}

/** JSON for https://shields.io/badges/endpoint-badge, without a line break at the end. */
export function badgeFace(report: Report): string {
  const { label, message, color } = badgeOf(report);
  return jsonText({ schemaVersion: 1, label, message, color });
}
