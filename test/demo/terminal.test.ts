import { describe, expect, it } from "vitest";
import { plain, renderMarkdown } from "./terminal.ts";

const look = { colour: false, width: 60 };

describe("Markdown in the terminal", () => {
  it("aligns tables within the width, pictographs counted as two columns", () => {
    const table = `| Artifact | Status | Where |\n|---|---|---|\n| Weights | ✅ open | ${"long/".repeat(20)} |\n| Card | missing | x |`;
    const lines = renderMarkdown(table, look).split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/✅ open {2}long\/.*…$/);
    expect(lines[2]).toBe("  Card      missing  x");
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  });

  it("folds details to their titles and wraps the rest", () => {
    const text = `### Title\n\n${"word ".repeat(30)}\n\n<details>\n<summary>More</summary>\n\nhidden\n\n</details>\n\n- item\n`;
    const shown = renderMarkdown(text, look);
    expect(shown).toContain("▸ More");
    expect(shown).toContain("• item");
    expect(shown).not.toContain("hidden");
    for (const line of shown.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });

  it("lets nothing through that steers the terminal", () => {
    const hostile = "\u001b[2J\u001b]0;title\u0007 \u009b31m \u202etxt\r";
    expect(plain(hostile)).toBe("[2J]0;title 31m txt");
    expect(renderMarkdown(`# ${hostile}\n\n\`${hostile}\``, look)).toBe(
      "  [2J]0;title 31m txt\n\n  [2J]0;title 31m txt",
    );
  });
});
