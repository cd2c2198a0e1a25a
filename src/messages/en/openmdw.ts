/** What is said of releases under OpenMDW. */
import { list } from "./names.ts";

export const openmdw = {
  openmdw: {
    notUsed: "The release is not under OpenMDW.",
    changed: "The text was changed; a changed text may not bear the name OpenMDW.",
    noVersion: "OpenMDW is named without its version.",
    versions: (versions: readonly string[]) => `It is under OpenMDW ${list(versions)}.`,
    covers: (parts: readonly string[]) => `${parts.join("; ")}.`,
    nothing: "No artifact was found that it could cover.",
    under: (artifacts: readonly string[]) => `under OpenMDW: ${list(artifacts)}`,
    others: (artifacts: readonly string[]) => `under other open licenses: ${list(artifacts)}`,
    restricted: (artifacts: readonly string[]) => `under terms that are not open: ${list(artifacts)}`,
    untold: (artifacts: readonly string[]) => `terms not known: ${list(artifacts)}`,
    text: "The agreement's text is in the repository.",
    noText: "OpenMDW is named, and no file carries the agreement's text.",
    textUnread: "Whether the agreement's text is in the repository could not be looked at.",
    notice: "A notice of copyright or origin is there.",
    noNotice: "No notice of copyright or origin was found in the files at the root.",
    noticeUnread: "Whether there are notices of copyright or origin could not be looked at.",
  },
};
