/** The line of Software Heritage identifiers at the end of a page. */
import type { Messages } from "../../messages/en.ts";
import type { Report } from "../schema.ts";
import { swhidsOf } from "../swhids.ts";
import { code } from "./escape.ts";
import type { Lines } from "./sections.ts";

/** One line after an empty one; none where the report has no identifiers. Not linked: the archive may not hold them. */
export function swhidLines(report: Pick<Report, "subject">, { face }: Messages): Lines {
  const ids = swhidsOf(report);
  return ids.length === 0 ? [] : ["", face.swhids(ids.map((id) => code(id)))];
}
