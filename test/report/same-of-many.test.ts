import { expect, test } from "vitest";
import { en } from "../../src/messages/en.ts";
import { ja } from "../../src/messages/ja.ts";
import { inEnglish, say } from "../../src/messages/said.ts";
import { sameOfMany } from "../../src/report/markdown/same-of-many.ts";

const unchecked = ["model-card", "data-card"].map((id) => say("mot.cannotSay", id));
const licenses = [say("mot.opensHere", "weights", "MIT"), say("mot.opensHere", "data", "CC0-1.0")];

test("sentences that differ in what they are about become one", () => {
  const said = [...unchecked, say("mot.cannotSay", "datasets")];
  expect(sameOfMany(en, said.map(inEnglish), said)).toEqual([
    "model-card, data-card, datasets: what could not be checked counts as not released in the Model Openness Tool; here it stays open as a question.",
  ]);
  expect(sameOfMany(ja, said.map(inEnglish), said)).toHaveLength(1);
});

test("sentences that differ in something else stay apart, in their order", () => {
  const said = [licenses[0]!, unchecked[0]!, licenses[1]!];
  expect(sameOfMany(en, said.map(inEnglish), said)).toEqual(said.map(inEnglish));
});

test("sentences without a code stay as they are", () => {
  expect(sameOfMany(en, ["One.", "One."], undefined)).toEqual(["One.", "One."]);
});
