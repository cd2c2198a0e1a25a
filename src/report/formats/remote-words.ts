/** What the host of a linked artifact said of it, for formats without a place of their own for it. */
import { en } from "../../messages/en.ts";
import { remoteWord } from "../language.ts";
import { visible } from "../markdown/escape.ts";
import type { ReportEvidence } from "../markdown/links.ts";

/** State, day and revision in one line; undefined where nobody was asked. */
export function remoteWords({ remote }: Pick<ReportEvidence, "remote">): string | undefined {
  if (remote === undefined) return undefined;
  const revision = remote.revision === undefined ? "" : `, revision ${visible(remote.revision, 100)}`;
  const license = remote.license === undefined ? "" : `, license there ${visible(remote.license.name, 100)}`;
  return `${visible(remote.host, 100)}: ${remoteWord(remote, en)}${revision}${license}`;
}
