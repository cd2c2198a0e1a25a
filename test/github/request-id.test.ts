import { expect, it } from "vitest";
import { classify } from "../../src/github/errors.ts";
import { requestIdOf } from "../../src/github/request-id.ts";
import { GiveUp } from "../../src/queue/queue.ts";

const refused = (headers: object): Error =>
  Object.assign(new Error("Bad Gateway"), { status: 502, response: { headers } });

it("is found below the errors that wrapped the answer", () => {
  const answer = refused({ "X-GitHub-Request-Id": "9C1E:2A:3B" });
  const error = new GiveUp("given up", { cause: classify(answer, "reading files") });
  expect(requestIdOf(error)).toBe("9C1E:2A:3B");
});

it("is not told where there was no answer, or one with something else in its place", () => {
  expect(requestIdOf(new Error("socket hang up"))).toBeUndefined();
  expect(requestIdOf(refused({ "x-github-request-id": "`@octocat` <b>" }))).toBeUndefined();
  expect(requestIdOf(refused({ "x-github-request-id": 7 }))).toBeUndefined();
  expect(requestIdOf("text")).toBeUndefined();
});

it("ends on errors that are each other's cause", () => {
  const one = new Error("one");
  one.cause = new Error("other", { cause: one });
  expect(requestIdOf(one)).toBeUndefined();
});
