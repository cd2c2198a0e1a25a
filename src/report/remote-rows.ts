/** What the hosts of linked artifacts said, line by line, for every face that shows it as a list. */
import type { RemoteState } from "../evidence/remote/fact.ts";
import type { Messages } from "../messages/en.ts";
import { remoteWord } from "./language.ts";
import type { Report } from "./schema.ts";

/** An audit asks less than this; a report that was read from a file may hold anything. */
const MOST_ROWS = 50;

export interface RemoteRow {
  /** The page that a person would open: as the report has it, so not yet fit to be shown. */
  readonly url: string;
  readonly state: RemoteState;
  /** State, day, reason and the license that the host names; the license's name is the host's own. */
  readonly words: string;
}

/** A row for each thing that was asked about; none where nobody was asked. */
export function remoteRows({ remote }: Report, messages: Messages): readonly RemoteRow[] {
  return (remote?.facts ?? []).slice(0, MOST_ROWS).map((fact) => {
    const reason = messages.remoteReason[fact.reason];
    const said = messages.remote.because(remoteWord(fact, messages), reason);
    const words = fact.license === undefined ? said : messages.remote.licenseThere(said, fact.license.name);
    return { url: fact.url, state: fact.state, words };
  });
}
