/** Whether and what other hosts are asked for an audit, once for all of its reports. */
import { NO_FACTS, type RemoteFacts, type RemoteHosts, undated } from "../evidence/remote/fact.ts";
import type { Policy } from "../policy/policy.ts";
import type { Report } from "../report/schema.ts";

/**
 * Looks for one audit. Without hosts, where the owner says no, and for private repositories whose owner does not say yes,
 * nothing is asked: even the name of what is linked would tell something.
 */
export class RemoteLook {
  readonly #hosts: RemoteHosts | undefined;
  readonly #isPrivate: boolean;
  readonly #looks = new Map<string, Promise<RemoteFacts>>();

  constructor(hosts: RemoteHosts | undefined, isPrivate: boolean) {
    this.#hosts = hosts;
    this.#isPrivate = isPrivate;
  }

  /** What the hosts say of what a report wants to know. */
  async look(policy: Policy, { remote }: Pick<Report, "remote">): Promise<RemoteFacts> {
    const hosts = (policy.remote ?? !this.#isPrivate) ? this.#hosts : undefined;
    if (hosts === undefined || remote === undefined || remote.wanted.length === 0) return NO_FACTS;
    const key = JSON.stringify(remote.wanted);
    const looked =
      this.#looks.get(key) ??
      hosts.look(
        remote.wanted.map(({ kind, id, revision }) => ({ kind, id, ...(revision === undefined ? {} : { revision }) })),
      );
    this.#looks.set(key, looked);
    return looked;
  }

  /** Whether a kept report says what the hosts say today, whatever the day on which they were asked. */
  async isCurrent(policy: Policy, report: Report): Promise<boolean> {
    const facts = await this.look(policy, report);
    return JSON.stringify(undated(facts.all)) === JSON.stringify(undated(report.remote?.facts ?? []));
  }
}
