import { expect, test } from "vitest";
import { touchesArtifact } from "../../src/report/touched.ts";
import { auditOf } from "../auditing.ts";
import { exampleReport, open } from "./example.ts";
import { RELEASE } from "./formats/release.ts";

const BASE = exampleReport();

test("a report touches nothing of itself, not even after it was kept as JSON", () => {
  expect(touchesArtifact(BASE, structuredClone(BASE))).toBe(false);
});

test("other contents of a file that is evidence, another file and another address touch its artifact", () => {
  const card = open("MODEL_CARD.md");
  const changed = { ...card, evidence: card.evidence.map((one) => ({ ...one, sha: "f".repeat(40) })) };
  expect(touchesArtifact(BASE, exampleReport({ components: { "model-card": changed } }))).toBe(true);
  expect(touchesArtifact(BASE, exampleReport({ components: { "model-card": open("CARD.md") } }))).toBe(true);
  const weights = BASE.components["model-parameters-final"];
  const moved = { ...weights, evidence: weights.evidence.map((one) => ({ ...one, url: "https://example.org/w" })) };
  expect(touchesArtifact(BASE, exampleReport({ components: { "model-parameters-final": moved } }))).toBe(true);
});

test("lines that moved within the same contents do not", () => {
  const card = open("MODEL_CARD.md");
  const moved = { ...card, evidence: card.evidence.map((one) => ({ ...one, lines: [2, 3] as [number, number] })) };
  expect(touchesArtifact(BASE, exampleReport({ components: { "model-card": moved } }))).toBe(false);
});

test("a license file that came, went or says something else does; a file that is no evidence does not", () => {
  const base = auditOf(RELEASE);
  expect(touchesArtifact(base, auditOf({ ...RELEASE, "notes.txt": "Lunch at noon.\n" }))).toBe(false);
  const { LICENSE: _, ...without } = RELEASE;
  expect(touchesArtifact(base, auditOf(without))).toBe(true);
  expect(touchesArtifact(auditOf(without), base)).toBe(true);
});
