/** A server on this machine that answers as the hosts do, and the way out that leads to it. */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { RemoteFact } from "../../src/evidence/remote/fact.ts";
import { type RemoteKind, remoteRequest } from "../../src/evidence/remote/request.ts";
import { PublicHosts } from "../../src/remote/hosts.ts";
import type { Bases } from "../../src/remote/hosts-allowed.ts";
import { answerProblems } from "./described/validator.ts";

/** An answer; what departs from its host's description says so, and has to. */
export interface Said {
  readonly departs?: true;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What is answered, by the beginning of "METHOD path"; the longest that fits counts. */
export type Script = Readonly<Record<string, Said>>;

export async function startHosts(script: Script) {
  const asked: IncomingMessage[] = [];
  const undescribed = new Set<string>();
  const server = createServer((request, response) => {
    asked.push(request);
    const line = `${request.method} ${request.url}`;
    const [, said] = Object.entries(script)
      .filter(([start]) => line.startsWith(start))
      .toSorted(([a], [b]) => b.length - a.length)[0] ?? ["", { status: 500, body: "no such answer" }];
    const { status = 200, headers = {}, body = "", departs = false } = said;
    const [, host = "", path = ""] = /^\/([a-z]+)(\/.*)$/.exec(request.url ?? "") ?? [];
    const problems = answerProblems(host, path, status, body);
    if (departs !== problems.length > 0)
      undescribed.add(`${line} is answered ${departs ? "as described" : problems.join(", ")}`);
    response.writeHead(status, headers);
    response.end(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    if (undescribed.size > 0) throw new Error([...undescribed].join("\n"));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bases: Bases = {
    huggingface: `${origin}/hf`,
    modelscope: `${origin}/ms`,
    zenodo: `${origin}/zenodo`,
    arxiv: `${origin}/arxiv`,
    github: `${origin}/github`,
    "software-heritage": `${origin}/swh`,
  };
  return { origin, bases, asked };
}

/** Looks at one thing with hosts that answer by the script. */
export async function lookAt(script: Script, kind: RemoteKind, id: string, revision?: string): Promise<RemoteFact> {
  const { bases } = await startHosts(script);
  const request = remoteRequest(kind, id, revision);
  if (request === undefined) throw new Error(`${id} is no id of ${kind}`);
  const hosts = new PublicHosts({ bases, isPublic: () => true, apart: 0 });
  const fact = (await hosts.look([request])).of(request);
  if (fact === undefined) throw new Error("no fact");
  return fact;
}
