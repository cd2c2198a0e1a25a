/** The page as a person sees it, in a real browser: wide, on a phone, in the dark and on paper. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { htmlFace } from "../../../src/report/formats/html.ts";
import { svgFace } from "../../../src/report/formats/svg.ts";
import type { Report } from "../../../src/report/schema.ts";
import { exampleReport } from "../example.ts";
import { ATTACKS, hostileReport } from "../hostile.ts";

const CHROMIUM = "/usr/bin/chromium";
const isThere = existsSync(CHROMIUM);
if (!isThere) console.warn(`Skipped: the page in a browser, for there is no ${CHROMIUM} (apt-get install chromium).`);

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
const CONTEXT = { created: new Date("2026-11-24T09:30:12Z") };
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

describe.skipIf(!isThere)("the page in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(() => browser.close());

  async function show(html: string, viewport = WIDE) {
    const page = await browser.newPage({ viewport });
    onTestFinished(() => page.close());
    const events: string[] = [];
    page.on("dialog", (dialog) => {
      events.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => events.push(`console ${message.text()}`));
    await page.route("**/*", (route) => {
      events.push(`request ${route.request().url()}`);
      return route.abort();
    });
    await page.setContent(html, { waitUntil: "load" });
    return { page, events };
  }

  const pageOf = (report: Report): string => htmlFace(report, CONTEXT);
  const overflow = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it("shows verdict, artifacts, clauses and places, and asks for nothing", async () => {
    const { page, events } = await show(pageOf(exampleReport()));
    const text = (await page.locator("body").allInnerTexts()).join("\n");
    expect(text).toContain("Openness of heron-lab/heron");
    expect(text).toContain("You may use the Model for non-commercial purposes only.");
    expect(await page.locator("tbody tr").count()).toBe(17);
    const row = page.locator("tr", { hasText: "Model parameters (Final)" });
    expect(await row.textContent()).toContain("restricted");
    const links = await page.locator("a").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(links).toContain(
      "https://github.com/heron-lab/heron/blob/8d1f0a4c2b3e5f60718293a4b5c6d7e8f9012345/MODEL_LICENSE#L1-L40",
    );
    expect(events).toEqual([]);
  });

  it("is styled under its own policy for content, which stops any other style and any script", async () => {
    const { page } = await show(pageOf(exampleReport()));
    const bold = await page.locator(".verdict").evaluate((one) => getComputedStyle(one).borderTopStyle);
    expect(bold).toBe("solid");
    const spoilt = pageOf(exampleReport()).replace(
      "</main>",
      "<style>main { display: none }</style><script>document.title = 'run'</script></main>",
    );
    const other = await show(spoilt);
    expect(await other.page.title()).toBe("Openness of heron-lab/heron");
    expect(await other.page.locator("main").isVisible()).toBe(true);
    expect(other.events.join("\n")).toContain("Content Security Policy");
  });

  it("lets nothing of a hostile repository run, load or hide", async () => {
    for (const attack of ATTACKS) {
      const { page, events } = await show(pageOf(hostileReport(attack, "javascript:alert(1)")));
      expect(events, attack.slice(0, 60)).toEqual([]);
      expect(await page.locator("script, img, iframe, svg, object, form, details").count()).toBe(0);
      expect(await page.locator("tbody tr").count()).toBe(17);
      await page.close();
    }
  });

  it.each([
    ["a desk", WIDE],
    ["a phone", PHONE],
  ])("fits the width of %s, also with words that never break", async (_, viewport) => {
    for (const report of [exampleReport(), hostileReport("x".repeat(5000), "https://evil.example/")]) {
      const { page } = await show(pageOf(report), viewport);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const captions = await page.locator("caption").evaluateAll((all) => all.map((one) => one.clientHeight));
      expect(Math.max(...captions)).toBeLessThan(60);
      expect(await page.locator("tr", { hasText: "Data card" }).first().isVisible()).toBe(true);
    }
  });

  it("can be read in the light, in the dark and on paper", async () => {
    const { page } = await show(pageOf(exampleReport()));
    const contrasts: number[] = [];
    for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { media: "print" }] as const) {
      await page.emulateMedia(media);
      contrasts.push(...(await page.evaluate(worstContrasts)));
    }
    expect(contrasts.length).toBeGreaterThan(9);
    // WCAG 2.2, success criterion 1.4.3.
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  });

  it("prints on pages, with addresses written out", async () => {
    const { page } = await show(pageOf(exampleReport()));
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "print" });
    const after = await page
      .locator(".sources a")
      .first()
      .evaluate((one) => getComputedStyle(one, "::after").content);
    expect(after).toContain("https://github.com/heron-lab/heron/blob/");
  });

  it("draws the badge as a picture with its words", async () => {
    const svg = svgFace(exampleReport());
    const { page } = await show(`<img alt="" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`);
    const width = await page.locator("img").evaluate((one) => (one as HTMLImageElement).naturalWidth);
    expect(width).toBe(Number(/ width="(\d+)"/.exec(svg)?.[1]));
    expect(svg).toContain("<title>model openness: no class yet</title>");
  });
});

/** The contrast of each kind of words on the page with what lies behind them. Runs in the browser. */
function worstContrasts(): number[] {
  const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  const light = (colour: string): number => {
    const [red, green, blue] = channels(colour).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const behind = (start: Element): string => {
    for (let one: Element | null = start; one !== null; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/, 0\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [".verdict p", ".good", ".bad", ".warn", ".dim", "a", "dt"].flatMap((selector) => {
    const one = document.querySelector(selector);
    if (one === null) return [];
    const [first, second] = [light(getComputedStyle(one).color), light(behind(one))];
    return [(Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)];
  });
}
