/** Deliveries as GitHub sends them, made before they are sent so that making them costs the receiver nothing. */
import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

export const SECRET = "a-secret-for-the-bench";
export const WARM_UP = 500;
export const DELIVERIES = 2_000;
export const AT_ONCE = 20;
/** Repositories that the pushes are spread over, each of an installation of its own. */
const REPOSITORIES = 400;

export interface SignedDelivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** A push as large as GitHub's usual ones to a branch that has it audited. */
function pushBody(number: number): string {
  const repository = 1 + (number % REPOSITORIES);
  const after = number.toString(16).padStart(40, "0");
  return JSON.stringify({
    ref: "refs/heads/main",
    before: "b".repeat(40),
    after,
    created: false,
    deleted: false,
    repository: {
      id: repository,
      name: `model-${repository}`,
      full_name: `lab/model-${repository}`,
      archived: false,
      private: false,
      default_branch: "main",
      pushed_at: 1_764_000_000 + number,
    },
    installation: { id: repository },
    head_commit: { id: after, tree_id: "c".repeat(40) },
    commits: Array.from({ length: 12 }, (_, i) => ({
      id: String(i).padStart(40, "a"),
      message: "Some words about a commit ".repeat(8),
      added: ["README.md", "train.py"],
      removed: [],
      modified: [`configs/run${i}.yaml`],
    })),
  });
}

export const BODY_BYTES = pushBody(1).length;

let made = 0;

/** Makes so many deliveries, no two of them alike. */
export function makeDeliveries(count: number): SignedDelivery[] {
  return Array.from({ length: count }, () => {
    const body = pushBody(++made);
    return {
      body,
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "x-github-event": "push",
        "x-github-delivery": randomUUID(),
        "x-hub-signature-256": `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`,
      },
    };
  });
}

/** Sends them, {@link AT_ONCE} at a time; the milliseconds that each took. @throws {Error} on any answer but 200 */
export async function sendAll(url: string, deliveries: readonly SignedDelivery[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const taken: number[] = [];
  let next = 0;
  const send = ({ body, headers }: SignedDelivery): Promise<void> =>
    new Promise((done, failed) => {
      const start = performance.now();
      request(url, { method: "POST", agent, headers }, (response) => {
        response.resume().on("end", () => {
          taken.push(performance.now() - start);
          if (response.statusCode === 200) done();
          else failed(new Error(`a delivery was answered with ${response.statusCode}`));
        });
      })
        .on("error", failed)
        .end(body);
    });
  const sender = async (): Promise<void> => {
    for (let delivery = deliveries[next++]; delivery !== undefined; delivery = deliveries[next++]) await send(delivery);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    return taken;
  } finally {
    agent.destroy();
  }
}
