/** What the tests of the local GitHub ask it with: plain requests, and an App's web token made by hand. */
import { createSign } from "node:crypto";
import { onTestFinished } from "vitest";
import { type ScratchFile, type ScratchRepository, scratchRepository } from "./scratch.ts";
import { type GitHubOptions, type LocalGitHub, startGitHub } from "./server.ts";
import type { Repository } from "./world.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** As loosely typed as `JSON.parse` has it: the tests look into answers of many shapes. */
  readonly json: ReturnType<typeof JSON.parse>;
}

export interface Bench {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  readonly git: ScratchRepository;
  readonly head: string;
  /** Asks as the installation, unless `authorization` says otherwise. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  query(query: string, variables?: object): Promise<Reply>;
}

export interface Claims {
  readonly iss?: unknown;
  readonly iat?: number;
  readonly exp?: number;
}

/** Signs a web token; `key` may be a wrong one. */
export function webToken(github: LocalGitHub, claims: Claims = {}, key = github.privateKey): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const seconds = Math.floor(Date.now() / 1000);
  const text = `${encode({ alg: "RS256", typ: "JWT" })}.${encode({ iss: github.app.id, iat: seconds - 30, exp: seconds + 500, ...claims })}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}

export const reply = async (response: Response): Promise<Reply> => {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true && text !== "";
  let json: unknown;
  try {
    json = isJson ? JSON.parse(text) : undefined;
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
};

/** Starts a server with one repository and one commit; all of it is gone after the test. */
export async function setBench(
  files: Readonly<Record<string, ScratchFile>> = { "README.md": "# Model\n" },
  options: GitHubOptions & { readonly private?: boolean } = {},
): Promise<Bench> {
  const git = await scratchRepository();
  const head = await git.commit(files);
  const github = await startGitHub(options);
  onTestFinished(async () => {
    await github.close();
    await git.remove();
  });
  const repository = await github.addRepository({
    owner: "lab",
    name: "model",
    gitDir: git.directory,
    private: options.private ?? false,
  });
  const { token } = github.authentication.issue(github.world.installationOf(repository.owner), {});
  const ask: Bench["ask"] = async (method, path, body, headers = {}) =>
    reply(
      await fetch(`${github.url}/api/v3${path}`, {
        method,
        headers: { authorization: `bearer ${token}`, "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
  const query: Bench["query"] = async (text, variables = {}) =>
    reply(
      await fetch(`${github.url}/api/graphql`, {
        method: "POST",
        headers: { authorization: `bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ query: text, variables }),
      }),
    );
  return { github, repository, git, head, ask, query };
}
