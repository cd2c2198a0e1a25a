import { describe, expect, it } from "vitest";
import { mayAsk } from "../../src/commands/registry.ts";
import { commandId, mayRunAgain } from "../../src/worker/command.ts";

const NOW = new Date("2026-11-24T12:00:00Z");
const ago = (...seconds: number[]): Date[] => seconds.map((one) => new Date(NOW.getTime() - one * 1000));

describe("who may ask for an audit", () => {
  it.each(["OWNER", "MEMBER", "COLLABORATOR"])("%s", (association) => {
    expect(mayAsk(association, false)).toBe(true);
  });

  it.each(["CONTRIBUTOR", "FIRST_TIME_CONTRIBUTOR", "FIRST_TIMER", "MANNEQUIN", "NONE", "owner", ""])(
    "not %s, except on a pull request of their own",
    (association) => {
      expect(mayAsk(association, false)).toBe(false);
      expect(mayAsk(association, true)).toBe(true);
    },
  );
});

describe("/openness on one pull request", () => {
  it("is carried out the first time, and again after half a minute", () => {
    expect(mayRunAgain([], NOW)).toEqual({ isAllowed: true });
    expect(mayRunAgain(ago(30), NOW)).toEqual({ isAllowed: true });
    expect(mayRunAgain(ago(29.5), NOW)).toEqual({ isAllowed: false, retryAfter: 1 });
    expect(mayRunAgain(ago(500, 0), NOW)).toEqual({ isAllowed: false, retryAfter: 30 });
  });

  it("is carried out ten times an hour", () => {
    const nine = ago(60, 120, 180, 240, 300, 360, 420, 480, 540);
    expect(mayRunAgain(nine, NOW)).toEqual({ isAllowed: true });
    expect(mayRunAgain([...nine, ...ago(3_000)], NOW)).toEqual({ isAllowed: false, retryAfter: 600 });
    expect(mayRunAgain([...nine, ...ago(3_600)], NOW)).toEqual({ isAllowed: true });
  });

  it("waits for the longer of the two, in whatever order the times are given", () => {
    const ten = ago(10, 3_599, 100, 200, 300, 400, 500, 600, 700, 800);
    expect(mayRunAgain(ten, NOW)).toEqual({ isAllowed: false, retryAfter: 20 });
    expect(mayRunAgain(ten.toReversed(), NOW)).toEqual({ isAllowed: false, retryAfter: 20 });
  });

  it("is not locked out for long by a clock that was set back, nor let through by a time that is none", () => {
    expect(mayRunAgain(ago(-86_400), NOW)).toEqual({ isAllowed: false, retryAfter: 30 });
    expect(mayRunAgain([new Date(Number.NaN), ...ago(5)], NOW)).toEqual({ isAllowed: false, retryAfter: 25 });
  });

  it("that is only answered need not wait, but counts within the hour", () => {
    expect(mayRunAgain(ago(1), NOW, 0)).toEqual({ isAllowed: true });
    const ten = ago(1, 2, 3, 4, 5, 6, 7, 8, 9, 3_500);
    expect(mayRunAgain(ten, NOW, 0)).toEqual({ isAllowed: false, retryAfter: 100 });
  });
});

describe("a command is known again", () => {
  const asked = { commentId: "IC_a", pullRequest: 7, isAllowed: true };

  it("by its comment and its place in it", () => {
    expect(commandId(asked)).toBe("IC_a 0");
    expect(commandId({ ...asked, position: 1, subjectKind: "review" })).toBe("IC_a 1");
  });

  it("where it was written, not where a button was pressed: that may be pressed again", () => {
    expect(commandId({ ...asked, subjectKind: "button" })).toBeUndefined();
  });
});
