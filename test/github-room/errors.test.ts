import { describe, expect, it } from "vitest";
import { classify, NoAnswer, NotReadable, Refused, secondsToWait } from "../../src/github/errors.ts";
import { RetryLater } from "../../src/queue/queue.ts";

const failure = (status: number, headers: Record<string, string> = {}, message = "x") =>
  Object.assign(new Error(message), { status, response: { headers } });

describe("a failed request", () => {
  it.each([
    [failure(429, { "retry-after": "7" }), 7],
    [failure(403, { "retry-after": "30" }, "You have exceeded a secondary rate limit"), 30],
    [failure(403, {}, "You have exceeded a secondary rate limit. Please wait"), 60],
    [failure(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1042" }, "API rate limit exceeded"), 42],
    [failure(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "900" }, "API rate limit exceeded"), 1],
    [failure(429, { "retry-after": "999999" }), 3600],
    [
      Object.assign(new Error("rate limit exceeded"), {
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1010" },
      }),
      10,
    ],
  ])("by a rate limit waits as long as it asks (%#)", (error, seconds) => {
    const sorted = classify(error, "test", 1_000_000);
    expect(sorted).toBeInstanceOf(RetryLater);
    expect(sorted).toMatchObject({ seconds, isPause: true });
  });

  it("without an answer is told from one that was refused, and from nothing being there", () => {
    expect(classify(failure(502), "x")).toBeInstanceOf(NoAnswer);
    expect(classify(failure(401), "x")).toBeInstanceOf(NoAnswer);
    expect(classify(Object.assign(new Error("socket hang up"), { status: 500 }), "x")).toBeInstanceOf(NoAnswer);
    expect(classify(new Error("fetch failed"), "x")).toBeInstanceOf(NoAnswer);
    expect(classify("odd", "x")).toBeInstanceOf(NoAnswer);
    expect(classify(failure(404), "x")).toMatchObject({ name: "NotReadable", status: 404 });
    expect(classify(failure(409), "x")).toBeInstanceOf(NotReadable);
    expect(
      classify(failure(403, { "x-ratelimit-remaining": "50" }, "Resource not accessible by integration"), "x"),
    ).toBeInstanceOf(Refused);
    expect(classify(failure(422), "x")).toBeInstanceOf(Refused);
  });

  it("that was sorted before stays what it is", () => {
    const error = new NotReadable("gone", 404);
    expect(classify(error, "x")).toBe(error);
  });

  it("in the server's own words about limits is no limit when it is a server error", () => {
    expect(secondsToWait({ status: 503, message: "secondary rate limit" })).toBeUndefined();
  });
});
