import { type RemoteRow, remoteRows } from "../remote-rows.ts";
import type { Report } from "../schema.ts";
import { code, text } from "./escape.ts";
import type { Frame, Lines } from "./sections.ts";

const SYMBOLS: Readonly<Record<RemoteRow["state"], string>> = {
  verified: "✅",
  gated: "❌",
  missing: "❌",
  incomplete: "❌",
  unverified: "⚠️",
  unknown: "❔",
};

/** What the hosts of linked artifacts said; empty where nobody was asked. */
export const remoteList = (report: Report, { messages }: Frame): Lines =>
  remoteRows(report, messages).map(
    ({ url, state, words }) => `- ${SYMBOLS[state]} ${code(url, 200)} · ${text(words, 400)}`,
  );
