/** The faces as people see them: in a real browser, on a desk and on a telephone, of ordinary and of hostile repositories. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../../src/commands/registry.ts";
import { LANGUAGES } from "../../../src/messages/languages.ts";
import { checkRunFace } from "../../../src/report/checkrun.ts";
import { commentFace } from "../../../src/report/comment.ts";
import { ATTACKS, HOSTILE_URLS, hostileReport } from "../hostile.ts";
import { CHROMIUM_MISSING, DESKTOP, isChromiumThere, openChromium, PHONE } from "./chromium.ts";
import { allDrawn, answersDrawn, CONTEXT, type Drawn } from "./drawn.ts";
import { commentPage, runPage } from "./page.ts";

if (!isChromiumThere) console.warn(`Skipped: the faces in a browser, for ${CHROMIUM_MISSING}.`);

/** Hosts that faces may link: GitHub, and where the situations say that artifacts are. */
const HOSTS = ["github.com", "huggingface.co"];

interface Laid {
  /** CSS pixels by which the page is wider than the screen. */
  readonly overflow: number;
  /** Rows that have another number of cells than their table's head. */
  readonly brokenRows: number;
  readonly tables: number;
  readonly rows: number;
  /** Text in which a reader sees Markdown or HTML instead of what it means. */
  readonly raw: readonly string[];
  readonly hosts: readonly string[];
  /** Elements that can load, run or ask for something. */
  readonly active: number;
}

/** Measured in the page, with every fold open. */
function lay(): Laid {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const tables = [...document.querySelectorAll("table")];
  const words: string[] = [];
  const walker = document.createTreeWalker(document.querySelector("main")!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node.parentElement?.closest("code, pre, .annotation") === null) words.push(node.textContent ?? "");
  return {
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    brokenRows: tables
      .flatMap((table) => [...table.rows].map((row) => row.cells.length - table.rows[0]!.cells.length))
      .filter((difference) => difference !== 0).length,
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows.length, 0),
    raw: words.filter((text) =>
      /<\/?(?:details|summary|sub|code|b)>|\*\*|^\s*\||\]\(http|^#{1,6} |&#?\w+;|<!--/.test(text),
    ),
    hosts: [...new Set([...document.querySelectorAll("a")].map(({ href }) => new URL(href).hostname))],
    active: document.querySelectorAll("main script, main img, main iframe, main svg, main style, main form, main input")
      .length,
  };
}

const pagesOf = (drawn: Drawn, language: string): Readonly<Record<string, string>> => ({
  run: runPage(drawn, language),
  comment: commentPage(drawn.comment, language),
});

describe.skipIf(!isChromiumThere)("in Chromium", () => {
  let browser: Browser;
  const screens: Page[] = [];
  const foreign: string[] = [];
  beforeAll(async () => {
    browser = await openChromium();
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await browser.newPage({ viewport });
      await page.route("**/*", (route) => {
        foreign.push(route.request().url());
        return route.abort();
      });
      screens.push(page);
    }
  });
  afterAll(() => browser.close());

  async function laidOut(html: string): Promise<Laid[]> {
    const all: Laid[] = [];
    for (const page of screens) {
      await page.setContent(html);
      all.push(await page.evaluate(lay));
    }
    return all;
  }

  it.each(LANGUAGES)(
    "every face in %s fits a desk and a telephone, with whole tables and plain words",
    async (language) => {
      let tables = 0;
      for (const [name, drawn] of Object.entries(allDrawn(language)))
        for (const [face, html] of Object.entries(pagesOf(drawn, language)))
          for (const laid of await laidOut(html)) {
            const where = `${name}, ${face}`;
            expect(laid.overflow, where).toBe(0);
            expect(laid.brokenRows, where).toBe(0);
            expect(laid.raw, where).toEqual([]);
            expect(laid.active, where).toBe(0);
            expect(
              laid.hosts.filter((host) => !HOSTS.includes(host)),
              where,
            ).toEqual([]);
            tables += laid.tables;
          }
      expect(tables).toBeGreaterThan(40);
    },
  );

  it.each(LANGUAGES)(
    "every answer to a command in %s fits a desk and a telephone, with whole tables and plain words",
    async (language) => {
      for (const [name, answer] of Object.entries(answersDrawn(language)))
        for (const laid of await laidOut(commentPage(answer, language))) {
          const { overflow, brokenRows, raw, active } = laid;
          expect({ overflow, brokenRows, raw, active }, name).toEqual({
            overflow: 0,
            brokenRows: 0,
            raw: [],
            active: 0,
          });
          expect(
            laid.hosts.filter((host) => !HOSTS.includes(host)),
            name,
          ).toEqual([]);
          if (name === "help" || name === "unknown") expect(laid.rows, name).toBe(COMMANDS.length + 1);
        }
    },
  );

  it("a hostile repository breaks no page, and loads nothing", async () => {
    for (const [index, attack] of ATTACKS.entries()) {
      const report = hostileReport(attack, HOSTILE_URLS[index % HOSTILE_URLS.length]!);
      const drawn = { run: checkRunFace(report, CONTEXT), comment: commentFace(report, CONTEXT) };
      for (const [face, html] of Object.entries(pagesOf(drawn, "en")))
        for (const laid of await laidOut(html)) {
          const where = `${JSON.stringify(attack.slice(0, 40))}, ${face}`;
          expect(laid.overflow, where).toBe(0);
          expect(laid.brokenRows, where).toBe(0);
          expect(laid.rows, where).toBeGreaterThan(17);
          expect(laid.active, where).toBe(0);
          expect(
            laid.hosts.filter((host) => ![...HOSTS, "evil.example"].includes(host)),
            where,
          ).toEqual([]);
        }
    }
    expect(foreign).toEqual([]);
  });
});
