import type { ServerResponse } from "node:http";
import type { LocalGitHub } from "../server.ts";

export function page(_github: LocalGitHub, _method: string, _url: URL, response: ServerResponse): void {
  response.writeHead(404).end();
}
