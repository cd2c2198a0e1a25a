/** What the hosts of linked artifacts said, in the faces for people. */
import { describe, expect, it } from "vitest";
import { factOf, REMOTE_STATES, type RemoteFact } from "../../src/evidence/remote/fact.ts";
import { messagesIn } from "../../src/messages/languages.ts";
import { htmlFace } from "../../src/report/formats/html.ts";
import { markdownFace } from "../../src/report/markdown.ts";
import type { Report } from "../../src/report/schema.ts";
import { textFace } from "../../src/report/text.ts";
import { exampleReport } from "./example.ts";

const AT = new Date("2026-01-02T03:04:05Z");
const REASONS = {
  verified: "proven",
  gated: "gate-manual",
  missing: "not-found",
  incomplete: "shards-missing",
  unverified: "adapter-only",
  unknown: "no-answer",
} as const;
const fact = (state: RemoteFact["state"], more: Partial<RemoteFact> = {}): RemoteFact => ({
  ...factOf(
    { kind: "hf-model", id: `us/${state}` },
    { state, reason: REASONS[state] },
    state === "unknown" ? undefined : AT,
  ),
  ...more,
});
const saying = (...facts: readonly RemoteFact[]): Report =>
  exampleReport({ report: { remote: { wanted: [], facts: [...facts] } } });
const FACES = {
  text: (report: Report, language: "en" | "ja" | "zh" = "en") =>
    textFace(report, { colour: false, messages: messagesIn(language) }),
  markdown: (report: Report, language: "en" | "ja" | "zh" = "en") =>
    markdownFace(report, undefined, messagesIn(language)),
  html: (report: Report) => htmlFace(report, { created: AT }),
};

describe.each(Object.entries(FACES))("the %s face", (_, face) => {
  it("names each thing that was asked about with state, reason and day", () => {
    const shown = face(saying(...REMOTE_STATES.map((state) => fact(state))));
    const { remote, remoteState, remoteReason } = messagesIn("en");
    expect(shown).toContain(remote.heading);
    for (const state of REMOTE_STATES) {
      const [line = ""] = shown.split("\n").filter((one) => one.includes(`https://huggingface.co/us/${state}`));
      expect(line).toContain(remoteReason[REASONS[state]]);
      expect(line).toContain(state === "unknown" ? remoteState.unknown : `${remoteState[state]} on 2026-01-02`);
    }
  });

  it("says nothing of hosts where nobody was asked", () => {
    expect(face(saying())).not.toContain(messagesIn("en").remote.heading);
    expect(face(exampleReport())).not.toContain(messagesIn("en").remote.heading);
  });

  it("shows the license that a host names as words and nothing more", () => {
    const name = "<img src=x> [a](javascript:b) @everyone \u001b[31m";
    const shown = face(saying(fact("verified", { license: { name } })));
    if (face !== FACES.text) expect(shown).not.toContain("<img");
    expect(shown).not.toContain("\u001b");
    if (face !== FACES.text) expect(shown).not.toContain('href="javascript');
    if (face === FACES.markdown) expect(shown).not.toContain("[a](javascript");
  });

  it("leads nowhere but to a web page, whatever a report that was read from a file says", () => {
    const shown = face(saying(fact("verified", { url: 'javascript:alert(1)"><script>' })));
    expect(shown).not.toContain('href="javascript');
    if (face !== FACES.text) expect(shown).not.toMatch(/(?<!`[^`\n]{0,100})<script>/);
  });
});

describe.each(["ja", "zh"] as const)("in %s", (language) => {
  it.each(["text", "markdown"] as const)("the %s face says the same in that language", (name) => {
    const shown = FACES[name](saying(fact("gated", { license: { name: "mit" } })), language);
    const { remote, remoteState, remoteReason } = messagesIn(language);
    for (const words of [remote.heading, remoteState.gated, remoteReason["gate-manual"], "2026-01-02", "mit"])
      expect(shown).toContain(words);
  });
});
