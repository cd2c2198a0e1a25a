/** What the host of a linked artifact said of it, for formats without a place of their own for it. */
import { en, type Messages } from "../../messages/en.ts";
import { remoteWord } from "../language.ts";
import { visible } from "../markdown/escape.ts";
import type { ReportEvidence } from "../markdown/links.ts";

/** State, day and revision in one line; undefined where nobody was asked. */
export function remoteWords({ remote }: Pick<ReportEvidence, "remote">, messages: Messages = en): string | undefined {
  if (remote === undefined) return undefined;
  const { revision, license } = remote;
  const words = messages.label(visible(remote.host, 100), remoteWord(remote, messages));
  const seen = revision === undefined ? words : messages.remote.revision(words, visible(revision, 100));
  return license === undefined ? seen : messages.remote.licenseThere(seen, visible(license.name, 100));
}
