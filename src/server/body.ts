/** Receiving bodies within bounds: of each, and of all that are under way. */
import type { IncomingMessage } from "node:http";

/** GitHub sends no larger webhook (docs, "Webhook events and payloads"); a signature is only checked over a whole body. */
export const MAX_BODY_BYTES = 25 * 1024 * 1024;
/** What all bodies under way may take together, so that many large ones do not fill the memory. */
export const MAX_BODIES_BYTES = 8 * MAX_BODY_BYTES;

export type Body = Buffer | "too large" | "too many" | "aborted";

/** Makes a reader of bodies that share one bound. A body that breaks a bound is not read to its end. */
export function bodyReader(
  most = MAX_BODY_BYTES,
  mostTogether = MAX_BODIES_BYTES,
): (request: IncomingMessage) => Promise<Body> {
  let together = 0;
  return async (request) => {
    if (Number(request.headers["content-length"] ?? 0) > most) return "too large";
    let length = 0;
    try {
      return await new Promise<Body>((done) => {
        const chunks: Buffer[] = [];
        const stop = (why: "too large" | "too many"): void => {
          chunks.length = 0;
          // The connection stays open to say so.
          request.removeAllListeners("data").pause();
          done(why);
        };
        request.on("data", (chunk: Buffer) => {
          length += chunk.length;
          together += chunk.length;
          if (length > most) stop("too large");
          else if (together > mostTogether) stop("too many");
          else chunks.push(chunk);
        });
        request.once("end", () => done(Buffer.concat(chunks)));
        request.once("error", () => done("aborted"));
        request.once("close", () => done("aborted"));
      });
    } finally {
      together -= length;
    }
  };
}
