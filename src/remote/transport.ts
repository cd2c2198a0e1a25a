/**
 * One question to one host, and nothing beyond it: an address from the list, a connection to a public address, no
 * credentials, no cookies, a cap on time and bytes, and redirects that are followed by hand and checked again.
 */
import { lookup as resolveName } from "node:dns";
import { request as requestPlain } from "node:http";
import { type RequestOptions, request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { VERSION } from "../version.ts";
import { type Bases, isAllowed } from "./hosts-allowed.ts";
import { isPublicAddress } from "./public-address.ts";

export interface Question {
  readonly url: string;
  readonly method?: "GET" | "HEAD";
  /** First and last byte. */
  readonly range?: readonly [number, number];
  readonly accept?: string;
  /** Bytes of the answer that are read; more makes it no answer. */
  readonly most?: number;
  /** Redirects to another host are told, not followed. */
  readonly stopsAtOtherHost?: boolean;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** Why there is no answer. `unreachable`: no connection; `forbidden`: it would have led where nothing is asked. */
export class NoAnswer extends Error {
  readonly why: "unreachable" | "forbidden" | "too-large" | "too-slow" | "broken";

  constructor(why: NoAnswer["why"], message: string) {
    super(message);
    this.why = why;
  }
}

export interface TransportOptions {
  readonly bases: Bases;
  /** Resolves names; replaced where a test has no names. */
  readonly resolve?: typeof resolveName;
  /** Which addresses may be connected to. */
  readonly isPublic?: (address: string) => boolean;
  /** Milliseconds until a connection stands, TLS included, and until an answer is whole. */
  readonly connectTimeout?: number;
  readonly answerTimeout?: number;
}

const MOST_REDIRECTS = 5;
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_OF_AN_ERROR = 64 * 1024;

/** Asks; resolves with any answer, whatever its status. @throws {NoAnswer} */
export type Ask = (question: Question) => Promise<Answer>;

/** The way out, for the hosts of the list. */
export function openTransport(options: TransportOptions): Ask {
  const { bases, connectTimeout = 900, answerTimeout = 6_000 } = options;
  const isPublic = options.isPublic ?? isPublicAddress;
  const limits = {
    lookup: publicLookup(options.resolve ?? resolveName, isPublic),
    isPublic,
    connectTimeout,
    answerTimeout,
  };
  return async (question) => {
    let url = checked(question.url, bases, false);
    const first = url.origin;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const answer = await once(url, question, limits);
      const to = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined;
      if (to === undefined) return answer;
      if (!URL.canParse(to, url)) throw new NoAnswer("broken", "a redirect leads to no address");
      const next = new URL(to, url);
      if (question.stopsAtOtherHost === true && next.origin !== first) return answer;
      url = checked(next.href, bases, true);
    }
    throw new NoAnswer("broken", "too many redirects");
  };
}

function checked(text: string, bases: Bases, isRedirect: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !isAllowed(url, bases, isRedirect))
    throw new NoAnswer("forbidden", `${url?.host.slice(0, 100) ?? "what is no address"} is not on the list of hosts`);
  return url;
}

/** Resolves a name to its public addresses only; the connection is made to what was resolved and not asked for again. */
function publicLookup(resolve: typeof resolveName, isPublic: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { family: 0, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "", 0);
      // One closed address among several is no accident: the name is somebody's who may try the next time again.
      const [address] = addresses;
      if (address === undefined || !addresses.every((one) => isPublic(one.address)))
        return callback(Object.assign(new Error("not a public address"), { code: "EFORBIDDEN" }), "", 0);
      if (options.all === true) return callback(null, addresses);
      return callback(null, address.address, address.family);
    });
  };
}

interface Limits {
  readonly lookup: LookupFunction;
  readonly isPublic: (address: string) => boolean;
  readonly connectTimeout: number;
  readonly answerTimeout: number;
}

function once(
  url: URL,
  question: Question,
  { lookup, isPublic, connectTimeout, answerTimeout }: Limits,
): Promise<Answer> {
  const { method = "GET", range, accept = "application/json", most = MOST_BYTES, signal } = question;
  return new Promise((resolve, reject) => {
    const hostname = url.hostname.replace(/^\[|\]$/g, "");
    let isConnected = false;
    const fail = (why: NoAnswer["why"], message: string): void => {
      clearTimeout(connecting);
      clearTimeout(answering);
      signal.removeEventListener("abort", onAbort);
      reject(new NoAnswer(why, message));
      request.destroy();
    };
    const options: RequestOptions = {
      method,
      lookup,
      agent: false,
      headers: {
        accept,
        "accept-encoding": "identity",
        "user-agent": `openness/${VERSION}`,
        ...(range === undefined ? {} : { range: `bytes=${range[0]}-${range[1]}` }),
      },
    };
    const request = (url.protocol === "https:" ? requestSecure : requestPlain)(url, options, (response) => {
      const status = response.statusCode ?? 0;
      // Of an error its kind is read and no more; of a range no more than was asked for, should the host ignore it.
      const cap = status >= 400 ? MOST_OF_AN_ERROR : most;
      const chunks: Buffer[] = [];
      let bytes = 0;
      const done = (): void => {
        clearTimeout(answering);
        signal.removeEventListener("abort", onAbort);
        const headers = Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(", ") : value,
          ]),
        );
        resolve({ status, headers, body: Buffer.concat(chunks) });
      };
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > cap) {
          if (range === undefined && status < 400) return fail("too-large", `more than ${cap} bytes`);
          chunks.push(chunk.subarray(0, chunk.length - (bytes - cap)));
          done();
          return request.destroy();
        }
        chunks.push(chunk);
      });
      response.on("end", done);
      response.on("error", (error) => fail("broken", error.message));
    });
    const onAbort = (): void => fail("too-slow", "there was no time left");
    const connecting = setTimeout(() => fail("unreachable", "no connection in time"), connectTimeout);
    const answering = setTimeout(() => fail("too-slow", "no answer in time"), answerTimeout);
    request.on("socket", (socket) => {
      const connected = (): void => {
        isConnected = true;
        clearTimeout(connecting);
      };
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", connected);
    });
    request.on("error", (error: NodeJS.ErrnoException) =>
      fail(error.code === "EFORBIDDEN" ? "forbidden" : isConnected ? "broken" : "unreachable", error.message),
    );
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
    // An address in the place of a name is never resolved, so it is looked at here.
    else if (isIP(hostname) !== 0 && !isPublic(hostname)) fail("forbidden", "not a public address");
    else request.end();
  });
}
