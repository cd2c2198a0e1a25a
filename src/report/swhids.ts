/** The Software Heritage identifiers of what was audited, for the line that every face has of them. */
import type { Report } from "./schema.ts";

/** The commit's first, then its tree's; empty where there are none. */
export const swhidsOf = ({ subject }: Pick<Report, "subject">): readonly string[] =>
  [subject.swhids?.revision, subject.swhids?.directory].filter((id) => id !== undefined);
