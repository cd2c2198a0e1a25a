/** Audits one checkout with no policy and no host asked, knowing what it is called on GitHub as the App does. */
import { audit } from "../../src/audit.ts";
import { selectReads } from "../../src/evidence/files/select.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { POLICY_PATH } from "../../src/policy/proposed.ts";
import { gitSnapshot } from "../../src/snapshot/git.ts";
import { git } from "../../src/snapshot/git-command.ts";
import { SnapshotError, takeSnapshot } from "../../src/snapshot/snapshot.ts";
import { keptOf } from "./kept.ts";
import type { Kept } from "./schema.ts";

/**
 * @param location a work tree's folder or a bare git directory
 * @param read today
 * @throws {SnapshotError} when the commit is not in the checkout
 */
export async function auditCheckout(repository: string, location: string, rev: string, read: string): Promise<Kept> {
  const [owner = "", name = ""] = repository.split("/");
  const port = gitSnapshot(location, rev);
  const named = { ...port, list: async () => ({ ...(await port.list()), repository: { owner, name } }) };
  const report = audit(await takeSnapshot(named, selectReads), loadPolicy(null, POLICY_PATH));
  const date = await dateOf(location, report.subject.commit ?? rev);
  return keptOf(repository, report, date, read);
}

/** The day on which a commit was made, in its committer's calendar. */
async function dateOf(location: string, commit: string): Promise<string> {
  const { code, output, error } = await git(location, ["show", "-s", "--format=%cs", "--end-of-options", commit]);
  if (code !== 0) throw new SnapshotError(`The date of ${commit} could not be read in ${location}: ${error}.`);
  return output.toString("utf8").trim();
}
