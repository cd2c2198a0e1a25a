/** The pages as a person sees them: a hostile repository and hostile people, in a real browser. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLASS_III, MODEL, setStage } from "../e2e/stage.ts";

const CHROMIUM = "/usr/bin/chromium";
const isThere = existsSync(CHROMIUM);
if (!isThere) console.warn(`Skipped: the pages in a browser, for there is no ${CHROMIUM} (apt-get install chromium).`);

/** Headless, and silent: a browser that asks its maker for updates would spoil the list of requests. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const ATTACKS = [
  "<script>alert('script')</script>",
  "<img src=x onerror=\"alert('image')\">",
  "<svg onload=\"alert('svg')\"></svg>",
  "<details open ontoggle=\"alert('toggle')\"><summary>s</summary></details>",
  "![pixel](https://tracker.example/pixel.png)",
  '<iframe src="https://tracker.example/frame"></iframe>',
  "<style>@import url(https://tracker.example/style.css); table { display: none }</style>",
  '<meta http-equiv="refresh" content="0;url=https://tracker.example/">',
  "[click](javascript:alert('link'))",
];
const HOSTILE_README = `${String(MODEL["README.md"])}\n${ATTACKS.join("\n\n")}\n\n[Weights](javascript:alert('weights')) | x | </table><script>alert('cell')</script>\n`;
const HOSTILE_NAME = `train_<img src=x onerror=alert('path')>.py`;
const TRAINING = `import torch
from torch import nn

def main(model, loader):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    for batch in loader:
        loss = nn.functional.cross_entropy(model(batch["x"]), batch["y"])
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
`;

/** The text that is laid out for a person, which leaves out what is hidden. */
const seen = async (part: Locator): Promise<string> => (await part.allInnerTexts()).join("\n");

interface Seen {
  readonly page: Page;
  /** What the page tried to run or to reach, beside itself. */
  readonly dialogs: readonly string[];
  readonly foreign: readonly string[];
}

describe.skipIf(!isThere)("the pull request's page in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(() => browser.close());

  async function open(address: string): Promise<Seen> {
    const dialogs: string[] = [];
    const foreign: string[] = [];
    const page = await browser.newPage();
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.route("**/*", (route) => {
      const { origin } = new URL(route.request().url());
      if (origin === new URL(address).origin) return route.continue();
      foreign.push(route.request().url());
      return route.abort();
    });
    await page.goto(address, { waitUntil: "load" });
    // An attack that waits for a person: every folded part is opened.
    for (const summary of await page.locator("summary").all()) if (await summary.isVisible()) await summary.click();
    return { page, dialogs, foreign };
  }

  async function hostilePullRequest() {
    const { github, repository, commit, deliver } = await setStage({
      files: { ...MODEL, "README.md": HOSTILE_README },
    });
    await commit({ ...CLASS_III, [HOSTILE_NAME]: TRAINING }, "feature", "main");
    const attack = ATTACKS.join(" ");
    const pull = github.openPullRequest({ repository, head: "feature", title: attack, body: ATTACKS.join("\n\n") });
    github.comment({ repository, number: pull.number, login: "mallory", body: ATTACKS.join("\n\n") });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    return { github, address: `${github.url}/lab/tiny/pull/${pull.number}` };
  }

  it("shows verdict, table and comment, and nothing of the repository runs or reaches another host", async () => {
    const { github, address } = await hostilePullRequest();
    const { page, dialogs, foreign } = await open(address);
    const title = github.checkRuns[0]?.output.title ?? "";
    expect(title).toContain("Class III");
    const text = await seen(page.locator("main"));
    expect(text).toContain(title);
    expect(text).toContain("openness[bot]");

    const comment = page.locator("section", { hasText: "openness[bot]" }).first();
    const row = comment.locator("tr", { hasText: "Data card" }).first();
    expect(await row.isVisible()).toBe(true);
    expect(await row.locator("td").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining("Data card"), expect.stringContaining("open")]),
    );
    expect(await comment.locator("tr", { hasText: "train_" }).first().isVisible()).toBe(true);

    expect(dialogs).toEqual([]);
    expect(foreign).toEqual([]);
    expect(await page.locator("script, iframe, svg, object, embed, img, main style, main meta").count()).toBe(0);
    const links = await page.locator("a").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
    expect([...new Set(links)].filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
    // The attacks are on the page as words, which shows that they were there to be told apart.
    expect(text).toContain("alert('script')");
    expect(page.url()).toBe(address);
    await page.close();
  });

  it("leads to the file that a verdict names, where its markup is text as well", async () => {
    const { address } = await hostilePullRequest();
    const { page, dialogs, foreign } = await open(address);
    const evidence = page.locator("td a", { hasText: /^README\.md/ }).first();
    await page.goto(new URL((await evidence.getAttribute("href")) ?? "", address).href);
    expect(await seen(page.locator("pre.file"))).toContain("<script>alert('script')</script>");
    expect([dialogs, foreign]).toEqual([[], []]);
    await page.close();
  });

  it("would show an attack that got through", async () => {
    // Without a server and its policy for content, so that nothing stands in the way.
    const { page, dialogs, foreign } = await open("about:blank");
    await page.setContent(ATTACKS.join(""), { waitUntil: "commit" });
    await expect.poll(() => dialogs.length).toBeGreaterThan(0);
    await expect.poll(() => foreign).toContain("https://tracker.example/frame");
    await page.close();
  });
});
