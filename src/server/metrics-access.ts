/** Who may read the metrics. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { MetricsSettings } from "./settings.ts";

/** What proxies add: with one of these, the request is somebody else's than the connection's. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/**
 * Whether a request may read them. With a token: who has it. On a port of their own: everyone who reaches it. Else this
 * machine alone, and not through a proxy. They hold no names and no ids, only numbers.
 */
export function metricsAccess(
  { port, token }: MetricsSettings,
  isOwnPort: boolean,
  request: Pick<IncomingMessage, "headers"> & { readonly socket: { readonly remoteAddress?: string | undefined } },
): "granted" | "token needed" | "none" {
  if (port !== undefined && !isOwnPort) return "none";
  if (token !== undefined) return isBearer(request.headers.authorization, token) ? "granted" : "token needed";
  if (isOwnPort) return "granted";
  const isForwarded = FORWARDED.some((name) => request.headers[name] !== undefined);
  return !isForwarded && isLoopback(request.socket.remoteAddress ?? "") ? "granted" : "none";
}

/** Compared by digests, which are of one length and take one time. */
function isBearer(header: string | undefined, token: string): boolean {
  const [, offered] = /^bearer ([^\s]{1,1000})$/i.exec(header ?? "") ?? [];
  if (offered === undefined) return false;
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(offered), digest(token));
}

const isLoopback = (address: string): boolean =>
  /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address) || address === "::1";
