import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { bodyReader } from "../../src/server/body.ts";

/** A request whose body is still to come. */
const request = (headers: Record<string, string> = {}): IncomingMessage & PassThrough =>
  Object.assign(new PassThrough(), { headers }) as unknown as IncomingMessage & PassThrough;

it("bodies share one bound, and give back what they took when they are done", async () => {
  const read = bodyReader(10, 15);
  const [first, second] = [request(), request()];
  const [one, two] = [read(first), read(second)];
  first.write("a".repeat(9));
  second.write("b".repeat(9));
  expect(await two).toBe("too many");
  first.end();
  expect(String(await one)).toBe("a".repeat(9));
  const third = request();
  const three = read(third);
  third.end("c".repeat(9));
  expect(String(await three)).toBe("c".repeat(9));
});

it("a body that says or shows that it is too large is not kept, and one that breaks off is none", async () => {
  const read = bodyReader(10, 15);
  expect(await read(request({ "content-length": "11" }))).toBe("too large");
  const liar = request({ "content-length": "5" });
  const large = read(liar);
  liar.write("x".repeat(11));
  expect(await large).toBe("too large");
  const broken = request();
  const aborted = read(broken);
  broken.write("x");
  broken.destroy();
  expect(await aborted).toBe("aborted");
});
