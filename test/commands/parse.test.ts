import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandsIn, MAX_ARGUMENT, MAX_COMMANDS } from "../../src/commands/parse.ts";
import { COMMANDS } from "../../src/commands/registry.ts";

describe("a line is a command", () => {
  it.each([
    ["alone", "/openness", [{ name: "run" }]],
    ["in any case, with space around it", "  /OpenNess  HELP \t", [{ name: "help" }]],
    ["with what it takes", "/openness explain data-card", [{ name: "explain", argument: "data-card" }]],
    ["with words that it takes", "/openness explain Model  card", [{ name: "explain", argument: "Model card" }]],
    ["that is not known", "/openness now", [{ name: "unknown", argument: "now" }]],
    ["that is not known, with an argument", "/openness explan data-card", [{ name: "unknown", argument: "explan" }]],
    ["among others", "Hello\r\n/openness mof\r\nthanks", [{ name: "mof" }]],
    ["after a closed fence", "````\n```\n/openness\n````\n/openness diff", [{ name: "diff" }]],
    ["said twice, once", "/openness\n/openness", [{ name: "run" }]],
  ])("%s", (_, body, commands) => {
    expect(commandsIn(body)).toEqual(commands);
  });

  it.each([
    ["within a sentence", "I ran /openness and it worked"],
    ["at the beginning of a sentence", "/openness is a command of the App"],
    ["with words that it does not take", "/openness help me please"],
    ["in a quotation", "> /openness"],
    ["in fenced code", "```\n/openness\n```"],
    ["in a fence that is never closed", "~~~\n/openness help"],
    ["in indented code", "    /openness"],
    ["after a tab", "\t/openness"],
    ["of another name", "/opennesss"],
    ["that goes on as a path", "/openness/help"],
    ["after a space that cannot be seen", "\u200b/openness"],
  ])("not %s", (_, body) => {
    expect(commandsIn(body)).toEqual([]);
  });

  it("and only the first of many are taken", () => {
    const topics = Array.from({ length: 9 }, (_, index) => `/openness explain rule-${index}`);
    expect(commandsIn(topics.join("\n"))).toHaveLength(MAX_COMMANDS);
  });
});

describe("whatever a person writes", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.constantFrom("```", "~~~~", "> /openness", "/openness", "    /openness help"),
    fc
      .tuple(fc.constantFrom("/openness ", "/OPENNESS\t", " /openness  "), fc.string({ maxLength: 150 }))
      .map(([start, rest]) => `${start}${rest}`),
  );

  it("is read without an error, and no more than what the registry knows and the bounds allow comes of it", () => {
    const names = [...COMMANDS.map(({ name }) => name), "unknown"];
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const found = commandsIn(lines.join("\n"));
        expect(found.length).toBeLessThanOrEqual(MAX_COMMANDS);
        for (const { name, argument = "" } of found) {
          expect(names).toContain(name);
          expect(argument.length).toBeLessThanOrEqual(MAX_ARGUMENT);
          expect(argument).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });

  it("asks for nothing once it is quoted", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const quoted = lines.flatMap((one) => one.split(/[\r\n]/)).map((one) => `> ${one}`);
        expect(commandsIn(quoted.join("\n"))).toEqual([]);
      }),
    );
  });

  it("asks for nothing within a fence that nothing in it closes", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expect(commandsIn(["`".repeat(200), ...lines, "`".repeat(200)].join("\n"))).toEqual([]);
      }),
    );
  });

  it("takes no long time, however long the line", () => {
    const started = performance.now();
    commandsIn(`/openness${" \t".repeat(30_000)}x`);
    commandsIn(`${"`".repeat(60_000)}x\n/openness`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
