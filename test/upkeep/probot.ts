/** The App as it stands towards the local GitHub, without a server of its own. */
import { Probot } from "probot";
import { PlainOctokit } from "../../src/github/client.ts";
import type { LocalGitHub } from "../github/server.ts";

export async function probotFor(github: LocalGitHub, privateKey: string): Promise<Probot> {
  const probot = new Probot({
    appId: github.app.id,
    privateKey,
    secret: github.webhookSecret,
    baseUrl: `${github.url}/api/v3`,
    Octokit: PlainOctokit as NonNullable<ConstructorParameters<typeof Probot>[0]>["Octokit"],
    logLevel: "fatal",
  });
  await probot.ready();
  return probot;
}
